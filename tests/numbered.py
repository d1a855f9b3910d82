"""A plan of which some numbers head a section and others begin a sentence, beside the content that tests begin with."""

from __future__ import annotations

from kb import reading
from kb.importing.making import made
from kb.importing.placing import files
from kb.importing.received import Paragraph, Received
from kb.model.library import Library
from tests.folders import CONTENT

KEY = "99-kh-duk-2024"
TEXT = """ĐẢNG ỦY KHỐI CÁC CƠ QUAN TW
*
Số 99-KH/ĐUK
ĐẢNG CỘNG SẢN VIỆT NAM
Hà Nội, ngày 02 tháng 3 năm 2024
KẾ HOẠCH
Một việc
Đoạn mở đầu.
I. MỤC ĐÍCH
1. Trồng cây theo mùa và báo cáo hằng quý:
- Quý một trồng bàng.
2. Các đơn vị chăm sóc cây đã trồng.
II. VIỆC CẦN LÀM
1. Chuẩn bị giống
Chọn giống tốt.
1.1. Ươm
- Ươm trong vườn.
2. Các đơn vị giữ vườn ươm sạch, tưới nước hằng ngày và báo cáo khi cây chết.
Nơi nhận:
- Các đơn vị;
- Lưu.
T/M BAN THƯỜNG VỤ
BÍ THƯ"""
# Of each provision the heading that it stands under.
UNDER = {
    "tieu-de": None,
    "mo-dau-p1": None,
    "i-1": "i",
    "i-1-1": "i",
    "i-2": "i",
    "ii-1-p1": "ii-1",
    "ii-1.1-1": "ii-1.1",
    "ii-2": "ii",
    "noi-nhan-p1": None,
    "noi-nhan-1": None,
    "noi-nhan-2": None,
    "chu-ky-p1": None,
    "chu-ky-p2": None,
}


def read(overlay: dict[str, str] | None = None) -> Library:
    """The content with this document, and with these files as they are given."""
    lines = [Paragraph(line) for line in TEXT.split("\n")]
    document = made(Received(lines), "0" * 64, reading.read(CONTENT).numbers)
    return reading.read(CONTENT, overlay={**files(document), **(overlay or {})})
