"""The tables of TCVN3 and VNI, and how a text shows that it is in one of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.importing.letters import (
    FROM_TCVN3,
    FROM_VNI,
    TCVN3,
    TCVN3_CAPITALS,
    VNI,
    by_content,
    by_font,
    decode,
    encode,
    raised,
)  # fmt: skip
from kb.model.alphabet import LOWER, UPPER

SMALL = LOWER[3:]
LARGE = UPPER[3:]


def test_tcvn3_has_every_small_letter_once():
    assert sorted(each for each in FROM_TCVN3.values() if each.islower()) == sorted(SMALL)
    assert {each for each in FROM_TCVN3.values() if each.isupper()} == set("ĂÂÊÔƠƯĐ")


def test_vni_has_every_small_letter():
    assert set(FROM_VNI.values()) == set(SMALL)


@pytest.mark.parametrize(
    ("code", "letter"),
    [
        (0xA7, "Đ"),
        (0xAD, "ư"),
        (0xAE, "đ"),
        (0xB5, "à"),
        (0xB9, "ạ"),
        (0xD2, "ề"),
        (0xDC, "ĩ"),
        (0xED, "ớ"),
        (0xFE, "ỵ"),
    ],
)
def test_codes_of_the_standard(code, letter):
    assert decode(chr(code), TCVN3) == letter


@pytest.mark.parametrize(
    ("received", "encoding", "expected"),
    [
        ("§iÒu 1. H­íng dÉn thùc hiÖn nghÞ quyÕt", TCVN3, "Điều 1. Hướng dẫn thực hiện nghị quyết"),
        ("kÕ ho¹ch", TCVN3_CAPITALS, "KẾ HOẠCH"),
        ("Ñieàu 1. Höôùng daãn thöïc hieän nghò quyeát", VNI, "Điều 1. Hướng dẫn thực hiện nghị quyết"),
        ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", VNI, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Chính, Chiùnh, lyù, quyø, tyï, tî", VNI, "Chính, Chính, lý, quỳ, tỵ, tỵ"),
    ],
)
def test_decoding(received, encoding, expected):
    assert decode(received, encoding) == expected


@given(st.text(alphabet=SMALL + "ĂÂÊÔƠƯĐabc XYZ.,-12"))
def test_tcvn3_round_trip(text):
    assert decode(encode(text, TCVN3), TCVN3) == raised(text)


# What stands in capitals but for letters of which TCVN3 has only small ones, and near misses.
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("CộNG HòA Xã HộI CHủ NGHĩA VIệT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Một việc của ủY BAN", "Một việc của ỦY BAN"),
        ("Hà và Ánh", "Hà và Ánh"),
        ("Số 15-NQ/TW của Hà Nội", "Số 15-NQ/TW của Hà Nội"),
        ("Bộ GDĐT, Sở XD", "Bộ GDĐT, Sở XD"),
    ],
)
def test_capitals(line, expected):
    assert raised(line) == expected


# Words of one syllable: a vowel behind another one may read as a sign.
@given(
    st.lists(
        st.sampled_from([f"{c}{v}{d}" for c in ("", "b", "đ", "Đ", "ngh") for v in SMALL + LARGE for d in ("", "n")])
    )
)
def test_vni_round_trip(syllables):
    text = " ".join(syllables)
    assert decode(encode(text, VNI), VNI) == text


@pytest.mark.parametrize(
    ("font", "encoding"),
    [(".VnTime", TCVN3), (".VnTimeH", TCVN3_CAPITALS), (".vnarial", TCVN3), (".VnArialH", TCVN3_CAPITALS),
     ("VNI-Times", VNI), ("VNI-Helve", VNI), ("Times New Roman", ""), ("Vni Sans", VNI), ("", ""), ("Arial", "")],
)  # fmt: skip
def test_fonts(font, encoding):
    assert by_font(font) == encoding


SENTENCE = "Đảng ủy hướng dẫn các chi bộ tổ chức thực hiện nghị quyết của đại hội"


@pytest.mark.parametrize("encoding", [TCVN3, VNI])
def test_content_tells(encoding):
    assert by_content(encode(SENTENCE, encoding)) == encoding


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        "",
        "Plan No. 23",
        "toà án, hoá học, khoá",
        "Hà Nội",
        "5 µm ± 2 «x» 30°",
        "café, naïve, señor",
        "là và mà có",
    ],
)
def test_content_of_unicode_tells_nothing(text):
    assert by_content(text) == ""
