"""A date between two citations may be of the other one: `sau Kế hoạch số 26, ngày 17/5/2021 Kế hoạch số 23 …`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.model.citing import meant, resolve, span_of
from kb.model.library import Library
from kb.model.reference import Located

# Behind a comma a clause of its own may begin with the date; then the next document or who issues it comes at once.
CLAUSE = re.compile(r"[^\w]*,\s*(?:on\s+|ngày\s+)?", re.IGNORECASE)
NEXT = re.compile(r",?\s*(?:the\s+)?(?:[^.;:\n]{2,90}\s(?:ban hành|issued)\s+(?:the\s+)?)?", re.IGNORECASE)
# `A và B ngày 29/4/2021 và 15/5/2016`: each has one.
FURTHER = re.compile(r"\s*(?:,|và|and)\s+(?:ngày\s+|on\s+)?\d", re.IGNORECASE)


def date_of_another(library: Library, located: Located, others: Sequence[Located]) -> bool:
    """Whether the date of a citation is that of the document cited next to it, which has none printed."""
    reading = located.reading
    if not reading.date or not reading.date_span or reading.date_span[0] < reading.end:
        return False
    text, (start, end) = located.text, reading.date_span
    beside = [each for each in others if each.text == text and each.owner == located.owner and not each.reading.date]
    ends = [each for each in beside if each.reading.end <= reading.start]
    starts = [each for each in beside if each.reading.start >= end]
    if ends and FURTHER.match(text, end) and _dated(library, max(ends, key=lambda each: each.span), reading.date):
        return True
    if not starts or not CLAUSE.fullmatch(text, reading.end, start):
        return False
    following = min(starts, key=lambda each: each.span)
    at_once = NEXT.fullmatch(text, end, span_of(following)[0]) is not None
    return at_once and _dated(library, following, reading.date)


def _dated(library: Library, located: Located, date: str) -> bool:
    document = meant(resolve(located, library))
    return document is not None and document.date == date
