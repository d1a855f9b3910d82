"""Short forms and what they stand for."""

from __future__ import annotations

import pytest

from kb.check.initials import agree

TABLE = [
    # near misses first
    ("CNTT", "công nghệ", False),
    ("CNTT", "thông tin công nghệ", False),
    ("BCV", "báo cáo năm", False),
    ("ĐU", "Dân ủy", False),
    ("", "một", True),
    ("CNTT", "công nghệ thông tin", True),
    ("CTr", "chương trình", True),
    ("TW", "Trung ương", True),
    ("TƯ", "trung ương", True),
    ("CBCC", "cán bộ, công chức", True),
    ("ĐCSVN", "Đảng Cộng sản Việt Nam", True),
    ("MTTQ", "Mặt trận Tổ quốc Việt Nam", True),
    ("FDI", "foreign direct investment", True),
]


@pytest.mark.parametrize(("short", "words", "agreed"), TABLE)
def test_agree(short, words, agreed):
    assert agree(short, words) is agreed
