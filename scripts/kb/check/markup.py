"""HTML and script have no place in content: the theme makes the markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from markdown_it.token import Token

from kb.check.case import Case
from kb.check.tokens import SCRIPT, tokens
from kb.model.finding import Finding, Severity, Span

# Without one of these a text has neither HTML nor an address, and need not be read as Markdown.
MARKUP = re.compile(r"<|\]\(|\]:")
# What the views write and authors of prose may not: attributes of what stands before them, and blocks with a tag.
STAGING = re.compile(r"\{:?[ \t]*[#.\w][^{}\n]*\}|^[ ]{0,3}[/:]{3,}(?:[ \t].*)?$", re.MULTILINE)
DOCUMENTS = re.compile(r"docs/\w+/van-ban/")
# Comments to the check are judged as such; at the end of a line they are taken off before a page is made.
TO_THE_CHECK = re.compile(r"<!--[ \t]*kb:")
TAG = re.compile(r"<(?P<closing>/?)(?P<name>[a-z][a-z0-9-]*)", re.IGNORECASE)
SHOWN = 40


def check(case: Case) -> Iterator[Finding]:
    """Every authored page; what a text of record holds is shown as it is, and only noted."""
    library = case.library
    for file, text in sorted(library.sources.items()):
        if file.endswith(".md") and file not in library.unreadable:
            for line, what in _pieces(text, not DOCUMENTS.match(file)):
                quoted = case.quoted(file)
                if line not in case.judged(file):
                    severity = Severity.NOTICE if line in quoted else Severity.ERROR
                    yield finding(Span(file, line), what, severity)


def finding(span: Span, what: str, severity: Severity = Severity.ERROR, details: tuple[str, ...] = ()) -> Finding:
    """What is said of a piece of HTML or script, wherever it was met."""
    shown = what if len(what) <= SHOWN else what[:SHOWN] + "…"
    message = f"Nội dung không được chứa HTML hay mã lệnh: «{shown}»."
    return Finding("TEXT-005", span, message, "Chỉ dùng Markdown; bỏ thẻ này.", severity, details)


def pieces(text: str) -> list[str]:
    """The HTML and script in the words of a provision, in order."""
    return [what for token in tokens(text) for _, what in _html_in(token)] if MARKUP.search(text) else []


# Kept, since most texts are the same when they are checked again.
@lru_cache(maxsize=65536)
def _pieces(text: str, ours: bool) -> tuple[tuple[int, str], ...]:
    """The HTML and script of a page, one piece a line, each with its line; the end of an element is none of its own."""
    return tuple(_found(text, ours)) if MARKUP.search(text) or (ours and STAGING.search(text)) else ()


def _found(text: str, ours: bool) -> Iterator[tuple[int, str]]:
    body_line = 1
    if text.startswith("---\n") and (end := text.find("\n---\n", 3)) >= 0:
        body_line = text.count("\n", 0, end + 5) + 1
        text = text[end + 5 :]
    said: set[int] = set()
    opened: set[str] = set()
    for token in tokens(text):
        line = body_line + (token.map[0] if token.map else 0)
        for offset, what in (*_html_in(token), *(_staging_in(token) if ours else ())):
            if TO_THE_CHECK.match(what):
                continue
            tag = TAG.match(what)
            ending = tag and tag["closing"] and tag["name"].lower() in opened
            opened |= {found["name"].lower() for found in TAG.finditer(what) if not found["closing"]}
            if not ending and line + offset not in said:
                said.add(line + offset)
                yield line + offset, what


def _html_in(token: Token) -> Iterator[tuple[int, str]]:
    if token.type == "html_block":
        yield 0, token.content.strip()
    offset = 0
    for child in token.children or ():
        offset += child.type in ("softbreak", "hardbreak")
        target = str(child.attrGet("href") or child.attrGet("src") or "")
        if child.type == "html_inline" and child.content:
            yield offset, child.content
        elif SCRIPT.match(target):
            yield offset, target


def _staging_in(token: Token) -> Iterator[tuple[int, str]]:
    offset = 0
    for child in token.children or ():
        offset += child.type in ("softbreak", "hardbreak")
        if child.type == "text" and (found := STAGING.search(child.content)):
            yield offset, found[0]
