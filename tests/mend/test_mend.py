"""What is mended and what is not: near misses first."""

from __future__ import annotations

import unicodedata

import pytest

from kb.mend import applied
from kb.model.finding import Edit, Span

ANSWER = "docs/vi/hoi-dap/in-trang.md"
TRANSLATED = "docs/en/hoi-dap/in-trang.md"
PAGE = "docs/vi/gioi-thieu.md"
PLAN = "docs/vi/van-ban/23-kh-duk-2021.md"
PLAN_IN_ENGLISH = "docs/en/van-ban/23-kh-duk-2021.md"
CITED = "docs/vi/van-ban/26-kh-btgtw-2021.md"
UNNUMBERED = "docs/vi/van-ban/nq-dai-hoi-xiii-dang.md"
CHANGES = "docs/_data/changes.yml"
TERMS = "docs/_data/terms.yml"
RECORD = "docs/_source/23-kh-duk-2021.txt"
GUIDE = "docs/vi/huong-dan/bien-tap.md"

NFD = unicodedata.normalize("NFD", "kế hoạch")

# Lines at the end of an answer.
LEFT_ALONE = [
    # Quotations, whatever the marks, over several lines, and where a mark has lost its partner
    f"Đoạn ấy ghi “số 26 – KH/BTGTW  và {NFD} Ðảng”.",
    f"Đoạn ấy ghi «số 26 – KH/BTGTW  và {NFD} Ðảng».",
    f'Đoạn ấy ghi "số 26 – KH/BTGTW  và {NFD} Ðảng".',
    f"Đoạn ấy ghi ‘số 26 – KH/BTGTW  và {NFD} Ðảng’.",
    f"Đoạn ấy ghi 'số 26 – KH/BTGTW  và {NFD} Ðảng'.",
    "Đoạn ấy ghi “dòng một  và\nsố 26 – KH/BTGTW”.",
    "Đoạn ấy ghi “lời ngoài “số 26 – KH/BTGTW” và  lời ngoài”.",
    "Đoạn ấy ghi “lời một.\n\nLời hai  số 26 – KH/BTGTW.\n\nLời ba”.",
    "Đoạn ấy ghi “số 26 – KH/BTGTW  và hết.",
    "Số 26 – KH/BTGTW  và hết” là lời trích.",
    "> Thực hiện Kế hoạch số 26 – KH/BTGTW  và  Ðảng",
    "- Mục một\n\n  > Lời trích  số 26 – KH/BTGTW",
    # Code and addresses
    "Gõ `26 – KH/BTGTW` hay `Ð` vào  `ô`.".replace("  ", " "),
    "```\nsố 26 – KH/BTGTW  và  Ðảng  \n```",
    "\n    số 26 – KH/BTGTW  và  Ðảng",
    "Xem [hình](../Ðường.png).",
    # No number, or none that is registered
    "Giai đoạn 2021 - 2030, dịch Covid - 19, lúc 8 - 10 giờ, tỷ số 2 – 1.",
    "Xem số 99 – KH/BTGTW và 12 – XYZ/ABC.",
    "Số 26 – KH/\nBTGTW bị ngắt dòng.",
    # What an editor keeps as it is
    "Xem số 26 – KH/BTGTW. <!-- kb: bỏ qua TEXT-008: ghi như  trên bìa -->",
    # Numbers as they should be
    "Xem số 26-KH/BTGTW, 07-CTr/ĐUK và 05-CT/TW.",
    # Other writing
    "Chữ Nga: СССР, Москва; và chữ Ð đứng một mình.",
    "Nháy ʼ đứng một mình.",
    "Lời\u00a0có dấu cách cứng và 26\u00a0người.",
    "Dòng\x0bhai và 26\u00ad30.",
    "Gia đình \U0001f468\u200d\U0001f469\u200d\U0001f467.",
    # Layout
    "- Mục\n\n    - mục con\n\n1.  Một",
    "| Cột   | Số  |\n| ---   | --- |\n| một   | 2   |",
]


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_left_alone(mending, texts, line):
    assert mending({ANSWER: f"{texts[ANSWER]}{line}\n"}).after == {}


