"""Word files: automatic numbers, notes, line breaks, changes, boxes, old fonts."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from tests.importing.docx import docx, numbering, p, packed, part, relations, run, styles, table

PARTY = numbering(
    (("upperRoman", "%1-"), ("decimal", "%2."), ("decimal", "%2.%3."), ("lowerLetter", "%4)"), ("bullet", "•"))
)
STATE = numbering((("decimal", "Điều %1."), ("decimal", "%2."), ("lowerLetter", "%3)")))


def levels(*each: int) -> list[str]:
    return [p("một", num=(1, level)) for level in each]


NUMBERED = {
    "five levels": (PARTY, levels(0, 1, 2, 3, 4, 2, 1, 0, 1), "I- 1. 1.1. a) - 1.2. 2. II- 1."),
    "articles": (STATE, levels(0, 1, 1, 2, 0, 1), "Điều 1. 1. 2. a) Điều 2. 1."),
    "a level that never starts anew": (
        numbering((("decimal", "%1."), ("decimal", '%2)|<w:lvlRestart w:val="0"/>'))), levels(0, 1, 1, 0, 1),
        "1. 1) 2) 2. 3)",
    ),
    "Roman chapters in Arabic articles": (
        numbering((("upperRoman", "Chương %1"), ("decimal", "%1.%2.|<w:isLgl/>"))), levels(0, 0, 1),
        "Chương I Chương II 2.1.",
    ),
    "a start of its own": (
        numbering((("decimal", "%1."),), nums='<w:num w:numId="2"><w:abstractNumId w:val="1"/>'
                  '<w:lvlOverride w:ilvl="0">'
                  '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'),
        [*levels(0, 0), p("một", num=(2, 0)), p("một", num=(2, 0))], "1. 2. 5. 6.",
    ),
    "two lists of one abstract list": (
        numbering((("decimal", "%1."),), nums='<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'),
        [*levels(0), p("một", num=(2, 0)), *levels(0)], "1. 2. 3.",
    ),
    "zero takes a paragraph out": (STATE, [*levels(0), p("- hai", num=(0, 0))], "Điều 1. -"),
    "letters beyond z": (
        numbering((("lowerLetter", "%1)|"),)).replace('<w:start w:val="1"/>', '<w:start w:val="26"/>'), levels(0, 0),
        "z) aa)",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", NUMBERED)
def test_automatic_numbers(words, name):
    part_of, body, expected = NUMBERED[name]
    found, _ = words(docx(*body, numbering=part_of))
    assert [each.rpartition(" ")[0] for each in found] == _labels(expected)


EMPTY = {
    "a label with a word is read by itself": (
        [*levels(0), p("", num=(1, 0)), *levels(0)], ["Điều 1.", "Điều 2.", "Điều 3."],
    ),
    "a bare number was left behind": ([*levels(0, 1), p("", num=(1, 1)), *levels(1)], ["Điều 1.", "1.", "3."]),
    "but in a cell it is what stands there": (
        [table((p("", num=(1, 1)), "Một"), (p("", num=(1, 1)), "Hai"))], ["| 1. | Một |", "| 2. | Hai |"],
    ),
    "a paragraph that goes on in the next has none": (
        [p("Ba và ", num=(1, 0), more="<w:rPr><w:del w:id='1'/></w:rPr>"), *levels(0)], ["Điều 1. Ba và"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", EMPTY)
def test_word_counts_empty_paragraphs(words, name):
    body, expected = EMPTY[name]
    found, _ = words(docx(*body, numbering=STATE))
    assert [each.removesuffix(" một") for each in found] == expected


def _labels(text: str) -> list[str]:
    found: list[str] = []
    for each in text.split():
        if found and found[-1] in ("Điều", "Chương"):
            found[-1] += f" {each}"
        else:
            found.append(each)
    return found


def test_numbers_by_style(words):
    style = styles(
        '<w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Heading2"><w:basedOn w:val="Base"/><w:pPr><w:numPr><w:ilvl w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    found, _ = words(docx(p("một", style="Base"), p("hai", style="Heading2"), styles=style, numbering=PARTY))
    assert found == ["I- một", "1. hai"]


def test_a_missing_list_is_told(words):
    found, warnings = words(docx(p("một", num=(7, 0)), numbering=STATE))
    assert found == ["một"]
    assert "đánh số tự động" in warnings[0]


def test_old_fonts_run_by_run(words):
    found, warnings = words(
        docx(
            p(run("§¶ng ", ".VnTime"), run("ñy", ".VnTimeH"), run(" xã", "Times New Roman")),
            p(run("Ñaûng uûy", "VNI-Times"), run(" một")),
            p(run("h\u00ad\u00edng", ".VnTime")),
        )
    )
    assert found == ["Đảng ỦY xã", "Đảng ủy một", "hướng"]
    assert len(warnings) == 2


def test_old_letters_in_automatic_numbers(words):
    found, _ = words(docx(p(run("mét", ".VnTime"), num=(1, 0)), numbering=numbering((("decimal", "§iÒu %1."),))))
    assert found == ["Điều 1. một"]


def test_an_old_font_over_unicode(words):
    text = "Đảng ủy hướng dẫn các chi bộ"
    assert words(docx(p(run(text, ".VnTime")))) == ([text], [])


def test_old_font_of_a_style(words):
    style = styles(
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
        "</w:rPr></w:rPrDefault></w:docDefaults>"
    )
    assert words(docx(p("kÕ ho¹ch"), styles=style))[0] == ["kế hoạch"]


def test_capitals_are_shown(words):
    assert words(docx(p(run("kế hoạch", more="<w:caps/>"))))[0] == ["KẾ HOẠCH"]


CHANGED = (
    '<w:ins w:id="1"><w:r><w:t>mới</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>cũ</w:delText></w:r></w:del>'
)


def test_changes_as_accepted(words):
    found, warnings = words(docx(p("<w:r><w:t>một </w:t></w:r>", CHANGED)))
    assert found == ["một mới"]
    assert "track changes" in warnings[0]


def test_a_deleted_end_of_a_paragraph_joins(words):
    body = p("một ", more='<w:rPr><w:del w:id="1"/></w:rPr>') + p("hai")
    assert words(docx(body))[0] == ["một hai"]


def test_comments_are_dropped_and_told(words):
    found, warnings = words(docx(p("một"), comments=part("comments", f"<w:comment>{p('ghi chú riêng')}</w:comment>")))
    assert found == ["một"]
    assert "góp ý" in warnings[0]


def test_hidden_text_is_left_out_and_told(words):
    found, warnings = words(docx(p("<w:r><w:t>một</w:t></w:r>", run("ẩn", more="<w:vanish/>"))))
    assert found == ["một"]
    assert "chữ ẩn" in warnings[0]


def test_text_boxes_once(words):
    box = f"<wps:txbx><w:txbxContent>{p('trong khung')}</w:txbxContent></wps:txbx>"
    old = f"<w:pict><v:textbox><w:txbxContent>{p('trong khung')}</w:txbxContent></v:textbox></w:pict>"
    both = (
        f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )
    for form in (both, f"<w:drawing>{box}</w:drawing>", old):
        assert words(docx(p(f"<w:r>{form}</w:r>", "<w:r><w:t>ngoài</w:t></w:r>")))[0] == ["trong khung", "ngoài"]


def test_footnotes(words):
    note = part("footnotes", f'<w:footnote w:id="5">{p("Giải thích.")}</w:footnote>')
    found, _ = words(docx(p('<w:r><w:t>một</w:t><w:footnoteReference w:id="5"/></w:r>'), footnotes=note))
    assert found == ["một[^1]", "[^1]: Giải thích."]


def test_line_breaks_divide_labels_and_join_sentences(words):
    found, _ = words(docx(*[p("x")] * 14, p("một\nhai\n- ba\n1. bốn")))
    assert found[14:] == ["một hai", "- ba", "1. bốn"]


def test_one_modern_letter_makes_no_text_of_an_old_font_modern(words):
    raw = docx(p(run("Ủy ban thùc hiÖn nghÞ quyÕt", ".VnTime")), p(run("kÕ ho¹ch thùc hiÖn", ".VnTime")))
    assert words(raw)[0] == ["Ủy ban thực hiện nghị quyết", "kế hoạch thực hiện"]


def test_a_page_header_is_no_text(words):
    assert words(docx(p("một"), header1=part("hdr", p("Trang 2"))))[0] == ["một"]


LEFT_OUT = {
    "macro": docx(p("một"), kind="application/vnd.ms-word.document.macroEnabled.main+xml"),
    "hình ảnh": docx(p("một"), _rels=relations(("image", "http://nowhere.invalid/x.png"))),
    "tệp mẫu": docx(p("một"), _rels=relations(("attachedTemplate", "http://nowhere.invalid/x.dotm"))),
}


@pytest.mark.parametrize("what", LEFT_OUT)
def test_what_is_not_followed_is_told(words, what):
    found, warnings = words(LEFT_OUT[what])
    assert found == ["một"]
    assert what in warnings[0]


def test_the_strict_form_of_a_word_file(words):
    usual = docx(p("MỘT", num=(1, 0)), p("Hai."), numbering=numbering((("upperRoman", "%1."),)))
    parts = {}
    with zipfile.ZipFile(BytesIO(usual)) as package:
        for name in package.namelist():
            raw = package.read(name)
            for old, new in (
                (b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"wordprocessingml/main"),
                (b"http://schemas.openxmlformats.org/officeDocument/2006/", b"officeDocument/"),
            ):
                raw = raw.replace(old, b"http://purl.oclc.org/ooxml/" + new)
            parts[name] = raw
    assert words(packed(parts)) == words(usual) == (["I. MỘT", "Hai."], [])
