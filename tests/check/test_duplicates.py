"""What is there twice is said once, where the second stands, and names the first; what only looks alike is no fault."""

from __future__ import annotations

import pytest

from kb.check.duplicates import _folded
from tests.check.plan import FILE as PLAN

CITED = "docs/vi/van-ban/26-kh-btgtw-2021.md"
QUESTION = "docs/vi/hoi-dap/in-trang.md"
PAGE = "docs/vi/gioi-thieu.md"


def english(file: str) -> str:
    return file.replace("/vi/", "/en/")


def both(checkout, file: str, copy: str, *edits: tuple[str, str]) -> dict[str, str]:
    """A copy of a page in both languages, its Vietnamese text edited."""
    text = checkout.texts[file]
    for old, new in edits:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return {copy: text, english(copy): checkout.texts[english(file)]}


@pytest.mark.parametrize("name", ["26-kh-btgtw", "26-kh-btgtw-2021-2", "26-kh-btgtw-2021-ban-sao", "a"])
def test_a_document_in_two_files_is_one_finding(checkout, name):
    copy = CITED.replace("26-kh-btgtw-2021", name)
    assert checkout.faults(both(checkout, CITED, copy)) == [(copy, 2, "META-013")]


def test_the_file_that_is_named_after_the_number_is_the_first(checkout):
    copy = CITED.replace("26-kh-btgtw-2021", "26-kh-btgtw")
    (finding,) = [f for f in checkout.findings(both(checkout, CITED, copy)) if f.code == "META-013"]
    assert CITED in finding.message


def test_a_document_in_three_files_is_two_findings(checkout):
    copies = [CITED.replace("26-kh-btgtw-2021", name) for name in ("26-kh-btgtw", "26-kh-btgtw-2021-2")]
    changes = both(checkout, CITED, copies[0]) | both(checkout, CITED, copies[1])
    assert checkout.faults(changes) == [(copy, 2, "META-013") for copy in sorted(copies)]


def test_the_plan_in_two_files(checkout):
    copy = PLAN.replace("23-kh-duk-2021", "23-kh-duk")
    assert checkout.faults(both(checkout, PLAN, copy)) == [(copy, 2, "META-013")]


OTHERS = [
    # another year, another issuer: other documents, which citations with a date tell apart
    ([("date: 2021-05-05", "date: 2022-05-05")], "26-kh-btgtw-2022"),
]


@pytest.mark.parametrize(("edits", "name"), OTHERS)
def test_another_document_of_the_same_number_is_no_duplicate(checkout, edits, name):
    copy = CITED.replace("26-kh-btgtw-2021", name)
    codes = {code for _, _, code in checkout.faults(both(checkout, CITED, copy, *edits))}
    assert "META-013" not in codes
    assert "TAX-007" not in codes


@pytest.mark.parametrize("change", [lambda q: q, str.upper, lambda q: q.removesuffix("?")])
def test_a_question_that_is_asked_twice_is_one_finding_that_names_both(checkout, change):
    question = checkout.texts[QUESTION].split("\n")[1].removeprefix("question: ")
    copy = QUESTION.replace("in-trang", "lam-sao-in-trang")
    changes = both(checkout, QUESTION, copy, (f"question: {question}", f'question: "{change(question)}"'))
    found = [f for f in checkout.findings(changes) if f.code not in ("XREF-006", "TRANS-002")]
    assert [(f.span.file, f.span.line, f.code) for f in found] == [(copy, 2, "QA-005")]
    assert f"{QUESTION}:2" in found[0].message


def test_a_translation_that_asks_two_questions_alike(checkout):
    other = english(QUESTION).replace("in-trang", "tim-khong-dau")
    words = [checkout.texts[file].split("\n")[1] for file in (english(QUESTION), other)]
    assert checkout.faults(checkout.edited(other, *reversed(words))) == [(other, 2, "QA-005")]


