"""What a change does to translations: their words, and which of them no longer fit the Vietnamese."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kb.model import sidebyside
from kb.model.document import Document, fingerprint
from kb.model.finding import Span
from kb.model.library import LANGUAGES, Library
from kb.model.moves import Moves
from kb.model.pairing import pairs
from kb.model.prose import Page, Question
from kb.model.review import ADDED, ALTERED, CONFIRMED, MOVED, REMOVED, Suspect, Touched
from kb.model.stated import OF_TRANSLATION
from kb.review import naming
from kb.review.documents import fields, matched


def touched(before: Library, after: Library) -> Iterator[Touched]:
    """Translated words that are not as before, and fingerprints that were renewed without them."""
    for language in LANGUAGES[1:]:
        for old, new in matched(before, after, language):
            yield from _document(before, after, old, new)


def _document(before: Library, after: Library, old: Document | None, new: Document | None) -> Iterator[Touched]:
    if old is None or new is None:
        each, library, kind = (new, after, ADDED) if old is None else (old, before, REMOVED)
        key = f"{each.language}/{each.id}"
        yield Touched(kind, key, f"Bản dịch của {naming.document(library, each.id)}", Span(each.path))
        return
    for field, lines in fields(old, new, OF_TRANSLATION):
        name = f"«{field}» trong bản dịch của {naming.document(after, new.id)}"
        yield Touched(ALTERED, f"{new.language}/{new.id}", name, new.place_of(field), lines)
    # A translation has the IDs of its original, whose aliases say what has moved.
    original = after.originals.get(new.id)
    for one, other in pairs(old, replace(new, aliases=original.aliases) if original else new):
        each = other or one
        lines = sidebyside.lines(one.text if one else "", other.text if other else "")
        moved = one is not None and other is not None and one.id != other.id
        renewed = one is not None and other is not None and one.translates != other.translates
        if lines or moved or renewed:
            kind = ADDED if one is None else REMOVED if other is None else MOVED if moved else ALTERED
            key, was = f"{new.language}/{new.id}#{each.id}", f"{new.language}/{new.id}#{one.id}" if moved else ""
            name = f"Bản dịch của {naming.place(after, f'{new.id}#{each.id}')}"
            yield Touched(kind if lines or moved else CONFIRMED, key, name, each.span, lines, was)


def suspects(before: Library, after: Library) -> Iterator[Suspect]:
    """Translations that fitted before, or had nothing to translate, and do not fit now."""
    ids = {(new.id if new else ""): old for old, new in matched(before, after) if old and new}
    for language in LANGUAGES[1:]:
        for key, original in after.originals.items():
            old = ids.get(key)
            yield from _subject(before, after, old, original, language)
            if translation := after.documents[language].get(key):
                yield from _provisions(before, after, old, original, translation)
        yield from _prose(before, after, language)


def _subject(before: Library, after: Library, old: Document | None, new: Document, language: str) -> Iterator[Suspect]:
    translation = after.documents[language].get(new.id)
    if not translation or not translation.subject or not new.subject:
        return
    was = before.documents[language].get(old.id) if old else None
    if translation.subject_of != fingerprint(new.subject) and (
        not was or not old.subject or was.subject_of == fingerprint(old.subject)
    ):
        name = f"trích yếu của {naming.document(after, new.id)}"
        lines = sidebyside.lines((old.subject if old else "") or "", new.subject)
        yield Suspect(f"{language}/{new.id}", name, language, False, translation.place_of("subject"), lines)


def _provisions(
    before: Library, after: Library, old: Document | None, new: Document, translation: Document
) -> Iterator[Suspect]:
    was = before.documents[translation.language].get(old.id) if old else None
    fitted = {each.id: each.translates for each in was.provisions} if was else {}
    for one, other in pairs(old, new):
        if other is None or not other.id:
            continue
        found = translation.by_id.get(other.id)
        fits = found is not None and found.translates == fingerprint(other.text)
        fitted_before = one is None or fitted.get(one.id) == fingerprint(one.text)
        if not fits and fitted_before:
            name = naming.provision(after, new, other)
            span = found.span if found else other.span
            lines = sidebyside.lines(one.text if one else "", other.text)
            key = f"{translation.language}/{new.id}#{other.id}"
            yield Suspect(key, name, translation.language, found is None, span, lines)


def _prose(before: Library, after: Library, language: str) -> Iterator[Suspect]:
    moved = {now: old for old, now in Moves.of(after).questions.items()}
    for folder, held, was in (
        ("hoi-dap/", after.questions, before.questions),
        ("", after.pages, before.pages),
    ):
        for key, each in held["vi"].items():
            old = moved.get(key, key)
            yield from _words(
                f"{language}/{folder}{key}",
                each,
                held[language].get(key),
                was["vi"].get(old),
                was[language].get(old),
            )


def _words(
    key: str, new: Question | Page, translation: Question | Page | None, old: Question | Page | None,
    was: Question | Page | None,
) -> Iterator[Suspect]:  # fmt: skip
    fits = translation is not None and translation.translates == fingerprint(new.words)
    fitted = old is None or (was is not None and was.translates == fingerprint(old.words))
    if not fits and fitted:
        name = f"Câu hỏi «{new.question}»" if isinstance(new, Question) else f"Trang «{new.title}»"
        span = Span((translation or new).path)
        lines = sidebyside.lines(old.words if old else "", new.words)
        language = key.partition("/")[0]
        yield Suspect(key, name, language, translation is None, span, lines)
