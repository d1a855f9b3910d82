"""The plan as it is authored, line by line, and ways to change it."""

from __future__ import annotations

import re

from tests.check.checkout import ROOT

FILE = "docs/vi/van-ban/23-kh-duk-2021.md"
LINES = (ROOT / FILE).read_text(encoding="utf-8").split("\n")
LINE = re.compile(r"(?P<marker>#+ |- |)(?P<text>.+)(?P<ending> \{#(?P<id>[^}]+)\})")
START, END = LINES.index("::: {#tieu-de}"), LINES.index(":::")

# Places in LINES count from 0.
TITLE = range(START + 1, END)
PLACES = [place for place, line in enumerate(LINES) if place > END and LINE.fullmatch(line)]


def name(place: int) -> str:
    found = LINE.fullmatch(LINES[place])
    return found["id"] if found else f"tieu-de, line {place + 1}"


def words(place: int) -> tuple[int, int]:
    """Where the words of the provision begin and end on its line."""
    found = LINE.fullmatch(LINES[place])
    return found.span("text") if found else (0, len(LINES[place]))


def text(place: int) -> str:
    return LINES[place][slice(*words(place))]


def with_line(place: int, line: str) -> list[str]:
    return [*LINES[:place], line, *LINES[place + 1 :]]


def with_words(place: int, new: str) -> list[str]:
    start, end = words(place)
    return with_line(place, LINES[place][:start] + new + LINES[place][end:])


def exchanged(one: int, other: int) -> list[str]:
    lines = LINES[:]
    lines[one], lines[other] = lines[other], lines[one]
    return lines


def without(place: int) -> list[str]:
    return LINES[:place] + LINES[place + 1 :]
