"""A PDF with a layer of text → what was received. Nothing in it is run or followed; pictures are not read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
from pypdfium2 import raw

from kb.importing.letters import by_content, decode
from kb.importing.pdf_columns import GAP, Line, by_column, rows, side
from kb.importing.pdf_tables import Cell, Table, laid, over_pages, tables
from kb.importing.received import Paragraph, Received, Refused
from kb.importing.wrapping import END, GAZETTE, PAGE, begins
from kb.model.labels import RULE
from kb.model.titlelines import KIND, MOTTO, NUMBERED, PLACED, upper

# What PDFium gives for a hyphen at the end of a line.
HYPHENS = (0x02, 0xFFFE)
INDENT = 14
YEAR = re.compile(r"\d{4}\.?")
LONGEST_KIND = 26
# What only places the header or the signature is no table of data, though it may be ruled.
NO_DATA = re.compile(rf"{MOTTO.pattern}|^\s*Nơi nhận", MOTTO.flags)
MOST_PAGES = 600
MOST_CHARACTERS = 4_000_000


def read(content: bytes) -> Received:
    """The paragraphs of a PDF. Raises Refused where it is broken, locked, too long or has no text."""
    received = Received()
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise Refused("Tệp PDF có mật khẩu." if locked else "Tệp PDF bị cụt hoặc hỏng.") from error
    with document:
        if len(document) > MOST_PAGES:
            raise Refused(f"Tệp PDF quá dài: {len(document)} trang, tối đa {MOST_PAGES}.")
        lines = [line for number in range(len(document)) for line in _page(document, number)]
    if not any(line.text.strip() for line in lines):
        raise Refused("Tệp PDF không có lớp chữ (chỉ có ảnh); hãy nhận dạng chữ rồi nhập lại.")
    kept = [line for line in lines if not _is_frame(line, lines)]
    if len(kept) < len(lines):
        received.note(f"Đã bỏ {len(lines) - len(kept)} số trang, dòng đầu trang hoặc cuối trang.")
    whole = list(over_pages(kept))
    if len(whole) < len(kept):
        received.note(f"Đã bỏ {len(kept) - len(whole)} hàng đầu bảng lặp lại ở trang sau.")
    received.paragraphs = list(_paragraphs(whole))
    if any(each in content for each in (b"/JavaScript", b"/EmbeddedFile", b"/Launch")):
        received.warn("Tệp PDF có mã lệnh hoặc tệp kèm theo; không chạy, không nhập.")
    text = "\n".join(each.text for each in received.paragraphs)
    if encoding := by_content(text):
        received.warn(f"Chữ theo bảng mã cũ {encoding} đã đổi sang Unicode; hãy đối chiếu với bản gốc.")
        received.paragraphs = [replace(each, text=decode(each.text, encoding)) for each in received.paragraphs]
    return received


def _page(document: pypdfium2.PdfDocument, number: int) -> Iterator[Line]:
    try:
        page = document[number]
        width = page.get_width()
        text = page.get_textpage()
        if text.count_chars() > MOST_CHARACTERS:
            raise Refused("Một trang của tệp PDF có quá nhiều chữ; không mở.")
        ruled = tables(page)
        pieces = [each for each in _pieces(text, number, width, ruled) if each.text.strip()]
    except pypdfium2.PdfiumError as error:
        raise Refused("Tệp PDF bị hỏng: có trang không đọc được.") from error
    yield from _in_order(pieces, ruled)


def _in_order(pieces: list[Line], ruled: list[Table]) -> Iterator[Line]:
    """Tables of data row by row, each between what stands above it and what follows."""
    for table in ruled:
        inside = [each for each in pieces if table.cell(*each.middle)]
        if not inside or any(NO_DATA.search(each.text) for each in inside):
            continue
        above = [each for each in pieces if each.middle[1] > table.down[0]]
        yield from by_column(list(rows(above)))
        yield from laid(table, inside)
        done = {id(each) for each in (*above, *inside)}
        pieces = [each for each in pieces if id(each) not in done]
    yield from by_column(list(rows(pieces)))


def _pieces(text: pypdfium2.PdfTextPage, page: int, width: float, ruled: list[Table]) -> Iterator[Line]:
    """The characters of a page in their order, as pieces of lines: a new one behind a line break or a wide blank, and
    in each cell.
    """
    current: Line | None = None
    broken = False
    cell: tuple[Cell | None, ...] = ()
    for at in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, at)
        character = "-" if code in HYPHENS else chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
        if character in "\r\n" or not character:
            broken = True
            continue
        left, bottom, right, top = text.get_charbox(at, loose=True)
        if character.isspace() and current is None:
            continue
        if character.isspace():
            current.text += " "
            continue
        far = current is not None and (left - current.right >= GAP or left < current.left - GAP)
        held, cell = cell, tuple(table.cell((left + right) / 2, (bottom + top) / 2) for table in ruled)
        if (
            current is None
            or broken
            or far
            or held != cell
            or not current.bottom - 2 <= (bottom + top) / 2 <= current.top + 2
        ):
            if current is not None:
                yield current
            current = Line("", left, right, bottom, top, page, width)
        current.text += character
        current.right = max(current.right, right)
        current.bottom, current.top = min(current.bottom, bottom), max(current.top, top)
        broken = False
    if current is not None:
        yield current


def _is_frame(line: Line, lines: list[Line]) -> bool:
    """Whether a line is the number of its page: alone at the top or bottom."""
    if GAZETTE.fullmatch(line.text):
        return True
    if not PAGE.fullmatch(line.text):
        return False
    others = [each for each in lines if each.page == line.page and each is not line]
    return (
        not others
        or line.bottom >= max(each.top for each in others) - 2
        or line.top <= min(each.bottom for each in others) + 2
    )


def _paragraphs(lines: list[Line]) -> Iterator[Paragraph]:
    """Lines joined where one goes on in the next: same page column, no indent, no gap, and the first one full."""
    left = min((each.left for each in lines if not each.row), default=0)
    right = max((each.right for each in lines if not each.row), default=0)
    current: list[Line] = []
    below = False
    for line in lines:
        if line.row:
            if current:
                yield _paragraph(current, left, right)
            current = []
            yield Paragraph(unicodedata.normalize("NFC", line.text), row=line.row)
            continue
        # A subject may be as wide as the text below it.
        subject_ends = below and _centred(current[-1], left, right) and not _centred(line, left, right)
        if current and (subject_ends or _breaks(current, line, left, right)):
            paragraph = _paragraph(current, left, right)
            below = _is_kind(paragraph.text)
            yield paragraph
            current = []
        current.append(line)
    if current:
        yield _paragraph(current, left, right)


def _breaks(current: list[Line], line: Line, left: float, right: float) -> bool:
    last = current[-1]
    if last.text.endswith(" năm") and YEAR.fullmatch(line.text):
        return False  # a date in a narrow column
    for pattern in (MOTTO, NUMBERED, PLACED, RULE):
        if (
            (pattern.search(last.text) and pattern is not RULE)
            or pattern.fullmatch(line.text)
            or pattern.fullmatch(last.text)
        ):
            return True
    if line.page == last.page and abs(line.bottom - last.bottom) < 4:
        return True  # another column
    text = " ".join(each.text for each in current)
    if _is_kind(text):
        return True
    if upper(line.text) != upper(last.text) and (_centred(last, left, right) or _centred(line, left, right)):
        return True
    full = last.right > right - (right - left) * 0.14
    indented = current[0].left > left + INDENT and not _centred(current[0], left, right)
    if indented and line.left < left + 4 and full and not END.search(last.text) and not last.text.endswith(","):
        return False  # `Sở Lao động` / `- Thương binh và Xã hội`
    if begins(line.text, text):
        return True
    height = max(last.top - last.bottom, 6)
    gap = last.bottom - line.top if line.page == last.page else 0
    if _centred(last, left, right) and _centred(line, left, right):
        return gap > height * 1.2
    if side(last) and side(last) == side(line) and line.text[:1].islower() and not END.search(last.text):
        return False  # in a narrow column
    return gap > height * 1.1 or not full or line.left > left + INDENT


def _is_kind(text: str) -> bool:
    return KIND.match(text) is not None and upper(text) and len(text) < LONGEST_KIND


def _centred(line: Line, left: float, right: float) -> bool:
    middle = (left + right) / 2
    return line.left > left + 4 and line.right < right - 4 and abs((line.left + line.right) / 2 - middle) < 12


def _paragraph(lines: list[Line], left: float, right: float) -> Paragraph:
    text = unicodedata.normalize("NFC", " ".join(each.text for each in lines))
    return Paragraph(text, all(_centred(each, left, right) for each in lines))
