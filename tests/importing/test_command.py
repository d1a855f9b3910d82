"""`kb import` from end to end: one file anywhere, or a document in place, and what it says."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest

from kb import reading
from kb.check import run as checked
from kb.importing import confined, making, placing
from kb.importing.received import Refused
from kb.parse.body import provisions
from kb.publish import rewriting
from tests.importing.docx import docx, numbering, p, packed, part, table
from tests.importing.test_hostile import imported

PARTY = docx(
    table(("ĐẢNG ỦY KHỐI CÁC CƠ QUAN TW\n*\nSố 99-KH/ĐUK", "ĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 17 tháng 5 năm 2021")),
    p("KẾ HOẠCH", centred=True), p("Một việc \u00adcủa Đảng ủy Khối", centred=True), p("-----", centred=True),
    p("Ban Thường vụ \u00d0ảng ủy Khối ban  hành Kế hoạch như sau:"),
    p("MỤC ĐÍCH", num=(1, 0)), p("Mục đích", num=(1, 1)), p("- Một <tag> *hai* _ba_ | bốn;"), p("+ năm"),
    p("Yêu cầu", num=(1, 1)), p("Một đoạn."), table(("STT", "Việc"), ("1", "một")),
    p("<w:r><w:t>Hai</w:t><w:footnoteReference w:id=\"1\"/><w:t>.</w:t></w:r>"),
    table(("Nơi nhận:\n- Một;\n- Lưu.", "T/M BAN THƯỜNG VỤ\nBÍ THƯ")),
    numbering=numbering((("upperRoman", "%1."), ("decimal", "%2."))),
    footnotes=part("footnotes", f'<w:footnote w:id="1">{p("Chú thích.")}</w:footnote>'),
)  # fmt: skip
STATE = docx(
    table(("BỘ TÀI CHÍNH\nSố: 90/2020/TT-BTC",
           "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHà Nội, ngày 6 tháng 4 năm 2020")),
    p("THÔNG TƯ", centred=True), p("Quy định một việc", centred=True), p("Theo đề nghị của một đơn vị;"),
    p("Chương I", centred=True), p("QUY ĐỊNH CHUNG", centred=True), p("Điều 1. Một"),
    p("1. Hai:"), p("a) Ba;"), p("đ) Bốn."),
    p("Điều 2. Năm"), p("Thực hiện theo khoản 1 Điều 1 Thông tư này./."), table(("", "BỘ TRƯỞNG\n\nMột Hai")),
)  # fmt: skip

LETTER = docx(
    p("SỞ NỘI VỤ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), p("Độc lập - Tự do - Hạnh phúc"),
    p("Số:12/SNV-XYZ Hà Nội, ngày 6 tháng 4 năm 2020"), p("V/v: một việc"), p("Kính gửi: Một đơn vị."), p("Một đoạn."),
    p("1. Hai."),
)  # fmt: skip
LAW = docx(
    table(("QUỐC HỘI\nLuật số: 33/2019/QH14",
           "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHà Nội, ngày 6 tháng 4 năm 2020")),
    p("LUẬT", centred=True), p("MỘT VIỆC", centred=True), p("Quốc hội ban hành Luật Một việc."), p("Điều 1. Một"),
    p("1. Hai."),
)  # fmt: skip
RESOLUTION = docx(
    p("ĐẢNG ỦY KHỐI CÁC CƠ QUAN TRUNG ƯƠNG"), p("Số 99-NQ/ĐUK"), p("ĐẢNG CỘNG SẢN VIỆT NAM"),
    p("Hà Nội, ngày 17 tháng 5 năm 2021"), p("NGHỊ QUYẾT"), p("của Đảng ủy Khối các cơ quan Trung ương"),
    p("về một việc"), p("I. MỘT"),
    p("Hai."),
)  # fmt: skip
_HEAD = (
    table(("ĐẢNG ỦY KHỐI CÁC CƠ QUAN TW\n*\nSố 99 – KH/ĐUK",
           "ĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 17 tháng 5 năm 2021")),
    p("KẾ HOẠCH", centred=True), p("Một việc", centred=True),
)  # fmt: skip


@pytest.fixture
def file(tmp_path) -> Path:
    (tmp_path / "x.docx").write_bytes(PARTY)
    return tmp_path / "x.docx"


def test_one_file_anywhere(root, tmp_path, file):
    output = tmp_path / "new" / "y.md"
    done = imported(file, root, "--output", str(output))
    assert done.returncode == 1, done.stderr  # a document without its translation is a finding
    assert "TRANS-" in done.stdout
    assert "99-KH/ĐUK" in done.stderr
    assert output.read_text().startswith("---\nnumber: 99-KH/ĐUK\nkind: KH\nissuer: ĐUK\n")
    assert not (root / "docs/vi/van-ban/99-kh-duk-2021.md").exists()


def test_outside_of_a_checkout(tmp_path, file):
    assert imported(file, tmp_path, "--output", str(tmp_path / "y.md")).returncode == 1
    assert "kind: KH" in (tmp_path / "y.md").read_text()


def test_in_place(checkout, file):
    done = imported(file, checkout)
    assert done.returncode == 1, done.stderr
    written = checkout / "docs/vi/van-ban/99-kh-duk-2021.md"
    source = checkout / "docs/_source/99-kh-duk-2021.txt"
    assert f"original_sha256: {sha256(PARTY).hexdigest()}" in written.read_text()
    assert f"sha256: {sha256(source.read_bytes()).hexdigest()}" in written.read_text()
    assert "\u00d0ảng ủy Khối ban  hành" in source.read_text()
    with pytest.raises(Refused, match="không ghi đè"):
        placing.place(checkout, {"docs/vi/van-ban/99-kh-duk-2021.md": ""})


@pytest.mark.parametrize(
    "raw", [PARTY, STATE, LETTER, LAW, RESOLUTION], ids=["Party", "State", "letter", "law", "resolution"]
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


def test_state_ids(vocabulary, tmp_path):
    (tmp_path / "x.docx").write_bytes(STATE)
    made = making.imported(tmp_path / "x.docx", vocabulary)
    assert made.fields.id == "90-2020-tt-btc"
    assert [each.id for each in made.record.provisions] == [
        *("tieu-de", "mo-dau-p1", "chuong-i", "chuong-i-p1", "dieu-1", "dieu-1.1", "dieu-1.1.a", "dieu-1.1.dd"),
        *("dieu-2", "dieu-2-p1", "chu-ky-p1", "chu-ky-p2"),
    ]


def test_both_files_or_none(checkout, monkeypatch, of_lines):
    made = of_lines("QUYẾT ĐỊNH\nMột.")
    written = rewriting.put

    def failing(path: Path, content: bytes) -> None:
        if path.suffix == ".md":
            raise OSError(28, "full")
        written(path, content)

    monkeypatch.setattr(rewriting, "put", failing)
    before = sorted(checkout.rglob("*"))
    with pytest.raises(OSError, match="full"):
        placing.place(checkout, placing.files(made))
    assert sorted(checkout.rglob("*")) == before


def test_no_file_is_written_over(checkout, of_lines):
    made = of_lines("QUYẾT ĐỊNH\nMột.")
    (checkout / f"docs/_source/{made.fields.id}.txt").write_text("khác")
    with pytest.raises(Refused):
        placing.place(checkout, placing.files(made))
    assert not (checkout / f"docs/vi/van-ban/{made.fields.id}.md").exists()


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


@pytest.mark.parametrize("suffix", ["doc", "odt"])
def test_without_libreoffice_it_is_said(tmp_path, vocabulary, monkeypatch, suffix):
    raw = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" if suffix == "doc" else None
    raw = raw or packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"})
    (tmp_path / f"x.{suffix}").write_bytes(raw)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Refused, match="LibreOffice"):
        making.imported(tmp_path / f"x.{suffix}", vocabulary)


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


def test_the_plan_comes_in_as_it_stands(root, vocabulary):
    library = reading.read(root)
    plan = library.originals["23-kh-duk-2021"]
    made = making.imported(root / "docs/_source/23-kh-duk-2021.txt", vocabulary)
    fields = ("number", "kind", "issuer", "place", "date", "subject")
    assert [getattr(made.fields, each) for each in fields] == [getattr(plan, each) for each in fields]
    assert [(each.id, each.kind, each.text) for each in made.record.provisions] == [
        (each.id, each.kind, each.text) for each in plan.provisions
    ]


def test_pdf(browser, tmp_path, vocabulary):
    """A page of two columns at the head, a page break within a sentence, page numbers."""
    long = " ".join(f"từ {number}," for number in range(900))
    html = (
        "<style>p {text-indent: 1cm; text-align: justify}"
        "td {width: 50%; text-align: center; vertical-align: top}</style>"
        "<table width=100%><tr><td>BỘ TÀI CHÍNH<br>Số: 90/2020/TT-BTC<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>"
        "Hà Nội, ngày 6 tháng 4 năm 2020</table><center>THÔNG TƯ</center><center>Quy định một việc</center>"
        f"<p>Căn cứ Luật một;<p>Điều 1. Một<p>1. {long} hết.<p>2. Hai."
    )
    page = browser.new_page()
    page.set_content(html)
    header = '<div style="width: 100%; font-size: 12px; text-align: center"><span class="pageNumber"></span></div>'
    page.pdf(path=tmp_path / "x.pdf", format="A5", display_header_footer=True, header_template=header,
             footer_template="<i></i>", margin={"top": "2cm", "bottom": "1cm"})  # fmt: skip
    page.close()
    made = making.imported(tmp_path / "x.pdf", vocabulary)
    assert (made.fields.number, made.fields.date) == ("90/2020/TT-BTC", "2020-04-06")
    assert made.fields.subject == "Quy định một việc"
    assert [each.id for each in made.record.provisions] == ["tieu-de", "mo-dau-p1", "dieu-1", "dieu-1.1", "dieu-1.2"]
    assert made.record.provisions[3].text == f"1. {long} hết."


def test_pdf_columns(browser, tmp_path, vocabulary):
    """The left column is read to its end, though lines of the right one stand between its lines."""
    page = browser.new_page()
    page.set_content(
        "<style>td {width: 50%; text-align: center; vertical-align: top}</style><table width=100%>"
        "<tr><td>BỘ TÀI CHÍNH<br>Số: 123/BTC-CST<br>V/v một việc<br>và việc hai"
        "<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc<br>"
        "Hà Nội, ngày 6 tháng 4 năm 2020</table>"
        "<p>Kính gửi: Các đơn vị."
        "<p>Một đoạn dài, dài hơn nửa trang giấy để thấy lề phải của trang, rồi còn dài hơn thế nữa."
    )
    page.pdf(path=tmp_path / "x.pdf", format="A4")
    page.close()
    found = making.imported(tmp_path / "x.pdf", vocabulary).fields
    assert (found.number, found.kind, found.date) == ("123/BTC-CST", "CV", "2020-04-06")
    assert found.subject == "một việc và việc hai"


def test_a_document_says_on_what_it_rests(checkout, tmp_path):
    """Where it is certain: not what has another date, is not registered, or is only spoken of."""
    opening = (
        "Căn cứ Kế hoạch số 26-KH/BTGTW ngày 05/5/2021 của Ban Tuyên giáo Trung ương;",
        "Căn cứ Chương trình số 07-CTr/ĐUK ngày 10/01/1999;",
        "Căn cứ Hướng dẫn số 1-HD/BTGTW ngày 10/01/1999;",
        "Trong một việc đã nêu ở Hướng dẫn số 169-HD/BTGTW ngày 22/01/2021, Đảng ủy Khối ban hành Kế hoạch như sau:",
    )
    (tmp_path / "x.docx").write_bytes(docx(*_HEAD, *map(p, opening), p("I. MỘT"), p("Hai.")))
    told = imported(tmp_path / "x.docx", checkout, "--output", str(tmp_path / "x.md")).stdout
    text = (tmp_path / "x.md").read_text()
    assert "basis:\n  - 26-kh-btgtw-2021\nlanguage" in text
    assert "REG-004" not in told


def test_a_number_that_is_given_otherwise_is_listed(checkout, tmp_path):
    (tmp_path / "x.docx").write_bytes(docx(*_HEAD, p("Một."), p("I. MỘT"), p("Hai.")))
    told = imported(tmp_path / "x.docx", checkout, "--output", str(tmp_path / "x.md")).stdout
    text = (tmp_path / "x.md").read_text()
    assert 'received: "Số 99 – KH/ĐUK"\n    shown: "99-KH/ĐUK"\n' in text
    assert {"META-010", "WORD-002"}.isdisjoint(re.findall(r"[A-Z]+-\d{3}", told))
