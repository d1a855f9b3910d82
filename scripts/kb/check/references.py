"""Every citation resolves, and says of the document what the register says."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from kb.check.case import Case
from kb.check.metadata import VOCABULARY
from kb.model.address import located as located_id
from kb.model.citation import Citation, Mention
from kb.model.citing import Ambiguous, Missing, Resolved, contradictions, resolve
from kb.model.document import Document
from kb.model.finding import Finding, Severity, Span
from kb.model.library import Library, Located

FIELDS = {
    "date": ("XREF-002", "Ngày"),
    "kind": ("XREF-004", "Tên loại"),
    "issuer_name": ("XREF-005", "Cơ quan ban hành"),
}
SPANS = {"date": "date_span", "kind": "kind_name_span", "issuer_name": "issuer_name_span"}


def check(case: Case) -> Iterator[Finding]:
    """The citations of every provision and answer, field by field."""
    if not case.sound(*VOCABULARY):
        return  # citations are read by that vocabulary
    for located in case.library.citations:
        if f"{located.owner}#{located.provision}" in case.deviating and located.language == "vi":
            continue
        mention = isinstance(located.reading, Mention)
        if mention and not case.library.hidden:
            continue  # a name that is not registered is no citation, and those that are resolve by their name
        match resolve(located, case.library):
            case Resolved(document) if document.hidden and not _hidden(case, located):
                yield case.unpublished(document.id, located.span)
            case _ if mention:
                continue
            case Missing():
                if not _said(case, located.reading.canonical):
                    yield _missing(case.library, located)
            case Ambiguous(candidates):
                found = ", ".join(sorted(document.id for document in candidates))
                message = f"{located.reading.canonical} có thể là nhiều văn bản: {found}."
                yield Finding("XREF-007", located.span, message, "Ghi thêm ngày và cơ quan ban hành.")
            case Resolved(document):
                yield from _fields(case, located, located.reading, document)


def _hidden(case: Case, located: Located) -> bool:
    """Whether the citation stands in a document that is not published either."""
    return bool(located.provision) and located.owner in case.library.hidden


def _said(case: Case, number: str) -> bool:
    """Whether a document of this address is registered after all, and something wrong with its number said there."""
    originals = case.library.originals
    return any(
        key not in originals or not originals[key].number or case.doubtful(originals[key], "number")
        for key in case.library.addressed(number)
    )


def _missing(library: Library, located: Located) -> Finding:
    number = located.reading.canonical
    known = sorted(document.number for document in library.originals.values() if document.number)
    near = difflib.get_close_matches(number, known, 1, 0.5)
    hint = f"Gần nhất là {near[0]}. " if near else ""
    remedy = f"{hint}Sửa số, hoặc thêm văn bản vào docs/vi/van-ban/."
    return Finding("XREF-001", located.span, f"Văn bản {number} không có trong danh mục.", remedy)


def _fields(case: Case, located: Located, citation: Citation, document: Document) -> Iterator[Finding]:
    for key, printed, registered in contradictions(citation, document, case.library.numbers):
        if not case.doubtful(document, key):
            code, name = FIELDS[key]
            message = f"{name} của {citation.canonical} ghi ở đây là «{printed}»; danh mục ghi «{registered}»."
            yield _differs(code, located, getattr(citation, SPANS[key]), message, document, key)
    if citation.locator:
        yield from _locator(case.library, located, citation, document)


def _differs(
    code: str, located: Located, where: tuple[int, int] | None, message: str, document: Document, key: str
) -> Finding:
    offset = where[0] if where else located.reading.start
    registered = document.place_of(key)
    remedy = f"Sửa chỗ này, hoặc sửa danh mục tại {registered.file}:{registered.line} nếu danh mục sai."
    return Finding(code, _at(located, offset), message, remedy)


def _locator(library: Library, located: Located, citation: Citation, document: Document) -> Iterator[Finding]:
    offset = citation.locator_span[0] if citation.locator_span else citation.start
    if not document.held:
        message = f"Không kiểm tra được «{citation.locator}»: chưa có toàn văn {citation.canonical}."
        remedy = f"Bổ sung toàn văn tại {document.path} để kiểm tra được."
        yield Finding("XREF-006", _at(located, offset), message, remedy, Severity.NOTICE)
    elif located_id(citation.locator) not in library.known_ids[document.id]:
        message = f"{citation.canonical} không có «{citation.locator}»."
        yield Finding("XREF-003", _at(located, offset), message, f"Đối chiếu với {document.path}.")


def _at(located: Located, offset: int) -> Span:
    start = located.reading.start
    if offset >= start:
        return located.span.at(located.text[start:], offset - start)
    line = located.span.line - located.text.count("\n", offset, start)
    if line == located.span.line:
        return Span(located.span.file, line, located.span.column - (start - offset))
    return Span(located.span.file, line, offset - located.text.rfind("\n", 0, offset))
