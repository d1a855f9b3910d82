"""One fault that many places show is one finding."""

from __future__ import annotations

import pytest

from kb.model.finding import Finding, Severity, Span

QUESTION = "docs/vi/hoi-dap/can-cu-ban-hanh.md"
ENGLISH = "docs/en/hoi-dap/can-cu-ban-hanh.md"
KEPT = " <!-- kb: bỏ qua XREF-001: chưa nhận được -->"
CITED = "07-ctr-duk-2021"

# What is added to an answer, and how many places each finding of an unknown number has.
NUMBERS = [
    # near misses: known, once, two numbers, one that an editor keeps
    ("Kế hoạch số 26-KH/BTGTW.", []),
    ("Kế hoạch số 98-KH/BTGTW.", [1]),
    ("Kế hoạch số 98-KH/BTGTW và Kế hoạch số 97-KH/BTGTW.", [1, 1]),
    (f"Kế hoạch số 98-KH/BTGTW.\n\nKế hoạch số 98-KH/BTGTW.{KEPT}", [1, 1]),
    ("Kế hoạch số 98-KH/BTGTW, rồi Kế hoạch số 98-KH/BTGTW.", [2]),
    ("Kế hoạch số 98-KH/BTGTW.\n\nHướng dẫn số 97-HD/BTGTW.\n\nKế hoạch số 98 - KH/BTGTW.", [2, 1]),
]


@pytest.mark.parametrize(("words", "places"), NUMBERS)
def test_one_number_that_is_not_registered(checkout, words, places):
    found = checkout.findings({QUESTION: f"{checkout.texts[QUESTION]}\n{words}\n"})
    assert [1 + len(each.also) for each in found if each.code == "XREF-001"] == places


def cited(checkout, number: str) -> set[tuple[str, int]]:
    """The lines on which a number stands, of texts that say it."""
    return {
        (file, line)
        for file, text in checkout.texts.items()
        for line, words in enumerate(text.split("\n"), 1)
        if number in words and file.endswith(".md") and f"/{CITED}.md" not in file
    }


def test_a_document_that_is_gone_in_both_languages(checkout):
    """One place names it by its ID, and nothing but its number is missed at the others."""
    gone = {f"docs/{language}/van-ban/{CITED}.md": None for language in ("vi", "en")}
    (found,) = checkout.findings(gone)
    assert (found.code, found.span.file.startswith("docs/vi/")) == ("LINK-001", True)
    linking = [file for file in checkout.texts if CITED in checkout.texts[file] and f"/{CITED}.md" not in file]
    unlinked = {
        file: checkout.texts[file].replace(f"van-ban/{CITED}.md", "van-ban/23-kh-duk-2021.md") for file in linking
    }
    (found,) = (each for each in checkout.findings(gone | unlinked) if each.code.startswith("XREF"))
    assert (found.code, found.span.file.startswith("docs/vi/")) == ("XREF-001", True)
    assert {(each.span.file, each.span.line) for each in found.everywhere()} == cited(checkout, "07-CTr/ĐUK")


def test_a_document_that_becomes_a_draft(checkout):
    file = f"docs/vi/van-ban/{CITED}.md"
    found = checkout.findings({file: checkout.texts[file].replace("---\n", "---\nstatus: draft\n", 1)})
    (found,) = (each for each in found if each.blocks)
    assert found.code == "XREF-008"
    assert {(each.span.file, each.span.line) for each in found.everywhere()} == cited(checkout, "07-CTr/ĐUK")


def test_places_are_told_as_far_as_anybody_reads():
    spans = [Span(QUESTION, line) for line in range(1, 9)]
    lone = Finding("XREF-001", spans[0], "Không có.", "Sửa.", Severity.ERROR, details=("Vì sao.",))
    assert lone.told == ("Vì sao.",)
    several = Finding("XREF-001", spans[0], "Không có.", "Sửa.", also=tuple(spans[1:]))
    assert several.told == (f"Các chỗ khác: {', '.join(f'{QUESTION}:{n}' for n in range(2, 7))} và 2 chỗ nữa.",)
    assert [each.span for each in several.everywhere()] == spans
    assert [each.also for each in several.everywhere()][1:] == [(spans[0],)] * 7
    assert [each.span for each in several.within(ENGLISH)] == []
