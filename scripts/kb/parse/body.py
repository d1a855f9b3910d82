"""The line grammar of an authored document: one provision a line, its ID in braces at the end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from kb.model.document import DASH, DOUBTFUL, HEADING, PARAGRAPH, TITLE, Provision
from kb.model.finding import Finding, Span
from kb.model.rows import LAYOUT, SPANS, Row, begins, cells, is_row, spans

# {#ii-1.1-3}, in a translation {#ii-1.1-3 of=0123456789ab}, where an import could not place it {#ii-1.1-3 xem-lai};
# a row that names the columns of a table {#ii-1-p1 dau-bang}, with a cell over two of them {#ii-1-p1 dau-bang o=1,2}
ATTRIBUTES = re.compile(
    rf"\{{#(?P<id>[^\s{{}}]*)(?:\s+of=(?P<of>[^\s{{}}]*))?{LAYOUT}(?P<doubtful>\s+{DOUBTFUL})?\s*\}}[ \t]*$"
)
OPENING = re.compile(r"^:::\s*(?P<attributes>\{#.*\})\s*$")
CLOSING = ":::"
MARKER = re.compile(r"^(?P<hashes>#{1,6})[ \t]+|^(?P<dash>-)[ \t]+|^(?P<quote>>)[ \t]+")


# Of what is said of the layout of a table, which nearly all lines say nothing of: making and comparing it takes long.
NO_ROW = Row()


class _Attributes(NamedTuple):
    """What stands in braces at the end of a line, if anything does, and what stands before."""

    found: bool
    id: str
    of: str | None
    text: str
    doubtful: bool = False
    row: Row = NO_ROW


def provisions(body: str, file: str, first_line: int, problems: list[Finding]) -> Iterator[Provision]:
    """Read the body of a document into provisions.

    `body` starts on line `first_line` of `file`. Nothing is dropped: a line without an ID becomes a provision with
    an empty ID. A title block that has lost its first or last line is that of the lines up to the next blank one.
    """
    yield from _in_tables(_lines(body, file, first_line, problems))


def _in_tables(provisions: Iterable[Provision]) -> Iterator[Provision]:
    """Provisions with the place of each row: a table ends where something else stands, and where columns get names."""
    section, table, last = "", 0, None
    for each in provisions:
        if each.row is None:
            last = None
            yield each
            continue
        if each.parent != section:
            section, table, last = each.parent, 0, None
        if begins(each.row, last):
            table, last = table + 1, None
        last = replace(each.row, place=last.place + 1 if last else 1, table=table)
        yield each._replace(row=last)


def _lines(body: str, file: str, first_line: int, problems: list[Finding]) -> Iterator[Provision]:
    lines = body.split("\n")
    at = paragraph_end = 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        if at >= paragraph_end:
            paragraph_end = at + 1
            while paragraph_end < len(lines) and lines[paragraph_end].strip():
                paragraph_end += 1
        attributes = _attributes(lines[at])
        # The first line of a title, or without it the first of several lines that end in a closing one.
        several = paragraph_end - at > 1 and lines[paragraph_end - 1].strip() == CLOSING
        if (lines[at].startswith(CLOSING) and OPENING.match(lines[at])) or (several and not attributes.found):
            end = _title_end(lines, at) or paragraph_end
            yield _title_block(lines[at:end], Span(file, first_line + at), problems)
            at = end
        else:
            yield _line(attributes, Span(file, first_line + at), problems)
            at += 1


def _title_end(lines: list[str], at: int) -> int | None:
    """Behind the closing line; None where none comes before the next provision or title."""
    for number in range(at + 1, len(lines)):
        if lines[number].strip() == CLOSING:
            return number + 1
        if _attributes(lines[number]).found or OPENING.match(lines[number]):
            return None
    return None


def _title_block(lines: list[str], span: Span, problems: list[Finding]) -> Provision:
    opening = lines[0].startswith(CLOSING)
    if lines[-1].strip() == CLOSING and len(lines) > 1:
        lines = lines[:-1]
    else:
        remedy = f"Thêm dòng «{CLOSING}» ngay sau dòng cuối của phần tiêu đề."
        problems.append(Finding("STRUCT-006", span, "Phần tiêu đề chưa đóng.", remedy))
    name, of = _attributes(lines[0])[1:3] if opening else ("", None)
    text = "\n".join(line.rstrip() for line in lines[opening:])
    return Provision(name, TITLE, 0, text, Span(span.file, span.line + opening), of)


def _line(line: _Attributes, beginning: Span, problems: list[Finding]) -> Provision:
    _, name, of, text, doubtful, row = line
    marker = MARKER.match(text)
    start = marker.end() if marker else len(text) - len(text.lstrip())
    span = Span(beginning.file, beginning.line, start + 1)
    words = text[start:].rstrip()
    placed = row if marker is None and is_row(words) else None
    if fault := _misplaced(row, len(cells(words)) if placed else 0):
        problems.append(Finding("STRUCT-008", span, *fault))
    if marker and marker["hashes"]:
        return Provision(name, HEADING, len(marker["hashes"]), text[start:].rstrip(), span, of, doubtful)
    kind = DASH if marker and marker["dash"] else PARAGRAPH
    quoted = marker is not None and kind == PARAGRAPH
    return Provision(name, kind, 0, words, span, of, doubtful, placed, quoted)


def _misplaced(row: Row, count: int) -> tuple[str, str] | None:
    """What is wrong with what a line of so many cells says of its layout, and how to mend it."""
    if row is NO_ROW:
        return None
    if not count and row != NO_ROW:
        remedy = f"Xóa «{row.written.strip()}», hoặc ghi các ô như «| một | hai |»."
        return "Dòng này không phải là hàng của bảng.", remedy
    if row.spans and len(row.spans) != count:
        message = f"Hàng có {count} ô mà «{SPANS}=» nêu {len(row.spans)} ô."
        return message, f"Ghi sau «{SPANS}=» mỗi ô một mục, cách nhau bằng dấu phẩy; không có ô gộp thì xóa «{SPANS}=»."
    return None


def _attributes(line: str) -> _Attributes:
    # They end the line and hold no brace: so they can only begin at the last one.
    at = line.rfind("{#")
    found = ATTRIBUTES.match(line, at) if at >= 0 else None
    if found is None:
        return _Attributes(False, "", None, line)
    name, of, head, over, doubtful = found.group("id", "of", "head", "spans", "doubtful")
    row = NO_ROW if head is None and over is None else Row(head is not None, spans(over))
    return _Attributes(True, name, of, line[:at].rstrip(" \t"), doubtful is not None, row)
