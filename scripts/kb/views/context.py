"""What every view asks of the library: what belongs where, and who cites what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from kb.model.address import locate, pinpoint
from kb.model.citing import Resolved, resolve, targets
from kb.model.document import Document, Provision, within
from kb.model.history import UNKNOWN, History
from kb.model.library import Library
from kb.model.prose import Question
from kb.model.reference import Located, Ref
from kb.model.standing import relations
from kb.model.terms import Term
from kb.views import strings

FOLDERS = {"phases": "giai-doan", "themes": "chu-de", "forms": "hinh-thuc", "bodies": "co-quan"}
QUESTIONS = "hoi-dap"
DOCUMENTS = "van-ban"


def document_path(key: str) -> str:
    return f"{DOCUMENTS}/{key}.md"


@dataclass(frozen=True)
class Context:
    """The library seen in one language; `today` is the date of the commit (ISO) or None.

    `files` are those that exist beside the pages, below the language folders; `history` is what is remembered.
    """

    library: Library
    language: str
    today: str | None
    files: Collection[str] = frozenset()
    history: History = UNKNOWN

    @cached_property
    def t(self) -> Mapping[str, str]:
        return strings.STRINGS[self.language]

    def count(self, number: int, one: str, many: str) -> str:
        """A counted noun, e.g. `3 provisions`."""
        return self.t[one if number == 1 else many].format(number)

    def document(self, key: str) -> Document:
        """A document in this language, else in Vietnamese."""
        return self.library.documents[self.language].get(key) or self.library.originals[key]

    def provision(self, document: str, provision: str) -> Provision | None:
        return self.library.provision(self.language, document, provision) or self.library.provision(
            "vi", document, provision
        )

    def question(self, key: str) -> Question:
        """The words of a question in this language, else in Vietnamese."""
        return self.library.questions[self.language].get(key) or self.library.questions["vi"][key]

    def title(self, key: str) -> str:
        """A document's title: `Kế hoạch số 23-KH/ĐUK`, dated where others have the number; or its name in citations."""
        number = self.library.originals[key].number
        return self.dated_title(key) if len(self.library.by_number.get(number, ())) > 1 else self._name(key)

    def _name(self, key: str) -> str:
        original = self.library.originals[key]
        shown = self.document(key).title or original.title
        if shown or not original.number:
            return shown or key
        return self.t["numbered"].format(self.kind(original), original.number)

    def kind(self, original: Document) -> str:
        """The name of a document's kind, or the words for unknown."""
        for kind in self.library.kinds_of[original.id]:
            name = kind.vi if self.language == "vi" else kind.en
            return name[:1].upper() + name[1:]
        return original.kind or self.t["unknown"]

    def dated_title(self, key: str) -> str:
        """Title and date, as a citation has them."""
        day = self.library.originals[key].date
        if not day:
            return self._name(key)
        return f"{self._name(key)} {self.t['of-date'].format(strings.date(day, self.language))}"

    def citation(self, key: str) -> str:
        """A document as it is cited in full: kind, number, date and issuer as far as they are known."""
        issuer = self.document(key).issuer_name or self.library.originals[key].issuer_name
        return self.t["of-issuer"].format(self.dated_title(key), issuer) if issuer else self.dated_title(key)

    def pinpoint(self, ref: Ref) -> str:
        """A provision in citation form, without its document."""
        found = self.library.provision("vi", ref.document, ref.provision)
        return pinpoint(self.library.originals[ref.document], found, self.language) if found else ref.provision

    def name(self, term: Term) -> str:
        """The name of a way into the plan: its label, or the heading of its section without number and full stop."""
        if self.language in term.labels:
            return term.labels[self.language]
        heading = self.provision(term.section.document, term.section.provision) if term.section else None
        return heading.text.split(" ", 1)[-1].rstrip(". ") if heading else term.id

    def members(self, term: Term) -> tuple[Ref, ...]:
        """The paragraphs and dashes of a way, in document order."""
        refs = {ref.key: ref for ref in term.provisions}
        if term.section:
            document = self.library.originals.get(term.section.document)
            for found in within(document.provisions, term.section.provision) if document else ():
                ref = Ref(term.section.document, found.id, term.section.span)
                refs.setdefault(ref.key, ref)
        return tuple(sorted(refs.values(), key=self.order))

    def order(self, ref: Ref) -> tuple[str, int]:
        """Sorts references by document, then by place in it."""
        original = self.library.originals.get(ref.document)
        return (ref.document, original.places.get(ref.provision, len(original.provisions)) if original else 0)

    @cached_property
    def done_to(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """(document, `replaced_by` or `amended_by`) → the documents that say so of it, by id."""
        found = defaultdict(list)
        for key, original in sorted(self.library.originals.items()):
            for field, relation in relations(original):
                if relation.document:
                    found[relation.document, field].append(key)
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def ways_of(self) -> Mapping[str, Mapping[str, tuple[Term, ...]]]:
        """For each way (`themes`, …): provision key → the terms that hold it."""
        result = {}
        for way, terms in self.library.ways().items():
            found = defaultdict(list)
            for term in terms:
                for ref in self.members(term):
                    found[ref.key].append(term)
            result[way] = {key: tuple(value) for key, value in found.items()}
        return result

    @cached_property
    def questions_of(self) -> Mapping[str, tuple[str, ...]]:
        """Provision key → the questions that it answers, by id."""
        found = defaultdict(list)
        for key, question in sorted(self.library.questions["vi"].items()):
            for ref in question.provisions:
                found[ref.key].append(key)
        return {key: tuple(value) for key, value in found.items()}

    def questions_about(self, refs: Iterable[Ref]) -> list[str]:
        """The questions that rest on any of the provisions, in order of their ids."""
        return sorted({key for ref in refs for key in self.questions_of.get(ref.key, ())})

    @cached_property
    def citing(self) -> Mapping[str, tuple[Located, ...]]:
        """Document id → the Vietnamese citations of it by other documents, in order of place."""
        found = defaultdict(list)
        for located in self._citations("vi"):
            if located.provision:
                for key in targets(located, self.library):
                    found[key].append(located)
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def citing_provision(self) -> Mapping[str, tuple[Located, ...]]:
        """Provision key → the Vietnamese citations in documents, its own included, whose locator names it."""
        found = defaultdict(list)
        for located in self._citations("vi"):
            ref = self.cited(located) if located.provision else None
            if ref and ref.key != f"{located.owner}#{located.provision}":
                found[ref.key].append(located)
        return {key: tuple(value) for key, value in found.items()}

    def cited(self, located: Located) -> Ref | None:
        """The provision that the locator of a citation names, where that is certain."""
        match resolve(located, self.library):
            case Resolved(document) if located.reading.locator:
                original = self.library.originals[document.id]
                provision = locate(original, located.reading.locator)
                return Ref(original.id, provision.id, located.span) if provision else None
        return None

    @cached_property
    def questions_naming(self) -> Mapping[str, tuple[str, ...]]:
        """Document id → the questions whose answers name it, by id."""
        found = defaultdict(set)
        for located in self._citations("vi"):
            if not located.provision and not located.apart:
                for key in targets(located, self.library):
                    found[key].add(located.owner)
        return {key: tuple(sorted(value)) for key, value in found.items()}

    @cached_property
    def citations_in(self) -> Mapping[tuple[str, str], tuple[Located, ...]]:
        """(document or question, provision) → the citations in it, in this language."""
        found = defaultdict(list)
        for located in self._citations(self.language):
            found[located.owner, located.provision].append(located)
        return {key: tuple(value) for key, value in found.items()}

    def _citations(self, language: str) -> list[Located]:
        """The citations in a language by where they stand; those of one text are in order already."""
        found = (each for each in self.library.citations if each.language == language)
        return sorted(found, key=lambda each: each.owner)
