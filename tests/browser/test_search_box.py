"""The box in every page's header, as a reader types in it."""

from __future__ import annotations

import re

import pytest

from tests.browser import looks
from tests.browser.searching import BOX, LINK, results, settled


@pytest.fixture(scope="module")
def server(server_then: str) -> str:
    """What is found here stands in the content that tests begin with."""
    return server_then


def test_from_the_keyboard_to_the_words_that_were_looked_for(page):
    opened = page("/gioi-thieu/")
    opened.keyboard.press("/")
    opened.keyboard.type("nguoi tot viec tot")
    results(opened)
    assert re.match(r"\d+ kết quả", opened.locator(".kb-search [role=status]").inner_text())
    assert opened.locator(f"{LINK} mark").first.inner_text() == "người tốt, việc tốt"
    opened.keyboard.press("ArrowDown")
    while not opened.evaluate(f"document.activeElement.matches('{LINK}')"):
        opened.keyboard.press("ArrowDown")
    opened.keyboard.press("ArrowUp")
    opened.keyboard.press("ArrowDown")
    opened.keyboard.press("Enter")
    opened.wait_for_url("**/van-ban/23-kh-duk-2021/#ii-2.1-2")
    marked = opened.locator("[id='ii-2.1-2'] mark.kb-found")
    marked.first.wait_for()
    assert marked.all_inner_texts() == ["người tốt, việc tốt"]
    assert marked.first.evaluate(
        "mark => { const { top } = mark.getBoundingClientRect(); return top > 0 && top < innerHeight }"
    )


def test_escape_closes_the_results_and_stays_in_the_box(page):
    opened = page("/?q=bầu cử")
    results(opened)
    opened.keyboard.press("ArrowDown")
    opened.keyboard.press("Escape")
    assert opened.locator(".kb-results").is_hidden()
    assert opened.evaluate(f"document.activeElement.matches('{BOX}')")
    opened.locator(BOX).click()
    assert opened.locator(".kb-results").is_visible()


def test_a_click_elsewhere_closes_the_results(page):
    opened = page("/?q=bầu cử")
    results(opened)
    opened.locator(".kb-footer").click()
    assert opened.locator(".kb-results").is_hidden()


def test_results_follow_each_key(page):
    opened = page("/")
    opened.locator(BOX).focus()
    for typed, first in (("tuyên truyền mi", "II.2.2"), ("ệng", "II.2.2"), (" đối ngoại", "II.2.6")):
        opened.keyboard.type(typed)
        opened.wait_for_function(
            "([link, title]) => document.querySelector(link)?.textContent.startsWith(title)", arg=[LINK, first]
        )


def test_enter_leads_to_all_results_and_a_number_or_an_address_straight_to_its_place(page):
    for typed, target in (
        ("bầu cử", "**/tim-kiem/?q=*"),
        ("II.1.2", "**/van-ban/23-kh-duk-2021/#ii-1.2"),
        ("chỉ thị 05", "**/van-ban/05-ct-tw-2016/"),
    ):
        opened = page("/")
        opened.locator(BOX).fill(typed)
        opened.keyboard.press("Enter")
        opened.wait_for_url(target)


def test_what_was_understood_is_told_and_can_be_refused(page):
    opened = page("/?q=tuyeen truyeenf mieejng")
    results(opened)
    assert "tuyên truyền miệng" in opened.locator(".kb-search__meant").inner_text()
    opened.locator(".kb-search__meant button").click()
    settled(opened, "Không tìm thấy")
    assert opened.locator(LINK).count() == 0


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("cổ động", "Tuyên truyền cổ động trực quan"),
        ("mạng xã", "mạng xã hội"),
        ("nghị quyết đại hội xiii", "Nghị quyết Đại hội XIII của Đảng"),
    ],
)
def test_suggestions_complete_what_is_typed(page, typed, suggested):
    opened = page("/")
    opened.locator(BOX).fill(typed)
    results(opened)
    opened.locator(".kb-chip").filter(has_text=re.compile(f"^{suggested}$")).click()
    settled(opened, "kết quả")
    assert opened.locator(BOX).input_value() == suggested


def test_another_query_is_offered_only_where_it_finds_something(page):
    opened = settled(page("/?q=tuyen truyem"), "kết quả")
    opened.locator(BOX).fill("boxit")
    settled(opened, "Không tìm thấy")
    assert opened.locator(".kb-chip").count() == 0


def test_recent_searches_stay_in_this_browser_and_can_be_cleared(page, requests):
    opened = page("/")
    opened.locator(BOX).fill("bầu cử")
    opened.keyboard.press("Enter")
    opened.wait_for_url("**/tim-kiem/**")
    opened.goto(opened.url.split("tim-kiem")[0])
    opened.locator(BOX).click()
    recent = opened.locator(".kb-results .kb-chip")
    recent.first.wait_for()
    assert recent.all_inner_texts() == ["bầu cử"]
    assert not any("b%E1%BA%A7u" in url and "tim-kiem" not in url for url in requests)
    opened.get_by_role("button", name="Xóa").click()
    assert opened.evaluate("Object.keys(localStorage)") == []


def test_signs_of_a_query_are_told_as_they_were_typed(page):
    settled(page("/?q=%24%26 xyz"), re.compile(r"«\$& xyz»"))


def test_a_word_that_only_begins_is_passed_over_while_it_is_typed(page):
    opened = page("/", looks.PHONE)
    opened.locator(BOX).click()
    opened.keyboard.type("mạng x")
    results(opened)
    opened.locator(BOX).fill("giá xăng")
    settled(opened, "Không tìm thấy")


def test_the_box_leads_to_the_other_language_where_nothing_is_found(page):
    opened = page("/")
    opened.locator(BOX).fill("elections")
    settled(opened, "Không tìm thấy")
    link = opened.locator(".kb-results__foot a")
    assert re.fullmatch(r"\d+ kết quả bằng tiếng Anh", link.inner_text())
    link.click()
    results(opened)
    assert "/en/tim-kiem/?q=elections" in opened.url
    back = page("/")
    back.locator(BOX).fill("boxit")
    settled(back, "Không tìm thấy")
    assert back.locator(".kb-results__foot a").count() == 0
