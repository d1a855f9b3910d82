"""Every single change to the published plan is found: one finding, in its file, at its line."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from random import Random

import pytest

from tests.check.plan import (
    LINES,
    PLACES,
    TITLE,
    broken,
    counted_on,
    ending,
    exchanged,
    joined,
    name,
    section,
    text,
    with_ending,
    with_line,
    with_words,
    without,
)

NUMBERS = re.compile(r"\d+-\w+/\w+")
CITED = [
    ("26-KH/BTGTW", "05/5/2021"),
    ("07-CTr/ĐUK", "29/4/2021"),
    ("05-CT/TW", "15/5/2016"),
    ("169-HD/BTGTW", "22/01/2021"),
]
DATES = re.compile(r"(?<=ngày )\d{1,2}/\d{1,2}/\d{4}")


def test_one_changed_character(each_gives):
    def cases():
        for place in (*TITLE, *PLACES):
            old = text(place)
            at = Random(place).randrange(len(old))
            new = old[:at] + ("x" if old[at] != "x" else "y") + old[at + 1 :]
            yield name(place), with_words(place, new), place + 1, "FID-001"

    each_gives(cases())


def test_one_dropped_word(each_gives):
    def cases():
        for place in (*TITLE, *PLACES):
            old = text(place).split(" ")
            drop = Random(place).randrange(len(old))
            yield name(place), with_words(place, " ".join(old[:drop] + old[drop + 1 :])), place + 1, "FID-001"

    each_gives(cases())


def test_a_deleted_provision_is_reported_at_the_one_after_it(each_gives):
    def cases():
        for place, after in pairwise(PLACES):
            yield name(place), without(place), after, "FID-002"
        # Nothing stands after the last one; the line is that of the one before.
        yield name(PLACES[-1]), without(PLACES[-1]), PLACES[-2] + 1, "FID-002"

    each_gives(cases())


def test_a_deleted_line_of_the_title_block(each_gives):
    def cases():
        for place in TITLE[:-1]:
            yield name(place), without(place), place + 1, "FID-001"
        # The block ends too early: at the end of what is now its last line.
        yield name(TITLE[-1]), without(TITLE[-1]), TITLE[-1], "FID-001"

    each_gives(cases())


def test_a_provision_swapped_with_the_next(each_gives):
    def cases():
        for one, other in pairwise(TITLE):
            yield name(one), exchanged(one, other), one + 1, "FID-001"
        for one, other in pairwise(PLACES):
            yield name(one), exchanged(one, other), one + 1, "FID-004"

    each_gives(cases())


def test_texts_exchanged_under_ids_that_stay(each_gives):
    def cases():
        for one in PLACES:
            # Lead-ins have the same words: there a swap is none.
            other = Random(one).choice([place for place in PLACES if text(place) != text(one)])
            lines = with_words(one, text(other))
            lines[other] = with_words(other, text(one))[other]
            yield name(one), lines, min(one, other) + 1, "FID-004"

    each_gives(cases())


def test_a_provision_swapped_with_a_far_one(each_gives):
    def cases():
        for at, one in enumerate(PLACES[::4]):
            other = PLACES[(at * 4 + 30) % len(PLACES)]
            yield name(one), exchanged(one, other), min(one, other) + 1, "FID-004"

    each_gives(cases())


def test_ids_exchanged_under_words_that_stay(each_gives):
    def cases():
        for at, one in enumerate(PLACES[:-1]):
            for other in (PLACES[at + 1], Random(one).choice(PLACES[at + 1 :])):
                lines = with_line(one, with_ending(one, ending(other)))
                lines[other] = with_ending(other, ending(one))
                # Lead-ins have the same words: there it is as if the lines had been swapped.
                yield (
                    f"{name(one)}, {name(other)}",
                    lines,
                    one + 1,
                    "STRUCT-001" if text(one) != text(other) else "FID-004",
                )

    each_gives(cases())


SEAMS = {
    "the ID of the first": (" ", lambda one, other: ending(one)),
    "the ID of the second": (" ", lambda one, other: ending(other)),
    "no ID": (" ", lambda one, other: ""),
    "no space": ("", lambda one, other: ending(one)),
}


@pytest.mark.parametrize("seam", SEAMS)
def test_a_provision_merged_with_the_next(each_gives, seam):
    between, end = SEAMS[seam]

    def cases():
        for one, other in pairwise(PLACES):
            yield name(one), joined(one, other, between, end(one, other)), one + 1, "FID-005"

    each_gives(cases())


def test_two_lines_joined_with_all_that_is_on_them(each_gives):
    def cases():
        for one, other in pairwise(PLACES):
            lines = [*LINES[:one], f"{LINES[one]} {LINES[other]}", *LINES[other + 1 :]]
            yield name(one), lines, one + 1, "FID-005"

    each_gives(cases())


def test_a_merger_with_those_after_it_counted_anew(each_gives):
    def cases():
        for one, other in pairwise(PLACES):
            if (held := section(other)) and section(one) and section(one)[0] == held[0] and "-p" not in ending(other):
                lines = joined(one, other, " ", ending(one))
                yield name(one), counted_on(lines, held[0], one, -1), one + 1, "FID-005"

    each_gives(cases())


@pytest.mark.parametrize("kept", ["first", "second", "both"])
def test_a_provision_split_in_two(each_gives, kept):
    def cases():
        for place in PLACES:
            end = ending(place)
            lines = broken(place, end if kept != "second" else "", end if kept != "first" else "")
            yield name(place), lines, place + 1, "FID-006"

    each_gives(cases())


def test_a_provision_split_in_two_with_those_after_it_counted_anew(each_gives):
    def cases():
        for place in PLACES:
            if held := section(place):
                mark = "p" if "-p" in ending(place) else ""
                following = f" {{#{held[0]}-{mark}{held[1] + 1}}}"
                lines = broken(place, ending(place), following)
                yield f"{name(place)}, both of one count", lines, place + 1, "FID-006"
                yield name(place), counted_on(lines, held[0], place + 2, 1), place + 1, "FID-006"

    each_gives(cases())


def test_a_provision_that_has_moved_away(each_gives):
    def cases():
        for place in PLACES:
            far = Random(place).choice([other for other in PLACES if abs(other - place) > 4])
            lines = without(place)
            at = far - (far > place)
            lines.insert(at, LINES[place])
            yield name(place), lines, at + 1, "FID-004"

    each_gives(cases())


def test_a_section_that_is_gone(each_gives):
    def cases():
        for heading in [place for place in PLACES if LINES[place].startswith("#")]:
            inside = re.compile(rf"\{{#{re.escape(name(heading))}(?:[-.][^}}]*)?\}}$")
            end = next((n for n in PLACES if n > heading and not inside.search(LINES[n])), len(LINES))
            lines = LINES[:heading] + LINES[end:]
            line = heading + 1 if end < len(LINES) else max(n for n in PLACES if n < heading) + 1
            yield name(heading), lines, line, "FID-002"

    each_gives(cases())


@pytest.mark.parametrize("pattern", [NUMBERS, DATES], ids=["number", "date"])
def test_a_wrong_digit_in_a_citation(each_gives, pattern):
    def cases():
        for place in PLACES:
            for found in pattern.finditer(LINES[place]):
                digits = [at for at in range(*found.span()) if LINES[place][at].isdigit()]
                for at in digits[:3]:
                    digit = str((int(LINES[place][at]) + 1) % 10)
                    line = LINES[place][:at] + digit + LINES[place][at + 1 :]
                    yield f"{found[0]}, digit {at - found.start() + 1}", with_line(place, line), place + 1, "FID-001"

    cited = {found[0] for place in PLACES for found in pattern.finditer(LINES[place])}
    assert cited == {each[pattern is DATES] for each in CITED}
    each_gives(cases())


SLIPS = {
    "an ID mistyped": (lambda line: line.replace("{#", "{#x"), "STRUCT-001"),
    "the ID of another": (lambda line: line[: line.rindex("{#")] + "{#i-2-1}", "STRUCT-001"),
    "no ID": (lambda line: line[: line.rindex(" {#")], "STRUCT-001"),
    "an ID that is not closed": (lambda line: line[:-1], "STRUCT-001"),
    "words after the ID": (lambda line: f"{line} xx", "FID-001"),
    "a no-break space": (lambda line: "\u00a0".join(line.rsplit(" ", 2)[:2]) + line[line.rindex(" {#") :], "FID-001"),
    "two spaces": (lambda line: "  ".join(line.rsplit(" ", 2)[:2]) + line[line.rindex(" {#") :], "FID-001"),
    "an invisible character": (lambda line: f"{line[:9]}\u200b{line[9:]}", "FID-001"),
    "a Cyrillic letter": (lambda line: re.sub("[cC]", "с", line, count=1), "FID-001"),
    "Đ that is none": (lambda line: line.replace(" {#", " \u00d0 {#"), "FID-001"),
    "decomposed letters": (lambda line: unicodedata.normalize("NFD", line), "FID-001"),
    "HTML": (lambda line: line.replace(" {#", " <b>x</b> {#"), "TEXT-005"),
    "tags round a word": (lambda line: re.sub(r"(\w+)(\W?) \{#", r"<i>\1</i>\2 {#", line), "TEXT-005"),
    "a tag and another word": (lambda line: re.sub(r"\w+(\W?) \{#", r"<i>khác</i>\1 {#", line), "FID-001"),
    "script": (lambda line: line.replace(" {#", " <script>x()</script> {#"), "TEXT-005"),
    "a tag in the middle": (lambda line: line[:20].replace(" ", " <br> ", 1) + line[20:], "TEXT-005"),
    "a tone in the old place": (lambda line: line.replace(" {#", " hoà {#"), "FID-001"),
    "a number that is not registered": (lambda line: line.replace(" {#", " số 99-KH/TW {#"), "FID-001"),
}
# Part, section, subsection, lead-in, first and last dash, closing paragraph, paragraph alone, last provision.
FORMS = ("mo-dau-p1", "i", "ii-1", "ii-1.1", "ii-1.1-p1", "ii-1.1-1", "ii-1.1-7", "ii-1.3-p2", "ii-2.3-p1", "iii-2-4")


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_of_the_keyboard(each_gives, slip):
    change, code = SLIPS[slip]

    def cases():
        for place in PLACES:
            if name(place) in FORMS and (changed := change(LINES[place])) != LINES[place]:
                yield name(place), with_line(place, changed), place + 1, code

    each_gives(cases())
