"""How two sequences of provisions differ, told in as few faults as explain it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from kb.check import joining
from kb.check.reordering import displaced
from kb.model.document import DASH, PARAGRAPH, Provision

ALTERED = "altered"  # same ID, other words
SWAPPED = "swapped"  # two provisions, or two runs of them, stand in each other's place
EXCHANGED = "exchanged"  # two provisions have each other's ID
MOVED = "moved"  # right words and IDs, wrong place
RENAMED = "renamed"  # right words, wrong or no ID
FORM = "form"  # right words and ID, but a dash for a paragraph, or another heading level
MERGED = "merged"  # several provisions on one line
SPLIT = "split"  # one provision on several lines
MISSING = "missing"
EXTRA = "extra"

# After one of these, those that follow in the same section may have been counted anew.
GAPS = (MISSING, EXTRA, MERGED, SPLIT)
COUNT = re.compile(r"p?[1-9]\d*")


@dataclass(frozen=True, slots=True)
class Deviation:
    """One fault: the provisions that must be there and those that are, each a run of neighbours in order.

    `expected` is empty for EXTRA, `actual` for MISSING; `place` is the provision at whose line the fault is reported:
    the first of `actual`, and for MISSING the one that stands after the gap, None at the end. SWAPPED has the run
    that stands first as `actual`, what belongs there as `expected`, and the second run as `other`.
    """

    kind: str
    expected: tuple[Provision, ...]
    actual: tuple[Provision, ...]
    place: Provision | None
    other: tuple[Provision, ...] = ()


def compare(expected: Sequence[Provision], actual: Sequence[Provision]) -> list[Deviation]:
    """Compare what is authored with what must be there.

    Two readings are tried, by ID first and by words first: after a deletion with renumbering the second one explains
    with far fewer faults.
    """
    if list(map(_key, expected)) == list(map(_key, actual)):
        return []
    return min((_Reading(expected, actual, ids_first).deviations() for ids_first in (True, False)), key=len)


def _key(provision: Provision) -> tuple[str, str, int, str]:
    return provision.id, provision.kind, provision.level, provision.text


class _Reading:
    """One way to pair the two sequences; `pairs` maps places in `actual` to places in `expected`."""

    def __init__(self, expected: Sequence[Provision], actual: Sequence[Provision], ids_first: bool) -> None:
        self.expected, self.actual = expected, actual
        self.merged = dict(joining.merged(expected, actual))
        self.split = dict(joining.split(expected, actual))
        # In `actual` and in `expected`, the places of what joining explains: they are paired with nothing else.
        self.joined = {*self.merged, *(place for run in self.split.values() for place in run)}
        self.joins = {*self.split, *(place for run in self.merged.values() for place in run)}
        self.pairs: dict[int, int] = {}
        self._pair(lambda p: (p.id, p.text))
        keys = [lambda p: p.id, lambda p: p.text]
        for key in keys if ids_first else reversed(keys):
            self._pair(key)
        self._pair_by_place()

    def _pair(self, key: Callable[[Provision], object]) -> None:
        """Pair what is unpaired and has the same key, in order."""
        free: dict[object, list[int]] = {}
        taken = {*self.pairs.values(), *self.joins}
        for number, provision in enumerate(self.expected):
            if number not in taken:
                free.setdefault(key(provision), []).append(number)
        for number, provision in enumerate(self.actual):
            if number not in self.pairs and number not in self.joined and free.get(key(provision)):
                self.pairs[number] = free[key(provision)].pop(0)

    def _pair_by_place(self) -> None:
        """A line whose ID and words are both wrong is that of the one gap between the same neighbours."""
        taken = {*self.pairs.values(), *self.joins}
        for number in range(len(self.actual)):
            before = self.pairs.get(number - 1, -1)
            after = self.pairs.get(number + 1, len(self.expected) if number + 1 == len(self.actual) else None)
            free = number not in self.pairs and number not in self.joined
            if free and after == before + 2 and before + 1 not in taken:
                self.pairs[number] = before + 1

    def deviations(self) -> list[Deviation]:
        swapped = self._crossed(lambda p: p.text)
        crossed = self._crossed(lambda p: p.id)
        told = {number for pair in (*swapped, *crossed) for number in pair}
        found = [
            *(self._swap([one], [other], [self.pairs[one]]) for one, other in swapped),
            *(self._exchange(one, other) for one, other in crossed),
            *self._displaced(),
            *self._joins(),
            *self._missing(),
            *self._extra(),
        ]
        gaps = {p.parent for d in found if d.kind in GAPS for p in (*d.expected, *d.actual)}
        changed = {n: kind for n in sorted(self.pairs) if n not in told and (kind := self._change(n, gaps))}
        return [*found, *self._changed(changed)]

    def _change(self, number: int, gaps: Collection[str]) -> str:
        """What is wrong with a line in itself; empty where nothing is.

        After an inserted or deleted provision, IDs that were only counted on are no faults of their own.
        """
        actual, expected = self.actual[number], self.expected[self.pairs[number]]
        if actual.text != expected.text:
            return ALTERED
        if actual.id != expected.id:
            return "" if actual.id and expected.parent in gaps else RENAMED
        return FORM if (actual.kind, actual.level) != (expected.kind, expected.level) else ""

    def _changed(self, kinds: Mapping[int, str]) -> Iterator[Deviation]:
        """Neighbouring lines that have all lost their ID, or whose IDs are all off by the same count, are one fault."""
        sames = {number: (number - n, self._slip(number)) for n, number in enumerate(kinds) if kinds[number] == RENAMED}
        for _, run in groupby(kinds, lambda number: sames.get(number, number)):
            numbers = list(run)
            expected, actual = self._expected(numbers), tuple(self.actual[n] for n in numbers)
            yield Deviation(kinds[numbers[0]], expected, actual, actual[0])

    def _slip(self, number: int) -> object:
        """What is wrong with an ID: there is none, or its count is off by so much, or it is this one."""
        actual, expected = self.actual[number], self.expected[self.pairs[number]]
        section, _, count = actual.id.rpartition("-")
        if expected.kind in (DASH, PARAGRAPH) and section == expected.parent and COUNT.fullmatch(count):
            return section, int(count.lstrip("p")) - int(expected.id.rpartition("-")[2].lstrip("p"))
        return actual.id

    def _expected(self, numbers: Iterable[int]) -> tuple[Provision, ...]:
        return tuple(self.expected[self.pairs[number]] for number in numbers)

    def _crossed(self, part: Callable[[Provision], str]) -> list[tuple[int, int]]:
        """Pairs of places of which each has the words (or the ID) that belong to the other."""
        wrong = {n: e for n, e in sorted(self.pairs.items()) if part(self.actual[n]) != part(self.expected[e])}
        places: dict[tuple[str, str], list[int]] = {}
        for number, e in wrong.items():
            places.setdefault((part(self.actual[number]), part(self.expected[e])), []).append(number)
        found = []
        for number, e in wrong.items():
            others = places.get((part(self.expected[e]), part(self.actual[number])), [])
            if others and number < others[0]:
                found.append((number, others.pop(0)))
        return found

    def _swap(self, one: Sequence[int], other: Sequence[int], belongs: Iterable[int]) -> Deviation:
        first, second = (tuple(self.actual[n] for n in each) for each in (one, other))
        return Deviation(SWAPPED, tuple(self.expected[e] for e in belongs), first, first[0], second)

    def _exchange(self, one: int, other: int) -> Deviation:
        actual = (self.actual[one], self.actual[other])
        return Deviation(EXCHANGED, self._expected((one, other)), actual, actual[0])

    def _displaced(self) -> Iterator[Deviation]:
        places = sorted(self.pairs)
        rank = {e: n for n, e in enumerate(sorted(self.pairs.values()))}
        for one, other in displaced([rank[self.pairs[place]] for place in places]):
            here = [places[n] for n in one]
            if other is None:
                run = tuple(self.actual[n] for n in here)
                yield Deviation(MOVED, self._expected(here), run, run[0])
            else:
                there = [places[n] for n in other]
                yield self._swap(here, there, [self.pairs[n] for n in there])

    def _joins(self) -> Iterator[Deviation]:
        for number, run in self.merged.items():
            line = self.actual[number]
            yield Deviation(MERGED, tuple(self.expected[e] for e in run), (line,), line)
        for e, run in self.split.items():
            pieces = tuple(self.actual[n] for n in run)
            yield Deviation(SPLIT, (self.expected[e],), pieces, pieces[0])

    def _missing(self) -> Iterator[Deviation]:
        back = {e: n for n, e in self.pairs.items()}
        back |= {e: number for number, run in self.merged.items() for e in run}
        back |= {e: run.start for e, run in self.split.items()}
        for gone, run in groupby(range(len(self.expected)), lambda e: e not in back):
            gap = list(run)
            if gone:
                after = back.get(gap[-1] + 1)
                place = None if after is None else self.actual[after]
                yield Deviation(MISSING, tuple(self.expected[e] for e in gap), (), place)

    def _extra(self) -> Iterator[Deviation]:
        unknown = [number not in self.pairs and number not in self.joined for number in range(len(self.actual))]
        for extra, run in groupby(range(len(self.actual)), unknown.__getitem__):
            lines = tuple(self.actual[number] for number in run)
            if extra:
                yield Deviation(EXTRA, (), lines, lines[0])
