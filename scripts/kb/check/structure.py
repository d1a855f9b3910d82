"""IDs and headings of a document, as far as no text of record says how they must be."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from kb.check.case import Case
from kb.model.document import DOUBTFUL, HEADING, PROVISION_ID, TITLE, Document, Provision, TextOfRecord
from kb.model.finding import Finding, Span
from kb.model.rows import HEAD, SPANS

REMEDY = "Mã theo mẫu phần-mục-gạch, ví dụ {#ii-1.1-3}; xem CONTRIBUTING.md."


def check(case: Case) -> Iterator[Finding]:
    """What an import could not place; of originals without a usable text of record IDs and headings too.

    With a text of record the comparison says it all.
    """
    for document in case.library.originals.values():
        record = case.library.record(document)
        yield from case.by_itself(document.path, (document, record), partial(_document, document, record))


def _document(document: Document, record: TextOfRecord | None) -> Iterator[Finding]:
    yield from (_doubtful(each) for each in document.provisions if each.doubtful)
    if document.held and not record:
        yield from _ids(document)
        yield from _levels(document)


def _ids(document: Document) -> Iterator[Finding]:
    """Each ID by itself; neighbouring lines without one are one fault."""
    for named, run in groupby(document.provisions, lambda provision: bool(provision.id)):
        lines = list(run)
        if not named:
            message = (
                "Dòng này thiếu mã." if len(lines) == 1 else f"{len(lines)} dòng liền nhau, từ dòng này, thiếu mã."
            )
            yield Finding("STRUCT-001", _line(lines[0]), message, REMEDY)
    seen: dict[str, int] = {}
    for provision in document.provisions:
        span = _line(provision)
        if not provision.id:
            continue
        if not PROVISION_ID.fullmatch(provision.id):
            yield Finding("STRUCT-003", span, f"Mã «{provision.id}» không đúng mẫu.", REMEDY)
        elif provision.id in seen:
            message = f"Mã «{provision.id}» đã dùng ở dòng {seen[provision.id]}."
            yield Finding("STRUCT-004", span, message, REMEDY)
        seen.setdefault(provision.id, span.line)


def _doubtful(provision: Provision) -> Finding:
    message = f"Chưa ai xem lại chỗ của đoạn «{provision.id}»: lệnh nhập không xếp được."
    remedy = f"Đối chiếu với bản gốc, rồi xóa chữ «{DOUBTFUL}» ở cuối dòng."
    if provision.row:
        message = f"Chưa ai xem lại bảng có hàng đầu là «{provision.id}»."
        told = f"hàng nêu tên các cột có «{HEAD}», hàng có ô gộp có «{SPANS}=»"
        remedy = f"Đối chiếu với bản gốc: {told}; rồi xóa chữ «{DOUBTFUL}» ở cuối dòng."
    return Finding("STRUCT-007", provision.span, message, remedy)


def _line(provision: Provision) -> Span:
    """The line on which the ID of a provision stands."""
    return Span(provision.span.file, max(provision.span.line - (provision.kind == TITLE), 1))


def _levels(document: Document) -> Iterator[Finding]:
    level = 1
    for provision in document.provisions:
        if provision.kind != HEADING:
            continue
        if provision.level == 1 or provision.level > level + 1:
            message = f"Tiêu đề cấp {provision.level} đứng ngay dưới cấp {level}."
            yield Finding("STRUCT-005", provision.span, message, "Phần là ##, mục là ###, tiểu mục là ####.")
        level = provision.level
