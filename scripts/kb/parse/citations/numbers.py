"""Where a document number may stand, and its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kb.parse.citations.grammar import LOWER, SO, UPPER, YEAR
from kb.parse.citations.lexicon import Lexicon

# A number may be broken after a mark: the rest of the line, and the indent of the next.
NEXT_LINE = r"[^\S\n]{0,3}(?:\n\s{0,24})?"
# One cheap scan over the whole text. It begins with a digit, so that the engine can skip to the next one, and
# every repetition in it is bounded, so that no input costs more than its length.
CANDIDATE = re.compile(
    # `12.1` is one number; `01-1` is what forms are numbered by; `05CT/TW` has lost its dash.
    r"(?P<number>[0-9]{1,8}(?:\.[0-9]{1,3}|-[0-9](?![0-9]))?(?:bis|[a-zđ]|[A-D](?=\s{0,2}[-/]))?)"
    # `30/2020`, `30-2020`, `60 / 2003`, and the two-digit years of the nineties
    rf"(?:\s{{0,3}}(?P<before>[-/])\s{{0,3}}(?P<year>{YEAR}(?![0-9])|[0-9]{{2}}(?=\s?[-/])))?"
    rf"(?:(?P<left>\s{{0,3}})(?P<join>[-/])(?P<right>{NEXT_LINE})(?=[{UPPER}a-zđ])"
    # A dot instead of the dash, in Party numbers only: `04.NQ/TW`
    rf"|(?P<dot>\.)(?=[{UPPER}]{{2,4}}/[{UPPER}])"
    # Blank or nothing instead of the dash or slash: `26 KH/BTGTW`, `116/2020NĐ-CP`
    rf"|(?P<gap>\s{{0,2}})(?=[{UPPER}][{UPPER}a-z]{{0,6}}\s{{0,2}}[-/.]\s{{0,3}}[{UPPER}]))"
)
# `QĐ/-BTC` has two marks for one.
SEPARATOR = re.compile(rf"(?P<left>\s{{0,3}})(?P<mark>/-|-/|[-/.])(?P<right>{NEXT_LINE})")
# `NĐ-CP` typed `nđ-cp`; longer words and words with tone marks are prose: `5/ngày`, `3-4 lần/tuần`.
LOWERED = re.compile(
    rf"(?P<first>[a-zđ]{{1,6}})\s{{0,2}}(?P<mark>[-/.])\s{{0,2}}(?P<second>(?:ubtv)?qh[0-9]{{1,2}}|[a-zđư&]{{2,12}})"
    # In `nđ-cp-ve-hoa-don` a slug goes on behind the symbol.
    rf"(?:-(?P<third>[a-zđ&]{{2,12}})(?![\w-]))?(?![{LOWER}{UPPER}0-9])"
)
# `16/1999/khxx`: one unknown part; a year must make up for what it does not say.
LOWERED_ONE = re.compile(r"[a-zđ]{3,8}(?![\w/.-])")
LOWERED_TERM = re.compile(r"(?:qh|ubtvqh)[0-9]{1,2}(?![^\W_])")
LOWERED_PART = re.compile(rf"[{UPPER}a-zđ][a-zđ]{{1,11}}(?![{LOWER}{UPPER}0-9])")
# `05/NQ-1997-QH10`: the year between kind and issuer
YEAR_PART = re.compile(rf"{YEAR}(?=[-/](?:QH|UBTVQH)[0-9])")
# `10/2014/T T-BTC`: OCR puts a blank into the kind.
SPLIT_KIND = re.compile(rf"[{UPPER}] [{UPPER}]{{1,3}}(?=[-/])")
# `15/NĐ-CP/2020`: the year behind the symbol
YEAR_BEHIND = re.compile(rf"/(?P<year>{YEAR})(?![\w/])")
# The steering committees of this name carry their founding number: `QĐ-BCĐ 138/CP`.
NUMBERED_COMMITTEE = re.compile(rf"\s[0-9]{{2,3}}(?=/[{UPPER}]{{2}})")
# `QH 13`: the count of the term behind a blank
TERM_COUNT = re.compile(r"\s[0-9]{1,2}(?![\w/-])")
MOST_PARTS = 8
LOWER_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz" + LOWER[3:])


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
    """A lower-case letter follows at once: `TT-NHNNsẽ`."""
    reversed: bool
    """The year stands behind the symbol."""


def numbers(text: str, lexicon: Lexicon) -> Iterator[Number]:
    """Everything that has the form of a document number; whether it is one, `accept` decides."""
    for match in CANDIDATE.finditer(text):
        if not _begins(text, match, lexicon):
            continue
        at = match.end()
        found = _lowered(text, match, lexicon) if text[at] in LOWER_LETTERS else _symbol(text, at, match, lexicon)
        if found is None:
            continue
        parts, marks, end, lowered = found
        # One letter is no symbol: `lớp 5-A`
        if len(parts) == 1 and len(parts[0]) < 2:
            continue
        # Small letters and dashes only are a slug: `nghi-dinh-30-2020-nd-cp`, `26-kh-btgtw-2021`
        if lowered and "/" not in text[match.start() : end]:
            continue
        # In a slug of an address nobody can say where the number ends.
        if lowered and text[match.start() - 1 : match.start()] == "-":
            continue
        left, right = match["left"] or "", match["right"] or ""
        # A dash at the beginning of a line is a bullet.
        if "\n" in left and right:
            continue
        behind = YEAR_BEHIND.match(text, end) if len(parts) > 1 and not match["year"] else None
        end = behind.end() if behind else end
        yield Number(
            start=match.start(),
            end=end,
            number=match["number"],
            year=behind["year"] if behind else match["year"],
            before=match["before"] or "",
            join=match["join"] or match["dot"] or "",
            apart=bool(match["gap"]),
            loose=bool(left and right),
            parts=parts,
            marks=marks,
            lowered=lowered,
            glued=text[end : end + 1] in LOWER_LETTERS,
            reversed=behind is not None,
        )


def _begins(text: str, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether the first digit begins a number: not in `01-1/TAIN`, `QCVN 47:2012/BTNMT`, `A12/2020`, `…/2020/NĐ-CP`."""
    start = match.start()
    if start == 0:
        return True
    before = text[start - 1]
    if before.isspace() or before in "([{\"'“”‘’|;,>~!":
        return True
    beyond = text[start - 2 : start - 1]
    if before.isdigit() or before in "=%#@&?+$/…":
        return False
    if before == "-":
        # In file names a dash stands for the blank: `Thong-tu-12-2020-TT-BTC.pdf`
        in_name = match["before"] != "/" and match["join"] == "-" and beyond.isalpha()
        # `QĐ-12/2025/QĐ-HĐQT`
        twice = match["year"] is not None and _word_before(text, start - 1) in lexicon.kinds
        return not beyond.isalnum() or in_name or twice
    if before in ".:":
        return not beyond.isalnum() or _word_before(text, start - 1).lower() in SO
    if before.isalpha():
        word = _word_before(text, start)
        # `số116/2013/NĐ-CP`, `NĐ116/2020/NĐ-CP`, `Nghị định116/2020/NĐ-CP`
        return word.lower() in SO or word in lexicon.kinds or (match["year"] is not None and word[-1].islower())
    return True


