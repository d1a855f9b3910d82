"""Labels in both layouts, typed in the ways that clerks type them, beside what only looks like one."""

from __future__ import annotations

import pytest

from kb.model.labels import label, roman_value
from kb.model.outline import provisions

LABELS = [
    ("Phần thứ nhất", "phan", "thu-nhat"),
    ("PHẦN I", "phan", "i"),
    ("Chương IV", "chuong", "iv"),
    ("CHƯƠNG I. MỘT", "chuong", "i"),
    ("CHƯƠNG I MỘT HAI", "chuong", "i"),
    ("Mục 2. Một", "muc", "2"),
    ("Tiểu mục 1", "tieu-muc", "1"),
    ("Điều 5.", "dieu", "5"),
    ("Điều 5", "dieu", "5"),
    ("ĐIỀU 12: Một", "dieu", "12"),
    ("Điều 5a. Một", "dieu", "5a"),
    ("I. MỘT", "roman", "i"),
    ("II- MỘT", "roman", "ii"),
    ("III/ MỘT", "roman", "iii"),
    ("IV/- MỘT", "roman", "iv"),
    ("V.MỘT", "roman", "v"),
    ("1. Một", "number", "1"),
    ("1- Một", "number", "1"),
    ("1) Một", "number", "1"),
    ("1/ Một", "number", "1"),
    ("1.Một", "number", "1"),
    ("2.1. Một", "decimal", "2.1"),
    ("2.1 Một", "decimal", "2.1"),
    ("2.1/ Một", "decimal", "2.1"),
    ("1.2.3. Một", "decimal", "1.2.3"),
    ("a) Một", "letter", "a"),
    ("đ) Một", "letter", "dd"),
    ("a. Một", "letter", "a"),
    ("(1) Một", "bracket", "1"),
    ("A. MỘT", "capital", "a"),
    ("- Một", "dash", ""),
    ("– Một", "dash", ""),
    ("• Một", "dash", ""),
    ("* Một", "dash", ""),
    ("+ Một", "dash", ""),
    ("-Một", "dash", ""),
]
NO_LABELS = [
    *("Điều 4 Thông tư số 1", "Điều này", "Chương trình một", "Mục tiêu: một", "Mục 2 Chương VI Luật một"),
    *("Phần mềm một", "1", "2026. Một", "1.500 tỉ", "9.200 USD", "10/7 là ngày", "5%", "V.I.Lê-nin một", "I"),
    *("“Điều 4. Một", "“b) Một", "-----", "***", "-5 độ", "(Kèm theo một)", "a một", "Vì một"),
]


@pytest.mark.parametrize(("line", "kind", "count"), LABELS, ids=str)
def test_label(line, kind, count):
    found = label(line)
    assert found is not None
    assert (found.kind, found.count) == (kind, count)


@pytest.mark.parametrize("line", NO_LABELS)
def test_no_label(line):
    assert label(line) is None


def test_roman():
    assert [roman_value(each) for each in ("i", "iv", "xiv", "xl", "iiv", "vx", "")] == [1, 4, 14, 40, 0, 0, 0]


def ids(text: str) -> str:
    return " ".join(each.id for each in provisions(list(enumerate(text.split("/ "), 1)), "f"))


