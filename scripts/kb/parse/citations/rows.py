"""Rows of Markdown tables: the cell in which the column of dates states the day for the number in another column."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

from kb.model.citation import Span

# The head of a table and the line of dashes below it.
HEAD = re.compile(r"^\|(?P<names>[^\n]{3,600})\|[^\S\n]*+\n(?P<rule>\|[ :|-]++)$", re.MULTILINE)
DATED = re.compile(r"\s*+ngày(?:[, /]+tháng[, /]+năm)?(?: (?:ban hành|bh|ký|cấp))?\s*+", re.IGNORECASE)
NUMBERED = re.compile(r"\bsố\b|hiệu\b|văn bản\b", re.IGNORECASE)
# Rows beyond this are no rows that somebody reads, and looking through them for each number would take too long.
LONGEST = 2000


class Table(NamedTuple):
    """Where its rows begin and end, which of its columns hold numbers of documents, and which one their dates."""

    start: int
    end: int
    numbered: frozenset[int]
    dated: int


def date_cells(text: str) -> Callable[[int, int], Span | None]:
    """A function that says, of a number, where the date of its row stands; `None` where no column is one of dates.

    It is given where the number begins and where the citation before it ends: only the first one of a row is what the
    row is about.

    >>> cell = date_cells("| Số | Ngày ký |\\n|---|---|\\n| 12-KH/TU | 03/4/2019 |")
    >>> cell(29, 0)
    (39, 50)
    """
    tables = list(_tables(text)) if "|" in text and "--" in text else []
    starts = [table.start for table in tables]

    def cell(at: int, floor: int) -> Span | None:
        index = bisect_right(starts, at) - 1
        return _in_row(text, at, floor, tables[index]) if index >= 0 and at < tables[index].end else None

    return cell


def _tables(text: str) -> Iterator[Table]:
    end = 0
    for head in HEAD.finditer(text):
        if head.start() < end or "--" not in head["rule"]:
            continue
        end = _end(text, head.end())
        names = head["names"].split("|")
        dated = [place for place, name in enumerate(names) if DATED.fullmatch(name)]
        numbered = frozenset(place for place, name in enumerate(names) if NUMBERED.search(name))
        if len(dated) == 1 and numbered:
            yield Table(head.end(), end, numbered, dated[0])


def _end(text: str, at: int) -> int:
    while text.startswith("\n|", at):
        line = text.find("\n", at + 1)
        at = line if line >= 0 else len(text)
    return at


def _in_row(text: str, at: int, floor: int, table: Table) -> Span | None:
    start = text.rfind("\n", max(table.start, at - LONGEST), at) + 1
    end = text.find("\n", at, at + LONGEST)
    if not start or floor > start:
        return None
    bars = [start + bar.start() for bar in re.finditer(r"\|", text[start : end if end >= 0 else at + LONGEST])]
    if bisect_right(bars, at) - 1 not in table.numbered or table.dated + 1 >= len(bars):
        return None
    return bars[table.dated] + 1, bars[table.dated + 1]
