"""Everything that the site is made of, read once and frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kb.model.citation import Citation, Mention
from kb.model.document import Document, Provision, TextOfRecord
from kb.model.finding import Finding, Span
from kb.model.kinds import NumberVocabulary

LANGUAGES = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to a provision (`document#provision`) and where it is written."""

    document: str
    provision: str
    span: Span

    @property
    def key(self) -> str:
        return f"{self.document}#{self.provision}"


@dataclass(frozen=True, slots=True)
class Located:
    """A citation and the provision (or the prose, where `provision` is empty) in which it stands.

    `owner` is the id of the document or question; `text` the whole text that the offsets of `reading` count in;
    `span` the place of the number or name.
    """

    language: str
    owner: str
    provision: str
    text: str
    reading: Citation | Mention
    span: Span


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a way into the plan (a phase, theme, form or body) or a group of questions.

    `labels` maps a language to the name; empty where the name is the heading of `section`.
    """

    id: str
    labels: Mapping[str, str]
    section: Ref | None
    provisions: tuple[Ref, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form and what it stands for, by language; `role` is `text`, `number-symbol`, `search` or `term`."""

    short: Mapping[str, str]
    full: Mapping[str, str]
    role: str
    provisions: tuple[Ref, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the list of changes."""

    date: str
    labels: Mapping[str, str]
    documents: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Question:
    """A question and its answer in one language; a translation has only the words and `translates`."""

    id: str
    path: str
    language: str
    question: str
    body: str
    body_line: int
    group: str | None
    provisions: tuple[Ref, ...]
    related: tuple[str, ...]
    about_site: bool
    translates: str | None
    at: Mapping[str, Span]

    @property
    def words(self) -> str:
        """What a translation must follow: the question and the answer."""
        return f"{self.question}\n{self.body.strip()}"


@dataclass(frozen=True, slots=True)
class Page:
    """A page of our own prose (guide, about, help)."""

    path: str
    language: str
    title: str
    body: str
    body_line: int
    translates: str | None
    at: Mapping[str, Span]

    @property
    def words(self) -> str:
        """What a translation must follow: title and body."""
        return f"{self.title}\n{self.body.strip()}"


@dataclass(frozen=True)
class Library:
    """All content in both languages, the vocabulary, and the faults met while reading.

    Keys: `documents`, `questions` and `pages` map a language to a mapping by id (of a page: its path below the
    language folder without suffix); `records` maps a document id to its text of record; `sources` maps a file
    below `docs/` to its text as read; `files` are the paths of all files below `docs/`.
    """

    documents: Mapping[str, Mapping[str, Document]]
    questions: Mapping[str, Mapping[str, Question]]
    pages: Mapping[str, Mapping[str, Page]]
    records: Mapping[str, TextOfRecord]
    numbers: NumberVocabulary
    phases: tuple[Term, ...]
    themes: tuple[Term, ...]
    forms: tuple[Term, ...]
    bodies: tuple[Term, ...]
    groups: tuple[Term, ...]
    abbreviations: tuple[Abbreviation, ...]
    changes: tuple[Change, ...]
    sources: Mapping[str, str]
    citations: tuple[Located, ...] = ()
    problems: tuple[Finding, ...] = ()
    files: frozenset[str] = field(default_factory=frozenset)

    @property
    def originals(self) -> Mapping[str, Document]:
        """The Vietnamese documents by id."""
        return self.documents["vi"]

    def provision(self, language: str, document: str, provision: str) -> Provision | None:
        """A provision in a language, or None where the document or the provision is not there."""
        found = self.documents[language].get(document)
        return found.by_id.get(provision) if found else None

    @cached_property
    def known_ids(self) -> Mapping[str, frozenset[str]]:
        """Provision IDs by document: those authored and those of the text of record.

        A reference to a provision that is only missing from the authored text is no second fault.
        """
        known = {}
        for key, document in self.originals.items():
            record = self.records.get(key)
            ids = {p.id for p in document.provisions if p.id}
            known[key] = frozenset(ids | {p.id for p in record.provisions} if record else ids)
        return known

    def ways(self) -> Mapping[str, tuple[Term, ...]]:
        """The four ways into the plan, by name."""
        return {"phases": self.phases, "themes": self.themes, "forms": self.forms, "bodies": self.bodies}
