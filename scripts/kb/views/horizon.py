"""That the period which a document sets is over, said on every page that shows its provisions."""

from __future__ import annotations

from collections.abc import Iterable

from kb.model.address import short
from kb.model.document import Document
from kb.views import strings
from kb.views.context import Context
from kb.views.provisions import document_path
from kb.views.staged import block, escape, link


def note(context: Context, keys: Iterable[str], page: str) -> str:
    """A line for each of the documents that sets a period, unless the build is dated within it.

    A build without a date says only what the document says, which is true on any day.
    """
    return "\n\n".join(block("p.kb-note", line) for line in lines(context, keys, page))


def lines(context: Context, keys: Iterable[str], page: str) -> list[str]:
    """The same lines as Markdown."""
    documents = (context.library.originals[key] for key in dict.fromkeys(keys))
    found = (_line(context, each, *each.horizon, page) for each in documents if each.horizon)
    return [line for line in found if line]


def _line(context: Context, original: Document, year: int, name: str, page: str) -> str:
    t, provision = context.t, original.by_id.get(name)
    if context.today and int(context.today[:4]) <= year:
        return ""
    where = link(short(provision, context.language), document_path(original.id), page, name) if provision else name
    told = t["horizon"].format(escape(context.title(original.id)), year, where)
    return f"{told} {t['built'].format(strings.date(context.today, context.language))}" if context.today else told
