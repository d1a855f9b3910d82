"""The places that a passage names: documents as far as they are named, and units in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kb.export.citing import readings
from kb.model import pinpoint
from kb.model.citation import Citation, Mention
from kb.model.citing import Missing, Resolution, candidates
from kb.model.document import Document
from kb.model.kinds import NumberVocabulary
from kb.model.library import LANGUAGES, Library
from kb.model.quotation import words
from kb.model.verdict import Outcome

ADDRESS = re.compile(r"(?:https?|file)://\S+")
RANGE = re.compile(r"\s+(?:đến|to)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Claim:
    """A place that a passage names: a document as far as it is named, and units in it.

    `documents` are those with that name, None where no document is named; `differs` where date or issuer are not its.
    """

    start: int
    end: int
    printed: str
    documents: tuple[Document, ...] | None
    differs: bool
    units: frozenset[pinpoint.Unit]
    first: frozenset[pinpoint.Unit] | None = None
    """Where a range is named, the units of its first provision; `units` are then those of its last one."""

    @property
    def place(self) -> tuple[bool, frozenset[pinpoint.Unit], frozenset[pinpoint.Unit] | None]:
        """What it names beside the document."""
        return self.differs, self.units, self.first

    def holds(self, library: Library, key: str) -> bool:
        """Whether the provision `document#provision` is in the place that is named."""
        document, _, name = key.partition("#")
        original = library.originals[document]
        if self.differs or (self.documents is not None and original not in self.documents):
            return False
        if self.first is not None:
            places = original.places
            begin, end = (fitting(original, units) for units in (self.first, self.units))
            return bool(begin and end) and places[begin[0]] <= places[name] <= places[end[-1]]
        return not self.units or self.units <= pinpoint.of(original, original.by_id[name])


def fitting(document: Document, units: frozenset[pinpoint.Unit]) -> list[str]:
    """The IDs of the provisions that have all these units, in order."""
    return [each.id for each in document.provisions if units <= pinpoint.of(document, each)]


def claims(text: str, library: Library) -> list[Claim]:
    """The places that a text names, in order; a range of provisions is one of them."""
    # No address is part of a name, nor is what Markdown puts round it.
    plain = ADDRESS.sub(lambda found: ";" * len(found[0]), text).replace("_", " ")
    groups = [group for language in LANGUAGES for group in pinpoint.named(plain, language)]
    organs = _issuers(library.numbers).union(*(_own_issuers(library, each) for each in library.originals.values()))
    named = [
        _claim(each, meaning, library, groups, _issuer_span(plain, each, organs))
        for each, meaning in readings(plain, library)
    ]
    # `Kế hoạch này` within a passage names nothing.
    named = [claim for claim in named if claim.documents is not None or claim.units]
    for group in groups:  # those that no document goes with
        printed = text[group.start : group.end]
        named.append(Claim(group.start, group.end, printed, None, False, frozenset(group.units)))
    return list(_ranges(text, sorted(named, key=lambda claim: claim.start)))


def _claim(
    found: Citation | Mention,
    resolution: Resolution,
    library: Library,
    groups: list[pinpoint.Named],
    issuer: tuple[int, int] | None,
) -> Claim:
    """What a citation claims; the last of the pinpoints before it goes with it and is taken from `groups`."""
    context = found.context_span or (found.start, found.end)
    start = min(context[0], found.start, *(each[0] for each in (found.date_span, issuer) if each))
    end = max(found.end, *(each[1] for each in (found.date_span, issuer) if each), 0)
    reach = found.locator_span[0] if found.locator_span else start
    units: tuple[pinpoint.Unit, ...] = ()
    if mine := [group for group in groups if group.end > reach and group.start < end]:
        groups.remove(mine[-1])
        start, units = min(start, mine[-1].start), mine[-1].units
    possible = tuple(candidates(resolution))
    nameless = isinstance(found, Mention) and not found.number
    known = None if nameless and isinstance(resolution, Missing) else possible
    differs = len(possible) == 1 and any(
        _wrong_issuer(library, found.issuer_name, possible[0])
        if verdict.field == "issuer"
        else verdict.outcome is Outcome.DIFFERS and verdict.field != "locator"
        for verdict in library.judged(found, possible[0])
    )
    return Claim(start, end, found.canonical or found.raw, known, differs, frozenset(units))


def _wrong_issuer(library: Library, printed: str | None, document: Document) -> bool:
    """Whether a passage gives a document to an issuer that is known and is not its own.

    A speaker says `Đảng ủy Khối` for `Ban Thường vụ Đảng ủy Khối các cơ quan Trung ương`: a part of the name is no
    other name.
    """
    own = _own_issuers(library, document)
    known = _known_issuer(printed or "", own | _issuers(library.numbers))
    return bool(known and own) and not any(known in name or name in known for name in own)


def _issuer_span(text: str, found: Citation | Mention, organs: frozenset[str]) -> tuple[int, int] | None:
    """Where the name of an issuer stands; what is behind a known one, or in the next line, belongs to the sentence."""
    if not found.issuer_name_span:
        return None
    start, end = found.issuer_name_span
    printed = text[start:end]
    if known := _known_issuer(printed, organs):
        return start, start + words(printed)[len(known.split()) - 1].end
    return start, start + len(printed.split("\n")[0].rstrip())


def _known_issuer(printed: str, organs: frozenset[str]) -> str:
    """The longest of the names of organs with which words begin; empty where there is none."""
    said = _plain(printed)
    return max((name for name in organs if said.startswith(name)), key=len, default="")


def _own_issuers(library: Library, document: Document) -> frozenset[str]:
    found = (documents.get(document.id) for documents in library.documents.values())
    return frozenset(_plain(each.issuer_name) for each in found if each and each.issuer_name)


@lru_cache(maxsize=4)
def _issuers(numbers: NumberVocabulary) -> frozenset[str]:
    return frozenset(_plain(name) for issuer in numbers.issuers for name in issuer.names)


def _plain(name: str) -> str:
    """A name between blanks, so that it begins with no half of a word."""
    return " ".join(["", *(word.form for word in words(name)), ""])


def _ranges(text: str, claims: Sequence[Claim]) -> Iterator[Claim]:
    """`từ gạch đầu dòng thứ nhất đến gạch đầu dòng thứ ba, mục 2, phần III` is one claim."""
    before = None
    for claim in claims:
        if before and before.units and claim.units and RANGE.fullmatch(text, before.end, claim.start):
            size = max(unit.size for unit in before.units)
            first = before.units | {unit for unit in claim.units if unit.size > size}
            before = replace(claim, start=before.start, first=first)
            continue
        if before:
            yield before
        before = claim
    if before:
        yield before
