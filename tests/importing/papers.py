"""Received documents of each layout, as Word files."""

from __future__ import annotations

from tests.importing.docx import docx, numbering, p, part, table

PARTY = docx(
    table(("ĐẢNG ỦY KHỐI CÁC CƠ QUAN TW\n*\nSố 99-KH/ĐUK", "ĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 17 tháng 5 năm 2021")),
    p("KẾ HOẠCH", centred=True), p("Một việc \u00adcủa Đảng ủy Khối", centred=True), p("-----", centred=True),
    p("Ban Thường vụ \u00d0ảng ủy Khối ban  hành Kế hoạch như sau:"),
    p("MỤC ĐÍCH", num=(1, 0)), p("Mục đích", num=(1, 1)), p("- Một <tag> *hai* _ba_ | bốn;"), p("+ năm"),
    p("Yêu cầu", num=(1, 1)), p("Một đoạn."), table(("STT", "Việc"), ("1", "một")),
    p("<w:r><w:t>Hai</w:t><w:footnoteReference w:id=\"1\"/><w:t>.</w:t></w:r>"),
    table(("Nơi nhận:\n- Một;\n- Lưu.", "T/M BAN THƯỜNG VỤ\nBÍ THƯ")),
    numbering=numbering((("upperRoman", "%1."), ("decimal", "%2."))),
    footnotes=part("footnotes", f'<w:footnote w:id="1">{p("Chú thích.")}</w:footnote>'),
)  # fmt: skip
STATE = docx(
    table(("BỘ TÀI CHÍNH\nSố: 90/2020/TT-BTC",
           "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHà Nội, ngày 6 tháng 4 năm 2020")),
    p("THÔNG TƯ", centred=True), p("Quy định một việc", centred=True), p("Theo đề nghị của một đơn vị;"),
    p("Chương I", centred=True), p("QUY ĐỊNH CHUNG", centred=True), p("Điều 1. Một"),
    p("1. Hai:"), p("a) Ba;"), p("đ) Bốn."),
    p("Điều 2. Năm"), p("Thực hiện theo khoản 1 Điều 1 Thông tư này./."), table(("", "BỘ TRƯỞNG\n\nMột Hai")),
)  # fmt: skip
LETTER = docx(
    p("SỞ NỘI VỤ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), p("Độc lập - Tự do - Hạnh phúc"),
    p("Số:12/SNV-XYZ Hà Nội, ngày 6 tháng 4 năm 2020"), p("V/v: một việc"), p("Kính gửi: Một đơn vị."), p("Một đoạn."),
    p("1. Hai."),
)  # fmt: skip
TELEGRAM = docx(
    table(("BỘ TÀI CHÍNH\nSố: 12/CĐ-BTC-\nCTĐ",
           "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nBa, hồi 9 giờ, ngày 6 tháng 4 năm 2020")),
    p("CÔNG ĐIỆN", centred=True), p("V/v một việc", centred=True), p("Một đoạn."), p("1. Hai: ba"), p("Bốn."),
)  # fmt: skip
LAW = docx(
    table(("QUỐC HỘI\nLuật số: 33/2019/QH14",
           "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHà Nội, ngày 6 tháng 4 năm 2020")),
    p("LUẬT", centred=True), p("MỘT VIỆC", centred=True), p("Quốc hội ban hành Luật Một việc."), p("Điều 1. Một"),
    p("1. Hai."),
)  # fmt: skip
RESOLUTION = docx(
    p("ĐẢNG ỦY KHỐI CÁC CƠ QUAN TRUNG ƯƠNG"), p("Số 99-NQ/ĐUK"), p("ĐẢNG CỘNG SẢN VIỆT NAM"),
    p("Hà Nội, ngày 17 tháng 5 năm 2021"), p("NGHỊ QUYẾT"), p("của Đảng ủy Khối các cơ quan Trung ương"),
    p("về một việc"), p("I. MỘT"),
    p("Hai."),
)  # fmt: skip
HEAD = (
    table(("ĐẢNG ỦY KHỐI CÁC CƠ QUAN TW\n*\nSố 99 – KH/ĐUK",
           "ĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 17 tháng 5 năm 2021")),
    p("KẾ HOẠCH", centred=True), p("Một việc", centred=True),
)  # fmt: skip
