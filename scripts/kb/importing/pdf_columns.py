"""Pieces of a PDF page in the order in which they are read: rows, and the columns of header and signature."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kb.model.rows import Row
from kb.model.titlelines import begins_body

GAP = 18
ASKEW = 25


@dataclass(slots=True)
class Line:
    """A line of a page, or the part of one that stands in a column; lengths in points.

    `row` is None outside the tables that strokes make; `edges` are those of its columns.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    page: int
    width: float
    row: Row | None = None
    edges: tuple[float, ...] = ()

    @property
    def middle(self) -> tuple[float, float]:
        """The place of its middle."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2


def rows(pieces: list[Line]) -> Iterator[Line]:
    """Pieces of text in rows from top to bottom; a wide gap divides a row into columns."""
    found: list[list[Line]] = []
    for line in sorted(pieces, key=lambda each: -(each.bottom + each.top)):
        line.text = " ".join(line.text.split())
        middle = (line.bottom + line.top) / 2
        if found and found[-1][0].bottom <= middle <= found[-1][0].top:
            found[-1].append(line)
        else:
            found.append([line])
    for row in found:
        current: Line | None = None
        for line in sorted(row, key=lambda each: each.left):
            if current is not None and not _apart(current, line):
                space = " " if line.left - current.right > 1.2 else ""
                current.text += space + line.text
                current.right = max(current.right, line.right)
                current.top, current.bottom = max(current.top, line.top), min(current.bottom, line.bottom)
            else:
                if current is not None:
                    yield current
                current = line
        if current is not None:
            yield current


def _apart(first: Line, second: Line) -> bool:
    """Whether two pieces of a row stand in different columns: a tab behind a label or a wide blank makes none."""
    return second.left - first.right >= GAP and side(first) == "left" and side(second) == "right"


def by_column(lines: list[Line]) -> Iterator[Line]:
    """The left column before the right one, wherever neighbouring lines stand in two."""
    middle = (min((each.left for each in lines), default=0) + max((each.right for each in lines), default=0)) / 2
    sides = [
        "" if _between(each, middle) or (begins_body(each.text) and not _has_other_column(lines, at)) else side(each)
        for at, each in enumerate(lines)
    ]
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and sides[end]:
            end += 1
        run = range(at, end)
        if any(sides[a] != sides[b] and _beside(lines[a], lines[b]) for a, b in pairwise(run)):
            yield from (lines[each] for side in ("left", "right") for each in run if sides[each] == side)
        else:
            yield from (lines[each] for each in run)
        if end < len(lines):
            yield lines[end]
        at = end + 1


def _has_other_column(lines: list[Line], at: int) -> bool:
    """Whether a piece of the other column stands in the row: `Nơi nhận:` beside an office."""
    own, near = side(lines[at]), (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2])
    return any(_beside(lines[at], each) and own and side(each) not in ("", own) for each in near)


def _between(line: Line, middle: float) -> bool:
    """Whether a line is centred: on the text, or on the page, whose margins may differ."""
    centre = (line.left + line.right) / 2
    return abs(centre - middle) < 10 or abs(centre - line.width / 2) < ASKEW


def _beside(one: Line, other: Line) -> bool:
    """Whether two pieces stand in one row."""
    return min(one.top, other.top) - max(one.bottom, other.bottom) > 3


def side(line: Line) -> str:
    """The half of the page that a line keeps to; empty for one that crosses its middle."""
    middle = line.width / 2
    return (
        "left"
        if line.right < middle + 12
        else "right"
        if line.left > middle - 40 and line.left > line.width * 0.4
        else ""
    )
