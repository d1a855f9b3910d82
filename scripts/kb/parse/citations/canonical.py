"""The form in which numbers are compared, and what its symbol says."""

from __future__ import annotations

import re
from functools import lru_cache

from kb.parse.citations.lexicon import TERM, Lexicon
from kb.parse.citations.numbers import Number


def canonical(number: Number, lexicon: Lexicon) -> str:
    """The number with blanks, dashes and the frequent slips of typing repaired; a style stays as it is printed.

    `57-2006-QĐ-UBND` becomes `57/2006/QĐ-UBND`, `26 KH/BTGTW` `26-KH/BTGTW`, `43/2014/NĐCP` `43/2014/NĐ-CP`.
    """
    symbol = _symbol(number.parts, number.marks)
    # Only a Party number is written with a blank for the dash: a kind, and then a slash.
    party = number.apart and number.marks[:1] == ("/",) and not number.year and lexicon.is_kind(number.parts[0])
    join = number.join or ("-" if party else "")
    if number.year and not number.reversed:
        return f"{number.number}/{number.year}{'/' if join else ''}{symbol}"
    return f"{number.number}{join}{symbol}" + (f"/{number.year}" if number.reversed else "")


# Kept, since a few hundred symbols make up all numbers.
@lru_cache(maxsize=4096)
def _symbol(printed: tuple[str, ...], between: tuple[str, ...]) -> str:
    parts, marks = [_repaired(part) for part in printed], list(between)
    if parts[0] in ("ND", "NĐ") and parts[1:2] == ["CP"]:
        parts[0], marks[0] = "NĐ", "-" if marks[0] in ("", ".") else marks[0]
    elif parts[0] in ("NĐCP", "NDCP"):
        parts[:1], marks[:0] = ["NĐ", "CP"], ["-"]
    elif parts[0] == "QD":
        parts[0] = "QĐ"
    return parts[0] + "".join(mark + part for mark, part in zip(marks, parts[1:], strict=True))


def _repaired(part: str) -> str:
    for printed in ("T.Ư", "T.W", "TƯ"):
        part = part.replace(printed, "TW")
    return part.replace("Ttg", "TTg")


def kind_and_issuer(number: Number, text: str, lexicon: Lexicon) -> tuple[str | None, str | None]:
    """Which part of the symbol is the kind, and which the issuer; `text` is the canonical form.

    `NĐ-CP` has both, `QH14` and `VPCP-KTTH` have no kind, `AL` no issuer.
    """
    year = f"/{number.year}" if number.year else ""
    symbol = text[len(number.number) :]
    symbol = (symbol.removesuffix(year) if number.reversed else symbol.removeprefix(year)).lstrip("-/")
    return _divided(symbol, number.join == "-", lexicon)


@lru_cache(maxsize=4096)
def _divided(symbol: str, dashed: bool, lexicon: Lexicon) -> tuple[str | None, str | None]:
    first = re.match(r"[^-/.]+", symbol)
    kind = first.group() if first else symbol
    rest = symbol[len(kind) + 1 :]
    party = dashed and rest != ""
    if TERM.fullmatch(kind) or not (lexicon.is_kind(kind) or lexicon.is_made_kind(kind) or party):
        return None, symbol
    return (kind, rest or None) if rest or kind in lexicon.lone_kinds else (None, symbol)
