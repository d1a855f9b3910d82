"""Which blocks of a sequence stand in the wrong place, told in as few moves and exchanges as explain it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

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
    inside = sorted(ranks[block.start] for block in blocks)
    order = [inside.index(ranks[block.start]) for block in blocks]
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
    best: list[tuple[int, int, int | None]] = []  # weight so far, place, place before it
    total = 0
    for here, rank in enumerate(order):
        before = max(((best[n][0], n) for n in range(here) if order[n] < rank), default=(0, None))
        best.append((before[0] + weights[here], here, before[1]))
        total = max(total, best[-1][0])
    here: int | None = next(n for n, (weight, _, _) in enumerate(best) if weight == total)
    staying = set()
    while here is not None:
        staying.add(here)
        here = best[here][2]
    return staying
