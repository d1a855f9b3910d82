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
AND = r"(?:\s*[,;]\s*(?:(?:và|hoặc)\s+)?|\s+(?:và|hoặc|đến)\s+|\s?-\s?)"
PROVISION = re.compile(rf"\b(?:các\s+)?{UNIT}\s+(?:số\s+)?{LABEL}(?:{AND}(?!{UNIT}){LABEL}){{0,40}}", re.IGNORECASE)
# Units that follow one another are one locator.
BETWEEN = re.compile(r"[\s,;.]*(?:(?:và|hoặc|đến)\s+)?(?:(?:của|tại|trong)\s+)?", re.IGNORECASE)
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
    units = list(PROVISION.finditer(text, max(floor, end - FAR), end))
    if not units or not TO_NAME.fullmatch(text, units[-1].end(), end):
        return None
    last = units.pop()
    start = last.start()
    if ROW.search(text, start, end):
        return None
    bracketed = text[last.end() - 1] == ")" and text[start - 1 : start] == "("
    if bracketed and units and not text[units[-1].end() : start - 1].strip():
        # `Điều 8 (khoản 2) Thông tư …`
        start = units.pop().start()
    while units and BETWEEN.fullmatch(text, units[-1].end(), start):
        # `(… Điều 16). Điểm b …`: behind a stop a capital begins a sentence.
        if text[start].isupper() and "." in text[units[-1].end() : start]:
            break
        # `(Điều 3) và khoản 1 Điều 4`: the bracket closes, and with it what is said of another document.
        if text[units[-1].end() - 1] == ")" and text[units[-1].start() - 1 : units[-1].start()] == "(":
            break
        start = units.pop().start()
    # `Điều 2. Quyết định số …` at the beginning of a line is a heading of the citing text.
    stop = TO_NAME.match(text, last.end(), end)
    dotted = text[last.end() - 1] == "." or (stop is not None and "." in stop["stop"])
    if dotted and HEADING.search(text, max(0, start - 8), start):
        return None
    at = last.end()
    # `Chương III (từ Điều 12 đến Điều 15) của …`: the bracket that closes here was opened before.
    if text[at - 1] == ")" and OPENED.search(text, max(0, start - 12), start):
        at -= 1
    while text[at - 1] in ".;," or text[at - 1].isspace():
        at -= 1
    return Located(squeezed(text[start:at]), (start, at))


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
