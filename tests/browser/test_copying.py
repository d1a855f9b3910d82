"""Copying provisions, over the plain http of an intranet: there the newer way to the clipboard is refused."""

from __future__ import annotations

import unicodedata
from functools import partial
from itertools import pairwise

import pytest

from kb import reading
from kb.parse import record
from tests.browser import looks
from tests.browser.chromium import LOOPBACK, PLAIN
from tests.folders import CONTENT

KEY = "23-kh-duk-2021"
PLAN = f"/van-ban/{KEY}/"
# So many of the documents with a text, however many there are.
DOCUMENTS = 5
SOURCE = "docs/_source/23-kh-duk-2021.txt"
DOCUMENT = "Kế hoạch số 23-KH/ĐUK ngày 17/5/2021 của Ban Thường vụ Đảng ủy Khối các cơ quan Trung ương"
THIRD = "gạch đầu dòng thứ ba, tiểu mục 1.1, mục 1, phần II"
SECTION = "tiểu mục 1.1, mục 1, phần II"


@pytest.fixture(scope="module")
def server(server_then: str) -> str:
    """What is copied here stands in the content that tests begin with."""
    return server_then


@pytest.fixture
def plain(page, server):
    """Opens a path as on an intranet; what was copied is read by pasting it."""
    return partial(on_an_intranet, page, server)


def on_an_intranet(page, server: str, path: str, **settings: object):
    opened = page(server.replace(LOOPBACK, PLAIN) + path, **settings)
    assert opened.evaluate("[isSecureContext, 'clipboard' in navigator]") == [False, False]
    return opened


HIT = ".kb-find__list li[data-provision='23-kh-duk-2021#ii-2.4-1']"


@pytest.mark.parametrize(
    ("path", "address"),
    [("/tim-kiem/?q=ấn phẩm", PLAN), ("/en/tim-kiem/?q=publications appropriate", f"/en{PLAN}")],
)
def test_a_hit_of_the_search_is_copied_as_the_passage_itself(plain, words, server, path, address):
    opened = plain(path)
    hit = opened.locator(HIT)
    hit.locator(".kb-copy__act").click()
    text, html = pasted(opened)
    lines = text.split("\n")
    assert lines[0] == unicodedata.normalize("NFC", words["ii-2.4-1"])
    assert f"gạch đầu dòng thứ nhất, tiểu mục 2.4, mục 2, phần II, {DOCUMENT}" in lines
    assert lines[-1] == f"{server.replace(LOOPBACK, PLAIN)}{address}#ii-2.4-1"
    assert ("Unofficial translation" in text) == ("/en/" in path)
    assert html.startswith('<p lang="vi">')
    # By the keyboard too, wherever the focus is in the hit.
    opened.evaluate("document.querySelector('.kb-copied').textContent = ''")
    hit.locator("a").focus()
    opened.keyboard.press("Alt+KeyC")
    opened.locator(".kb-copied", has_text="2.4").wait_for()


def test_hits_that_are_no_passages_and_title_blocks_have_no_copy_button(plain):
    opened = plain("/tim-kiem/?q=23-KH/ĐUK")
    opened.locator(".kb-find__list .kb-copy").first.wait_for()
    for item in opened.locator(".kb-find__list li:has(.kb-copy)").all():
        assert "#tieu-de" not in item.get_attribute("data-provision")
    assert opened.locator(".kb-find__list li:has(.kb-hit__type):has(.kb-copy)").count() == 0


@pytest.fixture(scope="module")
def words() -> dict[str, str]:
    return {each.id: each.text for each in record.read((CONTENT / SOURCE).read_bytes(), SOURCE).provisions}


def pasted(opened) -> tuple[str, str]:
    """The clipboard as plain text and as HTML."""
    opened.evaluate("""() => {
        const field = document.createElement("textarea");
        document.body.append(field);
        field.addEventListener("paste", (event) => {
            event.preventDefault();
            window.pasted = ["text/plain", "text/html"].map((kind) => event.clipboardData.getData(kind));
            field.remove();
        });
        field.focus({ preventScroll: true });
    }""")
    opened.keyboard.press("Control+V")
    return tuple(opened.evaluate("window.pasted"))


def provision(opened, name: str, document: str = KEY):
    return opened.locator(f'[data-provision="{document}#{name}"]')


def choose(opened, name: str, way: str, document: str = KEY) -> None:
    tools = provision(opened, name, document).locator(".kb-copy")
    tools.locator(".kb-copy__more").click()
    tools.get_by_role("button", name=way, exact=True).click()


