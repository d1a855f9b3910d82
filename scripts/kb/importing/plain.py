"""A file of plain text → what was received."""

from __future__ import annotations

import re
import unicodedata

from kb.importing.letters import TCVN3, by_content, decode
from kb.importing.received import Paragraph, Received, Refused
from kb.importing.wrapping import is_wrapped, joined, without_frames
from kb.model.text import plain
from kb.model.titlecolumns import columns

# Quotation marks and dashes stand where Latin-1 has nothing.
WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}
HEAD = 40
LARGEST = 10_000_000
MOST_LINES = 200_000
UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read(raw: bytes) -> Received:
    """The paragraphs of a text: its lines, or where these are broken at a width, what they make joined."""
    received = Received()
    if len(raw) > LARGEST or raw.count(b"\n") > MOST_LINES:
        raise Refused("Tệp chữ thuần quá dài; không nhập.")
    text = _decoded(raw, received)
    lines = without_frames(re.split(r"[\n\f\v]", text), received)
    lines = [part for line in lines[:HEAD] for part in columns(line)] + lines[HEAD:]
    if is_wrapped(lines):
        lines = joined(lines)
        received.note("Các dòng bị ngắt cứng đã được nối lại thành đoạn.")
    received.paragraphs = [Paragraph(line) for each in lines if (line := _line(each))]
    return received


def _line(text: str) -> str:
    return text.strip(" \t\r\u00a0")


def _decoded(raw: bytes, received: Received) -> str:
    if raw.startswith(UTF16):
        text = raw.decode("utf-16", "replace")
    else:
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            text = raw.decode("cp1258", "replace")
            if text.count("\ufffd") * 20 > len(text):
                raise Refused("Tệp không phải là chữ thuần theo UTF-8 hay một bảng mã tiếng Việt cũ.") from None
            western = raw.decode("latin-1").translate(WINDOWS)
            text = western if by_content(western) else text
    text = plain(text)
    if encoding := by_content(text):
        kind = "TCVN3" if encoding.startswith(TCVN3) else encoding
        received.warn(f"Chữ theo bảng mã cũ {kind} đã đổi sang Unicode; hãy đối chiếu với bản gốc.")
        text = decode(text, encoding)
    return unicodedata.normalize("NFC", text)
