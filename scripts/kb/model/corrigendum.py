"""A corrigendum: why the words here are not those first received."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from kb.model.document import Provision, TextOfRecord
from kb.model.finding import Span


@dataclass(frozen=True, slots=True)
class Corrigendum:
    """A record of its own, of one of two things.

    A text of record was replaced by one received later: `before` and `after` are the hashes of both. Or, where
    `provision` is set, a provision is printed otherwise than it was received: `received` are some words of it, `shown`
    those that stand for them. `reasons` by language say why; `at` maps a field to the place of its value.
    """

    document: str
    date: str
    reasons: Mapping[str, str]
    span: Span
    provision: str | None = None
    received: str | None = None
    shown: str | None = None
    before: str | None = None
    after: str | None = None
    at: Mapping[str, Span] = field(default_factory=dict)

    @property
    def of_words(self) -> bool:
        """Whether it is of words of a provision."""
        return self.provision is not None

    def fits(self, provision: Provision) -> bool:
        """Whether it says which words of the provision it mends: those that stand there once."""
        return bool(self.received and self.shown) and provision.text.count(self.received) == 1


def corrected(
    records: Mapping[str, TextOfRecord], corrigenda: Iterable[Corrigendum]
) -> tuple[dict[str, TextOfRecord], tuple[Corrigendum, ...]]:
    """The texts of record, by document, with the words that must stand here, and the corrigenda that mend nothing.

    The hashes stay those of the files.
    """
    found, idle = dict(records), []
    for each in corrigenda:
        record = found.get(each.document)
        if not each.of_words or record is None:
            continue
        place = next((n for n, p in enumerate(record.provisions) if p.id == each.provision and each.fits(p)), None)
        if place is None:
            idle.append(each)
            continue
        words = record.provisions[place].text.replace(each.received, each.shown)
        mended = record.provisions[place]._replace(text=words)
        held = (*record.provisions[:place], mended, *record.provisions[place + 1 :])
        found[each.document] = replace(record, provisions=held)
    return found, tuple(idle)
