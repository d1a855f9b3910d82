"""`kb serve` and `kb edit` in a browser: a saved file on the screen, faults in place, a file edited and saved."""

from __future__ import annotations

import threading
import time

import pytest

from kb import watching
from tests.browser import looks
from tests.browser.accessibility import axe

QUESTION = "docs/vi/hoi-dap/in-trang.md"
PLAN = "docs/vi/van-ban/23-kh-duk-2021.md"
ENGLISH = "docs/en/hoi-dap/in-trang.md"
FIELD, FOUND, PREVIEW = "#kb-edit-text", ".kb-edit__found", ".kb-edit__preview"
NEW = "In Kế hoạch ra giấy ra sao"


@pytest.fixture(scope="module", autouse=True)
def followed(checkout, session):
    """As `kb serve` does it."""
    ended = threading.Event()

    def follow():
        for _ in watching.changes(checkout):
            if ended.is_set():
                return
            session.refresh()

    threading.Thread(target=follow, daemon=True).start()
    yield
    ended.set()
    (checkout / "docs/vi/het.txt").touch()  # wakes the thread for the last time


@pytest.fixture
def visit(browser, serving):
    contexts = []

    def opened(path, size=looks.DESKTOP, *, editing=False, **settings):
        context = browser.new_context(base_url=serving(editing=editing), **looks.settings(size, **settings))
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: told.append(said.text) if said.type == "error" else None)
        page.goto(path)
        return page

    told = []
    yield opened
    for context in contexts:
        context.close()
    assert [said for said in told if "409" not in said] == []  # a refusal, told on the page


@pytest.fixture
def record(checkout):
    """The plan's words under another number."""
    text = (checkout / "docs/_source/23-kh-duk-2021.txt").read_text(encoding="utf-8")
    return text.replace("Số 23 -KH/ĐUK", "Số 99-KH/ĐUK", 1)


def text_of(checkout, file):
    return (checkout / file).read_text(encoding="utf-8")


def question(checkout):
    old = text_of(checkout, QUESTION)
    line = next(line for line in old.split("\n") if line.startswith("question: "))
    return old.replace(line, f"question: {NEW}?")


def test_a_saved_file_is_on_the_screen_with_what_is_found(checkout, visit, edited, record_property):
    page = visit("/hoi-dap/in-trang/")
    page.wait_for_timeout(500)
    start = time.monotonic()
    edited(QUESTION, question(checkout))
    page.wait_for_selector(f"h1:has-text('{NEW}')")
    record_property(
        "figure", f"a saved file was on the screen after {time.monotonic() - start:.1f} s, beside other tests"
    )
    panel = page.locator(".kb-live")
    panel.wait_for()
    assert "1 lỗi" in panel.inner_text()
    assert "Ở tệp khác (1)" in panel.inner_text()
    assert "TRANS-002" in panel.inner_text()
    assert axe(page) == []
    page.goto("/en/hoi-dap/in-trang/")
    page.get_by_text("Ở trang này (1)").wait_for()


def test_a_fault_is_marked_on_its_provision_and_goes_when_it_is_mended(checkout, visit, edited):
    page = visit("/van-ban/23-kh-duk-2021/", looks.PHONE)
    edited(PLAN, text_of(checkout, PLAN).replace("Tuyên truyền miệng", "Tuyên truyền  miệng", 1))
    page.locator("#ii-2\\.2.kb-live-fault").wait_for()
    edited(PLAN, text_of(checkout, PLAN).replace("Tuyên truyền  miệng", "Tuyên truyền miệng", 1))
    page.locator(".kb-live").wait_for(state="hidden")
    assert page.locator(".kb-live-fault").count() == 0


def test_a_file_is_edited_previewed_and_saved(checkout, visit, edited):
    edited(ENGLISH, text_of(checkout, ENGLISH))  # written back as it was
    edited(QUESTION, text_of(checkout, QUESTION))
    page = visit(f"/soan-thao/#{QUESTION}", editing=True)
    page.locator(FOUND, has_text="Không có lỗi.").wait_for()
    shown = page.frame_locator(PREVIEW)
    shown.locator("h1", has_text="In Kế hoạch").wait_for()
    page.fill(FIELD, question(checkout).replace("giấy A4", "giay\u200b A4"))
    shown.locator("h1", has_text=NEW).wait_for()
    page.locator(FOUND, has_text="TEXT-004").wait_for()
    assert page.locator(".kb-edit__marks mark").count() == 1
    assert axe(page) == []
    assert NEW not in text_of(checkout, QUESTION)
    page.locator(FOUND).get_by_role("button").first.click()
    assert "\u200b" in page.evaluate("getSelection().toString()")
    page.fill(FIELD, question(checkout))
    page.get_by_text("Chưa lưu.").wait_for()
    page.keyboard.press("Control+s")
    page.get_by_text(f"Đã lưu {QUESTION}.").wait_for()
    assert text_of(checkout, QUESTION) == question(checkout)


