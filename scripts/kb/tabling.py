"""Rows of tables as elements: the part of the site's syntax that makes tables of provisions.

A row is the element with its ID; its last cell holds no words, but what belongs to it.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor

from kb.model.rows import LAYOUT, Row, is_row, places, spans

ROW = rf"(?: row=(?P<begins>first-)?(?P<row>head|body){LAYOUT})?"
# Until the row is in its table.
BEGINS = "data-begins"
HEAD, BODY = "thead", "tbody"


def fill(row: etree.Element, found: re.Match[str]) -> None:
    """Give a row its cells; `found` is that of a line which ends in ROW and is a row."""
    old, row[:] = list(row), []
    if found["begins"]:
        row.set(BEGINS, "")
    held = places(found["text"])
    for (start, end), (columns, down) in zip(held, Row(spans=spans(found["spans"])).over(len(held)), strict=True):
        cell = etree.SubElement(row, "th", {"scope": "col"}) if found["row"] == "head" else etree.SubElement(row, "td")
        cell.text = found["text"][start:end]
        for name, count in (("colspan", columns), ("rowspan", down)):
            if count > 1:
                cell.set(name, str(count))
    row[0].extend(old)


def is_laid(found: re.Match[str]) -> bool:
    """Whether a line is a row that says how it lies on its table."""
    return found["row"] is not None and not (found["hashes"] or found["dash"]) and is_row(found["text"])


class Tables(Treeprocessor):
    """Puts neighbouring rows into a table that scrolls in itself, and into each row what follows it."""

    def run(self, root: etree.Element) -> None:
        for parent in list(root.iter()):
            if any(child.tag == "tr" and child.get("data-provision") for child in parent):
                self._gather(parent)

    def _gather(self, parent: etree.Element) -> None:
        children = list(parent)
        parent[:] = []
        table, row = None, None
        for child in children:
            if child.tag == "tr":
                begins = child.attrib.pop(BEGINS, None) is not None
                table = _table(parent) if table is None or begins else table
                row = child
                names = row[0].tag == "th" and table.find(BODY) is None
                _part(table, HEAD if names else BODY).append(row)
            elif row is not None and child.get("class") == "kb-tools":
                etree.SubElement(row, "td", {"class": "kb-row-tools"}).append(child)
                row = None
            else:
                parent.append(child)
                table = row = None


def _table(parent: etree.Element) -> etree.Element:
    return etree.SubElement(etree.SubElement(parent, "div", {"class": "kb-scroll kb-table"}), "table")


def _part(table: etree.Element, tag: str) -> etree.Element:
    """The part of a table that rows are being put into, begun where it is not there."""
    return table[-1] if len(table) and table[-1].tag == tag else etree.SubElement(table, tag)
