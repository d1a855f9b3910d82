"""Results kept from one reading to the next, so that only what changed is made anew."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")
S = TypeVar("S", bound=tuple[object, ...])


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

    def same(self, key: Hashable, value: T) -> T:
        """The value kept for this key, where it is equal: what is compared often is then compared at a glance."""
        return self.recall(key, (value,), lambda: value)

    def recall_all(self, sources: Mapping[Hashable, S], make: Callable[[Sequence[S]], Iterable[T]]) -> list[T]:
        """The same for many keys; `make` gives the results of all those that are not as they were, in order."""
        stale = {key: source for key, source in sources.items() if self._kept.get(key, (None,))[0] != source}
        self._kept |= {key: (stale[key], made) for key, made in zip(stale, make([*stale.values()]), strict=True)}
        return [self._kept[key][1] for key in sources]
