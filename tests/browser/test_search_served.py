"""The search wherever the site lies: compressed on a server, below a path, under a strict policy, and on a disk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import looks
from tests.browser.server import serving
from tests.conftest import FIGURE

LINK = "a.md-search-result__link"
MOST = 60_000
"""Bytes, compressed, that the first result may take."""
# Nothing inline, nothing evaluated, nothing fetched: the search needs no exception from any of it.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'none';"
    " worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
WATCH = """
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
  (window.refused ??= []).push(`${violatedDirective} ${blockedURI} ${sample}`));
const look = () => document.querySelector("a.md-search-result__link") && (window.answered ??= performance.now());
new MutationObserver(look).observe(document, { subtree: true, childList: true });
"""
BODIES = """performance.getEntriesByType("resource")
  .filter(({ responseEnd }) => responseEnd <= (window.answered ?? Infinity))
  .map(({ name, encodedBodySize }) => [name, encodedBodySize])"""
QUERIES = {
    "/?q=mang xa hoi": "van-ban/23-kh-duk-2021/#ii-2.1-2",
    "/gioi-thieu/?q=26/KH-BTGTW": "van-ban/26-kh-btgtw-2021/",
    "/tim-kiem/?q=tuyeen truyeenf mieejng": "van-ban/23-kh-duk-2021/#ii-2.2",
    "/en/?q=social network": "en/van-ban/23-kh-duk-2021/#ii-2.1-2",
}


@contextmanager
def opened(browser: Browser, address: str) -> Iterator[Page]:
    """A page of a new visitor at an address, and an error where its scripts fail."""
    context = browser.new_context(**looks.settings())
    context.add_init_script(WATCH)
    page = context.new_page()
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.goto(address)
    yield page
    context.close()
    assert failures == []


def first(page: Page, root: str) -> str:
    """Where the first result leads, below the root of the site."""
    page.locator(LINK).first.wait_for()
    found = urlsplit(page.locator(LINK).first.evaluate("link => link.href").removeprefix(root).lstrip("/"))
    return found.path + (f"#{found.fragment}" if found.fragment else "")


def leads_to_marked_words(page: Page) -> None:
    page.locator(LINK).first.click()
    page.locator("mark.kb-found").first.wait_for()


@pytest.mark.parametrize(("path", "query"), [("/", "mạng"), ("/tim-kiem/", "mạng"), ("/en/", "network")])
def test_the_first_result_takes_few_bytes(browser, server_then, path, query, record_property):
    """Counted like the harness does: all that is called after the search, and all that the page takes only for it."""
    with opened(browser, server_then + path) as page:
        page.wait_for_load_state("networkidle")
        plain = dict(page.evaluate(BODIES))
    with opened(browser, f"{server_then}{path}?q={query}") as page:
        page.locator(LINK).first.wait_for()
        asked = dict(page.evaluate(BODIES))
    counted = {name: size for name, size in asked.items() if name not in plain or re.search("search|tim-kiem", name)}
    total = sum(counted.values())
    record_property(
        FIGURE, f"search, bytes for the first result on {path}: {total / 1000:.1f} kB, {len(counted)} requests"
    )
    assert {"engine.js", "index.js"} <= {name.rpartition("/")[2] for name in counted}
    assert total <= MOST


@pytest.mark.parametrize(("path", "target"), QUERIES.items())
def test_below_a_path(browser, site_then, tmp_path, path, target):
    (tmp_path / "kb").symlink_to(site_then)
    with serving(tmp_path) as address, opened(browser, f"{address}/kb{path}") as page:
        assert first(page, f"{address}/kb/") == target


@pytest.mark.parametrize(("path", "target"), QUERIES.items())
def test_under_a_strict_policy(browser, site_then, path, target):
    with serving(site_then, {"Content-Security-Policy": POLICY}) as address, opened(browser, address + path) as page:
        assert first(page, address) == target
        if "#" in target:
            leads_to_marked_words(page)
        assert page.evaluate("window.refused ?? []") == []


@pytest.mark.parametrize(("path", "target"), QUERIES.items())
def test_from_a_disk(browser, site_then, path, target):
    place, _, query = path.partition("?")
    root = site_then.as_uri()
    with opened(browser, f"{root}{place}index.html?{query}") as page:
        assert first(page, root) == target.replace("/#", "/index.html#") + ("" if "#" in target else "index.html")
        if "#" in target:
            leads_to_marked_words(page)


def test_from_a_disk_the_box_leads_to_the_page_of_results(browser, site_then):
    with opened(browser, f"{site_then.as_uri()}/index.html") as page:
        page.locator(".kb-search input").fill("bầu cử")
        page.locator(LINK).first.wait_for()
        page.keyboard.press("Enter")
        page.wait_for_url("**/tim-kiem/index.html?q=*")
        page.locator(f".kb-find {LINK}").first.wait_for()
        page.locator(".kb-facet input").first.click()
        assert "=" in page.url.partition("&")[2]
