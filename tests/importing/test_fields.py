"""The header in the layouts that clerks make: what is printed is read, what is not stays empty."""

from __future__ import annotations

import unicodedata

import pytest

from kb.importing import making, plain

PARTY_LEFT = "ĐẢNG BỘ MỘT\nĐẢNG ỦY HAI\n*\nSố 15-KH/ĐU"
PARTY_RIGHT = "ĐẢNG CỘNG SẢN VIỆT NAM\nBa, ngày 06 tháng 9 năm 2024"
STATE_LEFT = "BỘ TÀI CHÍNH\n-------\nSố: 40/2026/TT-BTC"
STATE_RIGHT = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHà Nội, ngày 06 tháng 4 năm 2026"
BODY = "Căn cứ Luật một;\nĐiều 1. Một\n1. Hai"
PARTY_BODY = "Thực hiện việc một, Đảng ủy ban hành kế hoạch như sau:\nI- MỘT\n1- Hai"

# lines, then number, kind, date, subject; a plain `-` for what must stay empty
LAYOUTS = {
    "a number over two lines": (
        f"SỞ MỘT\nSố: 123/SNV-\nTCBC\nV/v việc một\n{STATE_RIGHT}\nKính gửi: Các đơn vị.\nNội dung một.",
        "123/SNV-TCBC CV 2026-04-06 việc một",
    ),
    "a number whose second line has the stroke": (
        f"ĐẢNG ỦY HAI\n*\nSố 15\n-KH/ĐU\n{PARTY_RIGHT}\nKẾ HOẠCH\nviệc một\n{PARTY_BODY}",
        "15-KH/ĐU KH 2024-09-06 việc một",
    ),
    "a number that ends, and a kind": (
        f"BỘ MỘT\nSố: 12/\nLUẬT\n{STATE_RIGHT}\nTHÔNG TƯ\nviệc một\n{BODY}",
        "- TT 2026-04-06 việc một",
    ),
    "the hour of a telegram": (
        "BỘ MỘT\nSố: 2/CĐ-BM\nHai, hồi 10 giờ 30 phút, ngày 06 tháng 4 năm 2026\nCÔNG ĐIỆN\nVề việc một\n1. Hai.",
        "2/CĐ-BM CĐ 2026-04-06 Về việc một",
    ),
    "Party, left first": (
        f"{PARTY_LEFT}\n{PARTY_RIGHT}\nKẾ HOẠCH\nvề việc một\nvà việc hai\n-----\n{PARTY_BODY}",
        "15-KH/ĐU KH 2024-09-06 về việc một và việc hai",
    ),
    "Party, right first": (
        f"{PARTY_RIGHT}\n{PARTY_LEFT}\nKẾ HOẠCH\nviệc một\n{PARTY_BODY}",
        "15-KH/ĐU KH 2024-09-06 việc một",
    ),
    "row by row": (
        "ĐẢNG ỦY HAI\n*\nĐẢNG CỘNG SẢN VIỆT NAM\nSố 15-KH/ĐU\nBa, ngày 06 tháng 9 năm 2024\n"
        f"KẾ HOẠCH\nviệc một\n{PARTY_BODY}",
        "15-KH/ĐU KH 2024-09-06 việc một",
    ),
    "hyphens that do not break": (
        "ĐẢNG BỘ MỘT\nTỈNH ỦY HAI\n*\nSố 15\u2011KH/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nBa, ngày 06 tháng 9 năm 2024\n"
        f"KẾ HOẠCH\nviệc một\n{PARTY_BODY}",
        "15-KH/TU KH 2024-09-06 việc một",
    ),
    "columns run together": (
        f"ĐẢNG ỦY HAI ĐẢNG CỘNG SẢN VIỆT NAM\n*\nSố: 15–KH/ĐU Ba, ngày 6-9-2024\nKẾ HOẠCH\nviệc một\n{PARTY_BODY}",
        "15-KH/ĐU KH 2024-09-06 việc một",
    ),
    "all on one line": (
        "ĐẢNG ỦY HAI * Số: 15 – NQ / ĐU ĐẢNG CỘNG SẢN VIỆT NAM Ba, ngày 6 tháng 9 năm 2024 "
        f"NGHỊ QUYẾT CỦA BAN CHẤP HÀNH về việc một -----\n{PARTY_BODY}",
        "15-NQ/ĐU NQ 2024-09-06 về việc một",
    ),
    "the name of the country broken": (
        "BỘ TÀI CHÍNH\nSố: 40/2026/TT-BTC\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA\nVIỆT NAM\nĐộc lập – Tự do – Hạnh phúc\n"
        f"Hà Nội, ngày 06 tháng 4 năm 2026\nTHÔNG TƯ\nQuy định việc một\n{BODY}",
        "40/2026/TT-BTC TT 2026-04-06 Quy định việc một",
    ),
    "a kind that no number shows": (
        "QUỐC HỘI\nLuật số: 59/2020/QH14\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        f"Hà Nội, ngày 17 tháng 6 năm 2020\nLUẬT\nVIỆC MỘT\n{BODY}",
        "59/2020/QH14 luật 2020-06-17 VIỆC MỘT",
    ),
    "an authority before the bases": (
        f"{STATE_LEFT}\n{STATE_RIGHT}\nTHÔNG TƯ\nQuy định việc một\nBỘ TRƯỞNG BỘ TÀI CHÍNH\n{BODY}",
        "40/2026/TT-BTC TT 2026-04-06 Quy định việc một",
    ),
    "number and date of another document in the subject": (
        f"{STATE_LEFT}\n{STATE_RIGHT}\nTHÔNG TƯ\nSửa đổi Thông tư số 8/2020/TT-BTC\nngày 15 tháng 10 năm 2020\n"
        f"của Bộ trưởng\n{BODY}",
        "40/2026/TT-BTC TT 2026-04-06 Sửa đổi Thông tư số 8/2020/TT-BTC ngày 15 tháng 10 năm 2020 của Bộ trưởng",
    ),
    "the kind twice": (
        "BỘ TÀI CHÍNH\nSố: 333/QĐ-BTC\n"
        f"{STATE_RIGHT}\nQUYẾT ĐỊNH\nVề việc một\n_____\nBỘ TRƯỞNG BỘ TÀI CHÍNH\n"
        "Căn cứ Luật một;\nQUYẾT ĐỊNH:\nĐiều 1. Hai",
        "333/QĐ-BTC QĐ 2026-04-06 Về việc một",
    ),
    "subject in capitals": (
        "ỦY BAN NHÂN DÂN\nXÃ MỘT\nSố: 05 /KH-UBND\n"
        f"{STATE_RIGHT}\nKẾ HOẠCH\nTRIỂN KHAI VIỆC MỘT\nNĂM 2026\nCăn cứ Luật một, Ủy ban ban hành kế hoạch.\nI. MỘT",
        "05/KH-UBND KH 2026-04-06 TRIỂN KHAI VIỆC MỘT NĂM 2026",
    ),
    "subject that begins as a basis does": (
        f"{PARTY_LEFT}\n{PARTY_RIGHT}\nKẾ HOẠCH\nThực hiện Nghị quyết số 15-NQ/TW, ngày 05/5/2022 của Bộ Chính trị\n"
        f"về việc một\n{PARTY_BODY}",
        "15-KH/ĐU KH 2024-09-06 Thực hiện Nghị quyết số 15-NQ/TW, ngày 05/5/2022 của Bộ Chính trị về việc một",
    ),
    "a meeting between kind and subject": (
        f"{PARTY_LEFT}\n{PARTY_RIGHT}\nNGHỊ QUYẾT\nHỘI NGHỊ LẦN THỨ HAI BAN CHẤP HÀNH\nvề việc một\nI- MỘT\n1- Hai",
        "15-KH/ĐU NQ 2024-09-06 về việc một",
    ),
    "official letter of the Party": (
        "ĐẢNG ỦY HAI\n*\nSố 413-CV/ĐU\nV/v tăng cường\nviệc một\n"
        f"{PARTY_RIGHT}\nKính gửi: Các chi bộ.\n1. Một.\n2. Hai.",
        "413-CV/ĐU CV 2024-09-06 tăng cường việc một",
    ),
    "official letter without a subject": (
        f"ĐẢNG ỦY HAI\n*\nSố 413-CV/ĐU\n{PARTY_RIGHT}\nKính gửi: Các chi bộ.\n1. Một.",
        "413-CV/ĐU CV 2024-09-06 -",
    ),
    "official letter of the State": (
        f"BỘ TÀI CHÍNH\nSố: 123/BTC-CST\nV/v việc một\n{STATE_RIGHT}\nKính gửi: Các đơn vị.\nNội dung một.",
        "123/BTC-CST CV 2026-04-06 việc một",
    ),
    "a joint guidance": (
        "BAN MỘT - BAN HAI\n*\nSố 05-HDLT/BTGTU-BTCTU\n"
        f"{PARTY_RIGHT}\nHƯỚNG DẪN LIÊN TỊCH\nvề việc một\n-----\n{PARTY_BODY}",
        "05-HDLT/BTGTU-BTCTU HDLT 2024-09-06 về việc một",
    ),
    "a resolution of a council": (
        f"HỘI ĐỒNG NHÂN DÂN\nTỈNH MỘT\n{STATE_RIGHT}\nNghị quyết số: 01/2026/NQ-HĐND\nNGHỊ QUYẾT\nQuy định việc một\n"
        f"HỘI ĐỒNG NHÂN DÂN TỈNH MỘT\nKHÓA XI, KỲ HỌP THỨ 3\n{BODY}",
        "01/2026/NQ-HĐND NQ 2026-04-06 Quy định việc một",
    ),
    "a day in the subject": (
        f"{PARTY_LEFT}\n{PARTY_RIGHT}\nTHÔNG BÁO\nKết luận của đồng chí Bí thư tại cuộc họp ngày 01/3/2024\n-----\n"
        "Ngày 01/3/2024, đồng chí Bí thư kết luận:\n1. Một.",
        "15-KH/ĐU TB 2024-09-06 Kết luận của đồng chí Bí thư tại cuộc họp ngày 01/3/2024",
    ),
    "official letter whose subject and date stand row by row": (
        "BỘ TÀI CHÍNH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 123/BTC-CST\n-----\n"
        "V/v việc một\nHà Nội, ngày 06 tháng 4 năm 2026\nvà việc hai\nKính gửi: Các đơn vị.\nNội dung một.",
        "123/BTC-CST CV 2026-04-06 việc một và việc hai",
    ),
    "the day of another document on a line of the subject": (
        "ĐẢNG ỦY HAI\n*\nSố 413-CV/ĐU\nV/v Kế hoạch số 20-KH/TU,\nngày 01/7/2025\n"
        f"{PARTY_RIGHT}\nKính gửi: Các chi bộ.\n1. Một.",
        "413-CV/ĐU CV 2024-09-06 Kế hoạch số 20-KH/TU, ngày 01/7/2025",
    ),
    "the day of another document in a subject below all else": (
        f"ĐẢNG ỦY HAI\n*\n{PARTY_RIGHT}\nSố 413-CV/ĐU\nV/v: Kế hoạch số 20-KH/TU\nngày 01/7/2025\n"
        "Kính gửi: Các chi bộ.\n1. Một.",
        "413-CV/ĐU CV 2024-09-06 Kế hoạch số 20-KH/TU ngày 01/7/2025",
    ),
    "whose it is in small letters": (
        f"{PARTY_LEFT}\n{PARTY_RIGHT}\nNGHỊ QUYẾT\ncủa Ban Chấp hành\nvề việc một\nI- MỘT\n1- Hai",
        "15-KH/ĐU NQ 2024-09-06 về việc một",
    ),
    "a subject that begins with `của`": (
        f"{PARTY_LEFT}\n{PARTY_RIGHT}\nBÁO CÁO\ncủa chi bộ tại hội nghị\ntổng kết năm\nI- MỘT\n1- Hai",
        "15-KH/ĐU BC 2024-09-06 của chi bộ tại hội nghị tổng kết năm",
    ),
    "how urgent it is": (
        f"{PARTY_LEFT}\n{PARTY_RIGHT}\nHỎA TỐC\nTHÔNG BÁO\nvề việc một\n{PARTY_BODY}",
        "15-KH/ĐU TB 2024-09-06 về việc một",
    ),
    "who has decided, with the name of the country": (
        f"QUỐC HỘI\nNghị quyết số: 41/2021/QH15\n{STATE_RIGHT}\nNGHỊ QUYẾT\nVỀ VIỆC MỘT\n"
        f"QUỐC HỘI NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nCăn cứ Hiến pháp;\nĐiều 1\nHai.",
        "41/2021/QH15 NQ 2026-04-06 VỀ VIỆC MỘT",
    ),
    "running text at once behind the subject": (
        f"{PARTY_LEFT}\n{PARTY_RIGHT}\nCHỈ THỊ\nvề việc một\nViệc một đã tốt. Việc hai còn\n1. Một.",
        "15-KH/ĐU CT 2024-09-06 về việc một",
    ),
    "a full stop behind the day": (
        f"{PARTY_LEFT}\n{PARTY_RIGHT}.\nCHỈ THỊ\nvề việc một\n1. Một.",
        "15-KH/ĐU CT 2024-09-06 về việc một",
    ),
    "what a document is issued with, below its subject": (
        f"{PARTY_LEFT}\n{PARTY_RIGHT}\nHƯỚNG DẪN\nvề việc một\n(Kèm theo Kế hoạch số 2-KH/HU)\n{PARTY_BODY}",
        "15-KH/ĐU HD 2024-09-06 về việc một",
    ),
    "the years between two days, below a subject": (
        f"{PARTY_LEFT}\n{PARTY_RIGHT}\nHƯỚNG DẪN\nkỷ niệm 20 năm ngày một\n(01/3/2004 - 01/3/2024)\n{PARTY_BODY}",
        "15-KH/ĐU HD 2024-09-06 kỷ niệm 20 năm ngày một (01/3/2004 - 01/3/2024)",
    ),
    "no number": (f"BỘ TÀI CHÍNH\n{STATE_RIGHT}\nBÁO CÁO\nvề việc một\nI. MỘT", "- BC 2026-04-06 về việc một"),
    "no header": ("Một dòng.\nMột dòng khác.", "- - - -"),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_header(of_lines, name):
    text, expected = LAYOUTS[name]
    found = of_lines(text).fields
    read = [found.number, found.kind, found.date, found.subject]
    assert " ".join(each or "-" for each in read) == expected
    assert found.status == "published"


@pytest.mark.parametrize("form", ["NFD", "look-alike", "blanks"])
def test_messy_characters_change_nothing(of_lines, form):
    text, expected = LAYOUTS["Party, left first"]
    messy = {
        "NFD": unicodedata.normalize("NFD", text),
        "look-alike": text.replace("Đ", "\u00d0"),
        "blanks": text.replace(" ", "\u00a0").replace("ngày", "ngày "),
    }[form]
    found = of_lines(messy).fields
    assert " ".join(map(str, (found.number, found.kind, found.date, found.subject))) == expected


@pytest.mark.parametrize("gap", ["\t", " " * 12])
@pytest.mark.parametrize(
    ("number", "day", "expected"),
    [
        ("Số          -KH/ĐU", "Ba, ngày      tháng      năm 2025", "None None"),
        ("Số: \t/KH-ĐU", "Ba, ngày\ttháng\t9 năm 2025", "None None"),
        ("Số:      15-KH/ĐU", "Ba, ngày      6 tháng      9 năm 2025", "15-KH/ĐU 2025-09-06"),
        ("Số 15-KH/ĐU", "Ba, ngày 6/9/2025", "15-KH/ĐU 2025-09-06"),
    ],
)
def test_blanks_divide_columns_and_no_open_number(vocabulary, gap, number, day, expected):
    text = f"ĐẢNG ỦY HAI{gap}ĐẢNG CỘNG SẢN VIỆT NAM\n{number}{gap}{day}\nKẾ HOẠCH\nviệc một\n{PARTY_BODY}"
    found = making.made(plain.read(text.encode()), "0" * 64, vocabulary).fields
    assert f"{found.number} {found.date}" == expected
    assert (found.kind, found.subject) == ("KH", "việc một")
    assert found.status == ("draft" if expected == "None None" else "published")


def test_recipients_begin_a_line_of_their_own_in_a_broken_text():
    text = "".join(f"{n}. {'một việc ' * 9}\n{'hai việc ' * 9}\nvà ba.\n" for n in range(1, 5))
    found = [each.text for each in plain.read(f"{text}{'bốn việc ' * 9}\nNơi nhận:\n- Một.".encode()).paragraphs]
    assert found[-2:] == ["Nơi nhận:", "- Một."]
    assert len(found) == 7


DRAFTS = {
    "a mark": ("DỰ THẢO\n", "Số 15-KH/ĐU", "ngày 06 tháng 9 năm 2024", ("15-KH/ĐU", "2024-09-06")),
    "a numbered mark": ("Dự thảo lần 2\n", "Số 15-KH/ĐU", "ngày 06 tháng 9 năm 2024", ("15-KH/ĐU", "2024-09-06")),
    "an open number": ("", "Số       -KH/ĐU", "ngày 06 tháng 9 năm 2024", (None, "2024-09-06")),
    "dots for the number": ("", "Số: …/KH-ĐU", "ngày 06 tháng 9 năm 2024", (None, "2024-09-06")),
    "an open day": ("", "Số 15-KH/ĐU", "ngày    tháng 9 năm 2024", ("15-KH/ĐU", None)),
    "dots for the day": ("", "Số 15-KH/ĐU", "ngày ... tháng ... năm 2024", ("15-KH/ĐU", None)),
    "an open year": ("", "Số 15-KH/ĐU", "ngày 6 tháng 9 năm 20  ", ("15-KH/ĐU", None)),
    "dots for the year": ("", "Số 15-KH/ĐU", "ngày 6 tháng 9 năm 20..", ("15-KH/ĐU", None)),
}


@pytest.mark.parametrize("name", DRAFTS)
def test_a_draft_is_marked_and_nothing_is_guessed(of_lines, name):
    mark, number, day, expected = DRAFTS[name]
    made = of_lines(
        f"{mark}ĐẢNG ỦY HAI\n*\n{number}\nĐẢNG CỘNG SẢN VIỆT NAM\nBa, {day}\nKẾ HOẠCH\nviệc một\n{PARTY_BODY}"
    )
    assert (made.fields.number, made.fields.date) == expected
    assert made.fields.status == "draft"
    assert made.fields.subject == "việc một"
    assert "status: draft" in made.written.text
    assert any("dự thảo" in each for each in made.warnings)


def test_words_about_a_draft_make_none(of_lines):
    text, _ = LAYOUTS["Party, left first"]
    assert of_lines(f"{text}\nGóp ý vào dự thảo kế hoạch.").fields.status == "published"
