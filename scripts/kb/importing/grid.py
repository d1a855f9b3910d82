"""The grid of a table in a Word file: its rows, and where in them each cell lies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from kb.importing.numbering import W, value, whole
from kb.importing.styles import flag

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
THROUGH = tuple(W + each for each in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
# As many as Word knows.
MOST_COLUMNS = 63


@dataclass(frozen=True, slots=True)
class Place:
    """The first column of a cell and over how many it goes; `goes_on` says that it is one with the cell above."""

    column: int
    columns: int = 1
    goes_on: bool = False


def flat(container: etree._Element) -> Iterator[etree._Element]:
    """What stands in an element, also in content controls and accepted insertions."""
    for child in container:
        if child.tag in THROUGH:
            yield from flat(child)
        elif child.tag == MC + "AlternateContent":
            yield from flat(next(iter(child), child))
        elif isinstance(child.tag, str):
            yield child


def rows(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table."""
    return (each for each in flat(table) if each.tag == W + "tr")


def is_head(row: etree._Element) -> bool:
    """Whether a row is one that Word repeats at the top of every sheet."""
    return bool(flag(row.find(W + "trPr"), "tblHeader"))


def cells(row: etree._Element) -> Iterator[tuple[etree._Element | None, Place]]:
    """The cells of a row with their places; None stands for columns that a row leaves out at its beginning."""
    column = _columns(row.find(f"{W}trPr/{W}gridBefore"), 0)
    if column:
        yield None, Place(0, column)
    for cell in flat(row):
        if cell.tag == W + "tc":
            merged = cell.find(f"{W}tcPr/{W}vMerge")
            # Word shows no words of a cell that goes on; that is no reason to leave them out.
            goes_on = merged is not None and value(merged) != "restart" and not any(t.text for t in cell.iter(W + "t"))
            columns = _columns(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
            yield cell, Place(column, columns, goes_on)
            column += columns


def _columns(element: etree._Element | None, least: int) -> int:
    return min(max(whole(value(element), least), least), MOST_COLUMNS)