OUTLINES = [
    ("Một/ I- A/ 1- B/ - C/ + D/ Đ/ 2- E/ 2.1- F", "mo-dau-p1 i i-1 i-1-1 i-1-2 i-1-p1 i-2 i-2.1"),
    ("I. A/ 1. B/ (1) C/ (2) D/ a) E/ 2. F", "i i-1 i-1.n1 i-1.n2 i-1.n2.a i-2"),
    ("I. A/ 1.1. B/ 1.1.1. C/ a) D/ Đ/ 1.1.2. E", "i i-1.1 i-1.1.1 i-1.1.1.a i-1.1.1.a-p1 i-1.1.2"),
    ("Chương I/ MỘT/ Mục 1. A/ Điều 1. B/ 1. C/ a) D/ đ) E/ - F/ Điều 2. G",
     "chuong-i chuong-i-p1 chuong-i-muc-1 dieu-1 dieu-1.1 dieu-1.1.a dieu-1.1.dd dieu-1.1.dd-1 dieu-2"),
    ("Chương I/ Điều 1. A/ Chương IV/ Điều 14. B", "chuong-i dieu-1 chuong-iv dieu-14"),
    ("1. A/ 2. B/ a) C", "muc-1 muc-2 muc-2.a"),
    ("A. MỘT/ I. HAI/ B. BA/ I. BỐN", "phan-a phan-a-i phan-b phan-b-i"),
    ("A. MỘT/ B. HAI/ I. BA/ C. BỐN/ I. NĂM", "phan-a phan-b phan-b-i phan-c phan-c-i"),
    ("I. A/ 1. B/ 1. C", "i i-1 i-1-lan-2"),
    ("I. A/ - B/ - C/ 1. D/ - E", "i i-g1 i-2 i-1 i-1-1"),
    ("Điều 1. A/ 1. B:/ “Điều 4. C/ 1. D”./ 2. E", "dieu-1 dieu-1.1 dieu-1.1-p1 dieu-1.1-p2 dieu-1.2"),
    ("Điều 1. A/ “một” là hai/ 1. B", "dieu-1 dieu-1-p1 dieu-1.1"),
    ("Điều 1. A như sau: “Điều 4. C/ 1. D/ a) Đ.”/ 1. E", "dieu-1 dieu-1-p1 dieu-1-p2 dieu-1.1"),
    # a mark that nobody closed
    ("Điều 1. A như sau: “Điều 4. C/ 1. D/ 2. Đ", "dieu-1 dieu-1.1 dieu-1.2"),
    ("Điều 1. A: “một/ 1. B/ 2. C”", "dieu-1 dieu-1.1 dieu-1.2"),
    ("Điều 1. A: “Điều 2. B/ 1. C”/ 1. D", "dieu-1 dieu-1-p1 dieu-1.1"),
    ("Điều 1. A: “một”/ 1. B gọi là: “hai”/ 2. C", "dieu-1 dieu-1.1 dieu-1.2"),
    ("Điều 1. A/ Nơi nhận:/ - Một;/ TM. ỦY BAN/ CHỦ TỊCH/ Một Hai",
     "dieu-1 noi-nhan-p1 noi-nhan-1 chu-ky-p1 chu-ky-p2 chu-ky-p3"),
    ("Điều 1. A/ BỘ TRƯỞNG/ Một Hai", "dieu-1 chu-ky-p1 chu-ky-p2"),
    ("Điều 1. A/ T/M BỘ CHÍNH TRỊ/ QUY CHẾ/ Chương I/ Điều 1. B",
     "dieu-1 chu-ky-p1 kem-theo-1-mo-dau-p1 kem-theo-1-chuong-i kem-theo-1-dieu-1"),
    ("I. A/ -----/ 1. B/ [^1]: C", "i i-1 chu-thich-1"),
    ("I. A/ | một | hai |/ 1. B", "i i-p1 i-1"),
    ("\u00d0iều 1. A/ 1\u00a0. B", "dieu-1 dieu-1.1"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OUTLINES)
def test_outline(text, expected):
    assert ids(text) == expected


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Điều 1. A/ “một” là hai/ “ba”/ 1. B", ""),
        ("1. A:/ “a) B”/ 2. C", "muc-1-p1"),
        ("1. A:/ “Điều 4. B/ 1. C/ - D”./ 2. Đ", "muc-1-p1 muc-1-p2 muc-1-p3"),
        ("1. A: “Điều 4. B/ 1. C”./ 2. D", "muc-1-p1"),
    ],
)
def test_what_is_of_another_document(text, quoted):
    found = provisions(list(enumerate(text.split("/ "), 1)), "f")
    assert " ".join(each.id for each in found if each.quoted) == quoted


def test_words_stay_as_they_are():
    found = list(provisions([(1, "–\u00a0\u00d0iều một"), (2, "+ hai"), (3, "1 . Ba")], "f"))
    assert [each.text for each in found] == ["\u00d0iều một", "+ hai", "1 . Ba"]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("I. A/ 1. B/ - C/ 1.1. D/ E.", [2, 3, 0, 4, 0]),
        ("Chương I/ Mục 1. A/ Điều 1. B/ 1. C", [2, 3, 4, 0]),
        ("Điều 1. A/ 1. B/ a) C", [2, 0, 0]),
        ("I. A/ 1. Việc một.", [2, 0]),
        (f"I. A/ 1. {'một ' * 60}/ - B", [2, 0, 0]),
        # what is said under the last number is no heading of the signature
        ("I. A/ 1. Việc một./ 2. Việc hai./ Nơi nhận:/ - Như trên.", [2, 0, 0, 0, 0]),
        ("I. A/ 1. Việc một./ 2. Việc hai./ T/M BAN THƯỜNG VỤ/ PHÓ BÍ THƯ/ Tên", [2, 0, 0, 0, 0, 0]),
        # a letter's short provisions, and a name with a number
        ("1. Hạn: trước ngày 3/ 2. Nơi nhận: Phòng A/ Một đoạn.", [0, 0, 0]),
        ("1. Phần 1: Việc một/ Một đoạn./ 2. Việc hai: gồm/ - A", [3, 0, 3, 0]),
        ("A. MỘT/ 1. Việc một/ B. HAI/ 1.1. Việc hai/ 1.2. Việc ba/ Một đoạn.", [2, 0, 2, 0, 4, 0]),
        ("I. A/ 1. Việc một/ - B/ 2. Việc hai/ - C/ Nơi nhận:", [2, 3, 0, 3, 0, 0]),
    ],
)
def test_headings(text, levels):
    assert [each.level for each in provisions(list(enumerate(text.split("/ "), 1)), "f")] == levels
