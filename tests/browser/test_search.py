"""The search wherever it stands: what an address opens, what is told, what is loaded, and that all can use it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest

from tests.browser import looks
from tests.browser.accessibility import axe
from tests.browser.searching import BOX, LINK, results, settled
from tests.browser.traffic import outside


@pytest.fixture(scope="module")
def server(server_then: str) -> str:
    """What is found here stands in the content that tests begin with."""
    return server_then


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/?q=mạng xã hội", "van-ban/23-kh-duk-2021/#ii-2.1-2"),
        ("/gioi-thieu/?q=mang xa hoi", "van-ban/23-kh-duk-2021/#ii-2.1-2"),
        ("/van-ban/?q=26/KH-BTGTW", "van-ban/26-kh-btgtw-2021/"),
        ("/en/?q=social network", "en/van-ban/23-kh-duk-2021/#ii-2.1-2"),
        ("/tim-kiem/?q=tuyeen truyeenf mieejng", "van-ban/23-kh-duk-2021/#ii-2.2"),
    ],
)
def test_an_address_with_a_query_opens_with_results(page, server, path, target):
    opened = page(path)
    found = urlsplit(results(opened).first.evaluate("link => link.href").removeprefix(f"{server}/"))
    assert f"{found.path}{'#' if found.fragment else ''}{found.fragment}" == target
    shown = opened.locator("[role=status]").filter(has_text=re.compile(r"^\d+ (kết quả|results?)$"))
    assert shown.count() == 1


@pytest.mark.parametrize(("path", "words", "tried"), [
    ("/?q=giá xăng dầu", "Không tìm thấy", "Bớt từ"),
    ("/tim-kiem/?q=công văn 8841", "Không tìm thấy", "Bớt từ"),
    ("/en/?q=football", "No results", "Use fewer words"),
    ("/en/tim-kiem/?q=football", "No results", "Use fewer words"),
])  # fmt: skip
def test_where_nothing_is_found_it_says_so_and_what_to_try(page, path, words, tried):
    opened = settled(page(path), words)
    opened.get_by_text(tried).wait_for()
    assert opened.locator(LINK).count() == 0


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [looks.DESKTOP, looks.PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize(
    "path", ["/?q=tuyeen truyeenf", "/?q=xăng", "/tim-kiem/?q=bầu cử&themes=bau-cu", "/en/tim-kiem/?q=elections"]
)
def test_results_are_accessible_and_fit(page_now, path, size, dark):
    opened = page_now(path, size, dark=dark)
    opened.locator("[role=status]").filter(has_text=re.compile("kết quả|result")).first.wait_for(state="attached")
    opened.wait_for_timeout(700)
    assert axe(opened) == []
    assert opened.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_nothing_is_loaded_before_the_search_is_wanted_and_nothing_leaves(page, requests):
    opened = page("/")
    opened.wait_for_load_state("networkidle")
    assert [url for url in requests if "/assets/search/" in url or "/search/" in url] == []
    opened.locator(BOX).fill("bầu cử")
    results(opened)
    assert outside(requests) == []


def test_a_failure_to_load_is_told_and_the_next_attempt_works(page):
    opened = page("/")
    opened.route("**/assets/search/index.js", lambda route: route.abort())
    opened.locator(BOX).fill("bầu cử")
    settled(opened, "Không tải được")
    opened.unroute("**/assets/search/index.js")
    opened.locator(BOX).fill("bầu cử ")
    results(opened)
