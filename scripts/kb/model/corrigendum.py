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


def corrected(records: Mapping[str, TextOfRecord], corrigenda: Iterable[Corrigendum]) -> dict[str, TextOfRecord]:
    """The texts of record, by document, with the words that must stand here; the hashes stay those of the files."""
    found = dict(records)
    for each in corrigenda:
        if each.of_words and (record := found.get(each.document)):
            mended = tuple(
                replace(provision, text=provision.text.replace(each.received, each.shown))
                if provision.id == each.provision and each.fits(provision)
                else provision
                for provision in record.provisions
            )
            found[each.document] = replace(record, provisions=mended)
    return found
