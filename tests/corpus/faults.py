"""Faults to sow in words that are received: what each changes, and the one finding that it must give."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random
from typing import NamedTuple

from kb.model.document import slug
from kb.model.library import YEAR
from tests.corpus.papers import Cited, Paper, Provision
from tests.corpus.words import ISSUERS, KINDS


class Fault(NamedTuple):
    """A finding that there must be."""

    file: str
    line: int
    code: str


class Ground:
    """What faults are sown in: the documents that they speak of, and the choices that are made."""

    def __init__(self, papers: list[Paper], rng: Random) -> None:
        self.rng = rng
        by_date = sorted(papers, key=lambda paper: paper.date)
        self.shared = [paper for paper in by_date if paper.shared]
        # The last of each status, the first of each fate.
        self.hidden = {paper.status: paper for paper in by_date if paper.status}
        self.over = {paper.fate.field: paper for paper in reversed(by_date) if paper.over}
        # Of those of which no text is held: what is between them in time is later than one, and earlier than the other.
        self.first, *_, self.last = (paper for paper in by_date if not paper.places)
        self._unknown: set[str] = set()
        # The documents in which there are faults: what is said of these may be right by chance.
        self.faulty: frozenset[str] = frozenset()

    @property
    def names(self) -> dict[str, str]:
        """The ids of these documents, by what they are."""
        papers = {**self.hidden, **self.over, "first": self.first, "last": self.last}
        return {name: paper.id for name, paper in papers.items()}

    def unknown(self, name: str) -> str:
        """A number or id that no document has, and no other fault: two that are at fault for one are one finding."""
        name = f"9{name}"
        while (address := YEAR.sub("", slug(name))) in self._unknown:
            name = f"9{name}"
        self._unknown.add(address)
        return name

    def fit(self, paper: Paper) -> bool:
        """Whether any fault may be sown in a document: it is plain, and of a day on which each fault is one."""
        since = max(self.first.date, *(over.fate.since for over in self.over.values()))
        return paper.plain and since < paper.date < self.last.date


@dataclass(frozen=True, slots=True)
class Content:
    """A fault in the received words themselves; `change` gives the index of the provision that has it."""

    code: str
    change: Callable[[list[Provision], Ground], int]


def _citing(provisions: list[Provision], ground: Ground) -> int:
    """A dash that cites a document which is held, without a fault, and has its number for itself."""
    fit = [
        n
        for n, p in enumerate(provisions)
        if p.place.mark == "- "
        and p.cited
        and p.cited.target.places
        and not p.cited.target.shared
        and p.cited.target.id not in ground.faulty
    ]
    return ground.rng.choice(fit)


def _says(field: str, value: Callable[[Paper, Ground], object]) -> Callable[[list[Provision], Ground], int]:
    def change(provisions: list[Provision], ground: Ground) -> int:
        at = _citing(provisions, ground)
        cited = provisions[at].cited
        provisions[at] = replace(provisions[at], cited=replace(cited, **{field: value(cited.target, ground)}))
        return at

    return change


def _cites(
    choose: Callable[[Ground], Paper], day: Callable[[Paper], datetime.date]
) -> Callable[[list[Provision], Ground], int]:
    """Another document is cited, and rightly save for its day."""

    def change(provisions: list[Provision], ground: Ground) -> int:
        at = _citing(provisions, ground)
        cited = replace(whole(target := choose(ground)), date=day(target))
        provisions[at] = replace(provisions[at], cited=cited)
        return at

    return change


def whole(target: Paper) -> Cited:
    """A citation of a document as a whole."""
    return Cited(target, "", KINDS[target.kind], target.number, target.date, target.issuer_name, spelled=False)


def _shared(ground: Ground) -> Paper:
    return ground.rng.choice(ground.shared)


def _same_day(paper: Paper) -> datetime.date:
    return paper.date


def _other_day(paper: Paper) -> datetime.date:
    return paper.date + datetime.timedelta(1 if paper.date.day < 28 else -1)


def _other_kind(paper: Paper) -> str:
    return next(name for symbol, name in KINDS.items() if symbol != paper.kind)


def _other_issuer(paper: Paper) -> str:
    return next(name for _, name in reversed(ISSUERS) if name != paper.issuer_name)


CONTENT = {
    "wrong date": Content("XREF-002", _says("date", lambda paper, _: _other_day(paper))),
    "wrong kind": Content("XREF-004", _says("kind_name", lambda paper, _: _other_kind(paper))),
    "wrong issuer": Content("XREF-005", _says("issuer_name", lambda paper, _: _other_issuer(paper))),
    "missing number": Content("XREF-001", _says("number", lambda paper, ground: ground.unknown(paper.number))),
    "missing provision": Content("XREF-003", _says("locator", lambda *_: "gạch đầu dòng thứ mười, mục 1, phần II")),
    "missing part": Content("XREF-003", _says("locator", lambda *_: "phần IX")),
    "undecided": Content("XREF-007", _cites(_shared, _other_day)),
    "draft": Content("XREF-008", _cites(lambda ground: ground.hidden["draft"], _same_day)),
    "withheld": Content("XREF-008", _cites(lambda ground: ground.hidden["withheld"], _same_day)),
    "replaced": Content("REL-004", _cites(lambda ground: ground.over["replaced_by"], _same_day)),
    "expired": Content("REL-004", _cites(lambda ground: ground.over["expired"], _same_day)),
}
