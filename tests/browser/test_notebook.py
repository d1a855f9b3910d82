"""The notebook: collected on any page over plain http, kept over visits, taken along as a file."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as etree
import zipfile
from pathlib import Path

import pytest

from tests.browser import looks
from tests.browser.accessibility import axe
from tests.browser.chromium import LOOPBACK, PLAIN
from tests.browser.test_copying import DOCUMENT, SECTION, pasted, provision, words

__all__ = ["words"]  # a fixture

PLAN = "/van-ban/23-kh-duk-2021/"
PAGE = "/so-trich/"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SECOND, THIRD = (f"gạch đầu dòng thứ {each}, {SECTION}, {DOCUMENT}" for each in ("hai", "ba"))


@pytest.fixture(scope="module")
def server(server_then: str) -> str:
    """What is collected here stands in the content that tests begin with."""
    return server_then


@pytest.fixture
def opened(page, server):
    """The notebook with two passages, as on an intranet."""
    found = page(server.replace(LOOPBACK, PLAIN) + PLAN)
    collect(found, "ii-1.1-2")
    found.goto(found.url.replace(PLAN, "/giai-doan/truoc-va-trong-bau-cu/"))
    collect(found, "ii-1.1-3")
    found.goto(found.url.replace("/giai-doan/truoc-va-trong-bau-cu/", PAGE))
    return found


def collect(found, name: str) -> None:
    provision(found, name).hover()
    tools = provision(found, name).locator(".kb-copy")
    tools.locator(".kb-copy__more").click()
    tools.get_by_role("button", name="Thêm vào sổ trích").click()
    assert found.locator(".kb-copied").inner_text().startswith("Đã thêm vào sổ trích: gạch đầu dòng")


def shown(found) -> list[str]:
    return found.locator(".kb-notebook__item > .kb-notebook__words:first-child").all_inner_texts()


def kept(found) -> list[dict[str, str]]:
    return json.loads(found.evaluate("localStorage.getItem('kb-notebook')"))["entries"]


def act(found, name: str) -> None:
    found.locator(".kb-notebook__bar").get_by_role("button", name=name, exact=True).click()


def test_what_is_collected_is_there_with_its_citation(opened, words):
    assert shown(opened) == [words["ii-1.1-2"], words["ii-1.1-3"]]
    assert opened.locator(".kb-notebook__source a").all_inner_texts() == [SECOND, THIRD]
    opened.locator(".kb-notebook__source a").first.click()
    assert opened.url.endswith(f"{PLAN}#ii-1.1-2")


def test_the_same_passage_is_there_once(opened):
    opened.goto(opened.url.replace(PAGE, PLAN))
    collect(opened, "ii-1.1-2")
    assert [each["key"].partition("#")[2] for each in kept(opened)] == ["ii-1.1-2", "ii-1.1-3"]


def test_order_and_notes_last(opened, words):
    opened.get_by_role("button", name=f"Xuống: {SECOND}").click()
    opened.get_by_label(f"Ghi chú: {SECOND}").fill("Dùng ở phần mở đầu")
    opened.get_by_label(f"Ghi chú: {SECOND}").blur()
    opened.reload()
    assert shown(opened) == [words["ii-1.1-3"], words["ii-1.1-2"]]
    assert [each["note"] for each in kept(opened)] == ["", "Dùng ở phần mở đầu"]


def test_a_note_is_kept_before_its_field_is_left(opened):
    opened.get_by_label(f"Ghi chú: {SECOND}").press_sequentially("Đang viết d")
    opened.reload()
    assert [each["note"] for each in kept(opened)] == ["Đang viết d", ""]


def test_a_note_is_on_paper_to_its_end_and_no_empty_one(opened):
    long = "Dùng ở phần mở đầu. " * 40 + "Hết."
    opened.get_by_label(f"Ghi chú: {SECOND}").fill(long)
    opened.emulate_media(media="print")
    assert opened.locator(".kb-notebook__note:visible").all_inner_texts() == [long]
    assert opened.locator(".kb-notebook__item textarea:visible").count() == 0


@pytest.mark.parametrize(("name", "left"), [(f"Bỏ: {SECOND}", 1), ("Xóa cả sổ", 0)])
def test_what_is_removed_can_be_put_back(opened, words, name, left):
    opened.get_by_role("button", name=name, exact=True).click()
    assert len(kept(opened)) == left
    opened.get_by_role("button", name="Lấy lại").click()
    assert shown(opened) == [words["ii-1.1-2"], words["ii-1.1-3"]]
    assert len(kept(opened)) == 2


def test_all_of_it_is_copied(opened, words):
    act(opened, "Chép cả sổ")
    base = opened.url.replace(PAGE, PLAN)
    assert pasted(opened)[0] == "\n\n".join([
        f"{words['ii-1.1-2']}\n{SECOND}\n{base}#ii-1.1-2", f"{words['ii-1.1-3']}\n{THIRD}\n{base}#ii-1.1-3",
    ])  # fmt: skip


def test_a_file_of_it_is_read_again(opened, words, tmp_path):
    with opened.expect_download() as download:
        act(opened, "Lưu ra tệp")
    saved = tmp_path / "so-trich.json"
    download.value.save_as(saved)
    act(opened, "Xóa cả sổ")
    opened.locator(".kb-notebook__bar input").set_input_files(saved)
    opened.locator(".kb-notebook__item").nth(1).wait_for()
    assert shown(opened) == [words["ii-1.1-2"], words["ii-1.1-3"]]
    opened.locator(".kb-notebook__bar input").set_input_files(saved)
    assert len(kept(opened)) == 2


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"entries": [{"key": 1}]}', '{"entries": 1}', "\x00PK"])
def test_another_file_changes_nothing(opened, tmp_path, content):
    wrong = tmp_path / "x.json"
    wrong.write_text(content, encoding="utf-8")
    opened.locator(".kb-notebook__bar input").set_input_files(wrong)
    opened.get_by_text("Tệp này không phải sổ trích.").wait_for()
    assert len(kept(opened)) == 2


def test_the_word_file_has_the_words_and_the_citations_as_endnotes(opened, words, tmp_path):
    opened.get_by_label(f"Ghi chú: {SECOND}").fill("a < b & c\nd")
    opened.get_by_label(f"Ghi chú: {SECOND}").blur()
    with opened.expect_download() as download:
        act(opened, "Tải tệp Word")
    assert download.value.suggested_filename == "so-trich.docx"
    file = tmp_path / "so-trich.docx"
    download.value.save_as(file)
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        parts = {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}
    types = parts["[Content_Types].xml"]
    assert {each.get("PartName", "")[1:] for each in types} - {""} <= set(parts)
    body, notes = parts["word/document.xml"], parts["word/endnotes.xml"]
    paragraphs = ["".join(each.itertext()) for each in body.iter(f"{W}p")]
    assert paragraphs == ["Sổ trích", words["ii-1.1-2"], "a < b & cd", words["ii-1.1-3"]]
    # Lines of their own are not stretched over the sheet.
    loose = [paragraph.find(f".//{W}jc") is not None for paragraph in body.iter(f"{W}p")]
    assert loose == [False, False, True, False]
    ids = [each.get(f"{W}id") for each in body.iter(f"{W}endnoteReference")]
    told = {each.get(f"{W}id"): "".join(each.itertext()).strip() for each in notes}
    assert [told[each] for each in ids] == [SECOND, THIRD]
    styles = {each.get(f"{W}styleId") for each in parts["word/styles.xml"].iter(f"{W}style")}
    used = {
        each.get(f"{W}val") for part in (body, notes) for each in part.iter() if re.search(r"}[pr]Style$", each.tag)
    }
    assert used <= styles


def put(found, *entries: dict[str, str]) -> None:
    found.evaluate("(entries) => localStorage.setItem('kb-notebook', JSON.stringify({ entries }))", list(entries))
    found.reload()


def test_words_that_have_changed_are_shown_beside_those_of_now(opened, words):
    put(opened, {"key": "23-kh-duk-2021#ii-1.1-2", "words": "Lời cũ.", "note": ""})
    assert opened.locator(".kb-notebook__words").all_inner_texts() == ["Lời cũ.", words["ii-1.1-2"]]
    opened.get_by_role("button", name="Dùng lời hiện nay").click()
    assert shown(opened) == [words["ii-1.1-2"]]
    assert opened.locator(".kb-notebook__changed").count() == 0


def test_a_passage_that_is_gone_says_so_and_keeps_its_words(opened):
    put(opened, {"key": "23-kh-duk-2021#x-9", "words": "Lời cũ.", "note": ""})
    assert opened.locator(".kb-notebook__words").all_inner_texts() == ["Lời cũ."]
    assert opened.locator(".kb-notebook__changed").inner_text() == "Bản phát hành này không còn đoạn ấy"


def test_a_passage_that_has_moved_follows_its_alias(page, site_then, words):
    """No ID of the content has moved, so the page is told of one."""

    opened = page(PAGE)
    text = (site_then / "so-trich/index.html").read_text(encoding="utf-8")
    moved = '"moved":{"cu-2019#i-1":"23-kh-duk-2021#ii-1.1-2"'
    body = text.replace('"moved":{', f"{moved},", 1).replace(",}", "}")
    opened.route(f"**{PAGE}", lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"))
    put(opened, {"key": "cu-2019#i-1", "words": words["ii-1.1-2"], "note": ""})
    assert opened.locator(".kb-notebook__source a").inner_text() == SECOND
    assert opened.locator(".kb-notebook__changed").count() == 0


@pytest.mark.parametrize("content", ["", "x", "{}", '{"entries": [1]}', "null"])
def test_whatever_is_kept_the_page_opens(opened, content):
    opened.evaluate("(text) => localStorage.setItem('kb-notebook', text)", content)
    opened.reload()
    assert opened.locator(".kb-notebook__none").is_visible()
    assert not opened.get_by_role("button", name="Chép cả sổ").is_enabled()


def test_words_are_words(opened):
    put(opened, {"key": "<b>x</b>", "words": "<img src=x>", "note": "<i>"})
    assert opened.locator(".kb-notebook__item img, .kb-notebook__item b").count() == 0
    assert shown(opened) == ["<img src=x>"]


@pytest.mark.parametrize("size", [looks.DESKTOP, looks.PHONE], ids=["desktop", "phone"])
def test_a_filled_notebook_is_accessible_and_fits(page, opened, size):
    opened.set_viewport_size(size["viewport"])
    put(opened, *kept(opened), {"key": "23-kh-duk-2021#ii-1.1-2", "words": "Lời cũ.", "note": "x"})
    assert axe(opened) == []
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_pages_of_both_languages_share_it(opened):
    opened.goto(opened.url.replace(PAGE, f"/en{PAGE}"))
    assert opened.locator(".kb-notebook__source a").first.inner_text().startswith("second dash, subsection 1.1")
    with opened.expect_download() as download:
        opened.get_by_role("button", name="Download for Word").click()
    file = Path(download.value.path()).read_bytes()
    assert "gạch đầu dòng thứ hai".encode() in file
    told = opened.locator(".kb-notebook__translation").first.inner_text()
    assert told.startswith("Unofficial translation: Step up communication")
    assert told.encode() in file


def test_the_translation_of_other_words_is_not_shown(opened):
    opened.goto(opened.url.replace(PAGE, f"/en{PAGE}"))
    put(opened, {"key": "23-kh-duk-2021#ii-1.1-2", "words": "Lời cũ.", "note": ""})
    assert opened.locator(".kb-notebook__translation").count() == 0
