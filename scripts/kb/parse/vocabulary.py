"""The vocabulary of kinds and issuers, as editors keep it."""

from __future__ import annotations

from kb.model.finding import Finding
from kb.model.kinds import Issuer, Kind, NumberVocabulary
from kb.parse.fields import Fields
from kb.parse.frontmatter import Node
from kb.parse.terms import items


def numbers(kinds: Node, issuers: Node, problems: list[Finding]) -> NumberVocabulary:
    """Read `kinds.yml` and `issuers.yml`. Entries without names are left out and named as problems."""
    return NumberVocabulary(
        tuple(
            Kind(**entry, at=fields.at)
            for fields in items(kinds, problems)
            if (entry := _entry(fields, symbol_required=False))
        ),
        tuple(
            Issuer(**entry, at=fields.at)
            for fields in items(issuers, problems)
            if (entry := _entry(fields, symbol_required=True))
        ),
    )


def _entry(fields: Fields, symbol_required: bool) -> dict[str, object] | None:
    labels = fields.labels(required=True)
    entry = {
        "symbol": fields.text("symbol", required=symbol_required),
        "vi": labels.get("vi"),
        "en": labels.get("en"),
        "spellings": fields.texts("spellings"),
        "symbols": fields.texts("symbols"),
        "alone": fields.flag("alone"),
    }
    fields.finish()
    complete = len(labels) == 2 and (entry["symbol"] or not symbol_required)
    return entry if complete else None
