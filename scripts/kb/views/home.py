"""The home page."""

from __future__ import annotations

from kb.views import changes, documents
from kb.views.context import DOCUMENTS, Context
from kb.views.provisions import cite, document_path
from kb.views.questions import INDEX
from kb.views.quoting import PATH as QUOTING
from kb.views.staged import StagedPage, block, bullets, escape, link
from kb.views.terms import PATH as TERMS
from kb.views.ways import MATRIX, cards, index_path

CHANGES_SHOWN = 5


def page(context: Context) -> StagedPage:
    """What this is, the ways in, the documents, the latest changes."""
    t, path = context.t, "index.md"
    plan = next((key for key in documents.order(context) if context.library.originals[key].held), None)
    heading = t["home-title"].format(context.title(plan)) if plan else t["site"]
    parts, description = [f"# {escape(heading)}"], ""
    if plan:
        title = cite(context.dated_title(plan), document_path(plan), path)
        parts.append(block("p.kb-subject", t["intro"].format(title)))
        description = t["intro"].format(context.dated_title(plan))
    parts += [f"## {t['ways-heading']}", _ways(context, path), f"## {t['more-ways']}", _more(context, path)]
    parts += [f"## {t['changes']}", _changes(context, path)]
    edit = (context.document(plan).path, 1) if plan else ("docs/_data/changes.yml", 1)
    return StagedPage(path, t["site"], "home", "\n\n".join(parts), edit=edit, description=description)


def _ways(context: Context, path: str) -> str:
    columns = []
    for way in ("phases", "themes", "forms"):
        heading = f"### {link(context.t[way], index_path(way), path)}"
        lead = context.t[f"{way}-lead"]
        columns.append(block("div.kb-way", heading, lead, cards(context, way, path)))
    return block("div.kb-ways", *columns)


def _more(context: Context, path: str) -> str:
    t = context.t
    entries = [
        (t["bodies"], index_path("bodies"), t["bodies-lead"]),
        (t["questions"], INDEX, t["questions-lead"]),
        (t["documents"], f"{DOCUMENTS}/index.md", t["documents-lead"]),
        (t["matrix"], MATRIX, t["matrix-lead"]),
        (t["terms"], TERMS, t["terms-lead"]),
        (t["quote-page"], QUOTING, t["quote-lead"]),
    ]
    return block("div.kb-more", bullets(f"{link(name, target, path)} {escape(lead)}" for name, target, lead in entries))


def _changes(context: Context, path: str) -> str:
    listed = bullets(changes.entry(context, change, path) for change in changes.newest(context)[:CHANGES_SHOWN])
    return block("div.kb-changes", listed, link(context.t["changes-all"], changes.PATH, path))
