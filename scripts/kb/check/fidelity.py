"""The published text equals the text of record, provision by provision."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from hashlib import sha256

from kb.check.alignment import Deviation, compare
from kb.model.document import SOURCES, Document, TextOfRecord
from kb.model.finding import Finding
from kb.model.library import Library, refused
from kb.model.memory import Memory
from kb.model.text import BOM, plain


def records(library: Library) -> Iterator[Finding]:
    """Every document held in full has a text of record, unchanged since it was registered."""
    for document in library.originals.values():
        if not document.held or not document.source:
            continue
        record = library.records.get(document.id)
        if record is None:
            file = f"docs/_source/{document.source}"
            if refused(file, library.unreadable):
                continue  # said where it was met
            message = f"Không có nguyên văn {file}."
            remedy = "Đặt tệp nhận được vào docs/_source/ và ghi đúng tên ở «source»."
            if moved := elsewhere(library, document):
                remedy = f"Nguyên văn ấy nay là {moved}: đổi lại tên tệp, hoặc ghi tên ấy ở «source»."
            yield Finding("SRC-002", document.place_of("source"), message, remedy)
        elif document.sha256 and record.sha256 != document.sha256:
            message = f"{record.path} không còn đúng như khi đăng ký: mã SHA-256 khác."
            remedy = "Lấy lại tệp gốc. Nếu đã thay bằng bản nhận được đúng hơn thì ghi mã mới vào «sha256»."
            if slip := _slip(library.sources[record.path], document.sha256):
                message = f"{record.path} khác bản đã đăng ký chỉ ở {slip}; chữ thì đúng."
                remedy = "Lấy lại tệp gốc, và mở hay chép tệp bằng chương trình không đổi những ký tự ấy."
            details = (f"Đã đăng ký: {document.sha256}", f"Tệp hiện có: {record.sha256}")
            yield Finding("SRC-001", document.place_of("sha256"), message, remedy, details=details)


def elsewhere(library: Library, document: Document) -> str | None:
    """The file that the text of record of a document has become, where that is not the one that is named."""
    if not document.source or document.id in library.records:
        return None
    texts = ((file, text) for file, text in sorted(library.unused.items()) if file.startswith(SOURCES))
    return next((file for file, text in texts if sha256(text.encode()).hexdigest() == document.sha256), None)


def _slip(text: str, registered: str) -> str:
    """What a program has changed in a text of record without touching a word; empty where that is not all."""
    ends = "CRLF" if "\r\n" in text else "LF" if "\n" in text else "CR"
    marked, bare = text.startswith(BOM), plain(text)
    for end, name in (("\n", "LF"), ("\r\n", "CRLF"), ("\r", "CR")):
        for mark in ("", BOM):
            for tail in (bare, bare.rstrip("\n"), bare.rstrip("\n") + "\n"):
                if sha256((mark + tail.replace("\n", end)).encode()).hexdigest() == registered:
                    slips = [
                        f"ký tự xuống dòng (đã đăng ký: {name}, tệp hiện có: {ends})" if name != ends else "",
                        f"dấu BOM ở đầu tệp ({'thừa' if marked else 'thiếu'})" if marked != bool(mark) else "",
                        "dòng trống cuối tệp" if tail != bare else "",
                    ]
                    return " và ".join(slip for slip in slips if slip)
    return ""


def deviations(library: Library, memory: Memory) -> Iterator[tuple[Document, list[Deviation]]]:
    """The documents that deviate, and in what; a record that is itself in doubt is compared with nothing."""
    for document in library.originals.values():
        record = library.record(document)
        if record and (
            found := memory.recall((__name__, document.path), (record, document), partial(_compared, record, document))
        ):
            yield document, found


def _compared(record: TextOfRecord, document: Document) -> list[Deviation]:
    return compare(document.without_strays(record.provisions), document.provisions)
