"""What has become of a document, as far as others say so: replaced, amended, expired; followed to the present end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kb.model.document import Document, Relation

if TYPE_CHECKING:
    from kb.model.library import Library


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the chain of a document leads.

    `trail` are the ids of the documents that replaced it, one after another, the last one the present; `expired` and
    `amended` are what is said of that last one, or of the document itself where nothing replaced it.
    """

    trail: tuple[str, ...]
    expired: Relation | None
    amended: tuple[Relation, ...]

    @property
    def over(self) -> bool:
        """Whether the document is no longer in force by what is said here."""
        return bool(self.trail or self.expired)


def standing(key: str, library: Library) -> Standing:
    """Follow a document to its present end; a link that leads nowhere, or back, ends the trail before it."""
    document = library.originals[key]
    trail = {key: None}
    while (following := _following(document, library)) and following.id not in trail:
        trail[following.id] = None
        document = following
    return Standing(tuple(trail)[1:], document.expired, document.amended_by)


def _following(document: Document, library: Library) -> Document | None:
    return library.originals.get(document.replaced_by.document or "") if document.replaced_by else None


def over_since(key: str, library: Library) -> str | None:
    """The day from which a document was replaced or had expired, whichever came first; None where it is not known."""
    document = library.originals[key]
    following = _following(document, library)
    days = [following.date if following else None, document.expired.date if document.expired else None]
    return min((day for day in days if day), default=None)


def cycles(library: Library) -> Iterator[tuple[str, ...]]:
    """The documents that replace one another in a ring; each ring once, beginning with its first id."""
    done: set[str] = set()
    for key in sorted(library.originals):
        trail: list[str] = []
        here: Document | None = library.originals[key]
        while here and here.id not in done:
            done.add(here.id)
            trail.append(here.id)
            here = _following(here, library)
        if here and here.id in trail:
            ring = trail[trail.index(here.id) :]
            first = ring.index(min(ring))
            yield (*ring[first:], *ring[:first])


def relations(document: Document) -> Iterator[tuple[str, Relation]]:
    """All that is said of a document, with the name of the field."""
    if document.replaced_by:
        yield "replaced_by", document.replaced_by
    for relation in document.amended_by:
        yield "amended_by", relation
    if document.expired:
        yield "expired", document.expired
