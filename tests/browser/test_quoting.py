"""The page that checks quotations, held against the command that does."""

from __future__ import annotations

import random
from urllib.parse import urlsplit

import pytest

from kb import reading
from kb.export.quoting import quote
from kb.views.context import Context
from kb.views.quoting import register
from tests.browser import looks
from tests.browser.accessibility import axe
from tests.conftest import FIGURE, ROOT
from tests.export.passages import DOCUMENT, passages
from tests.export.quoted import ELSEWHERE, TABLE, WHOLE, with_the_directive
from tests.export.surroundings import surrounded
from tests.folders import CONTENT

PAGE = "/doi-chieu/"
ASKED = ("verdict", "document", "provision", "claimed", "diff", "quoted")
NUMBER = 200
# So many of the provisions that are held, however many there are.
PROVISIONS = 300


@pytest.fixture(scope="module")
def server(server_then: str) -> str:
    """What is quoted here stands in the content that tests begin with."""
    return server_then


@pytest.fixture(scope="module")
def library():
    return reading.read(CONTENT)


@pytest.fixture(scope="module")
def words(library):
    return {each.id: each.text for each in library.originals["23-kh-duk-2021"].provisions}


def answers(opened, texts: list[str], data: dict | None = None) -> list[list[dict]]:
    """What the page says of passages, with its own texts or with others."""
    return opened.evaluate(
        """([texts, asked, data]) => {
            const register = kbQuoting.register(data ?? JSON.parse(document.getElementById("kb-quoting").textContent));
            const chosen = (each) => Object.fromEntries(asked.map((name) => [name, each[name]]));
            return texts.map((text) => kbQuoting.quote(text, register).sentences.map(chosen));
        }""",
        [texts, ASKED, data],
    )


def expected(library, text: str) -> list[dict]:
    return [{name: each[name] for name in ASKED} for each in quote(text, library)["sentences"]]


def test_passages_of_every_kind_have_the_same_verdicts_as_on_the_command_line(page, library):
    made = [each.text for each in passages(library.originals["23-kh-duk-2021"], NUMBER, seed=7)]
    found = answers(page(PAGE), made)
    unlike = [text for text, each in zip(made, found, strict=True) if each != expected(library, text)]
    assert unlike[:3] == []


def test_passages_with_all_that_is_round_them_have_the_same_verdicts(page, library):
    rng = random.Random(13)
    plan = library.originals["23-kh-duk-2021"]
    made = [surrounded(rng, each.text) for each in passages(plan, 60, seed=14) if each.kind != "attributed"]
    found = answers(page(PAGE), made)
    unlike = [text for text, each in zip(made, found, strict=True) if each != expected(library, text)]
    assert unlike[:3] == []


def test_the_table_has_the_same_verdicts(page, library, words):
    texts = [*(each[0].format(words["ii-1.1-2"]) for each in TABLE), *(each[0] for each in WHOLE)]
    assert answers(page(PAGE), texts) == [expected(library, text) for text in texts]


def test_words_that_another_text_holds_too(page, library):
    other, texts = with_the_directive(library), [text for text, _ in ELSEWHERE]
    data = register(Context(other, "vi", None))
    assert answers(page(PAGE), texts, data) == [expected(other, text) for text in texts]


def test_the_texts_of_the_page_are_those_that_are_held(page_now):
    library = reading.read(ROOT).published
    held = [each for _, each in sorted(library.originals.items()) if each.held]
    texts = [provision.text for document in held for provision in document.provisions][:PROVISIONS]
    texts.append("\n".join(texts))
    assert answers(page_now(PAGE), texts) == [expected(library, text) for text in texts]


def check(opened, text: str) -> None:
    opened.get_by_label("Đoạn cần đối chiếu").fill(text)
    opened.get_by_role("button", name="Đối chiếu", exact=True).click()


def test_a_changed_word_is_shown_and_leads_to_the_provision(page, words):
    opened = page(PAGE)
    check(opened, words["ii-1.1-3"].replace("29/4/2021", "29/7/2021"))
    item = opened.locator(".kb-quote__item")
    assert item.locator("strong").inner_text() == "Khác nguyên văn"
    assert (item.locator("del").inner_text(), item.locator("ins").inner_text()) == ("29/7/2021", "29/4/2021")
    assert (
        opened.locator(".kb-quote__legend").inner_text() == "Gạch ngang: chữ của đoạn dán. Gạch chân: chữ của văn bản."
    )
    cited = opened.locator(".kb-quote__citations li")
    assert cited.first.inner_text() == "07-CTr/ĐUK: không khớp, danh mục ghi ngày 29/4/2021"
    assert cited.nth(1).inner_text() == "05-CT/TW: có trong danh mục"
    item.locator("a").click()
    assert opened.url.endswith("/van-ban/23-kh-duk-2021/#ii-1.1-3")


