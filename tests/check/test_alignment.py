"""How two sequences differ: nothing where they do not, and one fault for one change."""

from __future__ import annotations

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


@given(SHAPES, st.booleans())
def test_a_sequence_does_not_differ_from_itself(shape, same):
    expected = sequence(shape, same)
    assert compare(expected, expected) == []


@given(SHAPES, st.booleans(), st.data())
def test_a_deleted_provision_is_missing_at_the_one_after_it(shape, same, data):
    expected = sequence(shape, same)
    at = data.draw(st.integers(0, len(expected) - 1))
    actual = expected[:at] + expected[at + 1 :]
    (found,) = compare(expected, actual)
    after = expected[at + 1] if at + 1 < len(expected) else None
    assert (found.kind, found.expected, found.place) == (alignment.MISSING, (expected[at],), after)


@given(SHAPES, st.data())
def test_a_gap_is_one_fault_however_long(shape, data):
    expected = sequence(shape)
    start = data.draw(st.integers(0, len(expected) - 1))
    end = data.draw(st.integers(start + 1, len(expected)))
    (found,) = compare(expected, expected[:start] + expected[end:])
    after = expected[end] if end < len(expected) else None
    assert (found.kind, found.expected, found.place) == (alignment.MISSING, tuple(expected[start:end]), after)


@given(SHAPES, st.data())
def test_an_inserted_line_is_extra(shape, data):
    expected = sequence(shape)
    at = data.draw(st.integers(0, len(expected)))
    new = Provision("", PARAGRAPH, 0, "Ghi chú.", Span("a.md", 99))
    (found,) = compare(expected, [*expected[:at], new, *expected[at:]])
    assert (found.kind, found.actual) == (alignment.EXTRA, (new,))
    (found,) = compare(expected, [*expected[:at], new, new, *expected[at:]])
    assert (found.kind, found.actual) == (alignment.EXTRA, (new, new))


@given(SHAPES, st.data())
def test_other_words_are_altered_where_they_stand(shape, data):
    expected = sequence(shape)
    at = data.draw(st.integers(0, len(expected) - 1))
    changed = expected[at]._replace(text=expected[at].text + "!")
    (found,) = compare(expected, [*expected[:at], changed, *expected[at + 1 :]])
    assert (found.kind, found.expected, found.actual) == (alignment.ALTERED, (expected[at],), (changed,))


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
    assert (found.kind, found.place, found.actual) == (alignment.SWAPPED, actual[one], (actual[one],))
    assert found.other == (actual[other],)
    assert found.expected == (expected[one],)


@given(SHAPES, st.data())
def test_ids_that_two_provisions_have_exchanged(shape, data):
    expected = sequence(shape)
    if len(expected) < 2:
        return
    one = data.draw(st.integers(0, len(expected) - 2))
    other = data.draw(st.integers(one + 1, len(expected) - 1))
    actual = expected[:]
    actual[one] = expected[one]._replace(id=expected[other].id)
    actual[other] = expected[other]._replace(id=expected[one].id)
    (found,) = compare(expected, actual)
    assert (found.kind, found.place) == (alignment.EXCHANGED, actual[one])
    assert found.expected == (expected[one], expected[other])


@given(SHAPES, st.data())
def test_neighbours_on_one_line_are_merged(shape, data):
    expected = sequence(shape)
    if len(expected) < 2:
        return
    start = data.draw(st.integers(0, len(expected) - 2))
    end = data.draw(st.integers(start + 2, len(expected)))
    seam = data.draw(st.sampled_from(("", " ", " - ", "; "[1:], " {#x} ", " {#x} #### ", " ### ")))
    run = expected[start:end]
    line = run[0]._replace(
        text=seam.join(p.text for p in run), id=data.draw(st.sampled_from((run[0].id, run[-1].id, "", "x")))
    )
    (found,) = compare(expected, [*expected[:start], line, *expected[end:]])
    assert (found.kind, found.expected, found.actual) == (alignment.MERGED, tuple(run), (line,))


@given(SHAPES, st.data())
def test_a_provision_on_several_lines_is_split(shape, data):
    expected = sequence(shape)
    at = data.draw(st.integers(0, len(expected) - 1))
    words = expected[at].text.split(" ")
    cut = data.draw(st.integers(1, len(words) - 1))
    section, _, count = expected[at].id.rpartition("-")
    ids = st.sampled_from((expected[at].id, "", f"{section}-{int(count.lstrip('p')) + 1}"))
    pieces = [
        expected[at]._replace(text=" ".join(part), id=data.draw(ids), span=Span("a.md", 90 + number))
        for number, part in enumerate((words[:cut], words[cut:]))
    ]
    (found,) = compare(expected, [*expected[:at], *pieces, *expected[at + 1 :]])
    assert (found.kind, found.expected, found.actual) == (alignment.SPLIT, (expected[at],), tuple(pieces))


@given(SHAPES, st.data())
def test_a_run_that_has_moved_away_is_one_fault(shape, data):
    expected = sequence(shape)
    start = data.draw(st.integers(0, len(expected) - 1))
    end = data.draw(st.integers(start + 1, len(expected)))
    rest = expected[:start] + expected[end:]
    to = data.draw(st.integers(0, len(rest)))
    actual = rest[:to] + expected[start:end] + rest[to:]
    found = compare(expected, actual)
    assert len(found) == (actual != expected)
    assert {each.kind for each in found} <= {alignment.MOVED, alignment.SWAPPED}


def test_ids_counted_on_by_one_are_one_fault_and_others_are_not():
    expected = sequence([(4, False), (3, False)])
    shifted = [p._replace(id=f"i-1-{int(p.id[-1]) + 1}") if p.id in ("i-1-3", "i-1-4") else p for p in expected]
    (found,) = compare(expected, shifted)
    assert (found.kind, [p.id for p in found.expected]) == (alignment.RENAMED, ["i-1-3", "i-1-4"])
    without = [p._replace(id="") if p.kind == DASH else p for p in expected]
    assert [len(each.actual) for each in compare(expected, without)] == [4, 3]
    other = [p._replace(id=p.id + "0") if p.id in ("i-1-3", "i-1-4") else p for p in expected]
    assert [len(each.actual) for each in compare(expected, other)] == [1, 1]


FORMS = [
    (Provision._replace, {"id": "i-1-9"}, alignment.RENAMED),
    (Provision._replace, {"id": ""}, alignment.RENAMED),
    (Provision._replace, {"kind": PARAGRAPH}, alignment.FORM),
    (Provision._replace, {"kind": HEADING, "level": 4}, alignment.FORM),
]


@pytest.mark.parametrize(("change", "fields", "kind"), FORMS)
def test_the_right_words_in_the_wrong_form(change, fields, kind):
    expected = sequence([(3, True), (2, False)])
    for at, provision in enumerate(expected):
        if provision.kind == DASH:
            changed = change(provision, **fields)
            (found,) = compare(expected, [*expected[:at], changed, *expected[at + 1 :]])
            assert (found.kind, found.expected, found.actual) == (kind, (provision,), (changed,))


@given(SHAPES, st.data())
def test_whatever_is_done_every_deviation_names_something(shape, data):
    expected = sequence(shape, same=True)
    actual = data.draw(st.lists(st.sampled_from(expected), max_size=10))
    found = compare(expected, actual)
    assert all(each.expected or each.actual for each in found)
    assert (found == []) == (actual == expected)
