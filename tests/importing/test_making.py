"""What a received file becomes: the document and its text of record, which say the same."""

from __future__ import annotations

import re

import pytest

from kb import reading
from kb.check import run as checked
from kb.importing import confined, making, placing
from kb.parse.body import provisions
from tests.folders import CONTENT
from tests.importing.docx import docx, p, table
from tests.importing.papers import LAW, LETTER, PARTY, RESOLUTION, STATE, TELEGRAM


@pytest.mark.parametrize(
    "raw",
    [PARTY, STATE, LETTER, TELEGRAM, LAW, RESOLUTION],
    ids=["Party", "State", "letter", "telegram", "law", "resolution"],
)
def test_the_check_finds_a_translation_missing_and_nothing_else(checkout, tmp_path, vocabulary, raw):
    (tmp_path / "x.docx").write_bytes(raw)
    made = making.imported(tmp_path / "x.docx", vocabulary)
    texts = placing.files(made)
    placing.place(checkout, texts)
    library = reading.read(checkout)
    assert {each.code for each in checked(library) if each.blocks and each.span.file in texts} == {
        "TRANS-004",
        *({"STRUCT-007"} if "xem-lai}" in made.written.text else ()),
    }
    document = library.originals[made.fields.id]
    assert [each.id for each in document.provisions] == [each.id for each in made.record.provisions]
    assert len({each.id for each in document.provisions}) == len(document.provisions)


def test_what_has_no_certain_place_is_marked_where_it_stands(of_lines):
    head = "ĐẢNG ỦY HAI\nSố 9-KH/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\nBa, ngày 6 tháng 9 năm 2024\nKẾ HOẠCH\nmột việc"
    long = "một " * 60
    made = of_lines(
        f"{head}\nI. MỘT\n1. Hai\n| a | b |\n| c | d |\nMột đoạn.\n| e | f |\n1. Hai nữa\n- gạch\nBa.\n"
        f"Nơi nhận:\n- Một;\nT/M ĐẢNG ỦY\n{long}"
    )
    doubtful = re.findall(r"\{#(\S+) xem-lai\}$", made.written.text, re.M)
    assert doubtful == ["i-1-p1", "i-1-p4", "i-1-lan-2", "chu-ky-p2"]
    assert all(any(name in warning for warning in made.warnings) for name in doubtful if name != "i-1-p4")
    # The mark is no word.
    assert [each.text for each in provisions(made.written.text.split("---\n\n", 1)[1], "a.md", 1, [])] == [
        each.text.strip() for each in made.record.provisions
    ]


def test_an_article_of_another_document_is_a_quotation(of_lines):
    lines = ["Điều 1. Sửa đổi như sau:", "“Điều 4. Một", "1. Hai", "- ba", "a) bốn.”.", "Điều 2. Năm", "> sáu"]
    made = of_lines("BỘ MỘT\nSố: 9/2020/TT-BM\nBa, ngày 6 tháng 9 năm 2024\nTHÔNG TƯ\nmột việc\n" + "\n".join(lines))
    body = made.written.text.split(":::\n\n", 1)[1]
    assert [line.partition(" {#")[0] for line in body.split("\n") if line] == [
        *("## " + lines[0], *(f"> {line}" for line in lines[1:5]), "## " + lines[5], f"> {lines[6]}"),
    ]
    assert [each.text for each in provisions(body, "a.md", 1, [])] == lines


def test_state_ids(vocabulary, tmp_path):
    (tmp_path / "x.docx").write_bytes(STATE)
    made = making.imported(tmp_path / "x.docx", vocabulary)
    assert made.fields.id == "90-2020-tt-btc"
    assert [each.id for each in made.record.provisions] == [
        *("tieu-de", "mo-dau-p1", "chuong-i", "chuong-i-p1", "dieu-1", "dieu-1.1", "dieu-1.1.a", "dieu-1.1.dd"),
        *("dieu-2", "dieu-2-p1", "chu-ky-p1", "chu-ky-p2"),
    ]


def letters(text: str) -> str:
    """The words run together: dashes, rules and blanks are no words."""
    return re.sub(r"[\W_]+", "", text)


