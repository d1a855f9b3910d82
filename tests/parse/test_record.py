"""A received text read into provisions: its own gaps and faults stay."""

from __future__ import annotations

import hashlib
import unicodedata

import pytest

from kb.model.document import DASH, HEADING, PARAGRAPH, TITLE
from kb.parse import record

HEAD = "\tĐẢNG ỦY\n\n*\nSố 1 -KH/ĐUK\n\nKẾ HOẠCH\nTăng cường \ncông tác\n"


def ids(text: str) -> list[str]:
    return [p.id for p in record.read((HEAD + text).encode(), "a.txt").provisions][1:]


NUMBERING = [
    # the printed numbers, with their gaps and repetitions
    ("I. A\n2. B\n- c.\n- d.\n", ["i", "i-2", "i-2-1", "i-2-2"]),
    ("I. A\n1. B\n3. C\nIV. D\n", ["i", "i-1", "i-3", "iv"]),
    ("II. A\n1. B\n1.1. C\n- d.\n1.3. E\n- f.\n", ["ii", "ii-1", "ii-1.1", "ii-1.1-1", "ii-1.3", "ii-1.3-1"]),
    ("I. A\n1. B\n1. B\n", ["i", "i-1", "i-1-lan-2"]),
    ("Mở đầu.\nI. A\nB.\n- c.\nD.\n", ["mo-dau-p1", "i", "i-p1", "i-1", "i-p2"]),
    ("Mở đầu.\nĐoạn nữa.\n", ["mo-dau-p1", "mo-dau-p2"]),
    # near misses: what looks like a number or a dash and is none
    ("Mở đầu.\nI.A\n", ["mo-dau-p1", "mo-dau-p2"]),
    ("Mở đầu.\nNăm 2021. Sau đó.\n", ["mo-dau-p1", "mo-dau-p2"]),
    ("I. A\n2021 là năm đầu.\n", ["i", "i-p1"]),
    ("I. A\nIn ấn. Phát hành.\n", ["i", "i-p1"]),
    ("I. A\n– gạch dài.\n-không cách.\n", ["i", "i-1", "i-2"]),
    ("I. A\n- \n- b.\n", ["i", "i-p1", "i-1"]),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERING)
def test_numbering(text, expected):
    assert ids(text) == expected


def test_kinds_levels_lines_and_words():
    text = "Mở đầu.\n\nI. PHẦN\n1. Mục\n1.1. Tiểu mục\n- Gạch  hai dấu cách, ( ngoặc ). \nKết.\n"
    found = record.read((HEAD + text).encode(), "a.txt").provisions
    assert [(p.kind, p.level, p.text, p.span.line) for p in found] == [
        (TITLE, 0, "ĐẢNG ỦY\n*\nSố 1 -KH/ĐUK\nKẾ HOẠCH\nTăng cường\ncông tác", 1),
        (PARAGRAPH, 0, "Mở đầu.", 9),
        (HEADING, 2, "I. PHẦN", 11),
        (HEADING, 3, "1. Mục", 12),
        (HEADING, 4, "1.1. Tiểu mục", 13),
        (DASH, 0, "Gạch  hai dấu cách, ( ngoặc ).", 14),
        (PARAGRAPH, 0, "Kết.", 15),
    ]


def test_the_hash_is_of_the_bytes_and_the_words_are_composed():
    raw = unicodedata.normalize("NFD", HEAD + "Mở đầu.\n").encode()
    found = record.read(raw, "a.txt")
    assert found.sha256 == hashlib.sha256(raw).hexdigest()
    assert found.provisions[1].text == "Mở đầu."


def test_an_empty_text_has_no_provisions():
    assert record.read(b"", "a.txt").provisions == ()
    assert record.read(b"\n \n", "a.txt").provisions == ()


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(UnicodeDecodeError):
        record.read(b"K\xea ho\xb9ch", "a.txt")


def test_windows_line_ends_are_no_part_of_the_words():
    found = record.read((HEAD + "Mở đầu.\nI. A\n").replace("\n", "\r\n").encode(), "a.txt")
    assert [p.text for p in found.provisions[1:]] == ["Mở đầu.", "I. A"]
