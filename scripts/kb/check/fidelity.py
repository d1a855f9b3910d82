"""The published text equals the text of record, provision by provision."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from kb.check import alignment
from kb.check.alignment import Deviation, compare
from kb.check.text import LOOKALIKES
from kb.model.document import DASH, HEADING, PARAGRAPH, TITLE, Document, Provision, TextOfRecord, fingerprint
from kb.model.finding import Finding, Span
from kb.model.library import Library

RESTORE = "Chép lại đúng nguyên văn từ {record}:{line}. Muốn đổi nguyên văn thì đổi tệp đó và mã SHA-256 trước."
KINDS = {DASH: "gạch đầu dòng (bắt đầu bằng «- »)", PARAGRAPH: "đoạn văn", TITLE: "phần tiêu đề (giữa hai dòng «:::»)"}


def records(library: Library) -> Iterator[Finding]:
    """Every document held in full has a text of record, unchanged since it was registered."""
    for document in library.originals.values():
        if not document.held or not document.source:
            continue
        record = library.records.get(document.id)
        if record is None:
            file = f"docs/_source/{document.source}"
            if file in library.files:
                continue  # not UTF-8: said where it was read
            message = f"Không có nguyên văn {file}."
            remedy = "Đặt tệp nhận được vào docs/_source/ và ghi đúng tên ở «source»."
            yield Finding("SRC-002", document.place_of("source"), message, remedy)
        elif document.sha256 and record.sha256 != document.sha256:
            message = f"{record.path} không còn đúng như khi đăng ký: mã SHA-256 khác."
            details = (f"Đã đăng ký: {document.sha256}", f"Tệp hiện có: {record.sha256}")
            remedy = "Lấy lại tệp gốc. Nếu đã thay bằng bản nhận được đúng hơn thì ghi mã mới vào «sha256»."
            yield Finding("SRC-001", document.place_of("sha256"), message, remedy, details=details)


def deviations(library: Library) -> Iterator[tuple[Document, Deviation]]:
    """What deviates, document by document; a record that is itself in doubt is compared with nothing."""
    for document in library.originals.values():
        if record := library.record(document):
            for deviation in compare(record.provisions, document.provisions):
                yield document, deviation


def finding(library: Library, document: Document, deviation: Deviation) -> Finding:
    """A deviation in words, with both texts side by side."""
    record = library.records[document.id]
    expected, actual = deviation.expected, deviation.actual
    if deviation.kind == alignment.ALTERED:
        return _altered(library, document, record, expected, actual)
    if deviation.kind == alignment.SWAPPED:
        message = f"Hai đoạn đổi chỗ cho nhau: ở đây phải là {expected.id}."
        return _finding("FID-004", document, record, expected, actual, message, _both(expected, actual))
    if deviation.kind == alignment.MOVED:
        message = f"{expected.id} đứng sai chỗ."
        return _finding("FID-004", document, record, expected, actual, message, ())
    if deviation.kind == alignment.RENAMED:
        message = f"Đoạn này thiếu mã; mã đúng là {expected.id}."
        if actual.id:
            message = f"Mã «{actual.id}» không đúng; mã của đoạn này là {expected.id}."
        span = Span(actual.span.file, actual.span.line, actual.span.column + len(actual.text) + 1)
        remedy = f"Ghi {{#{expected.id}}} ở cuối dòng."
        if actual.kind == TITLE:
            span = Span(actual.span.file, max(actual.span.line - 1, 1))
            remedy = f"Đặt dòng «::: {{#{expected.id}}}» ngay trước phần tiêu đề."
        return Finding("STRUCT-001", span, message, remedy)
    if deviation.kind == alignment.FORM:
        form = f"tiêu đề cấp {expected.level}" if expected.kind == HEADING else KINDS[expected.kind]
        if expected.kind == HEADING:
            form += f" (bắt đầu bằng «{'#' * expected.level} »)"
        message = f"{expected.id} phải là {form}."
        return Finding("STRUCT-002", actual.span, message, "Sửa ký hiệu đầu dòng cho đúng dạng.")
    if deviation.kind == alignment.MISSING:
        message = f"Thiếu {expected.id} ở trước chỗ này." if actual else f"Thiếu {expected.id} ở cuối văn bản."
        details = (f"Nguyên văn: {expected.text}",)
        return _finding("FID-002", document, record, expected, actual, message, details)
    return _extra(document, record, actual)


def _finding(
    code: str,
    document: Document,
    record: TextOfRecord,
    expected: Provision,
    actual: Provision | None,
    message: str,
    details: tuple[str, ...],
) -> Finding:
    last = document.provisions[-1].span if document.provisions else Span(document.path)
    remedy = RESTORE.format(record=record.path, line=expected.span.line)
    span = actual.span if actual else last
    return Finding(code, Span(span.file, span.line, 1) if code != "FID-001" else span, message, remedy, details=details)


def _altered(
    library: Library, document: Document, record: TextOfRecord, expected: Provision, actual: Provision
) -> Finding:
    offset = _first_difference(expected.text, actual.text)
    line = actual.text.count("\n", 0, offset)
    column = offset - (actual.text.rfind("\n", 0, offset) + 1) + (actual.span.column if not line else 1)
    message = (
        f"{expected.id} khác nguyên văn từ ký tự thứ {offset + 1}{_characters(expected.text, actual.text, offset)}."
    )
    details = [*_both(expected, actual)]
    translated = library.provision("en", document.id, expected.id)
    if translated and translated.translates != fingerprint(actual.text):
        details.append(f"Nếu đổi thật, bản dịch cần xem lại: {translated.span.file}:{translated.span.line}")
    remedy = RESTORE.format(record=record.path, line=expected.span.line + line)
    return Finding(
        "FID-001", Span(actual.span.file, actual.span.line + line, column), message, remedy, details=tuple(details)
    )


def _both(expected: Provision, actual: Provision) -> tuple[str, str]:
    return (f"Nguyên văn: {_one_line(expected.text)}", f"Đang ghi:   {_one_line(actual.text)}")


def _one_line(text: str) -> str:
    return text.replace("\n", " ⏎ ")


def _extra(document: Document, record: TextOfRecord, actual: Provision) -> Finding:
    same = [p for p in document.provisions if p.id and p.id == actual.id]
    message = f"Dòng này không có trong nguyên văn {record.path}."
    if len(same) > 1:
        message = f"Mã {actual.id} đã dùng ở dòng {same[0].span.line}; dòng này không có trong nguyên văn."
    remedy = "Xóa dòng này, hoặc đưa chú thích của người biên tập sang trang khác."
    return Finding("FID-003", Span(actual.span.file, actual.span.line, 1), message, remedy)


def _first_difference(one: str, other: str) -> int:
    for offset, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return offset
    return min(len(one), len(other))


def _characters(expected: str, actual: str, offset: int) -> str:
    """Names the code points where the eye cannot tell them apart."""
    one, other = expected[offset : offset + 1], actual[offset : offset + 1]
    letters = one.isalnum() and other.isalnum() and one.isascii() == other.isascii()
    if not one or not other or (letters and other not in LOOKALIKES):
        return ""
    return f" (U+{ord(one):04X} {unicodedata.name(one, '')}; đang ghi U+{ord(other):04X} {unicodedata.name(other, '')})"
