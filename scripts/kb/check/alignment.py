"""How two sequences of provisions differ, told in as few faults as explain it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kb.model.document import Provision

ALTERED = "altered"  # same ID, other words
SWAPPED = "swapped"  # two provisions stand in each other's place
MOVED = "moved"  # right words and ID, wrong place
RENAMED = "renamed"  # right words, wrong or no ID
FORM = "form"  # right words and ID, but a dash for a paragraph, or another heading level
MISSING = "missing"
EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class Deviation:
    """One fault. `expected` is None for EXTRA; `actual` is the provision at whose line it is reported.

    For MISSING `actual` is the provision that stands after the gap, None at the end. SWAPPED has the one that
    stands first as `actual`, the provision that belongs there as `expected`, and the second one as `other`.
    """

    kind: str
    expected: Provision | None
    actual: Provision | None
    other: Provision | None = None


def compare(expected: Sequence[Provision], actual: Sequence[Provision], words: bool = True) -> list[Deviation]:
    """Compare what is authored with what must be there.

    With `words` false only IDs, order and form count (a translation has other words). Two readings are tried, by
    ID first and by words first: after a deletion with renumbering the second one explains with far fewer faults.
    """
    if _keys(expected, words) == _keys(actual, words):
        return []
    readings = [_Reading(expected, actual, words, ids_first) for ids_first in ((True, False) if words else (True,))]
    return min((reading.deviations() for reading in readings), key=len)


def _keys(provisions: Sequence[Provision], words: bool) -> list[tuple[str, str, int, str]]:
    return [(p.id, p.kind, p.level, p.text if words else "") for p in provisions]


class _Reading:
    """One way to pair the two sequences; `pairs` maps places in `actual` to places in `expected`."""

    def __init__(
        self, expected: Sequence[Provision], actual: Sequence[Provision], words: bool, ids_first: bool
    ) -> None:
        self.expected, self.actual, self.words = expected, actual, words
        self.pairs: dict[int, int] = {}
        self._pair(lambda p: (p.id, p.text if words else ""))
        keys = [lambda p: p.id, lambda p: p.text] if words else [lambda p: p.id]
        for key in keys if ids_first else reversed(keys):
            self._pair(key)
        self._pair_by_place()

    def _pair(self, key) -> None:
        """Pair what is unpaired and has the same key, in order."""
        free: dict[object, list[int]] = {}
        for number, provision in enumerate(self.expected):
            if number not in self.pairs.values():
                free.setdefault(key(provision), []).append(number)
        for number, provision in enumerate(self.actual):
            if number not in self.pairs and free.get(key(provision)):
                self.pairs[number] = free[key(provision)].pop(0)

    def _pair_by_place(self) -> None:
        """A line whose ID and words are both wrong is that of the one gap between the same neighbours."""
        taken = set(self.pairs.values())
        for number in range(len(self.actual)):
            before = self.pairs.get(number - 1, -1)
            after = self.pairs.get(number + 1, len(self.expected) if number + 1 == len(self.actual) else None)
            if number not in self.pairs and after == before + 2 and before + 1 not in taken:
                self.pairs[number] = before + 1

    def deviations(self) -> list[Deviation]:
        swapped = self._swapped_words()
        found = [self._swap(pair) for pair in swapped]
        done = {number for pair in swapped for number in pair}
        found += [each for number in sorted(self.pairs) if number not in done and (each := self._changed(number))]
        found += self._out_of_place()
        found += self._missing()
        found += [Deviation(EXTRA, None, p) for number, p in enumerate(self.actual) if self._is_extra(number)]
        return self._without_renumbering(found)

    def _changed(self, number: int) -> Deviation | None:
        actual, expected = self.actual[number], self.expected[self.pairs[number]]
        if self.words and actual.text != expected.text:
            return Deviation(ALTERED, expected, actual)
        if actual.id != expected.id:
            return Deviation(RENAMED, expected, actual)
        if (actual.kind, actual.level) != (expected.kind, expected.level):
            return Deviation(FORM, expected, actual)
        return None

    def _swapped_words(self) -> list[tuple[int, int]]:
        """Pairs of places whose IDs are right and whose words belong to each other."""
        if not self.words:
            return []
        altered = [n for n, e in self.pairs.items() if self.actual[n].text != self.expected[e].text]
        found = []
        for first in altered:
            for second in altered:
                if (
                    first < second
                    and self.actual[first].text == self.expected[self.pairs[second]].text
                    and self.actual[second].text == self.expected[self.pairs[first]].text
                ):
                    found.append((first, second))
        return found

    def _swap(self, pair: tuple[int, int]) -> Deviation:
        first, second = sorted(pair)
        return Deviation(SWAPPED, self.expected[self.pairs[first]], self.actual[first], self.actual[second])

    def _out_of_place(self) -> list[Deviation]:
        """What must move so that the rest is in order: the complement of a longest increasing run."""
        places = sorted(self.pairs)
        order = sorted(self.pairs.values())
        ranks = [order.index(self.pairs[place]) for place in places]
        if all(ranks[rank] == here for here, rank in enumerate(ranks)):  # some change places, and that is all
            swapped = [(here, rank) for here, rank in enumerate(ranks) if here < rank]
            return [
                Deviation(SWAPPED, self.expected[order[here]], self.actual[places[here]], self.actual[places[rank]])
                for here, rank in swapped
            ]
        moved = set(places) - _longest_increasing(places, self.pairs)
        found, done = [], set()
        for number in sorted(moved):
            if number in done:
                continue
            belongs = order[places.index(number)]
            other = next((n for n in moved if n > number and self.pairs[n] == belongs), None)
            adjacent = self._adjacent(number, places)
            if other is not None and order[places.index(other)] == self.pairs[number]:
                done.add(other)
                found.append(Deviation(SWAPPED, self.expected[belongs], self.actual[number], self.actual[other]))
            elif adjacent is not None:
                first, second = sorted((number, adjacent))
                belongs = self.expected[order[places.index(first)]]
                found.append(Deviation(SWAPPED, belongs, self.actual[first], self.actual[second]))
            else:
                found.append(Deviation(MOVED, self.expected[self.pairs[number]], self.actual[number]))
        return found

    def _adjacent(self, number: int, places: list[int]) -> int | None:
        """The neighbour with which this one is swapped, if that is all that is wrong."""
        here = places.index(number)
        for other in (here - 1, here + 1):
            if 0 <= other < len(places):
                low, high = sorted((here, other))
                if self.pairs[places[low]] == self.pairs[places[high]] + 1:
                    return places[other]
        return None

    def _missing(self) -> list[Deviation]:
        back = {e: n for n, e in self.pairs.items()}
        found = []
        for number, provision in enumerate(self.expected):
            if number not in back:
                after = next((back[n] for n in range(number + 1, len(self.expected)) if n in back), None)
                found.append(Deviation(MISSING, provision, None if after is None else self.actual[after]))
        return found

    def _is_extra(self, number: int) -> bool:
        return number not in self.pairs and not any(self._is_half(number, number + step) for step in (-1, 1))

    def _is_half(self, number: int, other: int) -> bool:
        """Whether a provision was broken into these two lines: the one with the ID is then altered, and that is all."""
        if other not in self.pairs or not self.words or self.actual[number].id:
            return False
        joined = "".join(self.actual[each].text for each in sorted((number, other)))
        return joined.split() != [] and "".join(joined.split()) == "".join(
            self.expected[self.pairs[other]].text.split()
        )

    def _without_renumbering(self, found: list[Deviation]) -> list[Deviation]:
        """After an inserted or deleted provision, IDs that were only counted on are no faults of their own."""
        gaps = Counter(p.parent for d in found if d.kind in (MISSING, EXTRA) and (p := d.expected or d.actual))
        return [d for d in found if d.kind != RENAMED or not (d.actual and d.actual.id) or not gaps[d.expected.parent]]


def _longest_increasing(places: list[int], pairs: dict[int, int]) -> set[int]:
    tails: list[int] = []
    at: list[int] = []
    back: dict[int, int | None] = {}
    for place in places:
        slot = bisect_left(tails, pairs[place])
        back[place] = at[slot - 1] if slot else None
        tails[slot : slot + 1] = [pairs[place]]
        at[slot : slot + 1] = [place]
    chain, place = set(), at[-1] if at else None
    while place is not None:
        chain.add(place)
        place = back[place]
    return chain
