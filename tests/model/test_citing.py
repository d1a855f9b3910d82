"""Which document is meant: number, date and issuer together, or the number alone where one candidate remains."""

from __future__ import annotations

import dataclasses
from time import process_time

import pytest

from kb import reading
from kb.model.citing import Ambiguous, Doubtful, Missing, Resolved, resolve, resolve_all
from kb.model.document import Document
from kb.model.finding import Span
from kb.model.library import Library
from kb.model.reference import Located
from kb.parse.citations import read


@pytest.fixture(scope="module")
def real(root) -> Library:
    return reading.read(root)


def document(key: str, number: str, date: str | None, issuer: str | None, **more) -> Document:
    kind = number.partition("-")[2].partition("/")[0] if number else None
    fields = {"number": number, "kind": kind, "date": date, "issuer_name": issuer, **more}
    return Document(id=key, path=f"docs/vi/van-ban/{key}.md", language="vi", held=False, **fields)


PROPAGANDA, ORGANISATION = "Ban Tuyên giáo Trung ương", "Ban Tổ chức Trung ương"
POLITBURO, SECRETARIAT = "Bộ Chính trị", "Ban Bí thư"
DOCUMENTS = (
    document("one", "31-KH/BTGTW", "2021-03-02", PROPAGANDA),
    document("old", "32-KH/BTGTW", "2016-03-02", PROPAGANDA),
    document("new", "32-KH/BTGTW", "2021-03-02", PROPAGANDA),
    document("politburo", "33-CT/TW", "2019-01-15", POLITBURO),
    document("secretariat", "33-CT/TW", "2019-01-15", SECRETARIAT),
    document("undated", "34-KH/BTGTW", None, PROPAGANDA),
    document("dated", "34-KH/BTGTW", "2018-04-03", PROPAGANDA),
    document("shown", "35-KH/BTGTW", "2018-04-03", PROPAGANDA),
    document("draft", "35-KH/BTGTW", "2022-04-03", PROPAGANDA, status="draft"),
    document("decision", "37-QĐ/TW", "2021-10-25", "Ban Chấp hành Trung ương"),
    document("unsaid", "36-KH/BTGTW", None, None),
    document("decree", "30/2020/NĐ-CP", "2020-03-05", "Chính phủ", kind="NĐ"),
    document("decree-2", "30/2021/NĐ-CP", "2021-03-26", "Chính phủ", kind="NĐ"),
)


@pytest.fixture(scope="module")
def library(real) -> Library:
    return dataclasses.replace(real, documents={"vi": {d.id: d for d in DOCUMENTS}, "en": {}}, citations=())


def meant(text: str, library: Library) -> list[str]:
    """What each citation of a text means, in the order of the text."""
    found = read(text, library.numbers)
    readings = sorted((*found.citations, *found.mentions), key=lambda each: each.start)
    return [told(each) for each in resolve_all(readings, library)]


def told(resolution) -> str:
    match resolution:
        case Resolved(document):
            return document.id
        case Doubtful(document):
            return f"{document.id}?"
        case Ambiguous((document,)):
            return f"{document.id}|"  # or one that is not registered
        case Ambiguous(candidates):
            return "|".join(document.id for document in candidates)
        case Missing():
            return "-"


