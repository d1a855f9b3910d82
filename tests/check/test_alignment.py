"""How two sequences differ: nothing where they do not, and one fault for one change."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.check import alignment
from kb.check.alignment import compare
from kb.model.document import DASH, HEADING, PARAGRAPH, Provision
from kb.model.finding import Span


def sequence(shape: list[tuple[int, bool]], same: bool = False) -> list[Provision]:
    """Sections with some dashes each, and perhaps a lead-in; with `same` all lead-ins have the same words."""
    found = []

    def add(name: str, kind: str, level: int, text: str) -> None:
        found.append(Provision(name, kind, level, text, Span("a.md", len(found) + 1)))

    for number, (dashes, lead_in) in enumerate(shape, 1):
        add(f"i-{number}", HEADING, 3, f"{number}. Mục {number}")
        if lead_in:
            add(f"i-{number}-p1", PARAGRAPH, 0, "Nội dung sau:" if same else f"Nội dung {number} sau:")
        for dash in range(1, dashes + 1):
            add(f"i-{number}-{dash}", DASH, 0, f"Việc {dash} của mục {number}.")
    return found


SHAPES = st.lists(st.tuples(st.integers(0, 4), st.booleans()), min_size=1, max_size=4)


@given(SHAPES, st.booleans(), st.booleans())
def test_a_sequence_does_not_differ_from_itself(shape, same, words):
    expected = sequence(shape, same)
    assert compare(expected, expected, words) == []


@given(SHAPES, st.booleans(), st.data())
def test_a_deleted_provision_is_missing_at_the_one_after_it(shape, same, data):
    expected = sequence(shape, same)
    at = data.draw(st.integers(0, len(expected) - 1))
    actual = expected[:at] + expected[at + 1 :]
    (found,) = compare(expected, actual)
    after = expected[at + 1] if at + 1 < len(expected) else None
    assert (found.kind, found.expected, found.actual) == (alignment.MISSING, expected[at], after)


@given(SHAPES, st.data())
def test_an_inserted_line_is_extra(shape, data):
    expected = sequence(shape)
    at = data.draw(st.integers(0, len(expected)))
    new = Provision("", PARAGRAPH, 0, "Ghi chú.", Span("a.md", 99))
    (found,) = compare(expected, [*expected[:at], new, *expected[at:]])
    assert (found.kind, found.actual) == (alignment.EXTRA, new)


@given(SHAPES, st.data())
def test_other_words_are_altered_where_they_stand(shape, data):
    expected = sequence(shape)
    at = data.draw(st.integers(0, len(expected) - 1))
    changed = dataclasses.replace(expected[at], text=expected[at].text + "!")
    (found,) = compare(expected, [*expected[:at], changed, *expected[at + 1 :]])
    assert (found.kind, found.expected, found.actual) == (alignment.ALTERED, expected[at], changed)
    assert compare(expected, [*expected[:at], changed, *expected[at + 1 :]], words=False) == []


@given(SHAPES, st.data())
def test_two_provisions_in_each_other_s_place_are_swapped(shape, data):
    expected = sequence(shape)
    if len(expected) < 2:
        return
    one = data.draw(st.integers(0, len(expected) - 2))
    other = data.draw(st.integers(one + 1, len(expected) - 1))
    actual = expected[:]
    actual[one], actual[other] = actual[other], actual[one]
    (found,) = compare(expected, actual)
    assert (found.kind, found.actual) == (alignment.SWAPPED, actual[one])
    assert {found.expected.id, found.other.id} == {expected[one].id}


FORMS = [
    (dataclasses.replace, {"id": "i-1-9"}, alignment.RENAMED),
    (dataclasses.replace, {"id": ""}, alignment.RENAMED),
    (dataclasses.replace, {"kind": PARAGRAPH}, alignment.FORM),
    (dataclasses.replace, {"kind": HEADING, "level": 4}, alignment.FORM),
]


@pytest.mark.parametrize(("change", "fields", "kind"), FORMS)
def test_the_right_words_in_the_wrong_form(change, fields, kind):
    expected = sequence([(3, True), (2, False)])
    for at, provision in enumerate(expected):
        if provision.kind == DASH:
            changed = change(provision, **fields)
            (found,) = compare(expected, [*expected[:at], changed, *expected[at + 1 :]])
            assert (found.kind, found.expected, found.actual) == (kind, provision, changed)


@given(SHAPES, st.data())
def test_whatever_is_done_every_deviation_names_something(shape, data):
    expected = sequence(shape, same=True)
    actual = data.draw(st.lists(st.sampled_from(expected), max_size=10))
    for words in (True, False):
        found = compare(expected, actual, words)
        assert all(each.expected or each.actual for each in found)
        assert (found == []) == (actual == expected)
