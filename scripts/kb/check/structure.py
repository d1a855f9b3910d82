"""IDs and headings of a document, as far as no text of record says how they must be."""

from __future__ import annotations

from collections.abc import Iterator

from kb.check.case import Case
from kb.model.document import HEADING, PROVISION_ID, TITLE, Document
from kb.model.finding import Finding, Span

REMEDY = "Mã theo mẫu phần-mục-gạch, ví dụ {#ii-1.1-3}; xem CONTRIBUTING.md."


def check(case: Case) -> Iterator[Finding]:
    """Originals without a usable text of record; with one, the comparison says it all. Then the title blocks."""
    for document in case.library.originals.values():
        if document.held and not case.library.record(document):
            yield from _ids(document)
            yield from _levels(document)


def _ids(document: Document) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for provision in document.provisions:
        line = max(provision.span.line - (provision.kind == TITLE), 1)
        span = Span(document.path, line, 1)
        if not provision.id:
            yield Finding("STRUCT-001", span, "Dòng này thiếu mã.", REMEDY)
        elif not PROVISION_ID.fullmatch(provision.id):
            yield Finding("STRUCT-003", span, f"Mã «{provision.id}» không đúng mẫu.", REMEDY)
        elif provision.id in seen:
            message = f"Mã «{provision.id}» đã dùng ở dòng {seen[provision.id]}."
            yield Finding("STRUCT-004", span, message, REMEDY)
        seen.setdefault(provision.id, line)


def _levels(document: Document) -> Iterator[Finding]:
    level = 1
    for provision in document.provisions:
        if provision.kind != HEADING:
            continue
        if provision.level == 1 or provision.level > level + 1:
            message = f"Tiêu đề cấp {provision.level} đứng ngay dưới cấp {level}."
            yield Finding("STRUCT-005", provision.span, message, "Phần là ##, mục là ###, tiểu mục là ####.")
        level = provision.level
