"""The page on which a pasted passage is held against the texts, and what its script knows of these."""

from __future__ import annotations

from typing import Any

from kb.model import address, pinpoint
from kb.model.document import Document
from kb.model.library import LANGUAGES
from kb.views import strings
from kb.views.context import Context, document_path
from kb.views.staged import StagedPage, url

PATH = "doi-chieu.md"


def page(context: Context) -> StagedPage:
    t = context.t
    data = register(context)
    crumbs, edit = ((t["home"], "index.md"),), (strings.file("passage"), 1)
    return StagedPage(PATH, t["quote-page"], "quote", "", crumbs, edit=edit, description=t["quote-lead"], quoting=data)


def register(context: Context) -> dict[str, Any]:
    """The register and all texts that are held: the originals first, then their translations.

    `documents` have number, date, issuers and names; `texts` are, by language, rows of document, provision, place in
    the document, units that a pinpoint may name, words, and the pinpoint in the language of the page.
    """
    library = context.library
    documents = [document for _, document in sorted(library.originals.items())]
    held = [document for document in documents if document.held]
    vocabulary = library.numbers
    return {
        "documents": [_document(context, document) for document in documents],
        "texts": {
            language: [row for document in held for row in _texts(context, document, language)]
            for language in LANGUAGES
        },
        "kinds": sorted({name for kind in vocabulary.kinds for name in (kind.vi, kind.en, *kind.spellings)}),
        "symbols": sorted({symbol for kind in vocabulary.kinds for symbol in (kind.symbol, *kind.symbols) if symbol}),
        "issuers": sorted({name for each in vocabulary.issuers for name in each.names}),
    }


def _document(context: Context, document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "number": document.number,
        "date": document.date,
        "dated": strings.date(document.date, context.language) if document.date else "",
        "issuers": _issuers(context, document.id),
        "kinds": [name.casefold() for kind in context.library.kinds_of[document.id] for name in (*kind.names, kind.en)],
        "names": list(document.names),
        "title": context.dated_title(document.id),
        "url": url(document_path(document.id), context.language),
    }


def _issuers(context: Context, key: str) -> list[str]:
    found = (context.library.documents[language].get(key) for language in LANGUAGES)
    return [each.issuer_name for each in found if each and each.issuer_name]


def _texts(context: Context, document: Document, language: str) -> list[list[Any]]:
    library = context.library
    translated = library.documents[language].get(document.id)
    given = library.required(document) if language == "vi" else translated.provisions if translated else ()
    places = document.places
    return [
        [document.id, each.id, places[each.id], _units(document, each.id), each.text, _name(context, document, each.id)]
        for each in given
        if each.id in places
    ]


def _units(document: Document, name: str) -> list[str]:
    return sorted(f"{unit.kind} {unit.label}".strip() for unit in pinpoint.of(document, document.by_id[name]))


def _name(context: Context, document: Document, name: str) -> str:
    return address.pinpoint(document, document.by_id[name], context.language)
