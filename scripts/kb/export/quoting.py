"""A pasted passage, sentence by sentence: whose words it has, how exactly, and whether it names the right place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from kb.export.citing import cite
from kb.export.claims import ADDRESS, Claim, claims, fitting
from kb.model.library import LANGUAGES, Library
from kb.model.quotation import ABSENT, ALTERED, ELIDED, EXACT, FOLDED, Comparison, compare, words
from kb.model.sentences import Extent, sentences
from kb.model.wordwise import DELETE, INSERT, steps

MISATTRIBUTED = "misattributed"
SOUND = (EXACT, FOLDED, ELIDED)
# What is told from the side of the passage is shown from that of the text.
FROM_TEXT = {INSERT: DELETE, DELETE: INSERT}
RANKS = (*SOUND, ALTERED, ABSENT)
# Between quotation marks fewer words are a name, not a passage.
QUOTED_WORDS = 4
PAIRS = {"“": "”", "«": "»", '"': '"'}
# So many may introduce one before a colon.
FEW = 8
LEAD = re.compile(r"\s*(?:Theo|Tại|Trích|Như|Căn cứ|Ở|Trong|According to|Under|In|As)\b", re.IGNORECASE)
# What may stand with the names of places in a sentence that says nothing else.
FILLING = re.compile(
    rf"{ADDRESS.pattern}|\b(?:theo|trích|dẫn|từ|đến|tại|ở|xem|nguồn|của|và|nêu|rõ|quy|định|ghi|viết|như|sau|trong|là"
    r"|from|to|see|source|of|the|and|according|under|in|at|states?|says?)\b",
    re.IGNORECASE,
)
INTRODUCED = re.compile(r"[^,:“\"]{0,40}[,:]\s*")
TAIL = re.compile(r"\s*[-–—(\[]\s*\Z")
ENDS = ".;,: "


def quote(text: str, library: Library) -> dict[str, list[dict[str, Any]]]:
    """Compare a passage with the texts that a library holds.

    Returns `sentences`, each with `text`, `verdict` (`exact`, `folded`: the same but for case, spacing, Unicode
    form or tone placement, `elided`: shortened with an ellipsis, `altered`, `absent`, or `misattributed`: the words
    are right and the place that the passage names is not), `document` and `provision` (IDs of what was found, or
    None), `diff` (None, or steps `{"op": "equal" | "replace" | "insert" | "delete", "quoted", "source"}`, as words
    were put into the text or left out of it), `claimed` (the ID of the provision or the number that the passage
    names, or None), and `start` and `end` in the text as given; and `citations` as `kb.export.citing.cite` gives
    them. A sentence that only names a place is no sentence of the result: it speaks of those before it, after a
    colon of those behind it. Never raises on any text.
    """
    passage = _Passage(text, library.published)
    return {"sentences": list(passage.sentences()), "citations": cite(text, library)["citations"]}


class _Passage:
    def __init__(self, text: str, library: Library) -> None:
        self.text, self.library = text, library

    @cached_property
    def sources(self) -> list[tuple[str, str]]:
        """What may be quoted, the Vietnamese words first: `document#provision` and the words."""
        held = [each for _, each in sorted(self.library.originals.items()) if each.held]
        found = [
            (f"{each.id}#{p.id}", p.text) for each in held for p in self.library.required(each) if p.id in each.by_id
        ]
        for language in LANGUAGES[1:]:
            for key, document in self.library.documents[language].items():
                original = self.library.originals.get(key)
                if original and original.held:
                    found += [(f"{key}#{p.id}", p.text) for p in document.provisions if p.id in original.by_id]
        return found

    @cached_property
    def claims(self) -> list[Claim]:
        return claims(self.text, self.library)

    def sentences(self) -> Iterator[dict[str, Any]]:
        found = list(sentences(self.text))
        only = [
            self._only_names(extent) and bool(self._within(extent) or ADDRESS.match(self.text, *extent))
            for extent in found
        ]
        for number, extent in enumerate(found):
            if not only[number]:
                yield self._sentence(extent, self._around(found, only, number))

    def _only_names(self, extent: Extent) -> bool:
        """Whether words name places and say nothing else."""
        rest, at = "", extent[0]
        for claim in self._within(extent):
            rest, at = rest + self.text[at : max(claim.start, at)] + " ", max(claim.end, at)
        rest += self.text[at : extent[1]]
        return bool(ADDRESS.match(rest)) or not any(map(str.isalnum, FILLING.sub("", rest)))

    def _around(self, found: Sequence[Extent], only: Sequence[bool], number: int) -> list[Claim]:
        """The places that sentences of their own name for this one: behind it, or before it with a colon."""
        for place in range(number + 1, len(found)):
            if only[place] and not self.text[found[place][0] : found[place][1]].endswith(":"):
                return self._within(found[place])
            if only[place] or "\n\n" in self.text[found[place - 1][1] : found[place][0]]:
                break
        for place in range(number - 1, -1, -1):
            if only[place] and self.text[found[place][0] : found[place][1]].endswith(":"):
                return self._within(found[place])
            if only[place] or "\n\n" in self.text[found[place][1] : found[place + 1][0]]:
                break
        return []

    def _within(self, extent: Extent) -> list[Claim]:
        return [claim for claim in self.claims if extent[0] <= claim.start and claim.end <= extent[1]]

    def _sentence(self, extent: Extent, around: list[Claim]) -> dict[str, Any]:
        best, body, claims = self._compared(extent, around), extent, around
        if best.verdict in (ALTERED, ABSENT):
            for other, named, certain in self._bodies(extent):
                found = self._compared(other, named or around)
                held = any(found.source and claim.holds(self.library, found.source) for claim in named)
                if (certain or held) and RANKS.index(found.verdict) <= RANKS.index(best.verdict):
                    best, body, claims = found, other, named or around
                    break
        return self._entry(extent, self.text[slice(*body)], best, claims)

    def _compared(self, extent: Extent, claims: list[Claim]) -> Comparison:
        """With the words of the places that are named, then with all."""
        words_ = self.text[slice(*extent)]
        found = None
        if claims:
            named = [each for each in self.sources if all(claim.holds(self.library, each[0]) for claim in claims)]
            found = compare(words_, named) if named else None
        if found and found.verdict in SOUND:
            return found
        other = compare(words_, self.sources)
        bare = words_.rstrip(ENDS)
        if other.verdict in (ALTERED, FOLDED) and bare != words_:
            # The mark that ends a sentence is the writer's.
            ended = compare(bare, self.sources)
            other = ended if ended.verdict in SOUND else other
        return found if found and found.verdict == other.verdict else other

    def _bodies(self, extent: Extent) -> Iterator[tuple[Extent, list[Claim], bool]]:
        """The parts of a sentence that may be the quotation, with the places that the rest of it names.

        It is certain where the rest says nothing else; a text, too, has words between quotation marks.
        """
        start, end = extent
        claims = self._within(extent)
        longest = max(_quoted(self.text, extent), key=lambda part: part[1] - part[0], default=(start, start))
        if len(words(self.text[slice(*longest)])) >= QUOTED_WORDS:
            outside = [claim for claim in claims if claim.end <= longest[0] or claim.start >= longest[1]]
            before, after = (start, longest[0] - 1), (longest[1] + 1, end)
            introduced = (
                self.text[slice(*before)].rstrip().endswith(":") and len(words(self.text[slice(*before)])) <= FEW
            )
            certain = (introduced or self._only_names(before)) and self._only_names(after)
            yield longest, outside, certain
        if claims and LEAD.match(self.text, start, end) and claims[0].start - start < 40:
            last = claims[0]
            for claim in claims[1:]:
                if len(self.text[last.end : claim.start].split()) > 2:
                    break
                last = claim
            if found := INTRODUCED.match(self.text, last.end, end):
                lead = (start, found.end())
                yield (found.end(), end), self._within(lead), self._only_names(lead)
        for claim in claims:
            if (found := TAIL.search(self.text, start, claim.start)) and self._only_names((claim.start, end)):
                yield (start, found.start()), [each for each in claims if each.start >= claim.start], True
                break

    def _entry(self, extent: Extent, quoted: str, found: Comparison, claims: list[Claim]) -> dict[str, Any]:
        verdict, key = found.verdict, found.source or ""
        document, _, name = key.partition("#")
        wrong = [claim for claim in claims if key and not claim.holds(self.library, key)]
        if wrong and verdict in SOUND:
            verdict = MISATTRIBUTED
        return {
            "text": self.text[slice(*extent)],
            "verdict": verdict,
            "document": document or None,
            "provision": name or None,
            "diff": _diff(quoted if found.words.endswith(tuple(ENDS)) else quoted.rstrip(ENDS), found.words)
            if found.verdict in (ALTERED, FOLDED)
            else None,
            "claimed": self._claimed((wrong or claims)[0], document) if claims else None,
            "start": extent[0],
            "end": extent[1],
        }

    def _claimed(self, claim: Claim, document: str) -> str:
        """The ID of the one provision that is named, else the words that name it or the number of the document."""
        known = claim.documents if claim.documents is not None else (self.library.originals.get(document),)
        alone = known[0] if len(known) == 1 and not claim.first and not claim.differs else None
        found = fitting(alone, claim.units) if alone and claim.units else ()
        return min(found, key=len) if found else claim.printed


def _quoted(text: str, extent: Extent) -> Iterator[Extent]:
    """What stands between quotation marks, those inside too; a mark without the other one counts for nothing."""
    opened: list[tuple[int, str]] = []
    for at in range(*extent):
        if opened and text[at] == opened[-1][1]:
            begin, _ = opened.pop()
            yield begin + 1, at
        elif text[at] in PAIRS:
            opened.append((at, PAIRS[text[at]]))


def _diff(quoted: str, source: str) -> list[dict[str, str]]:
    """What was made of the words of a text, step by step; a word is what stands between blanks.

    The text is what there was before: a word that the passage does not have is deleted.
    """
    found = steps(quoted.split(), source.split())
    return [{"op": FROM_TEXT.get(op, op), "quoted": mine, "source": theirs} for op, mine, theirs in found]
