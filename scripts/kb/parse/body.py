"""The line grammar of an authored document: one provision a line, its ID in braces at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.model.document import DASH, HEADING, PARAGRAPH, TITLE, Provision
from kb.model.finding import Finding, Span

# {#ii-1.1-3}, in a translation {#ii-1.1-3 of=0123456789ab}
ATTRIBUTES = re.compile(r"[ \t]*\{#(?P<id>[^\s{}]*)(?:\s+of=(?P<of>[^\s{}]*))?\s*\}[ \t]*$")
OPENING = re.compile(r"^:::\s*(?P<attributes>\{#.*\})\s*$")
CLOSING = ":::"
MARKER = re.compile(r"^(?P<hashes>#{1,6})[ \t]+|^(?P<dash>-)[ \t]+")


def provisions(body: str, file: str, first_line: int, problems: list[Finding]) -> Iterator[Provision]:
    """Read the body of a document into provisions.

    `body` starts on line `first_line` of `file`. Nothing is dropped: a line without an ID becomes a provision with
    an empty ID. A title block that has lost its first or last line is that of the lines up to the next blank one.
    """
    lines = body.split("\n")
    at = 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
        elif _opens_title(lines, at):
            end = _title_end(lines, at)
            yield _title_block(lines[at:end], Span(file, first_line + at), problems)
            at = end
        else:
            yield _line(lines[at], file, first_line + at)
            at += 1


def _opens_title(lines: list[str], at: int) -> bool:
    """The line that does, or without it the first of several lines that end in a closing one."""
    if OPENING.match(lines[at]):
        return True
    if ATTRIBUTES.search(lines[at]):
        return False
    end = _paragraph_end(lines, at)
    return end - at > 1 and lines[end - 1].strip() == CLOSING


def _paragraph_end(lines: list[str], at: int) -> int:
    return next((n for n in range(at, len(lines)) if not lines[n].strip()), len(lines))


def _title_end(lines: list[str], at: int) -> int:
    """Behind the closing line; where none comes before the next provision, the end of the paragraph."""
    for number in range(at + 1, len(lines)):
        if lines[number].strip() == CLOSING:
            return number + 1
        if ATTRIBUTES.search(lines[number]):
            break
    return _paragraph_end(lines, at)


def _title_block(lines: list[str], span: Span, problems: list[Finding]) -> Provision:
    opening = lines[0].startswith(CLOSING)
    if lines[-1].strip() == CLOSING and len(lines) > 1:
        lines = lines[:-1]
    else:
        remedy = f"Thêm dòng «{CLOSING}» ngay sau dòng cuối của phần tiêu đề."
        problems.append(Finding("STRUCT-006", span, "Phần tiêu đề chưa đóng.", remedy))
    name, of, _ = _attributes(lines[0]) if opening else ("", None, "")
    text = "\n".join(line.rstrip() for line in lines[opening:])
    return Provision(name, TITLE, 0, text, Span(span.file, span.line + opening), of)


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
