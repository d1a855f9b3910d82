"""Links that were meant and are none: on the page their brackets would stand as they were typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from kb.check.case import Case
from kb.check.tokens import tokens
from kb.model.finding import Finding, Span
from kb.model.library import LANGUAGES
from kb.model.prose import Page, Question

# What only a link has between its brackets: a page of ours, a place on one, or a host.
ADDRESS = r"(?=(?:[^()\[\]\s]*\.md\b|#|https?://))[^()\[\]\s]+"
# Marks without a letter before them, such as `[1][2]` and `[…][…]`, are nobody's link.
WORDS = r"\[(?![\W\d_]*\])[^\[\]]+\]"
UNMADE = re.compile(
    rf"{WORDS}\[[^\[\]]*\]"  # [words][name] where no line says what the name means
    rf"|{WORDS}\s?\({ADDRESS}\)?"  # [words] (page.md), or [words](page.md that never ends
    rf"|\([^()]+\)\[{ADDRESS}\]"  # (words)[page.md]
    r"|\[\^[^\[\]\s]+\]"  # a footnote, which the site has not
)
HINT = ("][", "](", "] (", ")[", "[^")
# No further behind the one before than a line is long.
FAR = 10_000
REMEDY = "Ghi liền nhau, đủ bốn dấu ngoặc: [chữ](đường-dẫn.md#mã)."


def check(case: Case) -> Iterator[Finding]:
    """Questions and pages, in both languages."""
    for language in LANGUAGES:
        for prose in case.library.prose(language):
            if any(mark in prose.body for mark in HINT):
                yield from case.by_itself(prose.path, (prose,), partial(_found, prose))


def _found(prose: Question | Page) -> Iterator[Finding]:
    lines = [*prose.body.split("\n"), ""]
    line, start = -1, 0
    for number, words in _left(prose.body):
        line, start = number, start if number == line else 0
        # What was escaped on purpose stands otherwise in the file.
        at = lines[min(line, len(lines) - 1)].find(words, start, start + FAR)
        if at >= 0:
            start = at + len(words)
            span = Span(prose.path, prose.body_line + line, at + 1)
            yield Finding("LINK-001", span, f"Liên kết viết chưa thành: «{words}».", REMEDY)


def _left(body: str) -> Iterator[tuple[int, str]]:
    """The lines of a text with what Markdown left there as words."""
    for token in tokens(body):
        number = token.map[0] if token.map else 0
        for child in token.children or ():
            number += child.type in ("softbreak", "hardbreak")
            if child.type == "text":
                yield from ((number, found[0]) for found in UNMADE.finditer(child.content))
