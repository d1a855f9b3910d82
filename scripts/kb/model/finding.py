"""What a check has to say: a place, a code, a fact and a remedy."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kb.model.verdict import Verdict

WORD = re.compile(r"\S+")
# So many further places are told; a document that goes may leave hundreds.
SHOWN = 5


class Severity(Enum):
    """How much a finding weighs: an error fails the check, the others are shown."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class Span(NamedTuple):
    """A place in a file of the checkout.

    `file` is relative to the checkout, with forward slashes; `line` and `column` count
    from 1, columns in code points of the line as it is stored.
    """

    file: str
    line: int = 1
    column: int = 1

    def at(self, text: str, offset: int) -> Span:
        """The place of an offset in a text that begins here."""
        return self.places(text[:offset])(offset)

    def places(self, text: str) -> Callable[[int], Span]:
        """`at` for many offsets in one text."""
        ends = [found.start() for found in re.finditer("\n", text)]

        def at(offset: int) -> Span:
            line = bisect_left(ends, offset)
            column = offset - ends[line - 1] if line else offset + self.column
            return Span(self.file, self.line + line, column)

        return at


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A change within one line: `length` code points from `span` on become `new`."""

    span: Span
    length: int
    new: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault. `message` states the fact, `details` compare, `remedy` says how to mend it (all Vietnamese); `also`
    are further places that show the same fault, in the order in which they are told.

    `suppressed` is the reason for which an editor keeps it as it is, where one does; it then counts for nothing.
    `verdict` is that on the field of a citation, where the finding rests on one. `edits` mend the fault, or a part of
    it, where nobody could want anything else; none where a person must decide.
    """

    code: str
    span: Span
    message: str
    remedy: str
    severity: Severity = Severity.ERROR
    details: tuple[str, ...] = ()
    verdict: Verdict | None = None
    suppressed: str | None = None
    edits: tuple[Edit, ...] = ()
    also: tuple[Span, ...] = ()

    @property
    def told(self) -> tuple[str, ...]:
        """The details, with the first of the further places."""
        if not self.also:
            return self.details
        places = ", ".join(f"{span.file}:{span.line}" for span in self.also[:SHOWN])
        rest = f" và {len(self.also) - SHOWN} chỗ nữa" if len(self.also) > SHOWN else ""
        return (*self.details, f"Các chỗ khác: {places}{rest}.")

    def everywhere(self) -> Iterator[Finding]:
        """The finding at each of its places; at the further ones it tells of the first."""
        yield self
        for span in self.also:
            yield replace(self, span=span, also=(self.span,))

    def within(self, file: str) -> Iterator[Finding]:
        """The finding at its places in one file, for whoever looks at one file at a time."""
        return (each for each in self.everywhere() if each.span.file == file)

    @property
    def blocks(self) -> bool:
        """Whether nothing can be published as long as it stands."""
        return self.severity is Severity.ERROR and self.suppressed is None

    @property
    def mends(self) -> tuple[Edit, ...]:
        """The edits to be made: none where an editor keeps it as it is."""
        return self.edits if self.suppressed is None else ()

    def end(self, words: str) -> int:
        """The column behind what is at fault in its line of `words`: what is mended there, the word, else the line."""
        column = self.span.column
        mended = [edit for edit in self.edits if edit.span.line == self.span.line]
        if mended and mended[0].span.column == column and mended[0].length:
            return column + mended[0].length
        found = WORD.match(words, column - 1)
        return (found.end() if found else len(words)) + 1

    def sort_key(self) -> tuple[Span, str, str]:
        return (self.span, self.code, self.message)
