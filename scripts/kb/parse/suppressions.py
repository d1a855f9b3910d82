"""Comments to the check: `<!-- kb: bỏ qua XREF-002: lý do -->` at the end of a line of prose, `# kb: …` in YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt

from kb.model.finding import Span
from kb.model.suppression import Place, Suppression
from kb.model.text import closing

MARK = "kb:"
HTML = re.compile(r"<!--[ \t]*kb:(?P<words>(?:(?!-->).)*)-->")
TRAILING = re.compile(rf"(?:[ \t]*{HTML.pattern.replace('?P<words>', '?:')})+[ \t]*$")
YAML = re.compile(r"(?:^|[ \t])#[ \t]*kb:(?P<words>(?:(?![ \t]#[ \t]*kb:).)*)")
WORDS = re.compile(r"[ \t]*bỏ qua[ \t]+(?P<code>[^\s:]+)[ \t]*(?::(?P<reason>.*))?")
MARKDOWN = MarkdownIt("commonmark").enable("table")


def without(body: str) -> str:
    """The Markdown of a page as readers get it: without these comments, every line where it was."""
    if MARK not in body:
        return body
    lines = body.split("\n")
    for number, _ in _commented(body):
        lines[number] = TRAILING.sub("", lines[number])
    return "\n".join(lines)


def read(text: str, file: str) -> Iterator[Suppression]:
    """All comments to the check in a file below `docs/`, in order."""
    if MARK not in text:
        return
    if not file.endswith(".md"):
        yield from _in_yaml(text, file, 1)
        return
    head, body_line, body = _divided(text)
    yield from _in_yaml(head, file, 1)
    if "/van-ban/" in file:
        yield from _in_words(body, file, body_line)
    else:
        yield from _in_prose(body, file, body_line)


def _divided(text: str) -> tuple[str, int, str]:
    """Front matter, the line on which the body begins, and the body."""
    lines = text.split("\n")
    end = closing(lines) or len(lines)
    return "\n".join(lines[:end]), end + 2, "\n".join(lines[end + 1 :])


def _in_yaml(text: str, file: str, first_line: int) -> Iterator[Suppression]:
    for number, line in enumerate(text.split("\n"), first_line):
        for found in YAML.finditer(line) if MARK in line else ():
            start = found.start() + found[0].index("#")
            yield _suppression(
                found["words"], Span(file, number, start + 1), Place.END if line[:start].strip() else Place.ELSEWHERE
            )


def _in_words(body: str, file: str, first_line: int) -> Iterator[Suppression]:
    """In the words of a document there is no place for one."""
    for number, line in enumerate(body.split("\n"), first_line):
        for found in HTML.finditer(line) if MARK in line else ():
            yield _suppression(found["words"], Span(file, number, found.start() + 1), Place.WORDS)


def _in_prose(body: str, file: str, first_line: int) -> Iterator[Suppression]:
    lines = body.split("\n")
    for number, behind_words in sorted(set(_commented(body))):
        trailing = TRAILING.search(lines[number]) if behind_words else None
        start = trailing.start() if trailing else len(lines[number])
        found = list(HTML.finditer(lines[number]))
        for each in found:
            span = Span(file, first_line + number, each.start() + 1)
            yield _suppression(each["words"], span, Place.END if each.start() >= start else Place.ELSEWHERE)
        if not found:  # over several lines
            yield Suppression("", "", Span(file, first_line + number), Place.ELSEWHERE)


def _commented(body: str) -> Iterator[tuple[int, bool]]:
    """The lines, from 0, with a comment to the check that is no code; and whether words stand before it."""
    for token in MARKDOWN.parse(body):
        line = token.map[0] if token.map else 0
        if token.type == "html_block":
            lines = enumerate(token.content.split("\n"), line)
            yield from ((number, False) for number, each in lines if MARK in each and "<!--" in each)
        for child in token.children or ():
            if child.type == "html_inline" and child.content.startswith("<!--") and MARK in child.content:
                yield line, True
            line += child.type in ("softbreak", "hardbreak") or child.content.count("\n")


def _suppression(words: str, span: Span, place: Place) -> Suppression:
    found = WORDS.fullmatch(words.rstrip())
    code, reason = (found["code"], (found["reason"] or "").strip()) if found else ("", "")
    return Suppression(code, reason, span, place)
