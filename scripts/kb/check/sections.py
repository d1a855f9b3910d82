"""Phases, forms and bodies that are sections of a document: all those of one part, in its order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kb.check.case import Case
from kb.model.document import HEADING, Document
from kb.model.finding import Finding
from kb.model.terms import Term

LAST = re.compile(r"(?:\A|[.-])[^.-]*\Z")


def check(case: Case) -> Iterator[Finding]:
    """Each way in whose file nothing else is wrong, document by document."""
    for way, terms in case.library.ways().items():
        named = [term for term in terms if term.section] if case.faultless(f"docs/_data/{way}.yml") else []
        for key in sorted({term.section.document for term in named}):
            document = case.library.originals.get(key)
            if document and document.held:
                yield from _sections(case, document, [term for term in named if term.section.document == key])


def _sections(case: Case, document: Document, terms: Sequence[Term]) -> Iterator[Finding]:
    """The first place at which the sections are not those of the part that most of them are of."""
    listed = [term.section.provision for term in terms]
    headings = [each.id for each in case.library.required(document) if each.kind == HEADING]
    parts = {_part(name): [each for each in headings if _part(each) == _part(name)] for name in headings}
    parts = {part: parts[part] for name in listed if (part := _part(name)) in parts}
    # Of two that fit as well the later one; somebody has to look at both.
    part, expected = max(
        parts.items(), default=("", listed), key=lambda each: (len({*each[1]} & {*listed}), headings.index(each[1][0]))
    )
    if listed == expected:
        return
    pairs = enumerate(zip(listed, expected, strict=False))
    at = next((index for index, (one, other) in pairs if one != other), min(len(listed), len(expected)))
    term = terms[min(at, len(terms) - 1)]
    told = ", ".join(expected)
    part = part or document.id
    message = f"Các mục của {part} là {told}; ở đây phải là {expected[at]}." if at < len(expected) else ""
    if at >= len(listed):
        message = f"Sau mục này còn thiếu {expected[at]}: các mục của {part} là {told}."
    # What is missing is reported at the one after it.
    span = term.span if len(listed) < len(expected) else term.section.span
    message = message or f"{term.section.provision} không phải là mục nào của {part}: {told}."
    yield Finding("TAX-008", span, message, "Ghi đủ các mục của phần ấy, mỗi mục một lần, theo thứ tự.")


def _part(section: str) -> str:
    """The part of a section: `ii-1` of `ii-1.2`; empty for a part of the document."""
    return LAST.sub("", section, count=1)
