"""A day that our prose or a translation names is in the calendar."""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from kb.check.case import Case
from kb.check.prose import blocks
from kb.model.document import Document
from kb.model.finding import Finding, Span
from kb.model.library import LANGUAGES, Library
from kb.model.prose import Page, Question

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NAME = (
    r"Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
)
# A number of a document goes on (31/6/2016/QH13), an address and a phone number too; a date does not.
FIGURES = r"(?<![\w/.])(?<!\D-)(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})(?![\w/-])"
FORMS = {
    "vi": (
        FIGURES,
        r"(?i:ngày)\s+(?P<day>\d{1,2})\s?(?P<mark>[.-])\s?(?P<month>\d{1,2})\s?(?P=mark)\s?(?P<year>\d{4})(?!\d)",
        r"(?i:ngày)\s+(?P<day>\d{1,2})/(?P<month>\d{1,2})(?P<year>)(?![\d/])",
        r"(?i:ngày)\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})(?!\d)(?:\s*,?\s*năm\s+(?P<year>\d{4}))?",
    ),
    "en": (
        FIGURES,
        rf"(?<![\w/.-])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{NAME})\b(?:,?\s+(?P<year>\d{{4}}))?",
        rf"\b(?P<month>{NAME})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\w/-])(?:,\s+(?P<year>\d{{4}}))?",
    ),
}
DAYS = {language: [re.compile(form) for form in forms] for language, forms in FORMS.items()}
DIGIT = re.compile(r"\d")
FIELD = re.compile(r"[\s-]*(?P<language>vi|en)(?:_\w+)?:")


Text = tuple[str, str, Callable[[int], Span]]
"""Words of ours, their language, and what tells the place of a character."""


class Texts(NamedTuple):
    """The words of ours in a file; equal as long as `source` is."""

    file: str
    source: object
    all: Callable[[], Iterator[Text]]


def check(case: Case) -> Iterator[Finding]:
    """Questions, pages, the words of translations and of the data files; a text of record stays as it is."""
    for held in texts(case.library):
        yield from case.by_itself(held.file, (held.source,), partial(_file, held))


def _file(held: Texts) -> Iterator[Finding]:
    for text, language, place in held.all():
        for at, printed in impossible(text, language):
            message = f"Ngày «{printed}» không có trong lịch."
            yield Finding("DATE-001", place(at), message, "Ghi ngày có thật, đúng như văn bản ghi.")


def impossible(text: str, language: str) -> tuple[tuple[int, str], ...]:
    """The days in a text that no calendar has: offset and wording.

    >>> impossible("Họp ngày 31/6/2016, không phải 30/6/2016.", "vi")
    ((9, '31/6/2016'),)
    """
    return tuple(_impossible(text, language)) if DIGIT.search(text) else ()


def _impossible(text: str, language: str) -> Iterator[tuple[int, str]]:
    for pattern in DAYS[language]:
        for found in pattern.finditer(text):
            day, month = int(found["day"]), _month(found["month"])
            year = int(found["year"]) if found["year"] else None
            # In English figures either may be the month; without a year a large number counts something else.
            either = language == "en" and found["month"].isdigit() and _exists(month, day, year)
            if not (_exists(day, month, year) or either or (year is None and day > 31)):
                yield found.start(), found[0]


def _month(printed: str) -> int:
    return int(printed) if printed.isdigit() else 1 + MONTHS.index(printed[:3])


def _exists(day: int, month: int, year: int | None) -> bool:
    """Where no year is said, 29 February is a day."""
    length = monthrange(2020 if year is None or isleap(year) else 2021, month)[1] if 1 <= month <= 12 else 0
    return 1 <= day <= length


def texts(library: Library) -> Iterator[Texts]:
    """The words of ours, file by file."""
    for language in LANGUAGES:
        for prose in library.prose(language):
            yield Texts(prose.path, prose, partial(_prose, prose, language))
    for language in LANGUAGES[1:]:
        for document in library.documents[language].values():
            yield Texts(document.path, document, partial(_translation, document))
    for file, text in library.sources.items():
        if file.startswith("docs/_data/"):
            yield Texts(file, text, partial(_data, file, text))


def _prose(prose: Question | Page, language: str) -> Iterator[Text]:
    yield from ((block.text, language, block.span) for block in blocks(prose))


def _translation(document: Document) -> Iterator[Text]:
    for each in document.provisions:
        yield each.text, document.language, partial(each.span.at, each.text)


def _data(file: str, text: str) -> Iterator[Text]:
    for number, line in enumerate(text.split("\n"), 1):
        if field := FIELD.match(line):
            yield line, field["language"], lambda at, number=number: Span(file, number, at + 1)
