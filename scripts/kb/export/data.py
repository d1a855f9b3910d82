"""What other programs read of the library: documents, provisions and citations as JSON, and their schemas."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from kb.export import citing
from kb.model.address import pinpoint
from kb.model.citing import resolve
from kb.model.document import Document, Provision
from kb.model.library import LANGUAGES, Library
from kb.model.reference import Located

FOLDER = "du-lieu"
NAMES = ("documents", "provisions", "citations")
VERSION = 1
"""Grows when a reader of older files could no longer read newer ones."""

Record = dict[str, Any]


def tables(library: Library) -> dict[str, str]:
    """Files below the site: `du-lieu/NAME.json`, and beside each the schema that it keeps to.

    Documents by id, provisions in order of their document, citations in order of place; addresses are from the root of
    the site. Of documents that are not published nothing is there.
    """
    library = library.published
    originals = [document for _, document in sorted(library.originals.items())]
    held = [document for document in originals if document.held]
    made = {
        "documents": [_document(library, each) for each in originals],
        "provisions": [_provision(library, document, p) for document in held for p in document.provisions],
        "citations": [_citation(library, each) for each in _cited(library)],
    }
    found = {}
    for name in NAMES:
        found[f"{FOLDER}/{name}.json"] = _text({"version": VERSION, name: made[name]})
        found[f"{FOLDER}/{name}.schema.json"] = _schema(name)
    return found


def _text(content: Record) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _schema(name: str) -> str:
    return files("kb.export").joinpath("schemas", f"{name}.schema.json").read_text(encoding="utf-8")


def _address(document: str, provision: str = "") -> str:
    return f"van-ban/{document}/" + (f"#{provision}" if provision else "")


def _document(library: Library, document: Document) -> Record:
    translated = library.documents[LANGUAGES[1]].get(document.id)
    fields = ("number", "kind", "issuer", "issuer_name", "place", "date", "subject", "title", "language", "sha256")
    return {
        "id": document.id,
        **{field: getattr(document, field) for field in fields},
        "held": document.held,
        "names": list(document.names),
        "basis": list(document.basis),
        "stated_by": document.stated_by,
        "formerly": list(document.formerly),
        "translated": bool(translated and translated.provisions),
        "address": _address(document.id),
    }


def _provision(library: Library, document: Document, provision: Provision) -> Record:
    english = library.provision(LANGUAGES[1], document.id, provision.id)
    return {
        "document": document.id,
        "id": provision.id,
        "kind": provision.kind,
        "level": provision.level,
        "pinpoint": pinpoint(document, provision, "vi"),
        "text": provision.text,
        "translation": english.text if english else None,
        "formerly": sorted(old for old, now in document.aliases.items() if now == provision.id),
        "address": _address(document.id, provision.id),
    }


def _cited(library: Library) -> list[Located]:
    found = [each for each in library.citations if each.language == "vi" and each.provision]
    return sorted(found, key=lambda each: (each.owner, each.span.line, each.reading.start))


def _citation(library: Library, located: Located) -> Record:
    entry = citing.entry(located.reading, resolve(located, library), library)
    return {"document_from": located.owner, "provision_from": located.provision, **entry}
