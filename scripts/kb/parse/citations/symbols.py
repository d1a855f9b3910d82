"""The symbol behind a number: its parts, and where it ends."""

from __future__ import annotations

import re
from typing import NamedTuple

from kb.parse.citations.grammar import GLUED_DATE, LOWER, UPPER, YEAR
from kb.parse.citations.lexicon import Lexicon

# A number may be broken after a mark: the rest of the line, and the indent of the next, also in a quotation or comment.
NEXT_LINE = r"[^\S\n]{0,3}(?:\n(?:(?:>|//)\s|\s{0,24}))?"
SEPARATOR = re.compile(rf"(?P<left>\s{{0,3}})(?P<mark>/-|-/|[-/.])(?P<right>{NEXT_LINE})")
# `NĐ-CP` typed `nđ-cp`; longer words and words with tone marks are prose: `5/ngày`, `3-4 lần/tuần`.
LOWERED = re.compile(
    rf"(?P<first>[a-zđ]{{1,6}})\s{{0,2}}(?P<mark>[-/.])\s{{0,2}}"
    rf"(?P<second>(?:ubtv)?qh[0-9]{{1,2}}|[a-zđ][a-zđư{UPPER}&]{{1,11}})"
    # In `nđ-cp-ve-hoa-don` a slug goes on behind the symbol.
    rf"(?P<further>(?:-[a-zđ][a-zđ{UPPER}&]{{1,11}}){{1,4}}(?![\w-]))?(?![{LOWER}{UPPER}0-9])"
)
# `16/1999/khxx`: one unknown part; a year must make up for what it does not say.
LOWERED_ONE = re.compile(r"[a-zđ]{3,8}(?![\w/.-])")
LOWERED_TERM = re.compile(r"(?:qh|ubtvqh)[0-9]{1,2}(?![^\W_])")
LOWERED_PART = re.compile(rf"[{UPPER}a-zđ][a-zđ]{{1,11}}(?![{LOWER}{UPPER}0-9])")
# An abbreviation in small letters has no room for a tone mark: not `KH/Nam`, but `QĐ-Cty`.
CAPITALISED = re.compile(r"[A-ZĐ][bcdđghklmnpqrstvx][a-zđ]{1,3}(?![^\W_])")
# `05/NQ-1997-QH10`: the year between kind and issuer
YEAR_PART = re.compile(rf"{YEAR}(?=[-/](?:QH|UBTVQH)[0-9])")
# `10/2014/T T-BTC`, `12/Q Đ -UBND`: OCR puts a blank into the kind.
SPLIT_KIND = re.compile(rf"[{UPPER}] [{UPPER}]{{1,3}}(?=\s?[-/])")
# The steering committees of this name carry their founding number: `QĐ-BCĐ 138/CP`.
NUMBERED_COMMITTEE = re.compile(rf"\s[0-9]{{2,3}}(?=/[{UPPER}]{{2}})")
# `QH 13`: the count of the term behind a blank, and, where the number has its year, `QH.12`, `QH-13`
TERM_COUNT = re.compile(r"\s{1,2}[0-9]{1,2}(?![\w/-])")
TERM_MARKED = re.compile(r"[.-][0-9]{2}(?![\w/-]|\.\w)")
GLUED_FIGURE = re.compile(r"(?:QH|UBTVQH)1[0-9][1-9]")
# `141-CV/VPTW/nb`: a mark in small letters; abbreviations have no vowel, words of prose have one.
SMALL_MARK = re.compile(r"[bcdđghklmnpqrstvx]{2,3}(?!\w|\.\w|-)")
# What stands behind a symbol that has ended: `KH - BCA - C08 ngày`, but not `QĐ - UBND - BCĐ tỉnh họp`
ENDED = re.compile(r"\s*(?:[,;.:)|\]\"”]|\Z|\n|(?:ngày|của|về|v/v|năm|và|do)(?!\w))")
EXTENSIONS = frozenset({"PDF", "DOC", "DOCX", "XLS", "XLSX", "ZIP", "RAR", "JPG"})
MOST_PARTS = 8
LOWER_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz" + LOWER[3:])


