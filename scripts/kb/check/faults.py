"""What has been found to be wrong so far, by the place where it is; and which places an answer hangs on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from kb.model.finding import Edit, Span

T = TypeVar("T")


@dataclass(slots=True)
class At:
    """What is wrong in one file, or with the words of one document against its text of record.

    `deviating` are the keys (`document#provision`) of provisions with a finding of fidelity, `judged` the lines on
    which they stand; `spans` are the places of the errors that were found before, `lines` their lines; `edits` are what
    would mend a part of what was found.
    """

    deviating: set[str] = field(default_factory=set)
    judged: set[int] = field(default_factory=set)
    spans: set[Span] = field(default_factory=set)
    lines: set[int] = field(default_factory=set)
    edits: list[Edit] = field(default_factory=list)


NOTHING = At()


class Faults:
    """What is wrong, by the path of a file and by the id of a document.

    Whoever asks is told of one place only, and the places are noted: what was made from the answers stands as long as
    nothing there is wrong otherwise, whatever is found elsewhere.
    """

    def __init__(
        self,
        deviating: Iterable[str] = (),
        judged: Iterable[tuple[str, int]] = (),
        spans: Iterable[Span] = (),
        edits: Iterable[Edit] = (),
    ) -> None:
        at: dict[str, At] = defaultdict(At)
        for key in deviating:
            at[key.partition("#")[0]].deviating.add(key)
        for file, line in judged:
            at[file].judged.add(line)
        for span in spans:
            at[span.file].spans.add(span)
            at[span.file].lines.add(span.line)
        for edit in edits:
            at[edit.span.file].edits.append(edit)
        self._at = dict(at)
        self._asked: set[str] = set()
        self._before: tuple[Faults, frozenset[str]] = (self, frozenset())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Faults) and self._at == other._at

    __hash__ = None

    @cached_property
    def files(self) -> frozenset[str]:
        """The files in which errors were found; who looks at them only is not noted to have asked about the others."""
        return frozenset(place for place, at in self._at.items() if at.lines)

    def at(self, place: str) -> At:
        """What is wrong at a place."""
        self._asked.add(place)
        return self._at.get(place, NOTHING)

    def noted(self, make: Callable[[], Iterable[T]]) -> tuple[tuple[T, ...], frozenset[str]]:
        """What is made, and the places that were asked about meanwhile."""
        before, self._asked = self._asked, set()
        made = tuple(make())
        asked = frozenset(self._asked)
        self._asked = before | asked
        return made, asked

    def same(self, before: Faults, asked: frozenset[str]) -> bool:
        """Whether the same was wrong before at all these places."""
        if before is not self._before[0]:
            both = self._at.keys() | before._at.keys()
            self._before = (before, frozenset(place for place in both if self._at.get(place) != before._at.get(place)))
        return asked.isdisjoint(self._before[1])
