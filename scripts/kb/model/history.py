"""What became of the content, commit by commit, as far as it is remembered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

ADDED, REMOVED, ALTERED, MOVED = "added", "removed", "altered", "moved"


@dataclass(frozen=True, slots=True)
class Altered:
    """A provision that came (`old` is None), went (`new` is None), has other words, or another ID than `formerly`."""

    id: str
    formerly: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """What one commit did to one document or one page of prose.

    `why` is the subject of the commit, `release` the first one that has it, None where there is none yet. `fields` are
    (name, old value, new value).
    """

    commit: str
    day: str
    why: str
    release: str | None
    kind: str
    provisions: tuple[Altered, ...] = ()
    fields: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Release:
    """A tag and the day of its commit."""

    name: str
    day: str


Events = Mapping[str, tuple[Event, ...]]


@dataclass(frozen=True)
class History:
    """By language and key the events, newest first; `prose` has questions (`hoi-dap/…`) and pages by their path.

    Where it is not `known`, nothing is. Of what happened up to the day `since` nothing is known, where that is set.
    """

    known: bool = False
    since: str | None = None
    releases: tuple[Release, ...] = ()
    documents: Mapping[str, Events] = field(default_factory=dict)
    prose: Mapping[str, Events] = field(default_factory=dict)

    def of_document(self, language: str, key: str) -> tuple[Event, ...]:
        return self.documents.get(language, {}).get(key, ())

    def of_provision(self, language: str, document: str, provision: str) -> Iterator[tuple[Event, Altered]]:
        """The events of a provision, newest first, followed through the IDs that it had."""
        for event in self.of_document(language, document):
            for each in event.provisions:
                if each.id == provision:
                    yield event, each
                    provision = each.formerly or provision
                    break


UNKNOWN = History()
