"""What the register (REG), the data files (WORD) and translated fields (TRANS-005) state: near misses first."""

from __future__ import annotations

import hashlib

import pytest

from kb.model.issuing import contradicted
from kb.model.naming import whole
from kb.model.subject import stated
from tests.check.plan import FILE as PLAN

FOLDER = "docs/vi/van-ban/"
CITED, PROGRAMME, DIRECTIVE, GUIDANCE = (
    f"{FOLDER}{name}.md" for name in ("26-kh-btgtw-2021", "07-ctr-duk-2021", "05-ct-tw-2016", "169-hd-btgtw-2021")
)
NAMED, OTHER, STRATEGY = (
    f"{FOLDER}{name}.md"
    for name in ("nq-dai-hoi-xiii-dang", "nq-dai-hoi-xiii-dang-bo-khoi", "chien-luoc-kinh-te-xa-hoi-2021-2030")
)
DATA = ("terms", "bodies", "abbreviations", "kinds")
TERMS, BODIES, ABBREVIATIONS, KINDS = (f"docs/_data/{name}.yml" for name in DATA)


def english(file: str) -> str:
    return file.replace("/vi/", "/en/")


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


WORDS = [
    # near misses
    (TERMS, "  vi: Các đảng ủy trực thuộc", "  vi: các đảng ủy trực thuộc", None),
    (TERMS, "  vi: cuộc bầu cử đại biểu Quốc hội khóa XV và", "  vi: cuộc bầu cử … Quốc hội khóa XV và", None),
    (TERMS, "- term: mạng xã hội", "- term: Mạng xã hội", None),
    (BODIES, "  vi: Các đơn vị chức năng", "  vi: các đơn vị chức năng", None),
    (ABBREVIATIONS, "kế hoạch\n  en: plan\n  kind: number-symbol", "kế hoạch\n  en: plan\n  kind: text", None),
    # other words than those of the provisions
    (TERMS, "  vi: Các đảng ủy trực thuộc", "  vi: Các đảng bộ trực thuộc", "WORD-001"),
    (TERMS, "  vi: cuộc bầu cử đại biểu", "  vi: cuộc tổng tuyển cử đại biểu", "WORD-001"),
    (TERMS, "- term: mạng xã hội", "- term: mạng internet", "WORD-001"),
    (TERMS, "  vi: dịch bệnh Covid - 19", "  vi: dịch bệnh Covid-19", "WORD-001"),
    (TERMS, "  en_term: social networks", "  en_term: social media", "WORD-001"),
    (TERMS, "  en: Covid-19 epidemic", "  en: Covid-19 disease", "WORD-001"),
    (TERMS, "23-kh-duk-2021#ii-2.4-1", "23-kh-duk-2021#ii-2.4-2", "WORD-001"),
    (TERMS, '  provisions: ["23-kh-duk-2021#ii-2.4-1"]\n', "", (TERMS, "- term: ấn phẩm", "WORD-001")),
    (BODIES, "  vi: Các đơn vị chức năng", "  vi: Các bộ phận chức năng", "WORD-001"),
    (BODIES, "  en: Functional units", "  en: Competent units", "WORD-001"),
    (PLAN, 'received: "Số 23 -KH/ĐUK"', 'received: "Số 23-KH/ĐUK"', "WORD-002"),
    (PLAN, 'shown: "23-KH/ĐUK"', 'shown: "Số 23-KH/ĐUK"', "WORD-002"),
    (PLAN, 'shown: "Ban Thường vụ', 'shown: "Thường vụ', "WORD-002"),
    (PLAN, "  year: 2025\n", "  year: 2026\n", "WORD-003"),
    (PLAN, "  year: 2025\n", "  year: 2022\n", "WORD-003"),
    (PLAN, "  year: 2025\n", "  year: 25\n", "WORD-003"),
    (PLAN, "  provision: ii-1.3\n", "  provision: ii-1.1\n", "WORD-003"),
    (ABBREVIATIONS, "- short: TW\n", "- short: TWW\n", "WORD-004"),
    (ABBREVIATIONS, "- short: TW\n", "- short: tw\n", "WORD-004"),
    (ABBREVIATIONS, "- short: CTr\n", "- short: CTrr\n", "WORD-004"),
    (ABBREVIATIONS, "  en: Executive Committee\n  kind: search\n", "  en: Executive Committee\n  kind: text\n",
     (ABBREVIATIONS, "- short: BCH", "WORD-004")),
    (ABBREVIATIONS, "kế hoạch\n  en: plan\n  kind: number-symbol", "kế hoạch\n  en: plan\n  kind: search", "WORD-004"),
    # another name for a symbol than that of the vocabulary, whichever of the two is wrong
    (ABBREVIATIONS, "- short: KH\n", "- short: BTGTW\n", (ABBREVIATIONS, "  vi: kế hoạch", "WORD-005")),
    (ABBREVIATIONS, "  vi: hướng dẫn\n", "  vi: hướng dẩn\n", "WORD-005"),
    (ABBREVIATIONS, "  en: guidance\n", "  en: guideline\n", "WORD-005"),
    (ABBREVIATIONS, "  en: Bloc Party Committee\n", "  en: Party Committee\n", "WORD-005"),
    (KINDS, "  en: guidance\n", "  en: guideline\n", (ABBREVIATIONS, "  en: guidance", "WORD-005")),
    # a name or a symbol of a kind that nobody uses is one fault of the list, not one of each document of the kind
    (KINDS, "  vi: quyết định\n", "  vi: quyêt định\n", None),  # no document is one
    (KINDS, "  vi: kế hoạch\n", "  vi: kế hoạchh\n", "WORD-005"),
    (KINDS, "  vi: chỉ thị\n", "  vi: chỉ thi\n", "WORD-005"),
    (KINDS, "  vi: hướng dẫn\n  en: guidance\n", "  vi: hướng dẩn\n  en: guidance\n",
     (KINDS, "  vi: hướng dẫn", "WORD-005")),
    (KINDS, "  vi: nghị quyết\n  en: resolution\n", "  vi: nghi quyết\n  en: resolution\n",
     (KINDS, "  vi: nghị quyết", "WORD-005")),
    (KINDS, "  vi: nghị quyết\n  en: resolution\n", "  vi: sắc thư\n  en: resolution\n",
     (KINDS, "  vi: nghị quyết", "WORD-005")),
    (KINDS, "- symbol: KH\n", "- symbol: KX\n", "WORD-005"),
    (KINDS, "- symbol: CT\n", "- symbol: CX\n", "WORD-005"),
    (KINDS, "- symbol: NQ\n", "- symbol: NX\n", "WORD-005"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "expected"), WORDS)
