"""The labels of Vietnamese official documents: what a line begins with, in Party and in State layout."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from kb.model.alphabet import LOWER, UPPER
from kb.model.document import slug

PART, CHAPTER, SECTION, SUBSECTION, ARTICLE = "phan", "chuong", "muc", "tieu-muc", "dieu"
ROMAN, CAPITAL, NUMBER, DECIMAL, LETTER, BRACKET, DASH = (
    "roman",
    "capital",
    "number",
    "decimal",
    "letter",
    "bracket",
    "dash",
)
# Units with a word of their own, from the largest.
NAMED = (PART, CHAPTER, SECTION, SUBSECTION, ARTICLE)

# As Word and PDF print it: one that does not break, dashes, the sign for less
HYPHEN = "\\-\u2010-\u2015\u2212"
_CLOSED = rf"(?:\s*[.:{HYPHEN}]+(?=\s|$)|\s*$)"
# `Điều 4 Nghị định số …` at the beginning of a line is a citation: a heading has a dot, ends there, or is in capitals.
_TITLED = rf"(?:{_CLOSED}|(?=\s{{1,20}}[{UPPER}\d\s,{HYPHEN}]{{1,200}}$))"
_COUNT = r"[IVXLC]+|\d{1,3}"
MARK = re.compile(
    rf"(?P<phan>Phần|PHẦN)\s+(?P<phan_no>(?:thứ|THỨ)\s+\w+|{_COUNT}|[A-ZĐ](?![\w])){_TITLED}"
    rf"|(?P<chuong>Chương|CHƯƠNG)\s+(?P<chuong_no>{_COUNT}){_TITLED}"
    rf"|(?P<tieumuc>Tiểu mục|TIỂU MỤC)\s+(?P<tieumuc_no>{_COUNT}){_TITLED}"
    rf"|(?P<muc>Mục|MỤC)\s+(?P<muc_no>{_COUNT}|[A-ZĐ](?![\w])){_TITLED}"
    rf"|(?P<dieu>Điều|ĐIỀU)\s+(?P<dieu_no>\d{{1,3}}[a-zđ]?){_CLOSED}"
    # After `B.` a lone `C.` is a letter: nothing has a hundred parts.
    rf"|(?P<roman>(?![CL]\b)[IVXLC]+)(?:(?:\s?[.)/:]?[{HYPHEN}]|\s?[.)/:])(?=\s)|[.)-]+(?=[{UPPER}]{{2}}))"
    rf"|(?P<decimal>\d{{1,2}}(?:\.\d{{1,2}}){{1,4}})(?:(?:[.)/-]+)?(?=\s)|\.?(?=[{UPPER}][{LOWER}{UPPER}]))"
    rf"|(?P<number>\d{{1,3}})(?:\s?(?:[.)/]+[{HYPHEN}]?|[{HYPHEN}])(?=\s+\D|\s+\d+\D)|[.)](?=[{UPPER}][{LOWER}{UPPER}]))"
    rf"|(?P<letter>[a-zđ]{{1,2}})(?:\s?[.)/-](?=\s)|\)(?=[{UPPER}]))"
    r"|\((?P<bracket>\d{1,2}|[a-zđ])\)(?=\s)"
    rf"|(?P<capital>[A-HĐ])\s?[.)/-](?=\s+[{UPPER}]{{2}})"
    rf"|(?P<dash>[{HYPHEN}•●▪■◦‣·*](?=\s?[^\W\d_]|\s+\S)(?!\s*[{HYPHEN}*_])|\+(?=\s?[^\W\d_]|\s+\S))\s*"
)
# Of a bounded length, like all that repeats here: no line takes more time than its length.
RULE = re.compile(r"(?=.{2,300}\Z)(?:[\s_\-–—=~*.•…]*[_\-–—=~…]{2,}[\s_\-–—=~*.•…]*|[*\s]{2,})")
QUOTES = {"“": "”", "«": "»", '"': '"', "‘": "’"}
# In lines: a mark that is not closed within so many opens no quotation.
LONGEST_QUOTE = 150
# `… như sau: “Điều 5. …`: the quotation begins on the line that announces it.
ANNOUNCED = re.compile(r"(?P<so>như\s{1,5}sau\s?)?:\s{0,5}(?=[“«])")


class Label(NamedTuple):
    """The kind of a label, what it counts (`iv`, `2.1`, `dd`), and where the words behind it begin."""

    kind: str
    count: str
    end: int


def label(line: str) -> Label | None:
    """The label that a line begins with; None where it has none.

    >>> label("Điều 5. Hiệu lực"), label("Điều 5 Thông tư số 1")
    (Label(kind='dieu', count='5', end=7), None)
    """
    found = MARK.match(line)
    if found is None:
        return None
    kind = found.lastgroup or ""
    for name in ("phan", "chuong", "tieumuc", "muc", "dieu"):
        if found[name]:
            return Label("tieu-muc" if name == "tieumuc" else name, ascii_count(found[f"{name}_no"]), found.end())
    return Label(kind, "" if kind == DASH else ascii_count(found[kind]), found.end())


# Few counts come again and again.
@lru_cache(maxsize=4096)
def ascii_count(printed: str) -> str:
    """A count as it stands in an ID: `IV` → `iv`, `đ` → `dd`, `thứ nhất` → `thu-nhat`."""
    return ".".join(slug(each.replace("đ", "dd").replace("Đ", "dd")) for each in printed.split("."))


def roman_value(text: str) -> int:
    """What a Roman number counts; 0 for what is none.

    >>> roman_value("xiv"), roman_value("iiv")
    (14, 0)
    """
    if not re.fullmatch(r"c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", text) or not text:
        return 0
    sizes = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[letter] for letter in text]
    return sum(-size if size < max(sizes[place:]) else size for place, size in enumerate(sizes))


def begins(line: str) -> bool:
    """Whether a line begins something: a label, a dash, or the words of a basis."""
    return label(line) is not None or line.startswith(("Căn cứ ", "Kính gửi", "Nơi nhận"))


def closing_quote(lines: Sequence[str], at: int, start: int = 0) -> int:
    """The last line of a quotation that line `at` begins with, or has at `start`, and that runs on; `at` itself where
    there is none."""
    opened = lines[at][start:].lstrip()
    first = opened[:1]
    if first not in QUOTES:
        return at
    end = QUOTES[first]
    depth = 0
    for place in range(at, min(len(lines), at + LONGEST_QUOTE)):
        line = opened if place == at else lines[place]
        if end == first:
            depth = (depth + line.count(first)) % 2
        else:
            depth += line.count(first) - line.count(end)
        if depth <= 0:
            return place
    return at


def quoted(lines: Sequence[str]) -> frozenset[int]:
    """The lines that are an article, a clause or more of another document: their labels are no structure of this one.

    A line that only begins with a quoted word is none of them, nor one that announces what it quotes.
    """
    found: set[int] = set()
    at = 0
    while at < len(lines):
        if lines[at][:1] in QUOTES:
            end = closing_quote(lines, at)
            if end > at or label(lines[at][1:]):
                found.update(range(at, end + 1))
        else:
            announced = ANNOUNCED.search(lines[at])
            # Else a mark that somebody forgot would take what follows for words of another document.
            sure = announced and (announced["so"] or label(lines[at][announced.end() + 1 :]))
            end = closing_quote(lines, at, announced.end()) if announced and sure else at
            found.update(range(at + 1, end + 1))
        at = end + 1
    return frozenset(found)
