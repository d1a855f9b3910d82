"""Citations that a change brings, takes away, or lets mean something else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from kb.model.finding import Span
from kb.model.library import LANGUAGES, Library
from kb.model.moves import Moves
from kb.model.pairing import pairs
from kb.model.review import Cited
from kb.review.backlinks import meant, standing
from kb.review.documents import matched


class _Read(NamedTuple):
    """A citation: what it means, what its text is called, and its place."""

    means: str
    name: str
    span: Span


def citations(before: Library, after: Library) -> Iterator[Cited]:
    """Compared by the text in which they stand, wherever that has moved, and their own words; in order of place."""
    moves = Moves.of(after)
    counted = {language: _counted(before, after, language) for language in LANGUAGES}
    old = _held(before, lambda key, language: moves.key(counted[language].get(key, key)))
    new = _held(after, lambda key, language: moves.key(key))
    found = []
    for (key, text), now in new.items():
        was = list(old.get((key, text), ()))
        for each in now:
            same = next((one for one in was if one.means == each.means), None) or (was[0] if was else None)
            if same:
                was.remove(same)
            if same is None or same.means != each.means:
                found.append(Cited(key, each.name, text, same.means if same else None, each.means, each.span))
        found += [Cited(key, one.name, text, one.means, None, one.span) for one in was]
    for (key, text), was in old.items():
        if (key, text) not in new:
            found += [Cited(key, one.name, text, one.means, None, one.span) for one in was]
    yield from sorted(found, key=lambda each: (each.span, each.text))


def _counted(before: Library, after: Library, language: str) -> Mapping[str, str]:
    """The old keys of provisions that have another one now."""
    both = (
        (old, new, pair) for old, new in matched(before, after, language) if old and new for pair in pairs(old, new)
    )
    return {f"{old.id}#{pair.old.id}": f"{new.id}#{pair.new.id}" for old, new, pair in both if pair.moved}


def _held(library: Library, present: Callable[[str, str], str]) -> Mapping[tuple[str, str], list[_Read]]:
    """By where it stands, under its present name, and what is printed."""
    found = defaultdict(list)
    for each in library.citations:
        where = f"{each.owner}#{each.provision}" if each.provision else each.owner
        means = meant(each, library)
        where, means = present(where, each.language), present(means, "vi") if means else ""
        key = where if each.language == "vi" else f"{each.language}/{where}"
        found[key, _printed(each)].append(_Read(means, standing(each, library), each.span))
    return found


def _printed(each: object) -> str:
    """The words of a citation, its locator included."""
    reading = each.reading
    start, end = reading.context_span or (reading.start, reading.end)
    spans = [(start, end), (reading.start, reading.end), *([reading.locator_span] if reading.locator_span else [])]
    return " ".join(each.text[min(a for a, _ in spans) : max(b for _, b in spans)].split())
