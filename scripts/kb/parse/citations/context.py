"""What stands before a number: the type word, the word `số`, or something that says that it is no document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from kb.model.kinds import GENERIC
from kb.parse.citations.grammar import SENTENCE_END, SO
from kb.parse.citations.lexicon import TERM, Lexicon
from kb.parse.citations.normalise import bare

NEAR = 64
PLAIN_SO = " số "
# First letters of symbols that count the terms of the National Assembly
TERMED = ("QH", "UBTVQH", "HĐNN")
FAR = 240
WORD = re.compile(r"\w+")
# Between the type word, `số` and the number.
CONNECTION = re.compile(r"[\s:.,(\[{\"“”'‘’|<>/-]*")
# Also between the fields of JSON: `"Thông tư", "thay_the": ["04/2014/…`
BREAK = re.compile(rf"{SENTENCE_END}|;|\"\s?,\s?\"")
# Between the members of a list: `các Nghị quyết số 18-NQ/TW, 19-NQ/TW và số 20-NQ/TW`
BETWEEN_MEMBERS = re.compile(
    r"[\s,;&)/]*+(?:(?:và|hoặc|đến|với|cùng)\s++)?(?:(?:các|cả)\s++)?(?:(?:số|Số)\s*+:?\s*+)?", re.IGNORECASE
)
# `Mẫu số 01/TAIN`: what a form is called looks like a number with its issuer.
FORMS = frozenset({"mẫu", "mau", "biểu", "phiếu", "bảng", "form", "lục"})
# Numbers of other orders, whatever they look like.
OTHERS = frozenset(
    {"qcvn", "tcvn", "tcxd", "tcxdvn", "tcn", "iso", "hợp đồng", "bản án", "tài khoản", "mã số", "mã hiệu", "mã vạch"}
    | {"hóa đơn", "hoá đơn", "điện thoại", "biển số", "số máy", "hộ chiếu", "vụ án", "thụ lý", "quyển", "công chứng"}
    | {"mã hàng", "sku", "model", "bản vẽ", "tờ khai"}
)
# `Mã SP: 305/KH-XL`, `lô SX 0123/QC-KCS`, but not `phân lô theo 12/QĐ-UBND`
CODE = re.compile(r"\b(?:[Mm]ã|[Ll]ô)(?:\s[A-ZĐ]{2,3})?:?\s\Z")
# These also with some words between: `Bản án kinh doanh thương mại sơ thẩm số`
FAR_OTHERS = frozenset({"hợp đồng", "bản án", "hóa đơn", "hoá đơn", "gói thầu", "tài khoản"})
# What ends the reach of the words above: `Luật Thương mại (hợp đồng) | 58-L/CTN`
CLAUSE_END = re.compile(r"[|;:→)\]]")
# `Quyết định khởi tố vụ án số …`: the number is that of the decision.
DECIDED = (["khởi", "tố", "vụ", "án"], ["đình", "chỉ", "vụ", "án"], ["điều", "tra", "vụ", "án"])
# Things that are counted with `số` before the number; it says nothing of a document then.
COUNTED = frozenset(
    {"đội", "tổ", "nhà", "ngõ", "lô", "đường", "km", "khu", "phòng", "quầy", "tuyến", "máy", "xe", "tàu", "thẻ", "thứ"}
    | {"kênh", "cảng", "trại", "trạm", "cột", "ga", "đoàn", "sư", "ấp", "thôn", "phường", "quận", "hồ", "ca", "vùng"}
    | {"đất", "thửa", "đồ", "hộ", "hẻm", "ngách", "kiệt", "tòa", "toà", "cư", "dãy", "kho", "thầu", "trang"}
    | {"bàn", "gói"}
)
# A number right behind one of these counts it: `năm 2019-NQ/TW`, `khoản 2-TT/KH`
ORDERED = frozenset(
    {"năm", "tháng", "ngày", "khoản", "điều", "điểm", "mục", "tiết", "chương", "lớp", "quận", "phường", "thứ", "tầng"}
    | {"kiốt", "kiot", "sạp", "căn", "lô", "hẻm", "ngõ", "ngách", "tổ", "đội", "trạm", "nhóm", "xe", "kho"}
)
# `pháp luật số`, `kỷ luật số` are no laws.
NOT_LAW = frozenset({"pháp", "kỷ", "quy", "án", "trật", "định"})
LAWS = frozenset({"NQ", "PL", "L", "QC"})


class Name(NamedTuple):
    """A type word as printed."""

    start: int
    end: int
    symbols: tuple[str | None, ...]


class Left(NamedTuple):
    name: Name | None
    adjacent: bool
    """Nothing but `số` stands between the type word and the number."""
    so: bool
    start: int
    """Where `số`, or else the number begins."""
    form: bool
    other: bool
    ordered: bool = False
    """The number counts what stands before it: a year, a provision."""
    counted: bool = False
    """So it may be with `số` between: a plot, a team."""
    listed: bool = False
    """A further member of a list."""


def left(text: str, floor: int, start: int, first: str, lexicon: Lexicon) -> Left:
    """Look back from `start`, not beyond `floor`; `first` is the first part of the symbol."""
    if plain := _plainly(text, floor, start, first, lexicon):
        return plain
    words = list(WORD.finditer(text, max(floor, start - NEAR), start))
    so, at = False, start
    if words and words[-1].group().lower() in SO and _connects(text, words[-1].end(), start):
        so, at = True, words.pop().start()
    connected = bool(words) and _connects(text, words[-1].end(), at)
    name = _name_ending(text, words, len(words) - 1, lexicon) if connected else None
    term = TERM.fullmatch(first) is not None
    adjacent = name is not None
    if name and not term:
        return Left(name, adjacent, so, start=at, form=False, other=False)
    # `… ban kiểm phiếu ⏎ Số 18-BB/ĐH`: a line that begins with this word begins anew.
    anew = so and text[at] == "S" and bool(words) and "\n" in text[words[-1].end() : at]
    last = [word.group().lower() for word in words[-4:]] if connected and not anew else []
    before = last[-1] if last else ""
    pairs = [f"{one} {two}" for one, two in pairwise([*last[-2:], "số"] if so else last[-2:])]
    if name is None or not _is_law(name):
        further = _further(text, floor, at, first, term, so or text[at - 1 : at] == "(", lexicon)
        name, adjacent = (further, False) if further else (name, adjacent)
    elif text[name.start - 1 : name.start] == "(":
        # `Điều 4 Luật Tổ chức chính quyền địa phương (Luật số …)`: the title belongs to the citation.
        name = _further(text, floor, name.start, first, term, so, lexicon) or name
    coded = name is None and connected and CODE.search(text, max(0, at - 16), at) is not None
    other = coded or before in OTHERS or not (OTHERS.isdisjoint(pairs) or (name and last in DECIDED))
    return Left(
        name=name,
        adjacent=adjacent,
        so=so and before not in COUNTED,
        start=at,
        counted=so and before in COUNTED and name is None,
        form=before in FORMS or (not adjacent and "mẫu" in last[-4:]),
        other=other or not (adjacent or FAR_OTHERS.isdisjoint(_near(text, words, at))),
        ordered=before in ORDERED and not so and text[words[-1].end() : at].strip(" ") == "",
    )


def _plainly(text: str, floor: int, start: int, first: str, lexicon: Lexicon) -> Left | None:
    """The same for `Kế hoạch số 26-KH/…` with one blank between the words, as most are printed, in fewer steps."""
    end = start - len(PLAIN_SO)
    if end < floor or text[end:start].lower() != PLAIN_SO or first.startswith(TERMED):
        return None
    words = text[max(floor, end - NEAR) : end].split(" ")
    counts = lexicon.endings.get(words[-1].lower())
    # The first of the words may be cut off.
    if not counts or counts[0] >= len(words) or not all(word.isalpha() for word in words[-counts[0] :]):
        return None
    for count in counts:
        printed = " ".join(words[-count:])
        name = printed.lower()
        symbols = lexicon.named.get(name) or lexicon.named.get(bare(name))
        if symbols and name != "luật":
            return Left(Name(end - len(printed), end, symbols), True, True, start=end + 1, form=False, other=False)
    return None


def _near(text: str, words: list[re.Match[str]], at: int) -> Iterator[str]:
    """The pairs of words before `at` in the same clause."""
    for one, two in pairwise(reversed(words[-9:])):
        if CLAUSE_END.search(text, one.end(), at):
            return
        at = one.start()
        yield f"{two.group()} {one.group()}".lower()


def lists(text: str, start: int, end: int) -> bool:
    """Whether nothing stands between two numbers but what joins the members of a list."""
    return end - start < NEAR and BETWEEN_MEMBERS.fullmatch(text, start, end) is not None


def name_before(text: str, floor: int, end: int, lexicon: Lexicon) -> Name | None:
    """The type word that ends at `end`, if one does."""
    words = list(WORD.finditer(text, max(floor, end - NEAR), end))
    name = _name_ending(text, words, len(words) - 1, lexicon)
    return name if name and not text[name.end : end].strip() else None


def name_from(text: str, start: int, lexicon: Lexicon) -> bool:
    """Whether a type word begins at `start`."""
    branch, at, end = lexicon.names, start, start + NEAR
    while word := WORD.search(text, at, end):
        # What stands between the words is judged where the name ends.
        if at == start and word.start() > start:
            return False
        branch = branch.further.get(word.group().lower())
        if branch is None:
            return False
        if branch.ends:
            return True
        at = word.end()
    return False


def _name_ending(text: str, words: list[re.Match[str]], last: int, lexicon: Lexicon) -> Name | None:
    if last < 0:
        return None
    ending = words[last].group().lower()
    counts = lexicon.endings.get(ending) or lexicon.endings.get(bare(ending))
    if not counts:
        return None
    end = words[last].end()
    for count in counts:
        first = last + 1 - count
        if first < 0:
            continue
        start = words[first].start()
        printed = text[start:end]
        name = " ".join(printed.lower().split())
        symbols = lexicon.named.get(name) or lexicon.named.get(bare(name))
        # In `01234-QĐ` the symbol is part of another number.
        if symbols is None and first == last and text[start - 1 : start] not in ("-", "/"):
            symbols = lexicon.named.get(printed)
        if symbols is None:
            continue
        if first == last and first > 0 and printed == "luật" and words[first - 1].group().lower() in NOT_LAW:
            return None
        return Name(start, end, symbols)
    return None


def _further(text: str, floor: int, at: int, first: str, term: bool, so: bool, lexicon: Lexicon) -> Name | None:
    """The type word with a title or an issuer behind it: `Luật Đấu thầu số`, `Thông báo của Huyện ủy số`.

    Only a type word that fits the symbol is taken from afar, or the nearest one where `số` calls for one.
    """
    begin = max(floor, at - FAR)
    for end in BREAK.finditer(text, begin, at):
        begin = end.end()
    words = list(WORD.finditer(text, begin, at))
    nearest = None
    for last in range(len(words) - 1, -1, -1):
        name = _name_ending(text, words, last, lexicon)
        if name is None:
            continue
        generic = text[name.start : name.end].lower() == GENERIC
        if term and _is_law(name) and not generic:
            # `Luật luật sư số …`
            outer = _name_ending(text, words, last - 1, lexicon)
            return _amending(text, words, last, outer if outer and _is_law(outer) else name, lexicon)
        if first in name.symbols and first and not term:
            return name
        # `văn bản chỉ đạo số`, but `Quyết định giao đất có thu tiền số`
        if nearest is None and len(words) - last <= (4 if generic else 12):
            nearest = name
    return nearest if so and not term else None


def _amending(text: str, words: list[re.Match[str]], last: int, name: Name, lexicon: Lexicon) -> Name:
    """In `Luật sửa đổi, bổ sung một số điều của Luật Đầu tư công số …` the number is that of the first law."""
    at = last - len(text[name.start : name.end].split())
    if at < 3 or [word.group().lower() for word in words[at - 1 : at + 1]] != ["điều", "của"]:
        return name
    for earlier in range(at, max(-1, at - 12), -1):
        outer = _name_ending(text, words, earlier, lexicon)
        if outer and _is_law(outer) and words[earlier + 1].group().lower() == "sửa":
            return outer
    return name


def _is_law(name: Name) -> bool:
    return None in name.symbols or not LAWS.isdisjoint(name.symbols)


def _connects(text: str, start: int, end: int) -> bool:
    return CONNECTION.fullmatch(text, start, end) is not None
