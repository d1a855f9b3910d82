"""What a reader of a file hands on: paragraphs in order, and what has to be said about them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kb.model.rows import Row


class Refused(Exception):
    """A file that is not imported; the message says why in one Vietnamese line and repeats none of its words."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a received file: its words in NFC, whether it is centred, and how it lies on a table of data.

    `row` is None outside tables; one that only places words (header, signature) is none.
    """

    text: str
    centred: bool = False
    row: Row | None = None


@dataclass(slots=True)
class Received:
    """A file as read. `warnings` concern what was left out or changed, `notices` what was merely done.

    `aside` are texts that are no part of the document and yet may hold a secrecy mark: page headers, comments.
    """

    paragraphs: list[Paragraph] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)

    def warn(self, *messages: str) -> None:
        """Add warnings, each once."""
        _add(self.warnings, messages)

    def note(self, *messages: str) -> None:
        """Add notices, each once."""
        _add(self.notices, messages)


def _add(known: list[str], messages: Iterable[str]) -> None:
    known.extend(message for message in dict.fromkeys(messages) if message not in known)
