"""What belongs to a text and what only to the file in which it is kept."""

from __future__ import annotations

BOM = "\ufeff"


def plain(text: str) -> str:
    """The text without byte order mark and with line feeds for line ends; a carriage return inside a line stays."""
    text = text.removeprefix(BOM).replace("\r\n", "\n")
    return text if "\n" in text else text.replace("\r", "\n")
