"""Every citation in the library, with the provision or answer in which it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple, TypeVar

from kb.model.citation import Citation, Mention
from kb.model.document import Document
from kb.model.finding import Span
from kb.model.kinds import NumberVocabulary
from kb.model.memory import Memory
from kb.model.prose import Question
from kb.model.reference import Located
from kb.parse.citations import read
from kb.parse.citations.english import in_english, vocabulary

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
    issuers: Names


def locate_all(
    documents: Mapping[str, Mapping[str, Document]],
    questions: Mapping[str, Mapping[str, Question]],
    numbers: NumberVocabulary,
    names: Names,
    memory: Memory,
    spread: Spread,
) -> Iterator[Located]:
    """Read the citations of all provisions and answers, in both languages.

    `names` are the Vietnamese wordings of documents without number; translations bring their own, and their names of
    issuers. `spread` does the same work on many items.
    """
    sources = {}
    for language, held in documents.items():
        known = names if language == "vi" else tuple((name, key) for key, d in held.items() for name in d.names)
        issuers = () if language == "vi" else _issuers(held, documents["vi"])
        for each in (*held.values(), *questions[language].values()):
            sources["citations", each.path] = _Source(each, numbers, known, issuers)
    for located in memory.recall_all(sources, partial(_locate, spread=spread)):
        yield from located


def _locate(sources: Sequence[_Source], spread: Spread) -> Iterator[tuple[Located, ...]]:
    # Only what was read is handed over between processes: the texts are here already.
    for source, readings in zip(sources, spread(_readings, sources), strict=True):
        language, owner = source.file.language, source.file.id
        yield tuple(
            Located(language, owner, provision, text, found, place(found.start))
            for (provision, text, span), found_in in zip(_passages(source.file), readings, strict=True)
            if found_in
            for place in (span.places(text),)
            for found in found_in
        )


def _issuers(translations: Mapping[str, Document], originals: Mapping[str, Document]) -> Names:
    """The issuers of the register, in the words of the translation and in Vietnamese."""
    named = (
        (translation.issuer_name, originals[key].issuer_name)
        for key, translation in translations.items()
        if key in originals
    )
    return tuple(sorted({(name, original) for name, original in named if name and original}))


def _readings(source: _Source) -> Readings:
    return tuple(tuple(_read(text, source)) for _, text, _ in _passages(source.file))


def _read(text: str, source: _Source) -> Iterator[Citation | Mention]:
    reading = read(text, source.numbers, source.names)
    if source.file.language == "vi":
        yield from reading.citations
    elif reading.citations:
        yield from in_english(text, reading.citations, vocabulary(source.numbers, source.issuers))
    yield from reading.mentions


def _passages(file: Document | Question) -> Iterator[tuple[str, str, Span]]:
    """The texts of a file that may cite: the provision that each is, its words and its place."""
    if isinstance(file, Question):
        yield "", file.body, Span(file.path, file.body_line)
    else:
        for provision in file.provisions:
            yield provision.id, provision.text, provision.span
