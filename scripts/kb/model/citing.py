"""Which document a citation means: resolved only where one candidate remains."""

from __future__ import annotations

from dataclasses import dataclass

from kb.model.citation import Citation, Mention
from kb.model.document import Document
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
    found = [d for d in library.originals.values() if d.number and d.number == reading.canonical]
    if len(found) > 1:
        fitting = [d for d in found if reading.date in (None, d.date) and reading.issuer_name in (None, d.issuer_name)]
        return _one(fitting or found)
    return _one(found)


def _mention(mention: Mention, located: Located, library: Library) -> Resolution:
    if mention.form == "self":
        own = library.originals.get(located.owner)
        # A translated short form has no vocabulary of its own; only Vietnamese kinds are compared.
        return _one([own] if own and own.kind == mention.kind else [])
    if mention.key:
        return _one([library.originals[mention.key]] if mention.key in library.originals else [])
    if mention.form == "short":
        return _one([d for d in library.originals.values() if _short(mention, d)])
    return Missing()


def _short(mention: Mention, document: Document) -> bool:
    number = (document.number or "").partition("-")[0].partition("/")[0]
    return bool(number) and number == mention.number and document.kind == mention.kind


def _one(found: list[Document]) -> Resolution:
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


def is_numbered(located: Located) -> bool:
    """Whether a number is printed, as against a name or a short form."""
    return isinstance(located.reading, Citation)
