"""The vocabulary, made ready for looking things up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from kb.model.kinds import Issuer, Kind, NumberVocabulary
from kb.parse.citations.grammar import LOWER, UPPER
from kb.parse.citations.normalise import bare, folded

# Of these, longer symbols are made in practice: QĐNS, QĐTĐC, TTrLN, NQLT, KLTTr.
OPEN_KINDS = ("QĐ", "NQ", "TTr", "TTLT", "TB", "KH", "BC", "KL", "HD", "QC", "GP", "CV")
# National Assembly and Council of State count their terms in the symbol; `QH2013` is a slip.
TERM = re.compile(r"(?:QH|UBTVQH|HĐNN)K?(?:\d{1,2}[A-Z]?|[l1IO]{2})|QH20\d{2}")


@dataclass(slots=True)
class Branch:
    """A tree of names, word by word; `ends` where a name is whole."""

    ends: bool = False
    further: dict[str, Branch] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    kinds: frozenset[str]
    """Symbols of kinds as they stand in numbers."""
    lone_kinds: frozenset[str]
    issuers: frozenset[str]
    lone_issuers: frozenset[str]
    raised: Mapping[str, str]
    """`qđ`, `ttg`, `ctr` to the symbol that they are in lower case."""
    named: Mapping[str, tuple[str | None, ...]]
    """Lower-case name of a kind, also without marks, to its symbols; `None` where numbers never show it."""
    names: Branch
    """The same names as a tree of words."""
    endings: Mapping[str, tuple[int, ...]]
    """Last words of these names to the numbers of words, for leaving out the others quickly."""
    organs: Branch
    """Names of issuers, folded, as a tree of words."""
    part: re.Pattern[str]
    """One part of a symbol: letters and digits between dashes and slashes."""

    def is_kind(self, part: str) -> bool:
        """Whether the part stands for a kind, also where it is typed `QD` or `Ctr`."""
        return (
            part in self.kinds
            or part.replace("D", "Đ") in self.kinds
            or (not part.isupper() and self.raised.get(part.lower()) in self.kinds)
        )

    def is_made_kind(self, part: str) -> bool:
        # `BCT` is a ministry, and no report.
        return part.startswith(OPEN_KINDS) and len(part) <= 8 and part not in self.issuers

    def is_issuer(self, part: str) -> bool:
        if part in self.issuers:
            return True
        part = part.replace("TƯ", "TW").replace("T.Ư", "TW")
        # `BKHDT`, as plain typing prints it; shorter ones are codes as well
        if len(part) > 3 and part.replace("D", "Đ") in self.issuers:
            return True
        return part in self.issuers or TERM.fullmatch(part) is not None

    def is_lone(self, part: str) -> bool:
        """Whether the part is a whole symbol by itself."""
        return part in self.lone_issuers or part in self.lone_kinds or TERM.fullmatch(part) is not None


def vocabulary(kinds: Iterable[Mapping[str, Any]], issuers: Iterable[Mapping[str, Any]]) -> NumberVocabulary:
    """The vocabulary from the rows of `kinds.yml` and `issuers.yml`."""
    return NumberVocabulary(tuple(Kind(**_row(row)) for row in kinds), tuple(Issuer(**_row(row)) for row in issuers))


def _row(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}


@lru_cache(maxsize=8)
def lexicon(vocabulary: NumberVocabulary) -> Lexicon:
    kinds, issuers = vocabulary.kinds, vocabulary.issuers
    kind_symbols = frozenset(s for kind in kinds for s in _symbols(kind))
    issuer_symbols = frozenset(s for issuer in issuers for s in _symbols(issuer))
    named: dict[str, list[str | None]] = {}
    for kind in kinds:
        for name in kind.names:
            named.setdefault(name.lower(), []).extend(_symbols(kind) or (None,))
    # A symbol stands for its kind in prose, too: `NĐ 60/2021/NĐ-CP`, `KH số 26`.
    abbreviations = {s: (s,) for s in kind_symbols if len(s) > 1 and s not in issuer_symbols - kind_symbols}
    names = {name: tuple(symbols) for name, symbols in named.items()} | abbreviations
    # Plain typing and OCR lose marks; one syllable alone would be too many words.
    names = {bare(name): symbols for name, symbols in names.items() if " " in name} | names
    return Lexicon(
        kinds=kind_symbols,
        lone_kinds=frozenset(s for kind in kinds if kind.alone for s in _symbols(kind)),
        issuers=issuer_symbols,
        lone_issuers=frozenset(s for issuer in issuers if issuer.alone for s in _symbols(issuer)),
        raised={s.lower(): s for s in sorted(issuer_symbols | kind_symbols)},
        named=names,
        names=_tree(names),
        endings=_lengths(names),
        organs=_tree(folded(name) for issuer in issuers for name in issuer.names),
        part=_part(sorted(s for s in kind_symbols | issuer_symbols if not s.isupper())),
    )


def _symbols(entry: Kind | Issuer) -> tuple[str, ...]:
    return (entry.symbol, *entry.symbols) if entry.symbol else entry.symbols


def _lengths(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """The last word of the names to the numbers of words in these names, highest first."""
    found: dict[str, set[int]] = {}
    for name in names:
        words = name.split()
        found.setdefault(words[-1].lower(), set()).add(len(words))
    return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in found.items()}


def _tree(names: Iterable[str]) -> Branch:
    root = Branch()
    for name in names:
        branch = root
        for word in name.split(" "):
            branch = branch.further.setdefault(word, Branch())
        branch.ends = True
    return root


def _part(mixed: list[str]) -> re.Pattern[str]:
    # Whole before letter by letter: in `QĐ-TTgvề` the symbol ends after the g, and a lone r or g follows no rule.
    whole = "|".join(re.escape(s) for s in sorted(mixed, key=lambda s: (-len(s), s)) if "-" not in s)
    return re.compile(
        rf"(?:T\.[ƯW](?![{LOWER}])"
        # Slips in symbols of mixed case
        rf"|(?:Ttg|Ctr|Ttr)(?![{LOWER}])"
        # `QHll`: what OCR prints for QH11
        rf"|QH[l1IO]{{2}}(?![{LOWER}{UPPER}0-9])"
        # `CV-VPBank`
        rf"|[{UPPER}]{{1,6}}Bank(?![{LOWER}])"
        # `TT-Bộ GDĐT`
        rf"|Bộ\s[{UPPER}][{UPPER}&]{{1,11}}"
        rf"|(?:{whole}|[{UPPER}])(?:{whole}|[{UPPER}0-9]|[a-zđ](?![{LOWER}])|\s?&\s?(?=[{UPPER}](?![{LOWER}]))){{0,24}})"
    )
