"""What the reader of citations hands on: places in a text that name a document."""

from __future__ import annotations

from typing import Literal, NamedTuple

Span = tuple[int, int]
"""Start and end in code points of the text as given, whatever its normal form."""


def printed_date(iso: str) -> str:
    """A date as citations have it: `17/5/2021`, with two digits for days below 10 and for January and February."""
    year, month, day = iso.split("-")
    return f"{int(day):02d}/{month if int(month) < 3 else int(month)}/{year}"


Form = Literal["self", "short", "name", "above"]


class Citation(NamedTuple):
    """A document number as printed, and what the text says of that document around it.

    `start` and `end` hold the number alone, from its first digit to the last character of its symbol.
    A field is `None` where the text does not state it.
    """

    start: int
    end: int
    raw: str
    canonical: str
    number: str
    """Leading zeros and a letter after the number are kept: `05`, `30a`."""
    year: int | None = None
    """The year inside the number; the date has its own."""
    kind: str | None = None
    """The symbol of the kind inside the number: `KH`, `NĐ`."""
    issuer: str | None = None
    """The symbol of the issuer inside the number: `BTGTW`, `CP`, `BLĐTBXH-BTC`."""
    date: str | None = None
    issuer_name: str | None = None
    locator: str | None = None
    kind_name: str | None = None
    """The type word as printed before the number: `Kế hoạch`."""
    date_span: Span | None = None
    issuer_name_span: Span | None = None
    locator_span: Span | None = None
    kind_name_span: Span | None = None
    context_span: Span | None = None
    """From the type word to the end of the date or the issuer: what a site links as one citation."""


class Mention(NamedTuple):
    """A document that is named without its full number.

    form    example                              what resolves it
    self    Kế hoạch này                         the document that it stands in
    above   Kế hoạch nêu trên                    a document of that kind cited before
    short   Chỉ thị 05, Quyết định số 12/2020    kind and number (and year)
    name    Nghị quyết Đại hội XIII của Đảng     `key`, the one that was given with the name
    """

    start: int
    end: int
    raw: str
    form: Form
    canonical: str | None = None
    """Only where a list says it: `18` in `Nghị quyết số 18, 19-NQ/TW` is `18-NQ/TW`."""
    number: str | None = None
    year: int | None = None
    kind: str | None = None
    issuer: str | None = None
    date: str | None = None
    issuer_name: str | None = None
    locator: str | None = None
    kind_name: str | None = None
    key: str | None = None
    date_span: Span | None = None
    issuer_name_span: Span | None = None
    locator_span: Span | None = None
    kind_name_span: Span | None = None
    context_span: Span | None = None
