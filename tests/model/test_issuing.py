"""Who issues a text, by its own words: near misses first."""

from __future__ import annotations

import pytest

from kb.model.issuing import contradicted

ISSUERS = [
    ("Đảng ủy xã", "ĐẢNG ỦY XÃ\n*\nSố 5", [], None),
    ("Ban Thường vụ Đảng ủy xã", "ĐẢNG ỦY XÃ", ["Căn cứ Luật, Ban Thường vụ Đảng ủy xã ban hành Kế hoạch."], None),
    ("Bộ Y tế, Xã hội", "", ["Bộ Y tế, Xã hội ban hành Thông tư."], None),
    ("Đảng ủy xã", "", ["Theo đề nghị của Đảng ủy xã."], None),
    ("Đảng ủy", "", ["Căn cứ Luật, Đảng ủy xã ban hành Kế hoạch."], "Đảng ủy xã"),
    ("Ban Chấp hành Đảng ủy xã", "", ["Đảng ủy xã ban hành Kế hoạch."], "Đảng ủy xã"),
    ("Huyện ủy", "ĐẢNG ỦY XÃ", ["Đảng ủy xã ban hành Kế hoạch."], ""),
    ("Huyện ủy", "", [], ""),
]


@pytest.mark.parametrize(("name", "title", "opening", "other"), ISSUERS)
def test_who_issues_a_text(name, title, opening, other):
    assert contradicted(name, title, opening, "vi") == other
