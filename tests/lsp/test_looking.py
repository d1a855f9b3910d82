"""What stands at a place of a line, and what is said of it."""

from __future__ import annotations

import pytest

from kb import reading
from kb.lsp.describing import description
from kb.lsp.looking import look
from kb.model.finding import Span
from tests.folders import CONTENT

ANSWER = "docs/vi/hoi-dap/in-trang.md"
PLAN, PLAN_IN_ENGLISH = "docs/vi/van-ban/23-kh-duk-2021.md", "docs/en/van-ban/23-kh-duk-2021.md"
CITED = "26-kh-btgtw-2021"
HELD = "23-kh-duk-2021"


@pytest.fixture(scope="module")
def library():
    return reading.read(CONTENT)


def at(library, file, line, number=1):
    """What is seen in a line, with the place marked by a bar."""
    return look(library, Span(file, number, line.index("|") + 1), line.replace("|", ""))


NOTHING = ["Một câu kh|ông nói gì.", "|", "Giai đoạn 2021 - 20|25.", "Mã abc-|def.", "Xem «26|».", "Điều 5| và mục 2."]


@pytest.mark.parametrize("line", NOTHING)
def test_nothing(library, line):
    assert at(library, ANSWER, line) is None


SEEN = [
    (ANSWER, "Theo Kế hoạch số 2|6-KH/BTGTW ngày 05/5/2021.", (CITED,), True, None),
    (ANSWER, "Theo Kế ho|ạch số 26 – KH/BTGTW.", (CITED,), True, None),
    (ANSWER, "Theo \U0001f4d6 Kế hoạch số 26-KH/BTG|TW.", (CITED,), True, None),
    (ANSWER, "Theo gạch đầu dòng thứ t|ư, mục 2, phần III Kế hoạch số 23-KH/ĐUK.", (HELD,), True, "iii-2-4"),
    (ANSWER, "Theo mục 2, phần III Kế hoạch số 23-KH/ĐU|K.", (HELD,), True, "iii-2"),
    (ANSWER, "Theo mục 99 Kế hoạch số 23-KH/ĐU|K.", (HELD,), True, None),
    # Registered with another date
    (ANSWER, "Theo Kế hoạch số 26-KH/BTGT|W ngày 06/5/2021.", (CITED,), False, None),
    (ANSWER, "Theo Kế hoạch số 99-KH/BTGT|W.", (), False, None),
    (PLAN, "thực hiện Kế hoạch n|ày", (HELD,), True, None),
    (ANSWER, "provisions: [23-kh-duk-2021#ii|i-2-4]", (HELD,), True, "iii-2-4"),
    (ANSWER, "  - 23-kh-|duk-2021#ii-1.1-3", (HELD,), True, "ii-1.1-3"),
    (ANSWER, "basis: [26-kh-btgtw-2|021]", (CITED,), True, None),
    (ANSWER, "[đoạn](../van-ban/23-kh-duk-2021.md#mo-da|u-p1)", (HELD,), True, "mo-dau-p1"),
    (ANSWER, "[đoạn](../van-ban/23-kh-duk-2021.md#khong-|co)", (HELD,), True, None),
    (PLAN, "- Lời. {#iii-2-|4}", (HELD,), True, "iii-2-4"),
    (PLAN_IN_ENGLISH, "- Words. {#iii-2-4 of=0a1b|2c3d4e5f}", None, None, None),
    (PLAN_IN_ENGLISH, "- Words. {#iii-|2-4 of=0a1b2c3d4e5f}", (HELD,), True, "iii-2-4"),
    (PLAN_IN_ENGLISH, "Under Plan No. 26-KH/BTG|TW.", (CITED,), True, None),
]


@pytest.mark.parametrize(("file", "line", "documents", "certain", "provision"), SEEN)
def test_seen(library, file, line, documents, certain, provision):
    seen = at(library, file, line)
    if documents is None:
        assert seen is None
        return
    assert tuple(document.id for document in seen.documents) == documents
    assert seen.certain is certain
    assert (seen.provision.id if seen.provision else None) == provision


def said(library, line: str) -> str:
    return description(library, at(library, ANSWER, line))


def test_a_document_is_told_with_title_date_issuer_subject_and_whether_it_is_held(library):
    words = said(library, "Kế hoạch số 26-KH/BTG|TW")
    for part in ("Kế hoạch số 26-KH/BTGTW ngày 05/5/2021 của Ban Tuyên giáo Trung ương", "Chưa có toàn văn."):
        assert part in words
    assert library.originals[CITED].subject in words
    assert "\n\nCó toàn văn." in said(library, "Kế hoạch số 23-KH/ĐU|K")


def test_a_locator_brings_the_words_of_the_provision(library):
    words = said(library, "Theo gạch đầu dòng thứ tư, mục 2, phần III Kế hoạch số 23-KH/ĐU|K.")
    assert library.originals[HELD].by_id["iii-2-4"].text in words
    assert "Gạch đầu dòng thứ tư, mục 2, phần III:" in words


def test_what_is_not_certain_is_said_to_be_so(library):
    assert said(library, "Kế hoạch số 99-KH/BTG|TW") == "Văn bản 99-KH/BTGTW không có trong danh mục."
    assert "khác" in said(library, "Kế hoạch số 26-KH/BTG|TW ngày 06/5/2021")


def test_words_are_no_markup(library):
    """The title block has a line of one asterisk."""
    assert "> \\*" in said(library, "[x](../van-ban/23-kh-duk-2021.md#tieu-d|e)")


BEFORE = "Theo Chỉ thị số 05-CT/TU ngày 3/4/2019 của Tỉnh ủy."
SHORT = "Chỉ thị 0|5 yêu cầu."
EARLIER = [
    ((SHORT, BEFORE), True),
    ((BEFORE, SHORT), False),
    (("Theo Chỉ thị số 05-CT/TW.", SHORT), True),
    # in a document both stand in its provisions
    ((f"{BEFORE} {{#x-1}}", f"{SHORT} {{#x-2}}"), False),
]


@pytest.mark.parametrize(("lines", "certain"), EARLIER)
def test_a_short_form_means_what_was_cited_before_on_the_page(lines, certain):
    file = "docs/vi/van-ban/23-kh-duk-2021.md" if "{" in lines[0] else ANSWER
    text = (CONTENT / file).read_text(encoding="utf-8").rstrip("\n") + "\n\n"
    number = text.count("\n") + 1
    library = reading.read(CONTENT, overlay={file: text + "\n".join(lines).replace("|", "") + "\n"})
    place = next(place for place, line in enumerate(lines) if "|" in line)
    seen = at(library, file, lines[place], number + place)
    assert seen.certain is certain
