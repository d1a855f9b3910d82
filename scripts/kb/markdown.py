"""Python-Markdown extension for the site's syntax: provisions with anchors, and links to them.

A provision is one line of staged Markdown that ends in its ID and its document:

    - Kết quả và dư luận … {#ii-1.1-1 doc=23-kh-duk-2021}
    #### 1.1. Trước và trong … {#ii-1.1 doc=23-kh-duk-2021}
    Trong quá trình … {#ii-1.3-p2 doc=23-kh-duk-2021}
    > “Điều 4. …”. {#dieu-1.3-p1 doc=23-kh-duk-2021}
    | 1 | Kết quả … | {#ii-1.3-p3 doc=23-kh-duk-2021 row=first-head o=1,2}

and a title block stands between `::: {#tieu-de doc=…}` and `:::`. The element with the ID holds the words of the
provision and nothing else; `was=` names IDs that it had before, which lead to it too; `part="Nơi nhận"` names what
begins with it and has no heading, for the table of contents; a `div.kb-tools` that follows is moved beside it, into
the same `.kb-prov`.
Links to documents and provisions get the class `kb-cite` and the key of their preview card.
The extension knows no site engine.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Mapping
from html import escape
from types import MappingProxyType

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from kb import contents, inert, tabling

# mkdocs.yml names it here.
from kb.model.document import slug as slug
from kb.model.layout import head

ATTRIBUTES = (
    r"\{#(?P<id>[^\s{}]+) doc=(?P<doc>[a-z0-9-]+)(?: was=(?P<was>[^\s{}]+))?"
    r"(?: part=\"(?P<part>[^\"{}]+)\")?"
    rf"{tabling.ROW}\}}"
)
PROVISION = re.compile(rf"(?:(?P<hashes>#{{2,6}}) |(?P<dash>- )|(?P<quote>> ))?(?P<text>\S.*?) {ATTRIBUTES}")
TITLE = re.compile(rf"::: {ATTRIBUTES}")
TARGET = re.compile(r"(?:^|/)van-ban/(?!index\.)(?P<doc>[a-z0-9-]+)\.md(?:#(?P<id>[^#]+))?$")
# What a line must not end within: a document's number, a span of years; and no line begins with a dash.
NUMBER = r"\d[\w/-]{3,18}[A-ZĐ](?![\w/-])"
YEARS = r"\d{4}–\d{4}"
DASHED = r"\w{1,12} [-–](?: \d{2,4}(?![\w/-])|(?= ))"
WHOLE = re.compile(rf"(?<![\w/-])(?:{NUMBER}|{YEARS}|{DASHED})")
VERBATIM = ("code", "pre")


def makeExtension(**options: object) -> ProvisionExtension:  # noqa: N802 - the name that Python-Markdown looks up
    """Entry point for `markdown_extensions: [kb.markdown]`."""
    return ProvisionExtension(**options)


class ProvisionExtension(Extension):
    """Registers the processors around those of Python-Markdown."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name of the interface
        md.parser.blockprocessors.register(ProvisionProcessor(md.parser), "kb-provision", 95)
        md.treeprocessors.register(tabling.Tables(md), "kb-tables", 16)
        md.treeprocessors.register(Grouping(md), "kb-grouping", 15)
        # Before abbr (7), which takes numbers apart.
        md.treeprocessors.register(Wholes(md), "kb-wholes", 7.5)
        # After attr_list (8), which gives tools and sources their classes; before MkDocs (0) changes the addresses.
        md.treeprocessors.register(LinkClasses(md), "kb-links", 7)
        md.treeprocessors.register(FullForms(md), "kb-full-forms", 6)
        md.treeprocessors.register(contents.ToProvisions(md), "kb-toc", 4)
        inert.extend(md)


class ProvisionProcessor(BlockProcessor):
    """Turns blocks of provision lines into elements."""

    def test(self, parent: etree.Element, block: str) -> bool:
        first = block.lstrip("\n").split("\n", 1)[0]
        return bool(PROVISION.fullmatch(first) or TITLE.fullmatch(first))

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        lines = blocks.pop(0).strip("\n").split("\n")
        if found := TITLE.fullmatch(lines[0]):
            end = lines.index(":::") if ":::" in lines else len(lines)
            _title_block(parent, found, lines[1:end])
            lines = lines[end + 1 :]
        for number, line in enumerate(lines):
            found = PROVISION.fullmatch(line)
            if not found:
                blocks.insert(0, "\n".join(lines[number:]))
                return
            _provision(parent, found)


def _wrapper(parent: etree.Element, tag: str, found: re.Match[str], kind: str) -> etree.Element:
    """The element around a provision, with an empty one for each ID that it had: an old address leads here too."""
    attributes = {"class": f"kb-prov kb-prov--{kind}", "data-provision": f"{found['doc']}#{found['id']}"}
    if found["part"]:
        attributes[contents.PART] = found["part"]
    wrapper = etree.SubElement(parent, tag, attributes)
    for old in found["was"].split(",") if found["was"] else ():
        etree.SubElement(wrapper, "span", {"id": old, "class": "kb-was"})
    return wrapper


