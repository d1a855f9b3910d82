"""Every citation in the library, with the provision or answer in which it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from kb.model.document import Document
from kb.model.finding import Span
from kb.model.kinds import NumberVocabulary
from kb.model.library import Located, Question
from kb.model.memory import Memory
from kb.parse.citations import read

Names = tuple[tuple[str, str], ...]


def locate_all(
    documents: Mapping[str, Mapping[str, Document]],
    questions: Mapping[str, Mapping[str, Question]],
    numbers: NumberVocabulary,
    names: Names,
    memory: Memory,
) -> Iterator[Located]:
    """Read the citations of all provisions and answers, in both languages.

    `names` are the Vietnamese wordings of documents without number; translations bring their own.
    """
    for language, held in documents.items():
        known = names if language == "vi" else tuple((name, key) for key, d in held.items() for name in d.names)
        for each in (*held.values(), *questions[language].values()):
            yield from memory.recall(
                ("citations", each.path), (each, numbers, known), partial(_in_file, each, numbers, known)
            )


def _in_file(each: Document | Question, numbers: NumberVocabulary, names: Names) -> tuple[Located, ...]:
    if isinstance(each, Question):
        span = Span(each.path, each.body_line)
        return tuple(_located(each.language, each.id, "", each.body, span, numbers, names))
    return tuple(
        located
        for provision in each.provisions
        for located in _located(each.language, each.id, provision.id, provision.text, provision.span, numbers, names)
    )


def _located(
    language: str, owner: str, provision: str, text: str, span: Span, numbers: NumberVocabulary, names: Names
) -> Iterator[Located]:
    reading = read(text, numbers, names)
    for found in (*reading.citations, *reading.mentions):
        yield Located(language, owner, provision, text, found, span.at(text, found.start))