class Symbol(NamedTuple):
    parts: tuple[str, ...]
    marks: tuple[str, ...]
    """What stands between the parts; one fewer than these."""
    end: int
    lowered: bool


def symbol(text: str, at: int, lexicon: Lexicon, *, dated: bool, spaced: bool) -> Symbol | None:
    """What stands at a place, where it has the form of a symbol.

    `dated` says that the number has its year, `spaced` that blanks stand on both sides of the mark before the symbol.
    """
    if text[at] in LOWER_LETTERS:
        return _lowered(text, at, lexicon, dated=dated)
    return _symbol(text, at, lexicon, dated=dated, spaced=spaced)


def _symbol(text: str, at: int, lexicon: Lexicon, *, dated: bool, spaced: bool) -> Symbol | None:
    split = SPLIT_KIND.match(text, at) if text[at + 1 : at + 2] == " " else None
    match = split if split and lexicon.is_kind(split.group().replace(" ", "")) else lexicon.part.match(text, at)
    if not match:
        return None
    parts, marks = [match.group().replace(" ", "") if match is split else match.group()], []
    end = match.end()
    if parts[0] in ("QH", "UBTVQH", "HĐNN"):
        count = TERM_COUNT.match(text, end) or (TERM_MARKED.match(text, end) if dated else None)
        if count:
            return Symbol((parts[0] + count.group().strip(" \n.-"),), (), count.end(), lowered=False)
    if dated and (issuer := _behind_blank(text, end, parts[0], lexicon)):
        parts, marks, end = [parts[0], issuer], [""], end + 1 + len(issuer)
    # `12 - TTr - STC - QLG`: where blanks stand at every mark, they do not end the symbol.
    wide = True
    while len(parts) < MOST_PARTS and (mark := SEPARATOR.match(text, end)):
        following = lexicon.part.match(text, mark.end())
        wide = wide and bool(mark["left"] and mark["right"])
        if following and _joins(text, mark, following, parts, marks, lexicon, wide=wide, spaced=spaced):
            part, end = following.group(), following.end()
        elif (
            (lower := _lowered_part(text, mark, parts, lexicon))
            or (lower := YEAR_PART.match(text, mark.end()))
            or (lower := _small_mark(text, mark, parts))
        ):
            part, end = lower.group(), lower.end()
        else:
            break
        marks.append(mark["mark"])
        if part.endswith("BCĐ") and (committee := NUMBERED_COMMITTEE.match(text, end)):
            part, end = part + committee.group().strip(), committee.end()
        parts.append(part)
    cut = _foreign(text, end, parts[-1], lexicon) if len(parts) > 1 else _beyond_term(text, end, parts[0])
    if cut:
        parts[-1], end = parts[-1][:-cut], end - cut
    closed = [part if part.isalnum() else "".join(part.split()) for part in parts]
    return Symbol(tuple(closed), tuple(marks), end, lowered=False)


def _lowered_part(text: str, mark: re.Match[str], parts: list[str], lexicon: Lexicon) -> re.Match[str] | None:
    """`QĐ-ubnd`, `QĐ-Ubnd`: half a symbol in lower case is known by the vocabulary; `QĐ-Cty` by the kind before it."""
    part = LOWERED_PART.match(text, mark.end())
    if part and part.group().lower() in lexicon.raised and not mark["left"]:
        return part
    unknown = CAPITALISED.match(text, mark.end()) if len(parts) == 1 and lexicon.is_kind(parts[0]) else None
    return unknown if not mark["left"] and not mark["right"] else None


def _small_mark(text: str, mark: re.Match[str], parts: list[str]) -> re.Match[str] | None:
    return SMALL_MARK.match(text, mark.end()) if len(parts) > 1 and mark.group() in ("/", "-") else None


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
    if bare != part and GLUED_DATE.match(text, end - len(part) + len(bare)):
        return len(part) - len(bare)
    plain = bare.startswith(("B", "CP", "TTg", "UBND", "HĐND")) and "BCĐ" not in bare
    # A People's Council counts its terms, most of them with two figures: `NQ-HĐND15`.
    term = bare == "HĐND" and len(part) - len(bare) == 2
    return len(part) - len(bare) if plain and not term and bare in lexicon.issuers else 0


