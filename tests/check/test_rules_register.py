"""What documents say of themselves (META, SRC, STRUCT) and of one another (XREF): wrong and near misses."""

from __future__ import annotations

import re

import pytest

from tests.check.chain import registered
from tests.check.plan import FILE as PLAN

FOLDER = "docs/vi/van-ban/"
CITED, PROGRAMME, DIRECTIVE = (
    f"{FOLDER}{name}.md" for name in ("26-kh-btgtw-2021", "07-ctr-duk-2021", "05-ct-tw-2016")
)
NAMED = f"{FOLDER}nq-dai-hoi-xiii-dang.md"
RECORD = "docs/_source/23-kh-duk-2021.txt"
KINDS, ISSUERS = "docs/_data/kinds.yml", "docs/_data/issuers.yml"
TOP = "number: 23-KH/ĐUK"

FIELDS = [
    # near misses: other ways of writing the same fact
    (PLAN, "number: 23-KH/ĐUK\n", 'number: "23-KH/ĐUK"\n', None),
    (PLAN, "date: 2021-05-17\n", 'date: "2021-05-17"\n', None),
    (PLAN, "kind: KH\n", "kind:   KH  # kế hoạch\n", None),
    (PLAN, "basis:\n  - 26-kh-btgtw-2021\n", "basis: [26-kh-btgtw-2021]\n", None),
    (PLAN, "text: held\n", "text: 'held'\n", None),
    (CITED, "place: null\n", "place: ~\n", None),
    (CITED, "place: null\n", "", None),
    (CITED, "subject: đẩy mạnh", "title: null\nsubject: đẩy mạnh", None),
    (NAMED, "number: null\n", "", None),
    # missing
    (PLAN, "number: 23-KH/ĐUK\n", "", (PLAN, TOP, "META-001")),
    (PLAN, "number: 23-KH/ĐUK\n", "number:\n", "META-001"),
    (PLAN, "number: 23-KH/ĐUK\n", 'number: ""\n', "META-001"),
    (PLAN, "place: Hà Nội\n", "place: null\n", "META-001"),
    (PLAN, "kind: KH\n", "", (PLAN, TOP, "META-001")),
    (PLAN, "issuer: ĐUK\n", "", (PLAN, TOP, "META-001")),
    (PLAN, "date: 2021-05-17\n", "", (PLAN, TOP, "META-001")),
    (PLAN, "text: held\n", "", (PLAN, TOP, "META-001")),
    (PLAN, "source: 23-kh-duk-2021.txt\n", "", (PLAN, TOP, "META-001")),
    (PLAN, "  year: 2025\n", "", (PLAN, "  year:", "META-001")),
    (CITED, "language: vi\n", "", (CITED, "number:", "META-001")),
    # wrong type
    (PLAN, "number: 23-KH/ĐUK\n", "number: 23\n", "META-002"),
    (PLAN, "number: 23-KH/ĐUK\n", "number: [23-KH/ĐUK]\n", "META-002"),
    (PLAN, "date: 2021-05-17\n", "date: {year: 2021}\n", "META-002"),
    (PLAN, "text: held\n", "text: yes\n", "META-002"),
    (PLAN, "text: held\n", "text: whole\n", "META-002"),
    (PLAN, "language: vi\n", "language: en\n", "META-002"),
    (PLAN, "  year: 2025\n", "  year: năm 2025\n", "META-002"),
    (PLAN, "horizon:\n  year: 2025\n  provision: ii-1.3\n", "horizon: 2025\n", "META-002"),
    (PLAN, "  - 26-kh-btgtw-2021\n", "  - 26\n", "META-002"),
    (CITED, "basis: []\n", "basis: none\n", "META-002"),
    (CITED, "#mo-dau-p1\n", "\n", "META-002"),
    # a day that is none
    (PLAN, "date: 2021-05-17\n", "date: 2021-02-30\n", "META-003"),
    (PLAN, "date: 2021-05-17\n", "date: 17/5/2021\n", "META-003"),
    (PLAN, "date: 2021-05-17\n", "date: 2021-5-17\n", "META-003"),
    (PLAN, "date: 2021-05-17\n", "date: 2021-05-17 10:00:00\n", "META-003"),
    (CITED, "date: 2021-05-05\n", "date: 2021-13-05\n", "META-003"),
    # a number that is none, or goes with neither kind nor issuer
    (CITED, "number: 26-KH/BTGTW\n", "number: 26 KH BTGTW\n", "META-004"),
    (CITED, "number: 26-KH/BTGTW\n", "number: 26-kh/btgtw\n", "META-004"),
    (CITED, "issuer: BTGTW\n", "issuer: TW\n", "META-004"),
    (PLAN, "issuer: ĐUK\n", "issuer: BTGTW\n", "META-004"),
    (DIRECTIVE, "issuer: TW\n", "issuer: ĐUK\n", "META-004"),
    # words that are in no vocabulary
    (PLAN, "kind: KH\n", "kind: XX\n", "META-005"),
    (PLAN, "kind: KH\n", "kind: Kế hoạch\n", "META-005"),
    (PLAN, "issuer: ĐUK\n", "issuer: DUK\n", "META-005"),
    (PROGRAMME, "issuer: ĐUK\n", "issuer: \u00d0UK\n", "TEXT-002"),
    # fields that nobody asks for
    (PLAN, "kind: KH\n", "kindd: KH\n", "META-006"),
    (PLAN, "basis:\n", "basos:\n", "META-006"),
    (PLAN, "    vi: Bỏ dấu", "    v: Bỏ dấu", "META-006"),
    (NAMED, "names:\n", "name:\n", "META-006"),
    # against the title block
    (PLAN, "number: 23-KH/ĐUK\n", "number: 24-KH/ĐUK\n", "META-010"),
    (PLAN, "number: 23-KH/ĐUK\n", "number: 23-HD/ĐUK\n", "META-010"),
    (PLAN, "kind: KH\n", "kind: HD\n", "META-010"),
    (PLAN, "place: Hà Nội\n", "place: Hà nội\n", "META-010"),
    (PLAN, "date: 2021-05-17\n", "date: 2021-05-18\n", "META-010"),
    (PLAN, "date: 2021-05-17\n", "date: 2022-05-17\n", "META-010"),
    (PLAN, "subject: Đẩy mạnh", "subject: Tăng cường", "META-010"),
    # against the words of the provision that states a document whose text is not held
    (CITED, "date: 2021-05-05\n", "date: 2021-05-06\n", "META-010"),
    (CITED, "kind: KH\n", "kind: HD\n", "META-010"),
    (CITED, "issuer_name: Ban Tuyên giáo", "issuer_name: Ban Tổ chức", "META-010"),
    # against the name of the file
    (CITED, "number: 26-KH/BTGTW\n", "number: 27-KH/BTGTW\n", "META-011"),
    (CITED, "number: 26-KH/BTGTW\n", "number: null\n", "META-011"),
    # a text that no text of record vouches for
    (PLAN, "text: held\n", "text: not-held\n", "META-012"),
    # texts of record
    (PLAN, "sha256: 0a", "sha256: 1a", "SRC-001"),
    (RECORD, "Đẩy mạnh công tác", "Đẩy mạnh công tác ", (PLAN, "sha256:", "SRC-001")),
    (PLAN, "source: 23-kh", "source: 24-kh", "SRC-002"),
    (PLAN, "source: 23-kh", "source: ../_source/23-kh", "SRC-002"),
    # references
    (PLAN, "  - 26-kh-btgtw-2021\n", "  - 27-kh-btgtw-2021\n", (PLAN, "  - 26-kh", "XREF-001")),
    (CITED, "#mo-dau-p1\n", "#mo-dau-p2\n", "XREF-003"),
    (CITED, "23-kh-duk-2021#", "24-kh-duk-2021#", "XREF-003"),
    (PLAN, "  provision: ii-1.3\n", "  provision: ii-1.9\n", "LINK-002"),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), FIELDS)
