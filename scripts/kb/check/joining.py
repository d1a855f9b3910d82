"""Provisions that were written into one line, and provisions that were broken over several."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from kb.model.document import Provision

# What is left between two provisions where one line was made of two: the ID of the first, the mark of the second.
SEAM = re.compile(r"(?:\s|\{#[^{}]*\})*(?:(?:-|#{1,6})\s+)?")
# What a line begins with that was broken off before a hyphen: it has become the mark of a dash.
MARK = re.compile(r"(?:-|#{1,6})?")


# Where more lines than these begin alike, nobody can say which of them was joined or broken.
TRIES = 50


class _Beginnings:
    """Finds what a text begins with, among many texts, by looking up its beginnings of their lengths."""

    def __init__(self, texts: Iterable[tuple[str, int]]) -> None:
        self.places: dict[str, list[int]] = {}
        for text, place in texts:
            self.places.setdefault(text, []).append(place)
        self._lengths = sorted({len(text) for text in self.places})

    def of(self, text: str, done: int = 0) -> list[int]:
        """The places of the texts with which this one begins, in order: those from `done` on, then those before."""
        found = []
        for length in self._lengths[: bisect_right(self._lengths, len(text))]:
            places = self.places.get(text[:length], [])
            at = bisect_left(places, done)
            found += (*places[at : at + TRIES], *places[: min(at, TRIES)])
        return sorted(found, key=lambda place: (place < done, place))[:TRIES]


def merged(expected: Sequence[Provision], actual: Sequence[Provision]) -> Iterator[tuple[int, range]]:
    """Lines that hold the words of several neighbouring provisions: the place of the line, those of the provisions."""
    known = _Beginnings((provision.text, place) for place, provision in enumerate(expected))
    done = 0
    for place, line in enumerate(actual):
        if line.text and line.text not in known.places:
            # In order, since lead-ins have the same words.
            found = next(
                (run for start in known.of(line.text, done) if (run := _joined(line.text, expected, start))), None
            )
            if found:
                yield place, found
                done = found.stop


def _joined(text: str, expected: Sequence[Provision], start: int) -> range | None:
    """The provisions from `start` on that make up this text, at least two."""
    at = 0
    for place in range(start, len(expected)):
        if not text.startswith(expected[place].text, at):
            return None
        at += len(expected[place].text)
        if at == len(text):
            return range(start, place + 1) if place > start else None
        at = SEAM.match(text, at).end()
    return None


def split(expected: Sequence[Provision], actual: Sequence[Provision]) -> Iterator[tuple[int, range]]:
    """Provisions whose words stand on several neighbouring lines: the place of the provision, those of the lines."""
    places, held = _places(expected), _places(actual)
    solid = ["".join(line.text.split()) for line in actual]
    pieces = _Beginnings((solid[n], n) for n, line in enumerate(actual) if line.text and line.text not in places)
    for text, same in places.items():
        if len(held.get(text, ())) < len(same):
            whole = "".join(text.split())
            bare = whole[MARK.match(whole).end() :]
            starts = sorted({*pieces.of(whole), *pieces.of(bare)})[:TRIES]
            found = next((run for start in starts if (run := _pieces(whole, solid, start))), None)
            if found:
                # Lead-ins have the same words: it is the one that stands behind as many others.
                yield same[sum(place < found.start for place in held.get(text, ()))], found


def _places(provisions: Sequence[Provision]) -> dict[str, list[int]]:
    """Where each text stands."""
    found: dict[str, list[int]] = {}
    for place, provision in enumerate(provisions):
        found.setdefault(provision.text, []).append(place)
    return found


def _pieces(whole: str, solid: Sequence[str], start: int) -> range | None:
    """The lines from `start` on that make up these words, at least two."""
    at = 0
    for place in range(start, len(solid)):
        if not whole.startswith(solid[place], at):
            at = MARK.match(whole, at).end()
        if not whole.startswith(solid[place], at):
            return None
        at += len(solid[place])
        if at == len(whole):
            return range(start, place + 1) if place > start else None
    return None
