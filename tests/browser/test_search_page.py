"""The page of all results: what narrows and sorts them, copies and prints them."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser import looks
from tests.browser.searching import LINK, results, settled


@pytest.fixture(scope="module")
def server(server_then: str) -> str:
    """What is found here stands in the content that tests begin with."""
    return server_then


def test_counts_of_a_part_of_the_index_say_that_there_may_be_more(page):
    opened = page("/tim-kiem/?q=tuyên truyền")
    results(opened)
    shown = opened.locator(".kb-facet__count")
    # The other language is counted last, and all counts are drawn again with it.
    opened.locator("details[data-group=language] li").nth(1).wait_for()
    assert not any("+" in each for each in shown.all_inner_texts())
    opened.evaluate("""() => {
        const { dataset } = document.querySelector(".kb-search");
        const { index } = kbSearch.store(dataset.index, dataset.language);
        const counts = new Map([["type:text", 3], ["type:question", 2]]);
        const aside = document.querySelector(".kb-find__facets");
        kbSearch.drawFacets(aside, { counts, partial: true, chosen: {}, index, words: index.strings }, () => {});
    }""")
    assert shown.all_inner_texts() == ["3+", "2+"]


def test_on_a_phone_the_filters_are_folded_and_say_how_many_are_set(page):
    opened = page("/tim-kiem/?q=tuyên truyền&themes=bau-cu", looks.PHONE)
    results(opened)
    assert opened.locator(".kb-facet").first.is_hidden()
    fold = opened.locator(".kb-find__side > summary")
    assert fold.inner_text() == "Lọc kết quả (1)"
    fold.click()
    ticked = opened.locator("[data-group=themes] input").first
    ticked.wait_for()
    assert ticked.is_checked()


def test_facets_narrow_the_results_and_stand_in_the_address(page):
    opened = page("/tim-kiem/?q=tuyên truyền")
    everything = results(opened).count()
    themes = opened.locator("details[data-group=themes]")
    if not themes.evaluate("details => details.open"):
        themes.locator("summary").click()
    theme = themes.locator("label").filter(has_text="Bầu cử")
    count = int(theme.locator(".kb-facet__count").inner_text())
    names = opened.locator(".kb-facet label").all_text_contents()
    assert [name for name in names if "\u00a0- xã hội" in name]
    assert not [name for name in names if " - " in name or " – " in name]  # A line would begin with the dash.
    theme.click()
    settled(opened, f"{count} kết quả")
    assert opened.locator(LINK).count() == count < everything
    assert parse_qs(urlsplit(opened.url).query)["themes"] == ["bau-cu"]

    texts = opened.locator("details[data-group=type] label").filter(has_text="Đoạn của văn bản")
    both = int(texts.locator(".kb-facet__count").inner_text())
    texts.locator("input").focus()
    opened.keyboard.press("Space")
    settled(opened, f"{both} kết quả")
    assert opened.evaluate("document.activeElement.dataset.key") == "type:text"
    asked = parse_qs(urlsplit(opened.url).query)
    assert (asked["themes"], asked["type"]) == (["bau-cu"], ["text"])

    again = page(opened.url)
    settled(again, f"{both} kết quả")
    again.get_by_role("button", name="Bỏ lọc").click()
    results(again)
    assert "themes" not in again.url


def test_results_sort_by_their_order_in_the_document(page):
    opened = page("/tim-kiem/?q=đại hội XIII của đảng&type=text")
    results(opened)
    opened.get_by_label("Sắp xếp").select_option("order")
    addresses = results(opened).evaluate_all("all => all.map(link => link.hash.slice(1))")
    page_order = page("/van-ban/23-kh-duk-2021/").evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    places = [page_order.index(each) for each in addresses]
    assert places == sorted(places)
    assert len(places) > 5
    assert "sort=order" in opened.url
    again = page(opened.url)
    assert results(again).evaluate_all("all => all.map(link => link.hash.slice(1))") == addresses
    assert again.get_by_label("Sắp xếp").input_value() == "order"


def test_a_browser_that_keeps_nothing_searches_all_the_same(page):
    opened = page("/tim-kiem/?q=bầu cử")
    results(opened)
    opened.evaluate("void (Storage.prototype.setItem = () => { throw new Error('no room') })")
    opened.locator("#kb-find-q").fill("áp phích")
    opened.locator("#kb-find-q").evaluate("box => (box.form.requestSubmit(), null)")
    settled(opened, re.compile(r"^\d kết quả"))
    assert "%C3%A1p" in opened.url


def test_results_are_copied_with_their_citations(page):
    opened = page("/tim-kiem/?q=người tốt, việc tốt")
    results(opened)
    opened.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened.get_by_role("button", name="Sao chép kèm viện dẫn").click()
    settled(opened, "Đã sao chép")
    copied = opened.evaluate("navigator.clipboard.readText()")
    assert "gương người tốt, việc tốt" in copied
    place = "gạch đầu dòng thứ hai, tiểu mục 2.1, mục 2, phần II, Kế hoạch số 23-KH/ĐUK ngày 17/5/2021"
    assert f"{place} của Ban Thường vụ Đảng ủy Khối các cơ quan Trung ương\n" in copied


def test_help_is_found_under_its_own_facet_only(page):
    opened = page("/tim-kiem/?q=quy tắc kiểm tra")
    settled(opened, "Không tìm thấy")
    other = opened.locator("details[data-group=type] label").filter(has_text="Hướng dẫn")
    other.click()
    results(opened)
    assert "type=help" in opened.url
    assert all("/kiem-tra/" in each or "/huong-dan/" in each or "/hoi-dap/" in each or "/soan-thao/" in each for each in
               opened.locator(LINK).evaluate_all("all => all.map(link => link.pathname)"))  # fmt: skip


def test_the_other_language_is_a_step_away(page):
    opened = page("/tim-kiem/?q=facebook")
    opened.locator("details[data-group=language] a").click()
    opened.wait_for_url("**/en/tim-kiem/?q=facebook")
    results(opened)


def test_the_languages_are_a_facet_beside_the_others(page):
    opened = page("/tim-kiem/?q=facebook&type=text")
    languages = opened.locator("details[data-group=language] li")
    languages.nth(1).wait_for()
    count = opened.locator(".kb-find [role=status]").inner_text().split()[0]
    assert languages.first.inner_text().split() == ["Tiếng", "Việt", count]
    assert languages.first.locator("[aria-current]").count() == 1
    english = languages.nth(1).inner_text().split()[-1]
    languages.nth(1).locator("a").click()
    opened.wait_for_url("**/en/tim-kiem/?q=facebook&type=text")
    results(opened)
    assert opened.locator(".kb-find [role=status]").inner_text().split()[0] == english


def test_where_only_the_other_language_has_something_that_is_said(page):
    opened = page("/tim-kiem/?q=civil servants")
    settled(opened, "Không tìm thấy")
    opened.locator(".kb-find__language a").click()
    opened.wait_for_url("**/en/tim-kiem/?q=civil+servants")
    results(opened)


def test_on_paper_there_are_the_results_and_nothing_else(page):
    opened = page("/tim-kiem/?q=tuyên truyền", looks.PAPER)
    results(opened)
    opened.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened.emulate_media(media="print")
    count = int(opened.locator(".kb-find [role=status]").inner_text().split()[0])
    opened.wait_for_function("([link, count]) => document.querySelectorAll(link).length === count", arg=[LINK, count])
    for hidden in (".kb-header", ".kb-find__facets", ".kb-find__tools", ".kb-find__form button"):
        assert opened.locator(hidden).first.is_hidden()


def test_without_javascript_the_page_of_results_leads_to_the_lists(page):
    opened = page("/tim-kiem/?q=bầu cử", javascript=False)
    links = opened.locator(".kb-find noscript a, .kb-find .kb-note a")
    assert [each for each in links.all_inner_texts() if each] == ["Văn bản", "Từ viết tắt và thuật ngữ", "Hỏi đáp"]
