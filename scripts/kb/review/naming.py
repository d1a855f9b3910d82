"""What people call the things that a change touches, in Vietnamese."""

from __future__ import annotations

from kb.model.address import pinpoint
from kb.model.document import Document, Provision
from kb.model.library import Library
from kb.model.terms import Abbreviation, Term


def document(library: Library, key: str) -> str:
    """Kind and number, else the title, else the id."""
    held = library.originals.get(key)
    if held is None:
        return key
    kind = next((each.vi for each in library.kinds_of[held.id]), held.kind or "")
    numbered = f"{kind[:1].upper()}{kind[1:]} số {held.number}".strip() if held.number else ""
    return numbered or held.title or (held.names[0] if held.names else key)


def provision(library: Library, held: Document, each: Provision) -> str:
    """A provision in citation form, with its document."""
    where = pinpoint(held, each, "vi") if each.id else f"dòng {each.span.line}"
    return f"{where}, {document(library, held.id)}"


def place(library: Library, key: str) -> str:
    """A document or (`document#provision`) a provision, by its key."""
    owner, mark, name = key.partition("#")
    held = library.originals.get(owner)
    found = held.by_id.get(name) if held else None
    if held and found:
        return provision(library, held, found)
    return f"{name}, {document(library, owner)}" if mark else document(library, owner)


def term(library: Library, each: Term | Abbreviation) -> str:
    """An entry of a data file."""
    if isinstance(each, Abbreviation):
        return each.short.get("vi", "")
    heading = library.provision("vi", each.section.document, each.section.provision) if each.section else None
    return each.labels.get("vi") or (heading.text if heading else each.id)
