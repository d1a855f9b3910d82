"""What was probably meant by a word that is not known: the nearest that is, and in what they differ.

Each word is looked up once, in a time that hardly grows with how many are known; what is not near is not named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from kb.model.document import slug
from kb.model.slips import LETTERS, edits, other_numbers, slip

# Ties that are named; where more are equally near, none is.
MOST = 3
# What is longer is no slip of a name, and its variants would be many.
LONGEST = 80
NUMBER = re.compile(r"(?P<number>\d{1,7})(?P<letter>[^\W\d_]?)(?:/(?P<year>\d{4}))?(?P<join>[-/])(?P<symbol>\S+)")
COUNTED = re.compile(r"(?P<head>.*?)(?P<number>\d{1,7})")
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


class Near(NamedTuple):
    """A known word and why it is near, in Vietnamese; the lower the rank, the nearer."""

    rank: int
    word: str
    why: str


class Nearest:
    """Finds the nearest of some words: one letter or mark away, or one part between dashes."""

    def __init__(self, known: Iterable[str]) -> None:
        self.known = frozenset(known)
        self._found: dict[str, tuple[Near, ...]] = {}
        self._near: dict[str, tuple[Near, ...]] = {}

    def to(self, word: str) -> tuple[Near, ...]:
        """The nearest known words, in order; none where nothing is near or too many are."""
        if word not in self._found:
            self._found[word] = best(self.letters(word)) or best(self._parts(word))
        return self._found[word]

    def letters(self, word: str) -> tuple[Near, ...]:
        """Every known word that is one letter or some marks away, in no order."""
        if word not in self._near:
            self._near[word] = tuple(self._letters(word))
        return self._near[word]

    def _letters(self, word: str) -> Iterator[Near]:
        folded = slug(word[: LONGEST + 1])
        if len(word) > LONGEST or not folded:
            return
        # From one letter every other one is a slip away.
        for key in {folded, *(edits(folded, LETTERS) if len(folded) > 1 else ())}:
            for known in self._folded.get(key, ()):
                yield _letters(word, known)

    def _parts(self, word: str) -> Iterator[Near]:
        """Every known word that is one part between dashes away, as far as that part makes it one of a few."""
        folded = slug(word[: LONGEST + 1])
        if len(word) > LONGEST:
            return
        shorter = _without_a_part(folded)
        places = [(self._by_rest, {folded, *shorter}), (self._folded, shorter)]
        for found in (index.get(key, ()) for index, keys in places for key in keys):
            if len(found) <= MOST:
                yield from (Near(3, known, _part(folded, slug(known))) for known in found)

    @cached_property
    def _folded(self) -> dict[str, list[str]]:
        return _by((slug(word), word) for word in self.known)

    @cached_property
    def _by_rest(self) -> dict[str, list[str]]:
        return _by((key, word) for word in self.known for key in _without_a_part(slug(word)))


class NearestNumber:
    """Finds the nearest of some document numbers: another number of the same symbol, or another symbol."""

    def __init__(self, known: Iterable[str]) -> None:
        self.known = frozenset(known)
        self._found: dict[str, tuple[Near, ...]] = {}

    def to(self, number: str) -> tuple[Near, ...]:
        """The nearest known numbers, in order; none where nothing is near or too many are."""
        if number not in self._found:
            self._found[number] = best(self._near(number))
        return self._found[number]

    def _near(self, wanted: str) -> Iterator[Near]:
        found = NUMBER.fullmatch(wanted)
        if not found:
            return
        digits, start, symbol = found["number"], wanted[: found.start("symbol")], found["symbol"]
        for number in other_numbers(digits):
            if (near := number + wanted[len(digits) :]) in self.known:
                yield Near(1, near, f"cùng ký hiệu, số {slip(digits, number) or 'khác một chữ số'}")
        for near in self._symbols.letters(symbol):
            if start + near.word in self.known:
                yield Near(near.rank, start + near.word, _symbols(symbol, near))
        for near in self._by_organ.get((start, _divided(symbol)[1]), ()):
            if near != wanted:
                yield Near(2, near, "cùng số và cơ quan, khác tên loại")
        for near in self._by_number.get((digits.lstrip("0"), _parts(symbol)), ()):
            yield Near(1, near, _form(found, NUMBER.fullmatch(near)))

    @cached_property
    def _symbols(self) -> Nearest:
        return Nearest(found["symbol"] for found in self._numbers)

    @cached_property
    def _by_number(self) -> dict[tuple[str, tuple[str, ...]], list[str]]:
        return _by(((found["number"].lstrip("0"), _parts(found["symbol"])), found.string) for found in self._numbers)

    @cached_property
    def _by_organ(self) -> dict[tuple[str, str], list[str]]:
        return _by(
            ((found.string[: found.start("symbol")], _divided(found["symbol"])[1]), found.string)
            for found in self._numbers
        )

    @cached_property
    def _numbers(self) -> list[re.Match[str]]:
        return [found for number in sorted(self.known) if (found := NUMBER.fullmatch(number))]


class NearestProvision:
    """Finds the nearest of the provisions of a document, by ID."""

    def __init__(self, known: Iterable[str]) -> None:
        self._words = Nearest(known)

    def to(self, wanted: str) -> tuple[Near, ...]:
        """The last of those that are counted beside one that is not there; else what is one letter away."""
        name = wanted if len(wanted) <= LONGEST else ""
        while name:
            if last := self._last_beside(name):
                return (Near(0, last, f"{last} là số cuối ở đó"),)
            name = re.sub(r"[-.]?[^-.]*$", "", name)
        return self._words.to(wanted)

    def _last_beside(self, name: str) -> str | None:
        """The last of the same count, where this one would stand after it."""
        if name in ROMAN:
            parts = [part for part in ROMAN if part in self._words.known]
            return parts[-1] if parts and ROMAN.index(name) > ROMAN.index(parts[-1]) else None
        found = COUNTED.fullmatch(name)
        last = self._lasts.get(found["head"], 0) if found else 0
        return f"{found['head']}{last}" if found and 0 < last < int(found["number"]) else None

    @cached_property
    def _lasts(self) -> dict[str, int]:
        """The highest number behind each beginning: 4 behind `iii-2-`."""
        lasts: dict[str, int] = {}
        for name in self._words.known:
            if found := COUNTED.fullmatch(name):
                lasts[found["head"]] = max(lasts.get(found["head"], 0), int(found["number"]))
        return lasts


def best(found: Iterable[Near]) -> tuple[Near, ...]:
    """Those of the lowest rank, each once, unless they are too many to be of help."""
    nearest: dict[str, Near] = {}
    for near in sorted(found):
        nearest.setdefault(near.word, near)
    lowest = min((near.rank for near in nearest.values()), default=0)
    ties = tuple(near for near in nearest.values() if near.rank == lowest)
    return ties if len(ties) <= MOST else ()


def hint(found: Iterable[Near]) -> str:
    """The nearest in words, to stand before a remedy; empty where there is none."""
    told = " hoặc ".join(f"{near.word} ({near.why})" for near in found)
    return f"Gần nhất là {told}. " if told else ""


def _without_a_part(folded: str) -> set[str]:
    parts = folded.split("-")
    # What is left of two parts says too little.
    return {"-".join(parts[:at] + parts[at + 1 :]) for at in range(len(parts))} if len(parts) > 2 else set()


def _letters(word: str, known: str) -> Near:
    one, other = word.casefold(), known.casefold()
    if one == other:
        return Near(0, known, "chỉ khác chữ hoa, chữ thường")
    if why := slip(one, other):
        return Near(1, known, why)
    if slug(word) == slug(known):
        return Near(1, known, "chỉ khác dấu")
    return Near(2, known, slip(slug(word), slug(known)) or "khác dấu và một chữ")


def _part(folded: str, known: str) -> str:
    one, other = folded.split("-"), known.split("-")
    extra, missing = ([p for p in parts if p not in beside] for parts, beside in ((one, other), (other, one)))
    if len(one) < len(other):
        return f"thiếu phần «{'-'.join(missing)}»" if missing else "thiếu một phần"
    if len(one) > len(other):
        return f"thừa phần «{'-'.join(extra)}»" if extra else "thừa một phần"
    return f"khác phần «{'-'.join(missing)}»" if missing else "khác thứ tự"


def _symbols(symbol: str, near: Near) -> str:
    """Which part of a symbol differs."""
    (kind, issuer), (other, organ) = _divided(symbol), _divided(near.word)
    if kind == other:
        return f"cùng số, ký hiệu cơ quan {near.why}"
    return f"cùng số và cơ quan, ký hiệu tên loại {near.why}" if issuer == organ else f"cùng số, ký hiệu {near.why}"


def _parts(symbol: str) -> tuple[str, ...]:
    """What a symbol consists of, however it is joined: KH and ĐUK of `KH/ĐUK` and of `KH-ĐUK`."""
    return tuple(sorted(re.split("[-/]", symbol)))


def _form(one: re.Match[str], other: re.Match[str]) -> str:
    """In what two ways to write a number and a symbol differ."""
    if (one["symbol"], one["join"]) != (other["symbol"], other["join"]):
        return "cùng số và ký hiệu, khác cách viết"
    return "chỉ khác số 0 ở đầu" if one["year"] == other["year"] else "cùng số và ký hiệu, khác năm"


def _divided(symbol: str) -> tuple[str, str]:
    """The part of the kind and that of the issuer."""
    kind, _, issuer = symbol.partition("/" if "/" in symbol else "-")
    return kind, issuer


def _by(pairs: Iterable[tuple]) -> dict:
    found: dict = {}
    for key, value in sorted(pairs):
        found.setdefault(key, []).append(value)
    return found