def test_fields(gives, file, old, new, expected):
    gives(file, old, new, expected)


VOCABULARY = [
    (KINDS, "- symbol: KH\n  vi: kế hoạch\n", "- symbol: KH\n", "META-001"),
    (KINDS, "- symbol: KH\n  vi: kế hoạch\n", "- symbol: KH\n  vn: kế hoạch\n", "META-006"),
    (ISSUERS, "- symbol: BTGTW\n", "- symbol: [BTGTW]\n", "META-002"),
    (KINDS, "- symbol: KH\n  vi: kế hoạch\n", "- KH\n- symbol: KH\n  vi: kế hoạch\n", "META-002"),
]


@pytest.mark.parametrize(("file", "old", "new", "code"), VOCABULARY)
def test_an_entry_of_the_vocabulary_that_cannot_be_used_is_all_that_is_said(checkout, file, old, new, code):
    found = checkout.faults(checkout.edited(file, old, new))
    assert [(where, which) for where, _, which in found] == [(file, code)]


# An entry that goes, and where its symbol or name is then missed: the symbol CT is also that of several organs, and NQ
# is the kind of three documents.
GONE = [
    (KINDS, "- symbol: CTr\n", PROGRAMME, "kind:", "META-005"),
    (KINDS, "- symbol: CT\n", DIRECTIVE, "kind:", "META-005"),
    (KINDS, "- symbol: NQ\n", f"{FOLDER}nq-dai-hoi-dang-bo-cac-cap-2020-2025.md", "kind:", "META-005"),
    (ISSUERS, "- symbol: ĐUK\n  vi: Ban Chấp hành Đảng bộ Khối", PROGRAMME, "issuer_name:", "META-010"),
]


