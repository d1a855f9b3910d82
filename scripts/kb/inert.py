"""What Markdown may make of content: elements and attributes that neither run nor load anything, links that stay.

Content comes from pull requests. The check tells its authors what has no place in it; this makes sure, where all of it
becomes elements. Raw HTML and links in angle brackets are text like any other, save dates as views write them.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from html import unescape

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

TAGS = frozenset((
    "div", "p", "span", "h1", "h2", "h3", "h4", "h5", "h6", "a", "img", "em", "strong", "code", "pre", "abbr", "time",
    "br", "hr", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "table", "thead", "tbody", "tr", "th", "td",
    "details", "summary",
))  # fmt: skip
ATTRIBUTES = frozenset((
    "id", "class", "href", "src", "alt", "title", "lang", "hreflang", "role", "datetime", "start", "download",
    "scope", "colspan", "rowspan",
))  # fmt: skip
PREFIXES = ("aria-", "data-")
DATE = r'<time datetime="(?P<date>\d{4}-\d{2}-\d{2})">(?P<words>[^<>]*)</time>'
# Browsers pass over these within an address.
IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029]")
OUTWARD = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]", re.IGNORECASE)


def extend(md: Markdown) -> None:
    """Take raw HTML out of a reader of Markdown, and let nothing but inert elements out of it."""
    md.preprocessors.deregister("html_block")
    for name in ("html", "autolink", "automail"):
        md.inlinePatterns.deregister(name)
    md.inlinePatterns.register(Dates(DATE, md), "kb-dates", 90)
    # After all that sets attributes, and after escaped characters in them are what they mean (0).
    md.treeprocessors.register(Inert(md), "kb-inert", -10)


class Dates(InlineProcessor):
    """A date that programs can read."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element, int, int]:  # noqa: N802 - the interface
        element = etree.Element("time", {"datetime": m["date"]})
        element.text = m["words"]
        return element, m.start(0), m.end(0)


class Inert(Treeprocessor):
    """Takes out every element and attribute that is not known to be harmless, and addresses that leave the site."""

    def run(self, root: etree.Element) -> None:
        for parent in list(root.iter()):
            for child in [each for each in parent if each.tag not in TAGS]:
                _remove(parent, child)
        for element in root.iter():
            for name in list(element.keys()):
                if name not in ATTRIBUTES and not name.startswith(PREFIXES):
                    del element.attrib[name]
            for name in ("href", "src"):
                if leads_out(element.get(name, "")):
                    del element.attrib[name]


def leads_out(address: str) -> bool:
    """Whether a browser would take an address to another host, or for something to run."""
    return bool(OUTWARD.match(IGNORED.sub("", unescape(address))))


def _remove(parent: etree.Element, child: etree.Element) -> None:
    """Take an element out with what is in it; what follows stays."""
    place = list(parent).index(child)
    parent.remove(child)
    if place:
        parent[place - 1].tail = (parent[place - 1].tail or "") + (child.tail or "")
    else:
        parent.text = (parent.text or "") + (child.tail or "")
