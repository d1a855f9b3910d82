"""Where the sentences of a pasted passage begin and end. It knows no document and no rule."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A sentence ends at such a mark, with the marks that close a quotation, before a blank and what begins another one.
END = re.compile(r"(?<!\.)(?<!\.\s)[.!?](?!\s?\.)[”»\")\]’']*(?=\s+[\"“«‘'(\[]*[\w–•*+-])")
# What may stand before a full stop that ends nothing: `1.`, `II.`, `1.1.`, `a.`, and short forms with a blank behind.
LABEL = re.compile(
    r"(?:\A|[\s(])(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Za-zĐđ]|TP|Tp|TS|ThS|GS|PGS|Nxb|tr|No|vs|Mr|Dr)\Z"
)
LETTER = re.compile(r"[^\W\d_]")
# Those of Word, too, which lie in the private use area of its symbol fonts.
GLYPH = r"[-–—•*+·○●◦▪▫■□◆◇►▶▸‣⁃➢➤✓✔\uf000-\uf0ff]"
BULLET = re.compile(
    rf"[ \t]*(?:https?://|file://|{GLYPH}\s|o\s|[-–—•](?=[^\W\d_]+\s)"
    r"|[IVX]{1,5}[.)]\s|\d{1,2}(?:\.\d{1,2})*[.)]\s|[a-zđ]\)\s)"
)
# A dash may be pasted without its blank.
LEADING = re.compile(rf"\s*(?:{GLYPH}\s+|[-–—•](?=[^\W\d_]+\s))*")

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
    before = begun = ""
    for line in text.splitlines(keepends=True):
        following = at + len(line)
        if at > start and (not line.strip() or _begins(begun, before, line)):
            yield start, at
            start = at
        begun, before = (line if start == at else begun), line
        at = following
    if at > start:
        yield start, at


def _begins(begun: str, before: str, line: str) -> bool:
    """Whether a line is the beginning of something, or the rest of the lines from `begun` to `before`."""
    if not before.strip():
        return True
    first = LETTER.search(line)
    if BULLET.match(line):
        return not _broken(begun, before, line)
    return before.rstrip()[-1] in ".:;!?" or (
        first is not None and first[0].isupper() and not before.rstrip().endswith(",")
    )


def _broken(begun: str, before: str, line: str) -> bool:
    """Whether a line was broken at a dash within a sentence: `kinh tế` and `- xã hội`; items of a list are alike."""
    letters = [found[0] for found in (LETTER.search(begun), LETTER.search(line)) if found]
    cases = [letter.isupper() for letter in letters if letter.isupper() or letter.islower()]
    return line.lstrip()[0] in "-–—" and cases == [True, False] and before.rstrip()[-1].isalnum()


def _within(text: str, start: int, end: int) -> Iterator[Extent]:
    begin = start
    following = LETTER.search(text, start, end)
    for found in END.finditer(text, start, end):
        word = text[max(begin, found.start() - 8) : found.start()]
        if following and following.start() < found.end():
            following = LETTER.search(text, found.end(), end)
        goes_on = following is not None and following[0].islower()
        if found[0][0] != "." or not (LABEL.search(word) or goes_on):
            yield _trimmed(text, begin, found.end())
            begin = found.end()
    yield _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Extent:
    bullet = LEADING.match(text, start, end)
    stop = start + len(text[start:end].rstrip())
    return min(bullet.end(), stop), stop