@pytest.mark.parametrize("raw", [PARTY, STATE], ids=["Party", "State"])
def test_no_word_is_lost(vocabulary, tmp_path, raw):
    (tmp_path / "x.docx").write_bytes(raw)
    made = making.imported(tmp_path / "x.docx", vocabulary)
    received = "\n".join(each.text for each in confined.READERS["docx"](raw).paragraphs)
    body = re.sub(r" ?\{#[^}]*\}$", "", made.written.text.split("\n---\n", 1)[1], flags=re.M)
    assert letters(body) == letters(received.replace("\u00d0", "Đ"))


def test_mends_are_listed_and_counted(vocabulary, tmp_path):
    (tmp_path / "x.docx").write_bytes(PARTY)
    made = making.imported(tmp_path / "x.docx", vocabulary)
    assert made.written.mends == {"tieu-de": {"soft-hyphen": 1}, "mo-dau-p1": {"look-alike": 1, "blank": 1}}
    assert 'what: "look-alike 1, blank 1"' in made.written.text


def test_plain_text_broken_at_a_width(tmp_path, vocabulary):
    lines = [
        "BỘ TÀI CHÍNH", "Số: 90/2020/TT-BTC", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "Hà Nội, ngày 6 tháng 4 năm 2020", "THÔNG TƯ", "Quy định một việc rất dài, dài đến mức phải viết thành hai",
        "dòng", "Căn cứ một luật rất dài, dài đến mức phải viết thành hai dòng, theo",
        "Điều 4 của luật ấy và những điều khác;",
        "Điều 1. Một", "1. Một câu rất dài, dài đến mức phải viết thành hai dòng, mà trang", "",
        "CÔNG BÁO/Số 1/Ngày 2-3-2020",
        "7", "", "thì đã hết; câu này còn dài, nên dòng sau cũng là của nó, theo khoản", "2 Điều 5.", "2. Hai.",
    ]  # fmt: skip
    (tmp_path / "x.txt").write_text("\n".join(lines))
    made = making.imported(tmp_path / "x.txt", vocabulary)
    assert made.fields.subject == "Quy định một việc rất dài, dài đến mức phải viết thành hai dòng"
    assert [each.id for each in made.record.provisions] == ["tieu-de", "mo-dau-p1", "dieu-1", "dieu-1.1", "dieu-1.2"]
    assert "CÔNG BÁO" not in made.source
    assert any("đầu trang" in each for each in made.notices)


def test_a_word_file_of_broken_lines(words):
    lines = [f"{number} câu rất dài, dài đến mức phải viết thành nhiều dòng, mà mỗi dòng" for number in range(13)]
    found, _ = words(docx(p("Điều 1. Một"), *map(p, lines), p("là một đoạn."), p("Điều 2. Hai"), table(("STT", "Tên"))))
    assert found == ["Điều 1. Một", f"{' '.join(lines)} là một đoạn.", "Điều 2. Hai", "| STT | Tên |"]


@pytest.mark.parametrize("blank", ["\t", "        "])
def test_columns_apart_by_blanks(tmp_path, vocabulary, blank):
    rows = (
        ("BỘ TÀI CHÍNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Số:    /TT-BTC", "Hà Nội, ngày    tháng 4 năm 2020"),
    )
    text = "\n".join([*map(blank.join, rows), "THÔNG TƯ", "Quy định một việc", "Căn cứ Luật một;", "Điều 1. Một"])
    (tmp_path / "x.txt").write_text(text.replace("    /", "  /").replace("    tháng", "  tháng"))
    found = making.imported(tmp_path / "x.txt", vocabulary).fields
    assert (found.number, found.date, found.place, found.subject) == (None, None, "Hà Nội", "Quy định một việc")
    assert found.status == "draft"


def test_the_plan_comes_in_as_it_stands(vocabulary):
    library = reading.read(CONTENT)
    plan = library.originals["23-kh-duk-2021"]
    made = making.imported(CONTENT / "docs/_source/23-kh-duk-2021.txt", vocabulary)
    fields = ("number", "kind", "issuer", "place", "date", "subject")
    assert [getattr(made.fields, each) for each in fields] == [getattr(plan, each) for each in fields]
    assert [(each.id, each.kind, each.text) for each in made.record.provisions] == [
        (each.id, each.kind, each.text) for each in plan.provisions
    ]
