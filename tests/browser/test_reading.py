"""What a reader does with the built site."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urljoin

import pytest

from kb import reading
from tests.browser import looks

PLAN = "/van-ban/23-kh-duk-2021/"
# So many of the documents with a text, however many there are.
DOCUMENTS = 20
SHOWN = "Object.fromEntries([...document.querySelectorAll('.kb-document .kb-text')].map((e) => [e.id, e.textContent]))"


@pytest.fixture(scope="module")
def server(server_then: str) -> str:
    """What is read here stands in the content that tests begin with."""
    return server_then


def test_every_provision_on_the_page_is_the_text_of_record(page_now, root):
    held = [each for _, each in sorted(reading.read(root).published.originals.items()) if each.held]
    for document in held[:DOCUMENTS]:
        shown = page_now(f"/van-ban/{document.id}/").evaluate(SHOWN)
        provisions = [each for each in document.provisions if not each.row]
        assert list(shown) == [each.id for each in provisions]
        for provision in provisions:
            words = shown[provision.id]
            if provision.id == "tieu-de":
                words = "\n".join(line for line in words.split("\n") if line.strip())
            assert words == provision.text == unicodedata.normalize("NFC", words)


def test_every_citation_of_the_plan_leads_to_its_document(page):
    links = page(PLAN).evaluate(
        "[...document.querySelectorAll('.kb-document .kb-text a.kb-cite')].map(a => [a.textContent, a.pathname])"
    )
    found = {(re.search(r"\d+-[A-Za-z]+/\w+", text) or [""])[0]: path for text, path in links}
    assert found["26-KH/BTGTW"] == "/van-ban/26-kh-btgtw-2021/"
    assert found["07-CTr/ĐUK"] == "/van-ban/07-ctr-duk-2021/"
    assert found["05-CT/TW"] == "/van-ban/05-ct-tw-2016/"
    assert found["169-HD/BTGTW"] == "/van-ban/169-hd-btgtw-2021/"
    named = {path for text, path in links if text == "Nghị quyết Đại hội XIII của Đảng bộ Khối"}
    assert named == {"/van-ban/nq-dai-hoi-xiii-dang-bo-khoi/"}


def test_a_preview_opens_by_keyboard_and_closes_with_escape(page):
    opened = page(PLAN)
    link = opened.locator("#mo-dau-p1 a.kb-cite").first
    opened.locator("xpath=//*[@id='mo-dau-p1']/preceding::a[1]").focus()
    while not link.evaluate("element => element === document.activeElement"):
        opened.keyboard.press("Tab")
    card = opened.locator("[role=tooltip]")
    card.wait_for(state="visible")
    assert "26-KH/BTGTW" in card.inner_text()
    assert link.get_attribute("aria-describedby") == card.get_attribute("id")
    opened.keyboard.press("Escape")
    card.wait_for(state="hidden")


def test_a_preview_opens_under_the_pointer_and_stays_while_it_is_read(page):
    opened = page(PLAN)
    opened.locator("#mo-dau-p1 a.kb-cite").first.hover()
    card = opened.locator("[role=tooltip]")
    card.wait_for(state="visible")
    card.hover()
    opened.wait_for_timeout(500)
    assert card.is_visible()


def test_the_anchor_of_a_provision_is_reached_by_keyboard_and_marks_it(page):
    opened = page(PLAN)
    anchor = opened.locator("[data-provision='23-kh-duk-2021#ii-1.1-3'] a.kb-anchor")
    anchor.focus()
    assert anchor.is_visible()
    opened.keyboard.press("Enter")
    assert opened.url.endswith("#ii-1.1-3")
    assert opened.locator(":target").get_attribute("id") == "ii-1.1-3"


def test_a_section_that_was_asked_for_is_current_and_its_tools_are_within_reach(page):
    opened = page(f"{PLAN}#ii-2.2", {"viewport": {"width": 1440, "height": 700}})
    tools = opened.locator("[data-provision='23-kh-duk-2021#ii-2.2'] > .kb-tools")
    assert opened.locator(".kb-contents [aria-current]").inner_text() == "2.2. Tuyên truyền miệng"
    # The next passage is lower down in the page and must not lie over what belongs to this one.
    tools.locator(".kb-step").last.click(timeout=5000)
    assert opened.url.endswith("#ii-2.3")


def test_what_relates_to_a_section_opens_after_it(page):
    opened = page(f"{PLAN}#ii-2.2", {"viewport": {"width": 1440, "height": 700}})
    fold = opened.locator(".kb-after details", has_text=re.compile(r"^\s*II\.2\.2: "))
    fold.locator("summary").click(timeout=5000)
    assert fold.locator("dl").is_visible()
    assert fold.bounding_box()["y"] > opened.locator("[id='ii-2.2-1']").bounding_box()["y"]


def test_nothing_but_places_stands_between_words_that_lead_in_and_what_they_begin(page):
    opened = page(PLAN)
    between = opened.evaluate("""() => [...document.querySelectorAll(".kb-prov--heading, .kb-prov:has(+ .kb-dashes)")]
        .filter((wrapper) => wrapper.querySelector("details")).map((wrapper) => wrapper.dataset.provision)""")
    assert between == []


def test_the_table_of_contents_reaches_every_provision(page_now):
    opened = page_now(PLAN)
    ids = opened.evaluate("[...document.querySelectorAll('.kb-document .kb-text')].map(e => e.id)")
    linked = opened.evaluate("[...document.querySelectorAll('nav a[href^=\"#\"]')].map(a => a.hash.slice(1))")
    assert set(ids) - {"tieu-de"} <= set(linked)


def test_the_table_of_contents_does_not_shrink_when_its_script_comes(page):
    opened = page("/gioi-thieu/")
    opened.route("**/scripts/site.js", lambda route: route.abort())
    opened.goto(opened.url.replace("/gioi-thieu/", PLAN))
    assert opened.locator(".kb-contents__level--deep").first.is_hidden()


def test_without_javascript_the_site_reads_and_leads_on(page):
    opened = page(PLAN, javascript=False)
    assert opened.locator(".kb-contents__level--deep").first.is_visible()
    assert opened.locator("[id='ii-1.1-3']").is_visible()
    opened.locator("#mo-dau-p1 a.kb-cite").first.click()
    assert opened.locator("h1").inner_text() == "Kế hoạch số 26-KH/BTGTW"
    opened.locator("header nav").get_by_role("link", name="Hỏi đáp").click()
    assert opened.locator("h1").inner_text() == "Hỏi đáp"


@pytest.mark.parametrize(
    ("path", "places"),
    [
        ("/", ["/van-ban/", "/thuat-ngu/", "/hoi-dap/"]),
        ("/en/ma-tran/", ["/en/van-ban/", "/en/thuat-ngu/", "/en/hoi-dap/"]),
    ],
)
def test_where_scripts_are_off_lists_stand_in_place_of_the_search_box(page, path, places):
    def shown(javascript: bool) -> tuple[bool, list[str], bool]:
        opened = page(path, javascript=javascript)
        assert opened.locator(".kb-scheme").count() == 1
        links = opened.locator(".kb-instead a")
        addresses = [links.nth(n).get_attribute("href") for n in range(links.count()) if links.nth(n).is_visible()]
        whole = [urljoin(opened.url, address).removeprefix(opened.url.removesuffix(path)) for address in addresses]
        return opened.locator("form.kb-search").is_visible(), whole, opened.locator(".kb-scheme").is_visible()

    assert shown(javascript=False) == (False, places, False)
    assert shown(javascript=True) == (True, [], True)


def test_on_a_phone_without_javascript_the_menu_opens(page):
    opened = page("/", looks.PHONE, javascript=False)
    opened.locator("header summary").click()
    opened.locator("header nav").get_by_role("link", name="Giai đoạn", exact=True).click()
    assert opened.locator("h1").inner_text() == "Giai đoạn"


def test_the_register_sorts_and_filters_without_a_page_load(page, requests):
    opened = page("/van-ban/")
    rows = opened.locator(".kb-register tbody tr:visible")
    before = len(requests)
    everything = rows.count()
    opened.locator(".kb-register th button").nth(3).click()
    dates = list(opened.locator(".kb-register tbody time").evaluate_all("all => all.map(t => t.dateTime)"))
    assert dates == sorted(dates)
    assert opened.locator(".kb-register th[aria-sort=ascending]").count() == 1
    opened.locator(".kb-filter input[type=search]").fill("169")
    opened.wait_for_timeout(100)
    assert rows.count() == 1 < everything
    assert "169-HD/BTGTW" in rows.first.inner_text()
    assert [url for url in requests[before:] if "/assets/" not in url] == []


def test_the_scheme_is_kept_over_pages(page):
    opened = page("/")
    light = opened.evaluate("getComputedStyle(document.body).backgroundColor")
    opened.locator(".kb-scheme").click()
    dark = opened.evaluate("getComputedStyle(document.body).backgroundColor")
    opened.goto(opened.url + "gioi-thieu/")
    assert opened.evaluate("getComputedStyle(document.body).backgroundColor") == dark != light


def test_the_printed_plan_has_no_navigation(page):
    opened = page(PLAN, looks.PAPER, media="print")
    assert opened.locator("[id='ii-1.1-3']").is_visible()
    for hidden in (".kb-header", ".kb-crumbs", ".kb-contents", ".kb-correction", ".kb-document .kb-tools"):
        assert not any(opened.locator(hidden).nth(n).is_visible() for n in range(opened.locator(hidden).count()))


def test_paper_names_the_document_and_its_address(page):
    opened = page(f"{PLAN}#iii-2-4", looks.PAPER, media="print")
    opened.evaluate("dispatchEvent(new Event('beforeprint'))")
    foot = opened.locator(".kb-footer").inner_text()
    assert "Kế hoạch số 23-KH/ĐUK ngày 17/5/2021 của Ban Thường vụ Đảng ủy Khối các cơ quan Trung ương" in foot
    assert foot.endswith(opened.url)
    # Lists of links are of no use on paper.
    assert not opened.get_by_role("heading", name="Văn bản được viện dẫn").is_visible()


@pytest.mark.parametrize("path", [PLAN, "/giai-doan/tu-2022-den-2025/", "/hoi-dap/bao-cao-ve-dau/"])
def test_after_its_period_the_plan_is_not_taken_as_current(page, path):
    note = page(path).locator(".kb-note").filter(has_text="2025")
    assert note.is_visible()
    # The place that it names is in the plan.
    note.locator("a").click()
    note.page.wait_for_url("**/van-ban/23-kh-duk-2021/#ii-1.3")


@pytest.mark.parametrize(("path", "words"), [("/x/y/", "Không tìm thấy trang"), ("/en/x/y/", "Page not found")])
def test_the_404_page_speaks_the_language_of_the_address(page, path, words):
    assert page(path).locator("h1").inner_text() == words


@pytest.mark.parametrize(("root", "place"), [("", "II.1.3, gạch đầu dòng 2"), ("/en", "II.1.3, dash 2")])
def test_a_proposed_correction_names_the_passage_that_was_asked_for(page, root, place):
    opened = page(f"{root}{PLAN}")
    correction = opened.locator(".kb-correction")
    correction.locator("summary").click()
    named = correction.locator(".kb-correction__passage")
    assert named.evaluate_all("all => all.map((one) => one.checkVisibility())") == [False, False]
    opened.evaluate("location.hash = 'ii-1.3-2'")
    assert named.last.inner_text() == f"{place} ({root}{PLAN}#ii-1.3-2)"
    assert named.first.is_visible()
    opened.evaluate("location.hash = 'van-ban-duoc-vien-dan'")
    named.first.wait_for(state="hidden")
    opened.goto("/gioi-thieu/")
    opened.goto(f"{root}{PLAN}#ii-1.3-2")
    correction.locator("summary").click()
    assert named.last.inner_text() == f"{place} ({root}{PLAN}#ii-1.3-2)"
