"""Words that a scan or a narrow column has divided with a hyphen at the end of a line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kb.model.quotation import plain, words

DIVIDED = re.compile(r"([^\W\d_]+)-\n\s*(?=(\w+))")
# `kinh tế - xã hội`: its hyphen may stand at the end of a line as well.
PAIR = re.compile(r"([^\W\d_]+)\s*[-–](?=\s*(\w+))")


def known(texts: Iterable[str]) -> frozenset[str]:
    """The words of texts, and the pairs of words that have a hyphen in them."""
    found: set[str] = set()
    for text in map(plain, texts):
        found |= {text[word.start : word.end].casefold() for word in words(text)}
        found |= {_pair(*pair.groups()) for pair in PAIR.finditer(text)}
    return frozenset(found)


def whole(text: str, vocabulary: frozenset[str]) -> str:
    """A text without such hyphens: the halves of a syllable together, two words in two lines."""
    return DIVIDED.sub(lambda found: _joined(found[0], found[1], found[2], vocabulary), text)


def _joined(divided: str, one: str, other: str, vocabulary: frozenset[str]) -> str:
    if _pair(one, other) in vocabulary:
        return divided
    return one if plain(one + other).casefold() in vocabulary else f"{one}\n"


def _pair(one: str, other: str) -> str:
    return plain(f"{one}-{other}").casefold()
