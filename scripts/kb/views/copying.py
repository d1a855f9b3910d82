"""What a page tells the scripts that copy and collect provisions: citations, order, and words that it does not show."""

from __future__ import annotations

import re
from typing import Any

from kb.model.document import TITLE, Document, Provision
from kb.model.reference import Ref
from kb.views import strings
from kb.views.context import Context, document_path
from kb.views.staged import StagedPage, url

SHOWN = re.compile(
    r"\{#(?P<id>[^\s{}]+) doc=(?P<doc>[a-z0-9-]+)(?: was=[^\s{}]+)?(?: part=\"[^\"{}]+\")?(?: row=[^{}]+)?\}"
)
NOTEBOOK = "so-trich.md"
Copies = dict[str, dict[str, Any]]


def copies(original: Context, context: Context, page: StagedPage) -> Copies:
    """The provisions that a page shows: key → citation forms by language, place in the document, and words.

    `original` is the Vietnamese context. Each language of the page is there, Vietnamese always; `order` tells which
    provisions follow each other; `words` are the Vietnamese ones, left out where the page shows just these.
    """
    found: Copies = {"documents": {}, "provisions": {}}
    for mark in SHOWN.finditer(page.body):
        document = original.library.originals[mark["doc"]]
        provision = document.by_id.get(mark["id"])
        if provision is None:
            continue
        entry = _entry(original, context, document, provision)
        if context is not original or provision.kind == TITLE:
            entry["words"] = provision.text
        shown = context.provision(document.id, provision.id)
        if shown and shown.row:
            # Its cells alone do not tell where one ends.
            entry["shown"] = shown.text
        found["documents"].setdefault(document.id, _citations(original, context, document))
        found["provisions"][f"{document.id}#{provision.id}"] = entry
    return found if found["provisions"] else {}


def notebook(original: Context, context: Context) -> StagedPage:
    """The page of what a reader has collected, which its script fills."""
    t = context.t
    crumbs = ((t["home"], "index.md"),)
    return StagedPage(
        NOTEBOOK,
        t["notebook"],
        "notebook",
        "",
        crumbs,
        edit=(strings.file("passage"), 1),
        description=t["notebook-lead"],
        copies=_all(original, context),
    )


def _all(original: Context, context: Context) -> Copies:
    """All provisions with their words, and where the IDs of old have gone."""
    found: Copies = {"documents": {}, "provisions": {}, "moved": {}}
    for key, document in sorted(original.library.originals.items()):
        for provision in document.provisions if document.held else ():
            found["documents"].setdefault(key, _citations(original, context, document))
            entry = _entry(original, context, document, provision)
            translated = context.library.provision(context.language, key, provision.id)
            if context is not original and translated:
                entry["translation"] = translated.text
            address = f"{url(document_path(key), context.language)}#{provision.id}"
            found["provisions"][f"{key}#{provision.id}"] = {**entry, "words": provision.text, "address": address}
        ids = {**{provision.id: provision.id for provision in document.provisions}, **document.aliases}
        for name in (*document.formerly, key):
            found["moved"] |= {f"{name}#{old}": f"{key}#{now}" for old, now in ids.items() if (name, old) != (key, now)}
    return found


def _citations(original: Context, context: Context, document: Document) -> dict[str, str]:
    return {each.language: each.citation(document.id) for each in (original, context)}


def _entry(original: Context, context: Context, document: Document, provision: Provision) -> dict[str, Any]:
    ref = Ref(document.id, provision.id, provision.span)
    entry: dict[str, Any] = {each.language: each.pinpoint(ref) for each in (original, context)}
    return {**entry, "order": document.places[provision.id]}
