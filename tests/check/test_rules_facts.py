"""What the register (REG) states of documents, and what these rest on: near misses first."""

from __future__ import annotations

import pytest

from tests.check.plan import FILE as PLAN
from tests.check.registered import CITED, DIRECTIVE, FOLDER, GUIDANCE, NAMED, OTHER, PROGRAMME, STRATEGY, english

# All that another form of a subject gives: its translation is to be looked at again.
SUSPECT = (english(CITED), "of_subject:", "TRANS-002")
REGISTER = [
    # near misses: the same facts in other forms
    (CITED, "subject: đẩy mạnh", "subject: Đẩy mạnh", SUSPECT),
    (CITED, "subject: đẩy mạnh", "subject: về đẩy mạnh", SUSPECT),
    (CITED, "place: null\n", "place: null\ntitle: Kế hoạch số 26-KH/BTGTW\n", None),
    (CITED, "basis: []\n", "", None),
    (DIRECTIVE, "stated_by: 23-kh", 'stated_by: "23-kh', "META-007"),
    (NAMED, "stated_by: 23-kh-duk-2021#i-1-1", "stated_by: 23-kh-duk-2021#ii-2.6-1", None),
    (NAMED, "title: Nghị quyết Đại hội XIII", "title: Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII", None),
    # what the citing words state, left empty
    (CITED, "kind: KH\n", "kind: null\n", "REG-001"),
    (CITED, "issuer: BTGTW\n", "issuer: null\n", "REG-001"),
    (CITED, "issuer_name: Ban Tuyên giáo Trung ương\n", "issuer_name: null\n", "REG-001"),
    (CITED, "date: 2021-05-05\n", "date: null\n", "REG-001"),
    (CITED, "number: 26-KH/BTGTW\n", "number: null\n", "META-011"),
    (PROGRAMME, "title: Chương trình hành động số 07-CTr/ĐUK\n", "title: null\n", "REG-001"),
    (PROGRAMME, "subject: thực hiện Nghị quyết Đại hội XIII của Đảng\n", "subject: null\n", "REG-001"),
    (NAMED, "kind: NQ\n", "kind: null\n", "REG-001"),
    (NAMED, "title: Nghị quyết Đại hội XIII của Đảng\n", "title: null\n", "REG-001"),
    # what no held text states
    (CITED, "place: null\n", "place: Hà Nội\n", "REG-002"),
    (CITED, "basis: []\n", "basis: [05-ct-tw-2016]\n", "REG-002"),
    (GUIDANCE, "subject: null\n", "subject: công tác tuyên truyền về bầu cử\n", "REG-002"),
    (NAMED, "date: null\n", "date: 2021-02-01\n", "REG-002"),
    (NAMED, "issuer: null\n", "issuer: TW\n", "REG-002"),
    (NAMED, "issuer_name: null\n", "issuer_name: Đại hội XIII của Đảng\n", "REG-002"),
    (NAMED, "subject: null\n", "subject: phát triển đất nước\n", "REG-002"),
    (STRATEGY, "kind: null\n", "kind: NQ\n", "REG-002"),
    (NAMED, "kind: NQ\n", "kind: QĐ\n", "META-010"),
    # names and titles
    (PROGRAMME, "title: Chương trình hành động số", "title: Chương trình hành động", "REG-002"),
    (PROGRAMME, "title: Chương trình hành động số 07-CTr/ĐUK", "title: Chương trình hành động", "REG-002"),
    (NAMED, "title: Nghị quyết Đại hội XIII của Đảng", "title: Nghị quyết của Đảng", "REG-002"),
    (NAMED, "  - Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
     "  - Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của", "REG-002"),
    (OTHER, "  - Nghị quyết Đại hội XIII của Đảng bộ Khối", "  - Nghị quyết Đại hội XIII của Đảng bộ", "REG-002"),
    (STRATEGY, "  - Chiến lược phát triển kinh tế - xã hội 10 năm 2021 - 2030", "  - Chiến lược phát triển", "REG-001"),
    # subjects: changed, cut, and in quotation marks
    (CITED, "subject: đẩy mạnh công tác", "subject: tăng cường công tác", "META-010"),
    (CITED, "lần thứ XIII của Đảng\n", "lần thứ XIII của\n", "META-010"),
    (DIRECTIVE, "subject: đẩy mạnh học tập", "subject: tăng cường học tập", "META-010"),
    (DIRECTIVE, "phong cách Hồ Chí Minh\n", "phong cách\n", "META-010"),
    (PROGRAMME, "subject: thực hiện Nghị quyết Đại hội XIII của Đảng", "subject: thực hiện Nghị quyết", "META-010"),
    # the provision that states it
    (CITED, "#mo-dau-p1", "#iii-1-2", "REG-003"),
    (GUIDANCE, "#iii-1-2", "#mo-dau-p1", "REG-003"),
    (NAMED, "#i-1-1", "#i-1-2", "REG-003"),
    (CITED, "stated_by: 23-kh-duk-2021#mo-dau-p1\n", "stated_by: null\n", "REG-003"),
    # the issuer of a text that is held
    (PLAN, "issuer_name: Ban Thường vụ Đảng ủy", "issuer_name: Đảng ủy", "META-010"),
    (PLAN, "issuer_name: Ban Thường vụ Đảng ủy Khối các cơ quan Trung ương", "issuer_name: Bộ Chính trị", "META-010"),
    # what it rests on
    (PLAN, "basis:\n  - 26-kh-btgtw-2021\n", "basis: []\n", "REG-004"),
    (PLAN, "basis:\n  - 26-kh-btgtw-2021\n", "basis:\n  - 169-hd-btgtw-2021\n", (PLAN, "  - 26-kh", "REG-004")),
    (PLAN, "  - 26-kh-btgtw-2021\n", "  - 26-kh-btgtw-2021\n  - 05-ct-tw-2016\n", (PLAN, "  - 26-kh", "REG-004")),
    (PLAN, "  - 26-kh-btgtw-2021\n", "  - 26-kh-btgtw-2021\n  - 23-kh-duk-2021\n", (PLAN, "  - 26-kh", "REG-004")),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "expected"), REGISTER)
