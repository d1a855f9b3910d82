"""Entries of data files of which a change renews the Vietnamese words and leaves the translated ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kb.model import sidebyside
from kb.model.library import LANGUAGES, Library
from kb.model.review import Suspect
from kb.model.terms import Abbreviation, Entry


def suspects(before: Library, after: Library) -> Iterator[Suspect]:
    """Entries whose name in a language is as it was, while that in Vietnamese is not.

    An entry holds its languages side by side and no fingerprint, so only two commits can tell.
    """
    old, new = _entries(before), _entries(after)
    for language in LANGUAGES[1:]:
        for key, each in new.items():
            was = old.get(key)
            words = was.labels.get("vi", "") if was else ""
            same = was is not None and was.labels.get(language) == each.labels.get(language)
            if words and each.labels.get("vi") and each.labels["vi"] != words and same and each.labels.get(language):
                lines = sidebyside.lines(words, each.labels["vi"])
                span = each.at.get(language, each.span)
                yield Suspect(f"{language}/{key}", _name(each), language, False, span, lines)


def _entries(library: Library) -> Mapping[str, Entry]:
    found: dict[str, Entry] = {}
    for way, held in {**library.ways(), "groups": library.groups}.items():
        found |= {f"{way}/{each.id}": each for each in held}
    for each in library.abbreviations:
        found[f"{'terms' if each.role == 'term' else 'abbreviations'}/{each.short['vi']}"] = each
    # A change has no name but its words: it is the same one where its day and its words in another language are.
    for each in library.changes:
        found[f"changes/{each.date} {each.labels.get(LANGUAGES[1], '')}"] = each
    return found


def _name(each: Entry) -> str:
    if isinstance(each, Abbreviation):
        return f"nghĩa của «{each.short['vi']}»"
    return f"«{each.labels['vi']}»"
