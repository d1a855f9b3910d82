"""Akoma Ntoso: valid against the schema of OASIS, with the words of the document in its order."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from kb.export import akn
from kb.model.document import DASH, HEADING, PARAGRAPH, TITLE, Document, Provision
from kb.model.finding import Span
from kb.model.rows import Row, cells
from kb.views.context import Context

PLAN = "23-kh-duk-2021"
NS = {"a": akn.NAMESPACE}
WORK = "/akn/vn/doc/kh/2021-05-17/23-kh-duk-2021"


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas" / "akomantoso30.xsd"))


def made(library, language: str, key: str = PLAN) -> etree._Element:
    return etree.fromstring(akn.akn(Context(library.published, language, "2026-11-02"), key))


def flat(text: str) -> str:
    return " ".join(text.split())


def words(root: etree._Element) -> str:
    """The words of a file without those of its head and the dashes, which are no words of provisions."""
    body = root.xpath("/a:akomaNtoso/a:doc/*[not(self::a:meta)]//text()[not(parent::a:num[.='-'])]", namespaces=NS)
    return flat(" ".join(body))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_file_is_valid_and_every_text_whole(now, schema, language):
    for key, original in now.published.originals.items():
        if original.date:
            root = made(now, language, key)
            schema.assertValid(root)
            if original.held:
                whole(root, now.documents[language][key])


def whole(root: etree._Element, document: Document) -> None:
    # Elements in a line of words add no blanks.
    said = [flat("".join(each.itertext())) for each in root.iterfind(".//{*}p")]
    for provision in document.provisions:
        if provision.kind in (DASH, PARAGRAPH):
            told = cells(provision.text) if provision.row else [provision.text]
            assert [each for each in told if each and flat(each) not in said] == [], provision.id
    marked = {each.get("wId") for each in root.iter() if each.get("wId")}
    assert marked == {provision.id for provision in document.provisions}
    told = ("".join(cells(each.text)) if each.row else each.text for each in document.provisions)
    assert "".join(words(root).split()) == "".join("".join(told).split())


def test_identifiers_tell_work_expression_and_translation(library):
    vi, en = (made(library, language) for language in ("vi", "en"))
    for root, language in ((vi, "vie"), (en, "eng")):
        assert root.xpath("string(//a:FRBRWork/a:FRBRuri/@value)", namespaces=NS) == WORK
        found = root.xpath("string(//a:FRBRExpression/a:FRBRuri/@value)", namespaces=NS)
        assert found == f"{WORK}/{language}@2021-05-17"
    (translation,) = en.xpath("//a:FRBRtranslation", namespaces=NS)
    assert (translation.get("href"), translation.get("authoritative")) == (f"{WORK}/vie@2021-05-17", "false")
    assert vi.xpath("//a:FRBRtranslation", namespaces=NS) == []


def test_certain_citations_are_references(library):
    found = made(library, "vi").xpath("//a:ref", namespaces=NS)
    cited = {each.get("href"): flat("".join(each.itertext())) for each in found}
    assert cited["/akn/vn/doc/kh/2021-05-05/26-kh-btgtw-2021"].startswith("Kế hoạch số 26-KH/BTGTW ngày 05/5/2021")
    assert WORK not in cited


def provision(name: str, kind: str, text: str, level: int = 0) -> Provision:
    return Provision(name, kind, level, text, Span("docs/vi/van-ban/x.md"))


def line(name: str, text: str, row: Row) -> Provision:
    return provision(name, PARAGRAPH, text)._replace(row=row)


TITLED = provision("tieu-de", TITLE, "ĐẢNG ỦY\n*\nSố 1\nĐẢNG CỘNG SẢN VIỆT NAM\nKẾ HOẠCH")
PART, SECTION = provision("i", HEADING, "I. MỘT", 2), provision("i-1", HEADING, "1. Hai", 3)
SHAPES = {
    "nothing": [],
    "a title alone": [TITLED],
    "no title": [provision("mo-dau-p1", PARAGRAPH, "mở đầu"), PART, provision("i-p1", PARAGRAPH, "một")],
    "a heading with nothing below": [TITLED, PART],
    "sections with nothing below": [TITLED, PART, SECTION, provision("i-2", HEADING, "2. Ba", 3)],
    "a heading without a number": [TITLED, provision("i", HEADING, "MỘT", 2), provision("i-p1", PARAGRAPH, "một")],
    "two headings of one number": [
        PART, SECTION, provision("i-1-1", DASH, "a"), provision("i-2", HEADING, "1. Hai", 3),
        provision("i-2-1", DASH, "b"),
    ],
    "paragraphs around dashes": [
        PART, provision("i-p1", PARAGRAPH, "trước"), provision("i-1", DASH, "a"), provision("i-p2", PARAGRAPH, "giữa"),
        provision("i-2", DASH, "b"), provision("i-p3", PARAGRAPH, "sau"),
    ],
    "words before sections": [PART, provision("i-p1", PARAGRAPH, "dẫn"), SECTION, provision("i-1-p1", PARAGRAPH, "x")],
    "dashes before sections": [
        PART, provision("i-9", DASH, "a"), provision("i-p1", PARAGRAPH, "b"), SECTION,
        provision("i-1-p1", PARAGRAPH, "x"),
    ],
    "several paragraphs": [PART, provision("i-p1", PARAGRAPH, "một"), provision("i-p2", PARAGRAPH, "hai")],
    "a level left out": [PART, provision("i-1.1", HEADING, "1.1. Sâu", 4), provision("i-1.1-1", DASH, "a")],
    "a table among paragraphs": [
        PART, provision("i-p1", PARAGRAPH, "trước"), line("i-p2", "| a | b |", Row(True, ((1, 2), (2, 1)), 1, 1)),
        line("i-p3", "| c | d |", Row(place=2, table=1)), line("i-p4", "| e | |", Row(place=1, table=2)),
        provision("i-p5", PARAGRAPH, "sau"),
    ],
    "a table among dashes": [
        line("mo-dau-p1", "| a | b |", Row(place=1, table=1)), PART, provision("i-1", DASH, "a"),
        line("i-p1", "| a | b |", Row(place=1, table=1)), line("i-p2", "| c | d |", Row(place=2, table=1)),
        provision("i-2", DASH, "b"),
    ],
    "what XML does not hold": [TITLED, PART, provision("i-p1", PARAGRAPH, "trước\x0c sau <a> & b")],
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_other_shapes_are_valid_too_and_lose_nothing(library, schema, shape):
    document = replace(library.originals[PLAN], provisions=tuple(SHAPES[shape]))
    changed = replace(
        library, documents={**library.documents, "vi": {**library.originals, PLAN: document}}, citations=()
    )
    root = made(changed, "vi")
    schema.assertValid(root)
    told = " ".join(each.text for each in SHAPES[shape]).replace("\x0c", "").replace("|", "")
    assert words(root) == flat(told)


def test_without_a_date_there_is_no_file_since_the_schema_has_none_without(library, schema):
    document = replace(library.originals[PLAN], date=None)
    changed = replace(library, documents={**library.documents, "vi": {**library.originals, PLAN: document}})
    assert akn.akn(Context(changed, "vi", None), PLAN) is None
    root = made(library, "vi")
    for date in root.xpath("//a:FRBRWork/a:FRBRdate", namespaces=NS):
        for unknown in ("", "unknown", "2021"):
            date.set("date", unknown)
            assert not schema.validate(root), unknown
        date.getparent().remove(date)
    assert not schema.validate(root)


STATED = "169-hd-btgtw-2021"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_of_a_text_that_is_not_held_there_is_what_others_state(library, language):
    context = Context(library.published, language, "2026-11-02")
    root, original = made(library, language, STATED), library.originals[STATED]
    preface, body = (root.find(f".//{{*}}{each}") for each in ("preface", "mainBody"))
    told = {each.tag.rpartition("}")[2]: each.text for each in preface.iterfind("{*}p/*") if each.text}
    assert told.pop("remark") == context.t["stated-by"].split("{}")[0]
    assert told["docNumber"] == original.number
    # Of the place and the subject nothing is stated.
    assert told.keys() == {"docNumber", "docType", "docAuthority", "docDate"}
    assert preface.find(".//{*}docDate").get("date") == original.date
    assert [each.get("href") for each in preface.iter("{*}ref")] == [WORK]
    assert [flat("".join(each.itertext())) for each in preface][-1].endswith(context.t["unknown"])
    assert (body.get("status"), flat("".join(body.itertext()))) == ("unknown", context.t["text-not-held"])
    # Nothing is here that could be a translation.
    assert root.xpath("//a:FRBRtranslation", namespaces=NS) == []


def test_a_document_without_kind_number_and_issuer_is_valid(library, schema):
    document = replace(library.originals[PLAN], number=None, kind=None, issuer=None, issuer_name=None)
    changed = replace(library, documents={**library.documents, "vi": {**library.originals, PLAN: document}})
    schema.assertValid(made(changed, "vi"))


def test_a_cell_has_the_bars_that_stand_in_it(library):
    rows = (PART, line("i-p1", r"| a \| b | | c|d |", Row(spans=((2, 1), (1, 3), (1, 1)), place=1, table=1)))
    document = replace(library.originals[PLAN], provisions=rows)
    documents = {**library.documents, "vi": {**library.originals, PLAN: document}}
    cells = made(replace(library, documents=documents, citations=()), "vi").xpath("//a:td", namespaces=NS)
    assert [flat("".join(each.itertext())) for each in cells] == ["a | b", "", "c|d"]
    assert [(each.get("colspan"), each.get("rowspan")) for each in cells] == [("2", None), (None, "3"), (None, None)]
