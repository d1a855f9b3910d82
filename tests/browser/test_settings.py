"""What readers set for all pages: larger text, colours of their own, paper for what they print."""

from __future__ import annotations

import pytest

from tests.browser import looks

PLAN = "/van-ban/23-kh-duk-2021/"
# English words are the longest; each page has something else beside others.
LONG = [
    *("/van-ban/26-kh-btgtw-2021/", "/ma-tran/", "/en/", "/en/van-ban/", f"/en{PLAN}", "/en/hinh-thuc/"),
    *("/en/hinh-thuc/tuyen-truyen-mieng/", "/en/hoi-dap/ky-hieu-ten-loai/", "/en/hoi-dap/tuyen-truyen-ve-bau-cu/"),
    *("/en/ma-tran/", "/en/thuat-ngu/", "/en/tim-kiem/?q=report", "/en/so-trich/"),
]
FORCED = {**looks.DESKTOP, "forced_colors": "active"}
SHOWN = "all => all.map((one) => one.checkVisibility())"
PAGE_COLOUR = "rgb(255, 255, 255)"


def enlarged(opened, times: float) -> None:
    """Text as large as a reader has it who chose so in the settings of the browser."""
    sizes = {"standard": round(16 * times), "fixed": round(13 * times)}
    opened.context.new_cdp_session(opened).send("Page.setFontSizes", {"fontSizes": sizes})


def beyond(opened) -> list[str]:
    """What reaches over the right edge of the window."""
    return opened.evaluate("""() => [...document.querySelectorAll("body *")].filter((element) =>
        element.checkVisibility() && element.getBoundingClientRect().right > document.documentElement.clientWidth + 1
        && !element.closest("[tabindex='0'], .kb-unseen")).map((element) => element.outerHTML.slice(0, 80))""")


def test_text_of_twice_the_size_fits_on_a_phone(page):
    opened = page("/", looks.PHONE)
    enlarged(opened, 2)
    wide = {}
    for path in LONG:
        opened.goto(path)
        wide[path] = beyond(opened)
    assert {path: found for path, found in wide.items() if found} == {}


def test_with_forced_colours_the_current_place_alone_is_marked(page):
    opened = page(f"{PLAN}#ii-1.3-2", FORCED)
    opened.locator(".kb-contents [aria-current]").wait_for()
    for links, side in ((".kb-menu a", "Bottom"), (".kb-contents a", "Left")):
        marked = opened.locator(links).evaluate_all(
            "(all, [side, page]) => all.filter((link) => getComputedStyle(link)[`border${side}Color`] !== page)"
            ".map((link) => link.hasAttribute('aria-current'))",
            [side, PAGE_COLOUR],
        )
        assert marked == [True]


def test_with_forced_colours_the_passage_that_was_asked_for_is_marked(page):
    opened = page(f"{PLAN}#ii-1.3-2", FORCED)
    styles = "all => all.map((text) => getComputedStyle(text).outlineStyle)"
    assert opened.locator(".kb-text:target").evaluate_all(styles) == ["solid"]
    assert set(opened.locator(".kb-text:not(:target)").evaluate_all(styles)) == {"none"}


def test_with_forced_colours_what_was_copied_stands_apart_from_the_text_below(page):
    opened = page(PLAN, FORCED)
    told = opened.locator(".kb-copied")
    outline = "told => getComputedStyle(told).outlineStyle"
    assert told.evaluate(outline) == "none"
    opened.locator("[data-provision='23-kh-duk-2021#ii-1.1-3'] .kb-copy__act").click()
    assert told.inner_text()
    assert told.evaluate(outline) == "solid"


def test_with_forced_colours_nothing_offers_a_scheme_that_they_overrule(page):
    assert page("/", FORCED).locator(".kb-scheme").is_hidden()


@pytest.mark.parametrize("path", ["/van-ban/", "/en/van-ban/"])
def test_on_paper_each_column_of_the_register_has_room_for_its_name(page, path):
    opened = page(path, {"viewport": {"width": 624, "height": 972}}, media="print")
    tight = opened.locator(".kb-register th").evaluate_all("""(heads) => heads.filter((head) => {
        const words = document.createRange();
        words.selectNodeContents(head);
        return words.getBoundingClientRect().right > head.getBoundingClientRect().right;
    }).map((head) => head.textContent)""")
    assert tight == []
    lines = opened.locator(".kb-register td:nth-child(6)").last.evaluate("""(cell) => {
        const words = document.createRange();
        words.selectNodeContents(cell);
        return new Set([...words.getClientRects()].map((box) => box.top)).size;
    }""")
    assert lines <= 2


def test_what_relates_to_a_passage_has_the_width_of_a_text_beside_the_page(page):
    opened = page(f"{PLAN}#ii-1.3-2", {"viewport": {"width": 1440, "height": 900}})
    tools = opened.locator("[data-provision='23-kh-duk-2021#ii-1.3-2'] > .kb-tools")
    tools.locator("summary").click()
    facts = tools.locator(".kb-facts")
    assert facts.bounding_box()["width"] > 600
    assert facts.bounding_box()["height"] < 500


def test_without_javascript_nothing_asks_for_a_passage_to_check(page):
    opened = page("/doi-chieu/", javascript=False)
    assert opened.locator("noscript .kb-note").is_visible()
    assert opened.locator("textarea, .kb-quote button").evaluate_all(SHOWN) == [False, False]


@pytest.mark.parametrize("path", ["/giai-doan/tu-2022-den-2025/", "/en/hinh-thuc/tuyen-truyen-mieng/"])
def test_on_a_phone_a_long_place_is_followed_by_one_line_of_tools(page, path):
    opened = page(path, looks.PHONE)
    tools = opened.locator(".kb-tools:has(.kb-source)")
    tops = tools.locator(".kb-copy__act, summary").evaluate_all("all => all.map((one) => one.getBoundingClientRect())")
    middles = [round(box["top"] + box["height"] / 2, -1) for box in tops]
    assert tools.count() > 1
    assert middles[::2] == middles[1::2]
    more = tools.first.locator(".kb-copy__more")
    more.click()
    ways = tools.first.locator(".kb-copy__ways").bounding_box()
    assert ways["y"] >= more.bounding_box()["y"] + more.bounding_box()["height"] - 1
    assert ways["x"] >= 0


def test_on_a_phone_what_was_copied_is_told_without_a_break_in_a_number(page):
    opened = page(PLAN, looks.PHONE)
    opened.locator("[data-provision='23-kh-duk-2021#ii-1.3-2'] .kb-copy__act").click()
    numbers = opened.locator(".kb-copied .kb-whole")
    lines = "all => all.map((one) => [one.textContent, one.getClientRects().length])"
    assert numbers.evaluate_all(lines) == [["23-KH/ĐUK", 1]]
