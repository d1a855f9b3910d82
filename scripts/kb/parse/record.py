"""A received text (plain text, Party or State layout) read into provisions with the IDs that they must have."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator

from kb.model import outline, titleblock
from kb.model.document import TITLE, TITLE_ID, Provision, TextOfRecord
from kb.model.finding import Span
from kb.model.labels import RULE
from kb.model.mending import mended
from kb.model.text import plain


def read(raw: bytes, path: str) -> TextOfRecord:
    """Read the bytes of a text of record.

    The provisions are in NFC, trimmed at both ends and otherwise unchanged; `span` is the line in the file.
    Raises UnicodeDecodeError where the bytes are not UTF-8.
    """
    text = unicodedata.normalize("NFC", plain(raw.decode("utf-8")))
    return TextOfRecord(path, hashlib.sha256(raw).hexdigest(), tuple(_provisions(text, path)))


def _provisions(text: str, path: str) -> Iterator[Provision]:
    lines = [(number, line.strip()) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    body = titleblock.read([mended(line)[0] for _, line in lines]).end
    if body:
        title = "\n".join(line for _, line in lines[:body] if not RULE.fullmatch(line))
        yield Provision(TITLE_ID, TITLE, 0, title, Span(path, lines[0][0]))
    yield from outline.provisions(lines[body:], path)
