"""The form of what is taken along: the sheet, styles, tags and fonts; and words that are not what they seem."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as WD_ALIGN
from pypdf import PdfReader

from kb.export import fonts, pdf, word
from kb.export.pdf import Edition
from kb.export.taken import ANSWER, FACT, ITEM, NOTE, SECTION, Piece, Taken, prose
from kb.model.document import DASH, HEADING, PARAGRAPH, TITLE

PLAN = "van-ban/23-kh-duk-2021"
BLOCK = "ĐẢNG ỦY\n*\nSố 1-KH/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 1 tháng 2 năm 2021\nKẾ HOẠCH\nmột việc"
NONE = Edition(None, None)
# Whatever an author may write is words.
ODD = [
    '#import "x": *', "$x$ *b* _i_ `c` // d /* e", "<script>&amp;</script>", "\\u{41} \\", "[[a]](b)", "= a", "- a",
    "…“”‘’–—", "→ ½ ×", "سلام",
]  # fmt: skip
UNKNOWN = ["中文", "😀"]


def page(*pieces: Piece, whole: bool = False, language: str = "vi", lead: str = "Chủ đề") -> Taken:
    return Taken("chu-de/mot", language, "Một", lead, "Chủ đề: Một", "", whole, pieces)


@pytest.fixture(scope="module")
def faces(root, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("faces")
    for name, face in fonts.faces(root / "overrides").items():
        (folder / f"{name}.ttf").write_bytes(face)
    return folder


def opened(taken: Taken):
    return Document(io.BytesIO(word.docx(taken)))


def read(content: bytes) -> str:
    return " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(content)).pages).split())


@pytest.mark.parametrize("words", ODD)
def test_markup_is_words(faces, words):
    kinds = (PARAGRAPH, DASH, SECTION, NOTE, ANSWER, ITEM, FACT)
    taken = page(*(Piece(kind, words, 1, label="Tên") for kind in kinds))
    assert sum(words in each.text for each in opened(taken).paragraphs) == len(kinds)
    assert read(pdf.pdf(taken, NONE, faces)).count(words) == len(kinds)
    taken = page(Piece(TITLE, f"{BLOCK}\n{words}"), whole=True)
    assert opened(taken).paragraphs[-1].text == words
    assert words in read(pdf.pdf(taken, NONE, faces))


@pytest.mark.parametrize("words", UNKNOWN)
def test_a_letter_that_no_font_has_still_gives_a_tagged_file(faces, words):
    content = PdfReader(io.BytesIO(pdf.pdf(page(Piece(PARAGRAPH, f"{words} và sau đó")), NONE, faces)))
    assert "và sau đó" in content.pages[0].extract_text()
    assert content.trailer["/Root"]["/MarkInfo"]["/Marked"]


LEFT, RIGHT = "ĐẢNG ỦY\n*\nSố 1-KH/ĐU", "ĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 1 tháng 2 năm 2021"
BLOCKS = [
    # whole, only the left column, without a subject, one line
    (BLOCK, [LEFT, RIGHT], ["KẾ HOẠCH", "một việc"]),
    (LEFT, [LEFT, ""], []),
    (BLOCK.removesuffix("\nmột việc"), [LEFT, RIGHT], ["KẾ HOẠCH"]),
    ("ĐẢNG ỦY", ["ĐẢNG ỦY", ""], []),
]


@pytest.mark.parametrize(("block", "cells", "below"), BLOCKS)
def test_the_head_is_that_of_a_party_document(faces, block, cells, below):
    taken = page(Piece(TITLE, block), whole=True)
    document = opened(taken)
    assert [cell.text for cell in document.tables[0].rows[0].cells] == cells
    assert [each.text for each in document.paragraphs] == below
    assert " ".join(block.split()) in read(pdf.pdf(taken, NONE, faces))


def test_the_sheet_and_styles_of_a_word_file():
    document = opened(
        page(Piece(HEADING, "I. MỘT", 1), Piece(HEADING, "1. Hai", 2), Piece(HEADING, "1.1. Ba", 3),
             Piece(PARAGRAPH, "bốn"), Piece(DASH, "năm"), whole=True)
    )  # fmt: skip
    assert [each.style.name for each in document.paragraphs] == [
        "Heading 1", "Heading 2", "Heading 3", "Provision", "List Bullet",
    ]  # fmt: skip
    section = document.sections[0]
    assert [round(each.mm) for each in (section.page_width, section.page_height)] == [210, 297]
    margins = [round(getattr(section, f"{side}_margin").mm) for side in ("top", "bottom", "left", "right")]
    assert margins == [20, 20, 30, 15]
    assert 'w:instr="PAGE"' in section.header._element.xml
    assert section.different_first_page_header_footer
    normal = document.styles["Normal"]
    assert (normal.font.name, normal.font.size.pt) == ("Times New Roman", 14)


def test_lines_of_their_own_are_not_stretched_over_the_sheet():
    document = opened(page(Piece(PARAGRAPH, "một dòng"), Piece(PARAGRAPH, BLOCK, citation="phần tiêu đề")))
    one, lines, _ = document.paragraphs[-3:]
    assert (one.text, one.alignment, one.style.paragraph_format.alignment) == ("một dòng", None, WD_ALIGN.JUSTIFY)
    assert (lines.text, lines.alignment, lines.paragraph_format.first_line_indent) == (BLOCK, WD_ALIGN.LEFT, 0)


@pytest.mark.parametrize(("language", "locale"), [("vi", "vi-VN"), ("en", "en-GB")])
def test_a_word_file_tells_its_language_and_neither_author_nor_time(language, locale):
    content = word.docx(page(Piece(PARAGRAPH, "một"), language=language))
    core = Document(io.BytesIO(content)).core_properties
    assert (core.title, core.subject, core.language) == ("Một", "Chủ đề", locale)
    assert (core.author, core.last_modified_by, core.created, core.modified) == ("", "", None, None)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert {entry.date_time for entry in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        told = parts.read("word/styles.xml").decode()
        # What a part leads to is there: Word refuses a file in which it is not.
        for name in parts.namelist():
            if name.endswith(".rels"):
                above = name.rpartition("_rels/")[0]
                for target in re.findall(r'Target="([^"]+)"', parts.read(name).decode()):
                    assert (target.lstrip("/") if target.startswith("/") else above + target) in parts.namelist()
    assert set(re.findall(r'<w:lang w:val="([^"]+)"', told.partition("</w:docDefaults>")[2])) == {locale}


def test_the_foot_of_a_pdf_file_tells_the_release(faces):
    pieces = [Piece(PARAGRAPH, "một " * 400) for _ in range(3)]
    content = PdfReader(io.BytesIO(pdf.pdf(page(*pieces), Edition("0123456789abcdef", "2026-11-02"), faces)))
    for number, sheet in enumerate(content.pages, 1):
        foot = " ".join(sheet.extract_text().split())
        said = f"Chủ đề: Một Trang {number}/{len(content.pages)} Bản phát hành 0123456789ab, ngày 02/11/2026"
        assert foot.endswith(said)
    dated = read(pdf.pdf(page(*pieces), Edition(None, "2026-11-02"), faces))
    assert dated.endswith("Bản dựng ngày 02/11/2026")
    assert read(pdf.pdf(page(*pieces[:1]), NONE, faces)).endswith("Trang 1/1")


def roles(element) -> list[str]:
    """The tags of a PDF file in order."""
    own = [element["/S"]] if "/S" in element else []
    below = element.get("/K", [])
    return own + [role for each in (below if isinstance(below, list) else [below])
                  if not isinstance(each, int) for role in roles(each.get_object())]  # fmt: skip


@pytest.mark.parametrize(("prefix", "language"), [("", "vi-VN"), ("en/", "en-GB")])
def test_a_pdf_file_is_tagged_and_has_bookmarks_and_a_title(site, now, prefix, language):
    content = PdfReader(site / f"{prefix}{PLAN}.pdf")
    root = content.trailer["/Root"]
    assert (root["/Lang"], root["/ViewerPreferences"]["/DisplayDocTitle"]) == (language, True)
    assert "pdfuaid:part" in content.xmp_metadata.stream.get_data().decode() or root["/MarkInfo"]["/Marked"]
    assert "/Author" not in content.metadata
    provisions = now.originals["23-kh-duk-2021"].provisions
    found = roles(root["/StructTreeRoot"])
    for level in (2, 3, 4):
        wanted = sum(each.kind == HEADING and each.level == level for each in provisions)
        assert found.count(f"/H{level - 1}") == wanted
    assert found.count("/LI") == sum(each.kind == DASH for each in provisions)
    assert len(_flat(content.outline)) == sum(each.kind == HEADING for each in provisions)


def _flat(outline) -> list:
    return [each for mark in outline for each in (_flat(mark) if isinstance(mark, list) else [mark])]


@pytest.mark.needs("pdffonts")
def test_all_fonts_are_embedded_and_can_be_copied_from(site):
    for path in sorted(site.rglob("*.pdf")):
        told = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout
        rows = [re.split(r"\s{2,}", row)[-1].split() + row.split() for row in told.splitlines()[2:]]
        assert rows != []
        assert all("SourceSerif4" in " ".join(row) and row.count("yes") >= 3 for row in rows), path


PROSE = [
    ("Một\nhai.\n\nBa", [(ANSWER, "Một hai."), (ANSWER, "Ba")]),
    ("Trước:\n\n- một\n- **hai** `ba`\n\nSau", [(ANSWER, "Trước:"), (ITEM, "một"), (ITEM, "hai ba"), (ANSWER, "Sau")]),
    ("Theo [mục 1](../van-ban/a.md#i-1) và *đây*.", [(ANSWER, "Theo mục 1 và đây.")]),
    ("> Lời trích\n> tiếp", [(ANSWER, "Lời trích tiếp")]),
    ("1\\. không phải danh sách &amp; <b>", [(ANSWER, "1. không phải danh sách & <b>")]),
    ("    mã", [(ANSWER, "mã")]),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("markdown", "pieces"), PROSE)
def test_prose_without_its_markup(markdown, pieces):
    assert [(each.kind, each.text) for each in prose(markdown)] == pieces