def test_words_of_a_text(gives, file, old, new, expected):
    gives(file, old, new, expected)


TRANSLATED = [
    # near misses
    (english(CITED), "subject: stepping", "subject: Stepping", None),
    (english(DIRECTIVE), "title: Directive No. 05-CT/TW\n", "title: null\n", None),
    (english(PLAN), "title: Plan No. 23-KH/ĐUK\n", "title: null\n", None),
    # other words than those of the translated provisions
    (english(CITED), "subject: stepping up", "subject: strengthening", "TRANS-005"),
    (english(CITED), "13th National Congress of the Party\n", "13th National Congress\n", "TRANS-005"),
    (english(DIRECTIVE), "thought, ethics and style\n", "thought and ethics\n", "TRANS-005"),
    (english(CITED), "issuer_name: Central Commission", "issuer_name: Commission", "TRANS-005"),
    (english(PROGRAMME), "of the Bloc Party Organisation\n", "of the Bloc Party\n", "TRANS-005"),
    (english(PLAN), "of the Party Committee of the Bloc of Central Agencies\nplace",
     "of the Party Committee of the Bloc of Central\nplace", "TRANS-005"),
    (english(PLAN), "place: Ha Noi\n", "place: Hanoi\n", "TRANS-005"),
    (english(PLAN), "subject: Stepping up communication", "subject: Communication", "TRANS-005"),
    (english(PLAN), "title: Plan No.", "title: Directive No.", "TRANS-005"),
    (english(PLAN), "title: Plan No. 23-KH", "title: Plan No. 24-KH", "TRANS-005"),
    (english(PROGRAMME), "title: Action Programme", "title: Programme of Work", "TRANS-005"),
    (english(NAMED), "title: Resolution of the 13th Party", "title: Resolution of the Party", "TRANS-005"),
    (english(NAMED), "  - Resolution of the 13th National", "  - Resolution of the National", "TRANS-005"),
    (english(GUIDANCE), "subject: null\n", "subject: the election\n", "TRANS-005"),
    # not translated
    (english(PLAN), "place: Ha Noi\n", "place: null\n", "TRANS-001"),
    (english(PROGRAMME), "issuer_name: Executive Committee of the Bloc Party Organisation\n",
     "issuer_name: null\n", "TRANS-001"),
    (english(STRATEGY), "title: 10-year Socio-economic Development Strategy for 2021–2030\n",
     "title: null\n", "TRANS-001"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "expected"), TRANSLATED)
