"""A Word file without words: the sheet, the styles and the numbering that documents of the Party have."""

from __future__ import annotations

import io
import zipfile
from functools import lru_cache

from docx import Document
from docx.document import Document as Opened
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from kb.export.taken import LOCALES

# The font, its size and the margins that Guidance 36-HD/VPTW (2018) names for documents of the Party.
FONT, SIZE = "Times New Roman", Pt(14)
SHEET = {
    "page_width": Mm(210), "page_height": Mm(297), "top_margin": Mm(20), "bottom_margin": Mm(20),
    "left_margin": Mm(30), "right_margin": Mm(15), "header_distance": Mm(10), "footer_distance": Mm(10),
}  # fmt: skip
INDENT, LINE = Cm(1), 1.15
# Older than any file: what a zip holds has a time, and the same words must give the same bytes.
TIME = (1980, 1, 1, 0, 0, 0)

OWN = HEAD, SUBJECT, PASSAGE, CITED, REMARK, BEHIND, ANSWERED, FACTS, SHEETS, CELL = (
    "Head of document", "Subject of document", "Provision", "Citation", "Note", "Note behind", "Answer", "Fact",
    "Sheet", "Cell",
)  # fmt: skip
LIST = "List Bullet"
HEADINGS = ("Heading 1", "Heading 2", "Heading 3")
# What is used of python-docx's template, which brings some hundred styles and more along.
USED = frozenset((
    *OWN, *HEADINGS, LIST, "Normal", "Title", "Subtitle", "Header", "Footer", "Normal Table", "Default Paragraph Font",
    "No List",
))  # fmt: skip
UNUSED = frozenset(("thumbnail", "stylesWithEffects", "customXml", "theme", "webSettings", "extended-properties"))
SETTINGS = ("defaultTabStop", "characterSpacingControl", "compat", "decimalSymbol", "listSeparator")
RULE = f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="4" w:space="6" w:color="auto"/></w:pBdr>'
NUMBERING = """
<w:abstractNum {} w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:suff w:val="space"/>
<w:lvlText w:val="-"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="567"/></w:pPr></w:lvl>
</w:abstractNum>"""


@lru_cache
def blank(language: str, banner: str) -> bytes:
    """The file; `banner` is to be read on every sheet. Kept, since python-docx takes longer for it than for words."""
    opened = Document()
    _styles(opened, language)
    _sheet(opened, banner)
    _settings(opened)
    for owner in (opened.part, opened.part.package):
        for name in [name for name, rel in owner.rels.items() if rel.reltype.rpartition("/")[2] in UNUSED]:
            del owner.rels[name]
    return packed(opened)


def packed(opened: Opened) -> bytes:
    """The zip written anew, its parts by name and without the clock's time."""
    made, packed = io.BytesIO(), io.BytesIO()
    opened.save(made)
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        # A reader may look for the list of types first.
        for name in sorted(parts.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, parts.read(name))
    return packed.getvalue()