def test_a_question_that_is_nearly_the_same_is_another(checkout):
    copy = QUESTION.replace("in-trang", "in-trang-khac")
    question = checkout.texts[QUESTION].split("\n")[1]
    changes = both(checkout, QUESTION, copy, (question, question.replace("?", " này?")))
    changes[english(copy)] = changes[english(copy)].replace("?", " on paper?", 1)
    assert {code for _, _, code in checkout.faults(changes)} <= {"TRANS-002"}


def test_a_page_with_the_title_of_another(checkout):
    title = checkout.texts[PAGE].split("\n")[1].removeprefix("title: ")
    copy = "docs/vi/huong-dan/gioi-thieu.md"
    changes = both(checkout, PAGE, copy)
    assert [each for each in checkout.faults(changes) if each[2] == "TAX-007"] == [(copy, 2, "TAX-007")]
    changes = {copy: changes[copy].replace(title, f"{title} (2)"), english(copy): changes[english(copy)]}
    assert [each[0] for each in checkout.faults(changes) if each[2] == "TAX-007"] == [english(copy)]


def test_two_themes_of_one_name(checkout):
    themes = "docs/_data/themes.yml"
    names = [line for line in checkout.texts[themes].split("\n") if line.startswith("  vi: ")]
    line = checkout.line(themes, names[1]) - 1
    assert checkout.faults(checkout.edited(themes, names[1] + "\n", names[0] + "\n")) == [(themes, line, "TAX-007")]


ISSUERS, KINDS = "docs/_data/issuers.yml", "docs/_data/kinds.yml"
PARTY = "- symbol: BTGTW\n  vi: Ban Tuyên giáo Trung ương\n"
TERM = "- term: Đảng bộ Khối\n  vi: Đảng bộ Khối các cơ quan Trung ương\n"
MORE = "  en_term: Bloc Party Organisation\n  en: Party Organisation of the Bloc of Central Agencies\n"
RESTS = '  provisions: ["23-kh-duk-2021#mo-dau-p1", "23-kh-duk-2021#i-1-1"]\n'
ENTRIES = [
    # one symbol for several organs, one name for several symbols
    (ISSUERS, "- symbol: BTGTW\n  vi: Ban Cán sự\n  en: Board\n", "- symbol: BTGTW\n", []),
    (ISSUERS, "- symbol: BTGTW2\n  vi: Ban Tuyên giáo Trung ương\n  en: Commission\n", "- symbol: BTGTW\n", []),
    # the same once more
    (ISSUERS, f"{PARTY}  en: Commission\n", "- symbol: BTGTW\n", ["TAX-005"]),
    (KINDS, "- symbol: KH\n  vi: Kế hoạch\n  en: plan\n", "- symbol: KH\n", ["TAX-005"]),
    ("docs/_data/terms.yml", TERM + MORE + RESTS, "- term: Đảng bộ Khối\n", ["TAX-005"]),
]


@pytest.mark.parametrize(("file", "entry", "before", "codes"), ENTRIES)
def test_an_entry_of_a_list_of_words_that_is_there_twice(checkout, file, entry, before, codes):
    assert [code for _, _, code in checkout.faults(checkout.edited(file, before, entry + before))] == codes


LISTED = [
    (QUESTION.replace("in-trang", "ai-kiem-tra-don-doc"), "[23-kh-duk-2021#iii-2-4]"),
    (PLAN, "  - 26-kh-btgtw-2021\n"),
    ("docs/_data/themes.yml", '    - "23-kh-duk-2021#iii-1-3"\n'),
]


@pytest.mark.parametrize(("file", "item"), LISTED)
def test_a_value_that_is_twice_in_a_list_is_one_finding(checkout, file, item):
    twice = f"{item[:-1]}, {item[1:]}" if item.startswith("[") else item * 2
    assert [code for _, _, code in checkout.faults(checkout.edited(file, item, twice))] == ["META-008"]


FOLDED = [("Ai?", "ai"), (" Ai  đó ? ", "ai đó"), ("Ai…", "ai"), ("a\u0309i", "\u1ea3i"), ("Đ", "đ"), ("?", "")]


@pytest.mark.parametrize(("title", "folded"), FOLDED)
def test_what_the_eye_passes_over_in_a_title(title, folded):
    assert _folded(title) == folded