def test_translated_fields(gives, file, old, new, expected):
    gives(file, old, new, expected)


SUBJECTS = [
    # nothing is said of a subject
    ("vi", "Kế hoạch này.", 12, "x", None),
    ("vi", "của Ban và các đơn vị", 7, "x", None),
    ("vi", "của Ban, đồng thời", 7, "x", None),
    ("en", "of the Board and others", 12, "x", None),
    # the given one, or another
    ("vi", "của Ban về nuôi cá, trồng rau", 7, "nuôi cá", True),
    ("vi", "của Ban về việc nuôi cá.", 7, "nuôi cá", True),
    ("vi", "của Ban, V/v nuôi cá và trồng rau", 7, "Nuôi cá", True),
    ("vi", "của Ban về nuôi cá lồng", 7, "nuôi cá", False),
    ("vi", "của Ban về “nuôi cá, trồng rau” năm nay", 7, "nuôi cá, trồng rau", True),
    ("vi", "của Ban về “nuôi cá, trồng rau” năm nay", 7, "nuôi cá", False),
    ("vi", "của Ban thực hiện Nghị quyết số 5;", 7, "thực hiện Nghị quyết số 5", True),
    ("vi", "của Ban về nuôi cá", 7, None, False),
    ("en", "of the Board on keeping fish, and on", 12, "keeping fish", True),
    ("en", "of the Board on keeping fish well", 12, "keeping fish", False),
    ("en", "of the Board on “keeping fish” here", 12, "keeping fish", True),
]


@pytest.mark.parametrize(("language", "text", "at", "subject", "agrees"), SUBJECTS)
def test_subjects(language, text, at, subject, agrees):
    found = stated(text, at, subject, language)
    assert (found and found.agrees) == agrees


ISSUERS = [
    ("Đảng ủy xã", "ĐẢNG ỦY XÃ\n*\nSố 5", [], None),
    ("Ban Thường vụ Đảng ủy xã", "ĐẢNG ỦY XÃ", ["Căn cứ Luật, Ban Thường vụ Đảng ủy xã ban hành Kế hoạch."], None),
    ("Bộ Y tế, Xã hội", "", ["Bộ Y tế, Xã hội ban hành Thông tư."], None),
    ("Đảng ủy xã", "", ["Theo đề nghị của Đảng ủy xã."], None),
    ("Đảng ủy", "", ["Căn cứ Luật, Đảng ủy xã ban hành Kế hoạch."], "Đảng ủy xã"),
    ("Ban Chấp hành Đảng ủy xã", "", ["Đảng ủy xã ban hành Kế hoạch."], "Đảng ủy xã"),
    ("Huyện ủy", "ĐẢNG ỦY XÃ", ["Đảng ủy xã ban hành Kế hoạch."], ""),
    ("Huyện ủy", "", [], ""),
]


@pytest.mark.parametrize(("name", "title", "opening", "other"), ISSUERS)
def test_who_issues_a_text(name, title, opening, other):
    assert contradicted(name, title, opening, "vi") == other


def test_a_name_is_not_the_beginning_of_a_longer_one():
    text = "theo Nghị quyết Đại hội V của Hội và Quy chế 2020 - 2025 mới"
    assert [whole(name, text) for name in ("nghị quyết Đại hội V của Hội", "Quy chế 2020 - 2025")] == [True, True]
    assert [whole(name, text) for name in ("Nghị quyết Đại hội V của", "Quy chế 2020", "uy chế")] == [
        False,
        False,
        False,
    ]


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


def test_letters_whose_kind_no_text_names_are_no_fault_of_the_list(checkout):
    """Official letters begin alike and never say `công văn`: nobody contradicts the list."""
    texts = {}
    for number in (12, 13):
        text = f"ĐẢNG ỦY KHỐI CÁC CƠ QUAN TW\nSố {number}-CV/ĐUK\nHà Nội, ngày 01 tháng 6 năm 2021\n\nKính gửi: Ban.\n"
        head = f"number: {number}-CV/ĐUK\nkind: CV\nissuer: ĐUK\nissuer_name: null\nplace: null\ndate: null\n"
        key = f"{number}-cv-duk"
        texts[f"docs/_source/{key}.txt"] = text
        held = f"text: held\nsource: {key}.txt\nsha256: {hashlib.sha256(text.encode()).hexdigest()}\n"
        texts[f"docs/vi/van-ban/{key}.md"] = f"---\n{head}subject: null\nbasis: []\nlanguage: vi\n{held}---\n"
    assert [each for each in checkout.faults(texts) if each[2] == "WORD-005"] == []
