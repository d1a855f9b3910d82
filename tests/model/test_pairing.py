"""Which provision an earlier version had where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.model.document import DASH, Document, Provision
from kb.model.finding import Span
from kb.model.pairing import pairs


def document(text, aliases=()):
    """`1a 2b` has the provision 1 with the word a, then 2 with b."""
    provisions = tuple(Provision(each[0].strip("_"), DASH, 0, each[1:], Span("x")) for each in text.split())
    return Document("x", "x", "vi", held=True, provisions=provisions, aliases=dict(aliases))


def told(before, after):
    ids = ((pair.old.id + pair.old.text if pair.old else "", pair.new.id + pair.new.text if pair.new else "")
           for pair in pairs(before, after))  # fmt: skip
    return " ".join(one if one == other else f"{one}>{other}" for one, other in ids)


TABLE = [
    ("", "", {}, ""),
    ("1a 2b", "1a 2b", {}, "1a 2b"),
    ("1a 2b", "1a 2c", {}, "1a 2b>2c"),
    # put in, the rest counted anew: what has the words is the same
    ("1a 2b", "1x 2a 3b", {}, ">1x 1a>2a 2b>3b"),
    ("1a 2b 3c", "1a 2c", {}, "1a 2b> 3c>2c"),
    ("1a 2b", "2b", {}, "1a> 2b"),
    ("1a 2b", "1a", {}, "1a 2b>"),
    # an alias says what has moved, though the words are others
    ("1a 2b", "1c 3d", {"2": "3"}, "1a>1c 2b>3d"),
    # an alias of what still lives moves nothing
    ("1a 2b", "1a 2b 3d", {"2": "3"}, "1a 2b >3d"),
    # the same words twice
    ("1a 2a", "1a 2a 3a", {}, "1a 2a >3a"),
    ("1a 2b", "1b 2a", {}, "2b>1b 1a>2a"),
    # without an ID nothing is the same but the words
    ("_a", "_b", {}, ">b a>"),
    ("_a 1b", "1b _a", {}, "1b a"),
]


@pytest.mark.parametrize(("before", "after", "aliases", "expected"), TABLE)
def test_pairs(before, after, aliases, expected):
    assert sorted(told(document(before), document(after, aliases)).split()) == sorted(expected.split())


def test_a_side_that_is_not_there():
    assert told(None, document("1a")) == ">1a"
    assert told(document("1a 2b"), None) == "1a> 2b>"


SOME = st.lists(st.builds("{}{}".format, st.sampled_from("123456"), st.sampled_from("abc")), max_size=8).map(" ".join)


@given(SOME, SOME)
def test_each_provision_of_both_once_and_the_later_in_order(before, after):
    one, other = document(before), document(after)
    found = pairs(one, other)
    assert [pair.new for pair in found if pair.new] == list(other.provisions)
    assert sorted(map(id, (pair.old for pair in found if pair.old))) == sorted(map(id, one.provisions))
