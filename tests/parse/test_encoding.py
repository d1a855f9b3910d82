"""Bytes as text: what they begin with, how their lines end, and where they are no text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.model.finding import Severity
from kb.model.text import plain
from kb.parse.encoding import NotText, byte_order_mark, decode
from kb.parse.record import read

PLAIN = [
    ("", ""),
    ("a\nb\n", "a\nb\n"),
    ("a\r\nb\r\n", "a\nb\n"),
    ("a\r\nb\n", "a\nb\n"),
    ("a\rb\r", "a\nb\n"),
    # inside a line it is no line end: the rule for invisible characters says so
    ("a\rb\nc", "a\rb\nc"),
    ("\ufeffa\n", "a\n"),
    ("a\ufeff\n", "a\ufeff\n"),
    ("\ufeff\ufeffa", "\ufeffa"),
]


@pytest.mark.parametrize(("text", "wanted"), PLAIN)
def test_line_ends_and_byte_order_mark(text, wanted):
    assert plain(text) == wanted


@given(st.text(alphabet="ab\r\n\ufeff"))
def test_what_is_plain_has_line_feeds_for_line_ends_and_no_word_less(text):
    letters = [c for c in text if c in "ab"]
    assert [c for c in plain(text) if c in "ab"] == letters
    assert "\r\n" not in plain(text.replace("\r", "\n"))


NO_TEXT = [
    (b"\xff", 1, "byte thứ 1"),
    (b"a\nb\xc3", 2, "byte thứ 4"),
    ("a\nế".encode("utf-16"), 1, "UTF-16"),
    ("ế".encode("cp1258", "replace") + b"\xfe", 1, "byte thứ 2"),
]


@pytest.mark.parametrize(("raw", "line", "words"), NO_TEXT)
def test_bytes_that_are_no_text(raw, line, words):
    with pytest.raises(NotText) as caught:
        decode(raw, "f")
    assert (caught.value.finding.code, caught.value.finding.span.line) == ("TEXT-006", line)
    assert words in caught.value.finding.message


def test_a_byte_order_mark_is_named():
    assert byte_order_mark("a", "f", Severity.ERROR) == []
    (finding,) = byte_order_mark("\ufeffa", "f", Severity.NOTICE)
    assert (finding.code, finding.severity) == ("TEXT-007", Severity.NOTICE)


def test_a_text_of_record_reads_the_same_with_any_line_ends():
    text = "ĐẢNG BỘ A\nSố 1-KH/A\nKẾ HOẠCH\nvề việc a\nĐoạn mở đầu:\nI. PHẦN MỘT\n1. Mục\n- Gạch một.\n"
    expected = read(text.encode(), "f").provisions
    assert len(expected) == 5
    for other in (text.replace("\n", "\r\n"), text.replace("\n", "\r"), "\ufeff" + text):
        assert read(other.encode(), "f").provisions == expected
