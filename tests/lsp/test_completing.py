"""What is offered at a place of a text."""

from __future__ import annotations

import pytest

from kb import reading
from kb.lsp.completing import offers
from tests.folders import CONTENT

ANSWER = "docs/vi/hoi-dap/in-trang.md"
DOCUMENT = "docs/vi/van-ban/26-kh-btgtw-2021.md"
HELD = "23-kh-duk-2021"


@pytest.fixture(scope="module")
def library():
    return reading.read(CONTENT)


def offered(library, file: str, text: str) -> list[tuple[int, str]]:
    """What is offered where the text has a bar: the offset from which on it is put, and what."""
    lines = text[: text.index("|")].split("\n")
    return [(each.start, each.words) for each in offers(library, file, lines, len(lines), len(lines[-1]))]


HEAD = "---\nquestion: Hỏi?\n"
NOTHING = [
    "---\n---\nMột câu |",
    "---\n---\nsố|",
    "---\n---\nNăm 2021 |",
    "---\n---\nmục 1.2|",
    "---\n---\nlà 23-kh-duk-20|",
    "---\n---\n[x](#|",
    "---\n---\n[x](khong-co.md#|",
    f"{HEAD}group: |",
    f"{HEAD}question: Hỏi |",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing(library, text):
    assert offered(library, ANSWER, text) == []


def test_numbers_in_prose(library):
    every = sorted(document.number for document in library.originals.values() if document.number)
    assert sorted(words for _, words in offered(library, ANSWER, "---\n---\nKế hoạch số |")) == every
    assert offered(library, ANSWER, "---\n---\nKế hoạch số 26|") == [(12, "26-KH/BTGTW")]
    assert offered(library, ANSWER, "---\n---\nKế hoạch số 26-kh/b|") == [(12, "26-KH/BTGTW")]
    assert offered(library, ANSWER, "---\n---\n\U0001f4d6 26|") == [(2, "26-KH/BTGTW")]
    assert offered(library, "docs/en/hoi-dap/in-trang.md", "---\n---\nPlan No. 2|") == [
        (9, number) for number in every if number.startswith("2")
    ]
    assert offered(library, ANSWER, f"{HEAD}related: []\nquestion: Kế hoạch số 26|") == [(22, "26-KH/BTGTW")]


@pytest.mark.parametrize(
    ("file", "text", "start", "ending"),
    [
        (DOCUMENT, "---\nbasis: [|", 8, ""),
        (DOCUMENT, "---\nbasis:\n  - 23-k|", 4, ""),
        ("docs/_data/changes.yml", "- date: 2026-11-23\n  documents: [2|", 14, ""),
        (ANSWER, f"{HEAD}provisions:\n  - |", 4, "#"),
        (ANSWER, f"{HEAD}provisions: [23-kh-duk-2021#i, 2|", 31, "#"),
        (DOCUMENT, "---\nstated_by: 23|", 11, "#"),
        ("docs/_data/themes.yml", '- id: x\n  provisions:\n    - "2|', 7, "#"),
    ],
)
def test_ids_of_documents(library, file, text, start, ending):
    assert offered(library, file, text) == [(start, f"{key}{ending}") for key in sorted(library.originals)]


@pytest.mark.parametrize(
    ("file", "text", "start"),
    [
        (ANSWER, f"{HEAD}provisions: [23-kh-duk-2021#|", 28),
        (ANSWER, f"{HEAD}provisions:\n  - 23-kh-duk-2021#ii-1|", 19),
        (ANSWER, "---\n---\n[x](../van-ban/23-kh-duk-2021.md#|", 33),
        (ANSWER, "---\n---\n[x](../van-ban/23-kh-duk-2021.md#ii-1.1|", 33),
    ],
)
def test_ids_of_provisions(library, file, text, start):
    ids = [provision.id for provision in library.originals[HELD].provisions]
    assert sorted(offered(library, file, text)) == sorted((start, name) for name in ids)


def test_an_offer_tells_what_it_stands_for(library):
    lines = ["---", "---", "[x](../van-ban/23-kh-duk-2021.md#iii-2"]
    found = next(each for each in offers(library, ANSWER, lines, 3, len(lines[2])) if each.words == "iii-2-4")
    assert found.detail == "III.2, gạch đầu dòng 4"
    assert library.originals[HELD].by_id["iii-2-4"].text in found.documentation
