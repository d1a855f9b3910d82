"""What our prose quotes (QUOTE), what its links name (LINK-004), the days it gives (DATE): near misses first."""

from __future__ import annotations

import pytest

from kb.check.dates import impossible
from kb.check.prose import body

PLAN = "docs/en/van-ban/23-kh-duk-2021.md"
QUESTION = "docs/vi/hoi-dap/ai-kiem-tra-don-doc.md"
ENGLISH = "docs/en/hoi-dap/ai-kiem-tra-don-doc.md"
TASKS = "docs/vi/hoi-dap/dang-uy-khoi-lam-gi.md"
PARTS = "docs/vi/hoi-dap/ke-hoach-gom-nhung-phan-nao.md"
OPENING = "docs/vi/hoi-dap/can-cu-ban-hanh.md"
ABOUT = "docs/vi/hoi-dap/tim-khong-dau.md"
PAGE = "docs/vi/gioi-thieu.md"
CHANGES = "docs/_data/changes.yml"
SUSPECT = (ENGLISH, "of:", "TRANS-002")
"""All that a sound change of an answer gives: its translation is to be looked at again."""


def suspect(file: str) -> tuple[str, str, str]:
    return file.replace("/vi/", "/en/"), "of:", "TRANS-002"


def said(words: str) -> tuple[str, str, str]:
    """The edit of an answer that puts words at its beginning, where no passage has been named."""
    return QUESTION, "Theo [", f"{words} Theo ["


def added(words: str) -> tuple[str, str, str]:
    """The edit of an answer that puts words at its end, behind a sentence that names iii-2-4."""
    return QUESTION, "thực hiện Kế hoạch này”.", f"thực hiện Kế hoạch này”, {words}."


