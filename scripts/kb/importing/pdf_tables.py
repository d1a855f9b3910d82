"""The tables of a PDF page: what its ruled lines enclose."""

from __future__ import annotations

import ctypes
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import product
from operator import neg
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from kb.importing.pdf_columns import Line, rows
from kb.model.rows import Row
from kb.model.rows import row as joined

# In points: a rule is no thicker, ends that are no farther apart meet, and a shorter stroke is an ornament.
THICK = 3.0
NEAR = 3.0
SHORT = 6.0
MOST_STROKES = 20_000
MOST_RULES = 1_000
MOST_SLOTS = 4_000


class Rule(NamedTuple):
    """A straight stroke along a page: at `at` from `start` to `end`."""

    at: float
    start: float
    end: float

    def covers(self, place: float) -> bool:
        """Whether it runs by a place on the other axis."""
        return self.start - NEAR <= place <= self.end + NEAR


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell by its first column and row from the top, and over how many of them it goes."""

    column: int
    row: int
    columns: int
    rows: int


@dataclass(slots=True)
class Table:
    """Its cells, by the slots of the grid that they take; `across` rise from the left, `down` fall from the top."""

    across: list[float]
    down: list[float]
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)

    @property
    def rows(self) -> dict[int, list[Cell]]:
        """The cells that begin in each row, from left to right."""
        found: dict[int, list[Cell]] = {}
        for each in dict.fromkeys(self.cells[slot] for slot in sorted(self.cells)):
            found.setdefault(each.row, []).append(each)
        return dict(sorted(found.items()))

    def cell(self, x: float, y: float) -> Cell | None:
        """The cell at a place of the page."""
        column, row = bisect(self.across, x) - 1, bisect(self.down, -y, key=neg) - 1
        return self.cells.get((column, row))


def tables(page: pypdfium2.PdfPage) -> list[Table]:
    """The tables of a page from the top down; none where there are more strokes than tables have."""
    level, upright = map(_joined, _rules(page))
    if len(level) + len(upright) > MOST_RULES:
        return []
    found = (_table(*parts) for parts in _connected(level, upright))
    return sorted((each for each in found if each), key=lambda each: -each.down[0])


def _rules(page: pypdfium2.PdfPage) -> tuple[list[Rule], list[Rule]]:
    level: list[Rule] = []
    upright: list[Rule] = []
    for path in page.get_objects([raw.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = path.get_bounds()
        whole = top - bottom <= THICK or right - left <= THICK
        for a, b, c, d in [(left, bottom, right, top)] if whole else _strokes(path):
            if d - b <= THICK and c - a >= SHORT:
                level.append(Rule((b + d) / 2, a, c))
            elif c - a <= THICK and d - b >= SHORT:
                upright.append(Rule((a + c) / 2, b, d))
        if len(level) + len(upright) > MOST_STROKES:
            return [], []
    return level, upright


def _strokes(path: pypdfium2.PdfObject) -> Iterator[tuple[float, float, float, float]]:
    """The boxes of the straight strokes of a path, which may hold a whole table."""
    matrix, x, y = path.get_matrix(), ctypes.c_float(), ctypes.c_float()
    first = last = None
    for number in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, number)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point, kind = matrix.on_point(x.value, y.value), raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == raw.FPDF_SEGMENT_LINETO and last:
            yield _box(last, point)
        if raw.FPDFPathSegment_GetClose(segment) and first:
            yield _box(point, first)
        last = point


def _box(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float, float, float]:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])


def _joined(rules: list[Rule]) -> list[Rule]:
    """Strokes that go on in one another as one."""
    places = _places(each.at for each in rules)
    found: list[Rule] = []
    for at, start, end in sorted((places[bisect(places, each.at) - 1], each.start, each.end) for each in rules):
        if found and found[-1].at == at and start <= found[-1].end + NEAR:
            found[-1] = Rule(at, found[-1].start, max(found[-1].end, end))
        else:
            found.append(Rule(at, start, end))
    return found


def _places(values: Iterator[float]) -> list[float]:
    """Rising places, one for those that are near each other."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > NEAR:
            found.append(value)
    return found


