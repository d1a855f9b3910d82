"""Translations (TRANS): missing, suspect, out of order; and other words for the same provision, which are no fault."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from tests.folders import CONTENT

ENGLISH = "docs/en/van-ban/23-kh-duk-2021.md"
QUESTION = "docs/vi/hoi-dap/ai-kiem-tra-don-doc.md"
PAGE = "docs/vi/gioi-thieu.md"


def english(file: str) -> str:
    return file.replace("/vi/", "/en/")


TRANSLATIONS = [
    (ENGLISH, "Communicate, analyse and explain", "Communicate, analyse, and explain", None),
    (ENGLISH, "title: Plan No. 23-KH/ĐUK\n", "", None),
    (ENGLISH, "{#iii-2-4 of=", "{#iii-2-4  of=", None),
    (ENGLISH, "{#iii-2-4 of=", "{#iii-2-4 of=0", "TRANS-002"),
    (ENGLISH, "of_subject: e", "of_subject: f", "TRANS-002"),
    (ENGLISH, "subject: Stepping", "subjct: Stepping", "META-006"),
    (ENGLISH, "{#iii-2-4 ", "{#iii-2-5 ", "STRUCT-001"),
    (ENGLISH, "#### 2.6.", "### 2.6.", "STRUCT-002"),
    (ENGLISH, "#### 2.6. ", "#### 2.6 ", None),
    (ENGLISH, "## III. ORG", "## Part III. ORG", None),
    (ENGLISH, "#### 2.6. ", "#### 2.5. ", "STRUCT-002"),
    (ENGLISH, "#### 2.6. ", "#### ", "STRUCT-002"),
    (ENGLISH, "## III. ORG", "## 3. ORG", "STRUCT-002"),
    (ENGLISH, "## III. ", "Note.\n\n## III. ", "TRANS-003"),
    (english(QUESTION), "of: 3", "of: 4", "TRANS-002"),
    (english(QUESTION), "question: Who monitors", "question: Who oversees", None),
    (english(PAGE), "of: 8", "of: 9", "TRANS-002"),
    (PAGE, "Trang này giúp", "Trang giúp", (english(PAGE), "of:", "TRANS-002")),
    (PAGE, "title: Về", "title: Giới thiệu", (english(PAGE), "of:", "TRANS-002")),
    (QUESTION, "question: Ai", "question: Cơ quan nào", (english(QUESTION), "of:", "TRANS-002")),
]


@pytest.mark.parametrize("page", ["hoi-dap/ai-kiem-tra-don-doc", "gioi-thieu"])
def test_a_translation_without_words(checkout, page):
    file = f"docs/en/{page}.md"
    head = checkout.texts[file].split("---\n")[1]
    assert [code for _, _, code in checkout.faults({file: f"---\n{head}---\n"})] == ["TRANS-001"]


@pytest.mark.parametrize(("file", "old", "new", "expected"), TRANSLATIONS)
def test_translations(gives, file, old, new, expected):
    gives(file, old, new, expected)


def vietnamese(name: str) -> str:
    """The provision of the plan in Vietnamese, without its ID."""
    lines = (CONTENT / ENGLISH.replace("/en/", "/vi/")).read_text(encoding="utf-8").split("\n")
    return next(line for line in lines if line.endswith(f"{{#{name}}}")).rpartition(" ")[0]


LEFT = [
    # near misses: names, symbols, words that French has too
    (english(QUESTION), "question: Who", "question: Under No. 23-KH/ĐUK of Đảng Ủy Nguyễn Thị Hậu, who", None),
    ("docs/_data/groups.yml", "  en: Forms of communication\n", "  en: Forms of a communiqué, à la française\n", None),
    ("docs/_data/groups.yml", "  en: Forms of communication\n", "  en: Forms of communication (Hà Nội, Huế)\n", None),
    (english(QUESTION), "Under the [", "The plan calls it tuyên truyền in the original. Under the [", None),
    # left as they were, in whole or for the most part
    ("docs/_data/groups.yml", "  en: Forms of communication\n", "  en: Hình thức tuyên truyền\n", "TRANS-001"),
    ("docs/_data/themes.yml", "  en: Socio-economic development\n", "  en: Phát triển economic\n", "TRANS-001"),
    (
        "docs/_data/changes.yml",
        "  en: First release of Plan",
        "  en: Phát hành lần đầu Kế hoạch, các văn bản được viện dẫn, Plan",
        "TRANS-001",
    ),
    (
        english(QUESTION),
        "question: Who monitors",
        "question: Ai theo dõi, kiểm tra, đôn đốc việc thực hiện Kế hoạch? Who",
        "TRANS-001",
    ),
    (english(QUESTION), "Under the [", "Xem đoạn này của Kế hoạch. Under the [", "TRANS-001"),
    (english(PAGE), "title: About this site", "title: Giới thiệu về trang này", "TRANS-001"),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), LEFT)
def test_words_that_are_left_in_vietnamese(gives, file, old, new, expected):
    gives(file, old, new, expected)


def test_a_field_that_runs_on_is_found_on_the_line_where_the_words_stand(checkout):
    new = "question: Who is it,\n    asked here,\n  Ai theo dõi, kiểm tra, đôn đốc việc thực hiện Kế hoạch? Who"
    changed = checkout.edited(english(QUESTION), "question: Who", new)
    [found] = checkout.findings(changed)
    line = changed[english(QUESTION)].split("\n")[found.span.line - 1]
    assert found.code == "TRANS-001"
    assert line[found.span.column - 1 :].startswith("kiểm tra, đôn đốc việc thực hiện Kế hoạch?")


@pytest.mark.parametrize("name", ["i", "i-1-1", "ii-1.1", "ii-1.3-p2", "iii-2-4"])
def test_a_provision_that_was_only_copied(checkout, name):
    lines = checkout.texts[ENGLISH].split("\n")
    place = next(n for n, line in enumerate(lines) if f"{{#{name} of=" in line)
    lines[place] = f"{vietnamese(name)} {lines[place][lines[place].rindex('{#') :]}"
    found = checkout.faults({ENGLISH: "\n".join(lines)})
    assert found == [(ENGLISH, place + 1, "TRANS-001")]


def test_a_page_that_was_only_copied_is_one_finding(checkout):
    body, translated = (checkout.texts[file].split("---\n", 2) for file in (PAGE, english(PAGE)))
    change = {english(PAGE): "---\n".join((*translated[:2], body[2]))}
    assert [(file, code) for file, _, code in checkout.faults(change)] == [(english(PAGE), "TRANS-001")]


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
    changes = plan_with_record("giữ vững đà tăng trưởng", "giữ vững mức tăng trưởng")
    assert checkout.faults(changes) == [(ENGLISH, checkout.line(ENGLISH, "{#ii-1.1-5 "), "TRANS-002")]


def test_where_the_words_that_change_are_quoted_the_quotations_are_told_too(checkout, plan_with_record):
    old = "theo dõi, kiểm tra, đôn đốc"
    found = checkout.faults(plan_with_record(old, "theo dõi, giám sát, đôn đốc"))
    quoting = [
        file for file, text in checkout.texts.items() if file.startswith("docs/vi/hoi-dap/") and f" {old}" in text
    ]
    assert [file for file, _, code in found if code == "QUOTE-001"] == sorted(quoting)
    assert {file for file, _, code in found if code == "TRANS-002"} == {ENGLISH}


LINES = (CONTENT / ENGLISH).read_text(encoding="utf-8").split("\n")
ENDING = re.compile(r" \{#(?P<id>\S+) of=\w+\}$")
PLACES = [place for place, line in enumerate(LINES) if ENDING.search(line) and not line.startswith(":::")]


def identity(place: int) -> str:
    return ENDING.search(LINES[place])["id"]


def halves(place: int) -> tuple[str, str, str]:
    words, ending = ENDING.sub("", LINES[place]), ENDING.search(LINES[place])[0]
    cut = words.rindex(" ")
    return words[:cut], words[cut + 1 :], ending


def slips():
    """One fault each in the translation, with the line and the code of its one finding."""
    for place, after in pairwise(PLACES):
        first, second, ending = halves(place)
        yield "deleted", place, LINES[:place] + LINES[place + 1 :], after, "TRANS-001"
        split = [*LINES[:place], first + ending, "", second, *LINES[place + 1 :]]
        yield "split, ID on the first", place, split, place + 3, "TRANS-003"
        split = [*LINES[:place], first, "", second + ending, *LINES[place + 1 :]]
        yield "split, ID on the second", place, split, place + 1, "TRANS-003"
        bare = ENDING.sub("", LINES[place])
        yield "joined", place, [*LINES[:place], f"{bare} {LINES[after]}", *LINES[after + 1 :]], place + 1, None
        swapped = [*LINES[:place], LINES[after], *LINES[place + 1 : after], LINES[place], *LINES[after + 1 :]]
        yield "swapped", place, swapped, place + 1, "TRANS-003"
        exchanged = LINES[:]
        for one, other in ((place, after), (after, place)):
            exchanged[one] = LINES[one].replace(f"{{#{identity(one)} ", f"{{#{identity(other)} ")
        yield "IDs exchanged", place, exchanged, place + 1, "STRUCT-001"
        yield "no ID", place, [*LINES[:place], bare, *LINES[place + 1 :]], place + 1, None


def test_one_fault_in_any_provision_of_a_translation_is_one_finding(checkouts):
    cases = {f"{name}: {identity(place)}": (lines, line, code) for name, place, lines, line, code in slips()}
    found = checkouts.faults({name: {ENGLISH: "\n".join(lines)} for name, (lines, _, _) in cases.items()})
    assert {
        name: found[name]
        for name, (_, line, code) in cases.items()
        if [each[:2] for each in found[name]] != [(ENGLISH, line)] or code not in (None, found[name][0][2])
    } == {}


def test_a_translation_without_provisions_says_how_many_there_are(checkout):
    lines = LINES[: LINES.index("---", 1) + 1]
    (finding,) = [f for f in checkout.findings({ENGLISH: "\n".join(lines)}) if f.code != "XREF-006"]
    assert finding.code == "TRANS-001"
    assert f"có {len(PLACES) + 1} đoạn" in finding.message


def test_gaps_are_reported_in_order_each_at_the_line_of_the_one_after(checkout):
    gone = ("ii-1.1-2", "ii-1.1-3", "ii-2.1-1", "iii-2-1")
    lines = [line for line in LINES if not (found := ENDING.search(line)) or found["id"] not in gone]
    after = [
        next(n for n, line in enumerate(lines, 1) if f"{{#{key} " in line)
        for key in ("ii-1.1-4", "ii-2.1-2", "iii-2-2")
    ]
    assert checkout.faults({ENGLISH: "\n".join(lines)}) == [(ENGLISH, line, "TRANS-001") for line in after]