def test_a_translation_that_is_still_right_is_confirmed_beside_its_original(checkout, visit, edited):
    edited(ENGLISH, text_of(checkout, ENGLISH))
    edited(QUESTION, text_of(checkout, QUESTION))
    page = visit(f"/soan-thao/#{QUESTION}", editing=True)
    page.get_by_text("Đang mở").wait_for()
    page.fill(FIELD, question(checkout))
    right = page.get_by_role("button", name="bản dịch vẫn đúng")
    right.click()
    page.get_by_text("Lưu phần đang sửa trước").wait_for()
    page.keyboard.press("Control+s")
    page.get_by_text(f"Đã lưu {QUESTION}.").wait_for()
    assert page.locator(".kb-live").is_hidden()  # the same is said beside the text
    right.click()
    page.get_by_text(f"Đã xác nhận bản dịch {ENGLISH}.").wait_for()
    page.locator(FOUND, has_text="Không có lỗi.").wait_for()
    assert axe(page) == []


def test_a_finding_in_another_file_opens_that_file(checkout, visit, edited):
    edited(QUESTION, question(checkout))
    page = visit(f"/soan-thao/#{QUESTION}", editing=True)
    page.locator(FOUND).get_by_role("button", name=f"{ENGLISH}:3").click()
    page.get_by_text(f"Đang mở {ENGLISH}.").wait_for()
    page.locator(f"{FIELD}:focus").wait_for()
    assert page.evaluate("getSelection().toString()") in text_of(checkout, ENGLISH).split("\n")[2]


def test_files_are_chosen_by_what_they_are_about(visit):
    page = visit("/soan-thao/", editing=True)
    chosen = page.locator(f"#kb-edit-files option[value='{PLAN}']")
    chosen.wait_for(state="attached")
    assert chosen.get_attribute("label").startswith("23-KH/ĐUK · Đẩy mạnh")
    assert page.locator("#kb-edit-files option[value='docs/_data/kinds.yml']").get_attribute("label") is None


def test_text_that_was_pasted_becomes_a_document(visit, checkout, record):
    page = visit("/soan-thao/", editing=True)
    page.fill(FIELD, record)
    page.get_by_text("Ghi tên tệp ở ô trên cùng").wait_for()
    page.get_by_role("button", name="Chuyển chữ thành văn bản").click()
    page.get_by_text("Số, ký hiệu: 99-KH/ĐUK").wait_for()
    file = "docs/vi/van-ban/99-kh-duk-2021.md"
    try:
        assert page.input_value("#kb-edit-file") == file
        assert "number: 99-KH/ĐUK" in page.input_value(FIELD)
        assert "{#ii-1.1-3}" in text_of(checkout, file)
        page.frame_locator(PREVIEW).locator("h1", has_text="99-KH/ĐUK").wait_for()
        page.fill("#kb-edit-file", "docs/_data/themes.yml")
        page.press("#kb-edit-file", "Enter")
        page.locator(".kb-edit__shown", has_text="Tệp dữ liệu không có trang riêng").wait_for()
        assert axe(page) == []
    finally:
        for made in (file, "docs/_source/99-kh-duk-2021.txt"):
            (checkout / made).unlink(missing_ok=True)


def test_a_file_that_is_no_document_is_refused_in_words(visit, tmp_path):
    page = visit("/soan-thao/", editing=True)
    (tmp_path / "hong.docx").write_bytes(b"PK\x03\x04")
    page.set_input_files("input[type=file]", tmp_path / "hong.docx")
    page.locator(".kb-edit__status", has_text="Tệp").wait_for()


def test_a_file_that_changed_meanwhile_is_not_overwritten(checkout, visit, edited):
    page = visit(f"/soan-thao/#{QUESTION}", editing=True)
    page.get_by_text("Đang mở").wait_for()
    edited(QUESTION, text_of(checkout, QUESTION) + "\nCủa người khác.\n")
    page.fill(FIELD, "của tôi")
    page.get_by_role("button", name="Lưu").click()
    page.get_by_text("Tệp trên đĩa đã đổi từ khi mở").wait_for()
    assert text_of(checkout, QUESTION).endswith("Của người khác.\n")


def test_what_an_editor_types_never_becomes_markup(visit, checkout):
    page = visit(f"/soan-thao/#{QUESTION}", editing=True)
    page.get_by_text("Đang mở").wait_for()
    page.fill(FIELD, "---\nquestion: <img src=x onerror=alert(1)>\n---\n<script>alert(2)</script>\n")
    page.locator(FOUND).get_by_text("Lỗi").first.wait_for()
    assert page.locator(".kb-edit img, .kb-edit script").count() == 0


@pytest.mark.parametrize("dark", [False, True])
def test_the_editor_is_accessible_on_a_phone(visit, dark):
    page = visit("/soan-thao/", looks.PHONE, editing=True, dark=dark)
    page.locator(FIELD).wait_for()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