CASES = [
    # one candidate
    ("Kế hoạch số 31-KH/BTGTW", ["one"]),
    ("Kế hoạch số 31-KH/BTGTW ngày 02/3/2021", ["one"]),
    ("Kế hoạch số 31-KH/BTGTW ngày 03/3/2021", ["one?"]),
    ("Kế hoạch số 31-KH/BTGTW ngày 02/3/2016", ["one?"]),
    (f"Kế hoạch số 31-KH/BTGTW của {PROPAGANDA}", ["one"]),
    (f"Kế hoạch số 31-KH/BTGTW của {ORGANISATION}", ["one?"]),
    # number and date agree: the issuer is a slip
    (f"Kế hoạch số 31-KH/BTGTW ngày 02/3/2021 của {ORGANISATION}", ["one"]),
    (f"Kế hoạch số 31-KH/BTGTW ngày 03/3/2021 của {PROPAGANDA}", ["one?"]),
    ("Hướng dẫn số 31-KH/BTGTW", ["one"]),
    ("Kế hoạch số 31-KH/BTCTW", ["-"]),
    ("Kế hoạch số 36-KH/BTGTW ngày 03/3/2021 của Ban Bí thư", ["unsaid"]),
    # several: date and issuer decide
    ("Kế hoạch số 32-KH/BTGTW", ["old|new"]),
    ("Kế hoạch số 32-KH/BTGTW ngày 02/3/2016", ["old"]),
    ("Kế hoạch số 32-KH/BTGTW ngày 02/3/2017", ["old|new"]),
    (f"Kế hoạch số 32-KH/BTGTW của {PROPAGANDA}", ["old|new"]),
    ("Chỉ thị số 33-CT/TW ngày 15/01/2019", ["politburo|secretariat"]),
    (f"Chỉ thị số 33-CT/TW của {SECRETARIAT}", ["secretariat"]),
    (f"Chỉ thị số 33-CT/TW ngày 15/01/2019 của {POLITBURO}", ["politburo"]),
    (f"Chỉ thị số 33-CT/TW ngày 15/01/2019 của {ORGANISATION}", ["politburo|secretariat"]),
    (f"Chỉ thị số 33-CT/TW ngày 16/01/2019 của {POLITBURO}", ["politburo|secretariat"]),
    ("Kế hoạch số 34-KH/BTGTW ngày 03/4/2018", ["dated"]),
    ("Kế hoạch số 34-KH/BTGTW ngày 04/4/2018", ["undated"]),
    # a draft takes nothing from what is published, and is meant where its date is printed
    ("Kế hoạch số 35-KH/BTGTW", ["shown"]),
    ("Kế hoạch số 35-KH/BTGTW ngày 03/4/2022", ["draft"]),
    ("Kế hoạch số 35-KH/BTGTW ngày 05/4/2022", ["shown?"]),
    # cited in full first, by its number from then on
    ("Kế hoạch số 32-KH/BTGTW ngày 02/3/2016; Kế hoạch số 32-KH/BTGTW", ["old", "old"]),
    ("Kế hoạch số 32-KH/BTGTW; Kế hoạch số 32-KH/BTGTW ngày 02/3/2016", ["old|new", "old"]),
    ("Kế hoạch số 32-KH/BTGTW ngày 02/3/2016; Kế hoạch số 32-KH/BTGTW ngày 02/3/2017", ["old", "old|new"]),
    # short forms
    ("theo Chỉ thị 33 của Ban Bí thư", ["secretariat"]),
    ("theo Kế hoạch 31", ["one"]),
    ("theo Nghị định 30/2020", ["decree"]),
    ("theo Nghị định 30", ["decree|decree-2"]),
    ("theo Kế hoạch 32", ["old|new"]),
    # what was cited before decides what a short form may mean, registered or not
    ("Kế hoạch số 32-KH/BTGTW ngày 02/3/2016; Kế hoạch 32", ["old", "old"]),
    ("Kế hoạch số 31-KH/BTGTW; Kế hoạch 31", ["one", "one"]),
    ("Kế hoạch 31; Kế hoạch số 31-KH/BTCTW", ["one", "-"]),
    ("Kế hoạch số 31-KH/BTCTW; Kế hoạch 31", ["-", "one|"]),
    ("Kế hoạch số 31-KH/BTCTW; Kế hoạch 31 ngày 02/3/2021", ["-", "one"]),
    ("Nghị định số 30/2020/NĐ-CP; Nghị định 30; Nghị định 30/2021", ["decree", "decree", "decree-2"]),
    ("các Kế hoạch số 31, 32-KH/BTCTW", ["-", "-"]),
    ("các Kế hoạch số 31, 36-KH/BTGTW", ["one", "unsaid"]),
    # above is one document, if one was cited
    ("Kế hoạch nêu trên; Kế hoạch số 31-KH/BTGTW", ["-", "one"]),
    ("Kế hoạch số 31-KH/BTGTW; Kế hoạch nêu trên; Chỉ thị nêu trên", ["one", "one", "-"]),
    ("Kế hoạch 31, Kế hoạch nêu trên", ["one", "one"]),
    ("Kế hoạch số 31-KH/BTGTW, Kế hoạch số 36-KH/BTGTW; Kế hoạch nêu trên", ["one", "unsaid", "one|unsaid"]),
    ("Kế hoạch số 31-KH/BTGTW, Kế hoạch số 31-KH/BTCTW; Kế hoạch nêu trên", ["one", "-", "one|"]),
    ("Kế hoạch số 31-KH/BTCTW; Kế hoạch nêu trên", ["-", "-"]),
    ("Kế hoạch số 31-KH/BTGTW ngày 03/3/2021; Kế hoạch nêu trên", ["one?", "-"]),
    ("Quyết định số 37-QĐ/TW; Quy định nêu trên; Quyết định nêu trên", ["decision", "-", "decision"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_meant(library, text, expected):
    assert meant(text, library) == expected


def located(library: Library, owner: str, *provisions: str) -> list[Located]:
    """The citations of a document of these provisions."""
    return [
        Located("vi", owner, f"i-{number}", text, found, Span("docs/x.md", number))
        for number, text in enumerate(provisions, 1)
        for found in [*read(text, library.numbers).citations, *read(text, library.numbers).mentions]
    ]


SHORT_IN_A_DOCUMENT = [
    (("Kế hoạch 31",), ["one"]),
    (("Kế hoạch số 31-KH/BTCTW", "Kế hoạch 31"), ["-", "one|"]),
    (("Kế hoạch 31", "Kế hoạch số 31-KH/BTCTW"), ["one", "-"]),
    (("Kế hoạch số 32-KH/BTGTW ngày 02/3/2016", "Kế hoạch 32"), ["old", "old"]),
    (("Chỉ thị số 31-CT/BTCTW", "Kế hoạch 31"), ["-", "one"]),
]


@pytest.mark.parametrize(("provisions", "expected"), SHORT_IN_A_DOCUMENT)
def test_a_short_form_means_what_was_cited_first_in_the_same_document(library, provisions, expected):
    found = located(library, "a", *provisions)
    held = dataclasses.replace(library, citations=(*found, *located(library, "b", "Kế hoạch 31")))
    assert [told(resolve(each, held)) for each in held.citations] == [*expected, "one"]


def test_leading_back_costs_no_more_than_the_text_is_long(library):
    def cost(times):
        found = read("Kế hoạch số 31-KH/BTGTW; Kế hoạch 31; Kế hoạch nêu trên. " * times, library.numbers)
        readings = sorted((*found.citations, *found.mentions), key=lambda each: each.start)
        begin = process_time()
        resolve_all(readings, library)
        return process_time() - begin

    assert cost(2_000) <= 24 * max(cost(250), 0.004)


FULL, BARE = "Kế hoạch số 32-KH/BTGTW ngày 02/3/2016", "Kế hoạch số 32-KH/BTGTW"
IN_A_DOCUMENT = [
    ((FULL, BARE, BARE), ["old", "old", "old"]),
    ((BARE, FULL), ["old|new", "old"]),
    ((BARE, BARE), ["old|new", "old|new"]),
    ((FULL, "Kế hoạch số 32-KH/BTGTW ngày 02/3/2021", BARE), ["old", "new", "old|new"]),
    ((FULL, BARE, "Kế hoạch số 32-KH/BTGTW ngày 02/3/2021"), ["old", "old", "new"]),
    ((FULL, f"{BARE} ngày 02/3/2017", BARE), ["old", "old|new", "old|new"]),
    ((f"{BARE} ngày 02/3/2017", BARE), ["old|new", "old|new"]),
]


@pytest.mark.parametrize(("provisions", "expected"), IN_A_DOCUMENT)
def test_a_number_means_what_it_meant_first_in_the_same_document(library, provisions, expected):
    found = located(library, "a", *provisions)
    other = located(library, "b", BARE)
    held = dataclasses.replace(library, citations=(*found, *other))
    assert [told(resolve(each, held)) for each in held.citations] == [*expected, "old|new"]
