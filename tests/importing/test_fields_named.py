"""What the fields of an import are called: issuers, kinds and days, as the register has them."""

from __future__ import annotations

import pytest

from kb.model import titlelines
from tests.importing.test_fields import BODY, PARTY_BODY, PARTY_LEFT, PARTY_RIGHT, STATE_RIGHT


@pytest.mark.parametrize(
    ("issuer", "expected"),
    [
        ("BỘ TÀI CHÍNH", "Bộ Tài chính"),
        ("BỘ LAO ĐỘNG - THƯƠNG BINH\nVÀ XÃ HỘI", "Bộ Lao động - Thương binh và Xã hội"),
        ("ỦY BAN NHÂN DÂN\nTỈNH MỘT", "ỦY BAN NHÂN DÂN TỈNH MỘT"),
        ("ĐẢNG ỦY\nTỈNH MỘT", "ĐẢNG ỦY TỈNH MỘT"),
        ("ĐẢNG BỘ MỘT\nĐẢNG ỦY HAI", "ĐẢNG ỦY HAI"),
        ("SỞ MỘT\nTHƯ VIỆN HAI", "THƯ VIỆN HAI"),
        ("ĐẢNG BỘ TỈNH MỘT\nTỈNH UỶ", "Tỉnh ủy"),
        ("ĐẢNG BỘ TỈNH MỘT\nTỈNH UỶ MỘT", "TỈNH UỶ MỘT"),
    ],
)
def test_issuer(of_lines, issuer, expected):
    assert (
        of_lines(f"{issuer}\nSố: 12/QĐ-XY\n{STATE_RIGHT}\nQUYẾT ĐỊNH\nVề việc một\n{BODY}").fields.issuer_name
        == expected
    )


@pytest.mark.parametrize(
    ("number", "symbol"),
    [
        ("Luật số: 33/2019/QH14", "QH"),
        ("Số: 12/2020/NQ-UBTVQH14", "UBTVQH"),
        ("Số: 123/SNV-XYZ", "SNV"),
        ("Số: 12/QĐ-XYZ", "XYZ"),
        ("Số: 01/2015/TTLT-BTC-BNV", "BTC-BNV"),
    ],
)
def test_the_symbol_of_the_issuer_is_that_of_the_register(of_lines, number, symbol):
    assert of_lines(f"MỘT HAI\n{number}\n{STATE_RIGHT}\nLUẬT\nMỘT\n{BODY}").fields.issuer == symbol


@pytest.mark.parametrize(
    ("day", "closing", "expected"),
    [
        ("", "Luật này được Quốc hội khóa XIV, kỳ họp thứ 8 thông qua ngày 20 tháng 11 năm 2019.", "2019-11-20"),
        ("Hà Nội, ngày 2 tháng 12 năm 2019",
         "Luật này được Quốc hội khóa XIV thông qua ngày 20 tháng 11 năm 2019.", "2019-12-02"),
        ("Hà Nội, ngày    tháng 11 năm 2019",
         "Luật này được Quốc hội khóa XIV thông qua ngày 20 tháng 11 năm 2019.", None),
        ("", "Luật này thay thế Luật được Quốc hội thông qua ngày 20 tháng 11 năm 2009.", None),
        ("", "Luật này được Quốc hội khóa XIV thông qua ngày    tháng 11 năm 2019.", None),
    ],
)  # fmt: skip
def test_a_law_without_a_day_in_its_header_is_of_the_day_on_which_it_was_passed(of_lines, day, closing, expected):
    head = f"QUỐC HỘI\nLuật số: 33/2019/QH14\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n{day}"
    assert of_lines(f"{head}\nLUẬT\nMỘT\nĐiều 1. Hai\n{closing}").fields.date == expected


@pytest.mark.parametrize(
    ("symbol", "title", "kind"),
    [
        ("QĐ", "QUYẾT ĐỊNH", "QĐ"),
        ("QĐ", "QUY ĐỊNH", "quy định"),
        ("QĐi", "QUY ĐỊNH", "quy định"),
        ("TT", "THÔNG TƯ", "TT"),
        ("TT", "THÔNG TRI", "thông tri"),
        ("KH", "KẾ HOẠCH", "KH"),
    ],
)
def test_a_kind_whose_symbol_is_that_of_another_is_given_by_its_name(of_lines, symbol, title, kind):
    found = of_lines(f"{PARTY_LEFT.replace('KH', symbol)}\n{PARTY_RIGHT}\n{title}\nvề việc một\n{PARTY_BODY}").fields
    assert (found.number, found.kind) == (f"15-{symbol}/ĐU", kind)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("ngày 06 tháng 9 năm 2024", "2024-09-06"),
        ("ngày 31 tháng 9 năm 2024", None),
        ("ngày … tháng 9 năm 2024", None),
        (f"ngày 06 tháng 9 năm {'2' * 40}", None),
        (f"ngày {'1' * 40} tháng 9 năm 2024", None),
    ],
)
def test_a_day_that_no_calendar_has_is_none(day, expected):
    assert titlelines.iso(titlelines.PLACED.match(f"Ba, {day}")) == expected
