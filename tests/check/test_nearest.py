"""Where something is named that is not there, the message names what was probably meant; it is looked up once."""

from __future__ import annotations

import time

import pytest

FOLDER = "docs/vi/van-ban/"
QUESTION = "docs/vi/hoi-dap/ai-kiem-tra-don-doc.md"
PLAN, CITED, PROGRAMME = (f"{FOLDER}{name}.md" for name in ("23-kh-duk-2021", "26-kh-btgtw-2021", "07-ctr-duk-2021"))
FORMS, CHANGES = "docs/_data/forms.yml", "docs/_data/changes.yml"
LINK = "(../van-ban/23-kh-duk-2021.md#iii-2-4)"
NUMBERED = "26-KH/BTGTW (cùng"

HINTS = [
    (QUESTION, "Theo [", "Theo Kế hoạch số 26-KH/BTCTW [", "XREF-001", NUMBERED),
    (QUESTION, "Theo [", "Theo Kế hoạch số 62-KH/BTGTW [", "XREF-001", NUMBERED),
    (QUESTION, "Theo [", "Theo Chương trình hành động số 7-CTr/ĐUK [", "XREF-001", "07-CTr/ĐUK (chỉ khác số 0"),
    (QUESTION, "Theo [", "Theo Kế hoạch số 26/KH-BTGTW [", "XREF-001", "26-KH/BTGTW (cùng số và ký hiệu, khác cách"),
    (QUESTION, "Theo [", "Theo Kế hoạch số 26/2021/KH-BTGTW [", "XREF-001", "26-KH/BTGTW (cùng số và ký hiệu, khác"),
    (QUESTION, LINK, LINK.replace("../", ""), "LINK-001", "Gần nhất là ../van-ban/23-kh-duk-2021.md (đường"),
    (QUESTION, LINK, LINK.replace("..", ""), "LINK-001", "Gần nhất là ../van-ban/23-kh-duk-2021.md (đường"),
    (QUESTION, LINK, LINK.replace("..", "docs/vi"), "LINK-001", "Gần nhất là ../van-ban/23-kh-duk-2021.md (đường"),
    (QUESTION, LINK, LINK.replace("/", chr(92)), "LINK-001", "Gần nhất là ../van-ban/23-kh-duk-2021.md (đường"),
    (QUESTION, "Theo [", "Theo Quyết định số 812-QĐ/TU [", "XREF-001", None),
    (
        QUESTION, "Theo [", "Theo mục 9, phần III Kế hoạch số 23-KH/ĐUK [", "XREF-003",
        "Gần nhất là «mục 2, phần III» (iii-2 là số cuối ở đó)",
    ),
    (QUESTION, "Theo [", "Theo mục 9 Kế hoạch số 23-KH/ĐUK [", "XREF-003", None),
    (QUESTION, LINK, LINK.replace("iii-2-4", "iii-2-9"), "LINK-002", "Gần nhất là iii-2-4"),
    (QUESTION, LINK, LINK.replace("23-kh", "24-kh"), "LINK-001", "Gần nhất là ../van-ban/23-kh-duk-2021.md (khác"),
    (QUESTION, LINK, "(bao-cao-ve-day.md)", "LINK-001", "Gần nhất là bao-cao-ve-dau.md (khác"),
    (QUESTION, LINK, "(../gioi-thieu.md#trang-co-g)", "LINK-002", "Gần nhất là trang-co-gi (thiếu"),
    (QUESTION, "#iii-2-4]", "#iii-2-9]", "LINK-002", "Gần nhất là iii-2-4"),
    (QUESTION, "[23-kh-duk-2021#", "[23-kh-duk#", "LINK-001", "Gần nhất là 23-kh-duk-2021 (thiếu phần «2021»)"),
    (QUESTION, "group: to-chuc-thuc-hien", "group: to-chuc-thuc-hienn", "TAX-001", "Gần nhất là to-chuc-thuc-hien (th"),
    (QUESTION, "group: to-chuc-thuc-hien", "group: xyz", "TAX-001", None),
    (QUESTION, "[bao-cao-ve-dau", "[bao-cao-vee-dau", "TAX-001", "Gần nhất là bao-cao-ve-dau (thừa"),
    (QUESTION, "group: to-chuc", "gruop: to-chuc", "META-006", "Gần nhất là group (đảo"),
    (FORMS, "#ii-2.6", "#ii-2.8", "LINK-002", "Gần nhất là ii-2.6"),
    (CHANGES, "[23-kh-duk-2021]", "[23-kh-dukk-2021]", "LINK-001", "Gần nhất là 23-kh-duk-2021"),
    (PLAN, "  - 26-kh-btgtw-2021\n", "  - 26-kh-btctw-2021\n", "XREF-001", "Gần nhất là 26-kh-btgtw-2021"),
    (CITED, "#mo-dau-p1\n", "#mo-dau-p2\n", "XREF-003", "Gần nhất là mo-dau-p1"),
    (PLAN, "kind: KH\n", "kind: Kế hoạch\n", "META-005", "Gần nhất là KH (ký hiệu của «kế hoạch»)"),
    (PROGRAMME, "issuer: ĐUK\n", "issuer: DUK\n", "META-005", "Gần nhất là ĐUK (khác"),
    (PLAN, "kind: KH\n", "kind: XYZ\n", "META-005", None),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "code", "expected"), HINTS)
def test_hint(checkout, file, old, new, code, expected):
    [remedy] = {f.remedy for f in checkout.findings(checkout.edited(file, old, new)) if f.code == code}
    if expected is None:
        assert "Gần nhất" not in remedy
    else:
        assert expected in remedy


ISSUERS = [
    # near misses: issuers that the vocabulary has, by themselves or with an office of theirs
    ("Kế hoạch số 98-KH/BTGTW", None),
    ("Công văn số 1234/BNV-CCVC", None),
    ("Luật số 85/2019/QH14", None),
    ("Quyết định số 98/QĐ-ABXY", "ABXY"),
    ("Kế hoạch số 98-KH/ABXY", "ABXY"),
    ("Thông tư số 30/2020/TT-ABXY", "ABXY"),
]


@pytest.mark.parametrize(("words", "symbol"), ISSUERS)
def test_an_issuer_that_the_vocabulary_does_not_have_is_named(checkout, words, symbol):
    change = checkout.edited(QUESTION, "Theo [", f"Theo {words} [")
    [finding] = [f for f in checkout.findings(change) if f.code == "XREF-001"]
    told = f"Ký hiệu cơ quan «{symbol}» chưa có trong docs/_data/issuers.yml; nếu đúng thì thêm vào đó."
    assert finding.details == ((told,) if symbol else ())


def test_thousands_of_citations_of_one_unknown_number_in_one_line(checkout):
    change = checkout.edited(QUESTION, "Theo [", "Kế hoạch số 98-KH/BTGTW, " * 2000 + "theo [")
    start = time.process_time()
    found = [f for f in checkout.findings(change) if f.code == "XREF-001"]
    assert [1 + len(finding.also) for finding in found] == [2000]
    # Looked up for each citation anew this took 23 s.
    assert time.process_time() - start < 10
