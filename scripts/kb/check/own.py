"""Which words of a file are our own, and may be mended: never a text of record, nor what quotes one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kb.check.tokens import tokens
from kb.model.document import SOURCES, Document
from kb.model.library import Library
from kb.model.text import closing

# Names of files as they are on the disk, and words as they were received; of a corrigendum also what they became.
EXACT = ("source", "received")
# A document that is held has these from its title block, character for character.
STATED = ("subject", "place")
YAML_LINE = re.compile(r"(?P<head> *(?:- +)*)(?:(?P<key>[\w-]+):(?: +|$))?")
YAML_COMMENT = re.compile(r"(?:^|(?<= ))#.*")
CLOSING = {"“": "”", "«": "»", '"': '"'}
MARK = re.compile(r"""[“”«»‘"]|(?<!\w)'(?=\w)|\n\n""")
# Code, addresses of links, whole addresses, HTML, and the braces that hold an ID: no prose.
MARKUP = re.compile(
    r"(?P<ticks>`+).*?(?<!`)(?P=ticks)(?!`)|\]\([^()\n]*\)|\w+://\S+|<[^>\n]*>|\{[#:][^}\n]*\}", re.DOTALL
)
# Blocks whose lines are shown as they are, or quote.
VERBATIM = ("fence", "code_block", "html_block", "blockquote_open")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of one line, from offset `start` to before `end`; where blanks are layout it is no `prose`."""

    line: int
    start: int
    end: int
    prose: bool = True


@dataclass(frozen=True)
class Own:
    """Our own words in a file, in order, and the lines whose ends are ours, too."""

    stretches: tuple[Stretch, ...]
    ends: frozenset[int]

    def on(self, line: int) -> Sequence[Stretch]:
        return self._by_line.get(line, ())

    @cached_property
    def _by_line(self) -> Mapping[int, Sequence[Stretch]]:
        held: dict[int, list[Stretch]] = {}
        for stretch in self.stretches:
            held.setdefault(stretch.line, []).append(stretch)
        return held

    def holds(self, line: int, start: int, end: int) -> bool:
        """Whether a part of a line is our own from its first to its last character."""
        return any(stretch.start <= start and end <= stretch.end for stretch in self.on(line))


Block = list[Stretch]
"""Lines that belong together: a paragraph, a provision, an entry of a data file."""


def own(library: Library, file: str) -> Own:
    """Our own words in a file that could be read."""
    if file.startswith(SOURCES):
        return Own((), frozenset())
    if not file.endswith(".md"):
        return _data(library.sources[file], (*EXACT, "shown") if file.endswith("/corrigenda.yml") else EXACT)
    lines = library.sources[file].split("\n")
    body = closing(lines) + 1
    document = library.document_at.get(file)
    original = document is not None and document.language == "vi"
    head = _yaml(lines, range(1, body - 1), (*EXACT, *STATED) if original and document.held else EXACT)
    ends = head.ends | {1, body}
    if original:
        return Own(head.stretches, ends)
    below = _translation(document, lines, body) if document else _markdown(lines, body)
    return Own(head.stretches + below.stretches, ends | below.ends)


# Kept, since most data files are the same when they are checked again.
@lru_cache(maxsize=32)
def _data(text: str, exact: tuple[str, ...]) -> Own:
    lines = text.split("\n")
    return _yaml(lines, range(len(lines)), exact)


def _yaml(lines: list[str], numbers: Iterable[int], exact: Collection[str]) -> Own:
    """Values and comments, each entry by itself."""
    entries: list[Block] = [[]]
    ends, exact_depth = set(), None
    for number in numbers:
        line = lines[number]
        found = YAML_LINE.match(line)
        depth = len(found["head"])
        if exact_depth is not None and line.strip() and depth <= exact_depth:
            exact_depth = None
        if exact_depth is None and found["key"] in exact:
            exact_depth = depth
        if exact_depth is not None:
            continue
        ends.add(number + 1)
        comment = YAML_COMMENT.search(line)
        if found["key"] or "-" in found["head"]:
            entries.append([])
        entries[-1].append(_value(line, number + 1, found.end(), comment.start() if comment else len(line)))
        if comment:
            entries += [[Stretch(number + 1, comment.start(), len(line.rstrip()), prose=False)], []]
    return Own(tuple(part for entry in entries for part in _parts(lines, [entry])), frozenset(ends))


def _value(line: str, number: int, start: int, end: int) -> Stretch:
    """Without the marks that make it a scalar."""
    value = line[start:end].rstrip()
    marked = len(value) > 1 and value[0] in "\"'" and value[-1] == value[0]
    return Stretch(number, start + marked, start + len(value) - marked)


def _translation(document: Document, lines: list[str], body: int) -> Own:
    blocks = [
        [
            Stretch(provision.span.line + n, start, start + len(words))
            for n, words in enumerate(provision.text.split("\n"))
            for start in (0 if n else provision.span.column - 1,)
        ]
        for provision in document.provisions
    ]
    return Own(tuple(_parts(lines, blocks)), frozenset(range(body + 1, len(lines) + 1)))


def _markdown(lines: list[str], body: int) -> Own:
    blocks: list[Block] = []
    ends = set(range(body, len(lines)))
    quoting = table = 0
    for token in tokens("\n".join(lines[body:])):
        quoting += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        table += {"table_open": 1, "table_close": -1}.get(token.type, 0)
        if token.map is None:
            continue
        numbers = range(body + token.map[0], body + token.map[1])
        if token.type in VERBATIM:
            ends.difference_update(numbers)
        elif token.type == "tr_open" and not quoting:
            blocks.append([Stretch(numbers[0] + 1, 0, len(lines[numbers[0]].rstrip()), prose=False)])
        elif token.type == "inline" and not quoting and not table:
            blocks.append(list(_paragraph(lines, numbers, token.content)))
    return Own(tuple(_parts(lines, blocks)), frozenset(number + 1 for number in ends))


def _paragraph(lines: list[str], numbers: range, content: str) -> Iterator[Stretch]:
    for number, words in zip(numbers, content.split("\n"), strict=False):
        start = max(lines[number].find(words.strip()), 0)
        yield Stretch(number + 1, start, start + len(words.strip()))


def _parts(lines: list[str], blocks: list[Block]) -> Iterator[Stretch]:
    """What is left of the blocks without markup and quotations."""
    texts = ["\n".join(lines[s.line - 1][s.start : s.end] for s in block) for block in blocks]
    bare = [MARKUP.sub(lambda found: "\0" * len(found[0]), text) for text in texts]
    quoted = list(_quotations("\n\n".join(bare)))
    at = 0
    for block, text in zip(blocks, bare, strict=True):
        markup = [(at + found.start(), at + found.end()) for found in re.finditer("\0+", text)]
        for stretch in block:
            end = at + stretch.end - stretch.start
            for start, stop in _without(at, end, (*quoted, *markup)):
                yield Stretch(stretch.line, stretch.start + start - at, stretch.start + stop - at, stretch.prose)
            at = end + 1
        at += 1 if block else 2


def _without(start: int, end: int, left_out: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for first, last in sorted(left_out):
        if start < min(first, end):
            yield start, min(first, end)
        start = max(start, last)
    if start < end:
        yield start, end


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    """Where blocks quote. A mark without a partner reaches as far as it may: “ and « into the blocks that follow."""
    start, closing, depth, block = 0, "", 0, 0
    for found in MARK.finditer(text):
        mark = found[0]
        if mark == "\n\n":
            block = found.end()
            if closing == '"' and depth:
                yield start, block
                depth = 0
        elif depth and mark == closing:
            depth -= 1
            if not depth:
                yield start, found.end()
        elif depth:
            depth += CLOSING.get(mark) == closing
        elif mark in "‘'":
            # An apostrophe looks like its partner, so nobody can say where it ends.
            end = text.find("\n\n", found.end())
            yield found.start(), end if end >= 0 else len(text)
        elif mark in CLOSING:
            start, closing, depth = found.start(), CLOSING[mark], 1
        else:
            yield block, found.end()
    if depth:
        yield start, len(text)
