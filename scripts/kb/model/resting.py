"""What a text rests on: the documents that its opening names behind words of resting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kb.model.citing import Resolved, resolve, span_of
from kb.model.document import TITLE, Document, Provision
from kb.model.library import Library
from kb.model.reference import Located

# `Căn cứ Luật …;`, `Thực hiện Kế hoạch số …, …`: the words with which a clause of the opening names what it rests on.
RESTS = re.compile(
    r"(?:căn\s+cứ(?:\s+vào)?|(?:tiếp\s+tục\s+|để\s+)?(?:triển\s+khai\s+)?thực\s+hiện|triển\s+khai|theo|thi\s+hành|xét)\s+"
    r"(?:theo\s+|nội\s+dung\s+)?\Z",
    re.IGNORECASE,
)
# What may stand before such words: the beginning, or the end of another clause.
BEFORE = re.compile(r"(?:\A|[;.:])[\s\-–“]*\Z")
# Between two that are named together.
JOINED = re.compile(r"\s*(?:[,;]|,?\s*và|;\s*và)\s*", re.IGNORECASE)


def rested(library: Library, document: Document, opening: Sequence[Provision]) -> dict[str, str]:
    """The IDs of the documents on which one rests, each with the provision of its opening that first says so.

    Only what is registered and certain: a citation that may mean another document is left out.
    """
    found: dict[str, str] = {}
    for provision in opening:
        if provision.kind == TITLE:
            continue
        cited = (each for each in library.cited_in(f"{document.id}#{provision.id}") if each.language == "vi")
        for located in _governed(sorted(cited, key=span_of)):
            resolution = resolve(located, library)
            if isinstance(resolution, Resolved) and resolution.document is not document:
                found.setdefault(resolution.document.id, provision.id)
    return found


def _governed(cited: Sequence[Located]) -> Iterator[Located]:
    """The citations that directly follow words of resting, or a citation that does."""
    end: int | None = None
    for located in cited:
        start, stop = span_of(located)
        start, text = min(start, *(located.reading.locator_span or (start,))), located.text
        lead = RESTS.search(text, 0, start)
        first = lead is not None and BEFORE.search(text, 0, lead.start()) is not None
        if first or (end is not None and JOINED.fullmatch(text, end, start)):
            yield located
            end = stop
        else:
            end = None
