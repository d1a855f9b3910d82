"""What begins a paragraph in a text whose lines a program has broken, and what only looks like it."""

from __future__ import annotations

import pytest

from kb.importing.wrapping import begins

LEAD = "một câu dài đến mức phải viết thành nhiều dòng"

CASES = [
    # The rest of a sentence.
    ("2021. Hai ba", f"{LEAD} đến hết năm", False),
    ("5. Theo đó", f"{LEAD} của Điều", False),
    ("3. Hai", f"{LEAD}, theo", False),
    ("3) thì thôi", f"{LEAD} (mục", False),
    ("195). Hai", f"{LEAD} (lượt", False),
    ("a) khoản 1", f"{LEAD} tại điểm", False),
    ("Điều 5.", f"{LEAD} theo quy định tại", False),
    ("Điều 5.", f"{LEAD} tại khoản 3", False),
    ("Mục 2.", f"{LEAD} của Chương II và", False),
    ("- xã hội của xã", f"{LEAD} về kinh tế", False),
    ("- 2025, tầm nhìn", f"{LEAD} giai đoạn 2021", False),
    ("– đời sống", f"{LEAD} văn hóa", False),
    # A paragraph of its own.
    ("5. Theo đó", f"{LEAD}.", True),
    ("5. Theo đó", f"{LEAD} không có dấu", True),
    ("3. Hai", "Gồm có các phòng, theo", True),
    ("3) Ba", f"{LEAD} (mục 2).", True),
    ("3) Ba", f"{LEAD} (mục 2 còn mở.", True),
    ("Điều 5.", f"{LEAD} không có dấu", True),
    ("Điều 5. Một", f"{LEAD};", True),
    ("- xã hội", f"{LEAD}:", True),
    ("- xã hội", f"{LEAD},", True),
    ("- xã hội", f"{LEAD}./.", True),
    ("- Xã hội", f"{LEAD} không có dấu", True),
    ("- xã hội", "Các phòng", True),
    ("+ xã hội", f"{LEAD} không có dấu", True),
    ("• xã hội", f"{LEAD} không có dấu", True),
]  # fmt: skip


@pytest.mark.parametrize(("line", "paragraph", "expected"), CASES)
def test_begins(line, paragraph, expected):
    assert begins(line, paragraph) is expected