def select(opened, first: str, last: str, start: int = 0, end: int | None = None) -> None:
    """Select from a character of one provision to a character of another, or to its end."""
    opened.evaluate(
        """([first, last, start, end]) => {
            const at = (id, offset) => {
                const walk = document.createTreeWalker(document.getElementById(id), NodeFilter.SHOW_TEXT);
                let node, rest = offset;
                while ((node = walk.nextNode())) {
                    if (rest <= node.length) return [node, rest];
                    rest -= node.length;
                }
            };
            const length = document.getElementById(last).textContent.length;
            getSelection().setBaseAndExtent(...at(first, start), ...at(last, end ?? length));
        }""",
        [first, last, start, end],
    )


def test_every_provision_is_copied_as_the_text_of_record_has_it(page_now, server_now, root):
    held = [each for _, each in sorted(reading.read(root).published.originals.items()) if each.held]
    for document in held[:DOCUMENTS]:
        opened = on_an_intranet(page_now, server_now, f"/van-ban/{document.id}/")
        choose(opened, document.provisions[-1].id, "Chỉ lời văn", document.id)
        copied = {}
        for name in document.by_id:
            provision(opened, name, document.id).hover()
            provision(opened, name, document.id).locator(".kb-copy__act").click()
            copied[name] = pasted(opened)[0]
        assert copied == {each.id: unicodedata.normalize("NFC", each.text) for each in document.provisions}


def test_the_citation_and_the_address_come_with_the_words(plain, words):
    opened = plain(PLAN)
    provision(opened, "ii-1.1-3").hover()
    provision(opened, "ii-1.1-3").locator(".kb-copy__act").click()
    address = f"{opened.url}#ii-1.1-3"
    text, html = pasted(opened)
    assert text == f"{words['ii-1.1-3']}\n{THIRD}, {DOCUMENT}\n{address}"
    assert html.index(f'<p lang="vi">{words["ii-1.1-3"]}</p>') < html.index(
        f'<a href="{address}">{THIRD}, {DOCUMENT}</a>'
    )
    assert opened.locator(".kb-copied").inner_text() == f"Đã chép lời văn và viện dẫn: {THIRD}, {DOCUMENT}"


@pytest.mark.parametrize(
    ("way", "expected"),
    [("Chỉ viện dẫn", f"{THIRD}, {DOCUMENT}"), ("Liên kết", "{}#ii-1.1-3"), ("Chỉ lời văn", None)],
)
def test_a_choice_is_remembered(plain, words, way, expected):
    opened = plain(PLAN)
    provision(opened, "ii-1.1-2").hover()
    choose(opened, "ii-1.1-2", way)
    opened.reload()
    provision(opened, "ii-1.1-3").hover()
    provision(opened, "ii-1.1-3").locator(".kb-copy__act").click()
    assert pasted(opened)[0] == (words["ii-1.1-3"] if expected is None else expected.format(opened.url))


def test_what_is_copied_elsewhere_leads_to_the_document(plain, words):
    opened = plain("/giai-doan/truoc-va-trong-bau-cu/")
    provision(opened, "ii-1.1-3").locator(".kb-copy__act").click()
    address = opened.url.replace("/giai-doan/truoc-va-trong-bau-cu/", f"{PLAN}#ii-1.1-3")
    assert pasted(opened)[0] == f"{words['ii-1.1-3']}\n{THIRD}, {DOCUMENT}\n{address}"


SELECTIONS = [
    ("ii-1.1-1", "ii-1.1-3", f"từ gạch đầu dòng thứ nhất đến gạch đầu dòng thứ ba, {SECTION}"),
    ("ii-1.1-p1", "ii-1.1-2", f"từ đoạn mở đầu đến gạch đầu dòng thứ hai, {SECTION}"),
    ("ii-1.1", "ii-1.1-p1", f"từ tiểu mục 1.1 đến đoạn mở đầu, {SECTION}"),
    ("i-2-2", "ii", "từ gạch đầu dòng thứ hai, mục 2, phần I đến phần II"),
]


@pytest.mark.parametrize("keys", ["Control+C", "Alt+C"])
@pytest.mark.parametrize(("first", "last", "cited"), SELECTIONS)
def test_a_selection_across_provisions_is_cited_as_a_range(plain, words, first, last, cited, keys):
    opened = plain(PLAN)
    select(opened, first, last)
    opened.keyboard.press(keys)
    names = list(words)
    inside = names[names.index(first) : names.index(last) + 1]
    assert pasted(opened)[0] == "\n".join(
        [*(words[name] for name in inside), f"{cited}, {DOCUMENT}", f"{opened.url}#{first}"]
    )


