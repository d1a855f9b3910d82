"""Our own prose and data (XREF in answers, LINK, TEXT, QA, TAX) and its translation (TRANS): wrong and near misses."""

from __future__ import annotations

import re
import unicodedata

import pytest

from tests.check.plan import FILE as PLAN
from tests.check.plan import LINES, PLACES, name

QUESTION = "docs/vi/hoi-dap/ai-kiem-tra-don-doc.md"
ENGLISH = "docs/en/hoi-dap/ai-kiem-tra-don-doc.md"
PAGE = "docs/vi/gioi-thieu.md"
THEMES, GROUPS, FORMS, BODIES, CHANGES = (
    f"docs/_data/{name}.yml" for name in ("themes", "groups", "forms", "bodies", "changes")
)
LINK = "(../van-ban/23-kh-duk-2021.md#iii-2-4)"
SUSPECT = (ENGLISH, "of:", "TRANS-002")
"""All that a sound change of an answer gives: its translation is to be looked at again."""


def said(words: str) -> tuple[str, str, str]:
    """The edit of an answer that puts words at its beginning."""
    return QUESTION, "Theo [", f"Theo {words} ["


ANSWERS = [
    # near misses: citations that resolve, however they are printed
    (*said("Kế hoạch số 26-KH/BTGTW"), SUSPECT),
    (*said("Kế hoạch số 26 -KH/BTGTW"), SUSPECT),
    (*said("Kế hoạch số 26–KH/BTGTW"), SUSPECT),
    (*said("Kế hoạch số: 26-KH/BTGTW ngày 5 tháng 5 năm 2021"), SUSPECT),
    (*said("KH\u00a0số\u00a026-KH/BTGTW ngày 5/5/2021 của Ban Tuyên giáo Trung ương"), SUSPECT),
    (*said("Nghị quyết Đại hội XIII của Đảng"), SUSPECT),
    (*said("kế hoạch của cơ quan, ngày 05/5/2021, có 26 việc"), SUSPECT),
    (*said("mục 2, phần III Kế hoạch số 23-KH/ĐUK"), SUSPECT),
    (*said("mục II Kế hoạch số 23-KH/ĐUK"), SUSPECT),
    (*said("gạch đầu dòng thứ tư, mục 2, phần III Kế hoạch số 23-KH/ĐUK"), SUSPECT),
    # wrong
    (*said("Kế hoạch số 27-KH/BTGTW"), "XREF-001"),
    (*said("Kế hoạch số 26-KH/BTCTW"), "XREF-001"),
    (*said("Chương trình hành động số 07-CTr/DUK"), "XREF-001"),
    (*said("Kế hoạch số 26-KH/BTGTW ngày 06/5/2021"), "XREF-002"),
    (*said("Kế hoạch số 26-KH/BTGTW ngày 05/5/2022"), "XREF-002"),
    (*said("Hướng dẫn số 26-KH/BTGTW"), "XREF-004"),
    (*said("Kế hoạch số 26-KH/BTGTW của Ban Tổ chức Trung ương"), "XREF-005"),
    (*said("mục 9, phần III Kế hoạch số 23-KH/ĐUK"), "XREF-003"),
    (*said("gạch đầu dòng thứ năm, mục 2, phần III Kế hoạch số 23-KH/ĐUK"), "XREF-003"),
    (*said("phần IV Kế hoạch số 23-KH/ĐUK"), "XREF-003"),
    # links
    (QUESTION, LINK, "(../van-ban/23-kh-duk-2021.md)", SUSPECT),
    (QUESTION, LINK, "(../van-ban/index.md)", SUSPECT),
    (QUESTION, LINK, "(../chu-de/bau-cu.md)", SUSPECT),
    (QUESTION, LINK, "(../index.md)", SUSPECT),
    (QUESTION, LINK, "(../kiem-tra/index.md)", SUSPECT),
    (QUESTION, LINK, "(../kiem-tra/XREF-003.md)", SUSPECT),
    (QUESTION, LINK, "(../kiem-tra/XREF-099.md)", "LINK-001"),
    (QUESTION, LINK, "(../gioi-thieu.md#trang-co-gi)", SUSPECT),
    (QUESTION, LINK, "(bao-cao-ve-dau.md)", SUSPECT),
    (QUESTION, LINK, "(../van-ban/23-kh-duk-2021.md#iii-2-9)", "LINK-002"),
    (QUESTION, LINK, "(../gioi-thieu.md#trang-co-j)", "LINK-002"),
    (QUESTION, LINK, "(../van-ban/24-kh-duk-2021.md)", "LINK-001"),
    (QUESTION, LINK, "(../van-ban/23-kh-duk-2021/)", "LINK-001"),
    (QUESTION, LINK, "(../chu-de/bau-cuu.md)", "LINK-001"),
    (QUESTION, LINK, "(../../en/van-ban/23-kh-duk-2021.md)", "LINK-001"),
    (QUESTION, LINK, "(../../../mkdocs.yml)", "LINK-001"),
    (QUESTION, LINK, "(/van-ban/23-kh-duk-2021/)", "LINK-001"),
    (QUESTION, LINK, "()", "LINK-001"),
    (QUESTION, LINK, "(https://example.org/)", "LINK-003"),
    (QUESTION, LINK, "(//example.org/)", "LINK-003"),
    (QUESTION, LINK, "(mailto:ai@example.org)", "LINK-003"),
    (QUESTION, LINK, "(ftp://example.org/)", "LINK-003"),
    (PAGE, "(van-ban/index.md)", "(van-ban/indx.md)", "LINK-001"),
    # brackets that are nobody's link, and links that were meant and are none
    (*said("[1][2]"), SUSPECT),
    (*said("“[…]” [...]"), SUSPECT),
    (*said("[Khối] (đảng bộ)"), SUSPECT),
    (*said("`[Khối][k]`"), SUSPECT),
    (*said("\\[Khối\\]\\[k\\]"), SUSPECT),
    (QUESTION, LINK, f"[k]\n\n[k]: {LINK[1:-1]}\n\nXem", SUSPECT),
    (*said("[Khối][k]"), "LINK-001"),
    (*said("[Khối][]"), "LINK-001"),
    (*said("(Khối)[bao-cao-ve-dau.md]"), "LINK-001"),
    (*said("[Khối] (https://example.org)"), "LINK-001"),
    (*said("Khối[^1]"), "LINK-001"),
    (QUESTION, LINK, f" {LINK}", "LINK-001"),
    (QUESTION, LINK, LINK.removesuffix(")"), "LINK-001"),
    (ENGLISH, LINK, f" {LINK}", "LINK-001"),
    # pictures: those that lie in their folder, on pages of our own
    (
        PAGE,
        "Trang này giúp",
        "![Kế hoạch](../_images/ke-hoach.png) Trang này giúp",
        (PAGE.replace("vi", "en", 1), "of:", "TRANS-002"),
    ),
    (PAGE, "Trang này giúp", "![Kế hoạch](../_images/khac.png) Trang này giúp", "LINK-001"),
    (PAGE, "Trang này giúp", "![Kế hoạch](../_source/23-kh-duk-2021.txt) Trang này giúp", "LINK-001"),
    (QUESTION, "Theo [", "![Kế hoạch](../../_images/ke-hoach.png) Theo [", "LINK-001"),
    (ENGLISH, "#iii-2-4", "#iii-2-9", "LINK-002"),
    # letters
    (*said("hoà"), "TEXT-003"),
    (*said("quý, quỹ, của, tuỳ\u2019"), "TEXT-003"),
    (*said("quý, quỹ, lúa, mùa, quả, tiền hoa hồng"), SUSPECT),
    (*said("a < b > c & d"), SUSPECT),
    (*said("`<b>`"), SUSPECT),
    (*said("“…” – – ‘’ «»"), SUSPECT),
    (*said(unicodedata.normalize("NFD", "Khối")), "TEXT-001"),
    (*said("\u00d0ảng"), "TEXT-002"),
    (*said("Đảng ủy Кhối"), "TEXT-002"),
    (*said("Khối\u200b"), "TEXT-004"),
    (*said("Khối\u00ad"), "TEXT-004"),
    (*said("\ufeffKhối"), "TEXT-004"),
    (*said("<b>Khối</b>"), "TEXT-005"),
    (*said("<!-- ẩn -->"), "TEXT-005"),
    (QUESTION, "Theo [", "<script>\nalert()\n</script>\n\nTheo [", "TEXT-005"),
    (QUESTION, LINK, "(javascript:alert%281%29)", "TEXT-005"),
    (QUESTION, LINK, "( JavaScript:alert%281%29)", "TEXT-005"),
    (QUESTION, LINK, "(data:text/html,x)", "TEXT-005"),
    # what the views write and an author may not
    (*said("*Khối*{onclick=a}"), "TEXT-005"),
    (*said("`Khối`{: .kb-card }"), "TEXT-005"),
    (*said("*Khối*{ #tra-loi }"), "TEXT-005"),
    (*said("`{#ii-1}` và {}, { }, {…}, }{"), SUSPECT),
    (QUESTION, "Theo [", "/// html | div\n\nTheo [", "TEXT-005"),
    (QUESTION, "Theo [", "::: {#i}\n\nTheo [", "TEXT-005"),
    (*said("và//hoặc ::"), SUSPECT),
    # what an answer rests on
    (QUESTION, "[23-kh-duk-2021#iii-2-4]", "[]", "QA-001"),
    (QUESTION, "provisions: [23-kh-duk-2021#iii-2-4]\n", "about: site\n", None),
    (QUESTION, "provisions: [23-kh-duk-2021#iii-2-4]\n", "about: web\n", "META-002"),
    (QUESTION, "[23-kh-duk-2021#iii-2-4]", "[23-kh-duk-2021#iii-2-9]", "LINK-002"),
    (QUESTION, "[23-kh-duk-2021#iii-2-4]", "[24-kh-duk-2021#iii-2-4]", "LINK-001"),
    (QUESTION, "[23-kh-duk-2021#iii-2-4]", "[23-kh-duk-2021]", "META-002"),
    (QUESTION, "group: to-chuc-thuc-hien", "group: to-chuc", "TAX-001"),
    (QUESTION, "related: [bao-cao-ve-dau", "related: [bao-cao-ve-daau", "TAX-001"),
    (QUESTION, "question: Ai", "quetsion: Ai", "META-006"),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), ANSWERS)
