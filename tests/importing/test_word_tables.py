"""Tables of a Word file: those that lay a page out flow, those of data stay."""

from __future__ import annotations

import pytest

from kb.importing.word import read
from tests.importing.docx import docx, p, part, table

HEAD = ("BỘ TÀI CHÍNH\nSố: 1/QĐ-BTC", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHà Nội, ngày 1 tháng 2 năm 2026")


def test_layout_tables_flow_and_data_tables_stay(words):
    found, _ = words(
        docx(
            table(HEAD), *[p("x")] * 8, table(("STT", "Tên"), ("1", "một\nhai")),
            table(("Nơi nhận:\n- Một.", "TM. BAN\nTRƯỞNG BAN")),
        )
    )  # fmt: skip
    assert found[:2] == HEAD[0].split("\n")
    assert found[12:] == ["| STT | Tên |", "| 1 | một hai |", "Nơi nhận:", "- Một.", "TM. BAN", "TRƯỞNG BAN"]


def test_what_is_attached_has_a_header_of_its_own(words):
    found, _ = words(docx(table(HEAD), *[p("x")] * 60, table(("BỘ MỘT", "ĐẢNG CỘNG SẢN VIỆT NAM")), p("QUY CHẾ")))
    assert found[-3:] == ["BỘ MỘT", "ĐẢNG CỘNG SẢN VIỆT NAM", "QUY CHẾ"]


def spread(words: str, columns: int = 1, merged: str = "") -> str:
    """A cell over columns, and one with those above or below."""
    below = f'<w:vMerge w:val="{merged}"/>' if merged else ""
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{columns}"/>{below}</w:tcPr>{p(words)}</w:tc>'


def tabled(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


HEADS = "<w:trPr><w:tblHeader/></w:trPr>"
DATA = {
    "the first row names the columns": (
        tabled(spread("a") + spread("b"), spread("1") + spread("")),
        [("| a | b |", " dau-bang"), ("| 1 | |", "")],
    ),
    "a table of one row has no names": (tabled(spread("a") + spread("b")), [("| a | b |", "")]),
    "names go as far as the first row reaches": (
        tabled(
            spread("a", merged="restart") + spread("b", 2),
            spread("", merged="continue") + spread("c") + spread("d"),
            spread("1") + spread("2") + spread("3"),
        ),
        [("| a | b |", " dau-bang o=1x2,2"), ("| c | d |", " dau-bang"), ("| 1 | 2 | 3 |", "")],
    ),
    "names are those that Word repeats": (
        tabled(HEADS + spread("a") + spread("b"), HEADS + spread("c") + spread("d"), spread("1") + spread("2")),
        [("| a | b |", " dau-bang"), ("| c | d |", " dau-bang"), ("| 1 | 2 |", "")],
    ),
    "cells of the body are one, too, and an empty row is none": (
        tabled(
            spread("a") + spread("b"), spread("") + spread(""), spread("1", merged="restart") + spread("2"),
            spread("", merged="continue") + spread("3"), spread("e", 2),
        ),
        [("| a | b |", " dau-bang"), ("| 1 | 2 |", " o=1x2,1"), ("| 3 |", ""), ("| e |", " o=2")],
    ),
    "words that a merged cell hides are kept": (
        tabled(spread("a", merged="restart") + spread("b"), spread("c", merged="continue") + spread("d")),
        [("| a | b |", " dau-bang"), ("| c | d |", "")],
    ),
    "a cell that goes on from nothing is one": (
        tabled(spread("a", 2) + spread("b"), spread("", merged="continue") + spread("d") + spread("e")),
        [("| a | b |", " dau-bang o=2,1"), ("| | d | e |", "")],
    ),
    "columns that a row leaves out are empty": (
        tabled(spread("a") + spread("b"), '<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + spread("2")),
        [("| a | b |", " dau-bang"), ("| | 2 |", "")],
    ),
    "a bar in a cell is none between cells": (
        tabled(spread("a | b") + spread("c|d"), spread("1") + spread("2")),
        [(r"| a \| b | c|d |", " dau-bang"), ("| 1 | 2 |", "")],
    ),
    "nonsense for numbers": (
        tabled('<w:tc><w:tcPr><w:gridSpan w:val="x9"/></w:tcPr><w:p/></w:tc>' + spread("b", 99999)),
        [("| | b |", " o=1,63")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", DATA)
def test_rows_of_a_table_of_data(case):
    table, expected = DATA[case]
    found = read(docx(*[p("x")] * 8, table)).paragraphs[8:]
    assert [(each.text, each.row.written) for each in found] == expected


def test_a_layout_table_typed_with_stray_characters(words):
    raw = docx(table(("\u00d0ẢNG ỦY HAI\nSố 15-KH/\u00d0U", "\u00d0ẢNG\u00a0CỘNG SẢN VIỆT NAM")), p("KẾ HOẠCH"))
    assert words(raw)[0][:2] == ["\u00d0ẢNG ỦY HAI", "Số 15-KH/\u00d0U"]


def test_a_letterhead_in_the_page_header(words):
    found, _ = words(docx(p("QUYẾT ĐỊNH"), header1=part("hdr", table(HEAD) + p(""))))
    assert found == [*HEAD[0].split("\n"), *HEAD[1].split("\n"), "QUYẾT ĐỊNH"]
