"""Locators: the provisions that are cited, directly before the type word."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kb.model.citation import Span
from kb.parse.citations.normalise import squeezed

ORDINAL = r"(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười)"
# `4.6.6`, `B.II`, `36a`, `a1`, `hai.B.II.4`, `4.3.1(d)`, `1 (1.1, 1.2)`, `d)`, `4.6.6.`
STEP = r"(?:[ivxlc]{1,7}[a-dđ]?|[0-9]{1,3}[a-zđ]?|[a-zđ][0-9]{0,2})"
INNER = r"(?:[a-zđ]|[ivx]{1,4}|[0-9.]{1,7})"
LABEL = (
    # `(a)`, `“a”`, `thứ 2`, `thứ hai`
    rf"(?:\({STEP}\)|[“\"]{STEP}[”\"]|(?:thứ\s+)?(?:{STEP}|{ORDINAL}))(?:[.-]{STEP}){{0,6}}(?!\w)"
    rf"(?:\s?\({INNER}(?:,\s?{INNER}){{0,8}}\))?[.)]?"
)
# Also as plain typing and OCR print them: `Khoan 2 Diều 33`
UNIT = (
    r"(?:gạch\s+đầu\s+dòng|ti[ểe]u\s+m[ụu]c|ph[ụu]\s+l[ụu]c|ch[ưu][ơo]ng|kho[ảaàâăáã]n|ph[ầâa]n|"
    r"[đd]i[ểêềéeế]m|[đd]i[ềêểéeế]u|ti[ếêe]t|m[ụu]c)"
)
# `Bãi bỏ một phần ⏎ 1. Điều 2`, `danh mục 2`: a word of two syllables is no unit.
COMPOUNDS = frozenset(
    {"một phần", "góp phần", "từng phần", "cổ phần", "thành phần", "học phần", "danh mục", "hạng mục", "chuyên mục"}
    | {"chi tiết", "thời điểm", "địa điểm", "quan điểm", "trọng điểm", "tài khoản", "huân chương"}
)
# The last letters of their first words, which are quick to see
COMPOUND_ENDS = frozenset(compound.partition(" ")[0][-1] for compound in COMPOUNDS)
AND = r"(?:\s*[,;]\s*(?:(?:và|hoặc)\s+)?|\s+(?:và|hoặc|đến)\s+|\s?-\s?)"
PROVISION = re.compile(rf"\b(?:các\s+)?{UNIT}\s+(?:số\s+)?{LABEL}(?:{AND}(?!{UNIT}){LABEL}){{0,40}}", re.IGNORECASE)
# Units that follow one another are one locator.
BETWEEN = re.compile(r"[\s,;.]*(?:/\s+)?(?:(?:và|hoặc|đến)\s+)?(?:(?:của|tại|trong)\s+)?", re.IGNORECASE)
# Between the last unit and the type word there is nothing else; `ban hành kèm theo` makes it another document.
TO_NAME = re.compile(r"(?P<stop>[\s,.:]*)(?:(?:của|tại|trong)\s+)?(?:các\s+)?[“\"\[]?", re.IGNORECASE)
HEADING = re.compile(r"(?:^|\n)[\s#>-]*\Z")
# `… hết hiệu lực một phần ⏎ 1 ⏎ Nghị quyết …`: the number of a row in a register
ROW = re.compile(r"\w\s*\n[0-9]{1,3}[.)]?\s?\n")
OPENED = re.compile(r"\((?:từ|gồm|bao\s+gồm)\s+\Z", re.IGNORECASE)
SMALL = frozenset({"của", "tại", "trong", "các", "“", '"', "[", ",", ".", ":", "("})
LAST_STEP = re.compile(rf"(?:^|[(.,-])(?:{STEP}|{ORDINAL})[.)]*[,.:]?\Z", re.IGNORECASE)
NEAR = 32
FAR = 400


class Located(NamedTuple):
    locator: str
    span: Span


def before(text: str, floor: int, end: int) -> Located | None:
    """The locator that ends where the type word begins."""
    if not _labelled(text, floor, end):
        return None
    units = [unit for unit in PROVISION.finditer(text, max(floor, end - FAR), end) if not _compound(text, unit)]
    stop = TO_NAME.fullmatch(text, units[-1].end(), end) if units else None
    if stop is None:
        return None
    last = units.pop()
    start = last.start()
    if ROW.search(text, start, end):
        return None
    while units and (
        BETWEEN.fullmatch(text, units[-1].end(), start) or _opens(text, units[-1].end(), start, last.end())
    ):
        # `(… Điều 16). Điểm b …`: behind a stop a capital begins a sentence.
        if text[start].isupper() and "." in text[units[-1].end() : start]:
            break
        # `(Điều 3) và khoản 1 Điều 4`: the bracket closes, and with it what is said of another document.
        # In `khoản 1 (điểm a, b) Điều 9` it says more of the unit before it.
        if text[units[-1].end() - 1] == ")" and _apart(text, units):
            break
        start = units.pop().start()
    # `Điều 2. Quyết định số …` at the beginning of a line is a heading of the citing text.
    dotted = text[last.end() - 1] == "." or "." in stop["stop"]
    if dotted and HEADING.search(text, max(0, start - 8), start):
        return None
    at = last.end()
    # `Chương III (từ Điều 12 đến Điều 15) của …`: the bracket that closes here was opened before.
    if text[at - 1] == ")" and OPENED.search(text, max(0, start - 12), start):
        at -= 1
    while text[at - 1] in ".;," or text[at - 1].isspace():
        at -= 1
    return Located(squeezed(text[start:at]), (start, at))


def begins(text: str, at: int) -> bool:
    """Whether a provision is cited from `at` on."""
    unit = PROVISION.match(text, at)
    return unit is not None and not _compound(text, unit)


def _compound(text: str, unit: re.Match[str]) -> bool:
    start = unit.start()
    if start < 2 or text[start - 2] not in COMPOUND_ENDS:
        return False
    earlier = text[max(0, start - 9) : start].split()
    return bool(earlier) and f"{earlier[-1]} {unit.group().split(None, 1)[0]}".lower() in COMPOUNDS


def _opens(text: str, before: int, start: int, end: int) -> bool:
    """Whether a bracket opens between `before` and `start` that closes before `end`.

    `Điều 8 (khoản 2)`, `Điều 7 (điểm a, điểm c)`
    """
    return text[before:start].strip() == "(" and text.count(")", start, end) > text.count("(", start, end)


def _apart(text: str, units: list[re.Match[str]]) -> bool:
    """Whether the last unit stands in a bracket of its own, and not behind another unit."""
    bracket = units[-1].start() - 1
    if bracket < 0 or text[bracket] != "(":
        return False
    return len(units) < 2 or bool(text[units[-2].end() : bracket].strip())


def _labelled(text: str, floor: int, end: int) -> bool:
    """Whether a label stands before the type word at all: most citations have none, and this is quick to see."""
    words = text[max(floor, end - NEAR) : end].split()
    while words and words[-1].lower() in SMALL:
        words.pop()
    return bool(words) and _is_label(words[-1])


# The words before a type word come again and again.
@lru_cache(maxsize=4096)
def _is_label(word: str) -> bool:
    return LAST_STEP.search(word) is not None
