"""Issue dates: which of the dates around a number says when that document was issued."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from kb.model.citation import Span
from kb.parse.citations.context import Left, name_before, name_from
from kb.parse.citations.grammar import ISSUING, LOWER, SENTENCE_END
from kb.parse.citations.lexicon import Lexicon
from kb.parse.citations.normalise import folded

# `ngà`, `ngay`, `ngàv`: as plain typing and OCR print it.
WORD_DAY = r"(?:ng[àaảá][yvỵ]|ngà)"
DATE = (
    rf"(?P<word>{WORD_DAY}:?\s{{0,3}}(?:m[ùồ]ng\s)?)?(?<![0-9])(?P<day>[0-9]{{1,2}})"
    r"(?:\s{0,2}(?P<mark>[/.-])\s{0,2}(?P<month>[0-9]{1,2})\s{0,2}(?P=mark)\s{0,2}(?P<year>[0-9]{4}|[0-9]{2})"
    r"|(?:,?\s{0,3}th[áaảâàã]ng\s{0,3}|\s?[/-]\s?)(?P<named_month>[0-9]{1,2}),?\s{0,3}n[ăaâãàá]m\s{0,3}(?P<named_year>[0-9]{4}))"
    # Not the first figures of `18/6/20I5`
    r"(?![0-9]|[OlI][0-9])"
)
VERB = rf"(?:(?:đã\s++)?(?:được\s++)?{ISSUING}\s++(?:và\s++{ISSUING}\s++)?(?:vào\s++)?(?:hôm\s++)?)"
# The term of a committee or council, and its session: `khóa IX, kỳ họp thứ 3`
TERM = r"kh(?:óa|oá)\s[IVX]{1,5}(?:,?\skỳ\shọp\sthứ\s\w{1,5})?"
# `Quyết định 12/QĐ-UBND tỉnh Bắc Giang ngày …`: of the people's committee of a place
PLACE = rf"(?:tỉnh|thành\sphố|huyện|quận|thị\sxã|xã|phường)(?-i:\s[^\W\d_{LOWER}]\w{{0,8}}){{1,4}}"
ANY = re.compile(DATE, re.IGNORECASE)
# Directly behind the number: after a comma, a note, in the next cell of a table or field of a list (`;`, `:`), after
# `ban hành`, after the hour of a telegram.
NEXT = re.compile(
    r"(?:;(?=[0-9])|;\s(?=[0-9]{1,2}([/.-])[0-9]{1,2}\1[0-9]{4}\s*(?:[|;\n]|$))|;\s(?=(?-i:Ngày:))|:\s(?=[0-9])|\.\s?(?=(?-i:ng)))?[\s,|)”\"\]]*+(?:\([^()\n]{1,12}\)[\s,]*+|\(\s?(?:v/v|về|sau\sđây)\s[^()\n]{1,160}\)\s*+)?"
    # `(khóa VIII, ngày 21-01-2000)`
    rf"(?:\(?(?:{TERM}|{PLACE})(?:,|\s-)?\s)?"
    rf"\(?(?:{VERB}|cùng\s++|hôm\s++|ngày\s++(?:ban\s++hành|ký)\s*+:?\s*+|(?:lúc|hồi)\s[0-9hg:,\s]{{1,8}}(?:giờ|phút|[0-9\s]){{0,6}}\s*+)?"
    # `45/QĐ-SGDĐT - 10/01/2022 - …` in a register
    rf"(?:[\s/-]*+(?={WORD_DAY})|-\s++(?=[0-9]))?\(?\s*+{DATE}",
    re.IGNORECASE,
)
ABOUT = re.compile(r",?\s{0,2}[Vv]/v(?!\w)")
# The next cell of a table, behind the title: `| Quyết định 12/QĐ-BTC - Quy chế … | 08/10/2015 |`
CELL = re.compile(rf"[^|\n]{{0,240}}\|\s*+{DATE}\s*+(?=[|,]|$)", re.IGNORECASE)
# `ký Quyết định số … vào ngày 3/4/2019`, but not `thực hiện Quyết định số … vào ngày 3/4/2019`
ON_DAY = re.compile(rf"\s++vào\s++{DATE}", re.IGNORECASE)
# A field of its own, some lines below: `Số hiệu: … ⏎ Cơ quan ban hành: … ⏎ Ngày ban hành: 17/04/2023`; or
# `- Ngày ký 17/04/2023` behind it
FIELD = re.compile(
    rf"(?:\n|-(?=\s)|[,;|]\s?\")[\s|>-]*+{WORD_DAY}\s++(?:ban\s++h[àa]nh|k[ýy])\"?\s*+[:|]?\s*+\"?{DATE}",
    re.IGNORECASE,
)
# Behind the issuer: `của Ban Bí thư ngày 5/5/2021`
BEHIND = re.compile(
    rf"(?:,?\s++{TERM})?(?P<comma>\s*+,)?\s*+(?:\((?!{WORD_DAY})[^()\n]{{1,40}}\)[\s,]*+)?{VERB}?\(?{VERB}?{DATE}",
    re.IGNORECASE,
)
# A row that begins with a date, or a year in a cell of its own
ROW = re.compile(rf"[|\s>-]*+(?:{DATE}|(?:19|20)[0-9]{{2}}\s*+\|)", re.IGNORECASE)
ALONE = re.compile(rf"\s*+{DATE}\s*+", re.IGNORECASE)
SAME_DAY = re.compile(rf"[\s,(]*+{VERB}?cùng\s++ngày(?!\s*+[0-9])", re.IGNORECASE)
# What must follow a date behind a comma: otherwise it begins a clause of its own.
CLOSED = re.compile(
    r"\s*+(?:[.;)”\"]|$|,?\s*+(?:của|về|v/v|quy\s++định|hướng\s++dẫn|phê\s++duyệt|ban\s++hành|sửa\s++đổi)\b)",
    re.IGNORECASE,
)
# The meeting that passed it: `Nghị quyết số 29-NQ/TW Hội nghị lần thứ tám … khóa XI ngày 04/11/2013`
MEETING = re.compile(r"[\s,]*+(?:của\s++)?(?:hội\s++nghị|đại\s++hội|kỳ\s++họp)\b", re.IGNORECASE)
OWNED = re.compile(r"\s*(?:của|do)\s+(?P<first>[^\W\d_]+)")
# `được Quốc hội thông qua ngày 06/4/2016`
PASSED = re.compile(rf"\b{ISSUING}\s+(?:vào\s+)?(?:hôm\s+)?", re.IGNORECASE)
# `đã ký ban hành các Quyết định`, but not `ban hành kèm theo Quyết định`
ISSUED = re.compile(
    rf"\b{ISSUING}\s+(?:(?:các|một|hai|ba|tiếp|thêm|cả|bản|ngay|lại|những|luôn)\s+){{0,2}}", re.IGNORECASE
)
# Not days of issue: `có hiệu lực kể từ ngày`, `trước ngày`, `họp ngày`
OTHER_DAY = re.compile(r"\b(?:từ|đến|trước|sau|lực|hết|tới|qua|họp|tính|hạn|sinh|trong|các|cuối)\s*", re.IGNORECASE)
# First words of issuers beside those of the vocabulary
HEADS = frozenset(
    {"giám", "hiệu", "trường", "đại", "học", "tập", "công", "chánh", "trưởng", "liên", "phòng", "chi", "đoàn", "cơ"}
    | {"trung", "vụ", "thường", "tỉnh", "thành", "huyện", "quận", "nhà"}
)
TIME_OF_DAY = re.compile(r"\b(?:sáng|trưa|chiều|tối|đêm|hôm)\s+", re.IGNORECASE)
BREAK = re.compile(rf"{SENTENCE_END}|;|\n\s*\n")
TITLE = 420
CLAUSE = 160
BEFORE = 320


class Dated(NamedTuple):
    iso: str
    span: Span


def behind_number(text: str, at: int, ceiling: int) -> Dated | None:
    found = _read(NEXT.match(text, at, ceiling)) or _read(CELL.match(text, at, ceiling))
    return None if found and _of_next_row(text, at, found.span[0]) else found


def _of_next_row(text: str, at: int, date: int) -> bool:
    """Whether the rows of a list begin with a date: `24/11/2011 Giao đất 15/QĐ-UBND ⏎ 23/6/2016 …`"""
    if "\n" not in text[at:date]:
        return False
    return ROW.match(text, text.rfind("\n", max(0, at - TITLE), at) + 1, at) is not None


def alone(text: str, start: int, end: int) -> Dated | None:
    """A date and nothing else."""
    return _read(ALONE.fullmatch(text, start, end))


def given_out(text: str, floor: int, begin: int, end: int, ceiling: int) -> Dated | None:
    """The day on which somebody gave out the document that is cited from `begin` to `end`."""
    match = ON_DAY.match(text, end, ceiling)
    return _read(match) if match and _ends_with(ISSUED, text, floor, begin) else None


def calls(text: str, at: int) -> bool:
    """Whether the words `ngày …` stand right behind a number, or what letters are about: `V/v …`."""
    if ABOUT.match(text, at):
        return True
    match = NEXT.match(text, at)
    return match is not None and match["word"] is not None and _read(match) is not None


def same_day(text: str, at: int, ceiling: int, earlier: str | None) -> Dated | None:
    """`Quyết định số … ngày 3/4/2019 và Tờ trình số … cùng ngày`"""
    match = SAME_DAY.match(text, at, ceiling) if earlier else None
    return Dated(earlier, match.span()) if match and earlier else None


def behind_issuer(text: str, at: int, ceiling: int) -> Dated | None:
    match = BEHIND.match(text, at, ceiling)
    if match and match["comma"] and not CLOSED.match(text, match.end()):
        return None
    return _read(match)


def further_behind(text: str, at: int, ceiling: int, lexicon: Lexicon) -> Dated | None:
    """A date behind the title or behind a verb of issuing.

    `Thông tư số … hướng dẫn việc … ngày 25/06/2014 của Bộ Công Thương`, `Luật số … được Quốc hội thông qua ngày …`
    """
    if stated := _read(FIELD.search(text, at, min(ceiling, at + TITLE))):
        return stated
    for match in ANY.finditer(text, at, min(ceiling, at + TITLE)):
        start = match.start()
        if not (match["word"] or _ends_with(TIME_OF_DAY, text, at, start)):
            return None
        if (match["word"] or "")[:2] == "Ng" or BREAK.search(text, at, start):
            return None
        if start - at < CLAUSE and _ends_with(PASSED, text, at, start):
            return _read(match)
        if _ends_with(OTHER_DAY, text, at, start):
            continue
        if name_before(text, at, start, lexicon):
            return None
        if start - at < CLAUSE and MEETING.match(text, at):
            return _read(match)
        owner = OWNED.match(text, match.end())
        if owner and (folded(owner["first"]) in lexicon.organs.further or owner["first"].lower() in HEADS):
            return _read(match)
    return None


def before_number(text: str, floor: int, left: Left, lexicon: Lexicon) -> Dated | None:
    """`Ngày D, X ban hành Quyết định số …`, `Công văn ngày D của X số …`"""
    end = left.start
    floor = max(floor, end - BEFORE)
    if left.name is None and text[end - 1 : end] != "(":
        return None
    last = None
    for match in ANY.finditer(text, floor, end):
        last = match
    if (
        last is None
        or not (last["word"] or _ends_with(TIME_OF_DAY, text, floor, last.start()))
        or BREAK.search(text, last.end(), end)
    ):
        return None
    if left.name and left.name.end <= last.start():
        return None if text[left.name.end : last.start()].strip() else _read(last)
    name = left.name.start if left.name else end
    # `Bộ ban hành ngày D Thông tư số …`
    if left.name and not text[last.end() : name].strip(" ") and _ends_with(PASSED, text, floor, last.start()):
        return _read(last)
    if _ends_with(OTHER_DAY, text, floor, last.start()) or name_before(text, floor, last.start(), lexicon):
        return None
    if _ends_with(ISSUED, text, last.end(), name):
        return _read(last)
    if text[name - 1 : name] != "(":
        return None
    # `Ngày D, X ban hành Kết luận Hội nghị Trung ương 4 … (số …)`
    verbs = ISSUED.finditer(text, last.end(), name)
    return _read(last) if any(name_from(text, verb.end(), lexicon) for verb in verbs) else None


def _ends_with(pattern: re.Pattern[str], text: str, floor: int, end: int) -> bool:
    return any(match.end() == end for match in pattern.finditer(text, max(floor, end - 32), end))


def _read(match: re.Match[str] | None) -> Dated | None:
    """The date as ISO, where the calendar has it."""
    if match is None:
        return None
    year = int(match["year"] or match["named_year"])
    if year < 100:
        # Without the word `ngày`, two digits at the end are as likely a part of something else.
        if not match["word"]:
            return None
        year += 1900 if year >= 45 else 2000
    try:
        iso = date(year, int(match["month"] or match["named_month"]), int(match["day"])).isoformat()
    except ValueError:
        return None
    return Dated(iso, (match.start("word") if match["word"] else match.start("day"), match.end()))
