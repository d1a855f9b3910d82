"""Text as the grammar wants to see it, with a way back to the offsets of the text as given."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
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
# Vietnamese letters carry at most two marks; a longer run is no text, and composing it costs more than linear time.
CLUSTER = re.compile("[^\\W\\d_][\u0300-\u036f]{1,4}")
MARKED = re.compile("[\u0300-\u036f]")

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

    def given(self, span: Span) -> Span:
        """Where a span of this text is in the text as given."""
        return span if self.source is _identity else (self.source(span[0]), self.source(span[1]))


def working(text: str) -> Working:
    """Compose, then replace look-alikes.

    >>> working("số 26–KH/BTGTW").text
    'số 26-KH/BTGTW'
    """
    composed, source = _composed(text) if MARKED.search(text) else (text, _identity)
    for printed, read in SAME_WIDTH.items():
        # str.replace looks for one character faster than str.translate looks at all of them.
        if printed in composed:
            composed = composed.replace(printed, read)
    return Working(composed, source)


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
def _composed_cluster(cluster: str) -> str:
    return unicodedata.normalize("NFC", cluster)


def _composed(text: str) -> tuple[str, Callable[[int], int]]:
    pieces, starts, lost = [], [0], [0]
    at = 0
    for match in CLUSTER.finditer(text):
        cluster = match.group()
        composed = _composed_cluster(cluster)
        if len(composed) == len(cluster):
            continue
        pieces += (text[at : match.start()], composed)
        at = match.end()
        lost.append(lost[-1] + len(cluster) - len(composed))
        starts.append(at - lost[-1])
    pieces.append(text[at:])

    def source(offset: int) -> int:
        return offset + lost[bisect_right(starts, offset) - 1]

    return "".join(pieces), source