def test_of_provisions_that_are_selected_in_part_the_part_is_copied(plain, words):
    opened = plain(PLAN)
    select(opened, "ii-1.1-1", "ii-1.1-2", 8, 8)
    opened.keyboard.press("Control+C")
    assert pasted(opened)[0].split("\n")[:2] == [words["ii-1.1-1"][8:].strip(), words["ii-1.1-2"][:8].strip()]


def test_a_selection_within_a_provision_is_left_to_the_browser_but_not_to_the_shortcut(plain, words):
    opened = plain(PLAN)
    part = words["ii-1.1-2"][:17]
    select(opened, "ii-1.1-2", "ii-1.1-2", 0, 17)
    opened.keyboard.press("Control+C")
    assert pasted(opened)[0] == part
    select(opened, "ii-1.1-2", "ii-1.1-2", 0, 17)
    opened.keyboard.press("Alt+C")
    assert pasted(opened)[0].split("\n")[:2] == [part, f"gạch đầu dòng thứ hai, {SECTION}, {DOCUMENT}"]


def test_a_selection_that_takes_in_other_words_loses_none_of_them(plain):
    opened = plain("/hoi-dap/ai-kiem-tra-don-doc/")
    opened.evaluate("""() => {
        const last = [...document.querySelectorAll(".kb-text")].at(-1);
        getSelection().setBaseAndExtent(document.querySelector("h1"), 0, last, last.childNodes.length);
    }""")
    opened.keyboard.press("Control+C")
    assert opened.locator("h1").inner_text() in pasted(opened)[0].replace("\xa0", " ")


def test_neighbours_on_a_page_that_are_none_in_the_document_are_cited_apart(plain, words):
    opened = plain("/chu-de/hoc-tap-ho-chi-minh/")
    names = opened.evaluate("[...document.querySelectorAll('.kb-text')].map((each) => each.id)")
    order = list(words)
    first, last = next(pair for pair in pairwise(names) if order.index(pair[1]) - order.index(pair[0]) != 1)
    select(opened, first, last)
    opened.keyboard.press("Control+C")
    blocks = pasted(opened)[0].split("\n\n")
    assert [block.split("\n")[0] for block in blocks] == [words[first], words[last]]
    assert all(block.count(DOCUMENT) == 1 and " đến " not in block.split("\n")[1] for block in blocks)


def test_in_english_the_original_comes_with_the_translation(plain, words):
    opened = plain(f"/en{PLAN}")
    provision(opened, "ii-1.1-3").hover()
    provision(opened, "ii-1.1-3").locator(".kb-copy__act").click()
    shown = opened.locator("#ii-1\\.1-3").inner_text()
    original, translation, cited, in_english, address = pasted(opened)[0].split("\n")
    assert (original, translation) == (words["ii-1.1-3"], f"Unofficial translation: {shown}")
    assert cited == f"{THIRD}, {DOCUMENT}"
    assert in_english.startswith("third dash, subsection 1.1, section 1, part II, Plan No. 23-KH/ĐUK of 17 May 2021")
    assert address == f"{opened.url}#ii-1.1-3"


def test_where_the_clipboard_is_refused_the_words_are_offered(plain, words):
    opened = plain(PLAN)
    opened.evaluate("document.execCommand = () => false")
    provision(opened, "ii-1.1-3").hover()
    provision(opened, "ii-1.1-3").locator(".kb-copy__act").click()
    dialog = opened.get_by_role("dialog", name="Trình duyệt không cho chép")
    field = dialog.locator("textarea")
    assert field.input_value().startswith(words["ii-1.1-3"])
    assert field.evaluate("field => field.selectionEnd - field.selectionStart === field.value.length")
    opened.keyboard.press("Escape")
    assert opened.locator("dialog").count() == 0


def test_the_choices_open_and_close_from_the_keyboard(plain):
    opened = plain(PLAN, size=looks.PHONE)
    more = provision(opened, "ii-1.1-3").locator(".kb-copy__more")
    more.focus()
    opened.keyboard.press("Enter")
    assert opened.evaluate("document.activeElement.textContent") == "Lời văn và viện dẫn"
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")
    opened.keyboard.press("Escape")
    assert more.evaluate("more => more === document.activeElement && more.getAttribute('aria-expanded') === 'false'")
    assert opened.locator(".kb-copy__ways").count() == 0


def test_on_paper_there_is_no_button(page):
    opened = page("/giai-doan/truoc-va-trong-bau-cu/", looks.PAPER, media="print")
    buttons = opened.locator(".kb-copy")
    assert buttons.count() > 3
    assert not any(each.is_visible() for each in buttons.all())


def test_without_scripts_there_is_no_button(page):
    assert page(PLAN, javascript=False).locator(".kb-prov button").count() == 0
