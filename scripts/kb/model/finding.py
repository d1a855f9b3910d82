"""What a check has to say: a place, a code, a fact and a remedy."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kb.model.verdict import Verdict


class Severity(Enum):
    """How much a finding weighs: an error fails the check, the others are shown."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file of the checkout.

    `file` is relative to the checkout, with forward slashes; `line` and `column` count
    from 1, columns in code points of the line as it is stored.
    """

    file: str
    line: int = 1
    column: int = 1

    def at(self, text: str, offset: int) -> Span:
        """The place of an offset in a text that begins here."""
        line = text.count("\n", 0, offset)
        column = offset - (text.rfind("\n", 0, offset) + 1) + (1 if line else self.column)
        return Span(self.file, self.line + line, column)


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault. `message` states the fact, `details` compare, `remedy` says how to mend it (all Vietnamese).

    `suppressed` is the reason for which an editor keeps it as it is, where one does; it then counts for nothing.
    `verdict` is that on the field of a citation, where the finding rests on one.
    """

    code: str
    span: Span
    message: str
    remedy: str
    severity: Severity = Severity.ERROR
    details: tuple[str, ...] = ()
    verdict: Verdict | None = None
    suppressed: str | None = None

    @property
    def blocks(self) -> bool:
        """Whether nothing can be published as long as it stands."""
        return self.severity is Severity.ERROR and self.suppressed is None

    def sort_key(self) -> tuple[Span, str, str]:
        return (self.span, self.code, self.message)
