"""The register of abbreviations and terms, and the definitions behind the tooltips."""

from __future__ import annotations

import re
from collections.abc import Callable

from kb.model.address import short
from kb.model.alphabet import order
from kb.model.document import slug
from kb.model.reference import Ref
from kb.model.terms import Abbreviation
from kb.views.context import Context
from kb.views.provisions import document_path
from kb.views.staged import StagedPage, block, escape, link, records

PATH = "thuat-ngu.md"
# Where a definition names its word these would end it.
UNDEFINABLE = re.compile(r"[\[\]\\\n\r]")
ROLES = ("text", "number-symbol", "term", "search")
Where = Callable[[Context, Abbreviation], str]


def page(context: Context) -> StagedPage:
    """Abbreviations as printed, those only understood by the search, then short names; each with its full form."""
    t = context.t
    roles = {role: [a for a in context.library.abbreviations if a.role == role] for role in ROLES}
    printed = [*roles["text"], *roles["number-symbol"]]
    parts = [f"# {t['terms']}", f"## {t['abbreviations']}", _table(context, printed, _occurrences)]
    parts += [f"## {t['short-names']}", t["terms-note"], _table(context, roles["term"], _sources)]
    parts += [f"## {t['search-only']}", t["search-only-note"], _table(context, roles["search"])]
    return StagedPage(
        PATH,
        t["terms"],
        "terms",
        "\n\n".join(parts),
        ((t["home"], "index.md"),),
        edit=("docs/_data/terms.yml", 1),
        description=t["terms-lead"],
    )


def anchor(entry: Abbreviation) -> str:
    """The ID of an entry on the page, the same in both languages."""
    return f"tu-{slug(entry.short['vi'])}"


def definitions(context: Context, body: str) -> str:
    """Markdown definitions for the abbreviations and terms that occur in `body`."""
    return "\n".join(sorted(f"*[{word}]: {full}" for word, full in shorts(context, body).items()))


def shorts(context: Context, text: str) -> dict[str, str]:
    """The abbreviations and terms that occur in a text, each with what it stands for."""
    found = {}
    for each in context.library.abbreviations:
        word, full = each.short[context.language], " ".join(each.labels[context.language].split())
        if each.role != "search" and word in text and full != word and not UNDEFINABLE.search(word):
            found[word] = full
    return found


def _table(context: Context, entries: list[Abbreviation], where: Where | None = None) -> str:
    t, rows = context.t, []
    for entry in sorted(entries, key=lambda a: order(a.short[context.language])):
        # Abbreviations are Vietnamese on both sides; the short forms of terms are translated.
        language = "vi" if entry.role == "term" else context.language
        marked = " lang=vi" if language != "vi" else ""
        short_form = f"**{escape(entry.short[context.language])}**{{ #{anchor(entry)}{marked} }}"
        row = [short_form, escape(entry.labels[context.language])]
        rows.append([*row, where(context, entry)] if where else row)
    head = [t["short-form"], t["full-form"], t["occurs"]]
    return block("div.kb-terms.kb-records", records(head if where else head[:2], rows))


def _sources(context: Context, entry: Abbreviation) -> str:
    return _links(context, entry.provisions)


def _occurrences(context: Context, entry: Abbreviation) -> str:
    word = re.compile(rf"\b{re.escape(entry.short[context.language])}\b")
    found = []
    for key in sorted(context.library.originals):
        document = context.document(key)
        found += [Ref(key, p.id, p.span) for p in document.provisions if word.search(p.text)]
    return _links(context, tuple(found)) if found else context.t["none"]


def _links(context: Context, refs: tuple[Ref, ...]) -> str:
    links = []
    for ref in refs:
        provision = context.library.provision("vi", ref.document, ref.provision)
        if provision:
            text = short(provision, context.language)
            links.append(link(text, document_path(ref.document), PATH, ref.provision))
    return ", ".join(links)
