"""What a citation says of a document against what the register holds of it, field by field."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from kb.model import organs
from kb.model.address import located
from kb.model.citation import Citation, Mention
from kb.model.document import Document
from kb.model.kinds import GENERIC, Kind, NumberVocabulary

KIND, NUMBER, DATE, ISSUER, LOCATOR = FIELDS = ("kind", "number", "date", "issuer", "locator")


class Outcome(Enum):
    """Only AGREES is a pass: what cannot be compared is neither right nor wrong."""

    AGREES = "agrees"
    DIFFERS = "differs"
    NOT_STATED = "not-stated"
    """The citation does not say it."""
    NOT_KNOWN = "not-known"
    """The register does not hold it, or the vocabulary does not have the word."""
    TEXT_NOT_HELD = "text-not-held"
    """A locator into a document whose text is not here."""


class Verdict(NamedTuple):
    """One field of a citation: how it compares, as printed and as registered; None for what there is not.

    A locator that differs has nothing registered: the document has no such provision.
    """

    field: str
    outcome: Outcome
    printed: str | None = None
    registered: str | None = None

    def record(self) -> dict[str, str | None]:
        """What programs are given of it; the field goes with it by itself."""
        return {"verdict": self.outcome.value, "printed": self.printed, "registered": self.registered}


def judge(
    reading: Citation | Mention,
    document: Document,
    ids: frozenset[str],
    numbers: NumberVocabulary,
    kinds: tuple[Kind, ...],
) -> tuple[Verdict, ...]:
    """A verdict for each of FIELDS, in their order.

    `ids` are those of the provisions that the document has, where its text is held; `numbers` is the vocabulary by
    which another wording of a kind or issuer is known; `kinds` are those of its symbol that the document may be of.
    Whether the document is the one that is meant is not asked.

    >>> verdicts = judge(reading, plan, ids, numbers, kinds)  # `mục 9 Kế hoạch số 23-KH/ĐUK`
    >>> [verdict.outcome.name for verdict in verdicts]
    ['AGREES', 'AGREES', 'NOT_STATED', 'NOT_STATED', 'DIFFERS']
    """
    kind = kind_outcome(reading, document, numbers)
    if kind is Outcome.AGREES and kinds and not _called(reading.kind_name, kinds):
        kind = Outcome.DIFFERS
    return (
        _compared(KIND, reading.kind_name if kind is not Outcome.NOT_STATED else None, document.kind, kind),
        _compared(NUMBER, _number(reading), document.number, _number_outcome(reading, document)),
        _compared(DATE, reading.date, document.date, date_outcome(reading, document)),
        _compared(ISSUER, reading.issuer_name, document.issuer_name, issuer_outcome(reading, document, numbers)),
        _locator(reading.locator, document, ids),
    )


def kind_outcome(reading: Citation | Mention, document: Document, numbers: NumberVocabulary) -> Outcome:
    if not reading.kind_name or _plain(reading.kind_name) == GENERIC:
        return Outcome.NOT_STATED
    return _kind(reading.kind_name, document.kind, numbers) if document.kind else Outcome.NOT_KNOWN


def date_outcome(reading: Citation | Mention, document: Document) -> Outcome:
    if not reading.date:
        return Outcome.NOT_STATED
    return _equal(reading.date, document.date)


def issuer_outcome(reading: Citation | Mention, document: Document, numbers: NumberVocabulary) -> Outcome:
    if not reading.issuer_name:
        return Outcome.NOT_STATED
    if not document.issuer_name:
        return Outcome.NOT_KNOWN
    return Outcome.AGREES if organs.same(reading.issuer_name, document.issuer_name, numbers) else Outcome.DIFFERS


def _compared(field: str, printed: str | None, registered: str | None, outcome: Outcome) -> Verdict:
    return Verdict(field, outcome, printed, registered)


def _number(reading: Citation | Mention) -> str | None:
    if isinstance(reading, Citation) or not reading.number:
        return reading.canonical
    return reading.canonical or (f"{reading.number}/{reading.year}" if reading.year else reading.number)


def _number_outcome(reading: Citation | Mention, document: Document) -> Outcome:
    printed = _number(reading)
    if not printed:
        return Outcome.NOT_STATED
    if reading.canonical or not document.number:
        return _equal(printed, document.number)
    # `Chỉ thị 05` states the beginning of 05-CT/TW.
    whole = document.number.startswith(printed) and document.number[len(printed)] in "-/"
    return Outcome.AGREES if whole else Outcome.DIFFERS


def _equal(printed: str, registered: str | None) -> Outcome:
    if registered is None:
        return Outcome.NOT_KNOWN
    return Outcome.AGREES if printed == registered else Outcome.DIFFERS


@lru_cache(maxsize=4096)
def _kind(printed: str, symbol: str, numbers: NumberVocabulary) -> Outcome:
    """A printed type word or symbol against a kind: one symbol may stand for several kinds."""
    symbols = {kind.key for kind in numbers.kinds if _called(printed, (kind,))}
    if not symbols:
        return Outcome.NOT_KNOWN
    return Outcome.AGREES if symbol in symbols else Outcome.DIFFERS


@lru_cache(maxsize=4096)
def _called(printed: str, kinds: tuple[Kind, ...]) -> bool:
    """Whether a printed type word or symbol is one of these kinds."""
    known = {_plain(name) for kind in kinds for name in (*kind.names, kind.symbol or "", *kind.symbols)}
    return _plain(printed) in known


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _locator(printed: str | None, document: Document, ids: frozenset[str]) -> Verdict:
    if not printed:
        return Verdict(LOCATOR, Outcome.NOT_STATED)
    if not document.held:
        return Verdict(LOCATOR, Outcome.TEXT_NOT_HELD, printed)
    found = located(printed)
    if found in ids:
        return Verdict(LOCATOR, Outcome.AGREES, printed, found)
    return Verdict(LOCATOR, Outcome.DIFFERS, printed)
