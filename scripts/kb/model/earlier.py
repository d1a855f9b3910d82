"""What a text has cited before: a bare number, or a short form, leads back to it."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping

from kb.model.citation import Citation, Mention
from kb.model.reference import Located

# Statements on documents of one number in one text; more would make looking at them all too slow.
MOST_STATED = 8

Stated = Mapping[Hashable, Mapping[Hashable, Located]]


class Earlier:
    """The citations of all texts by what may lead back to them; `shared` are numbers that several documents have."""

    def __init__(self, citations: Iterable[Located], shared: Collection[str]) -> None:
        full: dict[Hashable, dict[Hashable, Located]] = {}
        alike: dict[Hashable, dict[Hashable, Located]] = {}
        shortened = {_as_short_form(each) for each in citations if isinstance(each.reading, Mention)}
        for each in citations:
            reading = each.reading
            if not isinstance(reading, Citation):
                continue
            said = (reading.date, reading.issuer_name)
            # The numbers that one document has need none.
            if reading.canonical in shared and any(said):
                full.setdefault(_as_number(each), {}).setdefault(said, each)
            if (key := _as_short_form(each)) in shortened and len(found := alike.setdefault(key, {})) < MOST_STATED:
                found.setdefault((reading.canonical, *said), each)
        self._full: Stated = full
        self._alike: Stated = alike

    def in_full(self, located: Located) -> list[Located]:
        """The citations of the same number before this one in the same text that state date or issuer; each once.

        None where they are many: nothing can be told from those.
        """
        stated = self._full.get(_as_number(located), {})
        return _before(stated, located) if len(stated) <= MOST_STATED else []

    def alike(self, located: Located) -> list[Located]:
        """The citations of its kind and number before a short form in the same text; each once, and the first few."""
        return _before(self._alike.get(_as_short_form(located), {}), located)


def _before(stated: Mapping[Hashable, Located], located: Located) -> list[Located]:
    return [each for each in stated.values() if each.span < located.span]


def _text(located: Located) -> tuple[Hashable, ...]:
    return located.language, located.owner, bool(located.provision)


def _as_number(located: Located) -> Hashable:
    return *_text(located), located.reading.canonical


def _as_short_form(located: Located) -> Hashable:
    return *_text(located), located.reading.kind, located.reading.number
