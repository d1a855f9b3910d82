"""Which places a passage names for each of its sentences, in lines and brackets round them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kb.export.beginning import NUMBERED, PAIRS
from kb.export.claims import Claim
from kb.model.sentences import Extent

# With such marks and words a line speaks of what stands before it.
BEHIND = re.compile(r"[(\[–—-]|Nguồn\b|Source\b", re.IGNORECASE)
EMPTY_LINE = re.compile(r"\n[\s>]*\n")
LEFT = re.compile(r"(?:[^\w\n]|_)*\Z")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Where a sentence stands, the places that it names, and whether it says nothing else."""

    extent: Extent
    claims: list[Claim]
    only: bool


def around(text: str, found: Sequence[Sentence], only_names: Callable[[Extent], bool]) -> list[list[Claim]]:
    """The places that are named for each sentence: behind it, else before it or the quotation that it is in."""
    apart = [bool(EMPTY_LINE.search(text, one.extent[1], other.extent[0])) for one, other in pairwise(found)]
    leads = list(_leads(text, found, [*apart, True]))
    behind: list[list[Claim] | None] = [None] * len(found)
    before: list[list[Claim] | None] = [*behind]
    for number in range(len(found) - 2, -1, -1):
        following = found[number + 1]
        if following.only and not leads[number + 1]:
            behind[number] = following.claims
        elif not following.only and not apart[number]:
            behind[number] = behind[number + 1]
    for number in range(1, len(found)):
        last = found[number - 1]
        if leads[number - 1]:
            # A heading may take two lines: the document, then the place in it.
            above = before[number - 1] if number > 1 and leads[number - 2] and not apart[number - 2] else None
            before[number] = [*(above or ()), *last.claims]
        elif not last.only and not apart[number - 1]:
            before[number] = before[number - 1]
    _quoted(text, found, (before, behind), only_names)
    return [after if after is not None else ahead or [] for after, ahead in zip(behind, before, strict=True)]


def _leads(text: str, found: Sequence[Sentence], apart: Sequence[bool]) -> Iterator[bool]:
    """Whether a sentence that only names places speaks of those behind it: with a colon, or as a heading.

    A heading is a line of its own at the very beginning, behind an empty line, or with a number of its own, and no
    empty line is behind it.
    """
    first = True
    for number, each in enumerate(found):
        start, end = each.extent
        if not each.only:
            yield False
        elif text[start:end].endswith(":"):
            yield True
        else:
            line = text.rfind("\n", 0, start) + 1
            stop = text.find("\n", end)
            whole = LEFT.match(text, line, start) and LEFT.match(text, end, len(text) if stop < 0 else stop)
            marked = BEHIND.match(text, max(line, start - 2), end) or BEHIND.match(text, start)
            numbered = NUMBERED.match(text, start)
            begins = not apart[number] and (first or (apart[number - 1] and not marked))
            yield bool(whole and (numbered or begins) and number + 1 < len(found))
        first = first and each.only


def _quoted(
    text: str,
    found: Sequence[Sentence],
    named: tuple[list[list[Claim] | None], ...],
    only_names: Callable[[Extent], bool],
) -> None:
    """What is said before the mark that opens a quotation, or behind the one that closes it, is for all within."""
    before, behind = named
    starts = [each.extent[0] for each in found]
    for opening, closing in quotations(text):
        first, last = (bisect_right(starts, at) - 1 for at in (opening, closing))
        if first < 0 or first == last:
            continue
        ahead = [claim for claim in found[first].claims if claim.end <= opening] or before[first]
        after = [claim for claim in found[last].claims if claim.start >= closing]
        after = after if only_names((closing + 1, found[last].extent[1])) else []
        for number in range(first, last + 1):
            if ahead and number > first:
                before[number] = ahead
            if after and number < last:
                behind[number] = after


def quotations(text: str) -> Iterator[Extent]:
    """The outermost pairs of quotation marks, in order; one without a partner is none."""
    opened: list[tuple[int, str]] = []
    pairs = []
    for mark in re.finditer('[“”«»"]', text):
        at = mark.start()
        if opened and mark[0] == opened[-1][1]:
            pairs.append((opened.pop()[0], at))
        elif mark[0] in PAIRS:
            opened.append((at, PAIRS[mark[0]]))
    end = -1
    for opening, closing in sorted(pairs):
        if opening > end:
            end = closing
            yield opening, closing
