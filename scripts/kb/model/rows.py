"""A row of a table, which is one line of words: its cells between bars, and how they lie on the table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count as naturals
from itertools import pairwise, takewhile
from typing import NamedTuple

# Behind the ID, and so no word of the row: it names the columns; `o=` has the columns, and the rows, of each cell.
HEAD = "dau-bang"
SPANS = "o"
FORM = re.compile(r"\| .* \|")
# Other bars are letters of a cell: `a|b`, and one that stands free has a backslash.
BAR = re.compile(r"(?<!\S)\|(?!\S)")
FREE = re.compile(r"(?<!\S)(?P<escapes>\\*)\|(?!\S)")
ESCAPED = re.compile(r"(?<!\S)\\(?P<rest>\\*\|)(?!\S)")
_SPAN = r"[1-9]\d?(?:x[1-9]\d{0,2})?"
LAYOUT = rf"(?P<head>\s+{HEAD})?(?:\s+{SPANS}=(?P<spans>{_SPAN}(?:,{_SPAN}){{0,98}}))?"

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """How a row lies on its table.

    `head` says that its cells name columns; `spans` has of each cell over how many columns and rows it goes, and is
    empty where each takes one; `place` counts the rows of a table from 1, `table` the tables of a section.
    """

    head: bool = False
    spans: Spans = ()
    place: int = 0
    table: int = 0

    @property
    def written(self) -> str:
        """Its layout as it stands behind an ID, each word after a blank.

        >>> Row(True, ((1, 2), (2, 1))).written
        ' dau-bang o=1x2,2'
        """
        plain = all(each == (1, 1) for each in self.spans)
        told = ",".join(f"{columns}x{rows}" if rows > 1 else str(columns) for columns, rows in self.spans)
        return (f" {HEAD}" if self.head else "") + ("" if plain else f" {SPANS}={told}")

    def over(self, cells: int) -> Spans:
        """Over how many columns and rows each of so many cells goes."""
        return self.spans if len(self.spans) == cells else ((1, 1),) * cells


class Placed(NamedTuple):
    """The first column of a cell, and over how many columns and rows it goes."""

    column: int
    columns: int
    down: int


def grid(rows: Sequence[Row], cells: Sequence[int]) -> list[list[Placed]]:
    """Where the cells of the rows of one table lie; `cells` counts those of each row.

    Each begins in the first free column; none reaches into another one, or from the names of columns into the rest, or
    out of the table, whatever the rows say.
    """
    found: list[list[Placed]] = []
    taken: list[set[int]] = [set() for _ in rows]
    for at, (row, count) in enumerate(zip(rows, cells, strict=True)):
        rest = sum(1 for _ in takewhile(lambda each, head=row.head: each.head == head, rows[at:]))
        found.append([])
        for columns, down in row.over(count):
            column = next(each for each in naturals() if each not in taken[at])
            free = sum(1 for _ in takewhile(lambda each, at=at: each not in taken[at], range(column, column + columns)))
            found[-1].append(Placed(column, free, min(down, rest)))
            for below in taken[at : at + min(down, rest)]:
                below.update(range(column, column + free))
    return found


def begins(row: Row, last: Row | None) -> bool:
    """Whether a row is the first of a table; `last` is the row before it, None where something else stands there."""
    return last is None or (row.head and not last.head)


def is_row(text: str) -> bool:
    """Whether the words of a paragraph are a row."""
    return FORM.fullmatch(text) is not None


def cells(text: str) -> tuple[str, ...]:
    r"""The words of the cells of a row.

    >>> cells("| 1 | | a|b \\| c |")
    ('1', '', 'a|b | c')
    """
    return tuple(unescaped(text[start:end]) for start, end in places(text))


def unescaped(words: str) -> str:
    """Words of a cell with the bars that stand free in them."""
    return ESCAPED.sub(r"\g<rest>", words)


def places(text: str) -> list[tuple[int, int]]:
    """Where the words of each cell begin and end."""
    found = []
    for left, right in pairwise(each.start() for each in BAR.finditer(text)):
        words = text[left + 1 : right].strip()
        start = text.index(words, left + 1)
        found.append((start, start + len(words)))
    return found


def row(cells: Iterable[str]) -> str:
    """The words of cells, none of which begins or ends with a blank, as those of a row."""
    held = (FREE.sub(r"\g<escapes>\\|", each) for each in cells)
    return " ".join(each for cell in held for each in ("|", cell) if each) + " |"


def spans(written: str | None) -> Spans:
    """What stands behind `o=`.

    >>> spans("2,1x3")
    ((2, 1), (1, 3))
    """
    found = (each.partition("x") for each in (written or "").split(",") if each)
    return tuple((int(columns), int(rows or 1)) for columns, _, rows in found)