def test_answers(gives, file, old, new, expected):
    gives(file, old, new, expected)


def test_a_locator_into_a_text_that_is_not_held_is_a_verdict_of_its_own(checkout):
    change = checkout.edited(QUESTION, "Theo [", "Theo mục 2 Kế hoạch số 26-KH/BTGTW [")
    found = [f for f in checkout.findings(change) if f.code.startswith("XREF")]
    assert [(f.code, f.severity.value, f.span.line) for f in found] == [
        ("XREF-006", "notice", checkout.line(QUESTION, "Theo ["))
    ]


DATA = [
    (THEMES, "- id: bau-cu\n", "- id: bau-cu-2021\n", None),
    (THEMES, "- id: bau-cu\n", "- id: dai-hoi-xiii\n", (THEMES, "- id: bau-cu\n", "TAX-005")),
    (THEMES, "- id: bau-cu\n", "- id: Bầu cử\n", (THEMES, "- id: bau-cu\n", "TAX-006")),
    (THEMES, "- id: bau-cu\n", "- id: ../bau-cu\n", (THEMES, "- id: bau-cu\n", "TAX-006")),
    (THEMES, "- id: bau-cu\n", "- id: other\n", (THEMES, "- id: bau-cu\n", "TAX-004")),
    (THEMES, "- id: bau-cu\n  vi: Bầu cử", "- id: bau-cu\n  vn: Bầu cử", "META-006"),
    (THEMES, "  vi: Bầu cử đại biểu", "  vi: Các nước khác, bầu cử đại biểu", None),
    (THEMES, "- id: bau-cu\n", "- id: khac-phuc\n", None),
    (THEMES, "- id: bau-cu\n", "- id: bau-cu\n- id: bau-cu\n", (THEMES, "- id: bau-cu\n", "META-001")),
    (THEMES, "- id: bau-cu\n", "- id: noi-dung-khac\n", (THEMES, "- id: bau-cu\n", "TAX-004")),
    (GROUPS, "  vi: Hình thức tuyên truyền\n", "", (GROUPS, "- id: hinh-thuc\n", "META-001")),
    (GROUPS, "- id: hinh-thuc\n", "- id: hinh-thuk\n", "TAX-002"),
    # whatever names a term that is gone
    (
        GROUPS,
        "- id: hinh-thuc\n  vi: Hình thức tuyên truyền\n  en: Forms of communication\n",
        "",
        ("docs/vi/hoi-dap/an-pham-tuyen-truyen.md", "group:", "TAX-001"),
    ),
    (FORMS, "#ii-2.6", "#ii-2.7", "LINK-002"),
    (FORMS, "23-kh-duk-2021#ii-2.6", "24-kh-duk-2021#ii-2.6", "LINK-001"),
    (FORMS, '  section: "23-kh-duk-2021#ii-2.6"', "  vi: Khác nữa\n  en: More", (FORMS, "- id: thong-tin", "TAX-002")),
    (BODIES, '    - "23-kh-duk-2021#iii-2-4"', '    - "23-kh-duk-2021#iii-2-5"', "LINK-002"),
    (CHANGES, "[23-kh-duk-2021]", "[24-kh-duk-2021]", "LINK-001"),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), DATA)
