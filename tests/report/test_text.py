"""Text for people: lines that grep finds, a caret under the right character, nothing that moves a terminal."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.model.finding import Finding, Severity, Span
from kb.report import render
from kb.report.excerpt import TAB, WIDTH, excerpt
from tests.report.sample import FINDINGS, FOUND, PLAN, RULES, SOURCES, counting

MARKS = {Severity.ERROR: "", Severity.WARNING: "Cảnh báo: ", Severity.NOTICE: "Lưu ý: "}
PAINT = re.compile("\x1b\\[[0-9;]*m")


def first_line(finding):
    span = finding.span
    return f"{span.file}:{span.line}:{span.column} {finding.code} {MARKS[finding.severity]}{finding.message}"


def shown(line, column):
    """The excerpt as it looks, the caret put into the line."""
    text, caret = excerpt(line, column)
    return f"{text}\n{' ' * caret}^"


@pytest.mark.parametrize(
    ("line", "column", "looks"),
    [
        ("Điều 5", 1, "Điều 5\n^"),
        ("Điều 5", 6, "Điều 5\n     ^"),
        ("Điều 5", 7, "Điều 5\n      ^"),  # the end of the line
        ("Điều 5", 99, "Điều 5\n      ^"),
        ("", 1, "\n^"),
        ("\ta", 1, "    a\n^"),
        ("\ta", 2, "    a\n    ^"),
        ("Đie\u0302\u0300u 5", 8, "Đie\u0302\u0300u 5\n     ^"),  # decomposed: two marks, no cells
        ("Đie\u0302\u0300u 5", 4, "Đie\u0302\u0300u 5\n  ^"),  # on a mark: under what carries it
        ("Đie\u0302\u0300u 5", 5, "Đie\u0302\u0300u 5\n  ^"),
        ("\u0302a", 1, "\u0302a\n^"),  # a mark that nothing carries
        ("漢字 a", 2, "漢字 a\n  ^"),
        ("漢字 a", 4, "漢字 a\n     ^"),
        ("a\u200bb", 3, "a\u200bb\n ^"),  # a space without width
        ("a\x1b[2Jb", 2, "a␛[2Jb\n ^"),
        ("a\u202eb", 3, "a\ufffdb\n  ^"),  # would turn the line round
    ],
)
def test_the_caret_stands_under_the_column(line, column, looks):
    assert shown(line, column) == looks


@pytest.mark.parametrize(
    ("column", "begins", "ends", "caret"),
    [(1, "0123456789", "…", 0), (351, "…", "…", 50), (700, "…", "0123456789", 98), (701, "…", "0123456789", 99)],
)
def test_a_long_line_is_cut_around_the_caret(column, begins, ends, caret):
    line = "0123456789" * 70
    text, at = excerpt(line, column)
    assert (text.startswith(begins), text.endswith(ends), at) == (True, True, caret)
    assert len(text) == WIDTH - ("…" not in (text[0], text[-1])) - (text[0] != "…" or text[-1] != "…")
    assert text[at : at + 1] == line[column - 1 : column]


def test_a_column_behind_a_line_of_any_length_means_its_end():
    assert excerpt("a" * 5000, 9000) == excerpt("a" * 5000, 5001)


def width(char):
    if char in "\u0301\u200b":
        return 0
    return 2 if char == "漢" else 1


@given(st.text("ab漢\u0301\u200b\t", max_size=400), st.integers(1, 450))
def test_whatever_the_line_the_caret_meets_its_character(line, column):
    text, caret = excerpt(line, column)
    assert sum(map(width, text)) <= max(WIDTH, caret)
    assert caret < WIDTH + len(TAB)
    at = min(column - 1, len(line))
    while 0 < at < len(line) and not width(line[at]):
        at -= 1
    wanted = line[at : at + 1].replace("\t", " ")
    cells = 0
    for char in text:
        if cells == caret and (width(char) or not wanted or not width(wanted)):
            assert wanted in ("", char) or not width(wanted)
            return
        cells += width(char)
    assert (cells, wanted == "" or not width(wanted)) == (caret, True)


@given(FOUND)
def test_what_an_editor_keeps_is_not_told(found):
    assert render("text", found, {}, RULES) == render("text", counting(found), {}, RULES)


@given(FOUND)
def test_every_finding_begins_with_one_line_that_grep_finds(found):
    found = counting(found)
    told = render("text", found, {}, RULES).split("\n") if found else []
    begun = [line for line in told if not line.startswith(" " * 6)]
    assert sorted(begun) == sorted(seen(first_line(finding)) for finding in found)
    places = [seen(f"{span.file}:{span.line}:{span.column} ") for span in sorted(each.span for each in found)]
    assert all(line.startswith(place) for line, place in zip(begun, places, strict=True))


def seen(text):
    """Each character that would break a line, move a cursor or turn a direction is one that can be seen."""
    return "".join(map(seen_character, text))


def seen_character(char):
    if char < " " and char != "\t":
        return chr(0x2400 + ord(char))
    if char == "\x7f":
        return "␡"
    turns = unicodedata.bidirectional(char) in ("LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI")
    breaks = unicodedata.category(char) in ("Cc", "Zl", "Zp") and char != "\t"
    return "\ufffd" if turns or breaks else char


def test_colour_adds_nothing_but_colour():
    plain = render("text", FINDINGS, SOURCES, RULES)
    painted = render("text", FINDINGS, SOURCES, RULES, colour=True)
    assert PAINT.sub("", painted) == plain
    assert PAINT.search(plain) is None
    assert all(f"\x1b[{hue}m{code}\x1b[0m" in painted
               for hue, code in (("1;31", "FID-001"), ("1;33", "XREF-003"), ("1;36", "META-009")))  # fmt: skip


@pytest.mark.parametrize("form", ["json", "sarif", "github", "gitlab", "junit"])
def test_only_text_has_colours(form):
    assert render(form, FINDINGS, SOURCES, RULES, colour=True) == render(form, FINDINGS, SOURCES, RULES)


@pytest.mark.parametrize(
    ("finding", "source"),
    [
        (Finding("SEC-001", Span(PLAN, 5), "Văn bản mang dấu mật.", "Xóa tệp."), SOURCES[PLAN]),
        (Finding("FID-002", Span(PLAN, 4), "Thiếu i-1.", "Thêm."), SOURCES[PLAN]),  # an empty line
        (Finding("FID-002", Span(PLAN, 99), "Thiếu i-1.", "Thêm."), SOURCES[PLAN]),
        (Finding("FID-002", Span(PLAN, 1), "Tệp rỗng.", "Thêm."), ""),
        (Finding("FID-002", Span("docs/x.md", 1), "Thiếu tệp.", "Thêm."), SOURCES[PLAN]),
    ],
)
def test_no_line_where_there_is_none_to_show(finding, source):
    told = render("text", [finding], {PLAN: source}, {})
    assert told.split("\n") == [first_line(finding), f"      Cách sửa: {finding.remedy}"]


def test_what_is_compared_may_have_several_lines():
    finding = Finding("FID-001", Span(PLAN), "Khác.", "Chép\nlại.", details=("Nguyên văn: A\nB",))
    assert render("text", [finding], {}, {}).split("\n")[1:] == [
        "      Nguyên văn: A", "      B", "      Cách sửa: Chép", "      lại.",
    ]  # fmt: skip
