"""Tables on a phone and for a screen reader."""

from __future__ import annotations

import pytest

from tests.browser import looks

NARROW = {**looks.PHONE, "viewport": {"width": 320, "height": 640}}
REGISTER, MATRIX, TERMS, PLAN = "/van-ban/", "/ma-tran/", "/thuat-ngu/", "/van-ban/23-kh-duk-2021/"


@pytest.fixture(scope="module")
def server(server_then: str) -> str:
    """What is named here stands in the content that tests begin with."""
    return server_then


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("path", [REGISTER, f"/en{MATRIX}", TERMS, PLAN])
def test_on_a_narrow_phone_nothing_of_a_table_lies_beyond_the_edge(page_now, path, javascript):
    cells = page_now(path, NARROW, javascript=javascript).locator("article table").locator("th, td")
    edges = cells.evaluate_all("all => all.map(cell => cell.getBoundingClientRect()).map(box => [box.left, box.right])")
    assert len(edges) > 5
    assert [edge for edge in edges if edge[0] < 0 or edge[1] > 320] == []


@pytest.mark.parametrize("size", [looks.DESKTOP, looks.PHONE], ids=["desktop", "phone"])
def test_the_scripts_of_the_register_move_nothing(page_now, size):
    """Where the table stands before they run is where it stands after, and without scripts nothing waits for them."""

    def tops(opened):
        return opened.locator(".kb-register :is(table, td)").evaluate_all(
            "all => all.map(e => e.getBoundingClientRect().top)"
        )

    ready = page_now(REGISTER, size)
    ready.locator(".kb-sort").first.wait_for()
    before = page_now("/gioi-thieu/", size)
    before.route("**/tables.js", lambda route: route.abort())
    before.goto(ready.url)
    assert tops(before) == tops(ready)
    assert not page_now(REGISTER, size, javascript=False).locator(".kb-filter").is_visible()


def test_on_a_phone_a_record_names_each_of_its_facts(page):
    register = page(REGISTER, looks.PHONE).locator(".kb-register")
    cells = register.locator("tbody tr").nth(2).locator("td")
    named = cells.evaluate_all("all => all.map(cell => [getComputedStyle(cell, '::before').content, cell.innerText])")
    assert named[0] == ["none", "169-HD/BTGTW"]
    assert ['"Ngày ban hành" / ""', "22/01/2021"] in named
    assert [label for label, _ in named[1:]] == [
        f'"{name}" / ""' for name in register.locator("th").all_inner_texts()[1:]
    ]


def test_the_phases_of_the_matrix_are_named_where_its_columns_have_no_room(page):
    phone, desktop = page(MATRIX, looks.PHONE), page(MATRIX)
    key, heads = ".kb-key li", "thead th"
    assert [text.split()[0] for text in phone.locator(key).all_inner_texts()] == ["II.1.1", "II.1.2", "II.1.3"]
    assert phone.locator(heads).all_inner_texts()[1:] == ["II.1.1", "II.1.2", "II.1.3"]
    assert not desktop.locator(key).first.is_visible()
    assert desktop.locator(heads).last.inner_text().split("\n") == ["II.1.3", "Từ năm 2022 đến năm 2025"]


@pytest.mark.parametrize("size", [looks.DESKTOP, NARROW], ids=["desktop", "phone"])
def test_a_table_stays_a_table_to_a_screen_reader(page, size):
    register = page(REGISTER, size).locator("article").aria_snapshot()
    assert '- table "Văn bản":' in register
    assert '- columnheader "Ngày ban hành":' in register
    assert '- row "23-KH/ĐUK Kế hoạch' in register
    assert '- rowheader "23-KH/ĐUK":' in register
    assert '- cell "17/5/2021":' in register
    matrix = page(MATRIX, size).locator("article").aria_snapshot()
    assert '- table "Giai đoạn × chủ đề":' in matrix
    assert 'link "Phát triển kinh tế - xã hội, Từ năm 2022 đến năm 2025: 2 đoạn"' in matrix


def test_a_table_that_must_scroll_is_reached_by_keyboard_and_shows_that_there_is_more(page):
    opened = page("/gioi-thieu/")
    wide = "<td>" + "x" * 300 + "</td>"

    def widened(route):
        route.fulfill(
            response=(answer := route.fetch()), body=answer.text().replace("<td>Câu hỏi và câu trả lời</td>", wide)
        )

    opened.route("**/huong-dan/bien-tap/", widened)
    opened.goto(opened.url.replace("gioi-thieu", "huong-dan/bien-tap"))
    region = opened.get_by_role("region", name="Các tệp")
    region.focus()
    opened.keyboard.press("End")
    opened.keyboard.press("ArrowRight")
    opened.wait_for_function("document.activeElement.scrollLeft > 0")
    assert "linear-gradient" in region.evaluate("element => getComputedStyle(element).backgroundImage")