def test_data(gives, file, old, new, expected):
    gives(file, old, new, expected)


def test_a_provision_of_a_phase_that_loses_its_themes(checkout):
    text = checkout.texts[THEMES]
    without = "".join(line for line in text.splitlines(keepends=True) if '#ii-1.3-2"' not in line)
    assert checkout.faults({THEMES: without}) == [(PLAN, checkout.line(PLAN, "{#ii-1.3-2}"), "TAX-003")]


def test_a_theme_that_is_gone_is_one_finding(checkout):
    kept, gone = checkout.texts[THEMES].split("- id: chu-truong", 1)
    after = gone.index("\n- id: ")
    names = ("ii-1.1-2", "ii-1.3-1")
    lone = "".join(f'    - "23-kh-duk-2021#{each}"\n' for each in names)
    emptied = kept + gone[after + 1 :]
    for line in lone.splitlines(keepends=True):
        emptied = emptied.replace(line, "")
    assert checkout.faults({THEMES: emptied}) == [(PLAN, checkout.line(PLAN, "{#ii-1.1-2}"), "TAX-003")]


def test_a_theme_that_holds_more_than_a_third(checkout):
    everything = ["tieu-de", *(name(place) for place in PLACES if not LINES[place].startswith("#"))]
    third = len(everything) // 3
    before = checkout.texts[THEMES].rstrip() + "\n"

    def faults(ids: list[str]) -> list:
        refs = "".join(f"    - 23-kh-duk-2021#{each}\n" for each in ids)
        return checkout.faults(
            {THEMES: f"{before}- id: rong\n  vi: Tuyên truyền rộng\n  en: Wide\n  provisions:\n{refs}"}
        )

    assert faults(everything[:third]) == []
    assert faults(everything[: third + 1]) == [(THEMES, before.count("\n") + 1, "TAX-004")]


def test_a_provision_that_no_question_answers(checkout):
    changes, gone = {}, "23-kh-duk-2021#ii-2.6-2"
    for file, text in checkout.texts.items():
        if file.startswith("docs/vi/hoi-dap/"):
            # The one before it instead, where the field is to name something.
            left = text.replace(f"{gone[:-1]}1, {gone}", f"{gone[:-1]}1")
            changes[file] = re.sub(rf"{re.escape(gone)}(?=[,\]\n])", gone[:-1] + "1", left)
    assert checkout.faults(changes) == [(PLAN, checkout.line(PLAN, "{#ii-2.6-2}"), "QA-003")]
