"""Published addresses: gone without a word is one error, moved with a word is none, and the word must be right."""

from __future__ import annotations

import pytest

from kb import reading
from kb.check.catalogue import RULES
from kb.export.addresses import register
from kb.views import site
from tests.check.plan import FILE as PLAN

REGISTER = "docs/_data/published.yml"
CITED = "docs/vi/van-ban/26-kh-btgtw-2021.md"
QUESTION = "docs/vi/hoi-dap/in-trang.md"


def english(file: str) -> str:
    return file.replace("/vi/", "/en/")


def published(**documents: str) -> str:
    lines = [f"  {key.replace('_', '-').removeprefix('d-')}: {ids}" for key, ids in documents.items()]
    return "\n".join(["documents:", *lines, "questions:", "  - in-trang", "  - bao-cao-ve-dau", ""])


ALL = published(d_23_kh_duk_2021="tieu-de i ii-1.1-3 iii-2-4", d_26_kh_btgtw_2021="")


def with_head(checkout, file: str, line: str) -> str:
    return checkout.texts[file].replace("---\n", f"---\n{line}\n", 1)


def renamed(checkout, file: str, new: str, line: str = "") -> dict[str, str | None]:
    """A page under another name in both languages, with a line in its Vietnamese head."""
    text = with_head(checkout, file, line) if line else checkout.texts[file]
    return {file: None, english(file): None, new: text, english(new): checkout.texts[english(file)]}


def test_what_is_published_and_there_is_no_fault(checkout):
    assert checkout.faults({REGISTER: ALL}) == []


def test_ids_that_are_gone_are_one_error_with_the_remedy(checkout):
    gone = published(d_23_kh_duk_2021="i ii-1.1-8 ii-1.1-9 iii-2-4")
    (finding,) = [f for f in checkout.findings({REGISTER: gone}) if f.blocks]
    assert (finding.span.file, finding.code) == (PLAN, "ADDR-001")
    assert "ii-1.1-8, ii-1.1-9" in finding.message
    assert "aliases" in finding.remedy


def test_an_alias_answers_for_an_id(checkout):
    gone = published(d_23_kh_duk_2021="i ii-1.1-8 ii-1.1-9")
    head = with_head(checkout, PLAN, "aliases:\n  ii-1.1-8: ii-1.1-7\n  ii-1.1-9: ii-1.1-7")
    assert checkout.faults({REGISTER: gone, PLAN: head}) == []


WRONG = [
    ("  ii-1.1-3: ii-1.1-4", "ADDR-002"),  # a living ID
    ("  ii-1.1-8: ii-1.1-9", "ADDR-002"),  # to nothing
    ("  ii-1.1-8: ii-1.1-9\n  ii-1.1-9: ii-1.1-7", "ADDR-002"),  # to another old one
    ("  ii-1.1-8: ii-1.1-7\n  ii-1.1-8: ii-1.1-6", "META-008"),
    ("  ii-1.1-8: [ii-1.1-7]", "META-002"),
    ("  'a b': ii-1.1-7", "ADDR-002"),
    ("  'a,b': ii-1.1-7", "ADDR-002"),
    ("  ../a: ii-1.1-7", "ADDR-002"),
]


@pytest.mark.parametrize(("aliases", "code"), WRONG)
def test_an_alias_that_cannot_be_right(checkout, aliases, code):
    found = checkout.faults({PLAN: with_head(checkout, PLAN, f"aliases:\n{aliases}")})
    assert [(file, which) for file, _, which in found] == [(PLAN, code)]


@pytest.mark.parametrize("name", ["26-kh-btgtw-2021", "nq-dai-hoi-xiii-dang"])
def test_a_published_document_that_is_gone_is_one_error_at_the_register(checkout, name):
    gone = {f"docs/{language}/van-ban/{name}.md": None for language in ("vi", "en")}
    text = published(d_23_kh_duk_2021="i").replace("questions:", f"  {name}: \nquestions:")
    line = text.split("\n").index(f"  {name}: ") + 1
    assert checkout.faults({REGISTER: text, **gone}) == [(REGISTER, line, "ADDR-001")]


def test_a_published_question_that_is_gone(checkout):
    gone = {QUESTION: None, english(QUESTION): None}
    line = ALL.split("\n").index("  - in-trang") + 1
    found = checkout.faults({REGISTER: ALL, **gone})
    assert [each for each in found if each[2] == "ADDR-001"] == [(REGISTER, line, "ADDR-001")]


def test_a_document_under_another_name_takes_all_references_with_it(checkout):
    new = CITED.replace("26-kh-btgtw-2021", "26-kh-btgtw")
    changes = {REGISTER: ALL, **renamed(checkout, CITED, new, "formerly: [26-kh-btgtw-2021]")}
    assert checkout.faults(changes) == []
    without = {REGISTER: ALL, **renamed(checkout, CITED, new)}
    assert [(file, code) for file, _, code in checkout.faults(without)] == [(REGISTER, "ADDR-001")]


