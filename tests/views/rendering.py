"""Staged Markdown rendered as the site renders it, without MkDocs."""

from __future__ import annotations

from lxml import html
from markdown import Markdown

# As in mkdocs.yml; a test holds this list against it.
EXTENSIONS = [
    "attr_list",
    "abbr",
    "def_list",
    "tables",
    "toc",
    "pymdownx.blocks.html",
    "pymdownx.blocks.details",
    "kb.markdown",
]


def reader() -> Markdown:
    """The reader that makes the pages."""
    return Markdown(extensions=EXTENSIONS, extension_configs={"toc": {"permalink": False}})


def rendered(text: str) -> html.HtmlElement:
    """The page as a tree."""
    return html.fragment_fromstring(reader().convert(text), create_parent="main")


def words(element: html.HtmlElement) -> str:
    """All that a reader sees of an element, in order."""
    return "".join(element.itertext())
