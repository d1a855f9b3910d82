"""Documents that are drafts or held back: what is found in them weighs less, and nothing published may name them."""

from __future__ import annotations

import pytest

from kb.check.catalogue import FIRM, RULES
from kb.model.finding import Severity
from tests.check.chain import held

FOLDER = "docs/vi/van-ban/"
NEW = f"{FOLDER}88-kh-btgtw-2021.md"
NAMED = f"{FOLDER}thong-bao-thu.md"
QUESTION = "docs/vi/hoi-dap/ai-kiem-tra-don-doc.md"
ENGLISH = QUESTION.replace("/vi/", "/en/")
THEMES, FORMS, TERMS, CHANGES = (f"docs/_data/{name}.yml" for name in ("themes", "forms", "terms", "changes"))
PROGRAMME = f"{FOLDER}07-ctr-duk-2021.md"
HEAD = """---
status: {status}
number: 88-KH/BTGTW
kind: KH
issuer: BTGTW
issuer_name: Ban Tuyên giáo Trung ương
place: Hà Nội
date: 2021-03-02
subject: thử việc viết nháp
basis: []
language: vi
text: held
source: 88-kh-btgtw-2021.txt
sha256: {sha256}
---

"""
RECORD = "docs/_source/88-kh-btgtw-2021.txt"
SHA256 = "d8e3e7cf7f4b2e0f5a9a2b7d5ad6a1f3d3c8a2f2a1b0c9d8e7f6a5b4c3d2e1f0"


def document(status: str, body: str = "", head: tuple[str, str] = ("", "")) -> dict[str, str]:
    return {NEW: HEAD.format(status=status, sha256=SHA256).replace(*head) + body}


# What is wrong with a document that has no text of record yet.
SOFTENED = [
    ("Đoạn không mã.\n", ("", ""), "STRUCT-001"),
    ("Một. {#mo-dau-p1}\n\nHai. {#mo-dau-p1}\n", ("", ""), "STRUCT-004"),
    ("#### 1.1. Tiểu mục {#i-1.1}\n", ("", ""), "STRUCT-005"),
    ("Theo Kế hoạch số 98-KH/BTGTW. {#mo-dau-p1}\n", ("", ""), "XREF-001"),
    ("Theo Kế hoạch số 26-KH/BTGTW ngày 06/5/2021. {#mo-dau-p1}\n", ("", ""), "XREF-002"),
    ("Theo mục 9, phần III Kế hoạch số 23-KH/ĐUK. {#mo-dau-p1}\n", ("", ""), "XREF-003"),
    ("", ("place: Hà Nội\n", "place:\n"), "META-001"),
    ("", ("date: 2021-03-02\n", "date: null\n"), "META-001"),
    ("", ("kind: KH\n", "kind: XX\n"), "META-005"),
    ("", ("number: 88-", "number: 89-"), "META-011"),
    ("", ("basis: []\n", "basis: [không-có]\n"), "XREF-001"),
]


@pytest.mark.parametrize(("body", "head", "code"), SOFTENED)
def test_what_is_wrong_in_a_draft_is_a_warning_and_once_published_an_error(checkout, body, head, code):
    for status, severity in (
        ("draft", Severity.WARNING), ("withheld", Severity.ERROR), ("published", Severity.ERROR),
    ):  # fmt: skip
        found = checkout.findings(document(status, body, head))
        assert {f.severity for f in found if f.code == code} == {severity}


FIRM_FAULTS = [
    ({NEW: HEAD.format(status="draft", sha256="x") + "MẬT\n"}, "SEC-001"),
    ({NEW: HEAD.format(status="draft", sha256="x") + "Đoạn. {#mo-dau-p1}\n", RECORD: "Đoạn.\n"}, "SRC-001"),
    ({NEW: HEAD.format(status="draft", sha256="x").replace("kind: KH", "kind: [KH")}, "META-007"),
    ({NEW: HEAD.format(status="draft", sha256="x").replace("kind: KH", "kind: KH\nkind: HD")}, "META-008"),
    ({NEW: HEAD.format(status="draft", sha256="x").encode("utf-16")}, "TEXT-006"),
]


@pytest.mark.parametrize(("files", "code"), FIRM_FAULTS)
def test_what_no_draft_may_have_stays_an_error(checkout, files, code):
    assert [f.severity for f in checkout.findings(files) if f.code == code] == [Severity.ERROR]
    assert code in FIRM


def test_a_word_that_is_no_status_leaves_the_document_published(checkout):
    found = {f.code: f.severity for f in checkout.findings(document("drafft", "Đoạn không mã.\n"))}
    assert found["META-002"] is found["STRUCT-001"] is Severity.ERROR


def test_the_translation_of_a_draft_is_weighed_as_the_draft(checkout):
    english = {NEW.replace("/vi/", "/en/"): "---\ntitle: Plan\nsubject: x\nof_subject: x\n---\n"}
    found = checkout.findings(document("draft") | english)
    assert {(f.span.file, f.severity) for f in found if f.code == "TRANS-002"} == {
        (NEW.replace("/vi/", "/en/"), Severity.WARNING)
    }


def hidden(checkout, status: str = "draft") -> dict[str, str]:
    """A document that is not held in full, in order but for its status."""
    text = checkout.texts[f"{FOLDER}26-kh-btgtw-2021.md"]
    text = (
        text.replace("26-KH/", "88-KH/")
        .replace("2021-05-05", "2021-03-02")
        .replace("text:", f"status: {status}\ntext:")
    )
    text = text.replace("stated_by: 23-kh-duk-2021#mo-dau-p1\n", "")
    english = checkout.texts["docs/en/van-ban/26-kh-btgtw-2021.md"]
    return {NEW: text, NEW.replace("/vi/", "/en/"): english}


