"""Every citation in the library, with the provision or answer in which it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple, TypeVar

from kb.model.citation import Citation, Mention
from kb.model.document import Document
from kb.model.finding import Span
from kb.model.kinds import NumberVocabulary
from kb.model.library import Located, Question
from kb.model.memory import Memory
from kb.parse.citations import read

A = TypeVar("A")
B = TypeVar("B")
Names = tuple[tuple[str, str], ...]
Readings = tuple[tuple[Citation | Mention, ...], ...]
"""What each passage of a file cites."""
Spread = Callable[[Callable[[A], B], Sequence[A]], list[B]]


class _Source(NamedTuple):
    """What the citations of one file depend on."""

    file: Document | Question
    numbers: NumberVocabulary
    names: Names


def locate_all(
    documents: Mapping[str, Mapping[str, Document]],
    questions: Mapping[str, Mapping[str, Question]],
    numbers: NumberVocabulary,
    names: Names,
    memory: Memory,
    spread: Spread,
) -> Iterator[Located]:
    """Read the citations of all provisions and answers, in both languages.

    `names` are the Vietnamese wordings of documents without number; translations bring their own. `spread` does the
    same work on many items.
    """
    sources = {}
    for language, held in documents.items():
        known = names if language == "vi" else tuple((name, key) for key, d in held.items() for name in d.names)
        for each in (*held.values(), *questions[language].values()):
            sources["citations", each.path] = _Source(each, numbers, known)
    for located in memory.recall_all(sources, partial(_locate, spread=spread)):
        yield from located


def _locate(sources: Sequence[_Source], spread: Spread) -> Iterator[tuple[Located, ...]]:
    # Only what was read is handed over between processes: the texts are here already.
    for source, readings in zip(sources, spread(_readings, sources), strict=True):
        language, owner = source.file.language, source.file.id
        yield tuple(
            Located(language, owner, provision, text, found, span.at(text, found.start))
            for (provision, text, span), found_in in zip(_passages(source.file), readings, strict=True)
            for found in found_in
        )


def _readings(source: _Source) -> Readings:
    read_in = (read(text, source.numbers, source.names) for _, text, _ in _passages(source.file))
    return tuple((*reading.citations, *reading.mentions) for reading in read_in)


def _passages(file: Document | Question) -> Iterator[tuple[str, str, Span]]:
    """The texts of a file that may cite: the provision that each is, its words and its place."""
    if isinstance(file, Question):
        yield "", file.body, Span(file.path, file.body_line)
    else:
        for provision in file.provisions:
            yield provision.id, provision.text, provision.span
