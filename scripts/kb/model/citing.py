"""Which document a citation means: resolved only where one candidate remains."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kb.model.citation import Citation, Mention
from kb.model.document import TITLE_ID, Document
from kb.model.finding import Span
from kb.model.kinds import NumberVocabulary
from kb.model.library import Library, Located


@dataclass(frozen=True, slots=True)
class Resolved:
    """Exactly one registered document is meant."""

    document: Document


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several registered documents fit what is printed."""

    candidates: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """No registered document has this number."""


Resolution = Resolved | Ambiguous | Missing


def resolve(located: Located, library: Library) -> Resolution:
    """Resolve a citation against the register.

    A number is no identity: where several documents carry it, date and issuer decide, and where they do not,
    the citation stays ambiguous. Where one document carries the number, it is that one; whether date and
    issuer agree is for the checks to say.
    """
    reading = located.reading
    if isinstance(reading, Mention):
        return _mention(reading, located, library)
    found = library.by_number.get(reading.canonical, ())
    if len(found) > 1:
        own = library.originals.get(located.owner)
        if own in found and located.provision == TITLE_ID:
            return Resolved(own)  # a title block says the number apart from date and issuer
        fitting = [d for d in found if reading.date in (None, d.date) and reading.issuer_name in (None, d.issuer_name)]
        return _one(_registered(fitting or found))
    return _one(found)


def _registered(found: Sequence[Document]) -> Sequence[Document]:
    """A document that is not published yet takes nothing from those that are."""
    return [document for document in found if not document.hidden] or found


def resolve_all(readings: Sequence[Citation | Mention], library: Library) -> list[Resolution]:
    """Resolve the readings of one passage, in order of place; nobody says in which document it stands.

    `Kế hoạch nêu trên` is the document of that kind cited before, where there is just one. A date that differs from
    that of the only candidate has two readings, a slip or another document, so the citation stays ambiguous.
    """
    resolutions: list[Resolution] = []
    cited: list[Document] = []
    for reading in readings:
        resolution = resolve(Located("vi", "", "", "", reading, Span("")), library)
        if isinstance(reading, Mention) and reading.form == "above":
            before = {document.id: document for document in cited if document.kind == reading.kind}
            resolution = _one(tuple(before.values()))
        if isinstance(resolution, Resolved):
            document = resolution.document
            if reading.date and document.date and reading.date != document.date:
                resolution = Ambiguous((document,))
            cited.append(document)
        resolutions.append(resolution)
    return resolutions


def _mention(mention: Mention, located: Located, library: Library) -> Resolution:
    if mention.form == "self":
        own = library.originals.get(located.owner)
        # A translated short form has no vocabulary of its own; only Vietnamese kinds are compared.
        return _one([own] if own and own.kind == mention.kind else [])
    if mention.key:
        return _one([library.originals[mention.key]] if mention.key in library.originals else [])
    if mention.form == "short":
        return _one(library.by_short_form.get((mention.kind, mention.number), ()))
    return Missing()


def _one(found: Sequence[Document]) -> Resolution:
    if not found:
        return Missing()
    return Resolved(found[0]) if len(found) == 1 else Ambiguous(tuple(found))


def targets(located: Located, library: Library) -> tuple[str, ...]:
    """The id of the document that a citation means, or nothing where it is not certain; never the citing one."""
    match resolve(located, library):
        case Resolved(document) if document.id != located.owner:
            return (document.id,)
    return ()


def span_of(located: Located) -> tuple[int, int]:
    """The offsets of the whole citation: kind, number, date and issuer as far as they are printed."""
    reading = located.reading
    return reading.context_span or (reading.start, reading.end)


def contradictions(citation: Citation, document: Document, numbers: NumberVocabulary) -> Iterator[tuple[str, str, str]]:
    """What a citation says of a document against the register: (field, as printed, as registered)."""
    if citation.date and document.date and citation.date != document.date:
        yield "date", citation.date, document.date
    if citation.kind_name and document.kind and not _is_kind(citation.kind_name, document.kind, numbers):
        yield "kind", citation.kind_name, document.kind
    if (
        citation.issuer_name
        and document.issuer_name
        and not _is_issuer(citation.issuer_name, document.issuer_name, numbers)
    ):
        yield "issuer_name", citation.issuer_name, document.issuer_name


@lru_cache(maxsize=4096)
def _is_kind(name: str, symbol: str, numbers: NumberVocabulary) -> bool:
    """Whether a printed type word may stand for a kind; a word that is in no vocabulary is not judged."""
    wanted = " ".join(name.casefold().split())
    named = {kind.symbol for kind in numbers.kinds if wanted in {n.casefold() for n in (kind.vi, *kind.spellings)}}
    return not named or symbol in named


@lru_cache(maxsize=4096)
def _is_issuer(printed: str, registered: str, numbers: NumberVocabulary) -> bool:
    """Whether a printed issuer is the registered one, or another spelling of its name."""
    wanted = {" ".join(name.casefold().split()) for name in (printed, registered)}
    return len(wanted) == 1 or any(
        wanted <= {name.casefold() for name in (issuer.vi, *issuer.spellings)} for issuer in numbers.issuers
    )