def test_register(gives, file, old, new, expected):
    gives(file, old, new, expected)


def test_the_remedy_says_what_to_write_and_the_place_is_that_of_the_value(checkout):
    (found,) = checkout.findings(checkout.edited(CITED, "date: 2021-05-05\n", "date: null\n"))
    assert (found.span.line, found.span.column) == (checkout.line(CITED, "date:"), len("date: ") + 1)
    assert found.remedy == "Ghi date: 2021-05-05"


def test_a_document_that_no_held_text_speaks_of(checkout):
    head = checkout.texts[CITED].replace("26-KH", "27-KH").replace("2021-05-05", "2021-06-05")
    translated = checkout.texts[english(CITED)].replace("26-KH", "27-KH")
    file = f"{FOLDER}27-kh-btgtw-2021.md"
    assert checkout.faults({file: head, english(file): translated}) == [
        (file, checkout.line(CITED, "stated_by"), "REG-003")
    ]


# An opening of its own for the plan, in its text of record too.
OPENING = "Thực hiện Kế hoạch số 26-KH/BTGTW ngày 05/5/2021 của Ban Tuyên giáo Trung ương"
GUIDED = "Hướng dẫn số 169-HD/BTGTW ngày 22/01/2021 của Ban Tuyên giáo Trung ương"
PLANNED = "Kế hoạch số 26-KH/BTGTW ngày 05/5/2021 của Ban Tuyên giáo Trung ương"
BASES = [
    # other words for the same, and citations that nobody rests on
    (f"Căn cứ {PLANNED}", []),
    (f"Theo {PLANNED}", []),
    (f"Để thực hiện {PLANNED}", []),
    (f"Tiếp tục triển khai thực hiện {PLANNED}", []),
    (f"Căn cứ mục I {PLANNED}", []),
    # other documents that are rested on
    (f"Căn cứ {PLANNED}; căn cứ {GUIDED}; trong đó", ["REG-004"]),
    (f"Thực hiện {GUIDED} và {PLANNED}", ["REG-004"]),
    (f"Thực hiện {PLANNED}, {GUIDED}", ["REG-004"]),
    # nobody can say whether these are: neither asked for nor refused
    (f"Thực hiện {PLANNED} về việc triển khai {GUIDED}", []),
    (f"Để góp phần thực hiện {PLANNED} như {GUIDED} đã nêu", []),
]


@pytest.mark.parametrize(("opening", "codes"), BASES)
def test_the_basis_is_what_the_opening_rests_on(checkout, plan_with_record, opening, codes):
    found = checkout.faults(plan_with_record(OPENING, opening))
    assert [code for file, _, code in found if file == PLAN] == codes


ENGLISH = "docs/en/hoi-dap/vien-dan-nhung-van-ban-nao.md"
CITATIONS = [
    (ENGLISH, "26-KH/BTGTW dated 5 May 2021", "26-KH/BTGTW dated 6 May 2021", "XREF-002"),
    (ENGLISH, "26-KH/BTGTW dated 5 May 2021", "26-KH/BTGTW dated 5 May 2022", "XREF-002"),
    (ENGLISH, "26-KH/BTGTW dated 5 May 2021", "26-KH/BTGTW dated 31 June 2021", "DATE-001"),
    (ENGLISH, "Plan No. 26-KH/BTGTW", "Plan No. 27-KH/BTGTW", "XREF-001"),
    (ENGLISH, "Plan No. 26-KH/BTGTW", "Directive No. 26-KH/BTGTW", "XREF-004"),
    (ENGLISH, "of the Political Bureau", "of the Secretariat", "XREF-005"),
    (ENGLISH, "Executive Committee of the Bloc", "Standing Committee of the Bloc", "XREF-005"),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), CITATIONS)
def test_citations_in_english_words(gives, file, old, new, expected):
    gives(file, old, new, expected)
