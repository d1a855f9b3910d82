"""Who refers to a document or a provision: other documents with their words, and the site's own questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from kb.model.citing import span_of, targets
from kb.model.finding import Span
from kb.model.reference import Located, Ref
from kb.views.context import QUESTIONS, Context, document_path
from kb.views.staged import block, bullets, escape, link

AROUND = 60


def of_document(context: Context, key: str, page: str) -> str:
    """The sections of a document's page: where documents cite it, in their words, and which questions name it."""
    t, citations, questions = context.t, context.citing.get(key, ()), context.questions_naming.get(key, ())
    parts = []
    if citations:
        times = context.count(len(citations), "cited-time", "cited-times")
        places = context.count(len({_place(each) for each in citations}), "unit-one", "units")
        parts += [f"## {t['cited-by']}", block("p.kb-count", t["cited-sum"].format(times, places))]
        parts += [block("div.kb-citing", with_words(context, key, citations, page))]
    if questions:
        items = [link(context.question(each).question, f"{QUESTIONS}/{each}.md", page) for each in questions]
        parts += [f"## {t['naming-questions']}", bullets(items)]
    return "\n\n".join(parts)


def with_words(context: Context, key: str, citations: Iterable[Located], page: str) -> str:
    """A list of the provisions in which the document is cited, each with the citing words."""
    items = []
    for place, group in groupby(citations, _place):
        owner, provision = place
        found = list(group)
        if context.language != "vi":  # the words of the translation
            found = [each for each in context.citations_in.get(place, ()) if key in targets(each, context.library)]
        name = f"{context.pinpoint(Ref(owner, provision, Span('')))}, {context.title(owner)}"
        quotes = quoted(found[0].text, [span_of(each) for each in found]) if found else []
        items.append(
            "\n\n    > ".join([f"- {link(name, document_path(owner), page, provision, '.kb-source')}", *quotes])
        )
    return "\n\n".join(items)


def _place(located: Located) -> tuple[str, str]:
    return located.owner, located.provision


def quoted(text: str, spans: Iterable[tuple[int, int]], around: int = AROUND) -> list[str]:
    """Excerpts as Markdown: each citation strong, with what stands round it, cut at word boundaries.

    Citations that stand close together share an excerpt.
    """
    return [_excerpt(text, *each) for each in _windows(text, sorted(spans), around)]


def _windows(text: str, spans: list[tuple[int, int]], around: int) -> Iterator[tuple[int, int, list[tuple[int, int]]]]:
    held: list[tuple[int, int]] = []
    first = last = 0
    for start, end in spans:
        left = text.rfind(" ", 0, max(start - around, 0)) + 1
        right = text.find(" ", min(end + around, len(text)))
        if held and left > last:
            yield first, last, held
            held = []
        first = first if held else left
        last = len(text) if right < 0 else right
        held.append((start, end))
    if held:
        yield first, last, held


def _excerpt(text: str, first: int, last: int, spans: list[tuple[int, int]]) -> str:
    parts, done = ["… " if first else ""], first
    for start, end in spans:
        if start >= done:
            parts += [_plain(text[done:start]), f"**{_plain(text[start:end])}**"]
            done = end
    return "".join([*parts, _plain(text[done:last]), " …" if last < len(text) else ""])


def _plain(text: str) -> str:
    """Words as Markdown; the lines of a title block become one."""
    return escape(text.replace("\n", " "))