MENDED = [
    ("Xem số 26 – KH/BTGTW.", "Xem số 26-KH/BTGTW."),
    ("Xem số 26 -KH/BTGTW, 07–CTr/ÐUK.", "Xem số 26-KH/BTGTW, 07-CTr/ĐUK."),
    ("Xem số 26\u00a0-\u00a0KH/BTGTW.", "Xem số 26-KH/BTGTW."),
    ("Xem KH 26 KH/BTGTW.", "Xem KH 26-KH/BTGTW."),
    ("Xem số 26\u00adKH/BTGTW.", "Xem số 26-KH/BTGTW."),
    ("Xem số 26-KH/\u200bBTGTW.", "Xem số 26-KH/BTGTW."),
    ("Xem số 26-КН/BTGTW.", "Xem số 26-KH/BTGTW."),
    ("Xem số 26 – KH/ВТGТW.", "Xem số 26-KH/BTGTW."),
    ("[Số 26 – KH/BTGTW](../van-ban/26-kh-btgtw-2021.md).", "[Số 26-KH/BTGTW](../van-ban/26-kh-btgtw-2021.md)."),
    ("Sau “lời trích  này” là  số 26 – KH/BTGTW.", "Sau “lời trích  này” là số 26-KH/BTGTW."),
    ("- Mục  một\n- Mục hai\n  số 26 – KH/BTGTW", "- Mục một\n- Mục hai\n  số 26-KH/BTGTW"),
    (f"Theo {NFD}.", "Theo kế hoạch."),
    (f"## {NFD.capitalize()}  này", "## Kế hoạch này"),
    ("Ðảng bộ và Ɖảng ủy, chữ Trаng có а của chữ Nga.", "Đảng bộ và Đảng ủy, chữ Trang có а của chữ Nga."),
    ("Bureauʼs", "Bureau’s"),
    ("The plans' No. 26 – KH/BTGTW isn't  here.", "The plans' No. 26-KH/BTGTW isn't here."),
    # A mend that uncovers another: composed only after the letter is Latin.
    ("Chữ hoа\u0300n", "Chữ hoàn"),
    ("Việc tuyên\u200b truyền\ufeff, dấu\u00ad cách.", "Việc tuyên truyền, dấu cách."),
    ("Lời  một.  Lời hai.  \n\nLời   ba.\t ", "Lời một. Lời hai.\n\nLời ba."),
    ("| Cột   |\n| ---   |\n| Ðảng   |\n| 26 – KH/BTGTW |", "| Cột   |\n| ---   |\n| Đảng   |\n| 26-KH/BTGTW |"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "right"), MENDED)
def test_mended(mending, texts, line, right):
    assert mending({ANSWER: f"{texts[ANSWER]}{line}\n"}).after == {ANSWER: f"{texts[ANSWER]}{right}\n"}


