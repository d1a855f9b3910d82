"""The bytes of a file as text, and what to say where they are none, or two, or begin with a mark."""

from __future__ import annotations

import re

from kb.model.finding import Edit, Finding, Severity, Span
from kb.model.text import BOM

SAVE = "Lưu lại tệp theo bảng mã UTF-8."
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# What git writes around two changes of one place. The line between them may also underline a heading.
UNMERGED = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)


class NotText(Exception):
    """The bytes are no UTF-8, or not one text; `finding` says where and why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def decode(raw: bytes, file: str) -> str:
    """The text of a file, with all that it begins with and its line ends as they are. Raises NotText."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        message = f"Tệp không phải UTF-8 (byte thứ {error.start + 1})."
        if raw.startswith(UTF_16):
            line, message = 1, "Tệp lưu theo UTF-16, không phải UTF-8."
        raise NotText(Finding("TEXT-006", Span(file, line), message, SAVE)) from error


def whole(text: str, file: str) -> str:
    """The text, where it is one. Raises NotText where git has left two in it, of which an editor must choose."""
    if found := UNMERGED.search(text):
        span = Span(file, text.count("\n", 0, found.start()) + 1)
        remedy = "Giữ một trong hai bản, rồi xóa các dòng <<<<<<<, =======, >>>>>>>."
        raise NotText(Finding("FILE-006", span, "Tệp còn dấu chưa gộp xong của git.", remedy))
    return text


def byte_order_mark(text: str, file: str, severity: Severity) -> list[Finding]:
    """What is to be said of a text that begins with a byte order mark."""
    if not text.startswith(BOM):
        return []
    message = "Tệp bắt đầu bằng dấu BOM (U+FEFF), không nhìn thấy được."
    remedy = "Lưu lại tệp theo «UTF-8», không phải «UTF-8 with BOM»."
    # The text has no mark any more, and a file that is written anew has none.
    edits = (Edit(Span(file), 0, ""),) if severity is Severity.ERROR else ()
    return [Finding("TEXT-007", Span(file), message, remedy, severity, edits=edits)]
