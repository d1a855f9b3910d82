"""Line breaks of a passage at which a sentence of the texts ends and something else begins.

Whether a line goes on in the next one is told by their looks: two items of a list that are as wide as each other and
have no marks at their ends look like one sentence that was wrapped. Only the texts know better.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache

from kb.model.quotation import ELLIPSIS, plain, words
from kb.model.sentences import LEADING, Extent, sentences

# So many words at the end of a sentence and at the beginning of another tell both.
EDGE = 4
# Fewer words behind the end of a sentence may have been put into it.
PASSAGE = 8
# In so many signs there are as many words.
NEAR, FAR = 160, 320
BREAK = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")

Row = tuple[str, ...]


class Breaks:
    """Those that texts tell."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = tuple(texts)

    def parted(self, text: str, extent: Extent, near: Callable[[Extent], bool]) -> Iterator[Extent]:
        """The parts of what looks like one sentence; `near` says whether a text is near to a part."""
        begin, end = extent
        for found in BREAK.finditer(text, *extent):
            nearest = max(begin, found.start() - NEAR)
            stop = nearest + len(text[nearest : found.start()].rstrip())
            following = LEADING.match(text, found.end(), end).end()
            before, behind = text[nearest:stop], text[following : min(following + FAR, end)]
            if self._ended(before, behind) and (self._begun(behind) or (_own(behind) and near((begin, stop)))):
                yield begin, stop
                begin = following
        yield begin, end

    def _ended(self, before: str, behind: str) -> bool:
        """Whether a sentence of the texts ends so, and none goes on so."""
        last, first = _forms(before)[-EDGE:], _forms(behind)[:EDGE]
        shortened = ELLIPSIS.search(before[-EDGE:] + behind[:EDGE])
        return last in self.edges[1] and not shortened and not self._together(last + first)

    def _begun(self, behind: str) -> bool:
        return _forms(behind)[:EDGE] in self.edges[0]

    @cached_property
    def edges(self) -> tuple[frozenset[Row], frozenset[Row]]:
        """How sentences of the texts begin, and how they end."""
        found = [row for text in self.texts for row in _rows(text) if len(row) >= EDGE]
        return frozenset(row[:EDGE] for row in found), frozenset(row[-EDGE:] for row in found)

    def _together(self, row: Row) -> bool:
        """Whether a text has these words beside each other."""
        wanted = f" {' '.join(row)} "
        return any(wanted in _joined(text) for text in self.texts)


def _own(behind: str) -> bool:
    """Whether words may be a sentence of the writer's, and not some that were put into one of the texts."""
    return behind[:1].isupper() and len(_forms(behind)) >= PASSAGE


@lru_cache(maxsize=1 << 12)
def _rows(text: str) -> tuple[Row, ...]:
    return tuple(_forms(text[start:end]) for start, end in sentences(text))


@lru_cache(maxsize=1 << 12)
def _joined(text: str) -> str:
    return f" {' '.join(_forms(text))} "


def _forms(text: str) -> Row:
    return tuple(token.form for token in words(plain(text)))
