"""Places in a text, as findings give them and as the protocol does."""

from __future__ import annotations

import re
from bisect import bisect_right

from lsprotocol.types import Position, Range
from pygls.workspace import PositionCodec

from kb.model.text import BOM

LINE_END = re.compile(r"\r\n|\n|\r")


class Positions:
    """A text as the client has it.

    A finding counts from 1, lines by line feeds and columns by code points, and knows of no byte order mark. The
    protocol counts from 0, ends a line at a lone carriage return too, and columns by the units that were agreed on:
    those of UTF-16, in which a character beyond U+FFFF is two, unless the client prefers others.
    """

    def __init__(self, text: str, codec: PositionCodec) -> None:
        self._text = text
        self._codec = codec
        feed = "\n" if "\n" in text else "\r"
        self._ours = [len(text) - len(text.removeprefix(BOM)), *(found.end() for found in re.finditer(feed, text))]
        self._theirs = [0, *(found.end() for found in LINE_END.finditer(text))]

    def position(self, line: int, column: int) -> Position:
        """Where the client has a line and column of ours; the end of the text for what is beyond it."""
        start = self._ours[line - 1] if line <= len(self._ours) else len(self._text)
        offset = min(start + column - 1, len(self._text))
        number = bisect_right(self._theirs, offset) - 1
        return Position(number, self._codec.client_num_units(self._text[self._theirs[number] : offset]))

    def range(self, line: int, start: int, end: int) -> Range:
        """The part of a line of ours from one column to before another."""
        return Range(self.position(line, start), self.position(line, end))

    def place(self, position: Position) -> tuple[int, int]:
        """Our line and column for a position of the client."""
        number = min(position.line, len(self._theirs) - 1)
        start, end = self._theirs[number], (*self._theirs, len(self._text))[number + 1]
        line = self._text[start:end].rstrip("\r\n")
        # The codec takes the last character for the end of the line.
        found = self._codec.position_from_client_units([f"{line}\n"], Position(0, position.character))
        offset = start + min(found.character, len(line))
        ours = max(bisect_right(self._ours, offset), 1)
        return ours, max(offset - self._ours[ours - 1], 0) + 1

    def line(self, number: int) -> str:
        """A line of ours without its end."""
        if number > len(self._ours):
            return ""
        start, end = self._ours[number - 1], (*self._ours, len(self._text))[number]
        return self._text[start:end].rstrip("\r\n")
