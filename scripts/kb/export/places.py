"""The places that a passage names, and what it says beside them."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from kb.export.beginning import FILLING, HEADING
from kb.export.claims import ADDRESS, Claim, claims
from kb.model.library import Library
from kb.model.sentences import Extent


class Places:
    """Those of one passage."""

    def __init__(self, text: str, library: Library) -> None:
        self.text, self.claims = text, claims(text, library)

    def within(self, extent: Extent) -> list[Claim]:
        first, last = (bisect_left(self.claims, at, key=attrgetter("start")) for at in extent)
        return [claim for claim in self.claims[first:last] if claim.end <= extent[1]]

    def only_names(self, extent: Extent) -> bool:
        """Whether words name places and say nothing else."""
        rest = self._beside(extent)
        return bool(ADDRESS.match(rest)) or not any(map(str.isalnum, FILLING.sub("", rest)))

    def only_place(self, extent: Extent) -> bool:
        """Whether a sentence names a place, or is an address, as a heading or a source does, and says nothing else."""
        if not self.within(extent):
            return bool(ADDRESS.match(self.text, *extent))
        return not any(map(str.isalnum, FILLING.sub("", HEADING.sub("", self._beside(extent)))))

    def _beside(self, extent: Extent) -> str:
        parts, at = [], extent[0]
        for claim in self.within(extent):
            parts.append(self.text[at : max(claim.start, at)])
            at = max(claim.end, at)
        return " ".join([*parts, self.text[at : extent[1]]])
