"""A Word file → what was received: the parts of the package, and what in them is left out."""

from __future__ import annotations

import posixpath
import re

from lxml import etree

from kb.importing.numbering import Numbering, W
from kb.importing.opening import MACROS, Package
from kb.importing.received import Paragraph, Received, Refused
from kb.importing.story import Story
from kb.importing.styles import Styles
from kb.importing.tables import noted, placed
from kb.importing.wrapping import is_wrapped, joined
from kb.model.titlelines import MOTTO, NUMBERED

FIRST = 30
MANY = 12
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
ASIDE = re.compile(r"word/(?:header|footer|comments)\w*\.xml")
# What a document asks for from elsewhere; links are only names of places.
FOLLOWED = ("image", "attachedTemplate", "oleObject", "frame", "subDocument", "aFChunk", "video", "audio")


def read(raw: bytes) -> Received:
    """The paragraphs of a Word file. Raises Refused where it cannot be read safely."""
    package, received = Package(raw), Received()
    package.refuse_dtds()
    main = _main(package)
    folder = posixpath.dirname(main)
    root = package.xml(main)
    body = root.find(W + "body")
    if body is None:
        raise Refused("Tệp không phải là văn bản Word: thiếu phần nội dung.")
    parts = {name: _part(package, f"{folder}/{name}.xml") for name in ("styles", "numbering", "footnotes", "endnotes")}
    story = Story(Styles(parts["styles"]), Numbering(parts["numbering"]), received)
    flow = story.blocks(body)
    notes = story.notes(parts["footnotes"], parts["endnotes"])
    decoder = story.decoder()
    received.paragraphs = placed(flow, decoder) + noted(notes, decoder)
    if not any(_is_head(each.text) for each in received.paragraphs[:FIRST]):
        received.paragraphs = _letterhead(package, story) + received.paragraphs
    texts = [each.text for each in received.paragraphs]
    if is_wrapped(texts, MANY):
        # Copied from a PDF: each line is a paragraph.
        received.paragraphs = [Paragraph(each) for each in joined(texts)]
        received.note("Các dòng bị ngắt cứng đã được nối lại thành đoạn.")
    _left_out(package, received)
    _aside(package, story, received)
    return received


def _main(package: Package) -> str:
    if "_rels/.rels" in package.names:
        for each in package.xml("_rels/.rels").iter(RELATIONS):
            target = (each.get("Target") or "").lstrip("/")
            if (each.get("Type") or "").endswith("/officeDocument") and target in package.names:
                return target
    return "word/document.xml"


def _part(package: Package, name: str) -> etree._Element | None:
    return package.xml(name) if name in package.names else None


def _left_out(package: Package, received: Received) -> None:
    """Say what is neither followed nor imported."""
    types = package.read("[Content_Types].xml") if "[Content_Types].xml" in package.names else b""
    if any(each.encode() in types for each in MACROS) or any("vbaProject" in name for name in package.names):
        received.warn("Tệp có macro; macro không chạy và không được nhập.")
    outside = set()
    for name in sorted(package.names):
        if name.startswith("word/") and name.endswith(".rels"):
            for each in package.xml(name).iter(RELATIONS):
                if each.get("TargetMode") == "External":
                    outside.add((each.get("Type") or "").rpartition("/")[2])
    for each in sorted(outside & set(FOLLOWED)):
        what = {"image": "hình ảnh", "attachedTemplate": "tệp mẫu"}.get(each, "nội dung")
        received.warn(f"Tệp trỏ tới {what} ở ngoài; không tải về, không nhập.")
    if any("/embeddings/" in name or "/activeX/" in name for name in package.names):
        received.warn("Tệp có đối tượng nhúng; không nhập.")


def _is_head(text: str) -> bool:
    return bool(MOTTO.search(text) or NUMBERED.match(text))


def _letterhead(package: Package, story: Story) -> list[Paragraph]:
    """The head of a document that somebody has put into a page header."""
    for name in sorted(package.names):
        if re.fullmatch(r"word/header\d*\.xml", name):
            found = placed(story.blocks(package.xml(name)), story.decoder())
            if any(_is_head(each.text) for each in found):
                return found
    return []


def _aside(package: Package, story: Story, received: Received) -> None:
    """The words of page headers, footers and comments: no part of the text, but they may hold a mark."""
    for name in sorted(package.names):
        if ASIDE.fullmatch(name):
            root = package.xml(name)
            words = "\n".join("".join(each.itertext(W + "t")) for each in root.iter(W + "p"))
            # Once as it is typed, deleted words and all, and once as it is shown: boxes, and letters of old fonts.
            received.aside.append(story.decoder().whole(words))
            blocks = story.blocks(root) if not name.startswith("word/comments") else []
            received.aside += [each.text for each in placed(blocks, story.decoder())]
            if (
                "comments" in name
                and name == "word/comments.xml"
                and (count := sum(1 for _ in root.iter(W + "comment")))
            ):
                received.warn(f"Đã bỏ {count} lời góp ý (comment) bên lề.")
