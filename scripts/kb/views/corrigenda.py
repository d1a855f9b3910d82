"""What was put right in a document, and why, on its page."""

from __future__ import annotations

from kb.model.address import short
from kb.model.document import Document
from kb.views import strings
from kb.views.context import Context
from kb.views.staged import block, escape, foreign, link, records

DIGITS = 12


def section(context: Context, original: Document, page: str) -> str:
    """Words that stand otherwise than they were received, and texts of record that took the place of others."""
    t, rows = context.t, []
    for each in context.library.corrigenda:
        if each.document != original.id:
            continue
        if each.of_words:
            found = original.by_id.get(each.provision)
            where = link(short(found, context.language), page, page, found.id) if found else escape(each.provision)
            before, after = (foreign(text or "", context.language) for text in (each.received, each.shown))
        else:
            where = t["corrigendum-record"]
            before, after = (f"`{(text or '')[:DIGITS]}…`" for text in (each.before, each.after))
        day = strings.date(each.date, context.language)
        rows.append([where, before, after, f"{day}: {escape(each.reasons[context.language])}"])
    if not rows:
        return ""
    head = [t[key] for key in ("where", "received", "shown", "reason")]
    shown = block("div.kb-records.kb-before-after", records(head, rows))
    return f"## {t['corrigenda']}\n\n{t['corrigenda-note']}\n\n{shown}"
