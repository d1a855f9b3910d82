"""Rows of tables: their words come back as they were, and no cell reaches into another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.model.rows import Row, cells, grid, is_row, row, spans

ROWS = [
    ("| a |", ("a",)),
    ("| a | b |", ("a", "b")),
    ("| | b | |", ("", "b", "")),
    ("|  | b |  |", ("", "b", "")),
    ("| a|b | c |", ("a|b", "c")),
    ("| |a | b| |", ("|a", "b|")),
    (r"| a \| b | c |", ("a | b", "c")),
    (r"| \\| | c |", (r"\|", "c")),
]


@pytest.mark.parametrize(("text", "held"), ROWS)
def test_cells(text, held):
    assert is_row(text)
    assert cells(text) == held


@pytest.mark.parametrize("text", ["", "|", "||", "| |", "|a|", "| a", "a |", "a | b", " | a |", "| a | "])
def test_no_row(text):
    assert not is_row(text)


@given(st.lists(st.text("ab|\\ ", max_size=6).map(str.strip), min_size=2, max_size=4).filter(any))
def test_the_words_of_cells_come_back(held):
    assert cells(row(held)) == tuple(held)
    assert is_row(row(held))
    assert row(cells(row(held))) == row(held)


@given(st.booleans(), st.lists(st.tuples(st.integers(1, 63), st.integers(1, 99)), max_size=5))
def test_a_layout_comes_back(head, laid):
    written = Row(head, tuple(laid)).written
    told = written.partition(" o=")[2]
    assert spans(told) in (tuple(laid), ())
    assert bool(told) == any(each != (1, 1) for each in laid)
    assert written.startswith(" dau-bang") == head


def test_spans_that_do_not_fit_the_cells_count_for_nothing():
    assert Row(spans=((2, 1),)).over(2) == ((1, 1), (1, 1))


def test_a_grid():
    names, below = Row(True, ((1, 2), (2, 1), (1, 2))), Row(True)
    assert grid([names, below, Row(spans=((4, 1),)), Row()], [3, 2, 1, 4]) == [
        [(0, 1, 2), (1, 2, 1), (3, 1, 2)],
        [(1, 1, 1), (2, 1, 1)],
        [(0, 4, 1)],
        [(0, 1, 1), (1, 1, 1), (2, 1, 1), (3, 1, 1)],
    ]


SPANS = st.tuples(st.integers(1, 4), st.integers(1, 4))


@given(st.integers(0, 3), st.lists(st.lists(SPANS, min_size=1, max_size=4), min_size=1, max_size=5))
def test_no_cell_reaches_into_another_or_out_of_its_part(heads, laid):
    rows = [Row(number < heads, tuple(each)) for number, each in enumerate(laid)]
    taken = set()
    for at, places in enumerate(grid(rows, list(map(len, laid)))):
        assert len(places) == len(laid[at])
        for column, columns, down in places:
            assert {rows[each].head for each in range(at, at + down)} == {rows[at].head}
            here = {(at + y, column + x) for y in range(down) for x in range(columns)}
            assert not here & taken
            taken |= here
