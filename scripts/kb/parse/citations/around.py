"""What the text around a number or a short form says of the document: date, issuer, locator."""

from __future__ import annotations

from typing import NamedTuple

from kb.model.citation import Span
from kb.parse.citations import dates, locators, organs
from kb.parse.citations.context import Left
from kb.parse.citations.dates import Dated
from kb.parse.citations.grammar import GLUED_DATE
from kb.parse.citations.lexicon import Lexicon
from kb.parse.citations.locators import Located
from kb.parse.citations.organs import Organ


class Around(NamedTuple):
    date: Dated | None
    organ: Organ | None
    located: Located | None
    start: int
    """Where the citation begins, without its locator."""
    end: int
    """Where it ends: no other citation has a claim on what stands before."""


def around(
    text: str,
    floor: int,
    left: Left,
    end: int,
    ceiling: int,
    lexicon: Lexicon,
    earlier: str | None = None,
    cell: Span | None = None,
) -> Around:
    """Look around the number that ends at `end`, between the citations before and behind it.

    `earlier` is the date of the citation before, which `cùng ngày` means; `cell` is where a table has the date.
    """
    # `NĐ-CP1 ngày …`: the figure of a footnote
    while end < ceiling and text[end].isdigit() and not GLUED_DATE.match(text, end):
        end += 1
    begin = left.start if left.name is None or left.listed else left.name.start
    dated = (
        dates.behind_number(text, end, ceiling)
        or dates.given_out(text, floor, begin, end, ceiling)
        or dates.same_day(text, end, ceiling, earlier)
    )
    at = dated.span[1] if dated else end
    organ = organs.behind(text, at, ceiling, lexicon)
    if organ:
        at = organ.span[1]
        dated = dated or dates.behind_issuer(text, at, ceiling) or dates.same_day(text, at, ceiling, earlier)
    dated = dated or dates.further_behind(text, at, ceiling, lexicon)
    if dated and dated.span[0] >= at:
        at = dated.span[1]
    if dated is None and cell:
        dated = dates.alone(text, *cell)
    if dated is None and not left.listed:
        dated = dates.before_number(text, floor, left, lexicon)
    if organ is None and left.name and not left.listed:
        organ = organs.before(text, floor, begin, lexicon)
    located = None if left.listed else locators.before(text, floor, begin)
    return Around(dated, organ, located, begin, at)
