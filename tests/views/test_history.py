"""What pages tell of the past."""

from __future__ import annotations

import pytest

from kb.check.catalogue import RULES
from kb.model.history import ADDED, ALTERED, MOVED, UNKNOWN, Altered, Event, History, Release
from kb.views import changes, history, site
from tests.views.rendering import rendered, words

KEY, OTHER = "23-kh-duk-2021", "26-kh-btgtw-2021"
CAME = Event("a" * 40, "2027-01-16", "Đưa vào *kho* <b>", "v1", ADDED)
ROWS = (
    Altered("i-1-1", "", "một | hai\nba", "một | *hai* bốn\nba"),
    Altered("i-1-2", "i-1-9", "lời", "lời"),
    Altered("i-9-9", "", "mất", None),
)
MENDED = Event(
    "b" * 40, "2027-02-01", "Sửa", None, ALTERED, ROWS, (("sha256", "0" * 64, "1" * 64), ("held", "không", "có"))
)
DATED = Event(
    "c" * 40, "2027-02-01", "Correct the date of the *plan*", None, ALTERED, (), (("date", "2021-05-05", "2021-05-06"),)
)
RENAMED = Event("d" * 40, "2027-02-02", "Đổi tên", None, MOVED)
PAST = History(
    known=True,
    releases=(Release("v1", "2027-01-16"),),
    documents={"vi": {KEY: (MENDED, CAME), OTHER: (RENAMED, DATED, CAME)}, "en": {KEY: (CAME,)}},
    prose={"vi": {"hoi-dap/in-trang": (MENDED, CAME), "gioi-thieu": (CAME,)}, "en": {}},
)


@pytest.fixture(scope="module")
def staged(library):
    return site.files(library, None, RULES, history=PAST)


@pytest.fixture(scope="module")
def unknown(library):
    return site.files(library, None, RULES)


def body(text):
    return rendered(text.partition("\n---\n")[2])


def said(element):
    return " ".join(words(element).split())


def test_a_history_word_by_word(staged):
    page = body(staged[f"vi/{history.path(KEY)}"])
    rows = [[said(cell) for cell in row.iter("td")] for row in page.iter("tr")][1:]
    place = "mục 1, phần I"
    assert rows == [
        ["SHA-256 của nguyên văn", "000000000000…", "111111111111…"],
        ["Toàn văn", "Chưa có toàn văn", "Có toàn văn"],
        [f"gạch đầu dòng thứ nhất, {place}", "một | hai", "một | *hai* bốn"],
        [f"gạch đầu dòng thứ hai, {place} (trước là i-1-9)", "i-1-9", "i-1-2"],
        ["i-9-9", "mất", ""],
    ]
    assert [said(each) for each in page.iter("strong")] == ["*hai* bốn"]
    assert [said(each) for each in page.iter("em")] == ["hai", "mất"]
    assert [said(each) for each in page.iter("h2")] == [
        "01/02/2027 – Sửa",
        "16/01/2027 – Đưa lên trang",
        "Theo từng đoạn",
    ]
    assert "Chưa có trong bản phát hành nào. Lý do đã ghi: “Sửa”" in said(page)
    assert "Có từ bản phát hành v1. Lý do đã ghi: “Đưa vào *kho* <b>”" in said(page)


def test_a_reason_in_another_language_than_the_page_says_so(staged):
    def marked(path: str) -> list[tuple[str, str]]:
        page = body(staged[path])
        return [(each.get("lang"), said(each)) for each in page.iter("em") if each.get("class") == "kb-why"]

    assert marked(f"vi/{history.path(KEY)}") == []
    assert marked(f"en/{history.path(KEY)}") == [("vi", "Đưa vào *kho* <b>")]
    assert marked(f"vi/van-ban/{OTHER}.md") == [("en", "Correct the date of the *plan*")]


def test_each_link_of_a_provision_finds_its_change(staged):
    page = body(staged[f"vi/{history.path(KEY)}"])
    anchors = {each.get("id") for each in page.iter("h2")}
    document = body(staged[f"vi/van-ban/{KEY}.md"])
    links = [each.get("href") for each in document.iter("a") if f"{history.NAME}.md#" in each.get("href", "")]
    assert links == [f"{KEY}/{history.NAME}.md#c-{'b' * 12}"] * 2
    assert {each.partition("#")[2] for each in links} <= anchors


def test_a_document_without_text_has_its_history_on_its_page(staged):
    page = said(body(staged[f"vi/van-ban/{OTHER}.md"]))
    assert "02/02/2027 Đổi địa chỉ, chưa có trong bản phát hành nào. Lý do đã ghi: “Đổi tên”" in page
    assert "Ngày ban hành: 05/5/2021 → 06/5/2021" in page
    assert f"vi/{history.path(OTHER)}" not in staged


def test_changes_by_release(staged):
    page = body(staged[f"vi/{changes.PATH}"])
    assert [said(each) for each in page.iter("h2")] == [
        "Sau bản phát hành cuối cùng",
        "Bản phát hành v1, ngày 16/01/2027",
    ]
    assert [said(each) for each in page.iter("summary")] == [
        "Văn bản có sửa đổi (2)",
        "Câu hỏi có sửa đổi (1)",
        "Văn bản mới (2)",
        "Câu hỏi mới (1)",
        "Trang viết mới (1)",
    ]
    # what an editor put down stands with the release of its day
    before, after = said(page).split("Bản phát hành v1")
    assert ("Phát hành lần đầu" in before, "Phát hành lần đầu" in after) == (False, True)
    english = body(staged[f"en/{changes.PATH}"])
    assert "Documents: changed (2)" in [said(each) for each in english.iter("summary")]


@pytest.mark.parametrize(("language", "told"), [("vi", "không mang theo lịch sử"), ("en", "carries no history")])
def test_what_is_not_known_is_said(unknown, language, told):
    for path in (changes.PATH, history.path(KEY), f"van-ban/{KEY}.md", f"van-ban/{OTHER}.md"):
        assert told in said(body(unknown[f"{language}/{path}"])), path


def test_the_pages_are_the_same_whether_it_is_known_or_not(staged, unknown):
    assert staged.keys() == unknown.keys()


def test_the_past_is_not_searched(staged, unknown):
    index = {path: text for path, text in staged.items() if "/assets/search/" in path}
    assert index == {path: text for path, text in unknown.items() if "/assets/search/" in path}


def test_a_shallow_memory_is_said(library):
    page = site.files(library, None, {}, history=History(known=True, since="2027-01-16"))[f"vi/{changes.PATH}"]
    assert "chỉ có lịch sử từ sau ngày 16/01/2027" in page


def test_nothing_is_remembered_of_what_is_unknown():
    assert UNKNOWN.of_document("vi", KEY) == ()
    assert list(UNKNOWN.of_provision("vi", KEY, "i")) == []
