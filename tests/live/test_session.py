"""What the session makes of an edited checkout: the pages that a build would make, and what `kb check` finds."""

from __future__ import annotations

import pytest

from kb.live import previewing
from kb.live.rendering import Renderer
from kb.live.session import FOLDER

QUESTION = "docs/vi/hoi-dap/in-trang.md"
PAGE = "hoi-dap/in-trang/index.html"
LIST = "hoi-dap/index.html"
PLAN = "docs/vi/van-ban/23-kh-duk-2021.md"
ADDED = "docs/vi/trang-thu.md"
ADDRESSES = (
    *("vi/index.md", "vi/van-ban/23-kh-duk-2021.md", "vi/van-ban/index.md", "vi/ma-tran.md", "vi/so-trich.md"),
    *("en/index.md", "en/van-ban/23-kh-duk-2021.md", "en/hoi-dap/in-trang.md", "en/thuat-ngu.md"),
)


def test_single_pages_are_those_of_the_build(site):
    staged = site.parent / "build" / "docs"
    renderer = Renderer(site.parent, staged)
    try:
        made = renderer.pages({path: (staged / path).read_text(encoding="utf-8") for path in ADDRESSES})
    finally:
        renderer.close()
    assert len(made) == len(ADDRESSES)
    assert {address for address, html in made.items() if html != (site / address).read_text(encoding="utf-8")} == set()


def text_of(checkout, file):
    return (checkout / file).read_text(encoding="utf-8")


def test_what_is_saved_is_on_every_page_that_shows_it(checkout, session, edited):
    before = session.state
    edited(QUESTION, text_of(checkout, QUESTION).replace("question: In", "question: Đổi rồi, in"))
    session.refresh()
    shown = {address for address, held in session.contents.items() if held and "Đổi rồi, in" in held.decode()}
    assert {PAGE, LIST} <= shown
    assert {a for a, v in session.state.pages.items() if v > before.version} >= {PAGE, LIST}
    assert "index.html" not in session.contents
    assert [each["code"] for each in session.state.findings] == ["TRANS-002"]


def test_a_finding_names_the_provision_on_whose_line_it_stands(checkout, session, edited):
    edited(PLAN, text_of(checkout, PLAN).replace("Tuyên truyền miệng", "Tuyên truyền  miệng", 1))
    session.refresh()
    found = [(each["file"], each["anchor"]) for each in session.state.findings]
    assert (PLAN, "ii-2.2") in found


def test_of_a_marked_document_nothing_is_made(checkout, session, edited):
    edited(QUESTION, text_of(checkout, QUESTION) + "\nTỐI MẬT\n\nKhông ai được đọc.\n")
    session.refresh()
    assert session.state.stale
    assert not any(held and "Không ai được đọc" in held.decode() for held in session.contents.values())
    assert [each["code"] for each in session.state.findings] == ["SEC-001"]


@pytest.mark.parametrize("text", ["", "---\nquestion: [\n---\n", "---\n---\n", "\x00", "# {#a}\n" * 3])
def test_a_broken_file_is_told_and_ends_nothing(session, edited, text):
    edited(QUESTION, text)
    session.refresh()
    assert QUESTION in {each["file"] for each in session.state.findings}


def test_a_new_page_and_one_that_is_gone(session, edited):
    edited(ADDED, "---\ntitle: Trang thử\n---\nMột câu.\n")
    edited("docs/en/trang-thu.md", "---\ntitle: Trial page\nof: 000000000000\n---\nA sentence.\n")
    session.refresh()
    assert "Một câu." in session.contents["trang-thu/index.html"].decode()
    edited(ADDED, None)
    edited("docs/en/trang-thu.md", None)
    session.refresh()
    assert session.contents["trang-thu/index.html"] is None
    # The fixture writes them back as they were before: not there.
    edited(ADDED, "")
    edited("docs/en/trang-thu.md", "")


def test_a_preview_changes_nothing_else(checkout, session):
    session.refresh()
    state = session.state
    text = text_of(checkout, QUESTION).replace("question: In", "question: Chỉ xem trước, in")
    assert session.preview(QUESTION, text) == (PAGE, "")
    assert "Chỉ xem trước, in" in session.previews[PAGE]
    assert [each["code"] for each in session.check(QUESTION, text)] == ["TRANS-002"]
    assert session.state is state
    assert "Chỉ xem trước" not in text_of(checkout, QUESTION)
    assert not any("Chỉ xem trước" in path.read_text() for path in (checkout / FOLDER / "vi").rglob("*.md"))


NEW_QUESTION = "---\nquestion: Vừa dán vào?\ngroup: trang-nay\nabout: site\n---\nVừa dán.\n"
NEW_PAGE = "---\ntitle: Vừa dán vào\n---\nVừa dán.\n"
DRAFT = (
    "---\nnumber: 98-KH/ĐUK\nkind: KH\nissuer: ĐUK\nissuer_name: Đảng ủy Khối\nplace: null\ndate: 2021-06-20\n"
    "subject: Vừa dán\nbasis: []\nlanguage: vi\ntext: not-held\nstatus: draft\n---\n"
)


@pytest.mark.parametrize(
    ("file", "text", "address", "said"),
    [
        ("docs/vi/hoi-dap/vua-dan.md", NEW_QUESTION, "hoi-dap/vua-dan/index.html", ""),
        ("docs/vi/thu-muc-moi/vua-dan.md", NEW_PAGE, "thu-muc-moi/vua-dan/index.html", ""),
        ("docs/vi/van-ban/98-kh-duk-2021.md", DRAFT, "van-ban/98-kh-duk-2021/index.html", previewing.HIDDEN),
    ],
    ids=["question", "page", "draft"],
)
def test_a_file_that_is_new_or_a_draft_is_previewed_and_is_nowhere_else(session, file, text, address, said):
    session.refresh()
    assert session.preview(file, text) == (address, said)
    assert "Vừa dán" in session.previews[address]
    assert not (session.staged / file.removeprefix("docs/")).exists()
    session.refresh()
    assert address not in session.contents


@pytest.mark.parametrize(
    ("file", "text", "why"),
    [
        ("docs/_data/themes.yml", None, previewing.DATA),
        ("docs/en/hoi-dap/vua-dan.md", "---\nquestion: New?\nof: x\n---\nNew.\n", previewing.ALONE),
        ("docs/vi/hoi-dap/vua-dan.md", NEW_QUESTION + "\nTỐI MẬT\n", previewing.SECRET),
        ("docs/vi/hoi-dap/vua-dan.md", "Chỉ có chữ.", previewing.FAULTY),
        ("docs/vi/hoi-dap/sau/vua-dan.md", NEW_QUESTION, previewing.NONE),
    ],
    ids=["data", "translation", "secret", "faulty", "folder"],
)
def test_a_file_without_a_page_has_no_preview_and_is_told_why(checkout, session, file, text, why):
    assert session.preview(file, text_of(checkout, file) if text is None else text) == ("", why)


def test_a_text_that_is_only_supposed_changes_nothing(checkout, session):
    file = "docs/vi/van-ban/99-kh-duk-2021.md"
    supposed = session.with_texts({file: text_of(checkout, PLAN).replace("23-KH/ĐUK", "99-KH/ĐUK", 1)})
    assert "99-kh-duk-2021" in supposed.originals
    assert "99-kh-duk-2021" not in session.library.originals
    assert not (checkout / file).exists()
