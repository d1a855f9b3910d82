"""What answers and translations hang on elsewhere: a slip there is found once, where it is to be mended."""

from __future__ import annotations

import pytest

from tests.check.test_honest import RETRANSLATED

ANSWERS = [
    # slips: a neighbour, none that is led to
    ("docs/vi/hoi-dap/ai-kiem-tra-don-doc.md", "[23-kh-duk-2021#iii-2-4]", "[23-kh-duk-2021#iii-2-3]", ["QA-006"]),
    ("docs/vi/hoi-dap/ai-kiem-tra-don-doc.md", "[23-kh-duk-2021#iii-2-4]", "[23-kh-duk-2021#i-1-2]", ["QA-006"]),
    # what it rests on besides, the section of what it leads to
    (
        "docs/vi/hoi-dap/ai-kiem-tra-don-doc.md",
        "[23-kh-duk-2021#iii-2-4]",
        "[23-kh-duk-2021#iii-2-4, 23-kh-duk-2021#iii-2-3]",
        [],
    ),
    ("docs/vi/hoi-dap/ai-kiem-tra-don-doc.md", "[23-kh-duk-2021#iii-2-4]", "[23-kh-duk-2021#iii-2]", []),
    # one fault is one finding
    (
        "docs/vi/hoi-dap/ai-kiem-tra-don-doc.md",
        "23-kh-duk-2021.md#iii-2-4",
        "23-kh-duk-2021.md#iii-2-3",
        ["LINK-004"],
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), ANSWERS)
def test_what_an_answer_rests_on(checkout, file, old, new, expected):
    faults = checkout.faults(checkout.edited(file, old, new))
    assert [fault for fault in faults if fault[2] != RETRANSLATED] == [
        (file, checkout.line(file, old), code) for code in expected
    ]


def test_another_organ_in_a_translated_text_is_found_where_it_stands(checkout):
    file = "docs/en/van-ban/23-kh-duk-2021.md"
    old = "2021 of the Executive Committee of the Bloc Party Organisation"
    change = checkout.edited(file, old, "2021 of the Standing Committee of the Bloc Party Committee")
    assert checkout.faults(change) == [(file, checkout.line(file, old), "XREF-005")]


def test_what_a_quotation_cites_is_not_for_it_to_choose(checkout):
    file, answer = "docs/vi/van-ban/26-kh-btgtw-2021.md", "docs/vi/hoi-dap/can-cu-ban-hanh.md"
    old = "stated_by: 23-kh-duk-2021#mo-dau-p1"
    replaced = f"{old}\nreplaced_by:\n  document: 23-kh-duk-2021\n  stated_by: 23-kh-duk-2021#mo-dau-p1"
    change = checkout.edited(file, old, replaced)
    said = "Theo [đoạn mở đầu]"
    text = checkout.texts[answer].replace(said, f"Kế hoạch số 26-KH/BTGTW nay đã được thay thế.\n{said}")
    found = [each for each in checkout.findings({**change, answer: text}) if each.span.file == answer]
    line = checkout.line(answer, said)
    assert [(each.code, each.severity.value, each.span.line) for each in found] == [
        ("REL-004", "warning", line),
        ("REL-004", "notice", line + 1),
    ]


def test_after_a_corrigendum_words_are_copied_from_where_they_are_shown(checkout):
    plan, answer = "docs/vi/van-ban/23-kh-duk-2021.md", "docs/vi/hoi-dap/muc-dich-cua-ke-hoach.md"
    corrigendum = (
        "- document: 23-kh-duk-2021\n  date: 2026-12-01\n  provision: i-1-2\n  received: Nhân Dân\n  shown: Nhân dân\n"
        "  vi: Theo đính chính của cơ quan ban hành.\n  en: By the corrigendum of the issuer.\n"
    )
    change = checkout.edited(plan, "Nhân Dân đối với", "Nhân dân đối với")
    found = checkout.findings({**change, "docs/_data/corrigenda.yml": corrigendum})
    (quoted,) = [each for each in found if each.span.file == answer]
    assert quoted.code == "QUOTE-001"
    assert f"{plan}:{checkout.line(plan, '{#i-1-2}')}," in quoted.remedy
