"""The search as a reader uses it: the box in every page's header, and the page of all results."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser import looks
from tests.browser.accessibility import axe
from tests.browser.traffic import outside

LINK = "a.md-search-result__link"
BOX = ".kb-search input"


def results(opened):
    """The links to the results, once there are any."""
    links = opened.locator(LINK)
    links.first.wait_for()
    return links


def settled(opened, words):
    opened.locator("[role=status]").filter(has_text=words).first.wait_for(state="attached")
    return opened


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


def test_counts_of_a_part_of_the_index_say_that_there_may_be_more(page):
    opened = page("/tim-kiem/?q=tuyên truyền")
    results(opened)
    shown = opened.locator(".kb-facet__count")
    shown.first.wait_for()
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


def test_signs_of_a_query_are_told_as_they_were_typed(page):
    settled(page("/?q=%24%26 xyz"), re.compile(r"«\$& xyz»"))


def test_a_browser_that_keeps_nothing_searches_all_the_same(page):
    opened = page("/tim-kiem/?q=bầu cử")
    results(opened)
    opened.evaluate("void (Storage.prototype.setItem = () => { throw new Error('no room') })")
    opened.locator("#kb-find-q").fill("áp phích")
    opened.locator("#kb-find-q").evaluate("box => (box.form.requestSubmit(), null)")
    settled(opened, re.compile(r"^\d kết quả"))
    assert "%C3%A1p" in opened.url


def test_a_word_that_only_begins_is_passed_over_while_it_is_typed(page):
    opened = page("/", looks.PHONE)
    opened.locator(BOX).click()
    opened.keyboard.type("mạng x")
    results(opened)
    opened.locator(BOX).fill("giá xăng")
    settled(opened, "Không tìm thấy")


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
    opened.locator(".kb-find__language a").click()
    opened.wait_for_url("**/en/tim-kiem/?q=facebook")
    results(opened)


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


def test_on_paper_there_are_the_results_and_nothing_else(page):
    opened = page("/tim-kiem/?q=tuyên truyền", looks.PAPER)
    results(opened)
    opened.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened.emulate_media(media="print")
    count = int(opened.locator(".kb-find [role=status]").inner_text().split()[0])
    opened.wait_for_function("([link, count]) => document.querySelectorAll(link).length === count", arg=[LINK, count])
    for hidden in (".kb-header", ".kb-find__facets", ".kb-find__tools", ".kb-find__form button"):
        assert opened.locator(hidden).first.is_hidden()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [looks.DESKTOP, looks.PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize(
    "path", ["/?q=tuyeen truyeenf", "/?q=xăng", "/tim-kiem/?q=bầu cử&themes=bau-cu", "/en/tim-kiem/?q=elections"]
)
def test_results_are_accessible_and_fit(page, path, size, dark):
    opened = page(path, size, dark=dark)
    opened.locator("[role=status]").filter(has_text=re.compile("kết quả|result")).first.wait_for(state="attached")
    opened.wait_for_timeout(700)
    assert axe(opened) == []
    assert opened.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_without_javascript_the_page_of_results_leads_to_the_lists(page):
    opened = page("/tim-kiem/?q=bầu cử", javascript=False)
    links = opened.locator(".kb-find noscript a, .kb-find .kb-note a")
    assert [each for each in links.all_inner_texts() if each] == ["Văn bản", "Từ viết tắt và thuật ngữ", "Hỏi đáp"]


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