@pytest.mark.parametrize(
    ("cited", "told"),
    [
        ("Theo Chỉ thị số 05-CT/TW.", "1 câu: 1 đúng, 0 cần xem lại."),
        (
            "Theo Kế hoạch số 26-KH/BTGTW ngày 06/5/2021, Kế hoạch số 9-KH/ĐUK và Chỉ thị số 05-CT/TW.",
            "1 câu: 1 đúng, 0 cần xem lại. Viện dẫn cần xem lại: 2.",
        ),
    ],
)
def test_the_sum_tells_of_citations_that_are_not_those_of_the_register(page, words, cited, told):
    opened = page(PAGE)
    check(opened, f"{cited}\n\n{words['ii-1.1-2']}")
    assert opened.locator(".kb-quote__sum").inner_text() == told
    assert opened.locator(".kb-quote__legend").is_hidden()


def test_what_a_passage_wrongly_says_of_its_place_is_told(page, words):
    opened = page(PAGE)
    check(opened, f"{words['ii-1.1-2']} ({DOCUMENT.replace('17/5', '18/5')})")
    told = "Đoạn dán ghi: 23-KH/ĐUK; danh mục ghi ngày 17/5/2021"
    assert opened.locator(".kb-quote__claimed").inner_text() == told
    check(opened, f"{words['ii-1.1-2']} (mục 2, phần I, {DOCUMENT})")
    assert opened.locator(".kb-quote__claimed").inner_text() == "Đoạn dán ghi: mục 2, phần I"


def test_the_words_of_the_writer_are_not_shown_as_those_of_the_text(page, words):
    """Near misses first: a number or marks before a passage are no words."""
    opened = page(PAGE)
    check(opened, f"“{words['ii-1.1-2']}”\n- {words['ii-1.1-1']}\nMột câu khác hẳn của người viết.")
    assert opened.locator(".kb-quote__own").count() == 0
    assert opened.locator(".kb-quote__aside").is_hidden()
    check(opened, f"Đồng chí Bí thư nêu rõ: “{words['ii-1.1-2']}” ({DOCUMENT})")
    assert opened.locator(".kb-quote__own").all_inner_texts() == ["Đồng chí Bí thư nêu rõ: “"]
    assert words["ii-1.1-2"] in opened.locator(".kb-quote__words").inner_text()
    assert opened.locator(".kb-quote__aside").is_visible()


def test_nothing_leaves_the_page_and_markup_is_text(page, requests):
    opened = page(PAGE)
    check(opened, "<img src=x onerror=alert(1)> " * 3)
    assert opened.locator(".kb-quote__item img").count() == 0
    assert "<img" in opened.locator(".kb-quote__item").first.inner_text()
    assert opened.locator(".kb-quote__sum").inner_text().startswith("1 câu")
    # The serif face of the words comes from the site.
    assert all(
        urlsplit(each).netloc == urlsplit(opened.url).netloc and each.endswith((".woff2", ".css", ".js", ".svg", "/"))
        for each in requests
    )


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [looks.DESKTOP, looks.PHONE], ids=["desktop", "phone"])
def test_what_is_found_is_accessible_and_fits(page, words, size, dark):
    opened = page(PAGE, size, dark=dark)
    check(opened, f"{words['ii-1.1-3'].replace('29/4', '29/7')}\nĐã nêu: {words['ii-1.1-2']} (Kế hoạch số 9-KH/ĐUK)")
    assert axe(opened) == []
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_twenty_pages(page, library, record_property):
    """Ten thousand words of every kind; how long that takes is a figure, no test."""
    made = "\n\n".join(each.text for each in passages(library.originals["23-kh-duk-2021"], 30, seed=3))
    text = " ".join(made.split(" ")[:10_000])
    opened = page(PAGE)
    opened.get_by_label("Đoạn cần đối chiếu").fill(text)
    taken = opened.evaluate(
        """() => {
            const start = performance.now();
            document.querySelector(".kb-quote button").click();
            return performance.now() - start;
        }"""
    )
    record_property(FIGURE, f"twenty pages of quotations: {taken:.0f} ms in the browser")
    assert opened.locator(".kb-quote__item").count() > 100
