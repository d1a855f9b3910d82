"""What the front matter of a document states, field by field, as text that can be compared and shown."""

from __future__ import annotations

from collections.abc import Mapping

from kb.model.document import Document, Normalisation, Relation

# All that is said of a document but its provisions and the hash of its text of record.
FIELDS = (
    *("number", "kind", "issuer", "issuer_name", "place", "date", "subject", "title", "names", "basis", "held"),
    *("status", "stated_by", "replaced_by", "amended_by", "expired", "source", "horizon", "normalisations", "aliases"),
)
OF_TRANSLATION = ("title", "subject", "issuer_name", "place", "names")


def stated(document: Document, field: str) -> str:
    """The value of a field in one line; empty for what is not stated."""
    return _shown(getattr(document, field))


def _shown(value: object) -> str:
    match value:
        case None | ():
            return ""
        case bool():
            return "có" if value else "không"
        case Relation():
            return f"{value.document or value.date} ({value.stated_by})"
        case Normalisation():
            return f"{value.received} → {value.shown}: {value.reasons.get('vi', '')}"
        case tuple():
            return "; ".join(map(_shown, value))
        case Mapping():
            return "; ".join(f"{old}: {new}" for old, new in value.items())
        case _:
            return str(value)
