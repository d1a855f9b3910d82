"""Marks of Markdown that came to nothing: each is found once, at its place; what the site makes of marks is none."""

from __future__ import annotations

import pytest

QUESTION = {language: f"docs/{language}/hoi-dap/ai-kiem-tra-don-doc.md" for language in ("vi", "en")}
FIRST = {"vi": "Theo [", "en": "Under the ["}
CONFLICT = "<<<<<<< HEAD\n{}=======\n{}>>>>>>> sua-cau-tra-loi\n"

SILENT = [
    "Gõ `a | b` và `**`.",
    "```\n**x | y\n```",
    "~~~ text\nabc\n~~~",
    "- a\n\n  ```\n  x\n  ```",
    "2 ** 3; a | b",
    "**Đậm** và **(đậm)**nữa",
    r"\*\*không đậm, \`không mã",
    "a | b\n--- | ---\n1 | 2",
    "| a | b |\n| --- | --- |\n| 1 \\| 2 | 3 |",
    "| a | b |\n| --- | --- |\n| 1 |",
    "Không\n\n---\n\ncó",
    "## Đầu mục",
    "[mục](../van-ban/index.md)",
]
FAULTS = [
    # words, the line and column of the fault
    ("```\nabc\n", 1, 1),
    ("a\n\n~~~\nabc\n", 3, 1),
    ("a **b c", 1, 3),
    ("a **[b](../index.md) c", 1, 3),
    ("**a** b** c", 1, 8),
    ("Gõ `kb check.", 1, 4),
    ("# Đầu trang", 1, 1),
    ("Đầu trang\n===", 1, 1),
    ("Xem [](../van-ban/index.md) sau", 1, 5),
    ("| a | b |\n| --- |\n| 1 | 2 |", 2, 1),
    ("| a | b |\n| --- | --- |\n| 1 | 2 | 3 |", 3, 1),
]


def found(checkout, language: str, words: str) -> list[tuple[int, int, str]]:
    """Line, from the first of the words, column and code of what is found with these words before an answer."""
    file, first = QUESTION[language], FIRST[language]
    start = checkout.line(file, first) - 1
    findings = checkout.findings(checkout.edited(file, first, f"{words}\n\n{first}"))
    return [(f.span.line - start, f.span.column, f.code) for f in findings if f.code != "TRANS-002"]


@pytest.mark.parametrize("words", SILENT)
def test_what_the_site_makes_of_marks_is_no_fault(checkout, words):
    assert found(checkout, "vi", words) == []


@pytest.mark.parametrize("language", QUESTION)
@pytest.mark.parametrize(("words", "line", "column"), FAULTS)
def test_a_mark_that_came_to_nothing_is_one_finding(checkout, language, words, line, column):
    assert found(checkout, language, words) == [(line, column, "TEXT-010")]


PAGE = "docs/vi/gioi-thieu.md"


@pytest.mark.parametrize(("words", "told"), [("trang đầu", 0), ("", 1), (" ", 1)])
def test_a_picture_without_words(checkout, words, told):
    change = checkout.edited(PAGE, "## Trang có gì", f"![{words}](hinh.png)\n\n## Trang có gì")
    assert [code for _, _, code in checkout.faults(change)].count("TEXT-010") == told


UNMERGED = [
    (QUESTION["vi"], "group: to-chuc-thuc-hien\n"),
    (QUESTION["en"], "Under the ["),
    ("docs/_data/groups.yml", "  vi: Kế hoạch và căn cứ\n"),
    ("docs/vi/van-ban/23-kh-duk-2021.md", "### 1. Mục đích {#i-1}\n"),
]


@pytest.mark.parametrize(("file", "words"), UNMERGED)
def test_two_changes_that_git_has_left_side_by_side_are_one_finding(checkout, file, words):
    ours = words if words.endswith("\n") else f"{words}\n"
    for left in (CONFLICT.format(ours, ours), f"{ours}>>>>>>> sua-cau-tra-loi\n"):
        change = checkout.edited(file, words, left)
        mark = next(number for number, line in enumerate(change[file].split("\n"), 1) if line[:7] in ("<" * 7, ">" * 7))
        assert checkout.faults(change) == [(file, mark, "FILE-006")]