FORMERLY = [
    (CITED, "formerly: [23-kh-duk-2021]"),
    (QUESTION, "formerly: [bao-cao-ve-dau]"),
    # a name that no file could have had leads to where nothing may be written, or over a page that views make
    (QUESTION, "formerly: [../../../thoat]"),
    (QUESTION, "formerly: [a/b]"),
    (QUESTION, "formerly: ['A b']"),
    (CITED, "formerly: [index]"),
    (CITED, "formerly: [..]"),
]


@pytest.mark.parametrize(("file", "line"), FORMERLY)
def test_an_old_name_that_cannot_be_right(checkout, file, line):
    assert checkout.faults({file: with_head(checkout, file, line)}) == [(file, 2, "ADDR-002")]


def test_an_old_name_that_two_files_claim(checkout):
    files = (QUESTION, "docs/vi/hoi-dap/bao-cao-ve-dau.md")
    changes = {file: with_head(checkout, file, "formerly: [cau-cu]") for file in files}
    assert [code for _, _, code in checkout.faults(changes)] == ["ADDR-002"]


@pytest.fixture
def moved(checkout):
    """A plan with an old ID, a document and a question with old names, and prose that still uses all of them."""
    changes = renamed(checkout, CITED, CITED.replace("-2021", ""), "formerly: [26-kh-btgtw-2021]")
    changes |= renamed(checkout, QUESTION, QUESTION.replace("in-trang", "in-ra-giay"), "formerly: [in-trang]")
    changes[PLAN] = with_head(checkout, PLAN, "aliases:\n  ii-1.1-8: ii-1.1-7")
    page = "docs/vi/gioi-thieu.md"
    links = "[a](van-ban/23-kh-duk-2021.md#ii-1.1-8) [b](van-ban/26-kh-btgtw-2021.md) [c](hoi-dap/in-trang.md)"
    changes[page] = checkout.texts[page] + f"\n{links}\n"
    themes = "docs/_data/themes.yml"
    changes[themes] = checkout.texts[themes].replace("23-kh-duk-2021#ii-1.1-7", "23-kh-duk-2021#ii-1.1-8")
    return changes


def test_old_names_resolve_in_links_references_and_data(checkout, moved):
    assert {code for _, _, code in checkout.faults(moved)} <= {"TRANS-002"}  # the page has other words


OLD = [("van-ban/26-kh-btgtw-2021", "van-ban/26-kh-btgtw"), ("hoi-dap/in-trang", "hoi-dap/in-ra-giay")]


def test_old_addresses_lead_on(checkout, moved, tmp_path):
    library = checkout.read(moved)
    assert library.originals["23-kh-duk-2021"].by_id["ii-1.1-8"].id == "ii-1.1-7"
    staged = site.files(library, None, RULES)
    assert "{#ii-1.1-7 doc=23-kh-duk-2021 was=ii-1.1-8}" in staged["vi/van-ban/23-kh-duk-2021.md"]
    assert "{#ii-1.1-7 doc=23-kh-duk-2021 was=ii-1.1-8}" in staged["en/van-ban/23-kh-duk-2021.md"]
    for language, root in (("vi", ""), ("en", "en/")):
        for old, now in (
            ("van-ban/26-kh-btgtw-2021", "van-ban/26-kh-btgtw"),
            ("hoi-dap/in-trang", "hoi-dap/in-ra-giay"),
        ):
            assert f'"moved": "{root}{now}/"' in staged[f"{language}/{old}.md"]
            found = [text for name, text in staged.items() if name.startswith(f"{language}/assets/search/")]
            assert found
            assert not any(f"{root}{old}/" in text for text in found)
    about = staged["vi/gioi-thieu.md"]
    for target in ("van-ban/23-kh-duk-2021.md#ii-1.1-7", "van-ban/26-kh-btgtw.md", "hoi-dap/in-ra-giay.md"):
        assert f"]({target})" in about


def test_the_register_only_grows(checkout):
    library = checkout.read({REGISTER: published(d_23_kh_duk_2021="ii-1.1-8 i", d_1_kh_a_2020="i")})
    text = register(library)
    again = checkout.read({REGISTER: text})
    assert register(again) == text
    assert again.register.documents["23-kh-duk-2021"][:3] == ("ii-1.1-8", "i", "tieu-de")
    assert again.register.documents["1-kh-a-2020"] == ("i",)
    assert set(again.register.questions) == set(library.questions["vi"])
    assert reading.REGISTER == REGISTER
