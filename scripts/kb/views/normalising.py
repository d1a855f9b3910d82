"""Where a page shows something otherwise than it was received, and why."""

from __future__ import annotations

from collections.abc import Iterator

from kb.model.address import short
from kb.model.document import Document, Provision
from kb.model.mending import mended
from kb.views.context import Context
from kb.views.staged import block, escape, foreign, link, records


def section(context: Context, original: Document, page: str) -> str:
    """What stands otherwise outside the provisions, then the stray characters that were taken out of them."""
    t, tables = context.t, []
    if rows := list(_shown(context, original, page)):
        tables += [t["normalisations-shown"], _table(context, ("where", "received", "shown", "reason"), rows)]
    if rows := list(_strays(context, original, page)):
        tables += [t["normalisations-strays"], _table(context, ("where", "mended"), rows)]
    if not tables:
        return ""
    note = t["normalisations-note"].format(t["normalisations-but"] if original.mended else "")
    return "\n\n".join([f"## {t['normalisations']}", note, *tables])


def _table(context: Context, head: tuple[str, ...], rows: list[list[str]]) -> str:
    return block("div.kb-records", records([context.t[key] for key in head], rows))


def _shown(context: Context, original: Document, page: str) -> Iterator[list[str]]:
    for each in original.normalisations:
        received, shown = (foreign(text, context.language) for text in (each.received, each.shown))
        where = _where(context, original.by_id.get(each.provision), page) or each.provision
        yield [where, received, shown, escape(each.reasons[context.language])]


def _strays(context: Context, original: Document, page: str) -> Iterator[list[str]]:
    """By provision how many characters of each sort were taken out or replaced, as its text of record shows."""
    record = context.library.records.get(original.id)
    for each in record.provisions if record else ():
        if each.id in original.mended:
            counts = mended(each.text)[1].items()
            yield [_where(context, each, page), ", ".join(f"{context.t[f'stray-{sort}']} ({n})" for sort, n in counts)]


def _where(context: Context, provision: Provision | None, page: str) -> str:
    return link(short(provision, context.language), page, page, provision.id) if provision else ""
