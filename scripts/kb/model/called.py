"""Which kinds a document may be of: one symbol stands for several (QĐ: quyết định, quy định)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kb.model.document import TITLE, Document
from kb.model.kinds import Kind

if TYPE_CHECKING:
    from kb.model.library import Library


def kinds(library: Library, document: Document, found: tuple[Kind, ...]) -> tuple[Kind, ...]:
    """The kinds `found` for its symbol; the one alone that its field, its title or what states it calls it."""
    if document.called:
        return tuple(kind for kind in found if kind.vi == document.called)
    if len(found) > 1:
        for words in _calling(library, document):
            if said := _begins(words, found):
                return (said,)
    return found


def _calling(library: Library, document: Document) -> Iterator[str]:
    """Words that may begin with the name of its kind: lines of its title, how its number is introduced, its entry."""
    for provision in library.required(document):
        if provision.kind == TITLE:
            yield from provision.text.split("\n")
    for located in library.cited_in(document.stated_by or ""):
        if located.language == "vi" and located.reading.canonical == document.number:
            yield located.reading.kind_name or ""
    if document.title:
        yield document.title


def _begins(words: str, found: tuple[Kind, ...]) -> Kind | None:
    """The kind with whose name some words begin; of several names the longest."""
    plain = " ".join(words.casefold().split())
    named = [
        (len(name), place)
        for place, kind in enumerate(found)
        for name in kind.names
        if re.match(rf"{re.escape(name.casefold())}(?!\w)", plain)
    ]
    return found[max(named)[1]] if named else None
