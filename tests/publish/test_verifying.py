"""A small built site: as it stands silent; with a fault planted, named."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from kb.publish.verifying import verify

GOLDEN = Path(__file__).parent / "golden"
HOME, DOCUMENTS, LOST, ENGLISH, CSS = "index.html", "van-ban/index.html", "404.html", "en/index.html", "assets/site.css"

# Where the golden site lies: its page for what is not found names its files from the root of the host.
ADDRESS = "https://vanban.example/"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOLDEN, tmp_path / "site"))


def test_the_golden_site_is_clean(site):
    assert verify(site, address=ADDRESS) == []


FAULTS = [
    # near misses: other ways to say the same, all sound
    (HOME, 'href="van-ban/#dieu-1"', 'href="van-ban/index.html#dieu-1"', None),
    (HOME, 'href="van-ban/#dieu-1"', 'href="./van-ban/?q=1#dieu-1"', None),
    (HOME, 'href="van-ban/#dieu-1"', 'href="van-ban/#%64ieu-1"', None),
    (HOME, 'href="van-ban/#dieu-1"', 'href="van-ban/#"', None),
    (HOME, 'href="van-ban/"', "", None),
    (HOME, "Cuối.", "Cuối (xem //, http, a:b và [x](y)).", None),
    (HOME, "Cuối.", "<pre>::: {#i}</pre>", None),
    (HOME, "Cuối.", "Cuối ** và * * * và 2**3; <code>**TODO**</code>", None),
    (HOME, "Cuối.", '<img srcset="assets/a.woff2 1x, assets/a.woff2 2x" alt="">', None),
    # links and resources that are not there
    (HOME, 'href="van-ban/#dieu-1"', 'href="van-ban/#dieu-2"', "SITE-001"),
    (HOME, 'href="van-ban/"', 'href="van-bann/"', "SITE-001"),
    (HOME, 'href="van-ban/"', 'href="van-ban"', None),
    (HOME, 'href="van-ban/"', 'href="assets/site.css/"', "SITE-001"),
    (HOME, 'href="#cuoi"', 'href="#cuoii"', "SITE-001"),
    (HOME, 'href="en/"', 'href="../en/"', "SITE-001"),
    (ENGLISH, 'href="van-ban/#dieu-1"', 'href="van-ban/#dieu-2"', "SITE-001"),
    (HOME, 'src="assets/site.js"', 'src="assets/sit.js"', "SITE-001"),
    (HOME, "Cuối.", '<img src="x.png" alt="">', "SITE-001"),
    (HOME, "Cuối.", '<img srcset="assets/a.woff2 1x, x.png 2x" alt="">', "SITE-001"),
    (HOME, "Cuối.", '<svg><use href="x.svg#a"></use></svg>', "SITE-001"),
    (HOME, "Cuối.", '<video poster="x.png"></video>', "SITE-001"),
    (HOME, "Cuối.", '<b style="background: url(x.png)">a</b>', "SITE-010"),
    (CSS, 'url("a.woff2")', 'url("b.woff2")', "SITE-001"),
    # what leads away
    (HOME, 'href="van-ban/"', 'href="https://example.org/"', "SITE-002"),
    (HOME, 'href="van-ban/"', 'href="//example.org/"', "SITE-002"),
    (HOME, 'href="van-ban/"', 'href="mailto:ai@example.org"', "SITE-002"),
    (HOME, 'href="van-ban/"', 'href="javascript:alert(1)"', "SITE-002"),
    (HOME, "Cuối.", '<script src="http://example.org/a.js"></script>', "SITE-002"),
    (HOME, "Cuối.", '<iframe src="HTTPS://example.org/"></iframe>', "SITE-002"),
    (HOME, "Cuối.", '<form action="https://example.org/"></form>', "SITE-002"),
    (HOME, "Cuối.", "<style>@import 'https://example.org/a.css';</style>", "SITE-010"),
    (HOME, '<meta charset="utf-8">', '<meta http-equiv="refresh" content="0; url=https://example.org/">', "SITE-002"),
    (CSS, 'url("a.woff2")', "url(https://example.org/a.woff2)", "SITE-002"),
    (CSS, "@font-face", '@import "//example.org/a.css";\n@font-face', "SITE-002"),
    # language, headings, titles
    (HOME, 'lang="vi"', 'lang="en"', "SITE-003"),
    (HOME, ' lang="vi"', "", "SITE-003"),
    (ENGLISH, 'lang="en"', 'lang="vi"', "SITE-003"),
    (LOST, 'lang="vi"', 'lang="en"', "SITE-003"),
    (HOME, "<h1>Trang chủ</h1>", "", "SITE-004"),
    (HOME, "<h1>Trang chủ</h1>", "<h1>a</h1><h1>b</h1>", "SITE-004"),
    (HOME, "<title>Trang chủ</title>", "<title> </title>", "SITE-005"),
    (HOME, "<title>Trang chủ</title>", "", "SITE-005"),
    (DOCUMENTS, "<title>Văn bản</title>", "<title>Trang chủ</title>", "SITE-005"),
    # absolute addresses, marks of the staging, IDs
    (HOME, 'href="van-ban/"', 'href="/van-ban/"', "SITE-006"),
    (HOME, "Cuối.", "Cuối. {#i-1-1}", "SITE-007"),
    (HOME, "Cuối.", "<b>Cuối</b>. {{ page.title }}", "SITE-007"),
    (HOME, "Cuối.", "{% include 'x' %}", "SITE-007"),
    (HOME, "Cuối.", "::: {#tieu-de}", "SITE-007"),
    (HOME, "Cuối.", "/// html | div.kb-x", "SITE-007"),
    (HOME, "Cuối.", "Xem [x](../van-ban/a.md#b).", "SITE-007"),
    (HOME, "Cuối.", "Một **chữ đậm** ở đây.", "SITE-007"),
    (HOME, "Cuối.", "TODO: viết nốt", "SITE-007"),
    (HOME, "Cuối.", '<b id="cuoi">a</b>', "SITE-008"),
    # what runs or paints from the page itself
    (HOME, "Cuối.", "<script>alert(1)</script>", "SITE-010"),
    (HOME, "Cuối.", '<script type="module">alert(1)</script>', "SITE-010"),
    (HOME, "Cuối.", '<script type="application/ld+json">{"a": 1}</script>', None),
    (HOME, "Cuối.", "<style>b { color: red }</style>", "SITE-010"),
    (HOME, "Cuối.", '<b style="color: red">a</b>', "SITE-010"),
    (HOME, "Cuối.", '<b OnClick="alert(1)">a</b>', "SITE-010"),
    (HOME, "Cuối.", '<b data-onclick="1">onclick=1</b>', None),
    (LOST, "<h1>", "<style>b { color: red }</style><h1>", "SITE-010"),
]


BELOW = "https://vanban.example/kb/"
ADDRESSES = [
    # the page for what is not found: from where the site lies, if that is known
    (LOST, BELOW, 'href="/kb/assets/site.css"', None),
    (LOST, BELOW, 'href="https://vanban.example/kb/assets/site.css"', None),
    (LOST, BELOW, 'href="/kb/assets/site.cs"', "SITE-001"),
    (LOST, BELOW, 'href="/assets/site.css"', "SITE-006"),
    (LOST, BELOW, 'href="/kbb/assets/site.css"', "SITE-006"),
    (LOST, BELOW, 'href="assets/site.css"', "SITE-006"),
    (LOST, BELOW, 'href="//kb/assets/site.css"', "SITE-002"),
    (LOST, "", 'href="/assets/site.css"', "SITE-006"),
    (LOST, "", 'href="#a"', "SITE-001"),
    # other pages: the host for programs alone
    (HOME, BELOW, 'href="https://vanban.example/kb/van-ban/"', None),
    (HOME, BELOW, 'href="https://vanban.example/van-ban/"', "SITE-002"),
    (HOME, BELOW, 'href="/kb/van-ban/"', None),
    (HOME, BELOW, 'href="/van-ban/"', "SITE-006"),
    (HOME, "", 'href="https://vanban.example/kb/van-ban/"', "SITE-002"),
]


@pytest.mark.parametrize(("file", "address", "link", "code"), ADDRESSES)
def test_addresses_that_name_the_site(site, file, address, link, code):
    for lost in (LOST, "en/404.html"):
        text = (site / lost).read_text(encoding="utf-8")
        (site / lost).write_text(re.sub('<[^<>]*="/[^<>]*>', "", text), encoding="utf-8")
    page = site / file
    text = page.read_text(encoding="utf-8").replace("</head>", f"<link {link}></head>")
    page.write_text(text, encoding="utf-8")
    assert [finding.code for finding in verify(site, address=address)] == ([code] if code else [])
    page.write_text(text.replace("<link ", "<a ").replace("></head>", ">a</a></head>"), encoding="utf-8")
    code = code or (None if file == LOST else "SITE-006")
    assert [finding.code for finding in verify(site, address=address)] == ([code] if code else [])


@pytest.mark.parametrize(("file", "old", "new", "code"), FAULTS)
def test_a_planted_fault(site, file, old, new, code):
    page = site / file
    text = page.read_text(encoding="utf-8")
    assert text.count(old) == 1
    page.write_text(text.replace(old, new), encoding="utf-8")
    found = [(finding.span.file, finding.code) for finding in verify(site, address=ADDRESS)]
    assert found == ([(file, code)] if code else [])


def test_a_title_on_two_pages_is_said_once_and_names_both(site):
    text = (site / DOCUMENTS).read_text(encoding="utf-8")
    (site / DOCUMENTS).write_text(text.replace("<title>Văn bản<", "<title>Trang chủ<"), encoding="utf-8")
    (finding,) = verify(site, address=ADDRESS)
    assert HOME in finding.message
    assert DOCUMENTS in finding.message


def test_pages_that_lead_on_may_share_a_title_and_must_lead_somewhere(site):
    text = (site / DOCUMENTS).read_text(encoding="utf-8")
    for folder, target in (("a", "../van-ban/"), ("b", "../van-ban/"), ("c", "../van-bann/")):
        (site / folder).mkdir()
        refresh = f'<meta charset="utf-8"><meta http-equiv="refresh" content="0; url={target}">'
        page = text.replace('<meta charset="utf-8">', refresh)
        assert page != text
        (site / folder / "index.html").write_text(page, encoding="utf-8")
    assert [(finding.span.file, finding.code) for finding in verify(site, address=ADDRESS)] == [
        ("c/index.html", "SITE-001")
    ]


@pytest.mark.parametrize("file", [LOST, "en/404.html"])
def test_a_missing_page_for_what_is_not_found(site, file):
    (site / file).unlink()
    assert [(finding.span.file, finding.code) for finding in verify(site, address=ADDRESS)] == [(file, "SITE-009")]


def test_the_line_is_that_of_the_element(site):
    text = (site / HOME).read_text(encoding="utf-8")
    (site / HOME).write_text(text.replace("Cuối.", '\n\n<a href="x/">x</a>'), encoding="utf-8")
    (finding,) = verify(site, address=ADDRESS)
    assert text.split("\n").index('<p id="cuoi">Cuối.</p>') + 3 == finding.span.line


def test_only_links_to_the_forge_may_lead_away(site):
    forge = "https://forge.example/kb/edit/"
    text = (site / HOME).read_text(encoding="utf-8")
    (site / HOME).write_text(text.replace('href="van-ban/"', f'href="{forge}docs/a.md"'), encoding="utf-8")
    assert verify(site, forge, ADDRESS) == []
    assert [finding.code for finding in verify(site, address=ADDRESS)] == ["SITE-002"]
    (site / HOME).write_text(text.replace("Cuối.", f'<script src="{forge}a.js"></script>'), encoding="utf-8")
    assert [finding.code for finding in verify(site, forge, ADDRESS)] == ["SITE-002"]


def test_an_empty_page_lacks_everything(site):
    (site / DOCUMENTS).write_bytes(b"")
    found = {(finding.span.file, finding.code) for finding in verify(site, address=ADDRESS)}
    assert {(DOCUMENTS, "SITE-003"), (DOCUMENTS, "SITE-004"), (DOCUMENTS, "SITE-005")} <= found


WHERE = [
    ("Cuối.", 'a\n\nb <a href="x/">x</a>', 'x/">x'),
    ("Cuối.", 'a <a href="x/?a=1&amp;b=2">x</a>', "x/?a=1&amp;b=2"),
    ("Cuối.", 'a <a\n  class="b"\n  href="https://example.org/">x</a>', "https://example.org/"),
    ("Cuối.", "Cuối.\nCâu sau {{ x", "{{ x"),
    ("Cuối.", 'Cuối\n<b id="cuoi">x</b>', 'id="cuoi">x'),
    ("Cuối.", "Cuối <h1>x</h1>", "<h1>x"),
]


@pytest.mark.parametrize(("old", "new", "words"), WHERE)
def test_the_column_is_where_the_words_stand(site, old, new, words):
    text = (site / HOME).read_text(encoding="utf-8").replace(old, new)
    (site / HOME).write_text(text, encoding="utf-8")
    (finding,) = verify(site, address=ADDRESS)
    assert text.split("\n")[finding.span.line - 1][finding.span.column - 1 :].startswith(words)


def test_the_column_in_a_stylesheet(site):
    text = (site / CSS).read_text(encoding="utf-8").replace('url("a.woff2")', 'url("b.woff2")')
    (site / CSS).write_text(text, encoding="utf-8")
    (finding,) = verify(site, address=ADDRESS)
    assert text.split("\n")[finding.span.line - 1][finding.span.column - 1 :].startswith('url("b.woff2")')


def test_bytes_that_are_no_text_are_no_reason_to_stop(site):
    for file in (HOME, CSS):
        (site / file).write_bytes((site / file).read_bytes() + b"\xff\xfe")
    assert [finding.code for finding in verify(site, address=ADDRESS)] == []
