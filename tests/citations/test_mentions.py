"""Documents that are named without their number."""

import unicodedata

import pytest

from kb.parse.citations import read

NAMES = (
    ("Nghị quyết Đại hội XIII của Đảng", "nq-13"),
    ("Nghị quyết Đại hội XIII của Đảng và của Đảng bộ Khối", "nq-13-khoi"),
    ("Nghị quyết Trung ương 4 khóa XII", "nq-tw4"),
)

MENTIONS = [
    ("theo quy định này", []),
    ("Kế hoạch trên địa bàn tỉnh", []),
    ("Kế hoạch 5 năm 2021-2025; Thông báo 3 nội dung; Nghị quyết 2019", []),
    ("Thông báo 3 ngày liên tiếp; Báo cáo 5 ngày một lần; Thông báo 3 (ba) nội dung", []),
    ("Kế hoạch nêu ở phần trên", []),
    ("Chỉ thị số 05-CT/TW", []),
    ("Mẫu số 05", []),
    ("Nghị quyết Đại hội XIII của Đảng bộ Khối", []),
    ("Nghị quyết Đại hội XIII của Đảng ủy", []),
    ("Nghị quyết Trung ương 4 khóa XIII", []),
    ("Kế hoạch này", [("self", "Kế hoạch này", "KH", None, None)]),
    ("Nghị định này", [("self", "Nghị định này", "NĐ", None, None)]),
    ("Chỉ thị 05 của Bộ Chính trị", [("short", "Chỉ thị 05", "CT", "05", None)]),
    ("KH số 26.", [("short", "KH số 26", "KH", "26", None)]),
    ("Thông tư số 12/2020 cũng vậy", [("short", "Thông tư số 12/2020", "TT", "12", None)]),
    ("Kế hoạch nêu trên", [("above", "Kế hoạch nêu trên", "KH", None, None)]),
    ("Kế hoạch đã nêu ở trên", [("above", "Kế hoạch đã nêu ở trên", "KH", None, None)]),
    ("Thông báo 3 ngày 05/5/2021", [("short", "Thông báo 3", "TB", "3", None)]),
    ("Quyết định trên, cấp ủy", [("above", "Quyết định trên", "QĐ", None, None)]),
    (
        "nghị quyết  Đại hội XIII\ncủa Đảng.",
        [("name", "nghị quyết  Đại hội XIII\ncủa Đảng", None, None, "nq-13")],
    ),
    (
        "Nghị quyết Đại hội XIII của Đảng và của Đảng bộ Khối",
        [("name", "Nghị quyết Đại hội XIII của Đảng và của Đảng bộ Khối", None, None, "nq-13-khoi")],
    ),
    ("Nghị quyết Trung ương 4 khóa XII,", [("name", "Nghị quyết Trung ương 4 khóa XII", None, None, "nq-tw4")]),
]


@pytest.mark.parametrize(("text", "expected"), MENTIONS)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_mentions(text, expected, form, vocabulary):
    found = read(unicodedata.normalize(form, text), vocabulary, NAMES).mentions
    assert [(m.form, unicodedata.normalize("NFC", m.raw), m.kind, m.number, m.key) for m in found] == expected


def test_a_list_completes_its_first_member(vocabulary):
    reading = read("Nghị quyết số 18, 19-NQ/TW ngày 25/10/2017", vocabulary)
    assert [m.canonical for m in reading.mentions] == ["18-NQ/TW"]
    assert [c.canonical for c in reading.citations] == ["19-NQ/TW"]


def test_locator_and_date_of_a_mention(vocabulary):
    own, short = read("khoản 2 Điều 9 Quy chế này và Kế hoạch số 26 ngày 05/5/2021", vocabulary).mentions
    assert (own.locator, short.date) == ("khoản 2 Điều 9", "2021-05-05")
