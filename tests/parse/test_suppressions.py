"""Comments to the check: where they stand, what they name, and what is left of the page without them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.model.suppression import Place
from kb.parse.suppressions import read, without

PAGE = "docs/vi/hoi-dap/a.md"
END, ELSEWHERE, WORDS = Place.END, Place.ELSEWHERE, Place.WORDS
HEAD = "---\nquestion: Ai?\n---\n"
KEPT = "<!-- kb: bỏ qua XREF-001: vì thế -->"

PROSE = [
    # near misses: nothing is said to the check
    ("Lời.", []),
    ("<!-- ghi chú -->", []),
    ("Lời. <!-- ghi chú -->", []),
    ("Lời. <!-- kb bỏ qua XREF-001: vì thế -->", []),
    (f"`{KEPT}`", []),
    (f"Ghi `{KEPT}` ở cuối dòng.", []),
    (f"```\nLời. {KEPT}\n```", []),
    (f"    Lời. {KEPT}", []),
    (f"Lời `x {KEPT}\ny`.", []),
    # in place
    (f"Lời. {KEPT}", [("XREF-001", "vì thế", 4, 6, END)]),
    (f"Lời. {KEPT}  ", [("XREF-001", "vì thế", 4, 6, END)]),
    (f"Một.\nLời. {KEPT}\nHai.", [("XREF-001", "vì thế", 5, 6, END)]),
    (f"- Một\n- Lời. {KEPT}", [("XREF-001", "vì thế", 5, 8, END)]),
    (f"## Lời {KEPT}", [("XREF-001", "vì thế", 4, 8, END)]),
    (f"| a |\n| --- |\n| Lời {KEPT}", [("XREF-001", "vì thế", 6, 7, END)]),
    ("Lời. <!--kb:bỏ qua XREF-001 : vì thế-->", [("XREF-001", "vì thế", 4, 6, END)]),
    (
        f"Lời. {KEPT} <!-- kb: bỏ qua TEXT-003: hai -->",
        [("XREF-001", "vì thế", 4, 6, END), ("TEXT-003", "hai", 4, 43, END)],
    ),
    # not in place
    (KEPT, [("XREF-001", "vì thế", 4, 1, ELSEWHERE)]),
    (f"{KEPT} Lời.", [("XREF-001", "vì thế", 4, 1, ELSEWHERE)]),
    (f"Một.\n\n{KEPT}\nLời.", [("XREF-001", "vì thế", 6, 1, ELSEWHERE)]),
    (f"Lời {KEPT} nữa.", [("XREF-001", "vì thế", 4, 5, ELSEWHERE)]),
    ("Lời. <!-- kb: bỏ qua\nXREF-001: vì thế -->", [("", "", 4, 1, ELSEWHERE)]),
    # not in order
    ("Lời. <!-- kb: bỏ qua XREF-001 -->", [("XREF-001", "", 4, 6, END)]),
    ("Lời. <!-- kb: bỏ qua XREF-001: -->", [("XREF-001", "", 4, 6, END)]),
    ("Lời. <!-- kb: bỏ qua -->", [("", "", 4, 6, END)]),
    ("Lời. <!-- kb: ignore XREF-001: vì thế -->", [("", "", 4, 6, END)]),
    ("Lời. <!-- kb: bỏ qua XREF-001, XREF-002: hai mã -->", [("", "", 4, 6, END)]),
]


def told(text: str, file: str) -> list[tuple]:
    return [(s.code, s.reason, s.span.line, s.span.column, s.place) for s in read(text, file)]


@pytest.mark.parametrize(("body", "expected"), PROSE)
def test_prose(body, expected):
    assert told(HEAD + body, PAGE) == expected


WITHOUT = [
    (f"Một.\nLời.{KEPT}\nHai. {KEPT}  {KEPT} \n", "Một.\nLời.\nHai.\n"),
    (f"`{KEPT}`", f"`{KEPT}`"),
    (f"Lời {KEPT} nữa.", f"Lời {KEPT} nữa."),
    ("Lời. <!-- ghi chú -->", "Lời. <!-- ghi chú -->"),
]


@pytest.mark.parametrize(("body", "left"), WITHOUT)
def test_what_readers_get(body, left):
    assert without(body) == left


PIECES = st.sampled_from(
    ["Lời", " ", "\n", KEPT, "`", "<!--", "-->", "kb:", "bỏ qua", "XREF-001", "\n\n", "- ", "    "]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_no_line_moves_and_what_ends_in_place_is_gone(body):
    left = without(body)
    assert left.count("\n") == body.count("\n")
    assert all(line.startswith(kept) for line, kept in zip(body.split("\n"), left.split("\n"), strict=True))
    assert not any(each.place is END for each in read(HEAD + left, PAGE))


DATA = [
    ("- id: a  # kb: bỏ qua TAX-002: chờ văn bản", [("TAX-002", "chờ văn bản", 1, 10, END)]),
    ("- id: a # ghi chú", []),
    ("- id: a#kb: bỏ qua TAX-002: x", []),
    (
        "x: 1 # kb: bỏ qua TAX-002: một # kb: bỏ qua TAX-004: hai",
        [("TAX-002", "một", 1, 6, END), ("TAX-004", "hai", 1, 32, END)],
    ),
    ("# kb: bỏ qua TAX-002: một\n- id: a", [("TAX-002", "một", 1, 1, ELSEWHERE)]),
    ("- id: a # kb: bỏ qua TAX-002", [("TAX-002", "", 1, 9, END)]),
    ("- id: a # kb: không rõ", [("", "", 1, 9, END)]),
]


@pytest.mark.parametrize(("text", "expected"), DATA)
def test_data_and_front_matter(text, expected):
    assert told(text, "docs/_data/themes.yml") == expected
    inside = [(code, reason, line + 1, column, place) for code, reason, line, column, place in expected]
    assert told(f"---\n{text}\n---\nLời.\n", PAGE) == inside


def test_in_the_words_of_a_document_there_is_no_place_for_one():
    text = f"---\nkind: KH # kb: bỏ qua META-005: mới\n---\n\nMột. {{#mo-dau-p1}} {KEPT}\n\n{KEPT}\n"
    assert told(text, "docs/vi/van-ban/a.md") == [
        ("META-005", "mới", 2, 10, END),
        ("XREF-001", "vì thế", 5, 19, WORDS),
        ("XREF-001", "vì thế", 7, 1, WORDS),
    ]
