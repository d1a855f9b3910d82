"""What a change does to our own words: questions, pages, the entries of data files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kb.model import sidebyside
from kb.model.finding import Span
from kb.model.library import LANGUAGES, Library
from kb.model.moves import Moves
from kb.model.prose import Page, Question
from kb.model.review import ADDED, ALTERED, CONFIRMED, MOVED, REMOVED, Touched
from kb.model.terms import Abbreviation, Change, Term
from kb.review import naming
from kb.review.documents import Backlinks


def questions(before: Library, after: Library, backlinks: Backlinks) -> Iterator[Touched]:
    """Questions in all languages, with what they rest on."""
    now = Moves.of(after).questions
    for language in LANGUAGES:
        old, new = (
            {f"hoi-dap/{key}": each for key, each in held.questions[language].items()} for held in (before, after)
        )
        renamed = {f"hoi-dap/{one}": f"hoi-dap/{other}" for one, other in now.items()}
        yield from _prose(language, old, new, renamed, backlinks)


def pages(before: Library, after: Library) -> Iterator[Touched]:
    """Pages of our own prose in all languages."""
    for language in LANGUAGES:
        yield from _prose(language, before.pages[language], after.pages[language], {}, {})


def _prose(
    language: str,
    before: Mapping[str, Question | Page],
    after: Mapping[str, Question | Page],
    renamed: Mapping[str, str],
    backlinks: Backlinks,
) -> Iterator[Touched]:
    mark = "" if language == "vi" else f"{language}/"
    was = {renamed.get(key, key): key for key in before}
    for key, new in after.items():
        old = before.get(was.get(key, ""))
        moved = old is not None and was[key] != key
        lines = sidebyside.lines(_text(old) if old else "", _text(new))
        renewed = old is not None and old.translates != new.translates
        if old is None or lines or moved or renewed:
            kind = ADDED if old is None else MOVED if moved else ALTERED if lines else CONFIRMED
            formerly = f"{mark}{was[key]}" if moved else ""
            speaking = backlinks.get(key, ()) if language == "vi" and kind != ADDED else ()
            yield Touched(kind, mark + key, _name(new), Span(new.path), lines, formerly, speaking)
    for key, each in before.items():
        if renamed.get(key, key) not in after:
            speaking = backlinks.get(key, ()) if language == "vi" else ()
            lines = sidebyside.lines(_text(each), "")
            yield Touched(REMOVED, mark + key, _name(each), Span(each.path), lines, "", speaking)


def _name(prose: Question | Page) -> str:
    return prose.question if isinstance(prose, Question) else prose.title


def _text(prose: Question | Page) -> str:
    """The words, and of a question the fields that are no words."""
    if isinstance(prose, Page):
        return prose.words
    fields = {
        "group": prose.group,
        "provisions": ", ".join(each.key for each in prose.provisions),
        "related": ", ".join(prose.related),
        "about": "site" if prose.about_site else "",
        "formerly": ", ".join(prose.formerly),
    }
    return "\n".join([prose.words, *(f"{name}: {value}" for name, value in fields.items() if value)])


def terms(before: Library, after: Library) -> Iterator[Touched]:
    """Entries of the data files that come, go or say something else."""
    old, new = _entries(before), _entries(after)
    for key, (name, text, span) in new.items():
        _, was, _ = old.get(key, ("", "", span))
        if was != text:
            yield Touched(ALTERED if key in old else ADDED, key, name, span, sidebyside.lines(was, text))
    for key, (name, text, span) in old.items():
        if key not in new:
            yield Touched(REMOVED, key, name, span, sidebyside.lines(text, ""))


def _entries(library: Library) -> dict[str, tuple[str, str, Span]]:
    """Name, content and place by key."""
    found = {}
    for way, held in {**library.ways(), "groups": library.groups}.items():
        for each in held:
            found[f"{way}/{each.id}"] = (naming.term(library, each), _content(each), each.span)
    for entry in library.abbreviations:
        name = naming.term(library, entry)
        found[f"{'terms' if entry.role == 'term' else 'abbreviations'}/{name}"] = (name, _content(entry), entry.span)
    for change in library.changes:
        name = change.labels.get("vi", "")
        found[f"changes/{change.date} {name}"] = (name, _content(change), change.span)
    for each in library.corrigenda:
        key = f"{each.document}#{each.provision}" if each.provision else each.document
        name = f"Đính chính {naming.place(library, key)}"
        told = (each.date, each.reasons.get("vi"), each.received, each.shown, each.before, each.after)
        text = "\n".join(part for part in told if part)
        found[f"corrigenda/{each.document} {each.provision or each.after}"] = (name, text, each.span)
    return found


def _content(entry: Term | Abbreviation | Change) -> str:
    lines = [f"{language}: {words_}" for language, words_ in sorted(entry.labels.items())]
    match entry:
        case Change():
            lines += [entry.date, *entry.documents]
        case Abbreviation():
            lines += [*entry.short.values(), entry.role, *entry.aliases]
        case Term(section=section) if section:
            lines.append(f"section: {section.key}")
    if not isinstance(entry, Change):
        lines += [ref.key for ref in entry.provisions]
    return "\n".join(lines)