def _word_before(text: str, end: int) -> str:
    start = end
    while start > 0 and end - start < 8 and text[start - 1].isalpha():
        start -= 1
    return text[start:end]


def _symbol(
    text: str, at: int, candidate: re.Match[str], lexicon: Lexicon
) -> tuple[tuple[str, ...], tuple[str, ...], int, bool] | None:
    split = SPLIT_KIND.match(text, at)
    match = split if split and lexicon.is_kind(split.group().replace(" ", "")) else lexicon.part.match(text, at)
    if not match:
        return None
    parts, marks = [match.group().replace(" ", "") if match is split else match.group()], []
    end = match.end()
    if parts[0] in ("QH", "UBTVQH", "HĐNN") and (count := TERM_COUNT.match(text, end)):
        return (parts[0] + count.group().strip(),), (), count.end(), False
    if candidate["year"] and (issuer := _behind_blank(text, end, parts[0], lexicon)):
        parts, marks, end = [parts[0], issuer], [""], end + 1 + len(issuer)
    # `12 - TTr - STC - QLG`: where blanks stand at every mark, they do not end the symbol.
    spaced = bool(candidate["left"] and candidate["right"])
    while len(parts) < MOST_PARTS and (mark := SEPARATOR.match(text, end)):
        following = lexicon.part.match(text, mark.end())
        spaced = spaced and bool(mark["left"] and mark["right"])
        if following and _joins(text, mark, following, parts, marks, lexicon, spaced=spaced):
            part, end = following.group(), following.end()
        elif (lower := _lowered_part(text, mark, lexicon)) or (lower := YEAR_PART.match(text, mark.end())):
            part, end = lower.group(), lower.end()
        else:
            break
        marks.append(mark["mark"])
        if part.endswith("BCĐ") and (committee := NUMBERED_COMMITTEE.match(text, end)):
            part, end = part + committee.group().strip(), committee.end()
        parts.append(part)
    cut = _foreign(text, end, parts[-1], lexicon) if len(parts) > 1 else 0
    if cut:
        parts[-1], end = parts[-1][:-cut], end - cut
    return tuple("".join(part.split()) for part in parts), tuple(marks), end, False


