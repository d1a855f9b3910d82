"""What an editor keeps: in place, one rule, with a reason; never what the site must not do; and never unseen."""

from __future__ import annotations

import dataclasses

import pytest

from kb import reading
from kb.check.catalogue import FIRM, RULES, SUPPRESSIBLE
from kb.check.catalogue import SUPPRESSIBLE as KEPT
from kb.model.finding import Severity
from kb.views import site
from tests.check.chain import held, registered

QUESTION = "docs/vi/hoi-dap/ai-kiem-tra-don-doc.md"
ENGLISH = QUESTION.replace("/vi/", "/en/")
PAGE = "docs/vi/gioi-thieu.md"
PLAN = "docs/vi/van-ban/23-kh-duk-2021.md"
THEMES = "docs/_data/themes.yml"
END = "(../van-ban/23-kh-duk-2021.md#iii-2-4)"


def kept(code: str, reason: str = "văn bản chưa nhận được") -> str:
    return f"<!-- kb: bỏ qua {code}: {reason} -->" if reason else f"<!-- kb: bỏ qua {code} -->"


def found(checkout, file: str, old: str, new: str) -> list[tuple[str, bool]]:
    """Codes, and whether they are kept; but for what an edit of an answer does to its translation."""
    findings = checkout.findings(checkout.edited(file, old, new))
    return [(f.code, f.suppressed is not None) for f in findings if f.code != "TRANS-002"]


def line(checkout, file: str, words: str) -> str:
    """The whole line on which words stand."""
    return next(line for line in checkout.texts[file].split("\n") if words in line)


UNKNOWN = "Theo Kế hoạch số 98-KH/BTGTW "
ANSWERS = [
    # in place
    (UNKNOWN, kept("XREF-001"), [("XREF-001", True)]),
    ("Theo Kế hoạch số 26-KH/BTGTW ngày 06/5/2021 ", kept("XREF-002"), [("XREF-002", True)]),
    (
        UNKNOWN + "và Hướng dẫn số 26-KH/BTGTW ",
        f"{kept('XREF-001')} {kept('XREF-004')}",
        [("XREF-001", True), ("XREF-004", True)],
    ),
    (UNKNOWN + "và Kế hoạch số 97-KH/BTGTW ", kept("XREF-001"), [("XREF-001", True), ("XREF-001", True)]),
    ("Theo mục 2 Kế hoạch số 26-KH/BTGTW ", kept("XREF-006"), [("XREF-006", True)]),
    # per rule: another one is not kept
    (UNKNOWN + "và Hướng dẫn số 26-KH/BTGTW ", kept("XREF-001"), [("XREF-001", True), ("XREF-004", False)]),
    (UNKNOWN, kept("XREF-002"), [("XREF-001", False), ("SUP-003", False)]),
    # without a reason, unknown, never
    (UNKNOWN, kept("XREF-001", ""), [("XREF-001", False), ("SUP-001", False)]),
    (UNKNOWN, kept("XREF-001", "…"), [("XREF-001", False), ("SUP-001", False)]),
    (UNKNOWN, kept("XREF-999"), [("XREF-001", False), ("SUP-002", False)]),
    ("Theo <b>ai</b> ", kept("TEXT-005"), [("TEXT-005", False), ("SUP-002", False)]),
    ("Theo [ai](https://example.org/) ", kept("LINK-003"), [("LINK-003", False), ("SUP-002", False)]),
    # nothing to keep, or twice
    ("Theo ", kept("XREF-001"), [("SUP-003", False)]),
    (UNKNOWN, f"{kept('XREF-001')} {kept('XREF-001', 'lần nữa')}", [("XREF-001", True), ("SUP-003", False)]),
]  # fmt: skip


@pytest.mark.parametrize(("before", "comment", "expected"), ANSWERS)
def test_answers(checkout, before, comment, expected):
    whole = line(checkout, QUESTION, "Theo [")
    changed = whole.replace("Theo ", before, 1) + f" {comment}"
    told = found(checkout, QUESTION, whole, changed)
    assert sorted(told) == sorted(expected)


ELSEWHERE = [
    (lambda whole: f"{kept('XREF-001')}\n{whole}", "SUP-001"),  # on the line before
    (lambda whole: f"{kept('XREF-001')} {whole}", "SUP-001"),
    (lambda whole: whole.replace(" [", f" {kept('XREF-001')} [", 1), "SUP-001"),
]


@pytest.mark.parametrize(("change", "code"), ELSEWHERE)
def test_only_at_the_end_of_the_very_line(checkout, change, code):
    whole = line(checkout, QUESTION, "Theo [")
    told = found(checkout, QUESTION, whole, change(whole.replace("Theo ", UNKNOWN, 1)))
    assert told.count((code, False)) == 1
    assert ("XREF-001", False) in told


