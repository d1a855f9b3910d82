"""What is looked for on a page that was built of attacks: anything that runs, loads, or leads out of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

# What templates would make of 1234 * 5678, and the words of a file that no content may reach.
COMPUTED, SECRET = "7006652", "loi-cua-tep-bi-mat"
ADDRESSES = ("href", "src", "action", "data", "xlink:href", "formaction", "ping", "poster", "srcset", "background")
LEADS_OUT = re.compile(r"[\s\x00-\x20]*(?:[a-z][a-z0-9+.-]*:|[/\\]{1,2})", re.IGNORECASE)
# What Markdown makes of prose, and with which attributes.
TAGS = (
    "main p em strong code pre blockquote ul ol li br hr h1 h2 h3 h4 h5 h6 table thead tbody tr th td div span dl dt "
    "dd details summary time a abbr img"
)
PROSE = {
    *((tag, "") for tag in TAGS.split()),
    *(("*", name) for name in ("id", "class", "title", "lang", "role", "hreflang", "download")),
    ("ol", "start"), ("a", "href"), ("time", "datetime"), ("img", "src"), ("img", "alt"),
}  # fmt: skip


def faults(tree: etree._Element, allowed: set[tuple[str, str]]) -> Iterator[str]:
    """What stands in a tree that may not: elements and attributes beyond those allowed, and addresses that lead out."""
    for element in tree.iter(etree.Element):
        tag = str(element.tag)
        if (tag, "") not in allowed:
            yield f"<{tag}>"
        for name, value in element.attrib.items():
            if (tag, name) not in allowed and ("*", name) not in allowed and not name.startswith(("data-", "aria-")):
                yield f"<{tag} {name}={value[:40]!r}>"
            if name in ADDRESSES and LEADS_OUT.match(value):
                yield f"<{tag} {name}={value[:60]!r}>"
    words = etree.tostring(tree, encoding="unicode")
    yield from (what for what in (COMPUTED, SECRET) if what in words)


def pairs(tree: etree._Element) -> set[tuple[str, str]]:
    """The elements and attributes of a tree."""
    elements = list(tree.iter(etree.Element))
    return {(str(e.tag), "") for e in elements} | {(str(e.tag), name) for e in elements for name in e.attrib}
