"""Files that are gone or cannot be read: one clear finding inside the bounds of a file, never a traceback."""

from __future__ import annotations

import pytest

from tests.check.plan import FILE as PLAN

ENGLISH = "docs/en/van-ban/23-kh-duk-2021.md"
CITED = "docs/vi/van-ban/26-kh-btgtw-2021.md"
QUESTION = "docs/vi/hoi-dap/ai-kiem-tra-don-doc.md"
PAGE = "docs/vi/gioi-thieu.md"
RECORD = "docs/_source/23-kh-duk-2021.txt"


def english(file: str) -> str:
    return file.replace("/vi/", "/en/")


DELETED = [
    (QUESTION, english(QUESTION), "TRANS-003"),
    (english(QUESTION), QUESTION, "TRANS-004"),
    (PAGE, english(PAGE), "TRANS-003"),
    (english(PAGE), PAGE, "TRANS-004"),
    (CITED, english(CITED), "TRANS-003"),
    (english(CITED), CITED, "TRANS-004"),
    (PLAN, ENGLISH, "TRANS-003"),
    (ENGLISH, PLAN, "TRANS-004"),
    (RECORD, PLAN, "SRC-002"),
    *((f"docs/_data/{name}.yml",) * 2 + ("META-009",) for name in ("kinds", "issuers", "themes", "groups", "bodies")),
]


@pytest.mark.parametrize(("file", "where", "code"), DELETED)
def test_a_deleted_file(checkout, file, where, code):
    assert [(found, which) for found, _, which in checkout.faults({file: None})] == [(where, code)]


RENAMED = [
    # the file that has another name now, and the one that was left beside it
    (QUESTION, english(QUESTION), english(QUESTION)),
    (english(QUESTION), QUESTION, english(f"{QUESTION[:-3]}-khac.md")),
    (PAGE, english(PAGE), english(PAGE)),
    (CITED, english(CITED), english(CITED)),
    (english(CITED), CITED, english(f"{CITED[:-3]}-khac.md")),
]


@pytest.mark.parametrize(("file", "beside", "where"), RENAMED)
def test_a_page_that_was_renamed_in_one_language_is_one_finding(checkout, file, beside, where):
    other = f"{file[:-3]}-khac.md"
    (finding,) = [f for f in checkout.findings({file: None, other: checkout.texts[file]}) if f.code != "META-011"]
    assert (finding.code, finding.span.file) == ("TRANS-003", where)
    assert (other if where == beside else beside) in finding.message


def test_a_text_of_record_that_was_renamed_is_one_finding_that_names_it(checkout):
    other = RECORD.replace("2021", "ban-goc")
    (finding,) = checkout.findings({RECORD: None, other: checkout.texts[RECORD]})
    assert (finding.code, finding.span.file) == ("SRC-002", PLAN)
    assert other in finding.remedy


