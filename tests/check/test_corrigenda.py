"""A deviation from the text of record has a record of why, or is a fault."""

from __future__ import annotations

import dataclasses

import pytest

from kb import check, reading
from kb.views import site
from tests.folders import SAMPLE

PLAN = "docs/vi/van-ban/23-kh-duk-2021.md"
FILE = "docs/_data/corrigenda.yml"
SHA = "9eb50643472f362e72e3975fce99490e3af322923118b4e8c05958f52cad301b"
ENTRY = "- document: 23-kh-duk-2021\n  date: 2026-12-01\n  vi: Vì một chữ.\n  en: For a word.\n"
WORDS = f"{ENTRY}  provision: iii-1-1\n  received: theo nội dung\n  shown: theo tinh thần\n"


def read(entries, *, mended=True):
    text = (SAMPLE / PLAN).read_text("utf-8")
    changed = text.replace("theo nội dung", "theo tinh thần") if mended else text
    return reading.read(SAMPLE, overlay={PLAN: changed, FILE: entries})


def codes(library):
    return [(each.code, each.span.file, each.span.line) for each in check.run(library) if each.blocks]


LINE = (SAMPLE / PLAN).read_text("utf-8").partition("theo nội dung")[0].count("\n") + 1
TRANSLATED = ("TRANS-002", "docs/en/van-ban/23-kh-duk-2021.md", 39)
NONE = "[]\n"
HASHES = f"{ENTRY}  from: {'a' * 64}\n  to: {{}}\n"
TABLE = [
    # near misses first
    (NONE, False, []),
    (HASHES.format(SHA), False, []),
    (HASHES.format("b" * 64) + f"{ENTRY}  from: {'b' * 64}\n  to: {SHA}\n", False, []),
    # the translation follows the words that stand here
    (WORDS, True, [TRANSLATED]),
    (NONE, True, [("FID-001", PLAN, LINE)]),
    (WORDS, False, [TRANSLATED, ("FID-001", PLAN, LINE)]),
    (WORDS.replace("theo nội", "theo lời nội"), False, [("COR-001", FILE, 6)]),
    (WORDS.replace("received: theo nội dung", "received: đại biểu"), False, [("COR-001", FILE, 6)]),
    (WORDS.replace("iii-1-1", "iii-1-9"), False, [("COR-001", FILE, 6)]),
    # the words that it was to explain are no second fault
    (WORDS.replace("iii-1-1", "iii-1-9"), True, [("COR-001", FILE, 5)]),
    (WORDS.replace("theo nội", "theo lời nội"), True, [("COR-001", FILE, 6)]),
    (WORDS.replace("23-kh-duk-2021", "26-kh-btgtw-2021"), False, [("COR-001", FILE, 1)]),
    (WORDS.replace("23-kh-duk-2021", "23-kh-duk"), False, [("COR-001", FILE, 1)]),
    (WORDS.replace("  shown: theo tinh thần\n", ""), False, [("META-001", FILE, 1)]),
    (ENTRY, False, [("META-001", FILE, 1)]),
    (HASHES.format("b" * 64), False, [("COR-001", FILE, 6)]),
    (HASHES.format("b" * 63), False, [("COR-001", FILE, 6)]),
]


@pytest.mark.parametrize(("entries", "mended", "expected"), TABLE)
def test_corrigenda(entries, mended, expected):
    found = codes(read(entries, mended=mended))
    if ("FID-001", PLAN, LINE) in expected and len(expected) > 1:  # one fault is one finding
        assert [code for code, *_ in found] == ["FID-001"]
    elif "COR-001" in dict.fromkeys(code for code, *_ in expected):
        assert [each[:2] for each in found] == [each[:2] for each in expected]
    else:
        assert found == expected


def test_words_that_no_corrigendum_shows_are_a_fault_beside_it():
    entries = WORDS.replace("iii-1-1", "iii-1-9").replace("theo tinh thần", "theo lời")
    assert codes(read(entries)) == [("COR-001", FILE, 5), ("FID-001", PLAN, LINE)]


def test_the_remedy_names_the_provision_that_has_the_words():
    found = [each for each in check.run(read(WORDS.replace("iii-1-1", "iii-1-9"))) if each.code == "COR-001"]
    assert [each.remedy for each in found] == ["Ghi provision: iii-1-1"]


def test_the_page_lists_both_wordings_and_the_reason():
    library = read(WORDS + HASHES.format(SHA))
    page = site.files(library, None, {})["vi/van-ban/23-kh-duk-2021.md"]
    section = page.partition("## Đính chính")[2].partition("\n## ")[0]
    for word in ("theo nội dung", "theo tinh thần", "01/12/2026: Vì một chữ.", "`9eb50643472f…`", "`aaaaaaaaaaaa…`"):
        assert word in section
    assert "## Đính chính" not in site.files(read(NONE, mended=False), None, {})["vi/van-ban/23-kh-duk-2021.md"]


def test_nothing_of_a_hidden_document_is_told():
    library = read(WORDS)
    hidden = dataclasses.replace(library.originals["23-kh-duk-2021"], status="draft")
    documents = {**library.documents, "vi": {**library.originals, "23-kh-duk-2021": hidden}}
    assert dataclasses.replace(library, documents=documents).published.corrigenda == ()


def test_a_chain_of_replacements():
    library = read(f"{ENTRY}  from: {'a' * 64}\n  to: {'b' * 64}\n" + f"{ENTRY}  from: {'b' * 64}\n  to: {'a' * 64}\n")
    key = "23-kh-duk-2021"
    assert library.replaced(key, "a" * 64, "b" * 64) is library.corrigenda[0]
    assert library.replaced(key, "b" * 64, "a" * 64) is library.corrigenda[1]
    assert library.replaced(key, "a" * 64, "c" * 64) is None
    assert library.replaced("26-kh-btgtw-2021", "a" * 64, "b" * 64) is None
    assert library.replaced(key, None, None) is None
