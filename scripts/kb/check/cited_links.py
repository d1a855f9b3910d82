"""Words of a link that begin with a citation lead to the document that is cited, or to a passage that cites it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kb.check.case import Case
from kb.check.prose import Block, Link, blocks, provision
from kb.model.citing import meant, resolve, span_of
from kb.model.document import Document
from kb.model.finding import Finding
from kb.model.library import LANGUAGES
from kb.model.prose import Page, Question
from kb.model.reference import Located

LEAD = re.compile(r"[\s“«\"]*(?:the\s+|các\s+)?(?:số:?\s+|nos?\.?\s+)?", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """The links of questions and pages, in both languages."""
    library = case.library
    for language in LANGUAGES:
        for prose in library.prose(language):
            if citations := library.cited_by_file.get(prose.path):
                yield from _prose(case, prose, sorted(citations, key=lambda each: each.span))


def _prose(case: Case, prose: Question | Page, citations: Sequence[Located]) -> Iterator[Finding]:
    for block in blocks(prose):
        for link in block.links:
            target = provision(link, prose.path)
            start, end = block.span(link.start), block.span(link.end)
            if target is None or target[0] not in case.library.originals or case.wrong(start, end):
                continue
            first, last = (bisect_left(citations, place, key=lambda each: each.span) for place in (start, end))
            inside = citations[first:last]
            cited = [document for each in inside if (document := meant(resolve(each, case.library)))]
            if not cited or not _begins(block.text[link.start : link.end], inside[0]):
                continue
            if target[0] not in [document.id for document in cited] and not _told(case, target, cited[0]):
                yield _finding(block, link, target[0], cited[0])


def _begins(words: str, first: Located) -> bool:
    """Whether a link begins with a citation: with its locator, its kind or its number."""
    lead = LEAD.match(words).end()
    reading, text = first.reading, first.text
    starts = {reading.start, span_of(first)[0], *(reading.locator_span or ())[:1]}
    return any(words[lead:].startswith(text[begin : reading.end].split("\n")[0]) for begin in starts)


def _told(case: Case, target: tuple[str, str], document: Document) -> bool:
    """Whether the link leads to a passage that itself cites the document: what it says there may be what is meant."""
    cited = case.library.cited_in("#".join(target)) if target[1] else ()
    return any(meant(resolve(each, case.library)) is document for each in cited)


def _finding(block: Block, link: Link, target: str, document: Document) -> Finding:
    said = block.text[link.start : link.end]
    message = f"Chữ của liên kết ghi «{said}», liên kết lại dẫn tới văn bản {target}."
    remedy = f"Sửa liên kết thành {document.id}.md, hoặc sửa chữ."
    return Finding("LINK-004", block.span(link.start), message, remedy)
