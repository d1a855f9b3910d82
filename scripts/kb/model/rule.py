"""What a rule says of itself: the one source of its help page, its examples and its place in reports."""

from __future__ import annotations

from dataclasses import dataclass

from kb.model.finding import Severity


@dataclass(frozen=True, slots=True)
class Example:
    """A wrong and a right wording; putting `wrong` for `right` in `file` of the sample checkout breaks the rule.

    An empty `wrong` takes the words away. `file` is relative to the checkout.
    """

    file: str
    wrong: str
    right: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the check. All words are Vietnamese; `title` and `why` are plain text, one sentence a line."""

    code: str
    severity: Severity
    title: str
    why: str
    remedy: str
    examples: tuple[Example, ...]

    @property
    def path(self) -> str:
        """The page of the rule below the language folder."""
        return f"kiem-tra/{self.code}.md"
