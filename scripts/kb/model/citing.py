"""Which document a citation means: resolved only where one candidate remains."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
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
        resolution = _mention(reading, located, library)
        before = library.earlier.alike(located) if _bare(reading) and reading.form == "short" else ()
        return _as_before(resolution, {_certain(_by_number(each.reading, library)) for each in before})
    found = library.by_number.get(reading.canonical, ())
    if len(found) > 1 and located.provision == TITLE_ID:
        own = library.originals.get(located.owner)
        if own in found:
            return Resolved(own)  # a title block says the number apart from date and issuer
    resolution = _numbered(reading, found, library)
    if isinstance(resolution, Ambiguous) and _bare(reading):
        before = library.earlier.in_full(located)
        return _as_before(resolution, {_certain(_by_number(each.reading, library)) for each in before})
    return resolution


def resolve_all(readings: Sequence[Citation | Mention], library: Library) -> list[Resolution]:
    """Resolve the readings of one passage, in order of place; nobody says in which document it stands.

    `Kế hoạch nêu trên` is the document of that kind cited before, where there is just one, registered or not.
    """
    resolutions: list[Resolution] = []
    # What was cited before: by number in full, by kind and number, by kind and its word; None is what is not certain.
    said: dict[tuple[str | None, ...], set[str | None]] = {}
    for reading in readings:
        resolution = resolve(Located("vi", "", "", "", reading, Span("")), library)
        if isinstance(reading, Mention) and reading.form == "above":
            told = [said.get((reading.kind, word), set()) for word in (_word(reading), None)]
            resolution = _above(set.union(*told), library)
        elif isinstance(reading, Mention) and reading.form == "short" and _bare(reading):
            resolution = _as_before(resolution, said.get((reading.kind, reading.number), ()))
        elif isinstance(resolution, Ambiguous) and _bare(reading):
            resolution = _as_before(resolution, said.get((reading.canonical,), ()))
        document = _certain(resolution)
        for key in _keys(reading, library.originals[document].kind if document else reading.kind):
            said.setdefault(key, set()).add(document)
        resolutions.append(resolution)
    return resolutions


def _keys(reading: Citation | Mention, kind: str | None) -> list[tuple[str | None, ...]]:
    """What a reading has said something about, for those behind it that lead back."""
    if isinstance(reading, Mention):
        return [] if reading.form in ("self", "above") else [(kind, _word(reading))]
    by_number = [] if _bare(reading) else [(reading.canonical,)]
    return [*by_number, (kind, _word(reading)), (kind, reading.number)]


def _word(reading: Citation | Mention) -> str | None:
    """`quyết` or `quy`, which share the symbol QĐ, and none in `QĐ số 12`; of more words the first will do."""
    first, _, further = (reading.kind_name or "").partition(" ")
    return first.lower() if further else None


def _above(told: Collection[str | None], library: Library) -> Resolution:
    """What `Kế hoạch nêu trên` means, given the documents of that kind that were cited before."""
    found = tuple(library.originals[each] for each in sorted(filter(None, told)))
    return Ambiguous(found) if found and None in told else _one(found)


def _bare(reading: Citation | Mention) -> bool:
    """Whether nothing but a number is printed to go by."""
    return not (reading.date or reading.issuer_name or (isinstance(reading, Mention) and (reading.year or reading.key)))


def _certain(resolution: Resolution) -> str | None:
    return resolution.document.id if isinstance(resolution, Resolved) else None


def _as_before(now: Resolution, told: Collection[str | None]) -> Resolution:
    """What a bare number means, given what it was said to mean before in the same text.

    `Chỉ thị 05` behind `Chỉ thị số 05-CT/TU` need not be the one that is registered.
    """
    found = [document for document in candidates(now) if document.id in told]
    if len(told) == len(found) == 1:
        return Resolved(found[0])
    return Ambiguous((now.document,)) if told and isinstance(now, Resolved) else now


def _by_number(reading: Citation | Mention, library: Library) -> Resolution:
    return _numbered(reading, library.by_number.get(reading.canonical, ()), library)


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
        # In `các Chỉ thị số 05, 06-CT/TU` the list says the whole number.
        found = library.by_short_form.get((mention.kind, mention.number), ())
        found = [d for d in found if mention.canonical in (None, d.number)]
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
