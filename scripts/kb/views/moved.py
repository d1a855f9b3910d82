"""Pages at addresses of old: each leads on to where the document or question is now, without a script too."""

from __future__ import annotations

from collections.abc import Iterator

from kb.model.moves import Moves
from kb.views.context import QUESTIONS, Context
from kb.views.provisions import document_path
from kb.views.staged import StagedPage, escape, link


def pages(context: Context, moves: Moves) -> Iterator[StagedPage]:
    """One for each old address."""
    for old, key in sorted(moves.documents.items()):
        yield _page(context, document_path(old), document_path(key), context.title(key))
    for old, key in sorted(moves.questions.items()):
        yield _page(context, f"{QUESTIONS}/{old}.md", f"{QUESTIONS}/{key}.md", context.question(key).question)


def _page(context: Context, old: str, now: str, title: str) -> StagedPage:
    t = context.t
    body = f"# {escape(t['moved'])}\n\n{t['moved-to'].format(link(title, now, old))}"
    return StagedPage(old, t["moved"], "moved", body, ((t["home"], "index.md"),), moved=now)
