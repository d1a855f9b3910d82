"""What begins a paragraph in a text whose lines a program has broken, and what only looks like it."""

from __future__ import annotations

import re

import pytest

from kb.importing.received import Received
from kb.importing.wrapping import begins, without_frames

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


# A file of text, and the lines in it that are the number of a page and nothing else.
PAGES = [
    ("Một câu còn\n02\nngày nữa.", []),
    ("Một câu đã hết.\n02\n\nngày nữa.", []),
    ("Một câu còn\n02\n\nNgày nữa.", []),
    ("Một câu còn\n02\n\n", []),
    ("Một câu còn\n2\n\f\nngày nữa.", ["2"]),
    ("Một câu còn\n2\n\nngày nữa.", ["2"]),
    ("Một câu còn\n\n- 2 -\n\nngày nữa.", ["- 2 -"]),
    ("Một câu.\n2\n\nHai câu.\n3\n\nBa câu.", ["2", "3"]),
    ("Một câu.\n2\n\nHai câu.\n5\n\nBa câu.", []),
]


@pytest.mark.parametrize(("text", "dropped"), PAGES)
def test_numbers_of_pages(text, dropped):
    lines = re.split("[\n\f]", text)
    kept = without_frames(lines, Received())
    assert kept == [line for line in lines if line not in dropped]
