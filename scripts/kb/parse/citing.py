"""Every citation in the library, with the provision or the words of our own in which it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple, TypeVar

from kb.model.citation import Citation, Mention
from kb.model.document import Document
from kb.model.finding import Span
from kb.model.kinds import NumberVocabulary
from kb.model.memory import Memory
from kb.model.prose import Page, Question
from kb.model.reference import Located
from kb.model.terms import Abbreviation, Entry
from kb.parse.citations import read
from kb.parse.citations.english import in_english, vocabulary
from kb.parse.citations.english_short import mentions

A = TypeVar("A")
B = TypeVar("B")
Names = tuple[tuple[str, str], ...]
Readings = tuple[tuple[Citation | Mention, ...], ...]
"""What each passage of a file cites."""
Spread = Callable[[Callable[[A], B], Sequence[A]], list[B]]

TERMS = "docs/_data/terms.yml"
# Examples of how something is written cite nothing.
CODE = re.compile(r"^(?P<fence>```+|~~~+).*?^(?P=fence)|(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)", re.M | re.S)
LETTER = re.compile(r"\S")


class Texts(NamedTuple):
    """All that may cite: documents, questions and pages by language and id, entries of data files by file."""

    documents: Mapping[str, Mapping[str, Document]]
    questions: Mapping[str, Mapping[str, Question]]
    pages: Mapping[str, Mapping[str, Page]]
    entries: Mapping[str, Sequence[Entry]]


class _Wording(NamedTuple):
    """What documents and issuers are called in a language."""

    names: Names
    issuers: Names


class _Source(NamedTuple):
    """What the citations of one file depend on."""

    file: Document | Question | Page | tuple[Entry, ...]
    numbers: NumberVocabulary
    wordings: Mapping[str, _Wording]


_Passage = tuple[str, str, str, str, Span]
"""A text that may cite, and what it is: language, owner, provision, text and place, as in `Located`."""


def locate_all(
    texts: Texts, numbers: NumberVocabulary, names: Names, memory: Memory, spread: Spread
) -> Iterator[Located]:
    """Read the citations of all provisions and of all words of our own, in both languages; those of a file together.

    `names` are the Vietnamese wordings of documents without number; translations bring their own, and their names of
    issuers. `spread` does the same work on many items.
    """
    wordings = {
        language: _Wording(names, ())
        if language == "vi"
        else _Wording(
            tuple((name, key) for key, each in held.items() for name in each.names),
            (*_issuers(held, texts.documents["vi"]), *_short_names(numbers, texts.entries.get(TERMS, ()))),
        )
        for language, held in texts.documents.items()
    }
    sources = {}
    for language, held in texts.documents.items():
        for each in (*held.values(), *texts.questions[language].values(), *texts.pages[language].values()):
            sources["citations", each.path] = _Source(each, numbers, {language: wordings[language]})
    for file, entries in texts.entries.items():
        sources["citations", file] = _Source(tuple(entries), numbers, wordings)
    return chain.from_iterable(memory.recall_all(sources, partial(_locate, spread=spread)))


def _locate(sources: Sequence[_Source], spread: Spread) -> Iterator[tuple[Located, ...]]:
    # Only what was read is handed over between processes: the texts are here already.
    for source, readings in zip(sources, spread(_readings, sources), strict=True):
        yield tuple(
            Located(language, owner, provision, text, found, place(found.start))
            for (language, owner, provision, text, span), found_in in zip(_passages(source.file), readings, strict=True)
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


def _short_names(numbers: NumberVocabulary, terms: Sequence[Entry]) -> Names:
    """English names of issuers with a short form in them, as translations have it, and the Vietnamese ones."""
    short = [(each.labels.get("en"), each.short.get("en")) for each in terms if isinstance(each, Abbreviation)]
    found = (
        (issuer.en.replace(whole, form), issuer.vi)
        for issuer in numbers.issuers
        for whole, form in short
        if whole and form and whole in issuer.en
    )
    return tuple(sorted(set(found)))


def _readings(source: _Source) -> Readings:
    return tuple(tuple(_read(passage, source)) for passage in _passages(source.file))


def _read(passage: _Passage, source: _Source) -> Iterator[Citation | Mention]:
    language, _, _, text, _ = passage
    names, issuers = source.wordings[language]
    reading = read(text, source.numbers, names)
    if language == "vi":
        yield from reading.citations
        yield from reading.mentions
        return
    known = vocabulary(source.numbers, issuers)
    cited = [*in_english(text, reading.citations, known), *reading.mentions]
    yield from cited
    yield from mentions(text, known, sorted((each.start, each.end) for each in cited))


def _passages(file: Document | Question | Page | tuple[Entry, ...]) -> Iterator[_Passage]:
    match file:
        case Document():
            for each in file.provisions:
                yield (file.language, file.id, each.id, each.text, each.span)
        case Question():
            yield (file.language, file.path, "", file.question, _place(file, "question"))
            yield (file.language, file.id, "", file.body, Span(file.path, file.body_line))
        case Page():
            yield (file.language, file.path, "", file.title, _place(file, "title"))
            prose = CODE.sub(lambda found: LETTER.sub(" ", found[0]), file.body)
            yield (file.language, file.path, "", prose, Span(file.path, file.body_line))
        case _:
            for entry in file:
                for language, words in entry.labels.items():
                    yield (language, entry.span.file, "", words, entry.at.get(language, entry.span))


def _place(file: Question | Page, field: str) -> Span:
    return file.at.get(field, Span(file.path))