def _styles(opened: Opened, language: str) -> None:
    styles = opened.styles
    normal = styles["Normal"]
    _font(normal, language, SIZE)
    _spaced(normal, after=6)
    for name in OWN:
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = normal
    for name in (PASSAGE, ANSWERED, LIST):
        styles[name].paragraph_format.alignment = ALIGN.JUSTIFY
        styles[name].paragraph_format.first_line_indent = INDENT
    for name, size in (("Title", 16), ("Subtitle", 13), *((name, 14) for name in HEADINGS)):
        _font(styles[name], language, Pt(size))
        _spaced(styles[name], before=0 if name == "Subtitle" else 12, after=18 if name == "Subtitle" else 6)
        _plain(styles[name])
        styles[name].font.bold, styles[name].font.italic = name != "Subtitle", name in ("Subtitle", HEADINGS[-1])
        styles[name].paragraph_format.keep_with_next = True
    for name in ("Title", "Subtitle", HEAD, SUBJECT, SHEETS):
        styles[name].paragraph_format.alignment = ALIGN.CENTER
    for name, size, before, after in ((HEAD, 13, 0, 3), (SUBJECT, 14, 0, 0), (CITED, 12, 0, 10), (REMARK, 12, 12, 12),
                                      (BEHIND, 12, 18, 0), (SHEETS, 12, 0, 0), (CELL, 12, 2, 2)):  # fmt: skip
        styles[name].font.size = Pt(size)
        _spaced(styles[name], before, after)
    styles[SUBJECT].font.bold = styles[SUBJECT].paragraph_format.keep_with_next = True
    styles[CITED].font.italic = styles[REMARK].font.italic = styles[BEHIND].font.italic = True
    styles[CITED].paragraph_format.alignment, styles[CITED].paragraph_format.left_indent = ALIGN.RIGHT, Cm(2)
    styles[BEHIND].element.get_or_add_pPr().insert_element_before(parse_xml(RULE), "w:spacing", "w:ind", "w:jc")
    _listed(opened)
    for style in [each for each in styles if each.name not in USED]:
        style.delete()
    for linked in styles.element.findall("w:style/w:link", styles.element.nsmap):
        linked.getparent().remove(linked)


def _font(style: ParagraphStyle, language: str, size: Length) -> None:
    style.font.name, style.font.size, style.font.color.rgb = FONT, size, RGBColor(0, 0, 0)
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    # A theme's fonts, which the template names, would win over ours.
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), FONT)
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    tongue = OxmlElement("w:lang")
    for name in ("val", "eastAsia", "bidi"):
        tongue.set(qn(f"w:{name}"), LOCALES[language])
    properties.append(tongue)


def _spaced(style: ParagraphStyle, before: float = 0, after: float = 0) -> None:
    paragraph = style.paragraph_format
    paragraph.space_before, paragraph.space_after, paragraph.line_spacing = Pt(before), Pt(after), LINE
    paragraph.widow_control = True


def _plain(style: ParagraphStyle) -> None:
    """Take off the rule and the spread letters that the template's titles have."""
    for path in ("w:pPr/w:pBdr", "w:rPr/w:spacing", "w:rPr/w:kern", "w:pPr/w:contextualSpacing"):
        for found in style.element.findall(path, style.element.nsmap):
            found.getparent().remove(found)


def _listed(opened: Opened) -> None:
    """Make the style of lists a dash whose line begins like that of a paragraph, as in documents of the Party."""
    numbering = opened.part.numbering_part.element
    for each in list(numbering):
        numbering.remove(each)
    numbering.append(parse_xml(NUMBERING.format(nsdecls("w"))))
    number = numbering.add_num(1).numId
    style = opened.styles[LIST]
    style.element.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number
    style.paragraph_format.left_indent = Cm(0)
    for found in style.element.findall("w:pPr/w:contextualSpacing", style.element.nsmap):
        found.getparent().remove(found)


def _sheet(opened: Opened, banner: str) -> None:
    """A4 with the number of the sheet at its head from the second one on, and what is to be read on every one."""
    section = opened.sections[0]
    for name, value in SHEET.items():
        setattr(section, name, value)
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].style = SHEETS
    _numbered(section.header.paragraphs[0])
    if banner:
        for footer in (section.footer, section.first_page_footer):
            footer.paragraphs[0].style = SHEETS
            footer.paragraphs[0].add_run(banner).italic = True


def _settings(opened: Opened) -> None:
    """Those of the template that mean something here, as of Word 2013: older ones open in compatibility mode."""
    settings = opened.settings.element
    for each in list(settings):
        if each.tag not in map(qn, (f"w:{name}" for name in SETTINGS)):
            settings.remove(each)
    compat = settings.find(qn("w:compat"))
    for each in list(compat):
        if each.get(qn("w:name")) == "compatibilityMode":
            each.set(qn("w:val"), "15")
        elif each.tag != qn("w:compatSetting"):
            compat.remove(each)


def _numbered(paragraph: Paragraph) -> None:
    field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>')
    paragraph._p.append(field)