def _connected(level: list[Rule], upright: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Strokes that touch one another, group by group."""
    left = set(range(len(upright)))
    rest = set(range(len(level)))
    while rest:
        flat, tall, todo = set(), set(), [(True, rest.pop())]
        while todo:
            is_level, number = todo.pop()
            own, others, pool = (level, upright, left) if is_level else (upright, level, rest)
            (flat if is_level else tall).add(number)
            touched = {each for each in pool if _touch(own[number], others[each])}
            pool -= touched
            todo += [(not is_level, each) for each in touched]
        yield [level[each] for each in sorted(flat)], [upright[each] for each in sorted(tall)]


def _touch(one: Rule, other: Rule) -> bool:
    return one.covers(other.at) and other.covers(one.at)


def _table(level: list[Rule], upright: list[Rule]) -> Table | None:
    """The table that strokes make: at least two columns, of cells that are all oblong; of one that goes on on the next
    page a single row may stand here.
    """
    table = Table(_places(each.at for each in upright), _places(each.at for each in level)[::-1])
    columns, rows = len(table.across) - 1, len(table.down) - 1
    if columns < 2 or rows < 1 or columns * rows > MOST_SLOTS:
        return None
    for row, column in product(range(rows), range(columns)):
        if (column, row) in table.cells:
            continue
        middle = (table.down[row] + table.down[row + 1]) / 2
        wide = _reach(upright, table.across[column + 1 : -1], middle)
        centre = (table.across[column] + table.across[column + 1]) / 2
        high = _reach(level, table.down[row + 1 : -1], centre)
        slots = list(product(range(column, column + wide), range(row, row + high)))
        if any(slot in table.cells for slot in slots):
            return None
        table.cells |= dict.fromkeys(slots, Cell(column, row, wide, high))
    return table


def laid(table: Table, pieces: list[Line]) -> Iterator[Line]:
    """The rows of a table that have words, each a line; the first row names the columns, and those it reaches into."""
    held: dict[Cell, list[Line]] = {}
    for piece in pieces:
        held.setdefault(table.cell(*piece.middle), []).append(piece)
    first, *_ = table.rows.values()
    heads = max(each.rows for each in first)
    for number, cells in table.rows.items():
        texts = [" ".join(line.text for line in rows(held.get(each, []))) for each in cells]
        if any(texts):
            top, bottom = table.down[number], table.down[number + 1]
            row = Row(number < heads, tuple((each.columns, each.rows) for each in cells))
            edges, piece = tuple(table.across), pieces[0]
            yield Line(joined(texts), edges[0], edges[-1], bottom, top, piece.page, piece.width, row, edges)


def over_pages(lines: list[Line]) -> Iterator[Line]:
    """Without the heads that a table repeats on each page; where it goes on, no other row names its columns."""
    edges: tuple[float, ...] = ()
    heads: set[str] = set()
    begun = 0
    for line in lines:
        if not line.row or not _alike(edges, line.edges):
            heads, begun = set(), line.page
        elif line.page != begun and line.text in heads:
            continue
        elif line.page != begun:
            line.row = replace(line.row, head=False)
        edges = line.edges
        if line.row and line.row.head:
            heads.add(line.text)
        yield line


def _alike(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return len(one) == len(other) > 0 and all(abs(a - b) <= NEAR for a, b in zip(one, other, strict=True))


def _reach(rules: list[Rule], edges: list[float], place: float) -> int:
    """Over how many slots a cell goes, up to the first edge along which a stroke runs."""
    for number, edge in enumerate(edges, 1):
        if any(abs(each.at - edge) <= NEAR and each.covers(place) for each in rules):
            return number
    return len(edges) + 1
