"""Two libraries → what lies between them, for those who review a change."""

from __future__ import annotations

from collections.abc import Mapping

from kb.model.library import Library
from kb.model.moves import Moves, settled
from kb.model.review import Review
from kb.review import backlinks, citations, documents, labels, prose, translations


def compare(
    before: Library,
    after: Library,
    names: tuple[str, str],
    site: Mapping[str, str] | None,
    files: Mapping[str, str],
) -> Review:
    """What a change touches.

    `names` are those of both commits; `site` maps the address of a page to what becomes of it (None where that is not
    known), `files` the path of each changed file. Files of which nothing else is told are told by name.
    """
    before = settled(before, Moves.of(after))
    speaking = backlinks.index(after)
    parts = {
        "records": documents.records(before, after),
        "documents": documents.documents(before, after, speaking),
        "provisions": documents.provisions(before, after, speaking),
        "suspects": (*translations.suspects(before, after), *labels.suspects(before, after)),
        "translations": translations.touched(before, after),
        "citations": citations.citations(before, after),
        "questions": prose.questions(before, after, speaking),
        "pages": prose.pages(before, after),
        "terms": prose.terms(before, after),
    }
    held = {name: tuple(part) for name, part in parts.items()}
    told = {each.span.file for part in held.values() for each in part}
    left = tuple((path, kind) for path, kind in sorted(files.items()) if path not in told)
    pages = tuple(sorted(site.items())) if site else ()
    return Review(*names, site=pages, unbuilt=site is None, files=left, **held)
