"""A received text (plain text, Party layout) read into provisions with the IDs that they must have."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator

from kb.model.document import DASH, HEADING, PARAGRAPH, TITLE, TITLE_ID, Provision, TextOfRecord
from kb.model.finding import Span
from kb.model.text import plain

PART = re.compile(r"(?P<part>[IVXLC]+)\. ")
MARK = re.compile(rf"{PART.pattern}|(?P<subsection>\d+(?:\.\d+)+)\.? |(?P<section>\d+)\. |(?P<dash>[-–]) ?(?=\S)")

# A body paragraph ends in punctuation; the lines of the header and of the subject do not.
BODY_END = re.compile(r"[.;:…!?”\"]$")


def read(raw: bytes, path: str) -> TextOfRecord:
    """Read the bytes of a text of record.

    The provisions are in NFC, trimmed at both ends and otherwise unchanged; `span` is the line in the file.
    Raises UnicodeDecodeError where the bytes are not UTF-8.
    """
    text = unicodedata.normalize("NFC", plain(raw.decode("utf-8")))
    return TextOfRecord(path, hashlib.sha256(raw).hexdigest(), tuple(_provisions(text, path)))


def _provisions(text: str, path: str) -> Iterator[Provision]:
    lines = [(number, line.strip()) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    body = next((i for i, (_, line) in enumerate(lines) if BODY_END.search(line) or PART.match(line)), len(lines))
    if body:
        title = "\n".join(line for _, line in lines[:body])
        yield Provision(TITLE_ID, TITLE, 0, title, Span(path, lines[0][0]))
    counter = _Counter()
    for number, line in lines[body:]:
        yield counter.provision(line, Span(path, number))


class _Counter:
    """Gives each line its ID; the labels are those printed, so that gaps in the received numbering stay."""

    def __init__(self) -> None:
        self.part = ""
        self.section = "mo-dau"
        self.dashes = 0
        self.paragraphs = 0

    def provision(self, line: str, span: Span) -> Provision:
        found = MARK.match(line)
        if found is None:
            self.paragraphs += 1
            return Provision(f"{self.section}-p{self.paragraphs}", PARAGRAPH, 0, line, span)
        if found["dash"]:
            self.dashes += 1
            return Provision(f"{self.section}-{self.dashes}", DASH, 0, line[found.end() :], span)
        if found["part"]:
            self.part = found["part"].lower()
            return self._heading(self.part, 2, line, span)
        if found["subsection"]:
            return self._heading(f"{self.part}-{found['subsection']}", 4, line, span)
        return self._heading(f"{self.part}-{found['section']}", 3, line, span)

    def _heading(self, name: str, level: int, line: str, span: Span) -> Provision:
        self.section = name
        self.dashes = self.paragraphs = 0
        return Provision(name, HEADING, level, line, span)
