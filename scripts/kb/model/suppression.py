"""A comment by which an editor keeps what a rule finds in a line, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kb.model.finding import Span


class Place(Enum):
    """Where a comment stands; only at the end of the line that it is about it can hold."""

    END = "end"
    ELSEWHERE = "elsewhere"
    WORDS = "words"
    """In the words of a document, which are compared letter by letter."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment to the check, as it is written; whether it holds is for the check to say.

    `span` is where it begins; `code` and `reason` are empty where it has none.
    """

    code: str
    reason: str
    span: Span
    place: Place
