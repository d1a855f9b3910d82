"""What a page tells the script that copies its provisions: their citations, their order, the words it does not show."""

from __future__ import annotations

import re
from typing import Any

from kb.model.document import TITLE
from kb.model.reference import Ref
from kb.views.context import Context
from kb.views.staged import StagedPage

SHOWN = re.compile(r"\{#(?P<id>[^\s{}]+) doc=(?P<doc>[a-z0-9-]+)(?: was=[^\s{}]+)?\}")
Copies = dict[str, dict[str, Any]]


def copies(original: Context, context: Context, page: StagedPage) -> Copies:
    """The provisions that a page shows: key → citation forms by language, place in the document, and words.

    `original` is the Vietnamese context. Each language of the page is there, Vietnamese always; `order` tells which
    provisions follow each other; `words` are the Vietnamese ones, left out where the page shows just these.
    """
    found: Copies = {"documents": {}, "provisions": {}}
    for mark in SHOWN.finditer(page.body):
        key, name = mark["doc"], mark["id"]
        document = original.library.originals[key]
        provision = document.by_id.get(name)
        if provision is None:
            continue
        ref = Ref(key, name, provision.span)
        languages = {each.language: each for each in (original, context)}
        found["documents"].setdefault(key, {language: each.citation(key) for language, each in languages.items()})
        entry: dict[str, Any] = {language: each.pinpoint(ref) for language, each in languages.items()}
        entry["order"] = document.provisions.index(provision)
        if context is not original or provision.kind == TITLE:
            entry["words"] = provision.text
        found["provisions"][ref.key] = entry
    return found if found["provisions"] else {}
