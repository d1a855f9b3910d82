"""Old and new words side by side."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.model import sidebyside

TABLE = [
    ("a b", "a  b ", ""),
    ("a b c", "a x c", "a [b>x] c"),
    ("a b", "a b c", "a b [>c]"),
    ("a b c", "b c", "[a>] b c"),
    ("a", "b", "[a>b]"),
    ("", "a", "[>a]"),
    ("a\nb\nc", "a\nx\nc", "[b>x]"),
    ("a\nb", "a\nx y\nb", "[>x y]"),
    ("a\n\nb", "a\nb", ""),
    ("x a\nx b", "y a\ny b", "[x>y] a|[x>y] b"),
]


def told(old, new):
    lines = sidebyside.lines(old, new)
    return "|".join(
        " ".join(each.old if each.op == "equal" else f"[{each.old}>{each.new}]" for each in line) for line in lines
    )


@pytest.mark.parametrize(("old", "new", "expected"), TABLE)
def test_lines(old, new, expected):
    assert told(old, new) == expected


ROW = st.lists(st.sampled_from("abc"), max_size=12)


@given(ROW, ROW)
def test_a_row_holds_all_words_of_both(old, new):
    found = sidebyside.row(old, new)
    assert " ".join(each.old for each in found if each.old).split() == old
    assert " ".join(each.new for each in found if each.new).split() == new


def test_a_long_row_that_is_quite_another_takes_no_time():
    started = time.process_time()
    old, new = (" ".join(f"{sign}{number}" for number in range(20_000)) for sign in "ab")
    assert [each.op for each in sidebyside.lines(old, new)[0]] == ["replace"]
    assert time.process_time() - started < 2
