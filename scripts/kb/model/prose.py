"""Our own words: questions with their answers, and pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kb.model.finding import Span
from kb.model.reference import Ref


@dataclass(frozen=True, slots=True)
class Question:
    """A question and its answer in one language; a translation has only the words and `translates`."""

    id: str
    path: str
    language: str
    question: str
    body: str
    body_line: int
    group: str | None
    provisions: tuple[Ref, ...]
    related: tuple[str, ...]
    about_site: bool
    translates: str | None
    at: Mapping[str, Span]
    formerly: tuple[str, ...] = ()
    """The ids that it had."""

    @property
    def words(self) -> str:
        """What a translation must follow: the question and the answer."""
        return f"{self.question}\n{self.body.strip()}"


@dataclass(frozen=True, slots=True)
class Page:
    """A page of our own prose (guide, about, help)."""

    path: str
    language: str
    title: str
    body: str
    body_line: int
    translates: str | None
    at: Mapping[str, Span]

    @property
    def words(self) -> str:
        """What a translation must follow: title and body."""
        return f"{self.title}\n{self.body.strip()}"
