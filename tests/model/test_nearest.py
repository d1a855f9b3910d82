"""What was probably meant, and why: near misses of names; nothing where nothing is near."""

from __future__ import annotations

import time

import pytest

from kb.model.nearest import MOST, Nearest, NearestNumber, NearestProvision, hint

IDS = ("23-kh-duk-2021", "26-kh-btgtw-2021", "05-ct-tw-2016", "07-ctr-duk-2021", "nq-dai-hoi-xiii-dang", "chu-de-rong")
WORDS = [
    # nothing near
    ("99-qd-xyz-1999", []),
    ("hoan-toan-khac", []),
    ("", []),
    ("###", []),
    ("x" * 5000, []),
    # one slip
    ("24-kh-duk-2021", ["23-kh-duk-2021: khác một chữ số"]),
    ("23-kh-duk-201", ["23-kh-duk-2021: thiếu một chữ số"]),
    ("23-kh-dukk-2021", ["23-kh-duk-2021: thừa một chữ"]),
    ("05-ct-tw-2061", ["05-ct-tw-2016: đảo hai chữ số"]),
    ("32-kh-duk-2021", ["23-kh-duk-2021: đảo hai chữ số"]),
    ("CHU-DE-RONG", ["chu-de-rong: chỉ khác chữ hoa, chữ thường"]),
    ("chủ-đề-rộng", ["chu-de-rong: chỉ khác dấu"]),
    ("chu_de_rong", ["chu-de-rong: chỉ khác dấu"]),
    ("chủ-đề-rông", ["chu-de-rong: chỉ khác dấu"]),
    ("chủ-đề-rồn", ["chu-de-rong: thiếu một chữ"]),
    # one part
    ("23-kh-duk", ["23-kh-duk-2021: thiếu phần «2021»"]),
    ("nq-dai-hoi-xiii-cua-dang", ["nq-dai-hoi-xiii-dang: thừa phần «cua»"]),
    ("26-kh-btgtw-2016", ["26-kh-btgtw-2021: khác phần «2021»"]),
    # a slip of a letter is nearer than another part
    ("26-kh-btgtw-2022", ["26-kh-btgtw-2021: khác một chữ số"]),
]


@pytest.mark.parametrize(("word", "expected"), WORDS)
def test_words(word, expected):
    assert [f"{near.word}: {near.why}" for near in Nearest(IDS).to(word)] == expected


NUMBERS = ("26-KH/BTGTW", "27-KH/BTGTW", "05-CT/TW", "07-CTr/ĐUK", "169-HD/BTGTW", "30/2020/NĐ-CP", "30/2021/NĐ-CP")
NUMBERED = [
    # nothing near
    ("812-QĐ/XYZ", []),
    ("không phải số", []),
    ("9" * 5000 + "-KH/BTGTW", []),
    # the number
    ("170-HD/BTGTW", []),
    ("168-HD/BTGTW", ["169-HD/BTGTW: cùng ký hiệu, số khác một chữ số"]),
    ("196-HD/BTGTW", ["169-HD/BTGTW: cùng ký hiệu, số đảo hai chữ số"]),
    ("69-HD/BTGTW", ["169-HD/BTGTW: cùng ký hiệu, số thiếu một chữ số"]),
    ("5-CT/TW", ["05-CT/TW: chỉ khác số 0 ở đầu"]),
    ("005-CT/TW", ["05-CT/TW: chỉ khác số 0 ở đầu"]),
    (
        "28-KH/BTGTW",
        ["26-KH/BTGTW: cùng ký hiệu, số khác một chữ số", "27-KH/BTGTW: cùng ký hiệu, số khác một chữ số"],
    ),
    # the symbol
    ("26-KH/BTCTW", ["26-KH/BTGTW: cùng số, ký hiệu cơ quan khác một chữ"]),
    ("07-CTr/DUK", ["07-CTr/ĐUK: cùng số, ký hiệu cơ quan khác một chữ"]),
    ("07-CTR/ĐUK", ["07-CTr/ĐUK: cùng số và cơ quan, ký hiệu tên loại chỉ khác chữ hoa, chữ thường"]),
    ("169-KH/BTGTW", ["169-HD/BTGTW: cùng số và cơ quan, khác tên loại"]),
    # the year
    (
        "30/2019/NĐ-CP",
        ["30/2020/NĐ-CP: cùng số và ký hiệu, khác năm", "30/2021/NĐ-CP: cùng số và ký hiệu, khác năm"],
    ),
    ("31/2020/NĐ-CP", ["30/2020/NĐ-CP: cùng ký hiệu, số khác một chữ số"]),
]


@pytest.mark.parametrize(("number", "expected"), NUMBERED)
def test_numbers(number, expected):
    assert [f"{near.word}: {near.why}" for near in NearestNumber(NUMBERS).to(number)] == expected


PROVISIONS = ("tieu-de", "mo-dau-p1", "i", "i-1", "ii", "ii-1", "ii-1.1", "ii-1.2", "ii-1.1-1", "ii-1.1-2", "ii-2")
PLACES = [
    ("ii-1.1-9", ["ii-1.1-2"]),
    ("ii-1.1-3", ["ii-1.1-2"]),
    ("ii-1.7", ["ii-1.2"]),
    ("ii-1.7-4", ["ii-1.2"]),
    ("ii-9", ["ii-2"]),
    ("ix", ["ii"]),
    ("v-3-1", ["ii"]),
    ("mo-dau-p2", ["mo-dau-p1"]),
    ("tieude", ["tieu-de"]),
    ("II-1.1", ["ii-1.1"]),
    ("phu-luc", []),
    ("", []),
    ("-".join("a" * 5000), []),
    ("i-" + "9" * 5000, []),
]


@pytest.mark.parametrize(("name", "expected"), PLACES)
def test_provisions(name, expected):
    assert [near.word for near in NearestProvision(PROVISIONS).to(name)] == expected


def test_of_many_that_are_equally_near_none_is_named():
    numbers = [f"{number}-KH/BTGTW" for number in range(10, 20)]
    assert NearestNumber(numbers).to("20-KH/BTGTW") == (NearestNumber(numbers).to("20-KH/BTGTW")[0],)
    assert NearestNumber([*numbers, "21-KH/BTGTW", "22-KH/BTGTW", "23-KH/BTGTW"]).to("20-KH/BTGTW") == ()
    assert len(Nearest(["aa1", "aa2", "aa3"]).to("aa4")) == MOST


def test_the_hint_names_all_ties():
    assert hint(NearestNumber(NUMBERS).to("28-KH/BTGTW")) == (
        "Gần nhất là 26-KH/BTGTW (cùng ký hiệu, số khác một chữ số)"
        " hoặc 27-KH/BTGTW (cùng ký hiệu, số khác một chữ số). "
    )
    assert hint(()) == ""


def test_looking_up_takes_little_longer_where_more_is_known():
    """Five hundred unknown numbers and ids among ten thousand known ones."""
    known = [f"{number}-KH/C{number % 37}Đ" for number in range(10_000)]
    ids = [f"{number}-kh-c{number % 37}d-2021" for number in range(10_000)]
    numbers, documents = NearestNumber(known), Nearest(ids)
    start = time.process_time()
    for number in range(20_000, 20_500):
        numbers.to(f"{number}-KH/C1Đ")
        documents.to(f"{number}-kh-c1d-2021")
    # A second or two; comparing each with each takes minutes.
    assert time.process_time() - start < 10
