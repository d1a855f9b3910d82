"""Which blocks of a sequence stand in the wrong place, told in as few moves and exchanges as explain it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

NOWHERE = -1
Block = range
"""Neighbouring places in the sequence that belong together in this order."""


def displaced(ranks: Sequence[int]) -> list[tuple[Block, Block | None]]:
    """What is out of order in `ranks`, a permutation of 0, 1, 2 …: the rank of what stands at each place.

    Each entry is one fault: two blocks that stand in each other's place, the first one first, or a block that has
    moved away, and None.

    >>> displaced([0, 2, 1, 3])
    [(range(1, 2), range(2, 3))]
    >>> displaced([0, 2, 3, 4, 1, 5])
    [(range(4, 5), None)]
    """
    return [each for part in _independent(ranks) for each in _in_part(ranks, part)]


def _independent(ranks: Sequence[int]) -> Iterator[Block]:
    """The shortest parts that are in order among themselves: what is wrong in one has no bearing on another."""
    start = highest = 0
    for place, rank in enumerate(ranks):
        highest = max(highest, rank)
        if highest == place:
            if place > start:
                yield range(start, place + 1)
            start = place + 1


def _in_part(ranks: Sequence[int], part: Block) -> list[tuple[Block, Block | None]]:
    starts = [place for place in part if place == part.start or ranks[place] != ranks[place - 1] + 1]
    blocks = [range(start, stop) for start, stop in pairwise([*starts, part.stop])]
    inside = {rank: n for n, rank in enumerate(sorted(ranks[block.start] for block in blocks))}
    order = [inside[ranks[block.start]] for block in blocks]
    if all(order[rank] == here for here, rank in enumerate(order)):
        return [_exchange(blocks, here, rank) for here, rank in enumerate(order) if here < rank]
    staying = _heaviest_increasing(order, [len(block) for block in blocks])
    return [(block, None) for here, block in enumerate(blocks) if here not in staying]


def _exchange(blocks: list[Block], here: int, there: int) -> tuple[Block, Block | None]:
    one, other = blocks[here], blocks[there]
    if there == here + 1 and len(one) != len(other):  # rather the shorter one has moved over the longer one
        return min(one, other, key=len), None
    return one, other


def _heaviest_increasing(order: list[int], weights: list[int]) -> set[int]:
    """The places of an increasing run in which as much as possible stays."""
    heaviest = _HighestBelow(len(order))  # by rank: the weight of a run that ends in it, and its place
    runs: list[tuple[int, int]] = []
    before: list[int] = []
    for here, (rank, weight) in enumerate(zip(order, weights, strict=True)):
        so_far, place = heaviest.below(rank)
        runs.append((so_far + weight, here))
        before.append(place)
        heaviest.put(rank, runs[-1])
    here = max(runs, key=lambda run: run[0])[1]
    staying = set()
    while here != NOWHERE:
        staying.add(here)
        here = before[here]
    return staying


class _HighestBelow:
    """The highest entry at any place below another one: a Fenwick tree, since sections may have been turned round."""

    def __init__(self, size: int) -> None:
        self._tree = [(0, NOWHERE)] * (size + 1)

    def put(self, place: int, entry: tuple[int, int]) -> None:
        at = place + 1
        while at < len(self._tree):
            self._tree[at] = max(self._tree[at], entry)
            at += at & -at

    def below(self, place: int) -> tuple[int, int]:
        found, at = (0, NOWHERE), place
        while at:
            found = max(found, self._tree[at])
            at -= at & -at
        return found
