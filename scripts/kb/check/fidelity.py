"""The published text equals the text of record, provision by provision."""

from __future__ import annotations

from collections.abc import Iterator

from kb.check.alignment import Deviation, compare
from kb.model.document import Document
from kb.model.finding import Finding
from kb.model.library import Library


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
