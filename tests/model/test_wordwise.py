"""Two rows of words laid against each other."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.model.wordwise import align, steps

TABLE = [
    ("a b c", "x a b c y", 0, (1, 4)),
    ("a c", "a b c", 1, (0, 3)),
    ("a x c", "a b c", 1, (0, 3)),
    ("a b x c", "a b c", 1, (0, 3)),
    ("a", "b", 1, (0, 0)),
    ("", "a b", 0, (0, 0)),
    ("a b", "", 2, (0, 0)),
    ("a b", "a b a b", 0, (0, 2)),
]


@pytest.mark.parametrize(("wanted", "known", "cost", "part"), TABLE)
def test_alignments(wanted, known, cost, part):
    found = align(wanted.split(), known.split())
    assert (found.cost, (found.start, found.end)) == (cost, part)


WORDS = st.lists(st.sampled_from("abc"), max_size=12)


@given(WORDS, WORDS)
def test_the_steps_cover_all_that_is_wanted_and_the_part_and_cost_what_is_said(wanted, known):
    found = align(wanted, known)
    assert [one for one, _ in found.pairs if one is not None] == list(range(len(wanted)))
    assert [other for _, other in found.pairs if other is not None] == list(range(found.start, found.end))
    unlike = [1 for one, other in found.pairs if one is None or other is None or wanted[one] != known[other]]
    assert len(unlike) == found.cost


@given(WORDS, WORDS, WORDS)
def test_what_stands_in_a_row_costs_nothing(before, wanted, behind):
    assert align(wanted, [*before, *wanted, *behind]).cost == 0


@given(WORDS, WORDS)
def test_the_steps_hold_all_words_of_both_rows_in_order(old, new):
    found = steps(old, new)
    assert " ".join(each.old for each in found if each.old).split() == old
    assert " ".join(each.new for each in found if each.new).split() == new
    assert all(each.old == each.new for each in found if each.op == "equal")
    assert all(one.op != other.op for one, other in itertools.pairwise(found))
