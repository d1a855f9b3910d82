"""Our prose as Markdown tokens, with every link that a more lenient reader would make."""

from __future__ import annotations

import re
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

MARKDOWN = MarkdownIt("commonmark").enable("table")
# The site's Markdown makes a link of any address; this one would leave `javascript:` as text, unseen.
MARKDOWN.validateLink = lambda url: True

SCRIPT = re.compile(r"\s*(?:javascript|vbscript|data):", re.IGNORECASE)


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text, kept: the checks ask for them several times, and reading them takes the longest."""
    # A carriage return alone ends no line of a file.
    return tuple(MARKDOWN.parse(text.replace("\r", " ")))