QUOTATIONS = [
    # near misses: held words, whole or shortened, however they are marked
    (*said("“Giao Ban Tuyên giáo Đảng ủy Khối”."), SUSPECT),
    (*said("“giao Ban Tuyên giáo Đảng ủy Khối”."), SUSPECT),
    (*said("«Giao Ban Tuyên giáo Đảng ủy Khối»."), SUSPECT),
    (*said('"Giao Ban Tuyên giáo Đảng ủy Khối".'), SUSPECT),
    (*said("“Giao **Ban Tuyên giáo** Đảng ủy Khối”."), SUSPECT),
    (*said("“Giao Ban Tuyên giáo\nĐảng ủy Khối”."), SUSPECT),
    (*said("“Giao Ban Tuyên giáo … thực hiện Kế hoạch này”."), SUSPECT),
    (*said("“Giao Ban Tuyên giáo […] thực hiện Kế hoạch này”."), SUSPECT),
    (*said("“những biểu hiện “tự diễn biến”, “tự chuyển hóa” trong nội bộ”."), SUSPECT),
    (*said("“Biên soạn, phát hành các ấn phẩm tuyên truyền phù hợp ( đề cương tuyên truyền”."), SUSPECT),
    (*said("Lệnh `“make” check` và ‘tên gọi’."), SUSPECT),
    (*said("“…”, «», “”."), SUSPECT),
    (*said("Cao 5 thước, rộng 3 tấc."), SUSPECT),
    (QUESTION, "Theo [", "> Giao Ban Tuyên giáo Đảng ủy Khối theo dõi\n\nTheo [", SUSPECT),
    (QUESTION, "Theo [", "> “Giao Ban Tuyên giáo Đảng ủy Khối theo dõi”\n\nTheo [", SUSPECT),
    (QUESTION, "question: Ai", "question: Theo “Kế hoạch này”, ai", SUSPECT),
    (PAGE, "Trang này giúp", "Bấm “Đề nghị sửa trang”, «In». Trang này giúp", suspect(PAGE)),
    (PAGE, "Trang này giúp", "Ghi “Kế hoạch này rồi”. Trang này giúp", suspect(PAGE)),
    (ABOUT, "Được: gõ", "Được: bấm “Tìm trong các đoạn” rồi gõ", suspect(ABOUT)),
    (ENGLISH, "Under the", "“Assign the Commission”. Under the", None),
    (ENGLISH, "Under the", "The reader’s ‘own’ words. Under the", None),
    # other words
    (*said("“Giao Ban Tổ chức Đảng ủy Khối”."), "QUOTE-001"),
    (*said("“Giao Ban tuyên giáo Đảng ủy Khối”."), "QUOTE-001"),
    (*said("“Giao Ban Tuyên giáo Đảng ủy Khố”."), "QUOTE-001"),
    (*said("“theo dõi kiểm tra, đôn đốc”."), "QUOTE-001"),
    (*said("“dịch bệnh Covid-19”."), "QUOTE-001"),
    (*said("“dịch bệnh Covid – 19”."), "QUOTE-001"),
    (*said("“tài liệu hỏi - đáp”."), "QUOTE-001"),
    (*said("“Kế hoạch này … Giao Ban Tuyên giáo”."), "QUOTE-001"),
    (*said("“Giao Ban Tuyên giáo … phong trào thi đua yêu nước”."), "QUOTE-001"),
    (*said("“hoàn toàn thành công”."), "QUOTE-001"),
    (*said("«hoàn toàn thành công»."), "QUOTE-001"),
    (*said('"hoàn toàn thành công".'), "QUOTE-001"),
    (QUESTION, "Theo [", "> Giao Ban Tuyên giáo theo dõi\n\nTheo [", "QUOTE-001"),
    (QUESTION, "Theo [", "> Mọi việc đều tốt đẹp.\n\nTheo [", "QUOTE-001"),
    (QUESTION, "question: Ai", "question: Theo “Kế hoạch kia”, ai", "QUOTE-001"),
    (PAGE, "Trang này giúp", "Ghi “theo dõi, kiểm tra, nhắc nhở các đảng ủy”. Trang này giúp", "QUOTE-001"),
    (ABOUT, "Được: gõ", "Được: “theo dõi, kiểm tra, nhắc nhở các đảng ủy”, gõ", "QUOTE-001"),
    (ENGLISH, "to monitor, inspect", "to watch, inspect", "QUOTE-001"),
    (ENGLISH, "Under the", "“A complete success”. Under the", "QUOTE-001"),
    # the words of another passage than the one that the sentence leads to
    (*added("“đôn đốc các đảng ủy trực thuộc”"), SUSPECT),
    (*added("“Tăng cường đấu tranh” ([gạch đầu dòng thứ ba](../van-ban/23-kh-duk-2021.md#iii-2-3))"), SUSPECT),
    (*added("[như vậy](../van-ban/23-kh-duk-2021.md#iii-2) là “Tăng cường đấu tranh”"), SUSPECT),
    (*added("còn [trang này](../chu-de/index.md) nêu “đôn đốc các đảng ủy trực thuộc”"), SUSPECT),
    (*added("nhiệm vụ. Chỗ khác ghi “Tăng cường đấu tranh”"), SUSPECT),
    (*added("“Tăng cường đấu tranh, phản bác”"), "QUOTE-002"),
    (*added("“Tăng cường đấu tranh” ([gạch đầu dòng thứ tư](../van-ban/23-kh-duk-2021.md#iii-2-4))"), "QUOTE-002"),
    # marks that have lost the other one
    (QUESTION, "thực hiện Kế hoạch này”", "thực hiện Kế hoạch này", "QUOTE-003"),
    (QUESTION, "“Ban Tuyên giáo", "Ban Tuyên giáo", "QUOTE-003"),
    (ENGLISH, "this Plan”", "this Plan", "QUOTE-003"),
    (*said("Xem «mục này."), "QUOTE-003"),
    # one fault in a quotation is one finding
    (OPENING, "số 26-KH/BTGTW ngày 05/5/2021", "số 26-KH/BTGTW ngày 06/5/2021", "XREF-002"),
    (OPENING, "số 26-KH/BTGTW ngày 05/5/2021", "số 27-KH/BTGTW ngày 05/5/2021", "XREF-001"),
    (OPENING, "số 26-KH/BTGTW ngày 05/5/2021", "số 26-KH/BTGTW ngày 31/6/2021", "DATE-001"),
    (OPENING, "của Ban Tuyên giáo", "của Bаn Tuyên giáo", "TEXT-002"),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), QUOTATIONS)
def test_quotations(gives, file, old, new, expected):
    gives(file, old, new, expected)


def test_a_quotation_that_differs_is_told_with_both_texts_and_where_to_copy_from(checkout):
    change = checkout.edited(QUESTION, "theo dõi, kiểm tra, đôn đốc các", "theo dõi, giám sát, đôn đốc các")
    (found,) = checkout.findings(change)
    line = change[QUESTION].split("\n")[found.span.line - 1]
    assert line[found.span.column - 1 :].startswith("giám sát, đôn đốc các đảng ủy")
    assert "docs/_source/23-kh-duk-2021.txt" in found.remedy
    assert ["theo dõi, kiểm tra" in found.details[0], "theo dõi, giám sát" in found.details[1]] == [True, True]


