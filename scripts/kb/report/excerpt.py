"""A line of a source with a caret under one of its characters, in the cells of a terminal."""

from __future__ import annotations

import unicodedata

from kb.report.contents import VISIBLE

# Provisions run to 700 characters; a terminal that shows two columns of files still shows this many cells.
WIDTH = 100
# So many code points on either side are looked at: enough for that width, even where each letter has marks of its own.
REACH = 4 * WIDTH
CUT = "…"
TAB = " " * 4


def excerpt(line: str, column: int) -> tuple[str, int]:
    """The part of `line` around `column` (from 1, in code points), and how many cells stand before the column.

    A column on a combining mark means the character that carries it; one beyond the line means its end.
    """
    at = min(column - 1, len(line))
    nearby = slice(max(at - REACH, 0), at + REACH)
    glyphs = [TAB if char == "\t" else char.translate(VISIBLE) for char in line[nearby]]
    cells = [_cells(glyph) for glyph in glyphs]
    at -= nearby.start
    while 0 < at < len(glyphs) and not cells[at]:
        at -= 1
    first, last = _window(cells, at)
    before = CUT if first or nearby.start else ""
    after = CUT if last < len(glyphs) or nearby.stop < len(line) else ""
    return before + "".join(glyphs[first:last]) + after, len(before) + sum(cells[first:at])


def _cells(glyph: str) -> int:
    if glyph == TAB:
        return len(TAB)
    if unicodedata.category(glyph) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(glyph) in "WF" else 1


def _window(cells: list[int], at: int) -> tuple[int, int]:
    """The widest range around `at` that fits with a mark where something is cut off; all where all fits."""
    if sum(cells) <= WIDTH:
        return 0, len(cells)
    room = WIDTH - 2 * len(CUT)
    first, left = _leftward(cells, at, room // 2)
    last = at
    while last < len(cells) and left + cells[last] <= room:
        left += cells[last]
        last += 1
    first, _ = _leftward(cells, first, room - left)
    while first < at and not cells[first]:
        first += 1  # a mark whose character is cut off would sit on the sign of the cut
    return first, last


def _leftward(cells: list[int], first: int, room: int) -> tuple[int, int]:
    used = 0
    while first and used + cells[first - 1] <= room:
        first -= 1
        used += cells[first]
    return first, used
