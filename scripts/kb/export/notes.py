"""Notes of a passage: marks behind its sentences, and lines below that begin with the same marks and name their places.

Word puts notes so where a text is copied out of it, also those of the site's own notebook.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kb.export.around import Sentence
from kb.export.claims import Claim
from kb.model.sentences import NOTE, Extent

MARK = re.compile(NOTE)
# The blank before a mark goes with it.
WRITTEN = re.compile(rf"[ \u00a0]?(?P<mark>{NOTE})")
BEHIND = re.compile(rf"[ \u00a0]{{0,3}}(?P<mark>{NOTE})")


def only_mark(text: str, extent: Extent) -> bool:
    """Whether nothing but a mark stands there, behind the full stop of its sentence."""
    return bool(MARK.fullmatch(text, *extent))


def without_marks(words: str, printed: frozenset[str]) -> str:
    """Words without the marks of notes, but for those that texts have, too: `m²`."""
    return WRITTEN.sub(lambda found: found[0] if found["mark"] in printed else "", words)


def marks(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(found for text in texts for found in MARK.findall(text))


def noted(text: str, found: Sequence[Sentence]) -> tuple[list[Sentence], list[list[Claim] | None]]:
    """The sentences without the notes, and for each of them the places that its note names; None without one."""
    marked = [_mark(text, each) for each in found]
    notes = {mark: each.claims for mark, each in zip(marked, found, strict=True) if mark and each.only and each.claims}
    used = {mark for mark, each in zip(marked, found, strict=True) if mark in notes and not each.only}
    kept = [(mark, each) for mark, each in zip(marked, found, strict=True) if not (each.only and mark in used)]
    return [each for _, each in kept], [None if each.only else notes.get(mark) for mark, each in kept]


def _mark(text: str, sentence: Sentence) -> str:
    """The mark with which a note begins, or the last one in a sentence or right behind it; empty without one."""
    start, end = sentence.extent
    if sentence.only:
        begins = MARK.match(text, start, end)
        return begins[0] if begins else ""
    behind = BEHIND.match(text, end)
    return behind["mark"] if behind else next(reversed(MARK.findall(text, start, end)), "")
