"""Where sentences begin and end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.model.sentences import sentences

TABLE = [
    # near misses: one sentence
    ("Một hai ba", ["Một hai ba"]),
    ("2.1. Tổ chức thực hiện", ["2.1. Tổ chức thực hiện"]),
    ("II. THỜI GIAN", ["II. THỜI GIAN"]),
    ("Nhóm A. Lớp B", ["Nhóm A. Lớp B"]),
    ("Họp tại TP. Huế lúc 7.30 sáng", ["Họp tại TP. Huế lúc 7.30 sáng"]),
    ("Từ ngày 17/5/2021. đến nay", ["Từ ngày 17/5/2021. đến nay"]),
    ("Xây dựng … Đảng", ["Xây dựng … Đảng"]),
    ("Xây dựng ... Đảng (...) Nhà nước", ["Xây dựng ... Đảng (...) Nhà nước"]),
    ("Một dòng bị\nngắt, rồi\nđi tiếp.", ["Một dòng bị\nngắt, rồi\nđi tiếp."]),
    ("phòng,\nChống", ["phòng,\nChống"]),
    ("Kinh tế\n- xã hội", ["Kinh tế\n- xã hội"]),
    ("Xây dựng . . . Đảng", ["Xây dựng . . . Đảng"]),
    (
        "Các cơ quan mở cửa thư viện vào mỗi buổi sáng, theo lịch của\nThư viện tỉnh.",
        ["Các cơ quan mở cửa thư viện vào mỗi buổi sáng, theo lịch của\nThư viện tỉnh."],
    ),
    (
        "> Các cơ quan mở cửa thư viện vào mỗi buổi sáng theo lịch\n> Thư viện tỉnh đã gửi.",
        ["Các cơ quan mở cửa thư viện vào mỗi buổi sáng theo lịch\n> Thư viện tỉnh đã gửi."],
    ),
    (
        "- Các cơ quan mở cửa thư viện buổi sáng của\nThư viện tỉnh\n- Người mượn sách có trách nhiệm giữ gìn và trả"
        " đúng hạn ghi trên phiếu.",
        [
            "Các cơ quan mở cửa thư viện buổi sáng của\nThư viện tỉnh",
            "Người mượn sách có trách nhiệm giữ gìn và trả đúng hạn ghi trên phiếu.",
        ],
    ),
    ("Mở cửa thư-\nViện tỉnh", ["Mở cửa thư-\nViện tỉnh"]),
    ("Nhiệm kỳ 2021 -\n2025 Ban", ["Nhiệm kỳ 2021 -\n2025 Ban"]),
    ("Nhiệm kỳ 2021\n- 2025", ["Nhiệm kỳ 2021\n- 2025"]),
    ("Nói: “8.1. Mở cửa”", ["Nói: “8.1. Mở cửa”"]),
    (
        "Các cơ quan mở cửa thư viện vào mỗi buổi sáng;\nnhà văn hóa mở cửa vào buổi chiều.",
        ["Các cơ quan mở cửa thư viện vào mỗi buổi sáng;\nnhà văn hóa mở cửa vào buổi chiều."],
    ),
    # several
    (
        "Trích thông báo của Thư viện tỉnh\nCác cơ quan mở cửa thư viện vào mỗi buổi sáng",
        ["Trích thông báo của Thư viện tỉnh", "Các cơ quan mở cửa thư viện vào mỗi buổi sáng"],
    ),
    (
        "Trích thông báo gửi các cơ quan của tỉnh\nCác cơ quan mở cửa thư viện vào mỗi buổi sáng, buổi chiều\n"
        "theo lịch.",
        [
            "Trích thông báo gửi các cơ quan của tỉnh",
            "Các cơ quan mở cửa thư viện vào mỗi buổi sáng, buổi chiều\ntheo lịch.",
        ],
    ),
    (
        "Các cơ quan mở cửa thư viện vào mỗi buổi sáng;\nThư viện tỉnh.",
        ["Các cơ quan mở cửa thư viện vào mỗi buổi sáng;", "Thư viện tỉnh."],
    ),
    (
        "Nói: “Các cơ quan mở cửa thư viện vào mỗi buổi sáng”\nThư viện tỉnh mở cửa.",
        ["Nói: “Các cơ quan mở cửa thư viện vào mỗi buổi sáng”", "Thư viện tỉnh mở cửa."],
    ),
    (
        "Các cơ quan mở cửa " + "thư viện và nhà văn hóa " * 6 + "\nThư viện tỉnh.",
        ["Các cơ quan mở cửa " + "thư viện và nhà văn hóa " * 5 + "thư viện và nhà văn hóa", "Thư viện tỉnh."],
    ),
    ("Gồm:\nmột;\nhai.", ["Gồm:", "một;", "hai."]),
    ("Nhiệm kỳ đầu:\n- 2025", ["Nhiệm kỳ đầu:", "2025"]),
    ("Gồm\n1/ Một\n2/ Hai", ["Gồm", "1/ Một", "2/ Hai"]),
    ("> Một\n>\n> hai\n> - ba", ["Một", "hai", "ba"]),
    ("Một. Hai! Ba? Bốn", ["Một.", "Hai!", "Ba?", "Bốn"]),
    ("We said no. Then it rained.", ["We said no.", "Then it rained."]),
    ("See no. 23-KH/ĐUK and pp. 3-5. See art. 5.", ["See no. 23-KH/ĐUK and pp. 3-5.", "See art. 5."]),
    ("Nói: “Một.” Rồi thôi.", ["Nói: “Một.”", "Rồi thôi."]),
    ("Một.\nHai.", ["Một.", "Hai."]),
    ("Gồm:\n- một;\n- hai;", ["Gồm:", "một;", "hai;"]),
    ("– Một\n• Hai\n* Ba", ["Một", "Hai", "Ba"]),
    ("Một\n\nhai", ["Một", "hai"]),
    ("một\n- hai", ["một", "hai"]),
    ("\uf0b7\tMột\n➢ hai\n–Ba bốn", ["Một", "hai", "Ba bốn"]),
    ("Lời văn\nhttp://intranet/a", ["Lời văn", "http://intranet/a"]),
    ("Lời văn\r\nDòng sau", ["Lời văn", "Dòng sau"]),
    # none
    ("", []),
    (" … \n--\n", []),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_sentences(text, expected):
    assert [text[start:end] for start, end in sentences(text)] == expected


@given(st.text(alphabet="aB1 .…\n-“”!)("))
def test_no_word_is_lost_or_told_twice(text):
    found = list(sentences(text))
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    assert "".join(filter(str.isalnum, "".join(text[a:b] for a, b in found))) == "".join(filter(str.isalnum, text))
