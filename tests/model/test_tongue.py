"""In which language somebody wrote a line: what nobody can tell first."""

from __future__ import annotations

import pytest

from kb.model.tongue import tongue

CASES = [
    # typed without marks, a symbol, nothing, as much of one as of the other
    ("Sua ngay ban hanh theo nguyen van", None),
    ("23-KH/DUK, NQ/TW", None),
    ("", None),
    ("...", None),
    ("Correct the number of Kế hoạch số 23-KH/ĐUK", None),
    ("Sửa ngày ban hành theo nguyên văn", "vi"),
    ("Bổ sung toàn văn 26-KH/BTGTW", "vi"),
    ("Sửa “themes.yml” theo đề nghị của văn thư", "vi"),
    ("Nhập tệp Word do văn thư gửi", "vi"),
    ("S\u01b0\u0309a nga\u0300y", "vi"),  # decomposed
    ("Correct the number of Kế hoạch 23-KH/ĐUK", "en"),
    ("Mend the dates of registers", "en"),
    ("Keep ĐUK among the numbers that the search finds", "en"),
    ("Revert the last change", "en"),
]


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_the_language_of_a_line(words, expected):
    assert tongue(words) == expected
