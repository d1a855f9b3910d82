"""Faults of form, and of several lines at once: told in as few findings as explain them."""

from __future__ import annotations

import re

from kb.model.finding import Severity
from tests.check.plan import END, FILE, LINES, PLACES, START, name, text, with_line, without

PLACE = {name(place): place for place in PLACES}


def test_the_plan_as_it_is_has_no_finding_but_notices(checkout):
    assert [f for f in checkout.findings({}) if f.severity is not Severity.NOTICE] == []


def test_a_dash_that_has_lost_its_mark(each_gives):
    def cases():
        for place in PLACES[::2]:
            if LINES[place].startswith("- "):
                yield name(place), with_line(place, LINES[place].removeprefix("- ")), place + 1, "STRUCT-002"

    each_gives(cases())


def test_a_paragraph_that_has_become_a_dash(each_gives):
    def cases():
        for place in PLACES:
            if not LINES[place].startswith(("- ", "#")):
                yield name(place), with_line(place, "- " + LINES[place]), place + 1, "STRUCT-002"

    each_gives(cases())


def test_another_level_of_heading(each_gives):
    def cases():
        for place in PLACES[::3]:
            if LINES[place].startswith("##"):
                yield f"{name(place)}, deeper", with_line(place, "#" + LINES[place]), place + 1, "STRUCT-002"
                yield f"{name(place)}, higher", with_line(place, LINES[place][1:]), place + 1, "STRUCT-002"
                yield f"{name(place)}, none", with_line(place, LINES[place].lstrip("# ")), place + 1, "STRUCT-002"

    each_gives(cases())


def test_a_line_that_stands_twice(each_gives):
    def cases():
        for place in PLACES[::3]:
            yield name(place), [*LINES[: place + 1], LINES[place], *LINES[place + 1 :]], place + 2, "FID-003"

    each_gives(cases())


def test_a_line_of_our_own(each_gives):
    def cases():
        for place in PLACES[::3]:
            yield f"before {name(place)}", [*LINES[:place], "Ghi chú.", "", *LINES[place:]], place + 1, "FID-003"
        yield "at the end", [*LINES, "Ghi chú."], len(LINES) + 1, "FID-003"

    each_gives(cases())


def test_a_provision_broken_over_two_lines(each_gives):
    def cases():
        place = PLACE["ii-1.1-4"]
        first, _, rest = LINES[place].partition("; ")
        yield "lines", [*LINES[:place], f"{first};", rest, *LINES[place + 1 :]], place + 1, "FID-006"
        yield "paragraphs", [*LINES[:place], f"{first};", "", rest, *LINES[place + 1 :]], place + 1, "FID-006"

    each_gives(cases())


def renumbered(gone: str) -> list[str]:
    """The plan without a dash, the dashes after it counted anew."""
    section, _, number = gone.rpartition("-")
    lines = without(PLACE[gone])
    for at, line in enumerate(lines):
        found = re.search(rf"\{{#{re.escape(section)}-(\d+)\}}$", line)
        if found and int(found[1]) > int(number):
            lines[at] = f"{line[: found.start()]}{{#{section}-{int(found[1]) - 1}}}"
    return lines


def test_a_deleted_dash_with_those_after_it_counted_anew(each_gives):
    def cases():
        for dash in ("i-1-1", "ii-1.1-1", "ii-1.1-4", "ii-1.1-6", "ii-2.1-1", "iii-1-2", "iii-2-1"):
            after = next(place for place in PLACES if place > PLACE[dash])
            yield dash, renumbered(dash), after, "FID-002"

    each_gives(cases())


def test_a_fence_of_the_title_block_that_is_gone(each_gives):
    def cases():
        yield "closing", without(END), START + 1, "STRUCT-006"
        yield "opening", without(START), START, "STRUCT-001"
        yield "closing, doubled", [*LINES[:END], LINES[END], *LINES[END:]], END + 2, "FID-003"
        yield "ID", with_line(START, ":::"), START + 1, "STRUCT-001"
        yield "other ID", with_line(START, "::: {#tieude}"), START + 1, "STRUCT-001"
        yield "blank line inside", [*LINES[: START + 2], "", *LINES[START + 2 :]], START + 3, "FID-001"

    each_gives(cases())


def test_both_texts_are_shown_side_by_side_with_the_place_that_differs(checkout):
    place = PLACE["iii-2-4"]
    changed = LINES[place].replace("theo dõi", "theo doi")
    finding = next(f for f in checkout.findings({FILE: "\n".join(with_line(place, changed))}) if f.code == "FID-001")
    assert finding.details[:2] == (
        f"Nguyên văn: {text(place)}",
        f"Đang ghi:   {text(place).replace('theo dõi', 'theo doi')}",
    )
    assert changed[finding.span.column - 1 :].startswith("oi, kiểm tra")
    assert "docs/_source/23-kh-duk-2021.txt" in finding.remedy


def test_a_changed_text_names_the_translation_that_would_be_suspect(checkout):
    place = PLACE["iii-2-4"]
    changed = with_line(place, LINES[place].replace("theo dõi", "giám sát"))
    finding = next(f for f in checkout.findings({FILE: "\n".join(changed)}) if f.code == "FID-001")
    line = checkout.line("docs/en/van-ban/23-kh-duk-2021.md", "{#iii-2-4 ")
    assert finding.details[2].endswith(f"docs/en/van-ban/23-kh-duk-2021.md:{line}")


def test_an_id_that_is_torn_is_told_as_such_and_not_as_words(checkout):
    for torn in ("{# i-1-2}", "{#i-1-2", "#i-1-2}", "{i-1-2}", "(#i-1-2)"):
        (finding,) = checkout.findings(checkout.edited(FILE, "{#i-1-2}", torn))
        assert (finding.code, finding.remedy) == ("STRUCT-001", "Ghi {#i-1-2} ở cuối dòng.")


def test_letters_that_look_the_same_are_told_apart_by_code_point(checkout):
    place = PLACE["iii-2-4"]
    changed = with_line(place, LINES[place].replace("Đảng", "\u00d0ảng", 1))
    message = next(f.message for f in checkout.findings({FILE: "\n".join(changed)}) if f.code == "FID-001")
    assert "U+0110" in message
    assert "U+00D0" in message


def test_letters_that_are_only_stored_otherwise_are_said_to_look_alike(checkout):
    (finding,) = checkout.findings(checkout.edited(FILE, "Tiếp tục tạo", "Tiê\u0301p tục tạo"))
    assert finding.code == "FID-001"
    assert "nhìn thì như nhau" in finding.message
