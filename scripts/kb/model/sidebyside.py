"""Old and new words side by side: the lines that differ, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from kb.model.wordwise import DELETE, EQUAL, INSERT, REPLACE, Step, steps

Lines = tuple[tuple[Step, ...], ...]
"""The lines that differ, each word by word."""

# Beyond this product of their lengths two rows are told as one in place of the other: half a second each.
MOST = 1_000_000


def lines(old: str, new: str) -> Lines:
    """The lines of two texts that differ; blanks count for nothing."""
    before, after = ([" ".join(line.split()) for line in text.split("\n")] for text in (old, new))
    before, after = ([line for line in side if line] for side in (before, after))
    found = []
    for op, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if op == "replace" and b - a == d - c:
            found += [row(one.split(), other.split()) for one, other in zip(before[a:b], after[c:d], strict=True)]
        elif op != "equal":
            found.append(row(" ".join(before[a:b]).split(), " ".join(after[c:d]).split()))
    return tuple(found)


def row(old: Sequence[str], new: Sequence[str]) -> tuple[Step, ...]:
    """What was made of the words of a row."""
    first = _same(old, new)
    last = _same(old[first:][::-1], new[first:][::-1])
    mine, theirs = old[first : len(old) - last], new[first : len(new) - last]
    if len(mine) * len(theirs) > MOST:
        middle = [Step(REPLACE, " ".join(mine), " ".join(theirs))]
    else:
        middle = _joined(steps(mine, theirs))
    begin, end = (" ".join(part) for part in (old[:first], old[len(old) - last :]))
    return tuple(each for each in (Step(EQUAL, begin, begin), *middle, Step(EQUAL, end, end)) if each.old or each.new)


def _same(old: Sequence[str], new: Sequence[str]) -> int:
    """How many words are the same from the beginning."""
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count


def _joined(found: list[Step]) -> Iterator[Step]:
    """Words left out beside words put in are words changed."""
    held: Step | None = None
    for step in found:
        if held and EQUAL not in (held.op, step.op):
            old, new = f"{held.old} {step.old}".strip(), f"{held.new} {step.new}".strip()
            held = Step(REPLACE if old and new else DELETE if old else INSERT, old, new)
            continue
        if held:
            yield held
        held = step
    if held:
        yield held
