"""Where the sentences of a pasted passage begin and end. It knows no document and no rule."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A sentence ends at such a mark, with the marks that close a quotation, before a blank and what begins another one.
END = re.compile(r"(?<!\.)[.!?](?!\.)[”»\")\]’']*(?=\s+[\"“«‘'(\[]*[\w–•*+-])")
# What may stand before a full stop that ends nothing: `1.`, `II.`, `1.1.`, `a.`, and short forms with a blank behind.
LABEL = re.compile(
    r"(?:\A|[\s(])(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Za-zĐđ]|TP|Tp|TS|ThS|GS|PGS|Nxb|tr|No|vs|Mr|Dr)\Z"
)
LETTER = re.compile(r"[^\W\d_]")
BULLET = re.compile(r"[ \t]*(?:https?://|file://|[-–—•*+]\s|[IVX]{1,5}[.)]\s|\d{1,2}(?:\.\d{1,2})*[.)]\s|[a-zđ]\)\s)")

Extent = tuple[int, int]


def sentences(text: str) -> Iterator[Extent]:
    """The extents of the sentences in a text, in order, without the blanks, dashes and bullets round them.

    A line that breaks off within a sentence goes on in the next one, as text from a PDF does; an empty line, a line
    that begins with a bullet or a capital letter, and the full stop of a sentence are its ends.
    """
    for start, end in _blocks(text):
        for begin, stop in _within(text, start, end):
            if any(map(str.isalnum, text[begin:stop])):
                yield begin, stop


def _blocks(text: str) -> Iterator[Extent]:
    start = at = 0
    for line in text.splitlines(keepends=True):
        following = at + len(line)
        if at > start and (not line.strip() or _begins(text[start:at], line)):
            yield start, at
            start = at
        at = following
    if at > start:
        yield start, at


def _begins(before: str, line: str) -> bool:
    """Whether a line is the beginning of something, or the rest of what stands before it."""
    if not before.strip() or BULLET.match(line):
        return True
    first = LETTER.search(line)
    return before.rstrip()[-1] in ".:;!?" or (
        first is not None and first[0].isupper() and not before.rstrip().endswith(",")
    )


def _within(text: str, start: int, end: int) -> Iterator[Extent]:
    begin = start
    for found in END.finditer(text, start, end):
        word = text[max(begin, found.start() - 8) : found.start()]
        following = LETTER.search(text, found.end(), end)
        goes_on = following is not None and following[0].islower()
        if found[0][0] != "." or not (LABEL.search(word) or goes_on):
            yield _trimmed(text, begin, found.end())
            begin = found.end()
    yield _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Extent:
    bullet = re.compile(r"\s*(?:[-–—•*+]\s+)*").match(text, start, end)
    stop = start + len(text[start:end].rstrip())
    return min(bullet.end(), stop), stop
