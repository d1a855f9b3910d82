"""What else speaks of a document or a provision: citations, answers, links, data files, fields of documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from kb.model.address import locate
from kb.model.citing import Resolved, resolve
from kb.model.document import Document
from kb.model.finding import Span
from kb.model.library import Library
from kb.model.moves import LINK, Moves
from kb.model.reference import Located
from kb.model.review import Backlink
from kb.model.standing import relations
from kb.review import naming

CITATION, ANSWER, PROSE, TERM, FIELD = "citation", "question", "link", "term", "field"


def index(library: Library) -> Mapping[str, tuple[Backlink, ...]]:
    """By key of a document or a provision, all that names it, in order of place."""
    found: dict[str, dict[tuple[str, str, Span], Backlink]] = defaultdict(dict)
    for key, each in (*_citations(library), *_prose(library), *_data(library), *_fields(library)):
        found[key].setdefault((each.kind, each.name, each.span), each)
    return {key: tuple(sorted(held.values(), key=lambda each: (each.span, each.kind))) for key, held in found.items()}


def meant(located: Located, library: Library) -> str:
    """The key of what a citation means, the provision where its locator finds one; empty where it is not certain."""
    match resolve(located, library):
        case Resolved(document):
            original = library.originals.get(document.id, document)
            found = locate(original, located.reading.locator) if located.reading.locator else None
            return f"{document.id}#{found.id}" if found else document.id
    return ""


def standing(located: Located, library: Library) -> str:
    """What the text is called in which a citation stands."""
    if located.provision:
        return naming.place(library, f"{located.owner}#{located.provision}")
    question = library.questions["vi"].get(located.owner)
    return f"Câu hỏi «{question.question}»" if question else located.span.file


def _citations(library: Library) -> Iterator[tuple[str, Backlink]]:
    for located in library.citations:
        here = f"{located.owner}#{located.provision}"
        if located.language == "vi" and (key := meant(located, library)) and key not in (here, located.owner):
            yield key, Backlink(CITATION, standing(located, library), located.span)


def _prose(library: Library) -> Iterator[tuple[str, Backlink]]:
    moves = Moves.of(library)
    for question in library.questions["vi"].values():
        for ref in question.provisions:
            yield ref.key, Backlink(ANSWER, f"Câu hỏi «{question.question}»", Span(question.path, ref.span.line))
        for other in question.related:
            place = question.at.get("related", Span(question.path))
            yield f"hoi-dap/{other}", Backlink(PROSE, f"Câu hỏi «{question.question}»", place)
        yield from _links(
            moves, question.body, Span(question.path, question.body_line), f"Câu hỏi «{question.question}»"
        )
    for page in library.pages["vi"].values():
        yield from _links(moves, page.body, Span(page.path, page.body_line), page.title)


def _links(moves: Moves, body: str, begin: Span, name: str) -> Iterator[tuple[str, Backlink]]:
    place = begin.places(body)
    for found in LINK.finditer(body):
        to = found["name"] + (f"#{found['id']}" if found["id"] else "")
        key = moves.key(to) if found["folder"] == "van-ban" else f"hoi-dap/{found['name']}"
        yield key, Backlink(PROSE, name, place(found.start()))


def _data(library: Library) -> Iterator[tuple[str, Backlink]]:
    for each in (*(term for terms in library.ways().values() for term in terms), *library.groups):
        for ref in (*each.provisions, each.section):
            if ref:
                yield ref.key, Backlink(TERM, naming.term(library, each), ref.span)
    for entry in library.abbreviations:
        for ref in entry.provisions:
            yield ref.key, Backlink(TERM, naming.term(library, entry), ref.span)
    for change in library.changes:
        for key in change.documents:
            yield key, Backlink(TERM, change.labels.get("vi", ""), change.span)


def _fields(library: Library) -> Iterator[tuple[str, Backlink]]:
    for key, document in library.originals.items():
        for to, field in _named(document):
            if to.partition("#")[0] != key:
                name = f"«{field}» của {naming.document(library, key)}"
                yield to, Backlink(FIELD, name, document.place_of(field))


def _named(document: Document) -> Iterator[tuple[str, str]]:
    yield from ((basis, "basis") for basis in document.basis)
    if document.stated_by:
        yield document.stated_by, "stated_by"
    for field, relation in relations(document):
        yield relation.stated_by, field
        if relation.document:
            yield relation.document, field
