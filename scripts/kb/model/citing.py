"""Which document a citation means: resolved only where one candidate remains."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kb.model.citation import Citation, Mention
from kb.model.document import TITLE_ID, Document
from kb.model.finding import Span
from kb.model.library import Library
from kb.model.reference import Located
from kb.model.verdict import Outcome, date_outcome, issuer_outcome, kind_outcome

# `30/2020/NĐ-CP`, `2021-05-17`
YEAR = re.compile(r"(?:\d+[a-zđA-D]?/)?(?P<year>\d{4})[-/]")


@dataclass(frozen=True, slots=True)
class Resolved:
    """Exactly one registered document is meant."""

    document: Document


@dataclass(frozen=True, slots=True)
class Doubtful:
    """One registered document has the number, and another date or issuer than is printed.

    Either that is a slip, or another document of the same number is meant, which is not registered.
    """

    document: Document


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several registered documents have the number, and what is printed does not decide between them."""

    candidates: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """No registered document has this number."""


Resolution = Resolved | Doubtful | Ambiguous | Missing


def resolve(located: Located, library: Library) -> Resolution:
    """Resolve a citation against the register by number, date and issuer: a number by itself is no identity.

    Where several documents have the number and nothing more is printed, it is the one that was cited in full before in
    the same text, if it is one: Decree 30/2020/NĐ-CP has a document cited by kind and number from the second time on.
    """
    reading = located.reading
    if isinstance(reading, Mention):
        return _mention(reading, located, library)
    found = library.by_number.get(reading.canonical, ())
    if len(found) > 1 and located.provision == TITLE_ID:
        own = library.originals.get(located.owner)
        if own in found:
            return Resolved(own)  # a title block says the number apart from date and issuer
    resolution = _numbered(reading, found, library)
    if isinstance(resolution, Ambiguous) and _bare(reading):
        before = [_numbered(each.reading, found, library) for each in library.cited_in_full(located)]
        return _as_before(resolution, before)
    return resolution


def resolve_all(readings: Sequence[Citation | Mention], library: Library) -> list[Resolution]:
    """Resolve the readings of one passage, in order of place; nobody says in which document it stands.

    `Kế hoạch nêu trên` is the document of that kind cited before, where there is just one.
    """
    resolutions: list[Resolution] = []
    cited: list[Document] = []
    full: dict[str | None, list[Resolution]] = {}
    for reading in readings:
        resolution = resolve(Located("vi", "", "", "", reading, Span("")), library)
        if isinstance(reading, Mention) and reading.form == "above":
            before = {document.id: document for document in cited if document.kind == reading.kind}
            resolution = _one(tuple(before.values()))
        elif isinstance(resolution, Ambiguous) and _bare(reading):
            resolution = _as_before(resolution, full.get(reading.canonical, ()))
        elif isinstance(reading, Citation) and not _bare(reading):
            full.setdefault(reading.canonical, []).append(resolution)
        if isinstance(resolution, Resolved):
            cited.append(resolution.document)
        resolutions.append(resolution)
    return resolutions


def _bare(reading: Citation | Mention) -> bool:
    """Whether nothing but a number is printed to go by."""
    return isinstance(reading, Citation) and not reading.date and not reading.issuer_name


def _as_before(now: Ambiguous, before: Sequence[Resolution]) -> Resolution:
    """What a bare number means, given what it was said to mean before in the same text."""
    told = {resolution.document.id if isinstance(resolution, Resolved) else None for resolution in before}
    found = [document for document in now.candidates if document.id in told]
    return Resolved(found[0]) if len(told) == len(found) == 1 else now


def _numbered(reading: Citation | Mention, found: Sequence[Document], library: Library) -> Resolution:
    """Which of the documents that have the number is meant, by what is printed beside it."""
    if not found:
        return Missing()
    outcomes = {document.id: date_outcome(reading, document) for document in found}
    dated = [document for document in found if outcomes[document.id] is not Outcome.DIFFERS]
    exact = [document for document in dated if outcomes[document.id] is Outcome.AGREES]
    # Where number and date agree, another name of the issuer is a slip; without a date it may be another document.
    candidates = exact or [d for d in dated if issuer_outcome(reading, d, library.numbers) is not Outcome.DIFFERS]
    if not candidates:
        shown = _registered(dated or found)
        return Doubtful(shown[0]) if len(shown) == 1 else Ambiguous(tuple(shown))
    if len(candidates) > 1:
        candidates = _unless_all(candidates, lambda d: issuer_outcome(reading, d, library.numbers) is Outcome.DIFFERS)
        candidates = _unless_all(candidates, lambda d: kind_outcome(reading, d, library.numbers) is Outcome.DIFFERS)
    return _one(_registered(candidates))


def _unless_all(found: Sequence[Document], wrong: Callable[[Document], bool]) -> Sequence[Document]:
    """Without those that are wrong, unless all are."""
    return [document for document in found if not wrong(document)] or found


def _registered(found: Sequence[Document]) -> Sequence[Document]:
    """A document that is not published yet takes nothing from those that are."""
    return [document for document in found if not document.hidden] or found


def _mention(mention: Mention, located: Located, library: Library) -> Resolution:
    if mention.form == "self":
        own = library.originals.get(located.owner)
        # A translated short form has no vocabulary of its own; only Vietnamese kinds are compared.
        return _one([own] if own and own.kind == mention.kind else [])
    if mention.key:
        return _one([library.originals[mention.key]] if mention.key in library.originals else [])
    if mention.form == "short":
        found = library.by_short_form.get((mention.kind, mention.number), ())
        return _numbered(mention, [d for d in found if mention.year in (None, _year(d))], library)
    return Missing()


def _year(document: Document) -> int | None:
    """The year in the number, else that of the date."""
    found = YEAR.match(document.number or "") or YEAR.match(document.date or "")
    return int(found["year"]) if found else None


def _one(found: Sequence[Document]) -> Resolution:
    if not found:
        return Missing()
    return Resolved(found[0]) if len(found) == 1 else Ambiguous(tuple(found))


def meant(resolution: Resolution) -> Document | None:
    """The one document that is meant, or that would be if nothing else of its number had been left out."""
    return resolution.document if isinstance(resolution, Resolved | Doubtful) else None


def candidates(resolution: Resolution) -> tuple[Document, ...]:
    """The registered documents that may be meant."""
    if isinstance(resolution, Ambiguous):
        return resolution.candidates
    document = meant(resolution)
    return (document,) if document else ()


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
