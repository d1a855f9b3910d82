"""The line grammar of an authored document: near misses first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.model.document import DASH, HEADING, PARAGRAPH, TITLE
from kb.model.rows import Row
from kb.parse import body

LINES = [
    # nothing is lost: what looks like grammar and is none is text
    ("-không có dấu cách {#i-1-1}", (PARAGRAPH, 0, "i-1-1", "-không có dấu cách", 1)),
    ("##không có dấu cách {#i}", (PARAGRAPH, 0, "i", "##không có dấu cách", 1)),
    ("– gạch dài {#i-1-1}", (PARAGRAPH, 0, "i-1-1", "– gạch dài", 1)),
    ("* sao {#i-1-1}", (PARAGRAPH, 0, "i-1-1", "* sao", 1)),
    ("- mã ở {#i-1-1} giữa dòng", (DASH, 0, "", "mã ở {#i-1-1} giữa dòng", 3)),
    ("- mã chưa đóng {#i-1-1", (DASH, 0, "", "mã chưa đóng {#i-1-1", 3)),
    ("- không có mã", (DASH, 0, "", "không có mã", 3)),
    ("- mã trống {#}", (DASH, 0, "", "mã trống", 3)),
    ("- hai mã {#i} {#i-1-1}", (DASH, 0, "i-1-1", "hai mã {#i}", 3)),
    (">không có dấu cách {#dieu-1-p1}", (PARAGRAPH, 0, "dieu-1-p1", ">không có dấu cách", 1)),
    ("> > hai dấu {#dieu-1-p1}", (PARAGRAPH, 0, "dieu-1-p1", "> hai dấu", 3)),
    ("> “Điều 4. Trích. {#dieu-1-p1}", (PARAGRAPH, 0, "dieu-1-p1", "“Điều 4. Trích.", 3)),
    ("####### bảy dấu thăng {#i}", (PARAGRAPH, 0, "i", "####### bảy dấu thăng", 1)),
    ("1.1. số đầu dòng {#ii-1.1-p1}", (PARAGRAPH, 0, "ii-1.1-p1", "1.1. số đầu dòng", 1)),
    # and the grammar
    ("## I. PHẦN {#i}", (HEADING, 2, "i", "I. PHẦN", 4)),
    ("#### 1.1. Tiểu mục {#ii-1.1}", (HEADING, 4, "ii-1.1", "1.1. Tiểu mục", 6)),
    ("- Gạch đầu dòng {#i-1-1}", (DASH, 0, "i-1-1", "Gạch đầu dòng", 3)),
    ("-   Gạch xa {#i-1-1}", (DASH, 0, "i-1-1", "Gạch xa", 5)),
    ("- - gạch trong chữ {#i-1-1}", (DASH, 0, "i-1-1", "- gạch trong chữ", 3)),
    ("Đoạn văn. {#mo-dau-p1}", (PARAGRAPH, 0, "mo-dau-p1", "Đoạn văn.", 1)),
    ("  Đoạn thụt. {#mo-dau-p1}", (PARAGRAPH, 0, "mo-dau-p1", "Đoạn thụt.", 3)),
    ("Đoạn văn.{#mo-dau-p1}", (PARAGRAPH, 0, "mo-dau-p1", "Đoạn văn.", 1)),
    ("Đoạn văn.   {#mo-dau-p1 }  ", (PARAGRAPH, 0, "mo-dau-p1", "Đoạn văn.", 1)),
]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_a_line(line, expected):
    (found,) = body.provisions(line, "a.md", 5, [])
    assert (found.kind, found.level, found.id, found.text, found.span.column) == expected
    assert (found.span.file, found.span.line, found.translates) == ("a.md", 5, None)


@pytest.mark.parametrize(
    ("ending", "of"),
    [("{#i}", None), ("{#i of=0123456789ab}", "0123456789ab"), ("{#i   of=x }", "x"), ("{#i of=}", "")],
)
def test_the_fingerprint_of_a_translation(ending, of):
    (found,) = body.provisions(f"- A dash {ending}", "a.md", 1, [])
    assert (found.id, found.text, found.translates) == ("i", "A dash", of)


@pytest.mark.parametrize(
    ("ending", "found"),
    [
        ("{#i xem-lai}", ("i", "Một", True)),
        ("{#i of=x xem-lai }", ("i", "Một", True)),
        ("{#xem-lai}", ("xem-lai", "Một", False)),
        ("{#i xemlai}", ("", "Một {#i xemlai}", False)),
        ("xem-lai {#i}", ("i", "Một xem-lai", False)),
    ],
)
def test_what_an_import_could_not_place(ending, found):
    (each,) = body.provisions(f"Một {ending}", "a.md", 1, [])
    assert (each.id, each.text, each.doubtful) == found


ROWS = [
    # near misses: no row has a layout of its own
    ("Một | hai {#i-p1}", None),
    ("|một| {#i-p1}", None),
    ("| một {#i-p1}", None),
    ("- | một | {#i-1}", None),
    ("## | một | {#i}", None),
    ("Một {#i-p1 dau-bang}", None),
    ("| một | hai | {#i-p1}", Row(place=1, table=1)),
    ("| một | hai | {#i-p1 dau-bang}", Row(True, place=1, table=1)),
    ("| một | hai | {#i-p1 of=x dau-bang o=1x2,2 xem-lai}", Row(True, ((1, 2), (2, 1)), 1, 1)),
]


@pytest.mark.parametrize(("line", "row"), ROWS)
def test_a_row_of_a_table(line, row):
    (found,) = body.provisions(line, "a.md", 1, [])
    assert found.id
    assert found.row == row


SLIPS = ["o=", "o=0", "o=1,", "o=1x0", "o=1 dau-bang", "dau-bang dau-bang", "xem-lai o=2", "bang"]


@pytest.mark.parametrize("layout", SLIPS)
def test_a_layout_with_a_slip_is_no_layout_and_the_line_has_no_id(layout):
    (found,) = body.provisions(f"| một | hai | {{#i-p1 {layout}}}", "a.md", 1, [])
    assert found.id == ""


LAYOUTS = [
    ("| một | hai | {#i-p1 o=2,1}", []),
    ("| một | hai | {#i-p1 dau-bang o=1,1x3}", []),
    (r"| một \| hai | {#i-p1 o=2}", []),
    ("| một | hai | {#i-p1 o=2}", ["Hàng có 2 ô mà «o=» nêu 1 ô."]),
    ("| một | {#i-p1 o=2,1}", ["Hàng có 1 ô mà «o=» nêu 2 ô."]),
    ("Một {#i-p1 dau-bang}", ["Dòng này không phải là hàng của bảng."]),
    ("- | một | hai | {#i-1 o=1,1}", ["Dòng này không phải là hàng của bảng."]),
]


@pytest.mark.parametrize(("line", "messages"), LAYOUTS)
def test_a_layout_that_does_not_fit_is_told(line, messages):
    problems = []
    assert len(list(body.provisions(line, "a.md", 1, problems))) == 1
    assert [(each.code, each.message) for each in problems] == [("STRUCT-008", each) for each in messages]


def test_rows_are_counted_in_their_tables():
    lines = (
        "| a | b | {#i-1-p1 dau-bang}", "| c | d | {#i-1-p2 dau-bang}", "| e | f | {#i-1-p3}",
        "| g | h | {#i-1-p4 dau-bang}", "| i | j | {#i-1-p5}", "Giữa. {#i-1-p6}", "| k | l | {#i-1-p7}",
        "## II. HAI {#ii}", "| m | n | {#ii-p1}",
    )  # fmt: skip
    found = body.provisions("\n\n".join(lines), "a.md", 1, [])
    assert [(each.row.table, each.row.place) for each in found if each.row] == [
        (1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (3, 1), (1, 1),
    ]  # fmt: skip


TITLES = [
    # (lines, title: (id, text, line), codes, texts of what follows)
    ("::: {#tieu-de}\nA\n*\nB\n:::\n\nC {#i}", ("tieu-de", "A\n*\nB", 2), [], ["C"]),
    ("::: {#tieu-de of=x}\nA  \n:::\nC {#i}", ("tieu-de", "A", 2), [], ["C"]),
    ("::: {#tieu-de}\nA\n\nB\n:::\n\nC {#i}", ("tieu-de", "A\n\nB", 2), [], ["C"]),
    ("::: {#tieu-de}\nA\nB\n\nC {#i}\n\nD {#j}", ("tieu-de", "A\nB", 2), ["STRUCT-006"], ["C", "D"]),
    ("::: {#tieu-de}\nA\nB", ("tieu-de", "A\nB", 2), ["STRUCT-006"], []),
    (":::\nA\nB\n:::\n\nC {#i}", ("", "A\nB", 2), [], ["C"]),
    ("A\nB\n:::\n\nC {#i}", ("", "A\nB", 1), [], ["C"]),
]


@pytest.mark.parametrize(("text", "title", "codes", "rest"), TITLES)
def test_a_title_block(text, title, codes, rest):
    problems = []
    first, *others = body.provisions(text, "a.md", 1, problems)
    assert first.kind == TITLE
    assert (first.id, first.text, first.span.line) == title
    assert [problem.code for problem in problems] == codes
    assert [provision.text for provision in others] == rest


def test_a_closing_line_without_a_block_is_a_line():
    found = list(body.provisions("A {#i}\n:::\n\nB {#j}", "a.md", 1, []))
    assert [(p.kind, p.id, p.text) for p in found] == [
        (PARAGRAPH, "i", "A"),
        (PARAGRAPH, "", ":::"),
        (PARAGRAPH, "j", "B"),
    ]


WORDS = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="{}#-:"), min_size=1)


@given(st.lists(st.tuples(st.sampled_from(["- ", "## ", "### ", ""]), WORDS), max_size=8))
def test_every_line_is_read_as_it_is_written(lines):
    text = "\n\n".join(f"{marker}{words} {{#i-{n}}}" for n, (marker, words) in enumerate(lines))
    problems = []
    found = list(body.provisions(text, "a.md", 1, problems))
    assert [(p.id, p.text, p.span.line) for p in found] == [
        (f"i-{n}", words, 2 * n + 1) for n, (_, words) in enumerate(lines)
    ]
    assert problems == []


@given(st.text(alphabet="ab -#:{}\n", max_size=60))
def test_no_word_is_lost_and_no_place_is_outside(text):
    found = list(body.provisions(text, "a.md", 1, []))
    kept = "".join(p.text + p.id for p in found)
    assert kept.count("a") == text.count("a")
    assert kept.count("b") == text.count("b")
    assert all(1 <= p.span.line <= text.count("\n") + 2 for p in found)