NAMING = [
    # near misses: a number that only looks like it
    (QUESTION, "Theo [", "Theo Kế hoạch số 26-KH/BTGTW [", []),
    (QUESTION, "Theo [", "Theo Kế hoạch số 88-KH/BTGTW [", ["XREF-008"]),
    (QUESTION, "Theo [", "Theo [Kế hoạch](../van-ban/88-kh-btgtw-2021.md) [", ["XREF-008"]),
    (QUESTION, "Theo [", "Theo [Kế hoạch](../van-ban/88-kh-btgtw-2021.md#mo-dau-p1) [", ["XREF-008"]),
    (ENGLISH, "#iii-2-4)", "#iii-2-4) and [it](../van-ban/88-kh-btgtw-2021.md)", ["XREF-008"]),
    (QUESTION, "[23-kh-duk-2021#iii-2-4]", "[23-kh-duk-2021#iii-2-4, 88-kh-btgtw-2021#mo-dau-p1]", ["XREF-008"]),
    (PROGRAMME, "basis: []", "basis: [88-kh-btgtw-2021]", ["XREF-008"]),
    (PROGRAMME, "stated_by: 23-kh-duk-2021#ii-1.1-3", "stated_by: 88-kh-btgtw-2021#mo-dau-p1", ["XREF-008"]),
    (FORMS, "23-kh-duk-2021#ii-2.6", "88-kh-btgtw-2021#ii-2.6", ["XREF-008"]),
    (CHANGES, "[23-kh-duk-2021]", "[88-kh-btgtw-2021]", ["XREF-008"]),
]


@pytest.mark.parametrize("status", ["draft", "withheld"])
def test_a_hidden_document_in_order_is_no_fault(checkout, status):
    assert checkout.faults(hidden(checkout, status)) == []


@pytest.mark.parametrize(("file", "old", "new", "codes"), NAMING)
def test_nothing_published_names_what_is_not(checkout, file, old, new, codes):
    files = hidden(checkout)
    change = checkout.edited(file, old, new)
    found = checkout.findings(files | change)
    assert [(f.code, f.severity) for f in found if not f.code.startswith(("TRANS", "QA"))] == [
        (code, Severity.ERROR) for code in codes
    ]
    assert {f.span.file for f in found if f.code == "XREF-008"} <= {file}


def test_what_is_held_back_is_named_by_nothing_either(checkout):
    change = checkout.edited(QUESTION, "Theo [", "Theo Kế hoạch số 88-KH/BTGTW [")
    for status, told in (("withheld", "đang được giữ lại"), ("draft", "còn là bản thảo")):
        [finding] = [f for f in checkout.findings(hidden(checkout, status) | change) if f.code == "XREF-008"]
        assert told in finding.message


QUOTED = "Các đơn vị trồng cây theo mùa và chăm cây qua năm."


@pytest.mark.parametrize(
    ("status", "codes"), [("draft", {"QUOTE-001"}), ("withheld", {"QUOTE-001"}), ("published", set())]
)
def test_the_words_of_a_hidden_document_may_not_be_quoted(checkout, status, codes):
    files = held(71, 2018, QUOTED, f"status: {status}\n")
    change = checkout.edited(QUESTION, "Theo [", f"“{QUOTED}” Theo [")
    found = {f.code for f in checkout.findings(files | change)} - {"TRANS-002"}
    assert {code for code in found if code == "QUOTE-001"} == codes


def test_a_name_of_a_hidden_document_is_not_used_either(checkout):
    text = checkout.texts[f"{FOLDER}van-kien-dai-hoi-xiii-dang.md"]
    text = text.replace("Văn kiện Đại hội XIII của Đảng", "Thông cáo thử của hội nghị").replace(
        "text:", "status: draft\ntext:"
    )
    files = {NAMED: text, NAMED.replace("/vi/", "/en/"): "---\ntitle: Notice\n---\n"}
    assert checkout.faults(files) == []
    found = checkout.findings(files | checkout.edited(QUESTION, "Theo [", "Theo Thông cáo thử của hội nghị ["))
    assert "XREF-008" in {f.code for f in found}


def test_drafts_may_cite_one_another_and_what_is_published(checkout):
    one = hidden(checkout)
    other = document("draft", "Theo Kế hoạch số 88-KH/BTGTW và Kế hoạch số 26-KH/BTGTW. {#mo-dau-p1}\n")
    other = {NEW.replace("88", "89"): other[NEW].replace("88-KH", "89-KH").replace("88-kh", "89-kh")}
    codes = {f.code for f in checkout.findings(one | other)}
    assert codes == {"SRC-002", "TRANS-004"}


def test_a_draft_of_the_same_number_leaves_a_citation_as_clear_as_it_was(checkout):
    files = hidden(checkout)
    twin = {
        file.replace("88-kh-btgtw-2021", "26-kh-btgtw-2019"): text.replace("88-KH", "26-KH").replace(
            "2021-03", "2019-03"
        )
        for file, text in files.items()
    }
    assert checkout.faults(twin) == []


@pytest.mark.parametrize("code", sorted(FIRM))
def test_every_firm_rule_is_a_rule(code):
    assert code in RULES