@pytest.mark.parametrize(("file", "entry", "document", "field", "code"), GONE)
def test_an_entry_that_is_taken_out_of_the_vocabulary(checkout, file, entry, document, field, code):
    text = checkout.texts[file]
    start = text.index(entry)
    without = text[:start] + text[text.index("- symbol:", start + 1) :]
    assert checkout.faults({file: without}) == [(document, checkout.line(document, field), code)]


ORGAN = "vi: Ban Tuyên giáo Trung ương\n"
ORGANS = [
    # near misses: another organ, another wording beside the name
    ("vi: Ban Dân vận Trung ương\n", "vi: Ban Dân vận Trung uơng\n", False),
    (ORGAN, f"{ORGAN}  spellings: [Ban Tuyên giao Trung ương]\n", False),
    (ORGAN, "vi: Ban Tuyên giao Trung ương\n", True),
    (ORGAN, "vi: Ban Tuyên giáo Trung uơng\n", True),
]


@pytest.mark.parametrize(("old", "new", "wrong"), ORGANS)
def test_the_name_of_an_organ_that_its_documents_contradict(checkout, old, new, wrong):
    found = checkout.faults(checkout.edited(ISSUERS, old, new))
    assert found == ([(ISSUERS, checkout.line(ISSUERS, old), "WORD-005")] if wrong else [])


def test_a_text_that_is_gone_leaves_its_text_of_record_and_its_translation(checkout):
    (found,) = checkout.findings({PLAN: None})
    assert (found.code, found.span.file) == ("TRANS-003", PLAN.replace("/vi/", "/en/"))


BODY = "\n::: {#tieu-de}\nTên\n:::\n\nMở đầu. {#mo-dau-p1}\n\n## I. Phần {#i}\n\n### 1. Mục {#i-1}\n\n- Một. {#i-1-1}\n"
FORMS = [
    ("", "", []),
    ("{#i-1-1}", "{#i-1-2}", []),  # the numbering of a text without its text of record is its own
    ("{#i-1-1}", "", ["STRUCT-001"]),
    ("{#tieu-de}", "", ["STRUCT-001"]),
    ("{#i-1-1}", "{#I-1-1}", ["STRUCT-003"]),
    ("{#i-1-1}", "{#i_1}", ["STRUCT-003"]),
    ("{#i-1-1}", "{#i-1}", ["STRUCT-004"]),
    ("### 1", "#### 1", ["STRUCT-005"]),
    ("## I", "# I", ["STRUCT-005", "STRUCT-005"]),
    (":::\n\nMở", "\nMở", ["STRUCT-006"]),
]


@pytest.mark.parametrize(("old", "new", "codes"), FORMS)
def test_form_of_a_text_whose_text_of_record_cannot_be_relied_on(checkout, old, new, codes):
    head = checkout.texts[CITED].replace("text: not-held\n", "text: held\nsource: 23-kh-duk-2021.txt\nsha256: none\n")
    head = head.replace("place: null\n", "place: Hà Nội\n")
    body = BODY.replace(old, new, 1) if old else BODY
    found = checkout.faults({CITED: head + body})
    assert [code for file, _, code in found if file == CITED] == ["SRC-001", *codes]


def test_two_documents_of_one_number_are_told_apart_by_date_or_not_at_all(checkout):
    found = checkout.findings(registered(26, 2016))
    # Cited with its date it is clear which one is meant; cited by its number alone it is not.
    assert {finding.code for finding in found} == {"XREF-007"}
    dated = checkout.line(PLAN, "ngày 05/5/2021")
    assert (PLAN, dated) not in {(finding.span.file, finding.span.line) for finding in found}


def test_a_document_that_no_held_text_states_is_not_registered(checkout):
    other = {file: text for file, text in registered(26, 2016).items() if "126-kh-btgtw" not in file}
    alone = {file: re.sub(r"stated_by: .*\n", "", text) for file, text in other.items()}
    found = [finding for finding in checkout.findings(alone) if finding.code != "XREF-007"]
    assert [(finding.span.file, finding.code) for finding in found] == [(f"{FOLDER}26-kh-btgtw-2016.md", "REG-003")]