# In other places: a file, what stands there, what is put for it, and what becomes of that.
PLACES = [
    (ANSWER, "question: ", "question: Ðảng  ủy, 26 – KH/BTGTW, “Ðảng  ủy”, ",
     "question: Đảng ủy, 26-KH/BTGTW, “Ðảng  ủy”, "),
    (ANSWER, "group: ", "group:  ", "group:  "),
    (TRANSLATED, "question: ", 'question: "Plan  No. 26 – KH/BTGTW" and ', 'question: "Plan  No. 26 – KH/BTGTW" and '),
    (PAGE, "title: ", "title: Số 26 – KH/BTGTW  ", "title: Số 26-KH/BTGTW "),
    (PAGE, "Trang này giúp", "Trang  này giúp", "Trang này giúp"),
    (UNNUMBERED, "names:\n", "names:\n  - Nghị  quyết kèm số 26 – KH/BTGTW \n",
     "names:\n  - Nghị quyết kèm số 26-KH/BTGTW\n"),
    (CITED, "subject: ", "subject: Ðẩy  mạnh, ", "subject: Đẩy mạnh, "),
    # From the title block of a text of record, character for character
    (PLAN, "subject: Đẩy mạnh", "subject: Ðẩy  mạnh", "subject: Ðẩy  mạnh"),
    (PLAN, 'received: "', 'received: "Ðảng  ', 'received: "Ðảng  '),
    (PLAN, 'shown: "23', 'shown: "số  23', 'shown: "số 23'),
    (PLAN, "source: ", "source: Ð", "source: Ð"),
    (PLAN, "theo dõi, kiểm tra", f"theo dõi,  {NFD} Ðảng 26 – KH/BTGTW", f"theo dõi,  {NFD} Ðảng 26 – KH/BTGTW"),
    (RECORD, "theo dõi, kiểm tra", f"theo dõi,  {NFD} Ðảng", f"theo dõi,  {NFD} Ðảng"),
    # A translation is ours, save for what it prints like the original
    (PLAN_IN_ENGLISH, "Plan No. 26-KH/BTGTW", "Plan  No. 26 – KH/BTGTW", "Plan No. 26-KH/BTGTW"),
    (PLAN_IN_ENGLISH, "\nNo. 23-KH/ĐUK", "\nNo. 23 -KH/ĐUK", "\nNo. 23 -KH/ĐUK"),
    (PLAN_IN_ENGLISH, " {#i-1", "  {#i-1", "  {#i-1"),
    (CHANGES, "số 23-KH/ĐUK", "số  23 – KH/ÐUK", "số 23-KH/ĐUK"),
    (CHANGES, "- date", "# Ðảng  ủy, \n- date", "# Đảng  ủy,\n- date"),
    (CHANGES, "documents: [23", "documents:  [23", "documents:  [23"),
    (TERMS, "  vi: Đảng bộ Khối các cơ quan Trung ương\n", "  vi: >\n    Ðảng  bộ\n    Khối các\n",
     "  vi: >\n    Đảng bộ\n    Khối các\n"),
    (TERMS, "  vi: Đảng bộ Khối các cơ quan Trung ương\n", '  vi: "Ðảng  bộ \\"Ðảng  bộ\\""\n',
     '  vi: "Đảng bộ \\"Ðảng  bộ\\""\n'),
    (PAGE, "---\ntitle", "\ufeff---\ntitle", "---\ntitle"),
    (CHANGES, "#", "\ufeff#", "#"),
    (RECORD, "ĐẢNG ỦY", "\ufeffĐẢNG ỦY", "\ufeffĐẢNG ỦY"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "put", "becomes"), PLACES)
def test_places(mending, texts, file, old, put, becomes):
    assert old in texts[file]
    changed, right = (texts[file].replace(old, new, 1) for new in (put, becomes))
    assert mending({file: changed}).after == ({} if changed == right else {file: right})


def test_what_a_corrigendum_shows_is_of_record(mending):
    file = "docs/_data/corrigenda.yml"
    entry = "- document: 23-kh-duk-2021\n  provision: i-1-1\n  received: a\n  shown: số 26 – KH/BTGTW  Ðảng\n"
    assert mending({file: entry}).after == {}


def test_the_content_as_it_stands_needs_no_mending(mending):
    assert mending({}).after == {}


def test_places_are_counted(mending, texts):
    assert mending({ANSWER: f"{texts[ANSWER]}Ðảng  ủy Ðảng.\n", PAGE: f"{texts[PAGE]}a  b\n"}).places == 4


def test_a_document_that_must_not_be_here_is_not_touched(mending, texts):
    """Of such a document nothing is said but that, and nothing else is done before it is gone."""
    mended = mending({ANSWER: texts[ANSWER] + "Ðảng.\n", CITED: texts[CITED] + "\nTUYỆT MẬT\n"})
    assert mended.after == {}
    assert {finding.code[:3] for finding in mended.findings} == {"SEC"}


def edit(column: int, length: int, new: str, line: int = 1) -> Edit:
    return Edit(Span("a.md", line, column), length, new)


APPLIED = [
    ("abc", [], "abc", 0),
    ("abc\ndef", [edit(2, 1, "X"), edit(1, 3, "", 2)], "aXc\n", 2),
    ("abc", [edit(3, 1, "Z"), edit(1, 1, "XX")], "XXbZ", 2),
    # Of two that overlap, the first
    ("abcdef", [edit(2, 3, "X"), edit(4, 2, "Y")], "aXef", 1),
    ("abcdef", [edit(2, 3, "X"), edit(5, 1, "Y")], "aXYf", 2),
    ("\U0001f468ab", [edit(2, 1, "x")], "\U0001f468xb", 1),
]


@pytest.mark.parametrize(("text", "edits", "right", "count"), APPLIED)
def test_edits_are_applied(text, edits, right, count):
    assert applied(text, edits) == (right, count)
