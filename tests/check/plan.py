"""The plan as it is authored, line by line, and ways to change it."""

from __future__ import annotations

import re

from tests.folders import CONTENT

FILE = "docs/vi/van-ban/23-kh-duk-2021.md"
LINES = (CONTENT / FILE).read_text(encoding="utf-8").split("\n")
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


def section(place: int) -> tuple[str, int] | None:
    """The section and the count of a dash or paragraph."""
    name, _, count = LINE.fullmatch(LINES[place])["id"].rpartition("-")
    return (name, int(count.removeprefix("p"))) if name and not LINES[place].startswith("#") else None


def ending(place: int) -> str:
    return LINE.fullmatch(LINES[place])["ending"]


def with_ending(place: int, new: str) -> str:
    return LINES[place].removesuffix(ending(place)) + new


def joined(one: int, other: int, seam: str, end: str) -> list[str]:
    """The plan with two neighbouring provisions on the line of the first."""
    line = (
        LINES[one].removesuffix(ending(one)) + seam + LINES[other].removesuffix(ending(other))[words(other)[0] :] + end
    )
    return [*LINES[:one], line, *LINES[other + 1 :]]


def broken(place: int, first: str, second: str) -> list[str]:
    """The plan with a provision on two lines, each with this ending."""
    start, end = words(place)
    at = LINES[place].index(" ", (start + end) // 2 if " " in LINES[place][(start + end) // 2 : end] else start)
    return [*LINES[:place], LINES[place][:at] + first, "", LINES[place][at + 1 : end] + second, *LINES[place + 1 :]]


def counted_on(lines: list[str], name: str, after: int, by: int) -> list[str]:
    """These lines, with the dashes or paragraphs of a section that stand after one of them counted anew."""
    ids = re.compile(rf"\{{#{re.escape(name)}-(?P<kind>p?)(?P<count>\d+)\}}$")
    return [
        ids.sub(lambda found: f"{{#{name}-{found['kind']}{int(found['count']) + by}}}", line) if n > after else line
        for n, line in enumerate(lines)
    ]
