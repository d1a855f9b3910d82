"""What the headers of the ready nginx configuration forbid: no page and no feature of the site needs it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import looks
from tests.browser.pages import TYPES, in_both_languages
from tests.serving import nginx

TELL = "addEventListener('securitypolicyviolation', (event) => console.error('VIOLATION', event.violatedDirective))"
PLAN = "/van-ban/23-kh-duk-2021/"


@pytest.fixture(scope="module")
def address(site: Path, tmp_path_factory) -> Iterator[str]:
    """The built site in nginx, without a slash at its end."""
    with served(site, tmp_path_factory.mktemp("policy")) as address:
        yield address


@pytest.fixture(scope="module")
def address_then(site_then: Path, tmp_path_factory) -> Iterator[str]:
    """The site of the content that tests begin with in another."""
    with served(site_then, tmp_path_factory.mktemp("policy")) as address:
        yield address


@contextmanager
def served(site: Path, folder: Path) -> Iterator[str]:
    if reason := nginx.missing():
        pytest.skip(reason)
    (folder / "kb").mkdir()
    (folder / "kb/current").symlink_to(site)
    with nginx.running(folder, folder / "kb") as (_, plain):
        yield plain.url.rstrip("/")


@pytest.fixture
def said() -> list[str]:
    """What the browser complained of, in order."""
    return []


@pytest.fixture
def opened(browser: Browser, address: str, said: list[str]) -> Iterator[Callable[..., Page]]:
    """Opens a path as a new visitor, and keeps what the browser complains of."""
    with visiting(browser, address, said) as visit:
        yield visit


@pytest.fixture
def opened_then(browser: Browser, address_then: str, said: list[str]) -> Iterator[Callable[..., Page]]:
    """The same on the site of the content that tests begin with."""
    with visiting(browser, address_then, said) as visit:
        yield visit


@contextmanager
def visiting(browser: Browser, address: str, said: list[str]) -> Iterator[Callable[..., Page]]:
    def visit(path: str, **settings: bool) -> Page:
        context = visitor(**settings)
        context.add_init_script(TELL)
        context.on("console", lambda line: line.type in ("error", "warning") and said.append(line.text))
        context.on("weberror", lambda error: said.append(str(error.error)))
        page = context.new_page()
        page.goto(path, wait_until="load")
        return page

    with looks.visitors(browser, address) as visitor:
        yield visit


@pytest.mark.parametrize("path", in_both_languages())
def test_no_page_needs_what_is_forbidden(opened, said, path):
    page = opened(path)
    page.emulate_media(media="print")
    # That the page asked for is not there is what the browser says of it, and no more.
    if path.endswith(TYPES["not found"]):
        assert page.evaluate("getComputedStyle(document.body).maxWidth") == "576px"
        assert [line for line in said if "404" not in line] == []
    else:
        assert said == []


def test_what_is_forbidden_is_told(opened, said):
    page = opened("/gioi-thieu/")
    page.evaluate(
        "() => { const add = (tag, props) => document.body.append(Object.assign(document.createElement(tag), props));"
        " add('script', { textContent: 'document.title = 1' }); add('style', { textContent: 'b { color: red }' });"
        " add('img', { src: 'https://images.example/a.png' }); add('iframe', { src: '/' });"
        " for (const [name, words] of [['style', 'color: red'], ['onclick', 'document.title = 1']])"
        " document.body.setAttribute(name, words);"
        " document.body.click(); }"
    )
    page.wait_for_timeout(300)
    kinds = {line.split()[1].removesuffix("-elem").removesuffix("-attr") for line in said if line.startswith("VIOL")}
    assert kinds == {"script-src", "style-src", "img-src", "frame-src"}
    assert page.title() != "1"


def test_searching(opened_then, said):
    page = opened_then("/")
    page.locator(".kb-search input").fill("mang xa hoi")
    page.locator("a.md-search-result__link").first.click()
    page.wait_for_url("**/van-ban/**")
    page.locator("mark.kb-found").first.wait_for()
    page.goto("/tim-kiem/?q=bầu cử")
    page.locator("a.md-search-result__link").first.wait_for()
    page.locator(".kb-find input[type=checkbox]").first.check()
    page.locator(".kb-find__tools select").select_option("order")
    page.locator(".kb-find__tools button").click()
    page.goto("/en/?q=social network")
    page.locator("a.md-search-result__link").first.wait_for()
    page.goto("/huong-dan/tra-cuu/?q=không dấu")
    page.locator(".kb-results").wait_for()
    assert said == []


def test_reading(opened_then, said):
    page = opened_then(PLAN)
    page.locator("a.kb-cite[data-card]:visible").first.hover()
    page.locator("#kb-card").wait_for()
    page.locator(".kb-tools summary").first.click()
    for wanted in ("dark", "light"):
        page.locator(".kb-scheme").click()
        assert page.evaluate("document.documentElement.dataset.scheme") == wanted
    page.locator(".kb-language").click()
    page.wait_for_url("**/en/van-ban/**")
    assert said == []


def test_the_register(opened_then, said):
    page = opened_then("/van-ban/")
    page.locator(".kb-filter input").fill("2021")
    page.locator(".kb-filter select").first.select_option(index=1)
    page.locator("button.kb-sort").first.click()
    page.locator("button.kb-sort").nth(2).click()
    assert page.locator("[aria-sort]").count() == 1
    assert said == []


def test_without_javascript(opened, said):
    for path in ("/", PLAN, "/van-ban/", "/tim-kiem/"):
        opened(path, javascript=False)
    assert said == []


@pytest.mark.parametrize("path", ["", "van-ban/", "en/"])
def test_no_other_site_may_show_it_in_a_frame_or_read_its_index(opened, said, address, path, tmp_path):
    (tmp_path / "kb").mkdir()
    frame = f'<iframe src="{address}/{path}"></iframe><script src="{address}/assets/search/index.js"></script>'
    (tmp_path / "kb/index.html").write_text(f"<!doctype html><title>x</title>{frame}", encoding="utf-8")
    page = opened("/")
    page.goto((tmp_path / "kb/index.html").as_uri())
    page.wait_for_timeout(300)
    assert any("frame-ancestors" in line for line in said)
    assert any("ERR_BLOCKED_BY_RESPONSE" in line for line in said)
