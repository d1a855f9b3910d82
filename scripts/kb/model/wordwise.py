"""Two rows of words laid against each other, at the least cost in words that are put, left out or changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

# The cost of a word that is put, left out or changed, and of one that is the same: no number of these makes up for it.
EDIT, SAME = 1 << 20, -1


class Alignment(NamedTuple):
    """`cost` counts the words that differ; the wanted row lies on `known[start:end]`.

    `pairs` hold, step by step, the place in either row; None where the other row has nothing there.
    """

    cost: int
    start: int
    end: int
    pairs: tuple[tuple[int | None, int | None], ...]


def align(wanted: Sequence[str], known: Sequence[str]) -> Alignment:
    """Lay all of one row on the part of another that it is most like.

    What stands before and behind that part costs nothing (Sellers, J. Algorithms 1 (1980) 359, on words). Of parts that
    cost the same it is the one with the most words that are the same, then the first. Takes time and room as the
    product of the two lengths.
    """
    rows = [[0] * (len(known) + 1)]
    for word in wanted:
        above, row = rows[-1], [rows[-1][0] + EDIT]
        for place, other in enumerate(known, 1):
            change = above[place - 1] + (SAME if word == other else EDIT)
            row.append(min(change, above[place] + EDIT, row[-1] + EDIT))
        rows.append(row)
    last = rows[-1]
    end = min(range(len(known) + 1), key=last.__getitem__)
    pairs: list[tuple[int | None, int | None]] = []
    number, place, cost = len(wanted), end, 0
    while number:
        held = rows[number][place]
        same = bool(place) and wanted[number - 1] == known[place - 1]
        if place and held == rows[number - 1][place - 1] + (SAME if same else EDIT):
            number, place = number - 1, place - 1
            pairs.append((number, place))
        elif held == rows[number - 1][place] + EDIT:
            number -= 1
            pairs.append((number, None))
        else:
            place -= 1
            pairs.append((None, place))
        cost += not same or None in pairs[-1]
    return Alignment(cost, place, end, tuple(reversed(pairs)))


EQUAL, INSERT, DELETE, REPLACE = "equal", "insert", "delete", "replace"


class Step(NamedTuple):
    """What became of some words: `op` is EQUAL, INSERT, DELETE or REPLACE; `old` and `new` are joined by blanks."""

    op: str
    old: str
    new: str


def steps(old: Sequence[str], new: Sequence[str]) -> list[Step]:
    """What was made of the words of one row in another, all of both; takes time as the product of the two lengths."""
    found = align(old, new)
    pairs = [(None, place) for place in range(found.start)]
    pairs += [*found.pairs, *((None, place) for place in range(found.end, len(new)))]
    made: list[Step] = []
    for one, other in pairs:
        mine, theirs = "" if one is None else old[one], "" if other is None else new[other]
        op = DELETE if other is None else INSERT if one is None else EQUAL if mine == theirs else REPLACE
        if made and made[-1].op == op:
            made[-1] = Step(op, f"{made[-1].old} {mine}".strip(), f"{made[-1].new} {theirs}".strip())
        else:
            made.append(Step(op, mine, theirs))
    return made
