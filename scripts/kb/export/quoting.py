"""A pasted passage, sentence by sentence: whose words it has, how exactly, and whether it names the right place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import Any

from kb.export.around import Sentence, around
from kb.export.beginning import CHANCE, ENDS, LABEL, MARKS, QUOTED_LINE
from kb.export.bodies import ahead, bodies, outside, torn
from kb.export.breaks import Breaks
from kb.export.citing import cite
from kb.export.claims import Claim, fitting
from kb.export.notes import marks, noted, only_mark, without_marks
from kb.export.places import Places
from kb.model.hyphenation import known, whole
from kb.model.library import LANGUAGES, Library
from kb.model.quotation import (
    ABSENT,
    ALTERED,
    ELIDED,
    ELLIPSIS,
    EXACT,
    FOLDED,
    Comparison,
    compare,
    having,
    plain,
    words,
)
from kb.model.sentences import Extent, sentences
from kb.model.wordwise import DELETE, INSERT, steps

MISATTRIBUTED = "misattributed"
SOUND = (EXACT, FOLDED, ELIDED)
# What is told from the side of the passage is shown from that of the text.
FROM_TEXT = {INSERT: DELETE, DELETE: INSERT}
RANKS = (*SOUND, ALTERED, ABSENT)
# Fewer words are a name or a heading, and may be like those of a text by chance.
PASSAGE = 8


def quote(text: str, library: Library) -> dict[str, list[dict[str, Any]]]:
    """Compare a passage with the texts that a library holds.

    Returns `sentences`, each with `text`, `verdict` (`exact`, `folded`: the same but for case, spacing, Unicode
    form or tone placement, `elided`: shortened with an ellipsis, `altered`, `absent`, or `misattributed`: the words
    are right and the place that the passage names is not), `document` and `provision` (IDs of what was found, or
    None), `diff` (None, or steps `{"op": "equal" | "replace" | "insert" | "delete", "quoted", "source"}`, as words
    were put into the text or left out of it), `claimed` (the ID of the provision or the number that the passage
    names, or None), `start` and `end` in the text as given, and `quoted`: where in its `text` the part begins and
    ends that was compared; and `citations` as `kb.export.citing.cite` gives them. A sentence that only names a place
    is no sentence of the result: it speaks of those before it, after a colon of those behind it. Never raises on any
    text.
    """
    passage = _Passage(text, library.published)
    return {"sentences": list(passage.sentences()), "citations": cite(text, library)["citations"]}


class _Passage:
    def __init__(self, text: str, library: Library) -> None:
        self.text, self.library, self.places = text, library, Places(text, library)
        self.found: dict[str, Comparison] = {}
        self.named: dict[tuple[Any, ...], list[tuple[str, str]]] = {}

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        return known(text for _, text in self.sources)

    @cached_property
    def marks(self) -> frozenset[str]:
        return marks(text for _, text in self.sources)

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

    def sentences(self) -> Iterator[dict[str, Any]]:
        places = self.places
        breaks = Breaks(text for _, text in self.sources)
        whole = (part for each in sentences(self.text) for part in breaks.parted(self.text, each, self._near))
        parts = [part for each in whole for part in places.apart(each) if not only_mark(self.text, part)]
        found = [Sentence(each, places.within(each), places.only_place(each)) for each in parts]
        found, notes = noted(self.text, found)
        named = around(self.text, found, places.only_names)
        for each, claims, note in zip(found, named, notes, strict=True):
            if not each.only:
                yield self._sentence(each.extent, claims if note is None else note)

    def _near(self, extent: Extent) -> bool:
        return self._anywhere(self._words(extent)).verdict != ABSENT

    def _sentence(self, extent: Extent, around: list[Claim]) -> dict[str, Any]:
        found, body, claims = self._judged(extent, around)
        for rest in ahead(self.places, extent) if found.verdict not in SOUND else ():
            lead = (extent[0], rest[0])
            other, inner, inside = self._judged(rest, self.places.within(lead) or around)
            if self._led(lead, rest, found, other):
                found, body, claims = other, inner, inside
                break
        return self._entry(extent, body, found, claims)

    def _judged(self, extent: Extent, around: list[Claim]) -> tuple[Comparison, Extent, list[Claim]]:
        """What a sentence is, which part of it is the quotation, and the places that are named for it."""
        best, body = self._unlabelled(extent, around)
        for other, named, certain in bodies(self.places, body, best) if best.verdict not in SOUND else ():
            found, inner = self._unlabelled(other, named or around)
            held = any(found.source and claim.holds(self.library, found.source) for claim in named)
            better = RANKS.index(found.verdict) <= RANKS.index(best.verdict)
            if (certain or held) and better and not self._torn(body, other, best, found):
                return found, inner, named or around
        return best, body, around

    def _torn(self, extent: Extent, part: Extent, whole: Comparison, found: Comparison) -> bool:
        """Whether sound words are a part of a passage that is altered in a sentence to which no text is near."""
        if whole.verdict != ABSENT or found.verdict not in SOUND:
            return False
        own, said = (part[0] - extent[0], part[1] - extent[0]), self.text[slice(*extent)]
        texts = having(found.words, said, (text for _, text in self.sources))
        return any(torn(said, self.places.beside(extent), own, plain(text)) for text in texts)

    def _texts(self, found: Comparison) -> list[str]:
        """The words of what was found, in each language."""
        return [text for key, text in self.sources if key == found.source]

    def _unlabelled(self, extent: Extent, claims: list[Claim]) -> tuple[Comparison, Extent]:
        """What words are, without a number before them where that is the writer's.

        A text may have numbers of its own, and then they are a part of its words.
        """
        best = self._compared(extent, claims)
        label = LABEL.match(self.text, *extent)
        if best.verdict in SOUND or not label:
            return best, extent
        other = (label.end(), extent[1])
        found = self._compared(other, claims)
        better = found.source and RANKS.index(found.verdict) <= RANKS.index(best.verdict)
        return (found, other) if better and not self._labelled(found) else (best, extent)

    def _led(self, lead: Extent, rest: Extent, whole: Comparison, found: Comparison) -> bool:
        """Whether the words before others are a writer's who leads to them without a verb of saying.

        Texts have colons of their own: sound words behind one must begin where a sentence of the text does, and those
        before it must be no altered words of the text.
        """
        said = self.places.beside(lead)
        if found.verdict not in SOUND:
            nearer = whole.verdict == ABSENT or self.places.only_place(lead)
            return nearer and found.verdict == ALTERED and len(words(self._words(rest))) >= PASSAGE
        both = said + self.text[slice(*rest)]
        if outside(both, (len(said), len(both)), whole) > CHANCE or self._torn((lead[0], rest[1]), rest, whole, found):
            return False
        first = next(filter(str.strip, ELLIPSIS.split(found.words)), "")
        if not any(each.startswith(first) for text in self._texts(found) for each in begun(text)):
            return False
        return len(words(said)) < PASSAGE or self._anywhere(said.strip(MARKS + ENDS)).verdict != ALTERED

    def _labelled(self, found: Comparison) -> bool:
        """Whether a text has a number before words that were found without it."""
        labels = map(LABEL.match, self._texts(found))
        return any(label and not found.words.startswith(label[0].strip()) for label in labels)

    def _compared(self, extent: Extent, claims: list[Claim]) -> Comparison:
        """With the words of the places that are named, then with all."""
        found = self._same(self._words(extent), claims)
        # A word that was divided is in another form.
        divided = found.verdict == EXACT and "-\n" in self.text[slice(*extent)]
        return replace(found, verdict=FOLDED) if divided else found

    def _same(self, words_: str, claims: list[Claim]) -> Comparison:
        found = None
        if named := self._named(claims) if claims else ():
            found = compare(words_, named)
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

    def _named(self, claims: list[Claim]) -> list[tuple[str, str]]:
        """The provisions that are in all places that are named."""
        meant = tuple((claim.documents and tuple(d.id for d in claim.documents), claim.place) for claim in claims)
        if meant not in self.named:
            self.named[meant] = [
                each for each in self.sources if all(claim.holds(self.library, each[0]) for claim in claims)
            ]
        return self.named[meant]

    def _words(self, extent: Extent) -> str:
        """The words of a part, without marks of notes and of mails before lines, and hyphens at the ends of lines."""
        said = without_marks(QUOTED_LINE.sub("\n", self.text[slice(*extent)]), self.marks)
        return whole(said, self.vocabulary) if "-\n" in said else said

    def _anywhere(self, words_: str) -> Comparison:
        if words_ not in self.found:
            self.found[words_] = compare(words_, self.sources)
        return self.found[words_]

    def _entry(self, extent: Extent, body: Extent, found: Comparison, claims: list[Claim]) -> dict[str, Any]:
        verdict, key, said = found.verdict, found.source or "", self._words(body)
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
            "diff": _diff(said if found.words.endswith(tuple(ENDS)) else said.rstrip(ENDS), found.words)
            if found.verdict in (ALTERED, FOLDED)
            else None,
            "claimed": self._claimed((wrong or claims)[0], document) if claims else None,
            "start": extent[0],
            "end": extent[1],
            "quoted": [at - extent[0] for at in body],
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


@lru_cache(maxsize=1 << 12)
def begun(text: str) -> tuple[str, ...]:
    """What a text says from the beginning of each of its sentences on."""
    return tuple(plain(text[start:]) for start, _ in sentences(text))


def _diff(quoted: str, source: str) -> list[dict[str, str]]:
    """What was made of the words of a text, step by step; a word is what stands between blanks.

    The text is what there was before: a word that the passage does not have is deleted.
    """
    found = steps(quoted.split(), source.split())
    return [{"op": FROM_TEXT.get(op, op), "quoted": mine, "source": theirs} for op, mine, theirs in found]
