"""The register of abbreviations and terms, and the definitions behind the tooltips."""

from __future__ import annotations

import re

from kb.model.address import short
from kb.model.library import Abbreviation, Ref
from kb.views.context import Context
from kb.views.provisions import document_path
from kb.views.staged import StagedPage, block, escape, link, table

PATH = "thuat-ngu.md"


def page(context: Context) -> StagedPage:
    """Abbreviations, then short names and terms, each with its full form and where it occurs."""
    t = context.t
    shorts = [a for a in context.library.abbreviations if a.role != "term"]
    names = [a for a in context.library.abbreviations if a.role == "term"]
    parts = [f"# {t['terms']}", f"## {t['abbreviations']}", _table(context, shorts, _occurrences)]
    parts += [f"## {t['short-names']}", t["terms-note"], _table(context, names, _sources)]
    return StagedPage(
        PATH, t["terms"], "terms", "\n\n".join(parts), ((t["home"], "index.md"),), edit=("docs/_data/terms.yml", 1)
    )


def definitions(context: Context, body: str) -> str:
    """Markdown definitions for the abbreviations and terms that occur in `body`."""
    lines = []
    for each in context.library.abbreviations:
        word = each.short[context.language]
        if each.role != "search" and word in body and each.full[context.language] != word:
            lines.append(f"*[{word}]: {each.full[context.language]}")
    return "\n".join(sorted(set(lines)))


def _table(context: Context, entries: list[Abbreviation], where) -> str:
    t = context.t
    ordered = sorted(entries, key=lambda a: a.short[context.language].casefold())
    rows = [
        [f"**{escape(a.short[context.language])}**", escape(a.full[context.language]), where(context, a)]
        for a in ordered
    ]
    return block("div.kb-terms", table([t["short-form"], t["full-form"], t["occurs"]], rows))


def _sources(context: Context, entry: Abbreviation) -> str:
    return _links(context, entry.provisions)


def _occurrences(context: Context, entry: Abbreviation) -> str:
    word = re.compile(rf"\b{re.escape(entry.short[context.language])}\b")
    found = []
    for key in sorted(context.library.originals):
        document = context.document(key)
        found += [Ref(key, p.id, p.span) for p in document.provisions if word.search(p.text)]
    return _links(context, tuple(found)) if found else context.t["not-printed"]


def _links(context: Context, refs: tuple[Ref, ...]) -> str:
    links = []
    for ref in refs:
        provision = context.library.provision("vi", ref.document, ref.provision)
        if provision:
            text = short(provision, context.language)
            links.append(link(text, document_path(ref.document), PATH, ref.provision))
    return ", ".join(links)
