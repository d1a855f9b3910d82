"""The addresses that were published, which must lead somewhere for ever."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kb.model.finding import Span


@dataclass(frozen=True, slots=True)
class Published:
    """Documents with the IDs of their provisions, and questions; `at` says where each is registered, by its path."""

    documents: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    questions: tuple[str, ...] = ()
    at: Mapping[str, Span] = field(default_factory=dict)

    def __len__(self) -> int:
        """How many addresses there are."""
        return len(self.documents) + len(self.questions) + sum(map(len, self.documents.values()))
