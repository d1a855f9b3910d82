"""Word files made from a few words: only what a test is about stands in them."""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def run(text: str, font: str = "", more: str = "") -> str:
    """A run; `\\n` is a line break, `\\t` a tab, U+00AD the element for a soft hyphen."""
    fonts = f"<w:rFonts w:ascii={quoteattr(font)} w:hAnsi={quoteattr(font)}/>" if font else ""
    inner = escape(text)
    for character, element in (("\n", "br"), ("\t", "tab"), ("\u00ad", "softHyphen")):
        inner = inner.replace(character, f'</w:t><w:{element}/><w:t xml:space="preserve">')
    return f'<w:r><w:rPr>{fonts}{more}</w:rPr><w:t xml:space="preserve">{inner}</w:t></w:r>'


def p(*inner: str, style: str = "", num: tuple[int, int] | None = None, centred: bool = False, more: str = "") -> str:
    """A paragraph of runs; plain words become a run of their own."""
    properties = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    if num:
        properties += f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>'
    properties += '<w:jc w:val="center"/>' if centred else ""
    runs = "".join(each if each.startswith("<") else run(each) for each in inner)
    return f"<w:p><w:pPr>{properties}{more}</w:pPr>{runs}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table; a cell that is no XML is one paragraph a line."""

    def cell(text: str) -> str:
        inner = text if text.startswith("<") else "".join(p(line) for line in text.split("\n"))
        return f"<w:tc>{inner}</w:tc>"

    return "<w:tbl>" + "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows) + "</w:tbl>"


def numbering(*lists: tuple[tuple[str, str], ...], nums: str = "") -> str:
    """Lists 1, 2, …: each level is its form and its text, with further XML behind a bar."""
    found = ""
    for number, levels in enumerate(lists, 1):
        inner = ""
        for at, (form, text) in enumerate(levels):
            shown, _, more = text.partition("|")
            inner += (
                f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
                f"<w:lvlText w:val={quoteattr(shown)}/></w:lvl>"
            )
        found += f'<w:abstractNum w:abstractNumId="{number}">{inner}</w:abstractNum>'
    found += "".join(
        f'<w:num w:numId="{each}"><w:abstractNumId w:val="{each}"/></w:num>' for each in range(1, len(lists) + 1)
    )
    return f"<w:numbering {NAMESPACES}>{found}{nums}</w:numbering>"


def styles(inner: str) -> str:
    return f"<w:styles {NAMESPACES}>{inner}</w:styles>"


def part(name: str, inner: str) -> str:
    """Another part of the package: `footnotes`, `comments`, `hdr`."""
    return f"<w:{name} {NAMESPACES}>{inner}</w:{name}>"


def docx(*body: str, kind: str = MAIN, **parts: str) -> bytes:
    """A Word file. `parts` are further parts below `word/` by name; `__` stands for a dot, `_rels` for links."""
    content = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{RELATION}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{''.join(body)}</w:body></w:document>",
    }
    for name, text in parts.items():
        content["word/_rels/document.xml.rels" if name == "_rels" else f"word/{name}.xml"] = text
    return packed(content)


def packed(content: dict[str, str | bytes]) -> bytes:
    """A zip of parts."""
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in content.items():
            package.writestr(name, text)
    return raw.getvalue()


def relations(*each: tuple[str, str]) -> str:
    """Links of the document to what is outside: kind and address."""
    inner = "".join(
        f'<Relationship Id="x{n}" Type="{RELATION}/{kind}" Target={quoteattr(target)} TargetMode="External"/>'
        for n, (kind, target) in enumerate(each)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )
