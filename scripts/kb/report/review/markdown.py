"""A review as Markdown that forges show: tables of old and new words; nothing in it is taken for markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.model.review import Review
from kb.model.sidebyside import Lines
from kb.report.contents import SURROGATE, VISIBLE
from kb.report.review import outline
from kb.report.review.outline import Entry

# All that Markdown, or a forge's own reading of it (names of people, issues, addresses), makes something of.
SPECIAL = re.compile(r"[\\`*_{}\[\]#!|~<>&@$%]|:(?! |\Z)|(?<=www)\.", re.IGNORECASE)


def render(review: Review) -> str:
    return "\n".join(_lines(review))


def _lines(review: Review) -> Iterator[str]:
    yield f"# {_text(outline.TITLE.format(review.base, review.head))}"
    yield ""
    if review.secret:
        yield outline.SECRET
        yield ""
        yield from (f"- {_text(file)}" for file in review.secret)
        return
    found = outline.parts(review)
    if not found:
        yield outline.NOTHING
        return
    if found[0].title != outline.FIRST:
        yield f"{_text(outline.counts(found))}\n"
    for number, part in enumerate(found):
        yield f"## {part.heading}"
        yield ""
        for entry in part.entries:
            yield from _entry(entry)
        yield ""
        if number == 0 and part.title == outline.FIRST and found[1:]:
            yield f"{_text(outline.counts(found[1:]))}\n"


def _entry(entry: Entry) -> Iterator[str]:
    mark = "❗ " if entry.alarming else ""
    yield f"- {mark}**{entry.verb}:** {_text(entry.name)}{_place(entry)}"
    for remark in entry.remarks:
        yield f"    - {_text(remark)}"
    if entry.backlinks:
        yield f"    - Chỗ khác nhắc tới ({len(entry.backlinks)}):"
        for name, span in entry.backlinks:
            yield f"        - {_text(name)} (`{_code(span.file)}:{span.line}`)"
    if entry.lines:
        yield ""
        yield from (f"    {line}" for line in _table(entry.lines))
        yield ""


def _place(entry: Entry) -> str:
    return f" (`{_code(entry.span.file)}:{entry.span.line}`)" if entry.span else ""


def _table(lines: Lines) -> Iterator[str]:
    yield "| Cũ | Mới |"
    yield "| --- | --- |"
    for old, new in outline.sides(lines, _text):
        yield f"| {old} | {new} |"


def _text(text: str) -> str:
    """Plain text as Markdown that shows just that, on one line."""
    return SPECIAL.sub(lambda found: f"&#{ord(found[0])};", SURROGATE.sub("\ufffd", text).translate(VISIBLE))


def _code(text: str) -> str:
    """A path inside backquotes."""
    return SURROGATE.sub("\ufffd", text).translate(VISIBLE).replace("`", "ˋ").replace("|", "¦")
