"""Where a document number may stand, and its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kb.parse.citations.grammar import SO, UPPER, YEAR
from kb.parse.citations.lexicon import Lexicon
from kb.parse.citations.normalise import Working
from kb.parse.citations.symbols import LOWER_LETTERS, NEXT_LINE, symbol

# Not in `… ngày 3/4/2019 ⏎ - 13/QĐ-UBND`: the next member of a list.
SHORT_YEAR = r"(?:(?<=[0-9][-/])|(?<=[0-9] / ))[0-9]{2}(?=\s?[-/])"
# `78/20 10 / TT - BTC`, as OCR and word segmentation print it
SPLIT_YEAR = r"20 [0-9]{2}(?=\s?/)"
# One cheap scan over the whole text. It begins with a digit, so that the engine can skip to the next one, and
# every repetition in it is bounded, so that no input costs more than its length.
CANDIDATE = re.compile(
    # `12.1` is one number; `01-1` is what forms are numbered by; `05CT/TW` has lost its dash.
    r"(?P<number>[0-9](?<![0-9]{2})[0-9]{0,7}(?:\.[0-9]{1,3}|-[0-9](?![0-9]))?(?:bis|[a-zđ]|[A-DIO](?=\s{0,2}[-/]))?)"
    # `30/2020`, `30-2020`, `60 / 2003`, and the two-digit years of the nineties
    rf"(?:\s{{0,3}}(?P<before>[-/])\s{{0,3}}(?P<year>(?:{YEAR}|2[0OQ][0-9OQlI]{{2}})(?![0-9])|{SPLIT_YEAR}|{SHORT_YEAR}))?"
    rf"(?:(?P<left>\s{{0,3}})(?P<join>[-/](?:(?<=[0-9]{{4}}/)/)?)(?P<right>{NEXT_LINE})(?=[{UPPER}a-zđ])"
    # A dot instead of the dash or slash: `04.NQ/TW`, `116/2020.NĐ-CP`
    rf"|(?P<dot>\.)(?=[{UPPER}]{{2,4}}[-/][{UPPER}])"
    # Blank or nothing instead of the dash or slash: `26 KH/BTGTW`, `116/2020NĐ-CP`
    rf"|(?P<gap>\s{{0,2}})(?=[{UPPER}][{UPPER}a-z]{{0,6}}\s{{0,2}}[-/.]\s{{0,3}}[{UPPER}]))"
)
FIELDS = ("number", "before", "year", "left", "join", "right", "dot", "gap")
# `O5/2018`, `1O5/2018`: letters that OCR prints for the first figures
LETTERS_FOR_FIGURES = re.compile(r"(?<![^\s(:])[0-9OolI]{1,4}")
# `số G505/QĐ-UBND`: these are also names of rooms and lots, so the word must stand before them.
LETTER_FOR_FIGURE = re.compile(r"(?<=\ssố\s|\sSố\s)[GSBZ]\Z")
MEASURE = re.compile(r"[0-9][a-z][0-9]{1,4}\Z")
# `TT-NHNNsẽ`: words that lost the blank before them
GLUED = re.compile(
    r"(?:ngày|của|về|và|thì|là|đã|sẽ|đang|có|cho|được|để|do|theo|tại|trong|quy|ban|hướng|yêu|đề|cũng|vẫn|gửi|không|"
    r"phải|nêu|này|trên|với|nhưng|mà|còn|khi|năm|hoặc|thay|sửa|bãi|hết|kèm|từ|đến|chỉ|nay|phê)(?!\w)"
)
FIGURES = frozenset("0123456789OolI")
# What may follow the slash behind a symbol: `13/QĐ-BTC`, `19-NQ/TW`, `14/2020/TT-BTC`, but not `QĐ/12-TW`
SYMBOL_END = re.compile(rf"[{UPPER}][-/][{UPPER}]{{2,6}}g?/\Z")
JOINED = re.compile(rf"[0-9]{{1,4}}(?:/[0-9]{{4}})?(?:/[{UPPER}]{{2,4}}-|-[{UPPER}]{{2,3}}/)[{UPPER}]")
# What goes on to the end of a file name; a blank in it was an underscore.
FILE = re.compile(r"[^\n/|<>\"]{3,120}?\.(?:pdf|docx?|odt|rtf|txt|html?|md|xlsx?|jpe?g|png|tiff?|zip|rar)(?!\w)", re.I)
FILE_END = re.compile(r"\.(?:pdf|docx?|odt|rtf)(?!\w)", re.I)
# `15/NĐ-CP/2020`: the year behind the symbol
YEAR_BEHIND = re.compile(rf"/(?P<year>{YEAR})(?![\w/])")
# `03-SL/76`, only behind kinds that need no issuer
SHORT_YEAR_BEHIND = re.compile(r"/(?P<year>[4-9][0-9])(?![\w/.-])")


class Number(NamedTuple):
    start: int
    end: int
    number: str
    year: str | None
    before: str
    """What stands before the year."""
    join: str
    """What stands before the symbol: a slash, a dash, a dot, or nothing."""
    apart: bool
    """A blank stands there instead."""
    loose: bool
    """Blanks on both sides of it, as in `14 - HĐND` and in word-segmented text."""
    parts: tuple[str, ...]
    marks: tuple[str, ...]
    """What stands between the parts; one fewer than these."""
    lowered: bool
    glued: bool
    """A lower-case letter follows at once, and it does not begin a word that often follows: `AB-Company`."""
    reversed: bool
    """The year stands behind the symbol."""


def numbers(work: Working, lexicon: Lexicon) -> Iterator[Number]:
    """Everything that has the form of a document number; whether it is one, `accept` decides."""
    text = work.text
    for candidate in CANDIDATE.finditer(text, work.figure):
        match = candidate if _begins(text, candidate, lexicon) else _in_folder(text, candidate, lexicon)
        if match is None:
            continue
        printed, before, year, left, join, right, dot, gap = match.group(*FIELDS)
        year = year.replace(" ", "") if year else None
        at = match.start()
        loose = bool(left and right)
        found = symbol(text, match.end(), lexicon, dated=year is not None, spaced=loose)
        if found is None:
            continue
        parts, marks, end, lowered = found
        # One letter is no symbol: `lớp 5-A`
        if len(parts) == 1 and len(parts[0]) < 2:
            continue
        # `CT1/CT2-ĐC`, but `QĐ12/QĐ-UBND`
        glued = "" if year or not text[at - 1 : at].isalpha() else _word_before(text, at)
        if glued in lexicon.kinds and glued != parts[0]:
            continue
        # Small letters and dashes only are a slug: `nghi-dinh-30-2020-nd-cp`, `26-kh-btgtw-2021`; in one nobody can say
        # where the number ends, unless the file ends there: `nghi-dinh-30-2020-nd-cp.pdf`
        slug = "/" not in text[at:end] or text[at - 1 : at] == "-"
        if lowered and slug and not (year and FILE_END.match(text, end)):
            continue
        # A dash at the beginning of a line is a bullet.
        if left and right and "\n" in left:
            continue
        alone = len(parts) == 1
        behind = None
        if not year and (not alone or lexicon.is_lone(parts[0])):
            behind = (SHORT_YEAR_BEHIND if alone and parts[0] in lexicon.lone_kinds else YEAR_BEHIND).match(text, end)
        if behind:
            year, end = behind["year"], behind.end()
        start = _start(text, at, dated=match["year"] is not None)
        printed = text[start:at] + printed
        # `1015-04/BTC-THTK`: behind a dash two figures are a year only where a kind follows.
        if before == "-" and join == "/" and year and len(year) == 2 and not lexicon.is_kind(parts[0]):
            printed, year = f"{printed}-{year}", None
        yield Number(
            start=start,
            end=end,
            number=printed,
            year=year,
            before=before or "",
            join=(join or dot or "")[:1],
            apart=bool(gap),
            loose=loose,
            parts=parts,
            marks=marks,
            lowered=lowered,
            glued=text[end : end + 1] in LOWER_LETTERS and GLUED.match(text, end) is None,
            reversed=behind is not None,
        )


def _in_folder(text: str, match: re.Match[str], lexicon: Lexicon) -> re.Match[str] | None:
    """In `/luu/2021/05-KH-HU.pdf` the year is a folder, and what looks like its two figures is the number."""
    if match["before"] != "/" or len(match["year"]) != 2 or text[match.start() - 1] != "/":
        return None
    name = CANDIDATE.match(text, match.start("year"))
    return name if name and _begins(text, name, lexicon) else None


def _start(text: str, start: int, *, dated: bool) -> int:
    """Where the number begins whose first digit is at `start`, also where its first figures are printed as letters."""
    at = start
    while at > 0 and start - at < 5 and text[at - 1] in FIGURES:
        at -= 1
    if text[start - 1] in "GSBZ" and LETTER_FOR_FIGURE.search(text, max(0, start - 6), start):
        return start - 1
    if at == start or not (dated or text[at].isdigit()):
        return start
    return at if LETTERS_FOR_FIGURES.fullmatch(text, at, start) else start


def _begins(text: str, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether the first digit begins a number: not in `01-1/TAIN`, `QCVN 47:2012/BTNMT`, `A12/2020`, `…/2020/NĐ-CP`."""
    start = match.start()
    if start == 0:
        return True
    before = text[start - 1]
    if before.isspace() or before in "([{\"'“”‘’|;>~!":
        return True
    beyond = text[start - 2 : start - 1]
    if before == "/":
        # `/luu/2019/04-2019-QĐ-UBND.pdf`: the name of a file at the end of its path
        if match["join"] == "-" and match["before"] != "/" and FILE.match(text, start):
            return beyond.isalnum() or beyond in (".", ":")
        # `18-NQ/TW/19-NQ/TW`, `12/QĐ-BTC/13/QĐ-BTC`: behind a symbol a whole number begins another citation.
        return JOINED.match(text, start) is not None and SYMBOL_END.search(text, start - 8, start) is not None
    if before.isdigit() or before in "=%#@&?+$…":
        return False
    if before == "-":
        # In file names a dash stands for the blank: `Thong-tu-12-2020-TT-BTC.pdf`
        in_name = match["before"] != "/" and match["join"] == "-" and beyond.isalpha()
        # `QĐ-12/2025/QĐ-HĐQT`, `CV-2345/BGDĐT`
        word = _word_before(text, start - 1)
        twice = word == "CV" or (match["year"] is not None and word in lexicon.kinds)
        return not beyond.isalnum() or in_name or twice
    if before in ".:":
        return not beyond.isalnum() or _word_before(text, start - 1).lower() in SO
    if before.isalpha():
        word = _word_before(text, start)
        # `số116/2013/NĐ-CP`, `NĐ116/2020/NĐ-CP`, `Nghị định116/2020/NĐ-CP`
        joined = word.lower() in SO or word in lexicon.kinds
        # `… thạc sĩ160/QĐ-ĐHQG`: a cell that lost its bounds
        glued = len(word) > 1 and word[-1].islower()
        joined = joined or (glued and (match["year"] is not None or JOINED.match(text, start) is not None))
        return joined or _start(text, start, dated=match["year"] is not None) < start
    # `2x2,5-CV`: a measure
    return not (before == "," and MEASURE.search(text, max(0, start - 8), start - 1))


def _word_before(text: str, end: int) -> str:
    start = end
    while start > 0 and end - start < 8 and text[start - 1].isalpha():
        start -= 1
    return text[start:end]
