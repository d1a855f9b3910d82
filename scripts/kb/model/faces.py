"""What files are held against: by what documents are found, and all that is known of those of which a file speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from kb.model.citation import Citation, Mention
from kb.model.document import Document
from kb.model.standing import relations

if TYPE_CHECKING:
    from kb.model.library import Library

# A document in our own prose or in a list: `../van-ban/23-kh-duk-2021.md`, `23-kh-duk-2021#ii-1`
NAMED = re.compile(r"(?<=van-ban/)[\w-]+|[\w-]+(?=#)")


class Faces:
    """Parts of a library that can be compared with those of a later one; no words of provisions are among them."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._near: dict[str, tuple[object, ...]] = {}
        self._known: dict[str, tuple[object, ...]] = {}

    @cached_property
    def whole(self) -> tuple[object, ...]:
        """All that a citation or a reference can be held against."""
        every = {key: None for held in self._library.documents.values() for key in held}
        return (self._library.numbers, tuple(map(self._about, every)))

    @cached_property
    def found_by(self) -> tuple[object, ...]:
        """That by which documents are found, or are said to be near: equal as long as only other fields change."""
        documents = (each for held in self._library.documents.values() for each in held.values())
        return (self._library.numbers, tuple(map(_found_by, documents)))

    def near(self, file: str) -> tuple[object, ...]:
        """All that is known of the documents that a file cites, links to or names in a field, and of its own."""
        if file not in self._near:
            keys = dict.fromkeys(self._spoken_of(file))
            self._near[file] = tuple(self._about(key) for key in keys if key in self._library.originals)
        return self._near[file]

    def _about(self, key: str) -> tuple[object, ...]:
        if key not in self._known:
            library = self._library
            held = tuple(each[key].face for each in library.documents.values() if key in each)
            record = library.records.get(key)
            stamp = (record.path, record.sha256) if record else ()
            self._known[key] = (key, held, stamp, library.kinds_of.get(key))
        return self._known[key]

    def _spoken_of(self, file: str) -> Iterator[str]:
        library = self._library
        found = [each for located in library.cited_by_file.get(file, ()) for each in self._candidates(located.reading)]
        if document := library.document_at.get(file):
            yield document.id
            yield from document.basis
            for key in (document.stated_by, *(each.stated_by for _, each in relations(document))):
                yield (key or "").partition("#")[0]
            found += (document, *library.by_number.get(document.number, ()))
        else:
            yield from NAMED.findall(library.sources.get(file, ""))
        for each in found:
            yield each.id
            # Whether it was over on a day hangs on what replaced it.
            yield from (relation.document for _, relation in relations(each) if relation.document)

    def _candidates(self, reading: Citation | Mention) -> tuple[Document, ...]:
        if isinstance(reading, Citation):
            return self._library.by_number.get(reading.canonical, ())
        if reading.key:
            named = self._library.originals.get(reading.key)
            return (named,) if named else ()
        return self._library.by_short_form.get((reading.kind, reading.number), ())


def _found_by(document: Document) -> tuple[object, ...]:
    name = (document.id, document.path, document.number, document.kind, document.called, document.names)
    # Whether its number is in doubt hangs on the line on which it stands.
    return (*name, document.held, document.status, document.formerly, document.at.get("number"))
