"""Which provision of a document an earlier version had where: by ID, by alias, by the same words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kb.model.document import Document, Provision


class Pair(NamedTuple):
    """A provision before and after; None where it was not yet there, or is there no more."""

    old: Provision | None
    new: Provision | None

    @property
    def moved(self) -> bool:
        """Whether it has another ID."""
        return self.old is not None and self.new is not None and self.old.id != self.new.id

    @property
    def altered(self) -> bool:
        """Whether it has other words, or another form."""
        return self.old is not None and self.new is not None and _said(self.old) != _said(self.new)


def pairs(before: Document | None, after: Document | None) -> list[Pair]:
    """All provisions of both versions, in the order of the later one, what is gone behind what stood before it.

    What has ID and words still is the same. An alias says what has moved; what has the words of one that is left over
    has moved too, as where one was put in before and the rest counted anew; what has but the ID was altered.
    """
    old = list(before.provisions) if before else []
    new = list(after.provisions) if after else []
    aliases = after.aliases if after else {}
    living = {each.id for each in new}
    partner: dict[int, int] = {}
    for one, other in (
        (lambda each: (each.id, *_said(each)), lambda each: (each.id, *_said(each))),
        (lambda each: aliases.get(each.id) if each.id not in living else None, lambda each: each.id),
        (_said, _said),
        (lambda each: each.id or None, lambda each: each.id or None),
    ):
        taken = set(partner.values())
        waiting: dict[object, list[int]] = {}
        for place, each in enumerate(old):
            if place not in taken and (key := one(each)) is not None:
                waiting.setdefault(key, []).append(place)
        for place, each in enumerate(new):
            if place not in partner and (found := waiting.get(other(each))):
                partner[place] = found.pop(0)
    return [*_in_order(old, new, partner)]


def _said(provision: Provision) -> tuple[str, str, int]:
    return provision.text, provision.kind, provision.level


def _in_order(old: list[Provision], new: list[Provision], partner: dict[int, int]) -> Iterator[Pair]:
    kept = set(partner.values())
    yield from _gone(old, range(_run(old, 0, kept)))
    for place, each in enumerate(new):
        here = partner.get(place)
        yield Pair(None if here is None else old[here], each)
        if here is not None:
            yield from _gone(old, range(here + 1, _run(old, here + 1, kept)))


def _run(old: list[Provision], start: int, kept: set[int]) -> int:
    """Where the provisions end that stood from a place on and are there no more."""
    while start < len(old) and start not in kept:
        start += 1
    return start


def _gone(old: list[Provision], places: Iterable[int]) -> Iterator[Pair]:
    for place in places:
        yield Pair(old[place], None)
