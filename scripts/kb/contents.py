"""The table of contents of a page down to its provisions: the part of the site's syntax that lists them."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Mapping

from markdown.treeprocessors import Treeprocessor

from kb.model.document import INNERMOST

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
WORDS = 9
"""Of a provision so many are shown."""
# Names what begins with an element and has no heading, until the table is made.
PART = "data-part"


class ToProvisions(Treeprocessor):
    """Adds dashes and paragraphs to the table of contents that the `toc` extension made of the headings.

    Each comes under the heading that its ID says; a part that has none gets an entry beside those of the parts.
    """

    def run(self, root: etree.Element) -> None:
        top = getattr(self.md, "toc_tokens", [])
        tokens = {token["id"]: token for token in _flat(top)}
        order = {element.get("id"): number for number, element in enumerate(root.iter())}
        beside = top[0]["children"] if len(top) == 1 and top[0]["level"] == 1 else top
        current = None
        for element in root.iter():
            if label := element.attrib.pop(PART, None):
                first = element.get("data-provision").partition("#")[2]
                tokens[INNERMOST.sub("", first)] = part = _entry(2, first, label)
                beside.append(part)
            if element.tag in HEADINGS:
                current = tokens.get(element.get("id"), current)
            elif element.tag in ("p", "div") and element.get("class") == "kb-text":
                owner = _owner(tokens, element.get("id")) or current
                if owner and not _names(owner, element):
                    owner["children"].append(_token(element, owner["level"] + 1))
        for children in (top, *(token["children"] for token in tokens.values())):
            children.sort(key=lambda child: order[child["id"]])


def _owner(tokens: Mapping[str, dict], name: str | None) -> dict | None:
    """The entry of the innermost heading or part that an ID stands under."""
    while name and (shorter := INNERMOST.sub("", name)) != name:
        if shorter in tokens:
            return tokens[shorter]
        name = shorter
    return None


def _names(part: dict, element: etree.Element) -> bool:
    """Whether an element is the words that the entry has already: `Nơi nhận:`."""
    return part["id"] == element.get("id") and "".join(element.itertext()).strip(" :") == part["name"]


def _token(element: etree.Element, level: int) -> dict[str, object]:
    words = "".join(element.itertext()).split()
    name = " ".join(words[:WORDS]) + ("…" if len(words) > WORDS else "")
    dash = "– " if element.tag == "div" else ""
    return _entry(level, element.get("id"), dash + name)


def _entry(level: int, name: str, words: str) -> dict[str, object]:
    return {"level": level, "id": name, "name": words, "html": words, "children": []}


def _flat(tokens: list[dict]) -> list[dict]:
    return [each for token in tokens for each in (token, *_flat(token["children"]))]
