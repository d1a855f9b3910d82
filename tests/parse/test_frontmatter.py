"""YAML with places: every value knows where it stands, and what is no plain YAML is refused there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.model.finding import Span
from kb.parse.frontmatter import YamlError, load, split


def test_split_gives_head_first_line_and_body():
    assert split("---\na: 1\nb: 2\n---\nX\nY\n", "f") == ("a: 1\nb: 2", 5, "X\nY\n")
    assert split("---\n---\nX", "f") == ("", 3, "X")
    assert split("--- \na: 1\n---\t\nX", "f") == ("a: 1", 4, "X")
    assert split("---\na: 1\n---", "f") == ("a: 1", 3, "")
    assert split("---\na: |\n ---\n---\nX", "f") == ("a: |\n ---", 5, "X")


@pytest.mark.parametrize(
    "text", ["", "a: 1\n---\n", "\n---\na: 1\n---\n", "---\na: 1\n", "--\na: 1\n--\n", "---a: 1\n---\n"]
)
def test_a_missing_fence(text):
    with pytest.raises(YamlError) as caught:
        split(text, "f.md")
    assert (caught.value.finding.code, caught.value.finding.span) == ("META-007", Span("f.md", 1, 1))


def places(text: str) -> dict[str, tuple[int, int]]:
    return {key: (node.span.line, node.span.column) for key, node in load(text, "f", 2).value.items()}


def test_places_count_from_the_line_on_which_the_text_begins():
    text = 'a: một\n\n# lời\nbb:   "hai"\nc: [x, y]\nd:\n  - z\ne: {f: 1}\nđ: ê\n'
    assert places(text) == {"a": (2, 4), "bb": (5, 7), "c": (6, 4), "d": (8, 3), "e": (9, 4), "đ": (10, 4)}


def test_places_after_characters_that_end_a_line_for_yaml_only():
    assert places('a: "x\u2028y"\nb: z\n')["b"] == (3, 4)
    assert places("a: x\rb: y\nc: z\n")["c"] == (3, 4)


def test_places_inside_lists_and_mappings():
    root = load("a:\n  - x\n  - y: 1\n    z: 2\n", "f")
    first, second = root.value["a"].value
    assert (first.span, second.value["z"].span) == (Span("f", 2, 5), Span("f", 4, 8))
    assert second.value["z"].key == Span("f", 4, 5)


VALUES = [
    ("a: 1", 1),
    ("a: '1'", "1"),
    ("a: null", None),
    ("a:", None),
    ("a: ~", None),
    ("a: true", True),
    ("a: yes", True),
    ("a: 2021-05-17", "2021-05-17"),
    ("a: 2021-02-30", "2021-02-30"),
    ("a: 2021-05-17 10:00:00", "2021-05-17 10:00:00"),
    ("a: 23-KH/ĐUK", "23-KH/ĐUK"),
    ("a: 05-CT/TW", "05-CT/TW"),
    ("a: [1, x]", [1, "x"]),
    ("a: {b: {c: 1}}", {"b": {"c": 1}}),
    ("a: >\n  x\n  y\n", "x y\n"),
    ("a: |\n  x\n  y\n", "x\ny\n"),
]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_values(text, value):
    assert load(text, "f").plain() == {"a": value}


@pytest.mark.parametrize("text", ["", "\n\n", "# lời\n"])
def test_nothing_is_an_empty_mapping(text):
    assert load(text, "f", 2).plain() == {}


REFUSED = [
    ("a: [1", "META-007", (2, 6)),
    ("a: 1\n\tb: 2", "META-007", (3, 1)),
    ("a: 1\nb: *x", "META-007", (3, 4)),
    ("a: &x 1\nb: *x", "META-007", (3, 4)),
    ("a: !!python/name:os.system x", "META-007", (2, 4)),
    ("a: !mine x", "META-007", (2, 4)),
    ("a: b: c", "META-007", (2, 5)),
    ("[a]: 1", "META-007", (2, 1)),
    ("a: 1\n---\nb: 2", "META-007", (3, 1)),
    ("a: \x01", "META-007", (2, 4)),
    ("a: 1\nb: 2\na: 3", "META-008", (4, 1)),
    ("a:\n  b: 1\n  b: 2", "META-008", (4, 3)),
]


@pytest.mark.parametrize(("text", "code", "place"), REFUSED)
def test_what_is_no_plain_yaml(text, code, place):
    with pytest.raises(YamlError) as caught:
        load(text, "f", 2)
    finding = caught.value.finding
    assert (finding.code, (finding.span.line, finding.span.column)) == (code, place)


def test_an_alias_cannot_stand_for_millions():
    bomb = "a: &a [x, x]\n" + "".join(f"{c}: &{c} [*{p}, *{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True))
    with pytest.raises(YamlError):
        load(bomb, "f")


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**9), 10**9),
    st.from_regex(r"[a-zđêư][a-zđêư ]{0,8}[a-zđ]", fullmatch=True),
)


@given(st.dictionaries(st.from_regex(r"[a-z_]{1,8}", fullmatch=True), SCALARS, min_size=1, max_size=6))
def test_each_value_stands_where_it_says(fields):
    words = {None: "null", True: "true", False: "false"}
    # YAML has words of its own for true, false and null.
    fields = {
        f"k{key}": value
        for key, value in fields.items()
        if value not in ("null", "true", "false", "on", "off", "yes", "no")
    }
    text = "".join(
        f"{key}: {words.get(value, value) if not isinstance(value, int) or isinstance(value, bool) else value}\n"
        for key, value in fields.items()
    )
    lines = text.split("\n")
    root = load(text, "f", 1)
    assert root.plain() == fields
    for key, node in root.value.items():
        assert lines[node.span.line - 1][: node.span.column - 1] == f"{key}: "
