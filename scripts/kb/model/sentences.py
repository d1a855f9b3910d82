"""Where the sentences of a pasted passage begin and end. It knows no document and no rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

# What leads to a note, as it is pasted from Word or typed; `m²` and `10³` do not.
NOTE = r"(?:\[(?:\d{1,3}|[ivxl]{1,6})\]|(?<!\d)(?<!(?<!\w)m)(?<![ckdm]m)[⁰¹²³⁴-⁹]{1,3})"
# A sentence ends at such a mark, with the marks that close a quotation, before a blank and what begins another one.
END = re.compile(rf"(?<!\.)(?<!\.\s)[.!?](?!\s?\.)(?:{NOTE})?[”»\")\]’']*(?:{NOTE})?(?=\s+[\"“«‘'(\[]*[\w–•*+-])")
# What may stand before a full stop that ends nothing: `1.`, `II.`, `1.1.`, `a.`, and short forms with a blank behind.
LABEL = re.compile(
    r"(?:\A|[\s(“\"«‘'])(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Za-zĐđ]|TP|Tp|TS|ThS|GS|PGS|Nxb|tr|No|vs|Mr|Dr)\Z"
)
# And before a figure only: `see no. 23`, not `the answer is no.`
COUNTED = re.compile(r"(?:\A|[\s(“\"«‘'])(?:[Nn]os?|[Aa]rts?|[Pp]ara|[Ss]ec|[Pp]p|[Ff]ig)\Z")
FIGURE = re.compile(r"\s*\d")
LETTER = re.compile(r"[^\W\d_]")
# Those of Word, too, which lie in the private use area of its symbol fonts.
GLYPH = r"[-–—•*+·○●◦▪▫■□◆◇►▶▸‣⁃➢➤✓✔\uf000-\uf0ff]"
# What mails put before the lines that they quote.
MAIL = r"[ \t]*(?:>[ \t]*)*"
BULLET = re.compile(
    rf"{MAIL}(?:https?://|file://|{GLYPH}\s|o\s|[-–—•](?=[^\W\d_]+\s)"
    rf"|{NOTE}\s"
    r"|[IVX]{1,5}[.)]\s|\d{1,2}(?:\.\d{1,2})*[.)/]\s|[a-zđ]\)\s)"
)
# A dash may be pasted without its blank.
LEADING = re.compile(rf"\s*(?:>\s*|{GLYPH}\s+|[-–—•](?=[^\W\d_]+\s))*")
# No sentence ends so: `thư-`, `2021 -`.
HYPHEN = re.compile(r"(?:[^\W\d_]-|\s[-–—])\Z")
YEAR = re.compile(r"[\s>]*[-–—]\s*\d{4}\b")
EMPTY = re.compile(r"[\s>]*\Z")
# A line of wrapped text is so long, and ends where the next word would make it about as long as the longest one. No
# text is wrapped as wide as paragraphs are long; its first line has what a writer says ahead, too.
SHORT, WIDE, LEAD = 30, 140, 160
FULL = 0.9

Extent = tuple[int, int]


def sentences(text: str) -> Iterator[Extent]:
    """The extents of the sentences in a text, in order, without the blanks, dashes and bullets round them.

    A line that breaks off within a sentence goes on in the next one, as text from a PDF does; an empty line, a line
    that begins with a bullet, one that begins with a capital letter where the line before it had room for it, and the
    full stop of a sentence are its ends.
    """
    for start, end in _blocks(text):
        for begin, stop in _within(text, start, end):
            if any(map(str.isalnum, text[begin:stop])):
                yield begin, stop


def _blocks(text: str) -> Iterator[Extent]:
    start = at = 0
    before = begun = ""
    lines = text.splitlines(keepends=True)
    for line, width in zip(lines, _widths(lines), strict=True):
        following = at + len(line)
        if at > start and (EMPTY.match(line) or _begins(begun, before, line, width)):
            yield start, at
            start = at
        begun, before = (line if start == at else begun), line
        at = following
    if at > start:
        yield start, at


def _widths(lines: Sequence[str]) -> list[int]:
    """For each line how wide its paragraph or item is.

    That is its longest line but for the first, with what a writer says ahead, and the last, with a source behind it.
    """
    found: list[int] = []
    begun = 0
    for number in range(len(lines) + 1):
        if number == len(lines) or EMPTY.match(lines[number]) or BULLET.match(lines[number]):
            lengths = [len(line.rstrip()) for line in lines[begun:number] if not EMPTY.match(line)]
            inner = lengths[1:-1] if len(lengths) > 3 else lengths[-2:]
            found += [max(inner, default=0)] * (number - begun)
            begun = number
    return found


def _begins(begun: str, before: str, line: str, width: int) -> bool:
    """Whether a line is the beginning of something, or the rest of the lines from `begun` to `before`."""
    if EMPTY.match(before):
        return True
    first, said = LETTER.search(line), before.rstrip()
    if BULLET.match(line):
        return not _broken(begun, before, line)
    if HYPHEN.search(said[-2:]):
        return False
    small = first is not None and first[0].islower()
    if said[-1] in ".:;!?":
        return not (small and said[-1] in ":;" and _wrapped(said, line, width))
    broken = said[-1] == "," or (said[-1].isalnum() and _wrapped(said, line, width))
    return first is not None and first[0].isupper() and not broken


def _wrapped(said: str, line: str, width: int) -> bool:
    """Whether a line ended because there was no room for the next word."""
    word = line.lstrip("> \t").split(maxsplit=1)[:1]
    within = SHORT <= len(said) <= width + LEAD and width <= WIDE
    return within and len(said) + 1 + len("".join(word)) >= FULL * width


def _broken(begun: str, before: str, line: str) -> bool:
    """Whether a line was broken at a dash within a sentence: `kinh tế` and `- xã hội`, `2021` and `- 2026`.

    Items of a list are alike.
    """
    said = before.rstrip()
    if YEAR.match(line):
        return said[-1].isdigit()
    letters = [found[0] for found in (LETTER.search(begun), LETTER.search(line)) if found]
    cases = [letter.isupper() for letter in letters if letter.isupper() or letter.islower()]
    return line.lstrip("> \t")[:1] in ("-", "–", "—") and cases == [True, False] and said[-1].isalnum()


def _within(text: str, start: int, end: int) -> Iterator[Extent]:
    begin = start
    following = LETTER.search(text, start, end)
    for found in END.finditer(text, start, end):
        word = text[max(begin, found.start() - 8) : found.start()]
        if following and following.start() < found.end():
            following = LETTER.search(text, found.end(), end)
        goes_on = following is not None and following[0].islower()
        counts = COUNTED.search(word) and FIGURE.match(text, found.end())
        if found[0][0] != "." or not (LABEL.search(word) or counts or goes_on):
            yield _trimmed(text, begin, found.end())
            begin = found.end()
    yield _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Extent:
    bullet = LEADING.match(text, start, end)
    stop = start + len(text[start:end].rstrip())
    return min(bullet.end(), stop), stop
