"""Every citation resolves, and says of the document what the register says."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from kb.check.case import Case
from kb.model.address import locate
from kb.model.citation import Citation, Mention
from kb.model.citing import Ambiguous, Missing, Resolved, resolve
from kb.model.document import Document
from kb.model.finding import Finding, Severity, Span
from kb.model.library import Library, Located


def check(case: Case) -> Iterator[Finding]:
    """The citations of every provision and answer, field by field."""
    for located in case.library.citations:
        if f"{located.owner}#{located.provision}" in case.deviating and located.language == "vi":
            continue
        if isinstance(located.reading, Mention):
            continue  # a name that is not registered is no citation, and those that are resolve by their name
        match resolve(located, case.library):
            case Missing():
                yield _missing(case.library, located)
            case Ambiguous(candidates):
                found = ", ".join(sorted(document.id for document in candidates))
                message = f"{located.reading.canonical} có thể là nhiều văn bản: {found}."
                yield Finding("XREF-007", located.span, message, "Ghi thêm ngày và cơ quan ban hành.")
            case Resolved(document):
                yield from _fields(case.library, located, located.reading, document)


def _missing(library: Library, located: Located) -> Finding:
    number = located.reading.canonical
    known = sorted(document.number for document in library.originals.values() if document.number)
    near = difflib.get_close_matches(number, known, 1, 0.5)
    hint = f"Gần nhất là {near[0]}. " if near else ""
    remedy = f"{hint}Sửa số, hoặc thêm văn bản vào docs/vi/van-ban/."
    return Finding("XREF-001", located.span, f"Văn bản {number} không có trong danh mục.", remedy)


def _fields(library: Library, located: Located, citation: Citation, document: Document) -> Iterator[Finding]:
    if citation.date and document.date and citation.date != document.date:
        message = f"Ngày của {citation.canonical} ghi ở đây là {citation.date}; danh mục ghi {document.date}."
        yield _differs("XREF-002", located, citation.date_span, message, document, "date")
    if citation.kind_name and document.kind and not _is_kind(library, citation.kind_name, document.kind):
        message = f"Tên loại ghi ở đây là «{citation.kind_name}»; danh mục ghi {document.kind}."
        yield _differs("XREF-004", located, citation.kind_name_span, message, document, "kind")
    if citation.issuer_name and document.issuer_name and not _is_issuer(library, citation.issuer_name, document):
        message = f"Cơ quan ban hành ghi ở đây là «{citation.issuer_name}»; danh mục ghi «{document.issuer_name}»."
        yield _differs("XREF-005", located, citation.issuer_name_span, message, document, "issuer_name")
    if citation.locator:
        yield from _locator(located, citation, document)


def _differs(
    code: str, located: Located, where: tuple[int, int] | None, message: str, document: Document, key: str
) -> Finding:
    offset = where[0] if where else located.reading.start
    registered = document.place_of(key)
    remedy = f"Sửa chỗ này, hoặc sửa danh mục tại {registered.file}:{registered.line} nếu danh mục sai."
    return Finding(code, _at(located, offset), message, remedy)


def _locator(located: Located, citation: Citation, document: Document) -> Iterator[Finding]:
    span = _at(located, citation.locator_span[0] if citation.locator_span else citation.start)
    if not document.held:
        message = f"Không kiểm tra được «{citation.locator}»: chưa có toàn văn {citation.canonical}."
        remedy = f"Bổ sung toàn văn tại {document.path} để kiểm tra được."
        yield Finding("XREF-006", span, message, remedy, Severity.NOTICE)
    elif locate(document, citation.locator) is None:
        message = f"{citation.canonical} không có «{citation.locator}»."
        yield Finding("XREF-003", span, message, f"Đối chiếu với {document.path}.")


def _at(located: Located, offset: int) -> Span:
    start = located.reading.start
    if offset >= start:
        return located.span.at(located.text[start:], offset - start)
    line = located.span.line - located.text.count("\n", offset, start)
    if line == located.span.line:
        return Span(located.span.file, line, located.span.column - (start - offset))
    return Span(located.span.file, line, offset - located.text.rfind("\n", 0, offset))


def _is_kind(library: Library, name: str, symbol: str) -> bool:
    """Whether a printed type word may stand for a kind; a word that is in no vocabulary is not judged."""
    wanted = " ".join(name.casefold().split())
    named = {
        kind.symbol for kind in library.numbers.kinds if wanted in {n.casefold() for n in (kind.vi, *kind.spellings)}
    }
    return not named or symbol in named


def _is_issuer(library: Library, name: str, document: Document) -> bool:
    """Whether a printed issuer is the registered one, or another spelling of its name."""
    wanted, registered = " ".join(name.casefold().split()), document.issuer_name.casefold()
    if wanted == registered:
        return True
    for issuer in library.numbers.issuers:
        names = {n.casefold() for n in (issuer.vi, *issuer.spellings)}
        if wanted in names and registered in names:
            return True
    return False
