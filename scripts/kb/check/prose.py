"""Our own prose as a reader sees it: blocks of plain text, whose characters know their places in the file."""

from __future__ import annotations

import posixpath
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from markdown_it.token import Token

from kb.check.tokens import tokens
from kb.model.finding import Span
from kb.model.prose import Page, Question

# Stands for code, pictures and whatever else has no words of ours.
OPAQUE = "\ufffc"
FOLDER = "van-ban"


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere: where they begin and end in the text of their block, and the target as written."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, item, cell or field; lines that only Markdown breaks are joined by a blank.

    `places` holds offsets in the text, in order, with the place of what stands there; from each on the text runs
    along a line of the file.
    """

    text: str
    places: tuple[tuple[int, Span], ...]
    links: tuple[Link, ...] = ()
    heading: bool = False
    quoted: bool = False

    def span(self, offset: int) -> Span:
        """The place of a character."""
        start, place = self.places[max(bisect_right(self.places, offset, key=lambda each: each[0]) - 1, 0)]
        return Span(place.file, place.line, place.column + offset - start)


def blocks(prose: Question | Page) -> Iterator[Block]:
    """The title or question, then the body."""
    words, key = (prose.question, "question") if isinstance(prose, Question) else (prose.title, "title")
    if words and (place := prose.at.get(key)):
        yield Block(words, ((0, place),), heading=True)
    yield from body(prose.body, prose.path, prose.body_line)


# Kept, since several checks ask for them, and most are the same when they are checked again.
@lru_cache(maxsize=1 << 14)
def body(text: str, file: str, first_line: int) -> tuple[Block, ...]:
    """The blocks of a Markdown text that begins on line `first_line` of `file`."""
    lines = text.split("\n")
    around: list[str] = []
    found = []
    for token in tokens(text):
        if token.nesting:
            around = [*around, token.type] if token.nesting > 0 else around[:-1]
        elif token.type == "inline" and token.children and token.map:
            heading, quoted = around[-1] == "heading_open", "blockquote_open" in around
            found.append(_Inline(token, lines, file, first_line).block(heading, quoted))
    return tuple(found)


def provision(link: Link, file: str) -> tuple[str, str] | None:
    """The document and the anchor (empty for the whole) to which a link in a file leads, if to a document."""
    path, _, fragment = link.target.partition("#")
    folder, _, name = posixpath.normpath(posixpath.join(posixpath.dirname(file), path)).rpartition("/")
    if not path or not name.endswith(".md") or posixpath.basename(folder) != FOLDER:
        return None
    return name.removesuffix(".md"), fragment


class _Inline:
    """Reads the tokens of one block, looking each of them up in the source."""

    def __init__(self, token: Token, lines: list[str], file: str, first_line: int) -> None:
        self._source = token.content
        self._starts = list(_starts(token, lines, file, first_line))
        self._text: list[str] = []
        self._length = self._at = 0
        self._places: list[tuple[int, Span]] = []
        self._links: list[Link] = []
        self._open: list[tuple[int, str]] = []
        for child in token.children or ():
            self._read(child)

    def block(self, heading: bool, quoted: bool) -> Block:
        return Block("".join(self._text), tuple(self._places), tuple(self._links), heading, quoted)

    def _read(self, child: Token) -> None:
        if child.type == "text":
            self._add(child.content, self._source.find(child.content, self._at))
        elif child.type in ("softbreak", "hardbreak"):
            self._add(" ", self._source.find("\n", self._at))
        elif child.type == "link_open":
            self._open.append((self._length, str(child.attrGet("href") or "")))
            self._skip("[", self._at)
        elif child.type == "link_close" and self._open:
            start, target = self._open.pop()
            self._links.append(Link(start, self._length, target))
            self._skip(")", self._source.find("](", self._at))
        elif child.content:
            found = self._source.find(child.content, self._at)
            self._add(OPAQUE, found)
            self._skip(child.content, found)

    def _add(self, text: str, at: int) -> None:
        """Words that the source has otherwise, such as a named character, stand about where they must be."""
        at = self._at if at < 0 else at
        index = bisect_right(self._starts, at, key=lambda each: each[0]) - 1
        start, place = self._starts[index]
        self._places.append((self._length, Span(place.file, place.line, place.column + at - start)))
        self._text.append(text)
        self._length += len(text)
        self._at = at + len(text)

    def _skip(self, source: str, start: int) -> None:
        found = self._source.find(source, start) if start >= 0 else -1
        self._at = found + len(source) if found >= 0 else self._at


def _starts(token: Token, lines: list[str], file: str, first_line: int) -> Iterator[tuple[int, Span]]:
    """Where each line of a block's source begins, in the source and in the file; what stands before it is lost."""
    offset = 0
    for number, line in enumerate(token.content.split("\n"), token.map[0]):
        column = lines[number].find(line) + 1 if number < len(lines) else 0
        yield offset, Span(file, first_line + number, max(column, 1))
        offset += len(line) + 1