def _provision(parent: etree.Element, found: re.Match[str]) -> None:
    kind, tag, inner = "paragraph", "div", "p"
    if tabling.is_laid(found):
        row = _wrapper(parent, "tr", found, "row")
        row.set("id", found["id"])
        tabling.fill(row, found)
        return
    if found["hashes"]:
        kind, inner = "heading", f"h{len(found['hashes'])}"
    elif found["dash"]:
        kind, tag, inner = "dash", "li", "div"
    elif found["quote"]:
        kind = "paragraph kb-prov--quoted"
    wrapper = _wrapper(parent, tag, found, kind)
    element = etree.SubElement(wrapper, inner, {"id": found["id"], "class": "kb-text"})
    element.text = found["text"]


def _title_block(parent: etree.Element, found: re.Match[str], lines: list[str]) -> None:
    """The block in the layout of Party documents: issuer and number left, Party name and date right."""
    wrapper = _wrapper(parent, "div", found, "title")
    block = etree.SubElement(wrapper, "div", {"id": found["id"], "class": "kb-text kb-title"})
    for slot, group in head(lines)._asdict().items():
        if group:
            element = etree.SubElement(block, "div", {"class": f"kb-title__{slot}"})
            for line in group:
                etree.SubElement(element, "div").text = line


class LinkClasses(Treeprocessor):
    """Marks links to documents and provisions as citations; tools and sources keep their own classes."""

    def run(self, root: etree.Element) -> None:
        for link in root.iter("a"):
            found = TARGET.search(link.get("href", ""))
            if found and not link.get("class"):
                link.set("class", "kb-cite")
                link.set("data-card", f"{found['doc']}#{found['id']}" if found["id"] else found["doc"])


class Wholes(Treeprocessor):
    """Keeps what reads as one word on one line."""

    def run(self, root: etree.Element) -> None:
        for parent in list(root.iter()):
            if parent.tag in VERBATIM:
                continue
            for child in reversed(list(parent)):
                child.tail = self._wrap(parent, list(parent).index(child) + 1, child.tail)
            parent.text = self._wrap(parent, 0, parent.text)

    def _wrap(self, parent: etree.Element, place: int, text: str | None) -> str | None:
        """Insert the wholes of `text` as elements at a place among the children; gives what stands before the first."""
        found = list(WHOLE.finditer(text or ""))
        for number, match in enumerate(found):
            whole = etree.Element("span", {"class": "kb-whole"})
            whole.text = match[0]
            whole.tail = text[match.end() : found[number + 1].start() if number + 1 < len(found) else None]
            parent.insert(place + number, whole)
        return text[: found[0].start()] if found else text


def whole(text: str, shorts: Mapping[str, str] = MappingProxyType({})) -> str:
    """HTML of plain words in which the same is kept on one line, and `shorts` have what they stand for.

    >>> whole("Số 07-CTr/ĐUK & sau", {"CTr": "chương trình"})
    'Số <span class="kb-whole">07-<abbr title="chương trình">CTr</abbr>/ĐUK</span> &amp; sau'
    """
    made, last = [], 0
    for found in WHOLE.finditer(text):
        made += [_explained(text[last : found.start()], shorts), '<span class="kb-whole">']
        made += [_explained(found[0], shorts), "</span>"]
        last = found.end()
    return "".join((*made, _explained(text[last:], shorts)))


def _explained(text: str, shorts: Mapping[str, str]) -> str:
    """As the `abbr` extension, and `FullForms`, do in the text of a page."""
    if not shorts:
        return escape(text)
    made, last = [], 0
    longest = sorted(shorts, key=len, reverse=True)
    for found in re.finditer(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", text):
        full = shorts[found[0]]
        rest = full.removeprefix(found[0])
        if rest == full or not text.startswith(rest, found.end()):
            made += [escape(text[last : found.start()]), f'<abbr title="{escape(full)}">{escape(found[0])}</abbr>']
            last = found.end()
    return "".join((*made, escape(text[last:])))


class FullForms(Treeprocessor):
    """Takes the tooltip from a short form that the text goes on to write in full."""

    def run(self, root: etree.Element) -> None:
        for parent in list(root.iter()):
            for child in [each for each in parent if each.tag == "abbr"]:
                rest = child.get("title", "").removeprefix(child.text or "")
                if rest != child.get("title") and (child.tail or "").startswith(rest):
                    _unwrap(parent, child)


def _unwrap(parent: etree.Element, child: etree.Element) -> None:
    """Put the text of a child without elements of its own in its place."""
    place = list(parent).index(child)
    words = (child.text or "") + (child.tail or "")
    parent.remove(child)
    if place:
        parent[place - 1].tail = (parent[place - 1].tail or "") + words
    else:
        parent.text = (parent.text or "") + words


class Grouping(Treeprocessor):
    """Moves tools beside their provision and gathers neighbouring dashes into one list."""

    def run(self, root: etree.Element) -> None:
        for parent in list(root.iter()):
            if any(_has_class(child, "kb-prov") for child in parent):
                self._group(parent)

    def _group(self, parent: etree.Element) -> None:
        children = list(parent)
        parent[:] = []
        for child in children:
            last = parent[-1] if len(parent) else None
            if _has_class(child, "kb-tools") and last is not None:
                owner = last[-1] if last.tag == "ul" else last
                (owner if _has_class(owner, "kb-prov") else parent).append(child)
            elif child.tag == "li" and _has_class(child, "kb-prov"):
                if last is None or last.get("class") != "kb-dashes":
                    last = etree.SubElement(parent, "ul", {"class": "kb-dashes"})
                last.append(child)
            else:
                parent.append(child)


def _has_class(element: etree.Element, name: str) -> bool:
    return name in element.get("class", "").split()
