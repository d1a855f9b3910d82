"""Dates of issue in English words: behind a number, in the next cell of a table, before who issues."""

from __future__ import annotations

import re
from datetime import date

from kb.model.citation import Span

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = r"[A-Z][a-z]{2,8}\.?"
NTH = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = (
    rf"(?P<date>(?P<day>{NTH})\s+(?P<month>{MONTH}),?\s+(?P<year>\d{{4}})"
    rf"|(?P<later_month>{MONTH})\s+(?P<later_day>{NTH}),?\s+(?P<later_year>\d{{4}})"
    r"|(?P<plain_day>\d{1,2})/(?P<plain_month>\d{1,2})/(?P<plain_year>\d{4}))(?!\w)"
)
BEHIND = re.compile(rf"(?:[ ]*\|[ ]*|[\s,]*\(?\s*)(?:(?:dated|issued\s+on|signed\s+on|of|on|from)\s+)?{DATE}")
# `Programme A and Directive B, issued on 29 April 2021 and 15 May 2016`: nobody says here which is whose.
FURTHER = re.compile(rf",?\s+and\s+(?:on\s+)?{DATE}")
BEFORE = re.compile(rf"\b[Oo]n\s+{DATE},?\s+(?:the\s+)?\Z")
REACH = 40

Dated = tuple[str, Span]
"""A day as ISO, and where it stands."""


def behind(text: str, at: int, ceiling: int) -> tuple[int, Dated | None]:
    """Where the text goes on, and a date from `at` on; none where the calendar has no such day."""
    found = BEHIND.match(text, at, ceiling)
    if not found:
        return at, None
    if further := FURTHER.match(text, found.end(), ceiling):
        return further.end(), None
    return found.end(), _read(found)


def before(text: str, floor: int, end: int) -> Dated | None:
    """The date that ends where an issuer is named: `On 6 May 2021, the Secretariat issued …`."""
    found = BEFORE.search(text, max(floor, end - REACH), end)
    return _read(found) if found else None


def _read(found: re.Match[str]) -> Dated | None:
    form = next(prefix for prefix in ("", "later_", "plain_") if found[f"{prefix}day"])
    day, month, year = (found[f"{form}{part}"] for part in ("day", "month", "year"))
    try:
        number = int(month) if month.isdigit() else MONTHS.index(month[:3].lower()) + 1
        days = int(day.rstrip("stndrh"))
        # `4/29/2021` can only be the American order; where both can be, the day comes first, as in Vietnamese.
        if month.isdigit() and number > len(MONTHS) >= days:
            number, days = days, number
        iso = date(int(year), number, days).isoformat()
    except ValueError:
        return None
    return iso, found.span("date")
