"""A place that speaks of a document: by the ID of a provision, or in a citation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from kb.model.citation import Citation, Mention
from kb.model.finding import Span


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to a provision (`document#provision`) and where it is written."""

    document: str
    provision: str
    span: Span

    @property
    def key(self) -> str:
        return f"{self.document}#{self.provision}"


class Located(NamedTuple):
    """A citation and the provision (or words of our own, where `provision` is empty) in which it stands.

    `owner` is the id of the document, or of the question whose answer it is, else the path of the file; `text` the
    whole text that the offsets of `reading` count in; `span` the place of the number or name.
    """

    language: str
    owner: str
    provision: str
    text: str
    reading: Citation | Mention
    span: Span

    @property
    def apart(self) -> bool:
        """Whether it stands neither in a provision nor in an answer: in a title, on a page or in a data file."""
        return "/" in self.owner
