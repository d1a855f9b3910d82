"""What a change does to documents: their fields, their provisions, their texts of record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kb.model import sidebyside
from kb.model.document import Document
from kb.model.finding import Span
from kb.model.library import Library
from kb.model.moves import Moves
from kb.model.pairing import pairs
from kb.model.review import ADDED, ALTERED, MOVED, REMOVED, Backlink, Record, Touched
from kb.model.stated import FIELDS, stated
from kb.review import naming

Backlinks = Mapping[str, tuple[Backlink, ...]]


def matched(before: Library, after: Library, language: str = "vi") -> list[tuple[Document | None, Document | None]]:
    """The documents of both by their present id, those that are gone at the end."""
    moves = Moves.of(after).documents
    old = {moves.get(key, key): each for key, each in before.documents[language].items()}
    new = after.documents[language]
    return [(old.get(key), each) for key, each in new.items()] + [(old[key], None) for key in old if key not in new]


def documents(before: Library, after: Library, backlinks: Backlinks) -> Iterator[Touched]:
    """Documents that come, go, or of which something else is said; a field each."""
    for old, new in matched(before, after):
        if old is None:
            yield Touched(ADDED, new.id, naming.document(after, new.id), Span(new.path), _all(new))
        elif new is None:
            held = (old.id, *(f"{old.id}#{each.id}" for each in old.provisions))
            name = naming.document(before, old.id)
            yield Touched(REMOVED, old.id, name, Span(old.path), backlinks=_of(backlinks, *held))
        else:
            # Who speaks of a document is said with the first thing that is told of it, not with each of its fields.
            told = tuple(_kept(old, new, naming.document(after, new.id)))
            yield from (replace(told[0], backlinks=_of(backlinks, new.id)), *told[1:]) if told else ()


def _kept(old: Document, new: Document, name: str) -> Iterator[Touched]:
    if old.id != new.id:
        yield Touched(MOVED, new.id, name, Span(new.path), formerly=old.id)
    for field, lines in fields(old, new, FIELDS):
        yield Touched(ALTERED, new.id, f"«{field}» của {name}", new.place_of(field), lines)


def _all(document: Document) -> tuple:
    said = (f"{field}: {text}" for field in FIELDS if (text := stated(document, field)))
    return sidebyside.lines("", "\n".join(said))


def fields(old: Document, new: Document, names: tuple[str, ...]) -> Iterator[tuple[str, tuple]]:
    """The fields that differ, with their values side by side."""
    for field in names:
        one, other = stated(old, field), stated(new, field)
        if one != other:
            yield field, (sidebyside.row(one.split(), other.split()),)


def provisions(before: Library, after: Library, backlinks: Backlinks) -> Iterator[Touched]:
    """Provisions of documents that were there and still are."""
    for old, new in matched(before, after):
        for one, other in pairs(old, new) if old and new else ():
            if other is None:
                key = f"{old.id}#{one.id}"
                lines = sidebyside.lines(one.text, "")
                yield Touched(
                    REMOVED, key, naming.provision(before, old, one), one.span, lines, "", _of(backlinks, key)
                )
            elif one is None or one.id != other.id or _said(one) != _said(other):
                key, was = f"{new.id}#{other.id}", f"{new.id}#{one.id}" if one and one.id != other.id else ""
                kind = ADDED if one is None else MOVED if was else ALTERED
                lines = sidebyside.lines(one.text if one else "", other.text)
                name = naming.provision(after, new, other)
                yield Touched(kind, key, name, other.span, lines, was, _of(backlinks, key, was))


def _said(provision: object) -> tuple:
    return provision.text, provision.kind, provision.level


def _of(backlinks: Backlinks, *keys: str) -> tuple[Backlink, ...]:
    return tuple(dict.fromkeys(each for key in keys if key for each in backlinks.get(key, ())))


def records(before: Library, after: Library) -> Iterator[Record]:
    """Texts of record that come, go or change, and hashes that are registered anew."""
    for old, new in matched(before, after):
        one, other = (library.records.get(each.id) if each else None for library, each in ((before, old), (after, new)))
        was, now = (one.sha256 if one else None), (other.sha256 if other else None)
        registered = (old.sha256 if old else None, new.sha256 if new else None)
        if was == now and registered[0] == registered[1]:
            continue
        first = one is None and not registered[0]
        gone = other is None and not registered[1]
        kind = ADDED if first else REMOVED if gone else ALTERED
        path = (other or one).path if other or one else (new or old).path
        key = (new or old).id
        mended = after.replaced(key, *registered) if new else None
        reason = mended.reasons.get("vi", "") if mended else None
        received = (
            library.sources.get(each.path, "") if each else "" for library, each in ((before, one), (after, other))
        )
        lines = () if first or gone else sidebyside.lines(*received)
        name = naming.document(after if new else before, key)
        yield Record(kind, key, name, Span(path), was, now, registered[1], reason, lines)
