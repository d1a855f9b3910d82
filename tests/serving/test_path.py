"""The same release at the root of a host and below a path: links are relative, and what names the site is right."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from lxml import etree, html

from tests.folders import copied
from tests.serving import nginx
from tests.serving.asking import Address

HOST = "https://vanban.example"
LINKS = ("href", "src", "action")
# Folders from which scripts fetch more.
BASES = {"data-scripts": "engine.js", "data-index": "index.js", "data-other-index": "index.js"}


@contextmanager
def served(site: Path, at: str, folder: Path) -> Iterator[Address]:
    """A built site below a path."""
    (folder / "kb").mkdir()
    (folder / "kb/current").symlink_to(site)
    with nginx.running(folder, folder / "kb", at=at) as (_, plain):
        yield plain


@pytest.fixture(scope="module")
def below(site: Path, needs_nginx, tmp_path_factory) -> Iterator[Address]:
    """The site of a build that does not know its address, below a path."""
    with served(site, "/kb/", tmp_path_factory.mktemp("below")) as address:
        yield address


@pytest.fixture(scope="module")
def named(root: Path, tmp_path_factory) -> Path:
    """The site of a build that knows its address, below a path."""
    folder = tmp_path_factory.mktemp("named") / "kb"
    copied(root, folder)
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    assert 'site_url: ""' in settings
    (folder / "mkdocs.yml").write_text(settings.replace('site_url: ""', f"site_url: {HOST}/kb/"), encoding="utf-8")
    question = folder / "docs/vi/hoi-dap/in-trang.md"
    text = question.read_text(encoding="utf-8").replace("\ngroup:", "\nformerly: [in-giay]\ngroup:")
    question.write_text(text, encoding="utf-8")
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1790000000"}
    kb = Path(sys.executable).with_name("kb")
    built = subprocess.run([kb, "build"], cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return folder / "site"


def _links(address: str, page: bytes) -> tuple[set[str], set[str]]:
    """All addresses that a page names, and the IDs that it has."""
    tree = html.document_fromstring(page)
    found = {each.get(name) for name in LINKS for each in tree.iter(etree.Element) if each.get(name) is not None}
    for name, file in BASES.items():
        found |= {f"{each.get(name)}{file}" for each in tree.xpath(f"//*[@{name}]")}
    return {urljoin(address, link) for link in found}, {"", *tree.xpath("//@id")}


def _crawl(address: Address, starts: list[str]) -> tuple[int, list[str]]:
    """How many addresses are reached by links from some pages, and which links lead nowhere or out of the site."""
    waiting, reached, broken = [urljoin(address.url, start) for start in starts], {}, []
    asked: list[tuple[str, str]] = []
    while waiting:
        url = waiting.pop()
        if url in reached:
            continue
        answer = address.get(urlsplit(url).path)
        if not url.startswith(address.url) or answer.status != 200:
            broken.append(f"{url}: {answer.status}")
            reached[url] = set()
            continue
        links, reached[url] = set(), set()
        if answer.headers["Content-Type"].startswith("text/html"):
            links, reached[url] = _links(url, answer.body)
        for link in links:
            whole, fragment = urldefrag(link)
            waiting.append(whole.partition("?")[0])
            asked.append((whole.partition("?")[0], unquote(fragment)))
    broken += sorted({f"{url}#{name}" for url, name in asked if name and reached[url] and name not in reached[url]})
    return len(reached), broken


def test_every_link_below_a_path_leads_to_something_below_it(below, site):
    pages = [path.parent.relative_to(site).as_posix() + "/" for path in site.rglob("index.html")]
    reached, broken = _crawl(below, pages)
    assert broken == []
    assert reached > len(pages)


def test_nothing_names_a_host_or_a_path_where_none_is_known(site):
    assert not list(site.rglob("sitemap*"))
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert 'rel="canonical"' not in text or "http-equiv=" in text, path


@pytest.mark.parametrize(("path", "words"), [("x/y/z", "Không tìm thấy trang"), ("en/x/y/", "Page not found")])
def test_the_page_for_what_is_not_found_names_nothing_where_no_address_is_known(below, path, words):
    answer = below.get(path)
    assert answer.status == 404
    assert words in answer.body.decode()
    assert _links(below.url, answer.body)[0] == set()


@pytest.mark.parametrize(("path", "prefix"), [("x/y/z", ""), ("en/x/y/", "en/")])
def test_the_page_for_what_is_not_found_leads_on_where_the_address_is_known(named, needs_nginx, tmp_path, path, prefix):
    with served(named, "/kb/", tmp_path) as address:
        answer = address.get(path)
        assert answer.status == 404
        links = _links(f"{address.url}{path}", answer.body)[0]
        assert f"{address.url}{prefix}van-ban/" in links
        for link in links:
            assert link.startswith(address.url)
            assert address.get(urlsplit(link).path).status == (404 if urldefrag(link)[1] == "noi-dung" else 200), link


def test_canonical_links_and_the_sitemap_say_the_address(named):
    canonical, moved = {}, []
    for path in named.rglob("index.html"):
        tree = html.document_fromstring(path.read_bytes())
        folder = path.parent.relative_to(named).as_posix()
        (canonical[folder],) = tree.xpath("//link[@rel='canonical']/@href")
        if tree.xpath("//meta[@http-equiv='refresh']"):
            moved.append(folder)
            assert canonical.pop(folder) == "../in-trang/"
            (script,) = [each for each in tree.xpath("//script/@src") if each.endswith("/moved.js")]
            assert (path.parent / script).is_file()
    assert sorted(moved) == ["en/hoi-dap/in-giay", "hoi-dap/in-giay"]
    assert canonical["."] == f"{HOST}/kb/"
    assert {url: folder for folder, url in canonical.items()} == {
        f"{HOST}/kb/{'' if folder == '.' else folder + '/'}": folder for folder in canonical
    }
    sitemap = etree.parse(named / "sitemap.xml")
    assert set(sitemap.xpath("//*[local-name()='loc']/text()")) == set(canonical.values())
