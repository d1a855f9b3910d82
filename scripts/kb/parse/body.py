"""The line grammar of an authored document: one provision a line, its ID in braces at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.model.document import DASH, HEADING, PARAGRAPH, TITLE, Provision
from kb.model.finding import Span

# {#ii-1.1-3}, in a translation {#ii-1.1-3 of=0123456789ab}
ATTRIBUTES = re.compile(r"[ \t]*\{#(?P<id>[^\s{}]*)(?:\s+of=(?P<of>[^\s{}]*))?\s*\}[ \t]*$")
OPENING = re.compile(r"^:::\s*(?P<attributes>\{#.*\})?\s*$")
CLOSING = ":::"
MARKER = re.compile(r"^(?P<hashes>#{1,6})[ \t]+|^(?P<dash>-)[ \t]+")


def provisions(body: str, file: str, first_line: int) -> Iterator[Provision]:
    """Read the body of a document into provisions.

    `body` starts on line `first_line` of `file`. Nothing is dropped: a line without an ID becomes a
    provision with an empty ID, a title block that is not closed runs to the end.
    """
    lines = iter(enumerate(body.split("\n"), first_line))
    for number, line in lines:
        if not line.strip():
            continue
        if opening := OPENING.match(line):
            yield _title_block(opening["attributes"] or "", lines, Span(file, number + 1))
        else:
            yield _line(line, file, number)


def _title_block(attributes: str, lines: Iterator[tuple[int, str]], span: Span) -> Provision:
    block = []
    for _, line in lines:
        if line.strip() == CLOSING:
            break
        block.append(line)
    name, of, _ = _attributes(attributes)
    return Provision(name, TITLE, 0, "\n".join(line.rstrip() for line in block), span, of)


def _line(line: str, file: str, number: int) -> Provision:
    name, of, text = _attributes(line)
    marker = MARKER.match(text)
    start = marker.end() if marker else len(text) - len(text.lstrip())
    span = Span(file, number, start + 1)
    if marker and marker["hashes"]:
        return Provision(name, HEADING, len(marker["hashes"]), text[start:].rstrip(), span, of)
    return Provision(name, DASH if marker else PARAGRAPH, 0, text[start:].rstrip(), span, of)


def _attributes(line: str) -> tuple[str, str | None, str]:
    found = ATTRIBUTES.search(line)
    if not found:
        return "", None, line
    return found["id"], found["of"], line[: found.start()]
