"""What the data files (WORD) and translated fields (TRANS-005) state in words of a text: near misses first."""

from __future__ import annotations

import hashlib

import pytest

from tests.check.plan import FILE as PLAN
from tests.check.registered import CITED, DIRECTIVE, GUIDANCE, NAMED, PROGRAMME, STRATEGY, english

DATA = ("terms", "bodies", "abbreviations", "kinds")
TERMS, BODIES, ABBREVIATIONS, KINDS = (f"docs/_data/{name}.yml" for name in DATA)

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
    (ABBREVIATIONS, "  vi: báo cáo viên\n", "  vi: báo cáo năm\n", (ABBREVIATIONS, "- short: BCV", "WORD-005")),
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
