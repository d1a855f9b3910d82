"""Translations (TRANS): missing, suspect, out of order; and other words for the same provision, which are no fault."""

from __future__ import annotations

import pytest

ENGLISH = "docs/en/van-ban/23-kh-duk-2021.md"
QUESTION = "docs/vi/hoi-dap/ai-kiem-tra-don-doc.md"
PAGE = "docs/vi/gioi-thieu.md"


def english(file: str) -> str:
    return file.replace("/vi/", "/en/")


TRANSLATIONS = [
    (ENGLISH, "Ha Noi, 17 May", "Hanoi, 17 May", None),
    (ENGLISH, "title: Plan No. 23-KH/ĐUK\n", "", None),
    (ENGLISH, "{#iii-2-4 of=", "{#iii-2-4  of=", None),
    (ENGLISH, "{#iii-2-4 of=", "{#iii-2-4 of=0", "TRANS-002"),
    (ENGLISH, "of_subject: e", "of_subject: f", "TRANS-002"),
    (ENGLISH, "subject: Stepping", "subjct: Stepping", "META-006"),
    (ENGLISH, "{#iii-2-4 ", "{#iii-2-5 ", "STRUCT-001"),
    (ENGLISH, "#### 2.6.", "### 2.6.", "STRUCT-002"),
    (ENGLISH, "## III. ", "Note.\n\n## III. ", "TRANS-003"),
    (english(QUESTION), "of: 3", "of: 4", "TRANS-002"),
    (english(QUESTION), "question: Who monitors", "question: Who oversees", None),
    (english(PAGE), "of: 8", "of: 9", "TRANS-002"),
    (PAGE, "Trang này giúp", "Trang giúp", (english(PAGE), "of:", "TRANS-002")),
    (PAGE, "title: Về", "title: Giới thiệu", (english(PAGE), "of:", "TRANS-002")),
    (QUESTION, "question: Ai", "question: Cơ quan nào", (english(QUESTION), "of:", "TRANS-002")),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), TRANSLATIONS)
def test_translations(gives, file, old, new, expected):
    gives(file, old, new, expected)


def test_a_dash_that_is_none_in_the_translation(checkout, gives):
    line = next(line for line in checkout.texts[ENGLISH].split("\n") if "{#iii-2-4 " in line)
    gives(ENGLISH, line, line.removeprefix("- "), "STRUCT-002")


def test_a_provision_that_is_not_translated_is_reported_at_the_one_after_it(checkout):
    lines = checkout.texts[ENGLISH].split("\n")
    place = next(n for n, line in enumerate(lines) if "{#iii-2-3 " in line)
    found = checkout.faults({ENGLISH: "\n".join(lines[:place] + lines[place + 1 :])})
    assert found == [(ENGLISH, place + 2, "TRANS-001")]


def test_translated_provisions_in_another_order(checkout):
    lines = checkout.texts[ENGLISH].split("\n")
    one = next(n for n, line in enumerate(lines) if "{#ii-1.1-2 " in line)
    lines[one], lines[one + 2] = lines[one + 2], lines[one]
    assert checkout.faults({ENGLISH: "\n".join(lines)}) == [(ENGLISH, one + 1, "TRANS-003")]


def test_when_the_vietnamese_changes_with_its_record_the_translation_is_suspect(checkout, plan_with_record):
    changes = plan_with_record("theo dõi, kiểm tra", "theo dõi, giám sát")
    assert checkout.faults(changes) == [(ENGLISH, checkout.line(ENGLISH, "{#iii-2-4 "), "TRANS-002")]
