"""What a reader of a file hands on: paragraphs in order, and what has to be said about them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


class Refused(Exception):
    """A file that is not imported; the message says why in one Vietnamese line and repeats none of its words."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a received file: its words in NFC, whether it is centred, and in which table it stands."""

    text: str
    centred: bool = False
    table: int = 0
    """0 outside tables; a layout table (header, signature) is none."""


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
