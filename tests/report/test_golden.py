"""Each form as a whole, to be read by eye; a changed golden file is a changed interface."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.model.finding import Finding, Span
from kb.report import FORMS, render, summary
from tests.report.sample import BASE, FINDINGS, RULES, SOURCES

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("form", FORMS)
def test_form(form):
    assert render(form, FINDINGS, SOURCES, RULES, base=BASE) + "\n" == (GOLDEN / f"{form}.txt").read_text("utf-8")


@pytest.mark.parametrize("form", FORMS)
def test_the_order_of_the_findings_does_not_matter(form):
    assert render(form, FINDINGS[::-1], SOURCES, RULES) == render(form, FINDINGS, SOURCES, RULES)


@pytest.mark.parametrize("form", FORMS)
def test_without_an_address_there_are_no_links(form):
    told = render(form, FINDINGS, SOURCES, RULES)
    assert "kiem-tra" not in told
    assert "Xem:" not in told


@pytest.mark.parametrize(
    ("form", "nothing"),
    [
        ("text", ""),
        ("github", ""),
        ("gitlab", "[]"),
        ("json", '{\n  "version": 1,\n  "findings": [],\n  "summary": {\n    "error": 0,\n    "warning": 0,\n'
         '    "notice": 0,\n    "suppressed": 0\n  }\n}'),
    ],
)  # fmt: skip
def test_nothing_found(form, nothing):
    assert render(form, (), {}, {}) == nothing


def test_a_rule_page_lies_below_the_address_with_or_without_its_last_slash():
    told = {render("text", FINDINGS, {}, RULES, base=base) for base in (BASE, BASE.rstrip("/"))}
    assert len(told) == 1
    assert told.pop().endswith(f"\n      Xem: {BASE}kiem-tra/FID-001/")


def test_a_name_that_is_no_utf_8_can_be_written_in_every_form():
    broken = Finding("LINK-001", Span("docs/a\udcff.md"), "Tệp \udcff.", "Đổi tên.", details=("\udcff",))
    for form in FORMS:
        render(form, [broken], {}, {}).encode()


def test_the_summary_counts_what_stands_and_what_is_kept():
    assert summary(FINDINGS) == "1 lỗi, 1 cảnh báo, 1 lưu ý (1 đã bỏ qua, có lý do)"
    assert summary([]) == "Không có lỗi."
