"""The provision that an English text cites before a document, in the Vietnamese words of a locator."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from kb.model import pinpoint
from kb.model.address import ORDINALS, WORDS
from kb.model.citation import Span
from kb.model.pinpoint import Unit

CITABLE = ("dash", "subsection", "section", "part")
# Between the last unit and the document; a sentence ends behind a stop.
TO_NAME = re.compile(r"[\s,]*(?:(?:of|in|under)\s+)?(?:the\s+)?", re.IGNORECASE)
# `first to third dash`, `subsections 1.1 and 1.2`: of several provisions nobody says here which.
SEVERAL = re.compile(r"(?:\b(?:and|or|to)|[-–,])\s+(?:the\s+)?\Z", re.IGNORECASE)

Place = tuple[str, Span]
"""A locator and where it stands."""


def reader(text: str) -> Callable[[int, int], Place | None]:
    """What is cited in a text between a floor and the place where a document is named.

    >>> reader("Under the fifth dash, section 1, part III of Plan No. 23-KH/ĐUK")(0, 45)
    ('gạch đầu dòng thứ năm, mục 1, phần III', (10, 42))
    """
    groups = _groups(text)

    def before(floor: int, name: int) -> Place | None:
        near = [group for group in groups if floor <= group.start and group.end <= name]
        if not near or not TO_NAME.fullmatch(text, near[-1].end, name):
            return None
        last = near[-1]
        if any(unit.kind not in CITABLE for unit in last.units) or SEVERAL.search(text, floor, last.start):
            return None
        return ", ".join(map(_in_vietnamese, last.units)), (last.start, last.end)

    return before


@lru_cache(maxsize=64)
def _groups(text: str) -> tuple[pinpoint.Named, ...]:
    return tuple(pinpoint.named(text, "en"))


def _in_vietnamese(unit: Unit) -> str:
    label = unit.label.upper() if unit.kind == "part" else unit.label
    if unit.kind == "dash" and int(label) <= len(ORDINALS["vi"]):
        label = ORDINALS["vi"][int(label) - 1]
    return WORDS["vi"][unit.kind].format(label)