FILES = [PLAN, ENGLISH, CITED, english(CITED), QUESTION, english(QUESTION), PAGE, english(PAGE)]
DATA = [f"docs/_data/{name}.yml" for name in ("kinds", "issuers", "phases", "themes", "groups", "terms", "changes")]
BROKEN = {
    "empty": ("", "META-007"),
    "blank": ("\n\n", "META-007"),
    "no front matter": ("# Tiêu đề\n\nLời.\n", "META-007"),
    "empty front matter": ("---\n---\nLời.\n", "META-007"),
    "front matter that is a list": ("---\n- a\n---\n", "META-007"),
    "front matter that is a word": ("---\na\n---\n", "META-007"),
    "not UTF-8": ("---\nquestion: Kế hoạch\n---\n".encode("utf-16"), "TEXT-006"),
    "Windows-1258": (b"---\nquestion: K\xea\n---\n", "TEXT-006"),
    "control character": ("---\nquestion: a\x00b\n---\n", "META-007"),
    "deeply nested": ("---\nquestion: " + "[" * 3000 + "\n---\n", "META-007"),
    "an anchor and an alias": ("---\nquestion: &a x\nof: *a\n---\n", "META-007"),
    "a tag": ("---\nquestion: !!python/name:os.system x\n---\n", "META-007"),
    "two blocks": ("---\nquestion: a\n...\nx: y\n---\n", "META-007"),
}
SLIPS = {
    "opening fence": (lambda text: text[4:], "META-007", 1),
    "closing fence": (lambda text: text.replace("\n---\n", "\n", 1), "META-007", 1),
    "tab": (lambda text: text.replace("---\n", "---\n\t", 1), "META-007", 2),
    "quote": (lambda text: text.replace(": ", ': "', 1), "META-007", None),
    "bracket": (lambda text: text.replace(": ", ": [", 1), "META-007", None),
    "no space behind a colon": (lambda text: text.replace(": ", ":", 1), "META-007", None),
    "a field twice": (lambda text: text.replace("---\n", "---\n" + text.split("\n")[1] + "\n", 1), "META-008", 3),
    "one byte": (lambda text: text.encode().replace(b"\n---\n", b"\n\xff---\n", 1), "TEXT-006", None),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_file_that_cannot_be_read(checkouts, fault):
    content, code = BROKEN[fault]
    found = checkouts.faults({file: {file: content} for file in FILES})
    assert {file: [(where, which) for where, _, which in each] for file, each in found.items()} == {
        file: [(file, code)] for file in FILES
    }


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_in_the_front_matter(checkout, checkouts, slip):
    change, code, line = SLIPS[slip]
    found = checkouts.faults({file: {file: change(checkout.texts[file])} for file in FILES})
    for file, each in found.items():
        end = checkout.texts[file].split("\n").index("---", 1) + 1
        assert [(where, which) for where, _, which in each] == [(file, code)]
        assert each[0][1] in ([line] if line else range(1, end + 1))


@pytest.mark.parametrize(("content", "said"), [("---\n[\n---\n", True), ("---\ntitle: Về trang\nx: y\n---\n", False)])
def test_what_is_not_checked_meanwhile_is_said_where_a_file_cannot_be_read(checkout, content, said):
    found = [f for f in checkout.findings({PAGE: content}) if f.span.file == PAGE and f.blocks]
    assert found
    assert any("chưa kiểm tra được các tệp với nhau" in detail for f in found for detail in f.details) == said


@pytest.mark.parametrize("content", ["", "x", "- x: [\n", "\ttab: x\n", "a: 1\n", b"\xff", "- &a\n- *a\n"])
def test_a_data_file_that_cannot_be_read(checkouts, content):
    found = checkouts.faults({file: {file: content} for file in DATA})
    for file, each in found.items():
        assert [(where, line) for where, line, _ in each] in ([(file, 1)], [(file, 2)])


def test_a_document_that_is_gone_in_both_languages_is_one_finding(checkout):
    """However many questions, themes, data files and citations lead to it."""
    for name in ("23-kh-duk-2021", "26-kh-btgtw-2021", "07-ctr-duk-2021", "05-ct-tw-2016", "169-hd-btgtw-2021"):
        gone = {f"docs/{language}/van-ban/{name}.md": None for language in ("vi", "en")}
        (finding,) = [f for f in checkout.findings(gone) if f.blocks]
        assert (finding.code, name in finding.message) == ("LINK-001", True)
        # At the first of the places that name it.
        line = checkout.texts[finding.span.file].split("\n")[finding.span.line - 1]
        assert name in line or name.split("-")[0] in line


def test_a_question_that_is_gone_and_named_in_several_places_is_one_finding(checkout):
    gone = {f"docs/{language}/hoi-dap/bao-cao-ve-dau.md": None for language in ("vi", "en")}
    named = [file for file, text in checkout.texts.items() if "bao-cao-ve-dau" in text and file not in gone]
    codes = [code for _, _, code in checkout.faults(gone)]
    assert codes.count("LINK-001") + codes.count("TAX-001") == bool(named)


def test_a_name_that_one_place_gets_wrong_is_told_as_before(checkout):
    """A single slip is no document that is gone, and neither is a number that nobody names by its ID."""
    line = checkout.line("docs/_data/phases.yml", "23-kh-duk-2021#ii-1.2")
    phases = checkout.edited("docs/_data/phases.yml", "23-kh-duk-2021#ii-1.2", "23-kh-duk-2012#ii-1.2")
    assert checkout.faults(phases)[0] == ("docs/_data/phases.yml", line, "LINK-001")
    assert "chỗ dẫn tới" not in checkout.findings(phases)[0].message
