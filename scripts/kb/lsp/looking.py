"""What stands at a place of a line: a citation, a reference to a provision, a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from kb.model.address import located as located_id
from kb.model.citation import Citation, Mention
from kb.model.citing import Resolved, candidates, resolve
from kb.model.document import Document, Provision
from kb.model.finding import Span
from kb.model.library import LANGUAGES, Library
from kb.model.reference import Located
from kb.parse.citations import read

# 23-kh-duk-2021 · 23-kh-duk-2021#ii-1.1-3 · ../van-ban/23-kh-duk-2021.md#ii-1.1-3
REFERENCE = re.compile(r"(?P<document>[a-z0-9]+(?:-[a-z0-9]+)+)(?:\.md)?(?:#(?P<provision>[\w.-]*\w))?")
# {#ii-1.1-3} at the end of a line, in a translation {#ii-1.1-3 of=…}
OWN = re.compile(r"\{#(?P<provision>[^\s{}]+)[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Seen:
    """What a part of a line, between two offsets, names.

    `documents` are those that may be meant, none where no registered one is; `certain` says whether it is the only one
    for all that is printed. `provision` is one of that document, where one is named and there.
    """

    start: int
    end: int
    words: str
    documents: tuple[Document, ...]
    certain: bool
    provision: Provision | None = None


def look(library: Library, place: Span, line: str) -> Seen | None:
    """What the character at a place belongs to, or the one before it; `line` is what stands on its line."""
    for seen in (*_own(library, place.file, line), *_references(library, line), *_citations(library, place, line)):
        if seen.start <= place.column - 1 <= seen.end:
            return seen
    return None


def _own(library: Library, file: str, line: str) -> Iterator[Seen]:
    own = library.originals.get(PurePosixPath(file).stem) if "/van-ban/" in file else None
    for found in OWN.finditer(line) if own else ():
        provision = own.by_id.get(found["provision"])
        if provision:
            yield Seen(*found.span("provision"), found["provision"], (own,), True, provision)


def _references(library: Library, line: str) -> Iterator[Seen]:
    for found in REFERENCE.finditer(line):
        document = library.originals.get(found["document"])
        if document:
            yield Seen(*found.span(), found[0], (document,), True, document.by_id.get(found["provision"] or ""))


def _citations(library: Library, place: Span, line: str) -> Iterator[Seen]:
    folder, path = place.file.split("/")[1], PurePosixPath(place.file)
    language = folder if folder in LANGUAGES else "vi"
    # What a bare number or a short form means, what was cited before in the text may tell.
    own = OWN.search(line)
    provision = own["provision"] if own else ""
    names = tuple((name, key) for key, document in library.documents[language].items() for name in document.names)
    reading = read(line, library.numbers, names)
    for each in (*reading.citations, *reading.mentions):
        resolution = resolve(Located(language, path.stem, provision, line, each, place), library)
        documents = candidates(resolution)
        if documents or isinstance(each, Citation):
            yield Seen(
                *_whole(each),
                each.canonical or each.raw,
                documents,
                isinstance(resolution, Resolved),
                _provision(each, documents),
            )


def _whole(reading: Citation | Mention) -> tuple[int, int]:
    """From the locator, where there is one, to the date or the issuer."""
    spans = [reading.context_span or (reading.start, reading.end)]
    spans += [reading.locator_span] if reading.locator_span else []
    return min(start for start, _ in spans), max(end for _, end in spans)


def _provision(reading: Citation | Mention, documents: tuple[Document, ...]) -> Provision | None:
    if len(documents) != 1 or not reading.locator:
        return None
    return documents[0].by_id.get(located_id(reading.locator))
