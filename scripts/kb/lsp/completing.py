"""What may be written at a place: numbers of documents, their IDs, and those of their provisions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.lsp.describing import citation, of_document, of_provision
from kb.model.address import short
from kb.model.document import Document
from kb.model.library import Library
from kb.model.text import closing

# After `số `, also where nothing is typed yet, and after a digit that begins a word.
NUMBER = re.compile(r"(?:số|no\.)\s+(?P<typed>[\w/-]*)\Z|(?<![\w/#.-])(?P<begun>\d[\w/-]*)\Z", re.IGNORECASE)
PROVISION = re.compile(r"(?P<document>[a-z0-9]+(?:-[a-z0-9]+)+)(?:\.md)?#(?P<typed>[\w.-]*)\Z")
ID = re.compile(r"(?<![\w#/.-])[a-z0-9-]*\Z")
KEY = re.compile(r"\s*(?:-\s+)?(?P<key>\w+):")
# Fields whose values are IDs of documents, and those that go on to a provision.
DOCUMENTS = ("basis", "documents", "replaces", "amends", "replaced_by", "amended_by")
PROVISIONS = ("provisions", "section", "stated_by")


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to write instead of what stands between an offset of the line and the cursor."""

    start: int
    words: str
    detail: str
    documentation: str


def offers(library: Library, file: str, lines: Sequence[str], number: int, offset: int) -> list[Offer]:
    """What may be written at an offset of a line, the number of which counts from 1."""
    before = lines[number - 1][:offset]
    if found := PROVISION.search(before):
        document = library.originals.get(found["document"])
        return list(_provisions(document, found.start("typed"))) if document else []
    key = _key(lines, number) if _is_yaml(file, lines, number) else ""
    if key in DOCUMENTS or key in PROVISIONS:
        start = ID.search(before)
        return list(_documents(library, start.start(), "#" if key in PROVISIONS else "")) if start else []
    if found := NUMBER.search(before):
        group = "typed" if found["typed"] is not None else "begun"
        return [each for each in _numbers(library, found.start(group)) if _begins(each.words, found[group])]
    return []


def _provisions(document: Document, start: int) -> Iterator[Offer]:
    for provision in document.by_id.values():
        yield Offer(start, provision.id, short(provision, "vi"), of_provision(document, provision))


def _documents(library: Library, start: int, ending: str) -> Iterator[Offer]:
    for document in _shown(library):
        yield Offer(start, document.id + ending, citation(library, document), of_document(library, document))


def _numbers(library: Library, start: int) -> Iterator[Offer]:
    for document in _shown(library):
        if document.number:
            yield Offer(start, document.number, citation(library, document), of_document(library, document))


def _shown(library: Library) -> Iterator[Document]:
    """The documents of which others may speak."""
    return (document for _, document in sorted(library.originals.items()) if not document.hidden)


def _begins(number: str, typed: str) -> bool:
    return number.lower().startswith(typed.lower())


def _is_yaml(file: str, lines: Sequence[str], number: int) -> bool:
    """Whether a line is in a data file or in front matter."""
    return not file.endswith(".md") or not 0 < closing(lines) < number - 1


def _key(lines: Sequence[str], number: int) -> str:
    """The field in whose value a line stands: its own, or that of the nearest line above that has one."""
    for line in reversed(lines[:number]):
        if found := KEY.match(line):
            return found["key"]
    return ""
