"""What a text says has become of other documents: it replaces, repeals or amends them, or another one does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kb.model.acts import (
    ACTIVE,
    BEGINS,
    BY_ANOTHER,
    BY_ITSELF,
    BY_TITLE,
    CLAUSE,
    LABEL,
    LISTED_OVER,
    LISTING,
    PASSIVE,
    UNSAID,
    field_of,
    further,
    in_quotation,
    joined,
    silent,
)
from kb.model.citation import Mention
from kb.model.citing import Resolved, resolve, span_of
from kb.model.document import DASH, TITLE, Document, Provision
from kb.model.finding import Span
from kb.model.labels import quoted as quoted_lines
from kb.model.library import Library
from kb.model.reference import Located
from kb.model.titlelines import upper

# So far before a document the act is looked for.
REACH = 200


class Said(NamedTuple):
    """What has become of a document: the `field` of its entry for that, which one does it, and where that is said."""

    document: Document
    field: str
    by: Document
    provision: Provision
    span: Span


class _Act(NamedTuple):
    """`certain` tells that the document does it, whatever the kind of the other; else only one of its kind may."""

    field: str
    by: Document
    certain: bool


class _Text(NamedTuple):
    """A provision with its citations, in order; `articles` tells whether its document has articles."""

    library: Library
    owner: Document
    provision: Provision
    cited: Sequence[Located]
    articles: bool

    @property
    def words(self) -> str:
        return self.provision.text

    def meant(self, located: Located) -> Document | None:
        """The document that a citation means for certain."""
        resolution = resolve(located, self.library)
        return resolution.document if isinstance(resolution, Resolved) else None


def superseded(library: Library, document: Document, cited: Sequence[Located]) -> Iterator[Said]:
    """What a text says has become of others, in order; `cited` are the citations in its file.

    Only where it is certain which document is meant, and which one does it: a task, a draft, a wish and what stands
    within quotation marks say nothing.
    """
    places: dict[str, list[Located]] = {}
    for each in cited:
        places.setdefault(each.provision, []).append(each)
    articles = any("dieu-" in each.id for each in document.provisions)
    quoted = _quoted(document.provisions)
    listing: _Act | None = None
    for at, provision in enumerate(document.provisions):
        here = sorted(places.get(provision.id, ()), key=span_of)
        text = _Text(library, document, provision, () if at in quoted else here, articles)
        if listing and _is_item(text):
            yield from _said(text, text.cited[0], listing)
            continue
        listing = None
        if at not in quoted and not silent(text.words):
            yield from _active(text)
            yield from _passive(text)
            listing = _listing(text)


def _quoted(provisions: Sequence[Provision]) -> frozenset[int]:
    """Where provisions are words of another document, over several lines too."""
    lines = [each.text for each in provisions]
    return quoted_lines(lines) | {at for at, line in enumerate(lines) if line[:1] in ("“", "«", '"')}


def _is_item(text: _Text) -> bool:
    """Whether a provision begins with a document."""
    return bool(text.cited) and span_of(text.cited[0])[0] == LABEL.match(text.words).end()


def _listing(text: _Text) -> _Act | None:
    """What becomes of the documents that the following provisions name, where this one leads to a list."""
    if not text.words.rstrip().endswith(":"):
        return None
    if found := LISTING.search(text.words):
        return None if in_quotation(text.words, found.start()) else _act(text, found.start(), field_of(found))
    return _Act("expired", text.owner, text.articles) if LISTED_OVER.search(text.words) else None


def _active(text: _Text) -> Iterator[Said]:
    """What follows words of replacing, repealing or amending, and what goes on from there."""
    act: _Act | None = None
    end = 0
    for located in text.cited:
        start, stop = _whole(located)
        found = ACTIVE.search(text.words, max(0, start - REACH), start)
        if in_quotation(text.words, start):
            act = None
        elif found:
            act = _act(text, found.start(), field_of(found, located.reading.locator))
        elif act and not further(text.words, end, start, stop):
            act = None
        if act:
            yield from _said(text, located, act)
        end = stop


def _passive(text: _Text) -> Iterator[Said]:
    """What is said behind documents: by which one they are replaced or amended, or that they have expired."""
    for run in _runs(text):
        (start, _), (_, stop) = _whole(run[0]), _whole(run[-1])
        if not CLAUSE.search(text.words, max(0, start - REACH), start) or in_quotation(text.words, start):
            continue
        following = next((each for each in text.cited if span_of(each)[0] >= stop), None)
        end = _whole(following)[0] if following else len(text.words)
        found = PASSIVE.match(text.words, stop, end)
        act = _done(text, found, following if found and found.end() == end else None) if found else None
        for located in run if act else ():
            part = located.reading.locator is not None
            if not (part and act.field == "expired"):
                yield from _said(text, located, act._replace(field="amended_by") if part else act)


def _runs(text: _Text) -> Iterator[list[Located]]:
    """The citations, those together that nothing parts but a comma or an `và`."""
    run: list[Located] = []
    for located in text.cited:
        if run and not joined(text.words, _whole(run[-1])[1], _whole(located)[0]):
            yield run
            run = []
        run.append(located)
    if run:
        yield run


def _done(text: _Text, found: re.Match[str], by: Located | None) -> _Act | None:
    if found["over"]:
        return _Act("expired", text.owner, certain=True)
    agent = text.meant(by) if by else None
    return _Act(field_of(found), agent, agent is text.owner) if agent else None


def _whole(located: Located) -> tuple[int, int]:
    """The extent of a citation with the provision that it names."""
    start, stop = span_of(located)
    return min(start, *(located.reading.locator_span or (start,))), stop


def _act(text: _Text, at: int, field: str) -> _Act | None:
    """An act with the document that does it, named before an offset; None where nobody can say which one that is."""
    words, before = text.words, [each for each in text.cited if span_of(each)[1] <= at]
    itself = [each for each in before if isinstance(each.reading, Mention) and text.meant(each) is text.owner]
    end = span_of(itself[-1])[1] if itself else 0
    if itself and BY_ITSELF.fullmatch(words, end, at) and not UNSAID.search(words, end, at):
        return _Act(field, text.owner, certain=True)
    if text.provision.kind == TITLE:
        return _Act(field, text.owner, text.articles) if _is_subject(words, at) else None
    if BEGINS.search(words, max(0, at - REACH), at):
        # Without articles it may be a task: `Sửa đổi, bổ sung Quy chế …` in a plan.
        said = text.articles or (field != "amended_by" and text.provision.kind != DASH)
        return _Act(field, text.owner, text.articles) if said else None
    if before and BY_ANOTHER.fullmatch(words, span_of(before[-1])[1], at):
        by = text.meant(before[-1])
        return _Act(field, by, certain=False) if by else None
    return None


def _is_subject(words: str, at: int) -> bool:
    """Whether the subject in a title block begins with what stands at an offset: right below the kind."""
    line = words.rfind("\n", 0, at) + 1
    return upper(words[:line].rstrip().rpartition("\n")[2]) and BY_TITLE.fullmatch(words, line, at) is not None


def _said(text: _Text, located: Located, act: _Act) -> Iterator[Said]:
    """The act where its other end is certain: another document, that is not later, and of a kind that it may befall."""
    document, by = text.meant(located), act.by
    if document is None or document in (text.owner, by) or document.hidden or by.hidden:
        return
    late = bool(by.date and document.date and by.date < document.date)
    if not late and (act.certain or by.kind == document.kind):
        yield Said(document, act.field, by, text.provision, located.span)
