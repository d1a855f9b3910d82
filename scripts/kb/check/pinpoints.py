"""Words of a link that name a passage (gạch đầu dòng thứ tư, mục 2, phần III) lead to that very passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from kb.check.case import Case
from kb.check.prose import Block, Link, blocks, provision
from kb.model import pinpoint
from kb.model.address import pinpoint as in_words
from kb.model.document import HEADING, Document, Provision
from kb.model.finding import Finding
from kb.model.library import LANGUAGES, Library
from kb.model.pinpoint import Unit
from kb.model.prose import Page, Question

OPENING = Unit("opening")


def check(case: Case) -> Iterator[Finding]:
    """The links of questions and pages, in both languages."""
    library = case.library
    documents = {key: _Counted(library, key) for key in library.originals}
    for language in LANGUAGES:
        for prose in library.prose(language):
            yield from case.kept(prose.path, (prose,), _Reader(documents, prose).findings, prose.path)


@dataclass(frozen=True)
class _Counted:
    """A document, and what a pinpoint of each of its provisions may name."""

    library: Library
    key: str

    @cached_property
    def document(self) -> Document:
        """Counted in the text of record: a line that is missing shifts nothing."""
        document = self.library.originals[self.key]
        return replace(document, provisions=self.library.required(document) or document.provisions)

    def units(self, provision: Provision) -> frozenset[Unit]:
        return pinpoint.of(self.document, provision)

    def fitting(self, meant: frozenset[Unit]) -> list[str]:
        """The provisions that have all units that are meant, and none that is smaller."""
        by_id = self.document.by_id
        first = (each for each in self.document.provisions if by_id.get(each.id) is each)
        return [each.id for each in first if _fits(meant, meant, self.units(each))]


class _Reader:
    """Goes through a text and keeps in mind of which part and section it speaks.

    `around` has the places said last, by size; it is empty where none was said, None where nobody can tell.
    """

    def __init__(self, documents: Mapping[str, _Counted], prose: Question | Page) -> None:
        self.documents, self.prose = documents, prose
        self.around: dict[int, Unit] | None = {}
        self.owner: str | None = None

    def findings(self) -> Iterator[Finding]:
        for block in blocks(self.prose):
            if block.heading:
                self.around = {}
            at = 0
            for link in sorted(block.links, key=lambda link: link.start):
                self._read(block.text[at : link.start])
                yield from self._link(block, link)
                at = link.end
            self._read(block.text[at:])

    def _read(self, text: str) -> None:
        """Words that are no link: `Phần I có …`. They may be of any document."""
        for group in pinpoint.named(text, self.prose.language):
            places = {unit.size: unit for unit in group.units if unit.size}
            largest = max(places, default=0)
            if places:
                self.around = {size: unit for size, unit in (self.around or {}).items() if size > largest} | places
                self.owner = None

    def _link(self, block: Block, link: Link) -> Iterator[Finding]:
        target = provision(link, self.prose.path)
        counted = self.documents.get(target[0]) if target else None
        if counted is None:
            return
        document = counted.document
        if self.owner not in (None, document.id):
            self.around = {}
        self.owner, around, self.around = document.id, self.around, None
        units = frozenset(pinpoint.leading(block.text[link.start : link.end], self.prose.language))
        found = document.by_id.get(target[1])
        if target[1] and found is None:
            return  # said to be missing where links are looked at
        own = counted.units(found) if found else frozenset()
        meant = units | (_larger(units, around or {}) if found and found.parent != "mo-dau" else frozenset())
        # `đoạn mở đầu` where no part was spoken of is that of the document.
        alone = units == {OPENING} and around == {} and found and found.parent != "mo-dau"
        if units and (alone or not (_fits(units, meant, own) if found else counted.fitting(units))):
            yield self._finding(block, link, counted, target[1], meant)
        elif found and (units or found.kind == HEADING):
            self.around = {unit.size: unit for unit in own if unit.size}

    def _finding(self, block: Block, link: Link, counted: _Counted, anchor: str, meant: frozenset[Unit]) -> Finding:
        language, document = self.prose.language, counted.document
        said = block.text[link.start : link.end]
        found = document.by_id.get(anchor)
        there = f"{anchor} ({in_words(document, found, language)})" if found else f"văn bản {document.id}"
        message = f"Chữ của liên kết ghi «{said}», liên kết lại dẫn tới {there}."
        fitting = counted.fitting(meant)
        remedy = f"Sửa liên kết thành #{fitting[0]}, hoặc sửa chữ." if fitting else "Sửa chữ, hoặc sửa liên kết."
        return Finding("LINK-004", block.span(link.start), message, remedy)


def _fits(units: Iterable[Unit], meant: frozenset[Unit], own: frozenset[Unit]) -> bool:
    """Whether a provision has all units that are meant, and none that is smaller than those named."""
    return meant <= own and min((u.size for u in own), default=0) == min((u.size for u in units), default=0)


def _larger(units: Iterable[Unit], around: Mapping[int, Unit]) -> frozenset[Unit]:
    """The places that words leave to what was said before; a title block is in none."""
    if any(unit.kind == "title" for unit in units):
        return frozenset()
    largest = max((unit.size for unit in units), default=0)
    # `tiểu mục 2.4` is in section 2, so what was said before of section 1 is left.
    sections = {unit.label.partition(".")[0] for unit in units if unit.kind == "subsection"}
    if sections and any(unit.kind == "section" and unit.label not in sections for unit in around.values()):
        return frozenset()
    return frozenset(unit for size, unit in around.items() if size > largest)
