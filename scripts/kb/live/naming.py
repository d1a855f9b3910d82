"""What an editor knows a file by: the words at the top of its page."""

from __future__ import annotations

from kb.model.library import Library


def titles(library: Library) -> dict[str, str]:
    """By file, its question, its title, or its number and what it is about; nothing for a file of data."""
    documents = (each for held in library.documents.values() for each in held.values())
    found = {each.path: " · ".join(filter(None, (each.number or each.title, each.subject))) for each in documents}
    found |= {each.path: each.question for held in library.questions.values() for each in held.values()}
    found |= {each.path: each.title for held in library.pages.values() for each in held.values()}
    return {file: found.get(file, "") for file in sorted(library.sources)}
