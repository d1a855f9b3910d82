"""What the search can find: one record a provision, document, question, term and way."""

from __future__ import annotations

from collections.abc import Iterator

from kb.model.address import short
from kb.model.document import HEADING
from kb.views.context import QUESTIONS, Context
from kb.views.provisions import document_path
from kb.views.staged import StagedPage, url
from kb.views.terms import PATH as TERMS


def records(context: Context, pages: list[StagedPage]) -> list[dict[str, str]]:
    """Records for the browser: `u` address from the root of the site, `t` title, `p` heading path, `x` text."""
    return [
        *_provisions(context),
        *_documents(context),
        *_questions(context),
        *_pages(context, pages),
        *_terms(context),
    ]


def _provisions(context: Context) -> Iterator[dict[str, str]]:
    for key in sorted(context.library.originals):
        document = context.document(key)
        headings: dict[int, str] = {}
        for provision in document.provisions:
            path = [context.title(key), *(headings[level] for level in sorted(headings))]
            if provision.kind == HEADING:
                headings = {level: text for level, text in headings.items() if level < provision.level}
                path = [context.title(key), *(headings[level] for level in sorted(headings))]
                headings[provision.level] = provision.text
            yield {
                "u": f"{url(document_path(key), context.language)}#{provision.id}",
                "t": short(provision, context.language),
                "p": " › ".join(path),
                "x": provision.text.replace("\n", " "),
            }


def _documents(context: Context) -> Iterator[dict[str, str]]:
    for key, original in sorted(context.library.originals.items()):
        document = context.document(key)
        facts = [document.issuer_name or original.issuer_name, document.subject or original.subject, *document.names]
        yield {
            "u": url(document_path(key), context.language),
            "t": context.dated_title(key),
            "p": context.t["documents"],
            "x": " · ".join(fact for fact in facts if fact),
        }


def _questions(context: Context) -> Iterator[dict[str, str]]:
    for key in sorted(context.library.questions["vi"]):
        address = url(f"{QUESTIONS}/{key}.md", context.language)
        yield {"u": address, "t": context.question(key).question, "p": context.t["questions"], "x": ""}


def _pages(context: Context, pages: list[StagedPage]) -> Iterator[dict[str, str]]:
    for page in pages:
        if page.kind in ("way", "index", "matrix", "register", "page"):
            path = " › ".join(title for title, _ in page.crumbs[1:]) or context.t["home"]
            yield {"u": url(page.path, context.language), "t": page.title, "p": path, "x": ""}


def _terms(context: Context) -> Iterator[dict[str, str]]:
    for entry in context.library.abbreviations:
        if entry.role != "search":
            short_form, full = entry.short[context.language], entry.full[context.language]
            yield {"u": url(TERMS, context.language), "t": short_form, "p": context.t["terms"], "x": full}
