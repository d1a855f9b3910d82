"""Document numbers in another form than the canonical one, where `citing` does not read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial

from kb.model.document import SOURCES
from kb.model.finding import Span
from kb.model.kinds import NumberVocabulary
from kb.model.memory import Memory
from kb.model.reference import Located
from kb.parse.citations import read

# Without this a line holds no number; it passes over dates, fingerprints and the names of files, which are many.
NUMBER = re.compile(r"\d[a-zđ]?(?:\W{0,7}[A-ZĐ\u00d0\u0189]|\W{1,7}[a-zđ]+\W{0,3}/)")


def misspelt(sources: Mapping[str, str], numbers: NumberVocabulary, memory: Memory) -> Iterator[Located]:
    """Those in the front matter of documents and questions, and in the whole of pages and data files."""
    for file, text in sources.items():
        if not file.startswith(SOURCES):
            yield from memory.recall(("misspelt", file), (text, numbers), partial(_in_file, file, text, numbers))


def _in_file(file: str, text: str, numbers: NumberVocabulary) -> tuple[Located, ...]:
    if "/van-ban/" in file or "/hoi-dap/" in file:
        text = text[: text.find("\n---", 3) + 1]
    language = file.split("/")[1]
    return tuple(
        Located(language, "", "", line, found, Span(file, number, found.start + 1))
        for number, line in enumerate(text.split("\n"), 1)
        if NUMBER.search(line)
        for found in read(line, numbers).citations
        if found.raw != found.canonical
    )
