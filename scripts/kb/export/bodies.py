"""Which part of a sentence may be the quotation, and what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.export.beginning import CHANCE, COLON, INTRODUCED, LEAD, PAIRS, PLACES, SAYS, TAIL, quoted
from kb.export.claims import Claim
from kb.export.places import Places
from kb.model.quotation import ALTERED, Comparison, Token, words
from kb.model.sentences import LEADING, Extent
from kb.model.wordwise import align

# Between quotation marks fewer words are a name, not a passage.
QUOTED_WORDS = 4
# In a sentence of a writer with so long a quotation the words right beside it may go on with the text, unmarked.
LONG = 8
# So many words on either side of a part tell whether a passage goes on there.
BESIDE, MOST = 12, 60
# Without a verb of saying, too, a colon, a dash or the end of a line may end what a writer says ahead, within so many
# signs.
AHEAD = re.compile(r":(?=[“\"«])|:\s+|\s[–—]\s+|\n\s*")
AHEAD_WITHIN = 160
AHEAD_TRIES = 3


def bodies(places: Places, extent: Extent, best: Comparison) -> Iterator[tuple[Extent, list[Claim], bool]]:
    """The parts of a sentence that may be the quotation, with the places that the rest of it names.

    It is certain where the rest says nothing else; a text, too, has words between quotation marks.
    """
    text, (start, end) = places.text, extent
    claims, said = places.within(extent), text[start:end]
    longest = max(quoted(text, extent), key=lambda part: part[1] - part[0], default=(start, start))
    if len(words(text[slice(*longest)])) >= QUOTED_WORDS:
        named = [claim for claim in claims if claim.end <= longest[0] or claim.start >= longest[1]]
        before, after = (start, longest[0] - 1), (longest[1] + 1, end)
        introduced = text[slice(*before)].rstrip().endswith(":") or SAYS.search(text, *before)
        if places.only_names(before) and places.only_names(after):
            yield longest, named, True
        elif outside(said, (longest[0] - start, longest[1] - start), best) <= CHANCE:
            alone = best.verdict == ALTERED or (introduced and places.only_names(after))
            yield longest, named, bool(alone)
    lead = LEAD.match(text, start, end)
    begins = claims and claims[0].start == start and COLON.match(text, start, end)
    if claims and (lead or begins) and claims[0].start - start < 40:
        last = claims[0]
        for claim in claims[1:]:
            if len(text[last.end : claim.start].split()) > 2:
                break
            last = claim
        if found := INTRODUCED.match(text, last.end, end):
            lead = (start, found.end())
            yield (found.end(), end), places.within(lead), places.only_names(lead)
    if (found := COLON.match(text, start, end)) and SAYS.search(text, start, found.end()):
        rest = (found.end(), end)
        if outside(said, (rest[0] - start, end - start), best) <= CHANCE:
            yield rest, places.within((start, found.end())), True
    for claim in claims[-PLACES:]:
        near = max(start, claim.start - PLACES)
        if (found := TAIL.search(text, near, claim.start)) and places.only_names((claim.start, end)):
            yield (start, found.start()), [each for each in claims if each.start >= claim.start], True
            break


def ahead(places: Places, extent: Extent) -> Iterator[Extent]:
    """What stands behind the first colons, dashes and line breaks of a sentence: each may end a writer's lead-in."""
    text, (start, end) = places.text, extent
    within = start + AHEAD_WITHIN
    if named := [claim for claim in places.within(extent) if claim.start < within]:
        within = max(within, named[-1].end + AHEAD_WITHIN // 2)
    for mark, _ in zip(AHEAD.finditer(text, start, min(within, end)), range(AHEAD_TRIES), strict=False):
        yield min(LEADING.match(text, mark.end(), end).end(), end), end


def outside(said: str, part: Extent, best: Comparison) -> int:
    """How many words outside a part of a sentence are those of the text that is nearest, in its order.

    Those right beside a long part that is unchanged do not count, up to half as many as it has: a writer's own sentence
    may go on with the text. They do where the text itself has quotation marks there.
    """
    whole, source = words(said), words(best.words)
    mine, theirs = ([word.form for word in each] for each in (whole, source))
    pairs = align(mine, theirs).pairs
    same = {a: b for a, b in pairs if a is not None and b is not None and mine[a] == theirs[b]}
    inside = [number for number, word in enumerate(whole) if part[0] <= word.start < part[1]]
    if not inside:
        return len(same)
    first, last = inside[0], inside[-1]
    beyond = sum(not first <= number <= last for number in same)
    if len(inside) < LONG or not _run(same, first, last):
        return beyond
    if best.words[: source[same[first]].start].rstrip()[-1:] in PAIRS:
        return beyond
    low, high = first, last
    while _run(same, low - 1, last):
        low -= 1
    while _run(same, first, high + 1):
        high += 1
    beside = (first - low) + (high - last)
    return beyond - beside if 2 * beside <= len(inside) else beyond


def torn(said: str, own: str, part: Extent, text: str) -> bool:
    """Whether the words right beside a part of a sentence are, on either side, most of them those of a text in order.

    A long sentence may have so few words of a text that none is near, and yet a passage of it in which a few are
    altered: what is unchanged within that passage is not the quotation. `own` has marks for the names of places, which
    do not count.
    """
    counted = {word.start for word in words(own)}
    whole = words(said)
    before = _nearest([word for word in whole if word.start < part[0]][::-1], counted)[::-1]
    inside = [word for word in whole if part[0] <= word.start < part[1]]
    behind = _nearest([word for word in whole if word.start >= part[1]], counted)
    mine = [*before, *inside, *behind]
    forms, theirs = ([word.form for word in each] for each in (mine, words(text)))
    pairs = align(forms, theirs).pairs
    same = {mine[a].start for a, b in pairs if a is not None and b is not None and forms[a] == theirs[b]}
    sides = ({word.start for word in side} & counted for side in (before, behind))
    return any(len(side & same) > CHANCE and 2 * len(side & same) >= len(side) for side in sides)


def _nearest(row: list[Token], counted: set[int]) -> list[Token]:
    """The first words of a row, as far as BESIDE of them count."""
    places = [number for number, word in enumerate(row) if word.start in counted]
    return row[: places[BESIDE]] if len(places) > BESIDE else row[:MOST]


def _run(same: dict[int, int], first: int, last: int) -> bool:
    """Whether words stand in both texts in an unbroken row."""
    return first in same and last in same and same[last] - same[first] == last - first
