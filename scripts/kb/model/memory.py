"""Results kept from one reading to the next, so that only what changed is made anew."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

T = TypeVar("T")


class Memory:
    """What was made last, and what from. Empty, it changes nothing but the time of the next reading."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[tuple[object, ...], object]] = {}

    def recall(self, key: Hashable, source: tuple[object, ...], make: Callable[[], T]) -> T:
        """What `make` gave for this key, as long as `source` is equal to what it was then."""
        kept = self._kept.get(key)
        if kept is None or kept[0] != source:
            kept = self._kept[key] = (source, make())
        return kept[1]
