"""The text of a Word file: its paragraphs, tables and notes as pieces of one font each, numbered as Word numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import takewhile

from lxml import etree

from kb.importing.decoding import Decoder, Piece
from kb.importing.grid import MC, Place, cells, flat, is_head, rows
from kb.importing.numbering import Numbering, W, value
from kb.importing.received import Received
from kb.importing.styles import Styles, align_of, flag, font_of, number_of

DRAWN = (W + "drawing", W + "pict", W + "object")
VML = "{urn:schemas-microsoft-com:vml}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
DROPPED = {
    W + each for each in ("del", "moveFrom", "instrText", "delText", "delInstrText", "rPr", "pPr", "sdtPr", "sdtEndPr")
}
CHARACTERS = {
    "tab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad", "ptab": "\t",
}  # fmt: skip
BULLETS = {"+": "+", "*": "*"}
# `Chương I`, not `a)`; in old letters too.
WORD = re.compile(r"\S{3,}\s+\S")
# Symbol and Wingdings have their signs in a private range.
PRIVATE = range(0xE000, 0xF900)


@dataclass(slots=True)
class Block:
    """A paragraph as pieces, or a table as rows of cells; the first `heads` of them are repeated on every sheet."""

    pieces: list[Piece] = field(default_factory=list)
    centred: bool = False
    rows: list[list[Cell]] | None = None
    heads: int = 0


@dataclass(slots=True)
class Cell:
    """What stands in a cell, and where it lies."""

    blocks: list[Block]
    place: Place


class Story:
    """Reads blocks in order; automatic numbers count on from one to the next."""

    def __init__(self, styles: Styles, numbering: Numbering, received: Received) -> None:
        self._styles = styles
        self._numbering = numbering
        self._received = received
        self._notes: list[tuple[str, str]] = []
        self._all: list[Piece] = []

    def decoder(self) -> Decoder:
        """What decodes the pieces read so far, judged by all of them."""
        return Decoder(self._all, self._received)

    def blocks(self, container: etree._Element) -> list[Block]:
        """The paragraphs and tables of a body, cell or text box."""
        found: list[Block] = []
        pending: list[Piece] = []
        for element in flat(container):
            if element.tag == W + "tbl":
                held = [(each, row) for each in rows(element) if (row := self._row(each))]
                heads = len([*takewhile(lambda each: is_head(each[0]), held)])
                found.append(Block(rows=[row for _, row in held], heads=heads))
            elif element.tag == W + "p":
                block, boxes = self._paragraph(element)
                found += boxes
                block.pieces[:0] = pending
                pending = []
                mark = element.find(f"{W}pPr/{W}rPr")
                # A deleted end of a paragraph: with the change accepted, the next one goes on in it, and is numbered.
                if mark is not None and (mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None):
                    pending = block.pieces
                    self._tracked()
                else:
                    self._number(element, block.pieces, container.tag == W + "tc")
                    found.append(block)
            elif element.tag == W + "altChunk":
                self._received.warn("Tệp chèn nội dung từ một tệp khác; nội dung ấy không được nhập.")
        if pending:
            found.append(Block(pending))
        return found

    def notes(self, footnotes: etree._Element | None, endnotes: etree._Element | None) -> list[list[Block]]:
        """The notes that the text refers to, in the order of their references."""
        found = []
        for kind, name in self._notes:
            root = footnotes if kind == "footnote" else endnotes
            elements = () if root is None else root.findall(W + kind)
            note = next((each for each in elements if value(each, "id") == name), None)
            found.append([] if note is None else self.blocks(note))
        return found

    def _row(self, row: etree._Element) -> list[Cell]:
        marks = row.find(W + "trPr")
        if marks is not None and marks.find(W + "del") is not None:
            self._tracked()
            return []
        return [Cell([] if cell is None else self.blocks(cell), place) for cell, place in cells(row)]

    def _paragraph(self, element: etree._Element) -> tuple[Block, list[Block]]:
        properties = element.find(W + "pPr")
        style = self._style(properties)
        align = align_of(properties) or self._styles.find(style, "align")
        block, boxes = Block(centred=align == "center"), []
        self._inline(element, style, block.pieces, boxes)
        return block, boxes

    def _style(self, properties: etree._Element | None) -> str:
        return (None if properties is None else value(properties.find(W + "pStyle"))) or self._styles.default

    def _number(self, element: etree._Element, pieces: list[Piece], in_cell: bool) -> None:
        """Put what Word prints before a paragraph there. An empty one has a number too, which is read where it is all
        that a cell holds or has a word of its own (`Chương I`); else it was left behind."""
        properties = element.find(W + "pPr")
        label = self._label(properties, self._style(properties), pieces)
        if label is None:
            return
        if not any(each.text.strip() for each in pieces) and not in_cell and not WORD.match(label.text):
            self._received.warn("Có đoạn trống mang số tự động; số ấy không được nhập, các số sau vẫn như Word đếm.")
            return
        pieces.insert(0, label)
        self._all.append(label)

    def _label(self, properties: etree._Element | None, style: str, pieces: list[Piece]) -> Piece | None:
        num, at = number_of(properties)
        if num is None:
            num, inherited, named = self._styles.number(style)
            at = inherited if at is None else at
            # A level that names the style says which level it is.
            for each in (named, style):
                if each in self._numbering.by_style and (num is None or each == named):
                    num, at = (num or self._numbering.by_style[each][0]), self._numbering.by_style[each][1]
        # A list of number 0 is none.
        if not num or num == "0":
            return None
        empty = not any(each.text.strip() for each in pieces)
        counted = self._numbering.label(num, at or 0)
        if counted is None:
            if not empty:
                self._received.warn(
                    "Có đoạn đánh số tự động theo một danh sách không có trong tệp; số ấy không được nhập."
                )
            return None
        text, level = counted
        if level.form == "bullet":
            return None if empty else Piece(BULLETS.get(text, "-") + " ", "")
        own = next((each.font for each in pieces if each.text.strip()), "")
        return Piece(f"{text.strip()} ", level.font or own) if text.strip() else None

    def _inline(self, element: etree._Element, style: str, pieces: list[Piece], boxes: list[Block]) -> None:
        for child in element:
            if child.tag == W + "r":
                self._run(child, style, pieces, boxes)
            elif child.tag in (W + "del", W + "moveFrom"):
                self._tracked()
                # Nobody reads it, but a mark in it is one.
                self._received.aside.append("".join(child.itertext(W + "t", W + "delText")))
            elif child.tag in DRAWN:
                self._drawn(child, boxes)
            elif child.tag == MC + "AlternateContent":
                self._alternate(child, style, pieces, boxes)
            elif child.tag == MATH + "t":
                self._add(pieces, child.text or "", "", False)
            elif child.tag not in DROPPED and isinstance(child.tag, str):
                if child.tag in (W + "ins", W + "moveTo"):
                    self._tracked()
                self._inline(child, style, pieces, boxes)

    def _run(self, run: etree._Element, style: str, pieces: list[Piece], boxes: list[Block]) -> None:
        properties = run.find(W + "rPr")
        own = None if properties is None else value(properties.find(W + "rStyle"))

        def told(here: object, what: str) -> object:
            if here is None:
                here = self._styles.find(own, what)
            return self._styles.find(style, what) if here is None else here

        if told(flag(properties, "vanish"), "hidden"):
            hidden = "".join(run.itertext(W + "t"))
            if hidden.strip():
                self._received.aside.append(hidden)
                self._received.warn("Tệp có chữ ẩn, không in ra; chữ ẩn không được nhập.")
            return
        font = told(font_of(properties), "font")
        font = self._styles.font if font is None else str(font)
        caps = bool(told(flag(properties, "caps"), "caps"))
        text = ""
        for child in run:
            name = child.tag.removeprefix(W) if isinstance(child.tag, str) else ""
            if name == "t":
                text += child.text or ""
            elif name == "br":
                text += "" if value(child, "type") in ("page", "column") else "\n"
            elif name in CHARACTERS:
                text += CHARACTERS[name]
            elif name == "sym":
                text += _symbol(value(child, "char"))
            elif name in ("footnoteReference", "endnoteReference"):
                self._notes.append((name.removesuffix("Reference"), value(child, "id") or ""))
                text += f"[^{len(self._notes)}]"
            elif child.tag in DRAWN:
                self._drawn(child, boxes)
            elif child.tag == MC + "AlternateContent":
                self._alternate(child, style, pieces, boxes)
        self._add(pieces, text, font, caps)

    def _add(self, pieces: list[Piece], text: str, font: str, caps: bool) -> None:
        if text:
            pieces.append(Piece(text, font, caps))
            self._all.append(pieces[-1])

    def _alternate(self, element: etree._Element, style: str, pieces: list[Piece], boxes: list[Block]) -> None:
        """The same content in several forms: the first that has any."""
        for form in (*element.findall(MC + "Choice"), *element.findall(MC + "Fallback")):
            before = len(pieces), len(boxes)
            self._inline(form, style, pieces, boxes)
            if (len(pieces), len(boxes)) != before:
                return

    def _drawn(self, element: etree._Element, boxes: list[Block]) -> None:
        # Letters drawn as a picture: no text, but a mark laid over the page is one.
        self._received.aside += [each.get("string", "") for each in element.iter(f"{VML}textpath")]
        found = [each for each in element.iter(W + "txbxContent") if not _inside_box(each, element)]
        for box in found:
            boxes += self.blocks(box)
        if not found and any(str(each.tag).endswith(("}blip", "}imagedata", "}OLEObject")) for each in element.iter()):
            self._received.warn("Tệp có hình ảnh; hình ảnh không được nhập.")

    def _tracked(self) -> None:
        self._received.warn("Tệp còn thay đổi theo dõi (track changes): nhập như đã chấp nhận mọi thay đổi.")


def _inside_box(box: etree._Element, top: etree._Element) -> bool:
    """Whether it stands in another box, or in the second form of one."""
    parent = box.getparent()
    while parent is not None and parent is not top:
        if parent.tag == W + "txbxContent":
            return True
        if parent.tag == MC + "Fallback":
            choice = parent.getparent().find(MC + "Choice")
            return choice is not None and next(choice.iter(W + "txbxContent"), None) is not None
        parent = parent.getparent()
    return False


def _symbol(code: str | None) -> str:
    try:
        point = int(code or "", 16)
    except ValueError:
        return ""
    if point in PRIVATE or not 32 <= point < 0x110000 or 0xD800 <= point < 0xE000:
        return "•"
    return chr(point)
