"""Places in the client's units and in ours."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, PositionEncodingKind
from pygls.workspace import PositionCodec

from kb.lsp.positions import Positions
from kb.model.text import plain

UTF_16 = PositionCodec(PositionEncodingKind.Utf16)
NFD = unicodedata.normalize("NFD", "kế")

# A text, our line and column, and the client's.
PLACES = [
    ("ab\ncd", (1, 1), (0, 0)),
    ("ab\ncd", (2, 2), (1, 1)),
    # Two units for a character beyond U+FFFF, one for each mark
    ("\U0001f4d6 số", (1, 2), (0, 2)),
    ("\U0001f4d6\U0001f4d6số", (1, 3), (0, 4)),
    (f"{NFD} x", (1, 6), (0, 5)),
    # Line ends: only the protocol knows of a lone carriage return
    ("ab\r\ncd", (2, 1), (1, 0)),
    ("ab\rcd\nef", (1, 4), (1, 0)),
    ("ab\rcd\nef", (2, 1), (2, 0)),
    ("ab\rcd", (2, 1), (1, 0)),
    ("a\u2028b\x0cc\x85d\ne", (1, 7), (0, 6)),
    # A byte order mark is no character of ours.
    ("\ufeffab\nc", (1, 1), (0, 1)),
    ("\ufeffab\nc", (2, 1), (1, 0)),
]


@pytest.mark.parametrize(("text", "ours", "theirs"), PLACES)
def test_places(text, ours, theirs):
    positions = Positions(text, UTF_16)
    assert positions.position(*ours) == Position(*theirs)
    assert positions.place(Position(*theirs)) == ours


BEYOND = [
    ("ab\ncd", Position(0, 99), (1, 3)),
    ("ab\ncd", Position(99, 99), (2, 3)),
    ("", Position(5, 5), (1, 1)),
    # In the middle of a character
    ("\U0001f4d6x", Position(0, 1), (1, 2)),
]


@pytest.mark.parametrize(("text", "theirs", "ours"), BEYOND)
def test_places_beyond_the_text(text, theirs, ours):
    assert Positions(text, UTF_16).place(theirs) == ours


def test_our_places_beyond_the_text():
    assert Positions("ab\ncd", UTF_16).position(2, 99) == Position(1, 2)
    assert Positions("ab\ncd", UTF_16).position(9, 1) == Position(1, 2)


ENCODINGS = st.sampled_from(list(PositionEncodingKind)).map(PositionCodec)
TEXTS = st.text(alphabet="aốĐ\u0301\U0001f4d6\u2028\x0c \n\r", max_size=30)


@given(text=TEXTS, codec=ENCODINGS, data=st.data())
def test_there_and_back(text, codec, data):
    """Every place that is not inside a line end comes back; the words of a line are those of the check."""
    positions, lines = Positions(text, codec), plain(text).split("\n")
    line = data.draw(st.integers(1, len(lines)))
    words = lines[line - 1]
    column = data.draw(st.integers(1, len(words) + 1))
    assert positions.line(line) == words.rstrip("\r")
    if "\r" not in words:
        assert positions.place(positions.position(line, column)) == (line, column)
