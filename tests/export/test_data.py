"""What other programs read: each file keeps to its schema and says what the pages say."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from kb.export import data

PLAN = "23-kh-duk-2021"


@pytest.fixture(scope="module")
def tables(now):
    return made(now)


@pytest.fixture(scope="module")
def tables_then(library):
    return made(library)


def made(library):
    return {path: json.loads(text) for path, text in data.tables(library).items()}


def rows(tables, name):
    return tables[f"{data.FOLDER}/{name}.json"][name]


@pytest.mark.parametrize("name", data.NAMES)
def test_a_file_keeps_to_its_schema_and_the_schema_is_strict(tables, name):
    schema = tables[f"{data.FOLDER}/{name}.schema.json"]
    Draft202012Validator.check_schema(schema)
    content = tables[f"{data.FOLDER}/{name}.json"]
    assert list(Draft202012Validator(schema).iter_errors(content)) == []
    for key in content[name][0]:
        without = {**content, name: [{field: value for field, value in content[name][0].items() if field != key}]}
        assert not Draft202012Validator(schema).is_valid(without), key
        wrong = {**content, name: [{**content[name][0], key: {"x": object}}]}
        assert not Draft202012Validator(schema).is_valid(wrong), key


def test_every_document_and_every_provision_is_there_word_for_word(now, tables):
    assert [each["id"] for each in rows(tables, "documents")] == sorted(now.published.originals)
    expected = [
        (key, each.id, each.text)
        for key, document in sorted(now.published.originals.items())
        for each in now.required(document)
    ]
    assert [(each["document"], each["id"], each["text"]) for each in rows(tables, "provisions")] == expected


def test_a_provision_has_its_pinpoint_and_its_translation(library, tables_then):
    third = next(each for each in rows(tables_then, "provisions") if each["id"] == "ii-1.1-3")
    assert third["pinpoint"] == "gạch đầu dòng thứ ba, tiểu mục 1.1, mục 1, phần II"
    assert third["translation"] == library.documents["en"][PLAN].by_id["ii-1.1-3"].text


def test_every_citation_stands_where_it_is_said_to(tables):
    texts = {(each["document"], each["id"]): each["text"] for each in rows(tables, "provisions")}
    for each in rows(tables, "citations"):
        text = texts[each["document_from"], each["provision_from"]]
        assert text[each["start"] : each["end"]] == each["raw"]


def test_the_citations_of_a_provision(tables_then):
    found = rows(tables_then, "citations")
    cited = {each["document"] for each in found if each["provision_from"] == "ii-1.1-3"}
    assert cited == {"07-ctr-duk-2021", "nq-dai-hoi-xiii-dang", "05-ct-tw-2016"}


def test_nothing_is_told_of_a_document_that_is_not_published(library):
    key = "169-hd-btgtw-2021"
    originals = {**library.originals, key: replace(library.originals[key], status="draft")}
    hidden = replace(library, documents={**library.documents, "vi": originals})
    documents = json.loads(data.tables(hidden)[f"{data.FOLDER}/documents.json"])["documents"]
    assert key not in {each["id"] for each in documents}
    assert key in {each["id"] for each in json.loads(data.tables(library)["du-lieu/documents.json"])["documents"]}


def test_every_address_is_a_page_of_the_site(site, tables):
    for name in ("documents", "provisions"):
        for each in rows(tables, name):
            page, _, fragment = each["address"].partition("#")
            html = (site / page / "index.html").read_text(encoding="utf-8")
            assert not fragment or f'id="{fragment}"' in html, each["address"]
    assert {path.name for path in (site / data.FOLDER).glob("*.json")} == {path.rpartition("/")[2] for path in tables}
