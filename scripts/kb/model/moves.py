"""Addresses that were published and are no more: where what stood there stands now."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kb.model.document import Document, Relation
from kb.model.library import Library
from kb.model.reference import Ref
from kb.model.terms import Term

# A link of our prose to the page of a document or a question.
LINK = re.compile(
    r"(?<=\]\()(?P<way>[^()\s#]*?)(?P<folder>van-ban|hoi-dap)/(?P<name>[^()\s#/]+)\.md(?:#(?P<id>[^()\s]+))?(?=\))"
)


@dataclass(frozen=True, slots=True)
class Moves:
    """Old ids of documents and questions, and by the id of a document its old provisions, each with what it is now."""

    documents: Mapping[str, str]
    questions: Mapping[str, str]
    provisions: Mapping[str, Mapping[str, str]]

    @classmethod
    def of(cls, library: Library) -> Moves:
        """All that the front matter says; an address that is in use has not moved."""
        originals, questions = library.originals, library.questions["vi"]
        return cls(
            {old: key for key, d in originals.items() for old in d.formerly if old not in originals},
            {old: key for key, q in questions.items() for old in q.formerly if old not in questions},
            {key: moved for key, d in originals.items() if (moved := _moved(d))},
        )

    def __bool__(self) -> bool:
        return bool(self.documents or self.questions or self.provisions)

    def key(self, key: str) -> str:
        """A document, or with a `#` a provision, by its present name."""
        owner, mark, provision = key.partition("#")
        now = self.documents.get(owner, owner)
        return f"{now}{mark}{self.provisions.get(now, {}).get(provision, provision)}"

    def ref(self, ref: Ref) -> Ref:
        owner, _, provision = self.key(ref.key).partition("#")
        return replace(ref, document=owner, provision=provision)

    def links(self, markdown: str) -> str:
        """Prose with its links to where they lead now."""
        return LINK.sub(self._link, markdown) if self else markdown

    def _link(self, found: re.Match[str]) -> str:
        name = found["name"]
        if found["folder"] == "hoi-dap":
            name = self.questions.get(name, name)
            anchor = found["id"]
        else:
            name, _, anchor = self.key(f"{name}#{found['id'] or ''}").partition("#")
        return posixpath.join(found["way"], found["folder"], f"{name}.md") + (f"#{anchor}" if anchor else "")


def _moved(document: Document) -> dict[str, str]:
    """The old IDs of a document; what is the ID of a provision leads to that one."""
    living = {provision.id for provision in document.provisions} if document.aliases else set()
    return {old: now for old, now in document.aliases.items() if old not in living}


def settled(library: Library, later: Moves | None = None) -> Library:
    """The library with every reference by ID under its present name, or under the one that it has in a `later` library.

    Links in prose stay as they are written.
    """
    moves = Moves.of(library) if later is None else later
    if not moves:
        return library
    vietnamese = {
        "documents": {key: _document(each, moves) for key, each in library.originals.items()},
        "questions": {
            key: replace(
                each,
                provisions=tuple(map(moves.ref, each.provisions)),
                related=tuple(moves.questions.get(other, other) for other in each.related),
            )
            for key, each in library.questions["vi"].items()
        },
    }
    return replace(
        library,
        documents={**library.documents, "vi": vietnamese["documents"]},
        questions={**library.questions, "vi": vietnamese["questions"]},
        **{name: _terms(getattr(library, name), moves) for name in ("phases", "themes", "forms", "bodies", "groups")},
        abbreviations=tuple(
            replace(each, provisions=tuple(map(moves.ref, each.provisions))) for each in library.abbreviations
        ),
        changes=tuple(replace(each, documents=tuple(map(moves.key, each.documents))) for each in library.changes),
    )


def _document(document: Document, moves: Moves) -> Document:
    own = moves.provisions.get(document.id, {})
    year, provision = document.horizon or (0, "")
    return replace(
        document,
        basis=tuple(map(moves.key, document.basis)),
        stated_by=moves.key(document.stated_by) if document.stated_by else None,
        replaced_by=_relation(document.replaced_by, moves),
        amended_by=tuple(_relation(each, moves) for each in document.amended_by),
        expired=_relation(document.expired, moves),
        horizon=(year, own.get(provision, provision)) if document.horizon else None,
        normalisations=tuple(
            replace(each, provision=own.get(each.provision, each.provision)) for each in document.normalisations
        ),
    )


def _relation(relation: Relation | None, moves: Moves) -> Relation | None:
    if relation is None:
        return None
    other = moves.key(relation.document) if relation.document else None
    return replace(relation, document=other, stated_by=moves.key(relation.stated_by))


def _terms(terms: Iterable[Term], moves: Moves) -> tuple[Term, ...]:
    return tuple(
        replace(
            term,
            section=moves.ref(term.section) if term.section else None,
            provisions=tuple(map(moves.ref, term.provisions)),
        )
        for term in terms
    )
