"""Tables of documents in a Word file: rules round the cells, and the rows that name columns on every sheet."""

from __future__ import annotations

from docx.document import Document as Opened
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from kb.export.taken import Line, placed
from kb.export.word_blank import CELL, CITED
from kb.model.rows import Placed

BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
WHOLE = f'<w:tblPr {nsdecls("w")}><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{BORDERS}</w:tblBorders></w:tblPr>'

# Between the margins of the sheet, in twentieths of a point.
ACROSS = 9350
SHORTEST, LONGEST, PADDING = 5, 45, 4


def add(opened: Opened, lines: tuple[Line, ...], source: str = "") -> None:
    """Put a table behind what is there, and below it where it comes from, if that is to be told.

    Written as elements: python-docx looks for each cell among all others.
    """
    laid, width = placed(lines)
    table = OxmlElement("w:tbl")
    table.append(parse_xml(WHOLE))
    columns = OxmlElement("w:tblGrid")
    widths = _widths(lines, laid, width)
    columns.extend(_set("w:gridCol", "w:w", str(each)) for each in widths)
    table.append(columns)
    running: list[Placed] = []
    for line, places in zip(lines, laid, strict=True):
        row = OxmlElement("w:tr")
        _marked(row, "w:trPr", "w:cantSplit", *(("w:tblHeader",) if line.row.head else ()))
        cells = [(place, words, False) for place, words in zip(places, line.cells, strict=True)]
        cells += [(place, "", True) for place in running]
        # Word knows no place of a cell, only what stands before it.
        full = {each for place, _, _ in cells for each in range(place.column, place.column + place.columns)}
        cells += [(Placed(each, 1, 1), "", False) for each in range(width) if each not in full]
        for place, words, goes_on in sorted(cells, key=lambda each: each[0].column):
            across = sum(widths[place.column : place.column + place.columns])
            row.append(_cell(place, words, goes_on, line.row.head, across))
        table.append(row)
        running = [each._replace(down=each.down - 1) for each in (*running, *places) if each.down > 1]
    opened.element.body.insert_element_before(table, "w:sectPr")
    for paragraph in table.iter(qn("w:p")) if source else ():
        paragraph.get_or_add_pPr().append(OxmlElement("w:keepNext"))
    # Two tables without a paragraph between them would be one.
    opened.add_paragraph(source)._p.style = (CITED if source else CELL).replace(" ", "")


def _widths(lines: tuple[Line, ...], laid: list[list[Placed]], width: int) -> list[int]:
    """Of each column, by the longest words that stand in it alone, so that a number takes little of the sheet."""
    longest = [SHORTEST] * width
    for line, places in zip(lines, laid, strict=True):
        for words, place in zip(line.cells, places, strict=True):
            if place.columns == 1:
                longest[place.column] = max(longest[place.column], min(len(words) + PADDING, LONGEST))
    return [ACROSS * each // sum(longest) for each in longest]


def _cell(place: Placed, words: str, goes_on: bool, head: bool, across: int) -> OxmlElement:
    cell = OxmlElement("w:tc")
    properties = OxmlElement("w:tcPr")
    properties.append(_set("w:tcW", "w:w", str(across)))
    if place.columns > 1:
        properties.append(_set("w:gridSpan", "w:val", str(place.columns)))
    if goes_on or place.down > 1:
        properties.append(_set("w:vMerge", "w:val", "continue" if goes_on else "restart"))
    cell.append(properties)
    paragraph = OxmlElement("w:p")
    paragraph.style = CELL.replace(" ", "")
    run = paragraph.add_r()
    run.text = words
    if head:
        run.get_or_add_rPr().append(OxmlElement("w:b"))
    cell.append(paragraph)
    return cell


def _marked(element: OxmlElement, properties: str, *marks: str) -> None:
    held = OxmlElement(properties)
    held.extend(OxmlElement(mark) for mark in marks)
    element.append(held)


def _set(tag: str, name: str, value: str) -> OxmlElement:
    element = OxmlElement(tag)
    element.set(qn(name), value)
    return element
