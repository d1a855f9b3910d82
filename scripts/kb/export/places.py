"""The places that a passage names, and what it says beside them."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from kb.export.beginning import FILLING, HEADING, PAIRS
from kb.export.claims import ADDRESS, Claim, claims
from kb.model.library import Library
from kb.model.sentences import LEADING, Extent


class Places:
    """Those of one passage."""

    def __init__(self, text: str, library: Library) -> None:
        self.text, self.claims = text, claims(text, library)

    def within(self, extent: Extent) -> list[Claim]:
        first, last = (bisect_left(self.claims, at, key=attrgetter("start")) for at in extent)
        return [claim for claim in self.claims[first:last] if claim.end <= extent[1]]

    def only_names(self, extent: Extent) -> bool:
        """Whether words name places and say nothing else."""
        rest = self.beside(extent)
        return bool(ADDRESS.match(rest)) or not any(map(str.isalnum, FILLING.sub("", rest)))

    def only_place(self, extent: Extent) -> bool:
        """Whether a sentence names a place, or is an address, as a heading or a source does, and says nothing else."""
        if not self.within(extent):
            return bool(ADDRESS.match(self.text, *extent))
        return not any(map(str.isalnum, FILLING.sub("", HEADING.sub("", self.beside(extent)))))

    def apart(self, extent: Extent) -> tuple[Extent, ...]:
        """A sentence without a first line that only names a place, a heading that is as wide as the text below it."""
        start, end = extent
        stop = self.text.find("\n", start, end)
        if stop < 0 or not self.within((start, stop)) or not self.only_place((start, stop)):
            return (extent,)
        begin = LEADING.match(self.text, stop, end).end()
        first = self.text[begin : begin + 1]
        return ((start, stop), (begin, end)) if first.isupper() or first in PAIRS else (extent,)

    def beside(self, extent: Extent) -> str:
        """What is said beside the names of places: marks stand for these, so that nothing moves."""
        parts, at = [], extent[0]
        for claim in self.within(extent):
            begin = max(claim.start, at)
            parts += [self.text[at:begin], ";" * (claim.end - begin)]
            at = max(claim.end, at)
        return "".join([*parts, self.text[at : extent[1]]])
