"""What pages tell programs, and the feed of changes."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as etree

import pytest

from kb import reading
from kb.views import feed, linked
from kb.views.context import Context
from tests.folders import CONTENT

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")


@pytest.fixture(scope="module")
def contexts():
    library = reading.read(CONTENT)
    return {language: Context(library, language, None) for language in ("vi", "en")}


def test_a_document_says_what_is_known_of_it_and_no_more(contexts):
    vi = contexts["vi"]
    assert linked.legislation(vi, vi.library.originals["05-ct-tw-2016"]) == {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "name": "Chỉ thị số 05-CT/TW",
        "legislationIdentifier": "05-CT/TW",
        "legislationType": "Chỉ thị",
        "legislationDate": "2016-05-15",
        "legislationPassedBy": {"@type": "Organization", "name": "Bộ Chính trị"},
        "description": "đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
        "inLanguage": "vi",
    }
    unnumbered = linked.legislation(vi, vi.library.originals["nq-dai-hoi-xiii-dang"])
    assert not {"legislationIdentifier", "legislationDate", "legislationPassedBy"} & set(unnumbered)


def test_the_page_of_a_document_tells_the_kind_that_its_title_begins_with(site, library):
    """One symbol may stand for several: a Thông tư is no Thông tri."""
    kinds = {name.casefold() for kind in library.numbers.kinds for name in (kind.vi, *kind.spellings)}
    for key, document in library.published.originals.items():
        html = (site / "van-ban" / key / "index.html").read_text(encoding="utf-8")
        told = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html)[1])
        title = told["name"].casefold()
        if document.kind and any(title.startswith(kind) for kind in kinds):
            assert title.startswith(told["legislationType"].casefold()), key


def test_references(contexts):
    vi = contexts["vi"]
    plan = vi.library.originals["23-kh-duk-2021"]
    (item,) = json.loads(linked.csl(vi, plan))
    assert item["title"] == f"Kế hoạch số 23-KH/ĐUK. {plan.subject}"
    assert (item["number"], item["issued"]) == ("23-KH/ĐUK", {"date-parts": [[2021, 5, 17]]})
    entry = linked.bibtex(vi, plan)
    assert entry.startswith("@misc{23-kh-duk-2021,\n  title = {{Kế hoạch số 23-KH/ĐUK. ")
    assert "  year = 2021,\n  month = may,\n  day = 17,\n" in entry
    for key, document in vi.library.originals.items():
        (item,) = json.loads(linked.csl(vi, document))
        assert ("issued" in item, "author" in item) == (bool(document.date), bool(document.issuer_name)), key
        entry = linked.bibtex(vi, document)
        assert entry.count("{") == entry.count("}")
        assert ("year" in entry) == bool(document.date)


def test_an_answer_is_told_without_its_markup(contexts):
    question = contexts["vi"].library.questions["vi"]["mang-xa-hoi"]
    (asked,) = linked.faq(contexts["vi"], question)["mainEntity"]
    assert asked["name"] == question.question
    text = asked["acceptedAnswer"]["text"]
    assert "](" not in text
    assert "(Facebook, Zalo, Youtube, Gapo, Lotus, VCNET…)" in text


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_feed_has_all_that_atom_asks_for(contexts, language):
    root = etree.fromstring(feed.feed(contexts[language]))
    assert root.tag == f"{ATOM}feed"
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == len(contexts[language].library.changes)
    ids = [each.text for each in root.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids)) == len(entries) + 1
    for each in (root, *entries):
        assert each.find(f"{ATOM}title").text
        assert MOMENT.fullmatch(each.find(f"{ATOM}updated").text)
    days = [each.find(f"{ATOM}updated").text for each in entries]
    assert days == sorted(days, reverse=True)
    assert root.find(f"{ATOM}updated").text == days[0]
    assert root.find(f"{ATOM}author/{ATOM}name").text


def test_entries_lead_to_pages(site, library):
    for language, folder in (("vi", site), ("en", site / "en")):
        told = feed.feed(Context(library, language, None))
        assert (folder / feed.PATH).read_text(encoding="utf-8") == told
        for each in etree.fromstring(told).findall(f"{ATOM}entry/{ATOM}link"):
            assert (folder / each.get("href") / "index.html").is_file()