def test_a_word_of_the_translation_that_changes_leaves_its_quotations_behind(checkout):
    change = checkout.edited(PLAN, "to monitor, inspect and urge", "to monitor, check and urge")
    quoting = [file for file, text in checkout.texts.items() if "to monitor, inspect and urge" in text and file != PLAN]
    assert len(quoting) == 2
    assert sorted({(file, code) for file, _, code in checkout.faults(change)}) == [
        (file, "QUOTE-001") for file in quoting
    ]


HERE = "(../van-ban/23-kh-duk-2021.md#iii-2-4)"
FOURTH = "[gạch đầu dòng thứ tư, mục 2, phần III]"
PINPOINTS = [
    # near misses: the same passage in other words, or a target that is no passage
    (QUESTION, FOURTH, "[gạch đầu dòng 4 mục 2 của phần III]", SUSPECT),
    (QUESTION, FOURTH, "[III.2, gạch đầu dòng 4]", SUSPECT),
    (QUESTION, FOURTH, "[gạch đầu dòng thứ tư, mục 2]", SUSPECT),
    (QUESTION, FOURTH, "[gạch đầu dòng thứ tư]", SUSPECT),
    (QUESTION, FOURTH, "[đoạn này]", SUSPECT),
    (QUESTION, FOURTH, "[mục đích 3]", SUSPECT),
    (QUESTION, HERE, "(../van-ban/23-kh-duk-2021.md)", SUSPECT),
    (QUESTION, HERE, "(../chu-de/bau-cu.md)", SUSPECT),
    (*added("còn [mục 1, phần II](../van-ban/23-kh-duk-2021.md#ii-1) thì không"), SUSPECT),
    (*added("còn [đoạn mở đầu](../van-ban/23-kh-duk-2021.md#mo-dau-p1) thì không"), SUSPECT),
    (*added("còn ở mục 1, phần II có [tiểu mục 1.1](../van-ban/23-kh-duk-2021.md#ii-1.1)"), SUSPECT),
    (*added("còn [giai đoạn đầu](../van-ban/23-kh-duk-2021.md#ii-1.1) có [đoạn mở đầu]"
            "(../van-ban/23-kh-duk-2021.md#ii-1.1-p1)"), SUSPECT),
    (ENGLISH, "[fourth dash, section 2, part III]", "[fourth dash of section 2 of part III]", None),
    (ENGLISH, "[fourth dash, section 2, part III]", "[III.2, dash 4]", None),
    # another passage
    (QUESTION, FOURTH, "[gạch đầu dòng thứ ba, mục 2, phần III]", "LINK-004"),
    (QUESTION, FOURTH, "[gạch đầu dòng thứ tư, mục 1, phần III]", "LINK-004"),
    (QUESTION, FOURTH, "[gạch đầu dòng thứ tư, mục 2, phần II]", "LINK-004"),
    (QUESTION, FOURTH, "[đoạn cuối, mục 2, phần III]", "LINK-004"),
    (QUESTION, FOURTH, "[III.2, gạch đầu dòng 5]", "LINK-004"),
    (QUESTION, HERE, "(../van-ban/23-kh-duk-2021.md#iii-2-3)", "LINK-004"),
    (QUESTION, HERE, "(../van-ban/23-kh-duk-2021.md#iii-2)", "LINK-004"),
    (QUESTION, HERE, "(../van-ban/23-kh-duk-2021.md#mo-dau-p1)", "LINK-004"),
    (QUESTION, HERE, "(../van-ban/26-kh-btgtw-2021.md)", "LINK-004"),
    (QUESTION, FOURTH, "[gạch đầu dòng thứ chín]", "LINK-004"),
    (ENGLISH, "[fourth dash, section 2, part III]", "[third dash, section 2, part III]", "LINK-004"),
    (ENGLISH, "[fourth dash, section 2, part III]", "[fourth dash, section 2, part II]", "LINK-004"),
    # in part, by what was said before
    (TASKS, "[gạch đầu dòng thứ tư](../van-ban/23-kh-duk-2021.md#iii-2-4)",
     "[gạch đầu dòng thứ tư](../van-ban/23-kh-duk-2021.md#iii-1-4)", "LINK-004"),
    (PARTS, "Phần I có", "Phần II có", "LINK-004"),
    (OPENING, "2021.md#mo-dau-p1", "2021.md#ii-1.1-p1", "LINK-004"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "expected"), PINPOINTS)
def test_pinpoints(gives, file, old, new, expected):
    gives(file, old, new, expected)