# A document of a kind that is in no vocabulary, and one whose file has another year: nothing else is wrong with them.
NEW = {
    file.replace("71-kh", "71-qx"): text.replace("71-KH", "71-QX").replace("kind: KH", "kind: QX")
    for file, text in registered(71, 2018).items()
    if "171-kh" not in file
} | held(171, 2015, "Theo Quy ước số 71-QX/BTGTW ngày 02/3/2018 của Ban Tuyên giáo Trung ương về trồng cây theo mùa.")
OLD = {file.replace("71-kh-btgtw-2018", "71-kh-btgtw-2017"): text for file, text in registered(71, 2018).items()}
FIELDS = [
    (NEW, "kind: QX\n", "kind: QX\n", [("META-005", False)]),
    (NEW, "kind: QX\n", "kind: QX  # kb: bỏ qua META-005: loại mới\n", [("META-005", True)]),
    (NEW, "kind: QX\n", "kind: QX  # kb: bỏ qua META-005\n", [("META-005", False), ("SUP-001", False)]),
    (NEW, "kind: QX\n", "# kb: bỏ qua META-005: loại mới\nkind: QX\n", [("META-005", False), ("SUP-001", False)]),
    (
        NEW,
        "place: null\n",
        "place: [] # kb: bỏ qua META-002: thử\n",
        [("META-002", False), ("META-005", False), ("SUP-002", False)],
    ),
    (OLD, "date: 2018-03-02\n", "date: 2018-03-02 # kb: bỏ qua META-011: giữ địa chỉ cũ\n", [("META-011", True)]),
    (
        OLD,
        "place: null\n",
        "place: null # kb: bỏ qua META-005: không có gì\n",
        [("META-011", False), ("SUP-003", False)],
    ),
]


@pytest.mark.parametrize(("files", "old", "new", "expected"), FIELDS)
def test_front_matter(checkout, files, old, new, expected):
    [file] = [file for file in files if file.startswith("docs/vi/van-ban/71-")]
    findings = checkout.findings(files | {file: files[file].replace(old, new)})
    assert sorted((f.code, f.suppressed is not None) for f in findings) == expected


def test_data(checkout):
    new = "- id: noi-dung-khac # kb: bỏ qua TAX-004: tên do văn bản đặt\n"
    assert found(checkout, THEMES, "- id: bau-cu\n", new.replace("noi-dung-khac", "bau-cu")) == [("SUP-003", False)]
    [finding] = [f for f in checkout.findings(checkout.edited(THEMES, "- id: bau-cu\n", new)) if f.code == "TAX-004"]
    assert finding.suppressed == "tên do văn bản đặt"


WORDS = [
    (f" {kept('FID-001')}", "end of the line"),
    (f"\n\n{kept('FID-003')}", "a line of its own"),
]


@pytest.mark.parametrize(("comment", "where"), WORDS, ids=[where for _, where in WORDS])
@pytest.mark.parametrize("file", [PLAN, PLAN.replace("/vi/", "/en/")])
def test_the_words_of_a_document_take_no_comment(checkout, file, comment, where):
    whole = line(checkout, file, "{#ii-1.1-3")
    assert found(checkout, file, whole, whole + comment) == [("SUP-001", False)]


def test_not_for_whole_files(checkout):
    for first in (f"--- {kept('TRANS-004')}\n", "--- # kb: bỏ qua TRANS-004: chưa dịch\n"):
        told = found(checkout, PAGE, "---\ntitle", f"{first}title")
        assert [code for code, held in told if held] == []


def test_where_something_cannot_be_read_no_comment_is_called_unused(checkout):
    whole = line(checkout, QUESTION, "Theo [")
    change = checkout.edited(QUESTION, whole, f"{whole} {kept('XREF-001')}")
    assert [f.code for f in checkout.findings(change) if f.code.startswith("SUP")] == ["SUP-003"]
    change["docs/_data/changes.yml"] = "x: ["
    assert [f.code for f in checkout.findings(change) if f.code.startswith("SUP")] == []


def test_a_comment_changes_nothing_for_readers_and_translators(checkout):
    whole = line(checkout, QUESTION, "Theo [")
    change = checkout.edited(QUESTION, whole, f"{whole} {kept('XREF-001')}")
    change |= checkout.edited(PAGE, "title: ", "title:  # kb: bỏ qua META-005: thử\n  ")
    assert {f.code for f in checkout.findings(change)} == {"SUP-003"}
    before, after = (_read(checkout, files) for files in ({}, change))
    assert site.files(after, None, {}) == site.files(before, None, {})


def _read(checkout, files):
    return reading.read(checkout.root, overlay=files)


def test_what_is_kept_is_no_fault_that_others_pass_over(checkout):
    """A kept finding in an answer must not keep its translation from being looked at."""
    whole = line(checkout, QUESTION, "Theo [")
    change = checkout.edited(QUESTION, whole, f"{whole.replace('Theo ', UNKNOWN, 1)} {kept('XREF-001')}")
    assert [(f.span.file, f.code) for f in checkout.findings(change) if not f.suppressed] == [(ENGLISH, "TRANS-002")]


def test_a_kept_finding_blocks_nothing(checkout):
    finding = next(f for f in checkout.findings(checkout.edited(QUESTION, "Theo [", f"{UNKNOWN}[")))
    assert (finding.severity, finding.blocks) == (Severity.ERROR, True)
    assert not dataclasses.replace(finding, suppressed="lý do").blocks


NEVER = {code for code in RULES if code.startswith(("SEC-", "FID-", "SRC-", "SUP-", "LINK-", "STRUCT-"))}


def test_what_may_never_be_kept():
    assert not (NEVER | FIRM | {"TEXT-005"}) & KEPT
    assert RULES.keys() >= SUPPRESSIBLE
    assert {code for code, rule in RULES.items() if rule.suppressible} == SUPPRESSIBLE
    assert {code for code, rule in RULES.items() if not rule.softens} == FIRM
