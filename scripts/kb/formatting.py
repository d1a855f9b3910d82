"""Our own prose laid out as the project has it: one sentence a line, one empty line between blocks, no stray blanks.

Only how it is laid out in the file changes: no word, and nothing of what readers see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.check.own import MARKUP
from kb.check.tokens import tokens
from kb.model.sentences import sentences
from kb.model.text import plain
from kb.tree import FLAT

FENCE = "---\n"
# A line that begins so is no prose for one of the two readers of Markdown: blocks, definitions, attributes, tables.
NO_PROSE = re.compile(r"\s*(?::|/{3,}|\*\[|\{|\||<|\[[^\]]*\]:|=+\s*\Z|-+\s*\Z)")
# So may end, or hold, a line whose end must stay where it is: a break, a comment to the check, an attribute.
BOUND = re.compile(r"(?: {2}|\\)\Z|<!--|\{:|\{ ?[.#]")
# What would begin a block if it began a line.
BEGINS = re.compile(r"[-+*=#>|:~`/<{]|\d+[.)]\s|\[[^\]]*\]:")
ENDED = re.compile(r"[.!?][”»\")\]’']*\s*\Z")
QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"|\[[^\]]*\]|\([^()]*\)")
# Two blanks at the end of a line break it there, and one belongs to a mark that begins a block.
STRAY = re.compile(r"^[ \t]+\Z|(?<=\S[ \t]\S)[ \t]\Z|(?<=\w\w)[ \t]\Z")


def ours(path: str) -> bool:
    """Whether a file below the checkout is our own prose: a question or a page, in any language."""
    parts = path.split("/")
    kept = len(parts) > 2 and parts[0] == "docs" and not parts[1].startswith("_") and parts[2] != FLAT[0]
    return kept and path.endswith(".md")


def formatted(text: str) -> str:
    """A Markdown file of ours in the project's form; the front matter stays as it is. Twice is once."""
    text = plain(text)
    head, body = _split(text)
    return f"{head}{_body(body)}" if body else head


def _split(text: str) -> tuple[str, str]:
    if not text.startswith(FENCE):
        return "", text
    end = text.find(f"\n{FENCE}", len(FENCE) - 1)
    return (text[: end + 1 + len(FENCE)], text[end + 1 + len(FENCE) :]) if end >= 0 else (text, "")


def _body(body: str) -> str:
    lines, verbatim = body.split("\n"), set()
    for token in tokens(body):
        if token.type in ("fence", "code_block", "html_block"):
            verbatim |= set(range(*token.map))
    made: list[str] = []
    at = 0
    for first, last in [*_paragraphs(body), (len(lines), len(lines))]:
        for number in range(at, first):
            line = lines[number] if number in verbatim else STRAY.sub("", lines[number])
            if line or number in verbatim or not made or made[-1]:
                made.append(line)
        made += _sentences(lines[first:last])
        at = last
    return "\n".join(made).rstrip("\n") + "\n"


def _paragraphs(body: str) -> Iterator[tuple[int, int]]:
    """The lines of each paragraph that stands in nothing else and may be laid out anew."""
    lines = body.split("\n")
    for token in tokens(body):
        if token.type == "paragraph_open" and token.level == 0:
            first, last = token.map
            held = lines[first:last]
            if not any(NO_PROSE.match(line) or BOUND.search(line) for line in held):
                yield first, last


def _sentences(lines: list[str]) -> Iterator[str]:
    """The same words, a line for each sentence; a line that ends one ends here too."""
    words: list[str] = []
    for line in lines:
        words += line.split()
        if ENDED.search(line):
            yield from _divided(" ".join(words))
            words = []
    if words:
        yield from _divided(" ".join(words))


def _divided(text: str) -> Iterator[str]:
    kept = [found.span() for pattern in (MARKUP, QUOTED) for found in pattern.finditer(text)]
    start = 0
    for _, end in sentences(text):
        inside = any(begin < end < stop for begin, stop in kept)
        following = text[end:].lstrip()
        if following and not inside and text[end] == " " and not BEGINS.match(following):
            yield text[start:end]
            start = end + 1
    yield text[start:]
