"""A pasted passage, sentence by sentence: whose words it has, how exactly, and whether it names the right place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from operator import attrgetter
from typing import Any

from kb.export.beginning import CHANCE, COLON, ENDS, FILLING, INTRODUCED, LABEL, LEAD, MARKS, PLACES, SAYS, TAIL, quoted
from kb.export.citing import cite
from kb.export.claims import ADDRESS, Claim, claims, fitting
from kb.model.library import LANGUAGES, Library
from kb.model.quotation import ABSENT, ALTERED, ELIDED, EXACT, FOLDED, Comparison, compare, words
from kb.model.sentences import Extent, sentences
from kb.model.wordwise import DELETE, INSERT, align, steps

MISATTRIBUTED = "misattributed"
SOUND = (EXACT, FOLDED, ELIDED)
# What is told from the side of the passage is shown from that of the text.
FROM_TEXT = {INSERT: DELETE, DELETE: INSERT}
RANKS = (*SOUND, ALTERED, ABSENT)
# Between quotation marks fewer words are a name, not a passage.
QUOTED_WORDS = 4


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
        self.found: dict[str, Comparison] = {}

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
        around = self._around(found, only)
        for number, extent in enumerate(found):
            if not only[number]:
                yield self._sentence(extent, around[number])

    def _only_names(self, extent: Extent) -> bool:
        """Whether words name places and say nothing else."""
        parts, at = [], extent[0]
        for claim in self._within(extent):
            parts.append(self.text[at : max(claim.start, at)])
            at = max(claim.end, at)
        rest = " ".join([*parts, self.text[at : extent[1]]])
        return bool(ADDRESS.match(rest)) or not any(map(str.isalnum, FILLING.sub("", rest)))

    def _around(self, found: Sequence[Extent], only: Sequence[bool]) -> list[list[Claim]]:
        """The places that sentences of their own name for each: behind it, or before it with a colon."""
        colon = [only[n] and self.text[extent[0] : extent[1]].endswith(":") for n, extent in enumerate(found)]
        apart = ["\n\n" in self.text[one[1] : other[0]] for one, other in pairwise(found)]
        behind: list[list[Claim] | None] = [None] * len(found)
        before = [*behind]
        for number in range(len(found) - 2, -1, -1):
            if only[number + 1] and not colon[number + 1]:
                behind[number] = self._within(found[number + 1])
            elif not only[number + 1] and not apart[number]:
                behind[number] = behind[number + 1]
        for number in range(1, len(found)):
            if colon[number - 1]:
                before[number] = self._within(found[number - 1])
            elif not only[number - 1] and not apart[number - 1]:
                before[number] = before[number - 1]
        return [after if after is not None else ahead or [] for after, ahead in zip(behind, before, strict=True)]

    def _within(self, extent: Extent) -> list[Claim]:
        first = bisect_left(self.claims, extent[0], key=attrgetter("start"))
        last = bisect_left(self.claims, extent[1], key=attrgetter("start"))
        return [claim for claim in self.claims[first:last] if claim.end <= extent[1]]

    def _sentence(self, extent: Extent, around: list[Claim]) -> dict[str, Any]:
        best, body, claims = self._compared(extent, around), extent, around
        if best.verdict in (ALTERED, ABSENT) and (label := LABEL.match(self.text, *extent)):
            other = (label.end(), extent[1])
            found = self._compared(other, around)
            # A text may have numbers of its own, and then they are a part of its words.
            if found.source and RANKS.index(found.verdict) <= RANKS.index(best.verdict) and not self._labelled(found):
                best, body = found, other
        if best.verdict in (ALTERED, ABSENT):
            for other, named, certain in self._bodies(body, best):
                found = self._compared(other, named or around)
                held = any(found.source and claim.holds(self.library, found.source) for claim in named)
                if (certain or held) and RANKS.index(found.verdict) <= RANKS.index(best.verdict):
                    best, body, claims = found, other, named or around
                    break
        return self._entry(extent, self.text[slice(*body)], best, claims)

    def _labelled(self, found: Comparison) -> bool:
        return any(key == found.source and bool(LABEL.match(text)) for key, text in self.sources)

    def _compared(self, extent: Extent, claims: list[Claim]) -> Comparison:
        """With the words of the places that are named, then with all."""
        words_ = self.text[slice(*extent)]
        found = None
        if claims:
            named = [each for each in self.sources if all(claim.holds(self.library, each[0]) for claim in claims)]
            found = compare(words_, named) if named else None
        if found and found.verdict in SOUND:
            return found
        other = self._anywhere(words_)
        dots = words_.rstrip(MARKS).endswith(("..", ". ."))
        bare = words_ if dots else words_.lstrip(MARKS).rstrip(MARKS + ENDS)
        if other.verdict in (ALTERED, FOLDED) and bare != words_:
            # The marks round a sentence are the writer's.
            ended = self._anywhere(bare)
            other = ended if ended.verdict in SOUND else other
        return found if found and found.verdict == other.verdict else other

    def _anywhere(self, words_: str) -> Comparison:
        if words_ not in self.found:
            self.found[words_] = compare(words_, self.sources)
        return self.found[words_]

    def _bodies(self, extent: Extent, best: Comparison) -> Iterator[tuple[Extent, list[Claim], bool]]:
        """The parts of a sentence that may be the quotation, with the places that the rest of it names.

        It is certain where the rest says nothing else; a text, too, has words between quotation marks.
        """
        start, end = extent
        claims = self._within(extent)
        longest = max(quoted(self.text, extent), key=lambda part: part[1] - part[0], default=(start, start))
        if len(words(self.text[slice(*longest)])) >= QUOTED_WORDS:
            outside = [claim for claim in claims if claim.end <= longest[0] or claim.start >= longest[1]]
            before, after = (start, longest[0] - 1), (longest[1] + 1, end)
            introduced = self.text[slice(*before)].rstrip().endswith(":") or SAYS.search(self.text, *before)
            if self._only_names(before) and self._only_names(after):
                yield longest, outside, True
            elif self._outside(extent, longest, best) <= CHANCE:
                alone = best.verdict == ALTERED or (introduced and self._only_names(after))
                yield longest, outside, bool(alone)
        lead = LEAD.match(self.text, start, end)
        begins = claims and claims[0].start == start and COLON.match(self.text, start, end)
        if claims and (lead or begins) and claims[0].start - start < 40:
            last = claims[0]
            for claim in claims[1:]:
                if len(self.text[last.end : claim.start].split()) > 2:
                    break
                last = claim
            if found := INTRODUCED.match(self.text, last.end, end):
                lead = (start, found.end())
                yield (found.end(), end), self._within(lead), self._only_names(lead)
        if (found := COLON.match(self.text, start, end)) and SAYS.search(self.text, start, found.end()):
            rest = (found.end(), end)
            if self._outside(extent, rest, best) <= CHANCE:
                yield rest, self._within((start, found.end())), True
        for claim in claims[-PLACES:]:
            near = max(start, claim.start - PLACES)
            if (found := TAIL.search(self.text, near, claim.start)) and self._only_names((claim.start, end)):
                yield (start, found.start()), [each for each in claims if each.start >= claim.start], True
                break

    def _outside(self, extent: Extent, part: Extent, best: Comparison) -> int:
        """How many words outside a part are those of the text that is nearest, in its order."""
        whole = words(self.text[slice(*extent)])
        mine, theirs = ([word.form for word in each] for each in (whole, words(best.words)))
        found = align(mine, theirs)
        begin, end = (at - extent[0] for at in part)
        same = [
            one for one, other in found.pairs if one is not None and other is not None and mine[one] == theirs[other]
        ]
        return sum(not begin <= whole[one].start < end for one in same)

    def _entry(self, extent: Extent, body: str, found: Comparison, claims: list[Claim]) -> dict[str, Any]:
        verdict, key = found.verdict, found.source or ""
        document, _, name = key.partition("#")
        claims = self._meant(claims, document)
        wrong = [claim for claim in claims if key and not claim.holds(self.library, key)]
        if wrong and verdict in SOUND:
            verdict = MISATTRIBUTED
        return {
            "text": self.text[slice(*extent)],
            "verdict": verdict,
            "document": document or None,
            "provision": name or None,
            "diff": _diff(body if found.words.endswith(tuple(ENDS)) else body.rstrip(ENDS), found.words)
            if found.verdict in (ALTERED, FOLDED)
            else None,
            "claimed": self._claimed((wrong or claims)[0], document) if claims else None,
            "start": extent[0],
            "end": extent[1],
        }

    def _meant(self, claims: list[Claim], document: str) -> list[Claim]:
        """Without other documents where the right one is named, too: `Thực hiện …, Kế hoạch số … nêu rõ:`."""
        right = self.library.originals.get(document)
        named = [claim for claim in claims if claim.documents is None or right in claim.documents]
        return named if any(claim.documents for claim in named) else claims

    def _claimed(self, claim: Claim, document: str) -> str:
        """The ID of the one provision that is named, else the words that name it or the number of the document."""
        known = claim.documents if claim.documents is not None else (self.library.originals.get(document),)
        alone = known[0] if len(known) == 1 and not claim.first and not claim.differs else None
        found = fitting(alone, claim.units) if alone and claim.units else ()
        return min(found, key=len) if found else claim.printed


def _diff(quoted: str, source: str) -> list[dict[str, str]]:
    """What was made of the words of a text, step by step; a word is what stands between blanks.

    The text is what there was before: a word that the passage does not have is deleted.
    """
    found = steps(quoted.split(), source.split())
    return [{"op": FROM_TEXT.get(op, op), "quoted": mine, "source": theirs} for op, mine, theirs in found]