def test_the_remedy_names_the_passage_that_the_words_mean(checkout):
    change = checkout.edited(QUESTION, HERE, "(../van-ban/23-kh-duk-2021.md#iii-2-3)")
    (found,) = checkout.findings(change)
    assert "#iii-2-4" in found.remedy
    line = change[QUESTION].split("\n")[found.span.line - 1]
    assert line[found.span.column - 1 :].startswith("gạch đầu dòng thứ tư")


DAYS = [
    # near misses
    ("vi", "ngày 30/6/2016, 29/02/2020, 01/01/2021", []),
    ("vi", "ngày 29 tháng 2; ngày 31 tháng 12 năm 2021", []),
    ("vi", "số 31/6/2016/QH13, 45/31/2021-X, trang 31/6/20211", []),
    ("vi", "24/7, tỉ lệ 31/62, phòng 12/31", []),
    ("vi", "tháng 13, năm 2021; 35 tháng", []),
    ("vi", "ngày 13-14/5/2021", []),
    ("en", "30 June 2016, June 30, 2016, 29 February, the 31st of the month", []),
    ("en", "In May 2021, June 2016 and on 5/31/2021 or 31/5/2021", []),
    ("en", "May 40 of them", []),
    # no such day
    ("vi", "ngày 31/6/2016", ["31/6/2016"]),
    ("vi", "họp 31/06/2016.", ["31/06/2016"]),
    ("vi", "05/13/2021", ["05/13/2021"]),
    ("vi", "00/5/2021", ["00/5/2021"]),
    ("vi", "29/02/2021", ["29/02/2021"]),
    ("vi", "ngày 31-6-2016", ["ngày 31-6-2016"]),
    ("vi", "ngày 31.6.2016", ["ngày 31.6.2016"]),
    ("vi", "Ngày 31 tháng 6 năm 2016", ["Ngày 31 tháng 6 năm 2016"]),
    ("vi", "ngày 31 tháng 6 hằng năm", ["ngày 31 tháng 6"]),
    ("vi", "ngày 31/6 hằng năm", ["ngày 31/6"]),
    ("vi", "ngày 30-31/6/2021", ["31/6/2021"]),
    ("en", "31 June 2016", ["31 June 2016"]),
    ("en", "dated 31st June", ["31st June"]),
    ("en", "February 30, 2021", ["February 30, 2021"]),
    ("en", "31/6/2016", ["31/6/2016"]),
]


@pytest.mark.parametrize(("language", "text", "found"), DAYS)
def test_days_that_no_calendar_has(language, text, found):
    days = impossible(text, language)
    assert [printed for _, printed in days] == found
    assert all(text[at:].startswith(printed) for at, printed in days)


PLACES = [
    (*said("Họp ngày 30/6/2016."), SUSPECT),
    (*said("Lệnh `31/6/2016`."), SUSPECT),
    (*said("Họp ngày 31/6/2016."), "DATE-001"),
    (*said("Kế hoạch số 26-KH/BTGTW ngày 31/6/2016 của Ban Tuyên giáo Trung ương."), "DATE-001"),
    (QUESTION, "question: Ai", "question: Ngày 31/6/2016, ai", "DATE-001"),
    (PAGE, "Trang này giúp", "Từ ngày 31/6/2016, trang này giúp", "DATE-001"),
    (PAGE, "title: Về", "title: Ngày 31/6/2016 về", "DATE-001"),
    (ENGLISH, "Under the", "On 31 June 2016. Under the", "DATE-001"),
    (PLAN, "successful implementation", "successful implementation by 31 June 2021", "DATE-001"),
    (CHANGES, "vi: Phát hành", "vi: Ngày 31/6/2021, phát hành", "DATE-001"),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), PLACES)
def test_days(gives, file, old, new, expected):
    gives(file, old, new, expected)


MARKDOWN = """Lời *đầu* và **lời `mã` sau**, [chữ *nghiêng*](a.md#b "tên") \\* &amp; ![ảnh](c.png)
dòng hai.

> trích một
> trích hai

- mục
  tiếp

| ô | [ô hai](d.md) |
|---|---|
| ba | bốn |
"""


def test_the_places_of_words_in_markdown():
    lines = MARKDOWN.split("\n")
    blocks = body(MARKDOWN, "a.md", 11)
    assert [block.text for block in blocks if block.quoted] == ["trích một trích hai"]
    for block in blocks:
        for offset, letter in enumerate(block.text):
            if letter.isalpha():
                span = block.span(offset)
                assert lines[span.line - 11][span.column - 1] == letter
    assert [block.text[link.start : link.end] for block in blocks for link in block.links] == ["chữ nghiêng", "ô hai"]
