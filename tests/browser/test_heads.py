"""The head of a document and words of fixed width, set as a Vietnamese reader expects them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from kb.model.alphabet import LOWER, UPPER
from tests.browser import looks

STYLES = Path(__file__).resolve().parents[2] / "overrides" / "assets" / "styles"
FACE = re.compile(
    r'font-family: "(?P<family>[^"]+)";\s+font-style: (?P<style>\w+);\s+font-weight: (?P<weight>\d+);'
    r'.*?url\("(?P<file>[^"]+)"\).*?unicode-range: (?P<range>[^;]+);',
    re.DOTALL,
)
LETTERS = {*(LOWER + UPPER).replace("a-z", "").replace("A-Z", ""), *map(chr, range(ord("!"), ord("~") + 1))}
# What stands on two lines where there is room for one would part words that belong together.
HEIGHTS = "all => all.map((line) => Math.round(line.clientHeight / parseFloat(getComputedStyle(line).lineHeight)))"


def faces() -> dict[tuple[str, str, str], set[str]]:
    """The letters of each face that pages load: those that a file has and is asked for."""
    held: dict[tuple[str, str, str], set[str]] = {}
    for face in FACE.finditer((STYLES / "fonts.css").read_text(encoding="utf-8")):
        asked = [tuple(int(end, 16) for end in part.strip()[2:].split("-")) for part in face["range"].split(",")]
        letters = {chr(each) for each in TTFont(STYLES / face["file"]).getBestCmap()}
        of_file = {each for each in letters if any(part[0] <= ord(each) <= part[-1] for part in asked)}
        held.setdefault((face["family"], face["style"], face["weight"]), set()).update(of_file)
    return held


def test_no_letter_is_put_together_of_pieces():
    """A font without ế has its accent beside the letter."""
    missing = {face: LETTERS - letters for face, letters in faces().items()}
    assert {face: "".join(sorted(each)) for face, each in missing.items() if each} == {}


def test_words_of_fixed_width_are_in_a_font_of_ours(page):
    opened = page("/kiem-tra/XREF-002/")
    first = opened.locator("pre code").first.evaluate("(code) => getComputedStyle(code).fontFamily.split(',')[0]")
    assert first.strip('"') in {family for family, _, _ in faces()}


@pytest.mark.parametrize(
    ("width", "expected"), [(320, [2, 2]), (360, [1, 2]), (390, [1, 1]), (430, [1, 1]), (768, [1, 1])]
)
def test_the_name_of_the_party_and_the_date_stand_on_a_line_where_there_is_room(page, width, expected):
    opened = page("/van-ban/23-kh-duk-2021/", {**looks.PHONE, "viewport": {"width": width, "height": 844}})
    opened.evaluate("document.fonts.ready")
    assert opened.locator(".kb-title__right > div").evaluate_all(HEIGHTS) == expected
