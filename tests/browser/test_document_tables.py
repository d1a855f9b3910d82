"""Tables of documents, laid into the page of the plan as its reader would make them: no held text has one."""

from __future__ import annotations

import json
import re

import pytest

from tests.browser import looks
from tests.browser.accessibility import axe
from tests.browser.test_copying import pasted
from tests.views.rendering import reader

PLAN = "/van-ban/23-kh-duk-2021/"
KEY = "23-kh-duk-2021"
WIDE = " ".join(["từ"] * 40)
ROWS = {
    "x-p1": ("| TT | Việc | Lúc | Ai |", "first-head o=1x2,1x2,2,1x2"),
    "x-p2": ("| đầu | cuối |", "head"),
    "x-p3": (f"| 1 | {WIDE} | 01/2021-02/2022 | 03/2023-04/2024 | {WIDE} |", "body"),
    "x-p4": (r"| 2 | a \| b | | 2025 | c |", "body"),
}
BEFORE = "x-p0"
CELLS = "all => all.map(cell => cell.getBoundingClientRect()).map(box => [box.left, box.right])"


def laid(html: str) -> str:
    """The page with the table in the place of the words of the plan, and with what its scripts need to copy it."""
    lines = [f"Theo bảng sau: {{#{BEFORE} doc={KEY}}}"]
    tools = "/// html | div.kb-tools\n\n[hàng {}](#{}){{ .kb-anchor }}\n\n///"
    for name, (text, row) in ROWS.items():
        lines += [f"{text} {{#{name} doc={KEY} row={row}}}", tools.format(name[-1], name)]
    table = reader().convert("\n\n".join(lines))
    told = {
        name: {"vi": f"hàng {name[-1]}", "order": order, "shown": text}
        for order, (name, (text, _)) in enumerate(ROWS.items())
    }
    told[BEFORE] = {"vi": "đoạn mở đầu", "order": -1}
    shown = f'<div class="kb-document">{table}</div></article>'
    html = re.sub('<div class="kb-document">.*</article>', lambda _: shown, html, count=1, flags=re.DOTALL)

    def copies(found: re.Match[str]) -> str:
        data = json.loads(found[2])
        data["provisions"] |= {f"{KEY}#{name}": each for name, each in told.items()}
        return found[1] + json.dumps(data) + found[3]

    return re.sub(r'(<script[^>]*id="?kb-copies"?[^>]*>)(.*?)(</script>)', copies, html, count=1, flags=re.DOTALL)


@pytest.fixture
def opened(page, site):
    def visit(size=looks.DESKTOP, **settings):
        found = page("/gioi-thieu/", size, **settings)
        html = laid((site / PLAN.strip("/") / "index.html").read_text("utf-8"))
        found.route(f"**{PLAN}", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
        found.goto(PLAN)
        return found

    return visit


@pytest.mark.parametrize("javascript", [True, False])
def test_on_a_phone_a_table_scrolls_in_itself(opened, javascript):
    found = opened(looks.PHONE, javascript=javascript)
    box = found.locator(".kb-table")
    width, place, whole = box.evaluate("e => [e.scrollWidth, e.clientWidth, document.documentElement.scrollWidth]")
    assert width > place
    assert whole <= looks.PHONE["viewport"]["width"]
    if javascript:
        assert (box.get_attribute("role"), box.get_attribute("tabindex")) == ("region", "0")


def test_in_a_wide_window_all_of_it_is_there_and_its_tools_stand_behind_it(opened):
    found = opened()
    assert found.locator(".kb-table").evaluate("e => e.scrollWidth - e.clientWidth") == 0
    right = found.locator("#x-p3 > td").evaluate_all(CELLS)
    assert right[-1][0] >= right[-2][1] - 1
    assert not found.locator("#x-p3 .kb-tools").evaluate("e => Number(getComputedStyle(e).opacity)")
    found.locator("#x-p3").hover()
    assert found.locator("#x-p3 .kb-tools").evaluate("e => Number(getComputedStyle(e).opacity)") == 1


def test_on_paper_it_has_its_cells_and_no_more(opened):
    found = opened(looks.PAPER, media="print")
    edges = found.locator(".kb-table :is(th, td):visible").evaluate_all(CELLS)
    assert len(edges) == 4 + 2 + 5 + 5
    assert max(edge[1] for edge in edges) <= found.evaluate("document.documentElement.clientWidth")


def test_a_table_has_no_fault_of_access(opened):
    assert axe(opened(looks.PHONE)) == []


def select(found, start: str, end: str, letters: int) -> None:
    found.evaluate(
        """([start, end, letters]) => {
          const [first, last] = [start, end].map((each) => document.querySelector(each).firstChild);
          document.getSelection().setBaseAndExtent(first, 0, last, letters);
        }""",
        [start, end, letters],
    )


def test_selected_rows_are_copied_as_they_stand_in_the_text_and_as_a_table(opened):
    found = opened()
    select(found, f"#{BEFORE}", "#x-p4 > td:nth-child(2)", 1)
    found.keyboard.press("Control+C")
    text, html = pasted(found)
    assert text.split("\n")[:5] == ["Theo bảng sau:", *(ROWS[f"x-p{n}"][0] for n in (1, 2, 3)), "2 | a"]
    assert html.count("<table") == 1
    assert "<tr><td>đầu</td><td>cuối</td></tr>" in html
    assert "từ đoạn mở đầu đến hàng 4" in text


def test_a_row_is_copied_by_its_button_and_by_the_keyboard(opened):
    found = opened()
    for act in (found.locator("#x-p4 .kb-copy__act").click, lambda: found.keyboard.press("Alt+KeyC")):
        found.evaluate("document.querySelector('.kb-copied').textContent = ''")
        act()
        found.locator(".kb-copied", has_text="hàng 4").wait_for()
        text, html = pasted(found)
        assert text.split("\n")[0] == ROWS["x-p4"][0]
        assert "<td>a | b</td><td></td><td>2025</td>" in html
        found.locator("#x-p4 .kb-anchor").focus()