def _lowered_part(text: str, mark: re.Match[str], lexicon: Lexicon) -> re.Match[str] | None:
    """`QĐ-ubnd`, `QĐ-Ubnd`: half a symbol in lower case is known by the vocabulary only."""
    part = LOWERED_PART.match(text, mark.end())
    return part if part and part.group().lower() in lexicon.raised and not mark["left"] else None


def _behind_blank(text: str, end: int, kind: str, lexicon: Lexicon) -> str | None:
    """The issuer where a blank stands for the dash: `10/2010/NĐ CP`. Without a year it may begin a sentence."""
    if not lexicon.is_kind(kind) or text[end : end + 1] != " ":
        return None
    part = lexicon.part.match(text, end + 1)
    alone = part and text[part.end() : part.end() + 1] not in LOWER_LETTERS
    return part.group() if part and alone and lexicon.is_issuer(part.group()) else None


def _foreign(text: str, end: int, part: str, lexicon: Lexicon) -> int:
    """How many characters at the end of the last part do not belong to it."""
    if part in lexicon.issuers:
        return 0
    # The capital of the next word: `NĐ-CPVề việc`
    if text[end : end + 1] in LOWER_LETTERS and part[:-1] in lexicon.issuers:
        return 1
    # The figure of a footnote: `NĐ-CP1 ngày`; committees and military zones have figures of their own.
    bare = part.rstrip("0123456789")
    plain = bare.startswith(("B", "CP", "TTg", "UBND", "HĐND", "NHNN")) and "BCĐ" not in bare
    return len(part) - len(bare) if plain and bare in lexicon.issuers else 0


def _joins(
    text: str,
    mark: re.Match[str],
    following: re.Match[str],
    parts: list[str],
    marks: list[str],
    lexicon: Lexicon,
    *,
    spaced: bool,
) -> bool:
    """Whether what follows a dash, slash or dot still belongs to the symbol, or begins a sentence of its own."""
    part, left, right = following.group(), mark["left"], mark["right"]
    next_letter = text[following.end() : following.end() + 1]
    if len(part) < 2 and (left or right or next_letter in LOWER_LETTERS):
        return False
    if mark["mark"] == ".":
        small = parts[-1] in ("UB", "UBND", "HĐND")
        return not (left or right) and (len(parts) == 1 or marks[-1] == "." or small) and not _lone(parts, lexicon)
    if not left and not right:
        return True
    if next_letter in LOWER_LETTERS:
        return False
    joint = parts[0].startswith(("TTLT", "NQLT", "TTLB", "HDLT")) and lexicon.is_issuer(part)
    # With a blank on the left, a complete symbol has ended: `45/2019/QH14 – BLLĐ`, `NĐ-CP - UBND`.
    complete = len(parts) > 1 or _lone(parts, lexicon)
    if left:
        if "\n" in left and not lexicon.is_issuer(part):
            return False
        return joint or not complete or (spaced and "\n" not in left + right and part not in parts)
    return True


def _lone(parts: list[str], lexicon: Lexicon) -> bool:
    return len(parts) == 1 and lexicon.is_lone(parts[0]) and parts[0] not in ("CP", "TTg", "HĐBT")


def _lowered(
    text: str, candidate: re.Match[str], lexicon: Lexicon
) -> tuple[tuple[str, ...], tuple[str, ...], int, bool] | None:
    at = candidate.end()
    if term := LOWERED_TERM.match(text, at):
        return (term.group().upper(),), (), term.end(), True
    match = LOWERED.match(text, at)
    if not match:
        one = LOWERED_ONE.match(text, at) if candidate["year"] else None
        return ((one.group().upper(),), (), one.end(), True) if one else None
    first = lexicon.raised.get(match["first"]) or lexicon.raised.get(match["first"].replace("d", "đ"))
    if not first:
        return None
    rest = [part for part in (match["second"], match["third"]) if part]
    parts = (first, *(lexicon.raised.get(part, part.upper()) for part in rest))
    return parts, (match["mark"], "-")[: len(rest)], match.end(), True
