"""The small Markdown vocabulary of the views: text comes back exactly, addresses are relative."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from kb.views.staged import StagedPage, block, bullets, details, escape, foreign, link, plain, records, table, url
from tests.views.rendering import EXTENSIONS, rendered, words

# Everything that can stand on a printed line; what ends lines or is no character is the business of the checks.
PRINTABLE = st.text(
    st.one_of(
        st.sampled_from("\\`*_{}[]()#+-.!|<>&\"'~^=:/$@%;, "),
        st.characters(exclude_categories=["C", "Zl", "Zp"], exclude_characters="\u0085"),
    ),
    min_size=1,
).map(str.strip).filter(bool)  # fmt: skip
AWKWARD = [
    "1. một", "- hai", "+ ba", "> bốn", "# năm", "***", "---", "| a | b |", "[a](b)", "[a][b]", "![a](b)", "*[a]: b",
    "[a]: b", "<b>a</b>", "&amp;", "&lt;b&gt;", "a\\", "\\*", "`a`", "``", "_a_", "__a__", "a_b_c", "{#i}", "{: .a}",
    "a {#b}", "<https://a.b>", "https://a.b", "a@b.c", "/// html | b", ":::", "a  b", "“a” – b…", "( a ), b ;c", "$a$",
    "a | b", "#", "a #",
]  # fmt: skip


def test_the_reader_is_that_of_the_site(root):
    text = (root / "mkdocs.yml").read_text(encoding="utf-8").replace("!!python/name:", "")
    configured = yaml.safe_load(text)["markdown_extensions"]
    assert [next(iter(each)) if isinstance(each, dict) else each for each in configured] == EXTENSIONS


@given(PRINTABLE)
@example("1. một")
def test_a_provision_shows_exactly_its_words(text):
    for marker in ("- ", "#### ", ""):
        (element,) = rendered(f"{marker}{escape(text)} {{#i-1 doc=a}}").xpath("//*[@id='i-1']")
        assert words(element) == text


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_words(text):
    for marker in ("- ", "#### ", ""):
        (element,) = rendered(f"{marker}{escape(text)} {{#i-1 doc=a}}").xpath("//*[@id='i-1']")
        assert words(element) == text
        assert list(element) == []
    assert words(rendered(f"# {escape(text)}").find("h1")) == text
    assert words(rendered(link(text, "b.md", "a.md")).find(".//a")) == text
    assert words(rendered(table(["x"], [[escape(text)]])).find(".//td")) == text


@given(PRINTABLE)
def test_a_link_shows_exactly_its_words(text):
    (element,) = rendered(f"x {link(text, 'b/c.md', 'b/a.md', 'i-1', '.kb-plain')} y").findall(".//a")
    assert words(element) == text
    assert (element.get("href"), element.get("class")) == ("c.md#i-1", "kb-plain")


@given(PRINTABLE)
def test_a_title_block_shows_exactly_its_lines(text):
    (element,) = rendered(f"::: {{#tieu-de doc=a}}\nA\n{escape(text)}\n:::").xpath("//*[@id='tieu-de']")
    assert [words(line) for line in element.iter("div") if line.text and not len(line)] == ["A", text]


@given(PRINTABLE)
def test_vietnamese_words_on_an_english_page_are_marked_as_such(text):
    assert foreign(text, "vi") == escape(text)
    (element,) = rendered(f"x {foreign('a' + text + 'b', 'en')} y").findall(".//em")
    assert (words(element), element.get("lang")) == ("a" + text + "b", "vi")


URLS = [
    ("index.md", "vi", "."),
    ("index.md", "en", "en/"),
    ("van-ban/index.md", "vi", "van-ban/"),
    ("van-ban/23-kh-duk-2021.md", "vi", "van-ban/23-kh-duk-2021/"),
    ("van-ban/23-kh-duk-2021.md", "en", "en/van-ban/23-kh-duk-2021/"),
    ("chu-de/reindex.md", "vi", "chu-de/reindex/"),
]


@pytest.mark.parametrize(("path", "language", "address"), URLS)
def test_url(path, language, address):
    assert url(path, language) == address


LINKS = [
    (("b.md", "a.md"), "[x](b.md)"),
    (("c/b.md", "a.md"), "[x](c/b.md)"),
    (("b.md", "c/a.md"), "[x](../b.md)"),
    (("c/b.md", "c/a.md"), "[x](b.md)"),
    (("d/b.md", "c/a.md"), "[x](../d/b.md)"),
    (("a.md", "a.md"), "[x](a.md)"),
    (("a.md", "a.md", "i-1"), "[x](#i-1)"),
    (("b.md", "a.md", "i-1"), "[x](b.md#i-1)"),
    (("b.md", "a.md", "", ".k"), "[x](b.md){ .k }"),
]


@pytest.mark.parametrize(("arguments", "expected"), LINKS)
def test_link(arguments, expected):
    assert link("x", *arguments) == expected


def test_blocks_inside_blocks():
    page = rendered(block("div.kb-a", "một", details("Thêm", block("p.kb-b", "hai")), bullets(["ba", "bốn"])))
    outer = page.find("div[@class='kb-a']")
    assert outer.findtext("p") == "một"
    assert outer.findtext("details/summary") == "Thêm"
    assert outer.findtext("details/p[@class='kb-b']") == "hai"
    assert [item.text for item in outer.findall("ul/li")] == ["ba", "bốn"]


def test_a_table_has_its_cells():
    page = rendered(table(["a", "b"], [["1", escape("x | y")], ["2\n3", "z"]]))
    assert [[words(cell) for cell in row] for row in page.iter("tr")] == [["a", "b"], ["1", "x | y"], ["2 3", "z"]]


def test_records_name_their_rows_and_each_cell_its_column():
    page = rendered(records(["Số", "Ở đâu"], [["[x](a.md){ .k }", escape("{y}")], ["1", ""]]))
    cells = [(words(cell), cell.get("role"), cell.get("data-label")) for cell in page.iter("td")]
    assert cells == [("x", "rowheader", "Số"), ("{y}", None, "Ở đâu"), ("1", "rowheader", "Số"), ("", None, None)]
    assert page.find(".//a").get("class") == "k"


PLAIN = [
    ("Theo [mục 1](../a.md#i-1), *đây* là `x`.\nHai.", "Theo mục 1, đây là x. Hai."),
    ("## Đầu\n\n- một\n- hai\n\n1. ba", "một hai ba"),
    ("5 - 3 [không liên kết] a_b", "5 - 3 [không liên kết] a_b"),
    ("ab " * 99, "ab " * 66 + "…"),
    ("", ""),
]


@pytest.mark.parametrize(("markdown", "text"), PLAIN)
def test_plain_words_of_prose(markdown, text):
    assert plain(markdown) == text


TITLES = ['"quoted"', "a: b", "# x", "- x", "null", "2021-05-17", "'", "{}", "…", "\\", "đ: “ă”", "<b>"]


@pytest.mark.parametrize("title", TITLES)
def test_front_matter_keeps_every_title(title):
    page = StagedPage("c/a.md", title, "page", "x", (("Home", "index.md"),), cards={"k": (title, title)})
    _, head, body = page.markdown("en").split("---\n", 2)
    for meta in (yaml.safe_load(head), json.loads(head)):
        assert meta["title"] == title
        assert meta["kb"]["crumbs"] == [["Home", "en/"]]
        assert meta["kb"]["cards"] == [["k", title, title]]
    assert body == "\nx\n"
