"""Text as the grammar wants to see it, with a way back to the offsets of the text as given."""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from kb.model.citation import Span

# One code point for one code point: offsets stay as they are.
SAME_WIDTH = {
    # Dashes. A soft hyphen is what PDF extraction leaves of a hyphen at the end of a line.
    **dict.fromkeys("\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
    **dict.fromkeys("\u2044\u2215\uff0f", "/"),
    # U+00D0 and U+0189 look like Đ (U+0110), and no normal form brings them together.
    **dict.fromkeys("\u00d0\u0189", "\u0110"),
    "\u00f0": "\u0111",
    # NFC turns the Kelvin sign into K; without this the two normal forms of a text would read differently.
    "\u212a": "K",
    # Blanks of all kinds, and what stands for a blank: word segmentation (Nghị_định), Markdown, escapes.
    **dict.fromkeys("\t\u00a0\u2000\u2001\u2002\u2003\u2007\u2009\u202f\u200b\u2060\ufeff_*`\\", " "),
}
PRINTED = re.compile(f"[{re.escape(''.join(SAME_WIDTH))}]")
# Vietnamese letters carry at most two marks; a longer run is no text, and composing it costs more than linear time.
CLUSTER = "[^\\W\\d_][\u0300-\u036f]{1,4}"
# Where a line, a paragraph or a cell ends in HTML; other elements only stand between words.
LINES = "p|div|br|li|ul|ol|tr|table|tbody|thead|section|blockquote|hr|h[1-6]"
ELEMENTS = f"(?:{LINES}|td|th|a|b|big|center|code|em|font|i|img|label|s|small|span|strong|sub|sup|u)"
TAG = rf"</?{ELEMENTS}(?:\s[^<>]{{0,300}})?/?>"
ENTITY = r"&(?:[a-z]{2,8}|#[0-9]{1,5}|#x[0-9a-f]{1,5});"
# Where a Markdown link leads, which nobody reads: `[Thông tư số …](https://…) ngày …`
LINKED = r"\]\((?:https?://|\.{0,2}/|#)[^\s()]{0,500}\)"
# What is written longer than it is read: HTML, the indent of a line, a line break in JSON, a decomposed letter.
LONGER = rf"{TAG}(?:\s*+{TAG})*\s*+|{ENTITY}|{LINKED}|\n\s++|\\(?-i:[nrt])"
MARKUP = re.compile(LONGER, re.IGNORECASE)
MARKUP_OR_CLUSTER = re.compile(rf"{LONGER}|{CLUSTER}", re.IGNORECASE)
MARKUP_SIGNS = ("<", "&", "\n", "\\", "](")
CELL = re.compile(r"<t[dh]\b", re.IGNORECASE)
LINE = re.compile(rf"<(?:/p|(?:{LINES})\b)", re.IGNORECASE)
# In the name of a file another sign stands for the slash: `07.2023.TT-BQP.pdf`, `07_2023_TT-BQP.pdf`; also once, as a
# slip: `46.2015/NĐ-CP`
FILE_NAME = re.compile(r"([._])(?<=[0-9].)([0-9]{4})(?:\1|/)(?=[A-ZĐ]{2,5}[-.][A-ZĐ])")
FIGURE = re.compile("[0-9]")

# Tone marks stand in an old and a new place: hoà and hòa, uỷ and ủy, khoẻ and khỏe.
TONES = [
    *zip(("oà", "oá", "oả", "oã", "oạ"), ("òa", "óa", "ỏa", "õa", "ọa"), strict=True),
    *zip(("oè", "oé", "oẻ", "oẽ", "oẹ"), ("òe", "óe", "ỏe", "õe", "ọe"), strict=True),
    *zip(("uỳ", "uý", "uỷ", "uỹ", "uỵ"), ("ùy", "úy", "ủy", "ũy", "ụy"), strict=True),
]


class Working(NamedTuple):
    """The text that the grammar reads; `source` maps one of its offsets to the text as given."""

    text: str
    source: Callable[[int], int]
    figure: int
    """Where the first figure stands, before which no number begins; without one, where the text ends."""

    def given(self, span: Span) -> Span:
        """Where a span of this text is in the text as given."""
        return span if self.source is _identity else (self.source(span[0]), self.source(span[1]))


def working(text: str) -> Working:
    """Compose, leave out markup, then replace look-alikes.

    >>> working("số 26–KH/BTGTW").text
    'số 26-KH/BTGTW'
    """
    # What a text has not is quick to see, and most have neither letters to compose nor markup; a pattern that looks
    # at every letter takes as long as the rest of reading.
    if not unicodedata.is_normalized("NFC", text):
        pieces = [*MARKUP_OR_CLUSTER.finditer(text)]
    else:
        pieces = [*MARKUP.finditer(text)] if any(sign in text for sign in MARKUP_SIGNS) else []
    shorter, source = _shortened(text, pieces) if pieces else (text, _identity)
    first = FIGURE.search(shorter)
    figure = first.start() if first else len(shorter)
    if FILE_NAME.search(shorter, figure):
        shorter = FILE_NAME.sub(r"/\2/", shorter)
    # Most passages have none of them, which one pattern sees sooner than a look for each.
    if PRINTED.search(shorter):
        for printed, read in SAME_WIDTH.items():
            # str.replace looks for one character faster than str.translate looks at all of them.
            shorter = shorter.replace(printed, read)
    return Working(shorter, source, figure)


@lru_cache(maxsize=8192)
def bare(words: str) -> str:
    """Without any mark, as in plain typing.

    >>> bare("nghị định")
    'nghi dinh'
    """
    letters = unicodedata.normalize("NFD", words.replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def squeezed(text: str) -> str:
    """One blank between words, none around them."""
    return " ".join(text.split())


@lru_cache(maxsize=4096)
def folded(words: str) -> str:
    """For comparing names: lower case, one blank, tone marks in the new place.

    >>> folded("Uỷ  ban") == folded("Ủy ban")
    True
    """
    words = squeezed(words).lower()
    for old, new in TONES:
        words = words.replace(old, new)
    return words


def _identity(offset: int) -> int:
    return offset


@lru_cache(maxsize=1024)
def _read_as(printed: str) -> str:
    """What stands for a piece that is written longer; never longer than it."""
    if printed[0] == "<":
        return "|" if CELL.search(printed) else "\n\n"[: len(LINE.findall(printed))] or " "
    if printed[0] == "&":
        return html.unescape(printed)
    if printed[0] == "]":
        return "]"
    if printed[0] == "\n":
        return "\n\n" if "\n" in printed[1:] else "\n"
    return "\n" if printed[0] == "\\" else unicodedata.normalize("NFC", printed)


def _shortened(text: str, longer: Iterable[re.Match[str]]) -> tuple[str, Callable[[int], int]]:
    pieces, starts, lost = [], [0], [0]
    at = 0
    for match in longer:
        read = _read_as(match.group())
        if len(read) == match.end() - match.start():
            continue
        pieces += (text[at : match.start()], read)
        at = match.end()
        lost.append(lost[-1] + match.end() - match.start() - len(read))
        starts.append(at - lost[-1])
    # Paragraphs are two line breaks before and after: then no offset has moved.
    if not pieces:
        return text, _identity
    pieces.append(text[at:])

    def source(offset: int) -> int:
        return offset + lost[bisect_right(starts, offset) - 1]

    return "".join(pieces), source
