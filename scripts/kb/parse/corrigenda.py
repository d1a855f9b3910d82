"""The records of why words here are not those first received."""

from __future__ import annotations

from kb.model.corrigendum import Corrigendum
from kb.model.finding import Finding
from kb.parse.fields import Fields
from kb.parse.frontmatter import Node
from kb.parse.terms import items


def corrigenda(root: Node, problems: list[Finding]) -> tuple[Corrigendum, ...]:
    """Read `corrigenda.yml`: each entry replaces a text of record (`from`, `to`) or words of a provision."""
    return tuple(_corrigendum(fields) for fields in items(root, problems))


def _corrigendum(fields: Fields) -> Corrigendum:
    words = bool(fields.at.keys() & {"provision", "received", "shown"})
    found = Corrigendum(
        document=fields.text("document", required=True) or "",
        date=fields.date("date", required=True) or "",
        reasons=fields.labels(required=True),
        span=fields.span,
        provision=fields.text("provision", required=words),
        received=fields.text("received", required=words),
        shown=fields.text("shown", required=words),
        before=fields.text("from", required=not words),
        after=fields.text("to", required=not words),
        at=fields.at,
    )
    fields.finish()
    return found
