"""Marks of Markdown that came to nothing, or that take words from the page: code without an end, a table that is none,
bold that never ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from markdown_it.token import Token

from kb.check.case import Case
from kb.check.tokens import tokens
from kb.model.finding import Finding, Span
from kb.model.library import LANGUAGES
from kb.model.prose import Page, Question

# Without one of these nothing can be wrong.
HINT = ("```", "~~~", "**", "|", "`", "#", "===", "[](")
FENCE = re.compile(r"[ \t>]*(?:`{3,}|~{3,})[ \t]*")
# `2 ** 3` is nobody's bold.
MARKS = {"**": re.compile(r"(?<!\*)\*\*(?![\s*])|(?<=[^\s*])\*\*(?!\*)"), "`": re.compile("`")}
RULER = re.compile(r"[ \t>]*\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)*\|?[ \t]*")
BAR = re.compile(r"(?<!\\)\|")
REMEDIES = {
    "```": "Thêm dòng đóng ở cuối phần mã, giống dòng mở.",
    "**": "Chữ đậm mở và đóng bằng **, sát chữ: **chữ đậm**.",
    "`": "Mã mở và đóng bằng dấu `: `mã`.",
    "#": "Bắt đầu từ tiêu đề cấp 2: ## Tiêu đề.",
    "![](": "Ghi lời tả hình cho người không thấy hình: ![lời tả](hình.png).",
    "[](": "Ghi chữ của liên kết: [chữ](đường-dẫn.md#mã).",
    "|": "Mọi hàng của bảng, cả hàng --- thứ hai, có đủ số ô như hàng đầu.",
}


def check(case: Case) -> Iterator[Finding]:
    """Questions and pages, in both languages."""
    for language in LANGUAGES:
        for prose in case.library.prose(language):
            if any(mark in prose.body for mark in HINT):
                yield from case.by_itself(prose.path, (prose,), partial(_found, prose))


def _found(prose: Question | Page) -> Iterator[Finding]:
    lines = [*prose.body.split("\n"), ""]
    columns = 0
    for token in tokens(prose.body):
        start, end = token.map or (0, 0)
        columns = 0 if token.type == "table_open" else columns + (token.type == "th_open")
        if token.type == "fence" and (end - start < 2 or not FENCE.fullmatch(lines[end - 1])):
            yield _finding(prose, start, 1, "```", "Phần mã mở ở đây không có dòng đóng: phần còn lại thành mã cả.")
        elif token.type == "tr_open" and columns and _cells(lines[start]) > columns:
            message = f"Hàng này có {_cells(lines[start])} ô, bảng có {columns} cột: ô thừa không lên trang."
            yield _finding(prose, start, 1, "|", message)
        elif token.type == "heading_open" and token.tag == "h1":
            yield _finding(prose, start, 1, "#", "Tiêu đề cấp 1 là tên của trang, đã ghi ở phần đầu tệp.")
        elif token.type == "inline":
            yield from _left(prose, token, lines)


def _cells(line: str) -> int:
    # Bars in code are no ends of cells.
    return 0 if "`" in line else len(BAR.findall(line.strip().removeprefix("|").removesuffix("|"))) + 1


def _left(prose: Question | Page, token: Token, lines: list[str]) -> Iterator[Finding]:
    """What stands in the words of a block as it was typed. Of marks only an odd one: two the site may yet pair."""
    number, odd, before = (token.map or (0, 0))[0], {}, ""
    for child in token.children or ():
        number += child.type in ("softbreak", "hardbreak")
        line = lines[min(number, len(lines) - 1)]
        if (before, child.type) == ("link_open", "link_close"):
            yield _finding(prose, number, line.find("[](") + 1 or 1, "[](", "Liên kết không có chữ nào để thấy.")
        before = child.type
        if child.type == "image" and not child.content.strip():
            yield _finding(prose, number, line.find("![") + 1 or 1, "![](", "Hình không có lời tả.")
        # What was escaped on purpose stands otherwise in the file.
        if child.type != "text" or (at := line.find(child.content)) < 0:
            continue
        for mark, pattern in MARKS.items():
            for found in pattern.finditer(child.content):
                odd[mark] = None if odd.get(mark) else (number, at + found.start() + 1)
        if "|" in line and RULER.fullmatch(child.content):
            message = "Bảng viết chưa thành: hàng --- không đủ số ô như hàng đầu."
            yield _finding(prose, number, 1, "|", message)
    for mark, place in odd.items():
        if place:
            yield _finding(prose, *place, mark, f"Dấu {mark} không có dấu đi cùng: lên trang đúng như đã gõ.")


def _finding(prose: Question | Page, line: int, column: int, mark: str, message: str) -> Finding:
    return Finding("TEXT-010", Span(prose.path, prose.body_line + line, column), message, REMEDIES[mark])
