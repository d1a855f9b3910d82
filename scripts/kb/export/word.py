"""Pages to be taken along as Word files, in the form that documents of the Party have."""

from __future__ import annotations

import io
from collections.abc import Mapping

from docx import Document
from docx.document import Document as Opened
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from kb.export import word_table
from kb.export.taken import ANSWER, FACT, ITEM, LOCALES, NOTE, SECTION, TABLE, Piece, Taken
from kb.export.word_blank import (
    ANSWERED,
    BEHIND,
    CITED,
    FACTS,
    HEAD,
    LIST,
    PASSAGE,
    REMARK,
    SUBJECT,
    blank,
    packed,
)
from kb.model import layout
from kb.model.document import DASH, HEADING, PARAGRAPH, TITLE

STYLES = {PARAGRAPH: PASSAGE, DASH: LIST, ANSWER: ANSWERED, ITEM: LIST, NOTE: REMARK}
# The two columns of the head.
WIDTHS = (Mm(88), Mm(77))
LOWEST = 3
"""The level of headings below which all look the same."""


def docx(taken: Taken) -> bytes:
    """The file; the same page gives the same bytes."""
    opened = Document(io.BytesIO(blank(taken.language, taken.banner)))
    _properties(opened, taken)
    if not taken.whole:
        _add(opened, taken.title, "Title")
        if taken.lead:
            _add(opened, taken.lead, "Subtitle")
    # Behind a document a note must not be taken for its last paragraph.
    styles = STYLES | {NOTE: BEHIND} if taken.whole else STYLES
    for piece in taken.pieces:
        _piece(opened, piece, styles)
    return packed(opened)


def _add(place: Opened | _Cell, words: str, style: str) -> Paragraph:
    """A paragraph in a style by its name: looking up the style of each takes python-docx very long."""
    paragraph = place.add_paragraph(words)
    paragraph._p.style = style.replace(" ", "")
    return paragraph


def _piece(opened: Opened, piece: Piece, styles: Mapping[str, str]) -> None:
    if piece.kind == TITLE:
        _head(opened, piece.text.split("\n"))
    elif piece.kind in (HEADING, SECTION):
        _add(opened, piece.text, f"Heading {min(piece.level, LOWEST)}")
    elif piece.kind == TABLE:
        word_table.add(opened, piece.lines, f"({piece.citation})" if piece.citation else "")
    elif piece.kind == FACT:
        paragraph = _add(opened, "", FACTS)
        paragraph.add_run(f"{piece.label}: ").bold = True
        paragraph.add_run(piece.text)
    else:
        paragraph = _add(opened, piece.text, styles[piece.kind])
        if "\n" in piece.text:
            # Lines of their own, as a title block has: justified, each would be stretched over the sheet.
            paragraph.alignment, paragraph.paragraph_format.first_line_indent = WD_ALIGN_PARAGRAPH.LEFT, 0
        if piece.citation:
            paragraph.paragraph_format.keep_with_next = True
            _add(opened, f"({piece.citation})", CITED)


def _head(opened: Opened, lines: list[str]) -> None:
    """The title block: two columns without rules, then the kind and the subject, centred."""
    head = layout.head(lines)
    table = opened.add_table(1, 2)
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for cell, width, part in zip(table.rows[0].cells, WIDTHS, (head.left, head.right), strict=True):
        cell.width = width
        for number, line in enumerate(part):
            run = _add(cell, "", HEAD).add_run(line)
            run.bold = number == 0
            if part is head.right:
                run.underline, run.italic = number == 0, number > 0
        # The empty paragraph that a cell begins with.
        cell._tc.remove(cell.paragraphs[0]._p)
        if not part:
            _add(cell, "", HEAD)
    for line in head.kind:
        _add(opened, line, "Title")
    for line in head.subject:
        last = _add(opened, line, SUBJECT)
    if head.subject:
        last.paragraph_format.space_after = Pt(18)


def _properties(opened: Opened, taken: Taken) -> None:
    """What programs show of the file: its title and language. No author, no time: nobody typed it."""
    core = opened.core_properties
    for each in list(core._element):
        core._element.remove(each)
    core.title, core.language = taken.title, LOCALES[taken.language]
    if taken.lead:
        core.subject = taken.lead[:255]
