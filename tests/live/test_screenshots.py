"""The pictures of the guide: scenes of the real tools, each with a fingerprint of the words that stand in it.

They are scenes of the content that tests begin with, so that what an editor writes makes none of them wrong.

`make screenshots` takes them anew; else each scene is played, and must still be what its picture shows.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from tests.browser import looks

PICTURES = Path("docs", "_images")
TAKING = bool(os.environ.get("KB_SCREENSHOTS"))
QUESTION = "docs/vi/hoi-dap/bao-cao-ve-dau.md"
# The slip that all scenes show: a pinpoint that is not the one of its link.
RIGHT, WRONG = "gạch đầu dòng thứ tư", "gạch đầu dòng thứ năm"
SIZE = {"viewport": {"width": 1200, "height": 980}}
# The words and elements of a scene, not the names of styles, nor what lies in frames.
SHOWN = """element => {
    const copy = element.cloneNode(true);
    for (const each of copy.querySelectorAll("iframe")) each.remove();
    return copy.innerHTML.replace(/<([a-z0-9]+)[^>]*>/gu, "<$1>");
}"""


def editor(page, _):
    """A file open in the editor's page with the slip in it, and the page that it would be."""
    page.goto(f"/soan-thao/#{QUESTION}")
    page.get_by_text("Đang mở").wait_for()
    field = page.locator("#kb-edit-text")
    field.fill(field.input_value().replace(RIGHT, WRONG))
    page.locator(".kb-edit__found .error").first.wait_for()
    page.frame_locator("iframe").get_by_text(WRONG).wait_for()
    return page.locator(".kb-edit")


def panel(page, save):
    """The slip saved: the page as it is now, and what is found."""
    save()
    page.goto("/hoi-dap/bao-cao-ve-dau/")
    page.locator(".kb-live li").first.wait_for()
    return page.locator(".kb-live")


def rule(page, save):
    """The page to which the code of the finding leads."""
    panel(page, save).locator("li a").first.click()
    page.wait_for_load_state()
    return page.locator("article")


def plan(page, _):
    """The plan at a passage, for the README."""
    page.goto("/van-ban/23-kh-duk-2021/#ii-1.1-3")
    return page.locator("#ii-1\\.1-3")


SCENES = {"ke-hoach": plan, "soan-thao": editor, "ket-qua-tren-trang": panel, "trang-quy-tac": rule}


@pytest.fixture
def page(browser, serving):
    context = browser.new_context(base_url=serving(editing=True), **looks.settings(SIZE))
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_is_what_its_picture_shows(root, page, session, checkout, edited, name):
    def save():
        edited(QUESTION, (checkout / QUESTION).read_text(encoding="utf-8").replace(RIGHT, WRONG))
        session.refresh()

    shown = SCENES[name](page, save).evaluate(SHOWN)
    fingerprint = hashlib.sha256(shown.encode()).hexdigest()
    beside = root / PICTURES / f"{name}.sha256"
    if TAKING:
        page.wait_for_timeout(500)
        page.screenshot(path=root / PICTURES / f"{name}.png")
        beside.write_text(f"{fingerprint}\n", encoding="utf-8")
    assert (root / PICTURES / f"{name}.png").is_file()
    assert beside.read_text(encoding="utf-8") == f"{fingerprint}\n", "run `make screenshots` and look at the pictures"