def _beyond_term(text: str, end: int, part: str) -> int:
    """The figure of the next line in `100/2015/QH131. …`: no count of terms has three."""
    return 1 if GLUED_FIGURE.fullmatch(part) and text[end : end + 1] in (".", ")") else 0


def _joins(
    text: str,
    mark: re.Match[str],
    following: re.Match[str],
    parts: list[str],
    marks: list[str],
    lexicon: Lexicon,
    *,
    wide: bool,
    spaced: bool,
) -> bool:
    """Whether what follows a dash, slash or dot still belongs to the symbol, or begins a sentence of its own."""
    part, left, right = following.group(), mark["left"], mark["right"]
    next_letter = text[following.end() : following.end() + 1]
    if len(part) < 2 and (left or right or next_letter in LOWER_LETTERS):
        return False
    if mark["mark"] == ".":
        small = parts[-1] in ("UB", "UBND", "HĐND") or parts[-1].startswith(("BCĐ", "HĐTV", "HĐQT"))
        # `VPCP-V.II`: a department, and its number; `QĐ-BXD.KTQH`: a department, but no organ that begins a sentence
        known = part in EXTENSIONS or lexicon.is_issuer(part) or lexicon.is_kind(part)
        unknown = not known and ENDED.match(text, following.end())
        small = small or len(parts[-1]) == 1 or (lexicon.is_issuer(parts[-1]) and unknown)
        if left and right:
            # `3954/TTr . UBND`, as word segmentation prints it: a number does not end in its kind.
            alone = len(parts) == 1 and parts[0] in lexicon.kinds and not _lone(parts, lexicon)
            return alone and next_letter not in LOWER_LETTERS
        return not (left or right) and (len(parts) == 1 or marks[-1] == "." or small) and not _lone(parts, lexicon)
    if not left and not right:
        return True
    if next_letter in LOWER_LETTERS and not lexicon.is_issuer(part):
        return False
    joint = parts[0].startswith(("TTLT", "NQLT", "TTLB", "HDLT")) and lexicon.is_issuer(part)
    # With a blank on the left, a complete symbol has ended: `45/2019/QH14 – BLLĐ`, `NĐ-CP - UBND`.
    complete = len(parts) > 1 or _lone(parts, lexicon)
    if left:
        if "\n" in left and not lexicon.is_issuer(part):
            return False
        # `12 - KH - BCA - C08`; where the number has none, what follows must say more: `299/KH - BCA - C08 ngày`
        further = wide and "\n" not in left + right and part not in parts
        ended = len(parts) > 1 and ENDED.match(text, following.end()) is not None
        return joint or not complete or (further and (spaced or ended))
    return True


def _lone(parts: list[str], lexicon: Lexicon) -> bool:
    return len(parts) == 1 and lexicon.is_lone(parts[0]) and parts[0] not in ("CP", "TTg", "HĐBT")


def _lowered(text: str, at: int, lexicon: Lexicon, *, dated: bool) -> Symbol | None:
    if term := LOWERED_TERM.match(text, at):
        return Symbol((term.group().upper(),), (), term.end(), lowered=True)
    match = LOWERED.match(text, at)
    if not match:
        one = LOWERED_ONE.match(text, at) if dated else None
        return Symbol((one.group().upper(),), (), one.end(), lowered=True) if one else None
    first = lexicon.raised.get(match["first"]) or lexicon.raised.get(match["first"].replace("d", "đ"))
    if not first:
        return None
    further = (match["further"] or "").split("-")[1:]
    # Of many words in a row each must be known; one may be the symbol of a department.
    if len(further) > 1 and not all(part.lower() in lexicon.raised for part in further):
        further = []
    parts = (first, *(lexicon.raised.get(part.lower(), part.upper()) for part in (match["second"], *further)))
    end = match.end("further" if further else "second")
    return Symbol(parts, (match["mark"], *("-" for _ in further)), end, lowered=True)
