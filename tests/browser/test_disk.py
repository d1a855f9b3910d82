"""The site as it is opened from a disk: no server, no address but file://."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from kb.publish import bundling
from tests.browser import looks

LINK = "a.md-search-result__link"


@pytest.fixture(scope="module")
def stick(site_then, tmp_path_factory) -> Path:
    return unpacked(site_then, tmp_path_factory.mktemp("stick"))


@pytest.fixture(scope="module")
def stick_now(site, tmp_path_factory) -> Path:
    return unpacked(site, tmp_path_factory.mktemp("stick"))


def unpacked(site: Path, folder: Path) -> Path:
    bundling.on_disk(folder / "site.zip", site, 0)
    with zipfile.ZipFile(folder / "site.zip") as archive:
        # A folder whose name is not plain, as on many a stick.
        archive.extractall(folder / "Tài liệu & 100% #1")
    return folder / "Tài liệu & 100% #1"


@pytest.fixture
def opened(browser, stick, requests) -> Iterator[Page]:
    context = browser.new_context(**looks.settings(looks.DESKTOP))
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.on("request", lambda request: requests.append(request.url))
    page = context.new_page()
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto((stick / "index.html").as_uri())
    yield page
    context.close()
    assert faults == []
    assert {urlsplit(url).scheme for url in requests} == {"file"}


def at(page: Page, stick: Path) -> str:
    return page.evaluate("decodeURIComponent(location.pathname)").removeprefix(f"{stick}/")


def test_links_lead_to_pages(opened, stick):
    opened.locator(".kb-subject a").first.click()
    assert at(opened, stick) == "van-ban/23-kh-duk-2021/index.html"
    opened.locator(".kb-language").click()
    assert at(opened, stick) == "en/van-ban/23-kh-duk-2021/index.html"
    opened.locator(".kb-brand").click()
    assert at(opened, stick) == "en/index.html"
    opened.get_by_role("link", name="Documents", exact=True).first.click()
    assert at(opened, stick) == "en/van-ban/index.html"


def test_no_link_leads_to_a_folder(stick_now):
    pages = sorted(stick_now.rglob("*.html"))
    assert len(pages) > 100
    folders = [(page, link) for page in pages for link in bare(page, stick_now)]
    assert folders == []


def bare(page: Path, stick: Path) -> Iterator[str]:
    text = page.read_text(encoding="utf-8")
    for part in text.split(' href="')[1:]:
        address = part.partition('"')[0].partition("#")[0].partition("?")[0]
        if address and ":" not in address and (page.parent / address).is_dir():
            yield address


def test_a_search_finds_and_opens_at_the_words(opened, stick):
    opened.locator(".kb-search input").fill("mang xa hoi")
    opened.locator(LINK).first.click()
    opened.wait_for_url("**#ii-2.1-2")
    assert at(opened, stick) == "van-ban/23-kh-duk-2021/index.html"
    opened.locator("mark.kb-found").first.wait_for()
    opened.locator(".kb-search input").fill("tuyen truyen mieng")
    opened.keyboard.press("Enter")
    opened.wait_for_url("**/tim-kiem/index.html?q=*")
    opened.locator(f".kb-find {LINK}").first.wait_for()


def test_a_document_is_reached_by_its_number(opened, stick):
    opened.locator(".kb-search input").fill("26-KH/BTGTW")
    opened.keyboard.press("Enter")
    opened.wait_for_url("**/26-kh-btgtw-2021/index.html*")


def test_the_page_of_results_narrows_and_copies(opened, stick):
    opened.goto(f"{(stick / 'tim-kiem/index.html').as_uri()}?q=tuyen%20truyen%20mieng")
    opened.locator(f".kb-find {LINK}").first.wait_for()
    all_of_them = opened.locator(f".kb-find {LINK}").count()
    opened.locator(".kb-find input[type=checkbox]").first.check()
    opened.wait_for_function(f"document.querySelectorAll('.kb-find {LINK}').length < {all_of_them}")
    opened.locator(".kb-find__tools button").click()
    opened.locator("[role=status]").filter(has_text="Đã sao chép").first.wait_for(state="attached")
    assert "uyên truyền miệng" in opened.evaluate("navigator.clipboard.readText()")
