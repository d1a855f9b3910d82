"""Everything that the site is made of, read once and frozen."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import TypeVar

from kb.model import called
from kb.model.citation import Citation, Mention
from kb.model.corrigendum import Corrigendum
from kb.model.document import DRAFT, Document, Provision, TextOfRecord, slug
from kb.model.earlier import Earlier
from kb.model.faces import Faces
from kb.model.finding import Finding
from kb.model.kinds import Kind, NumberVocabulary
from kb.model.nearest import Nearest, NearestNumber, NearestProvision
from kb.model.prose import Page, Question
from kb.model.published import Published
from kb.model.reference import Located
from kb.model.suppression import Suppression
from kb.model.terms import Abbreviation, Change, Term
from kb.model.verdict import Verdict, judge

LANGUAGES = ("vi", "en")
# The address of a document ends in its year, where its number has none.
YEAR = re.compile(r"-\d{4}\Z")

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True)
class Library:
    """All content in both languages, the vocabulary, and the faults met while reading.

    Keys: `documents`, `questions` and `pages` map a language to a mapping by id (of a page: its path below the
    language folder without suffix); `records` maps a document id to its text of record with what the `corrigenda` of
    words mend; `sources` maps a file below `docs/` to its text as read; `misspelt` are document numbers that are
    written in another form than the canonical one where `citations` does not look (front matter, pages, data files);
    `files` are the paths of all files below `docs/` that may be read, `unreadable` those of files and folders that
    could not be and are in no mapping; `suppressions` are the comments to the check, in order of place; `register`
    holds the addresses that were published; `idle` are the corrigenda whose words do not stand where they say;
    `unused` maps files of which no page is made to their texts.
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
    misspelt: tuple[Located, ...] = ()
    problems: tuple[Finding, ...] = ()
    files: frozenset[str] = field(default_factory=frozenset)
    unreadable: frozenset[str] = field(default_factory=frozenset)
    suppressions: tuple[Suppression, ...] = ()
    register: Published = field(default_factory=Published)
    corrigenda: tuple[Corrigendum, ...] = ()
    idle: tuple[Corrigendum, ...] = ()
    unused: Mapping[str, str] = field(default_factory=dict)

    def prose(self, language: str) -> Iterator[Question | Page]:
        """Our own words in a language: questions with their answers, then pages."""
        yield from self.questions[language].values()
        yield from self.pages[language].values()

    @property
    def originals(self) -> Mapping[str, Document]:
        """The Vietnamese documents by id."""
        return self.documents["vi"]

    @cached_property
    def hidden(self) -> frozenset[str]:
        """The ids of the documents of which the site must show nothing: drafts, and those that are held back."""
        return frozenset(key for key, document in self.originals.items() if document.hidden)

    @cached_property
    def drafts(self) -> frozenset[str]:
        """The files of the documents that are still being written, in every language."""
        keys = {key for key, document in self.originals.items() if document.status == DRAFT}
        return frozenset(held[key].path for held in self.documents.values() for key in keys & held.keys())

    @cached_property
    def published(self) -> Library:
        """What may leave the checkout: the library without its hidden documents, their texts and what stands in them.

        That nothing else speaks of them is for the checks to see to.
        """
        if not self.hidden:
            return self
        documents = {language: self._shown(held) for language, held in self.documents.items()}
        files = {held[key].path for held in self.documents.values() for key in self.hidden & held.keys()}
        files |= {self.records[key].path for key in self.hidden & self.records.keys()}
        return replace(
            self,
            documents=documents,
            records=self._shown(self.records),
            sources={file: text for file, text in self.sources.items() if file not in files},
            citations=tuple(each for each in self.citations if not (each.provision and each.owner in self.hidden)),
            problems=tuple(each for each in self.problems if each.span.file not in files),
            corrigenda=tuple(each for each in self.corrigenda if each.document not in self.hidden),
            files=self.files - files,
        )

    def _shown(self, held: Mapping[str, V]) -> dict[str, V]:
        return {key: each for key, each in held.items() if key not in self.hidden}

    @cached_property
    def document_at(self) -> Mapping[str, Document]:
        """The documents in all languages by their file."""
        return {document.path: document for held in self.documents.values() for document in held.values()}

    def provision(self, language: str, document: str, provision: str) -> Provision | None:
        """A provision in a language, or None where the document or the provision is not there."""
        found = self.documents[language].get(document)
        return found.by_id.get(provision) if found else None

    def record(self, document: Document) -> TextOfRecord | None:
        """The text of record of a document where it can be relied on: there, and unchanged since it was registered."""
        found = self.records.get(document.id)
        return found if document.held and found and found.sha256 == document.sha256 else None

    def required(self, document: Document) -> tuple[Provision, ...]:
        """The provisions that a document must have: those of its text of record, else those that are authored.

        Without the stray characters that it lists as mended: what a reader sees, copies and has translated has none.

        None for a document whose text is not held.
        """
        record = self.record(document)
        if record is None:
            return document.provisions if document.held else ()
        return self._mended[document.id] if document.mended else record.provisions

    @cached_property
    def _mended(self) -> Mapping[str, tuple[Provision, ...]]:
        """By document what it must have, where it lists stray characters: looking for them each time takes long."""
        found = ((document, self.record(document)) for document in self.originals.values() if document.mended)
        return {document.id: document.without_strays(record.provisions) for document, record in found if record}

    def replaced(self, key: str, before: str | None, after: str | None) -> Corrigendum | None:
        """The last of the corrigenda that lead from one hash of a document's text of record to another, or None."""
        known = {each.before: each for each in self.corrigenda if each.document == key and each.before}
        found = None
        while before in known and (found is None or before != after):
            found = known.pop(before)
            before = found.after
        return found if found and before == after else None

    @cached_property
    def by_number(self) -> Mapping[str, tuple[Document, ...]]:
        """The Vietnamese documents that have a number; one number may be that of several."""
        return _grouped((d.number, d) for d in self.originals.values() if d.number)

    @cached_property
    def by_short_form(self) -> Mapping[tuple[str | None, str], tuple[Document, ...]]:
        """The Vietnamese documents by kind and leading number, as in `Chỉ thị 05`."""
        numbered = ((d.kind, (d.number or "").partition("-")[0].partition("/")[0], d) for d in self.originals.values())
        return _grouped(((kind, number), d) for kind, number, d in numbered if number)

    def addressed(self, number: str) -> frozenset[str]:
        """The ids of documents, in any language, that have the address which this number makes (23-kh-duk-2021)."""
        return self._by_address.get(slug(number), frozenset())

    @cached_property
    def _by_address(self) -> Mapping[str, frozenset[str]]:
        keys = {key for held in self.documents.values() for key in held}
        found = _grouped((address, key) for key in keys for address in {key, YEAR.sub("", key)})
        return {address: frozenset(each) for address, each in found.items()}

    @cached_property
    def faces(self) -> Faces:
        """What files are held against: equal to that of another library as long as only words of provisions change."""
        return Faces(self)

    @cached_property
    def kinds_of(self) -> Mapping[str, tuple[Kind, ...]]:
        """By document the kinds that it may be of; several only where nothing says which one its symbol stands for."""
        by_key = _grouped((kind.key, kind) for kind in self.numbers.kinds)
        return {
            key: called.kinds(self, document, by_key.get(document.kind, ())) for key, document in self.originals.items()
        }

    def judged(self, reading: Citation | Mention, document: Document) -> tuple[Verdict, ...]:
        """What a citation says of a document against what is held of it, field by field (`verdict.FIELDS`)."""
        return judge(reading, document, self.known_ids[document.id], self.numbers, self.kinds_of[document.id])

    @cached_property
    def named(self) -> tuple[Located, ...]:
        """The citations by a name of a document."""
        return tuple(each for each in self.citations if isinstance(each.reading, Mention) and each.reading.key)

    @cached_property
    def cited_by_file(self) -> Mapping[str, tuple[Located, ...]]:
        """The citations by the file in which they stand."""
        return {file: tuple(found) for file, found in groupby(self.citations, key=attrgetter("span.file"))}

    def cited_in(self, key: str) -> Iterator[Located]:
        """The citations in a provision (`document#provision`), in any language."""
        owner, mark, provision = key.partition("#")
        for held in self.documents.values():
            if mark and owner in held:
                found = self.cited_by_file.get(held[owner].path, ())
                yield from (each for each in found if each.provision == provision)

    @cached_property
    def earlier(self) -> Earlier:
        """What stands before a citation in the same text."""
        return Earlier(self.citations, {number for number, found in self.by_number.items() if len(found) > 1})

    @cached_property
    def near_numbers(self) -> NearestNumber:
        """The numbers in the register, to find the nearest of one that is not."""
        return NearestNumber(document.number for document in self.published.originals.values() if document.number)

    @cached_property
    def near_documents(self) -> Nearest:
        """The ids of documents, to find the nearest of one that is none."""
        return Nearest(self.published.originals)

    def near_provisions(self, document: str) -> NearestProvision:
        """The provision IDs of a document, to find the nearest of one that is none."""
        if document not in self._near_provisions:
            self._near_provisions[document] = NearestProvision(self.known_ids.get(document, ()))
        return self._near_provisions[document]

    @cached_property
    def _near_provisions(self) -> dict[str, NearestProvision]:
        return {}

    @cached_property
    def known_ids(self) -> Mapping[str, frozenset[str]]:
        """Provision IDs by document: those authored, those of the text of record, and old ones.

        A reference to a provision that is only missing from the authored text is no second fault.
        """
        known = {}
        for key, document in self.originals.items():
            record = self.records.get(key)
            whole = record is None or record.ids <= document.ids
            known[key] = document.ids if whole else document.ids | record.ids
        return known

    def ways(self) -> Mapping[str, tuple[Term, ...]]:
        """The four ways into the plan, by name."""
        return {"phases": self.phases, "themes": self.themes, "forms": self.forms, "bodies": self.bodies}


def refused(file: str, unreadable: Collection[str]) -> bool:
    """Whether a file, or a folder in which it would lie, could not be read."""
    parts = file.split("/")
    return any("/".join(parts[:length]) in unreadable for length in range(1, len(parts) + 1))


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}
