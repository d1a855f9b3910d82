"""Lines of a PDF page, by where they stand: columns one after the other, and what begins a paragraph."""

from __future__ import annotations

import pytest

from kb.importing.pdf import _paragraphs
from kb.importing.pdf_columns import Line, by_column

WIDTH = 595.0
LEFT, RIGHT = 85.0, 550.0


def line(text: str, left: float, right: float, row: int) -> Line:
    return Line(text, left, right, 800.0 - 18 * row, 812.0 - 18 * row, 0, WIDTH)


def centred(text: str, half: float, row: int, middle: float = (LEFT + RIGHT) / 2) -> Line:
    return line(text, middle - half, middle + half, row)


def test_a_column_ends_where_the_body_begins():
    lines = [
        line("ĐẢNG ỦY HAI", 95, 215, 0),
        line("ĐẢNG CỘNG SẢN VIỆT NAM", 320, 540, 0),
        line("Số 4-CV/ĐU", 100, 210, 1),
        line("Ba, ngày 6 tháng 9 năm 2024", 330, 530, 1),
        line("Kính gửi:", 110, 170, 2),
        line("- Một,", 110, 180, 3),
    ]
    assert [each.text[:6] for each in by_column(lines)] == ["ĐẢNG Ủ", "Số 4-C", "ĐẢNG C", "Ba, ng", "Kính g", "- Một,"]


def test_recipients_beside_an_office_are_a_column_of_their_own():
    lines = [
        line("một " * 20, LEFT, RIGHT, 0),
        line("KT. BỘ TRƯỞNG", 400, 500, 1),
        line("Nơi nhận:", LEFT, 140, 2),
        line("THỨ TRƯỞNG", 410, 490, 2),
        line("- Lưu: VT.", LEFT, 140, 3),
        line("Một Hai", 430, 480, 4),
    ]
    assert [each.text[:6] for each in by_column(lines)][1:] == [
        "Nơi nh", "- Lưu:", "KT. BỘ", "THỨ TR", "Một Ha",
    ]  # fmt: skip


def test_a_title_centred_on_a_page_of_short_lines_is_in_no_column():
    lines = [
        line("ĐẢNG ỦY HAI", 95, 215, 0),
        line("ĐẢNG CỘNG SẢN VIỆT NAM", 320, 500, 0),
        centred("QUY ĐỊNH", 40, 1, 317),
        line("Một dòng ngắn", 110, 190, 2),
    ]
    assert [each.text[:6] for each in by_column(lines)] == ["ĐẢNG Ủ", "ĐẢNG C", "QUY ĐỊ", "Một dò"]


def test_the_kind_stands_apart_from_a_subject_in_capitals():
    lines = [
        line("một " * 20, LEFT, RIGHT, 0),
        centred("BÁO CÁO", 40, 2),
        centred("TÌNH HÌNH QUÝ MỘT VÀ", 120, 3),
        centred("VIỆC CỦA QUÝ HAI", 90, 4),
    ]
    assert [each.text for each in _paragraphs(lines)][1:] == ["BÁO CÁO", "TÌNH HÌNH QUÝ MỘT VÀ VIỆC CỦA QUÝ HAI"]


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ([(LEFT + 8, RIGHT - 8)], 3),
        ([(LEFT, RIGHT), (LEFT + 20, RIGHT - 20)], 3),
        # Not centred, so it goes on.
        ([(LEFT, RIGHT - 8)], 2),
    ],
)
def test_a_subject_as_wide_as_the_text_ends_where_it_is_no_longer_centred(subject, expected):
    lines = [centred("BÁO CÁO", 40, 0)]
    lines += [line("một " * 20, *edges, row) for row, edges in enumerate(subject, 1)]
    lines += [line("Hai " * 20, LEFT, RIGHT, 3), line("ba.", LEFT, LEFT + 20, 4)]
    for row, each in enumerate(lines):
        each.bottom, each.top = 800.0 - 14 * row, 812.0 - 14 * row
    found = [each.text for each in _paragraphs(lines)]
    assert len(found) == expected
    assert found[0] == "BÁO CÁO"


def test_a_date_broken_before_its_year():
    lines = [
        line("Ba, ngày 6 tháng 9 năm", 330, 530, 0),
        line("2024", 415, 445, 1),
        line("một " * 20, LEFT, RIGHT, 3),
    ]
    assert next(each.text for each in _paragraphs(lines)) == "Ba, ngày 6 tháng 9 năm 2024"


@pytest.mark.parametrize(
    ("indent", "end", "expected"),
    [
        (28, "Sở Lao động", 1),
        (28, "các Sở sau:", 2),
        (28, "Sở Tài chính,", 2),
        # Without an indent any line may begin a paragraph.
        (0, "Sở Lao động", 2),
    ],
)
def test_a_dash_at_the_margin_of_an_indented_paragraph_is_within_it(indent, end, expected):
    lines = [
        line(f"1. Một {'một ' * 15}{end}", LEFT + indent, RIGHT, 0),
        line("- Thương binh và Xã hội.", LEFT, LEFT + 150, 1),
    ]
    lines[1].bottom, lines[1].top = 786, 798
    assert len(list(_paragraphs(lines))) == expected
