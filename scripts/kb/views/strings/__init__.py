"""The words of the interface in both languages, a file for each part of it; a test holds the two lists together."""

from __future__ import annotations

from kb.model.citation import printed_date
from kb.views.strings import document, frame, history, lists, passage, rules, search

PARTS = (frame, document, lists, search, rules, passage, history)
STRINGS = {
    "vi": {key: words for part in PARTS for key, words in part.VI.items()},
    "en": {key: words for part in PARTS for key, words in part.EN.items()},
}
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def file(part: str) -> str:
    """Where the words of a part lie: a page that consists of words of the interface is corrected there."""
    return f"scripts/kb/views/strings/{part}.py"


def date(iso: str, language: str) -> str:
    """A date as it is written in citations: `17/5/2021`, `17 May 2021`."""
    if language == "vi":
        return printed_date(iso)
    year, month, day = iso.split("-")
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}"
