"""What a check has to say: a place, a code, a fact and a remedy."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kb.model.verdict import Verdict

WORD = re.compile(r"\S+")


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
    """One fault. `message` states the fact, `details` compare, `remedy` says how to mend it (all Vietnamese).

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
