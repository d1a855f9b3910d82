"""What belongs to a text and what only to the file in which it is kept."""

from __future__ import annotations

import re
from collections.abc import Sequence

BOM = "\ufeff"
# What no XML document can hold, and so neither a Word file nor Akoma Ntoso.
UNHELD = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# Opens and closes front matter.
FENCE = "---"


def closing(lines: Sequence[str]) -> int:
    """The index of the line that closes front matter; 0 where none does."""
    return next((number for number, line in enumerate(lines) if number and line.rstrip() == FENCE), 0)


def plain(text: str) -> str:
    """The text without byte order mark and with line feeds for line ends; a carriage return inside a line stays."""
    text = text.removeprefix(BOM).replace("\r\n", "\n")
    return text if "\n" in text else text.replace("\r", "\n")


def holdable(text: str) -> str:
    """The text without the control characters that a scan may leave in it."""
    return UNHELD.sub("", text)
