"""The lines of a received text as provisions with the IDs that they must have, in Party and in State layout."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kb.model import document as of
from kb.model.alphabet import UPPER
from kb.model.document import Provision
from kb.model.finding import Span
from kb.model.labels import (
    ARTICLE,
    BRACKET,
    CAPITAL,
    CHAPTER,
    DASH,
    DECIMAL,
    LETTER,
    NAMED,
    NUMBER,
    PART,
    ROMAN,
    RULE,
    SECTION,
    SUBSECTION,
    Label,
    begins,
    label,
    quoted,
    roman_value,
)  # fmt: skip
from kb.model.mending import mended
from kb.model.rows import is_row
from kb.model.titlelines import KIND, upper

__all__ = ["begins", "provisions"]

RANKS = {PART: 0, CHAPTER: 1, SECTION: 2, SUBSECTION: 3, ARTICLE: 4, CAPITAL: 5, ROMAN: 6, NUMBER: 7, DECIMAL: 8}
RECIPIENTS = re.compile(r"Nơi nhận\s*:?", re.IGNORECASE)
SIGNING = re.compile(rf"(?:T/?M|K/?T|T/?L|T\.?U\.?Q|Q)\.?\s+[{UPPER}]{{2}}")
OFFICE = re.compile(
    r"(?:BỘ TRƯỞNG|THỨ TRƯỞNG|CHỦ TỊCH|PHÓ |BÍ THƯ|GIÁM ĐỐC|TỔNG |CHÁNH |TRƯỞNG |VIỆN TRƯỞNG|CỤC TRƯỞNG|THỦ TƯỚNG"
    r"|THỐNG ĐỐC|HIỆU TRƯỞNG|THƯỜNG TRỰC|NGƯỜI |CHI CỤC TRƯỞNG|ĐẢNG ỦY|CHỦ NHIỆM)"
)
ATTACHED = re.compile(r"(?:PHỤ LỤC|Phụ lục|DANH MỤC|MẪU|BIỂU MẪU|ĐỀ CƯƠNG|QUY CHẾ|ĐIỀU LỆ)\b")
NOTE = re.compile(r"\[\^(?P<number>\d+)\]: ")
# But `Giải pháp 1: …` is a name.
SAID = re.compile(r"[^\W\d_]\s?: \w")
SHORT = 90
LONGEST_HEADING = 170


def provisions(lines: Sequence[tuple[int, str]], path: str) -> Iterator[Provision]:
    """Give each line of a body its ID; the labels are those printed, so that gaps in the numbering stay.

    `lines` are numbers and words of lines of the file, none of them empty. Lines that only rule off are left out.
    The words stay as they are; labels are found where look-alike letters or stray blanks stand in them, too.
    """
    lines = [each for each in lines if not RULE.fullmatch(each[1])]
    reader = _Reader([mended(line)[0] for _, line in lines])
    read = [reader.next(at) for at in range(len(lines))]
    for at, ((number, line), ((name, other), kind, level, marked)) in enumerate(zip(lines, read, strict=True)):
        # A dash under a part and its first section count alike: the section has the plain ID.
        free = other if name in reader.named else name
        words = line[1:].lstrip() if marked else line
        apart = kind == of.PARAGRAPH and at in reader.quoted
        yield Provision(free, kind, level, words, Span(path, number), quoted=apart)


class _Reader:
    """Where a line stands among those before it."""

    def __init__(self, lines: list[str]) -> None:
        self.named: set[str] = set()
        self._lines = lines
        self.quoted = quoted(lines)
        self._open: list[Label] = []
        self._section = "mo-dau"
        self._counts: dict[str, int] = {}
        self._seen: dict[str, int] = {}
        self._prefix = ""
        self._attached = 0
        self._closing = ""

    def next(self, at: int) -> tuple[tuple[str, str], str, int, bool]:
        """ID, kind and level of a line, and whether its first character is no word of it but a dash.

        The ID comes with the one that the line has where a label, here or further on, has the first.
        """
        line = self._lines[at]
        if note := NOTE.match(line):
            name = self._unique(f"chu-thich-{note['number']}")
            return (name, name), of.PARAGRAPH, 0, False
        found = None if at in self.quoted else label(line)
        if self._closing and self._reopens(line, found):
            self._reopen()
        if not self._closing and self._closes(at, line, found):
            self._closing = "chu-ky"
        if self._closing:
            return self._closed(line)
        if found is None or is_row(line):
            return self._counted("p"), of.PARAGRAPH, 0, False
        if found.kind == DASH:
            return self._counted(""), of.DASH, 0, line[0] != "+"
        if not self._plausible(found, line):
            return self._counted("p"), of.PARAGRAPH, 0, False
        return self._labelled(found, line, at)

    def _labelled(self, found: Label, line: str, at: int) -> tuple[tuple[str, str], str, int, bool]:
        rank = self._rank(found)
        while self._open and self._rank(self._open[-1]) >= rank:
            self._open.pop()
        self._open.append(found)
        name = self._unique(self._name())
        self._section = name
        level = self._level(found, line, at)
        return (name, name), of.HEADING if level else of.PARAGRAPH, level, False

    def _rank(self, found: Label) -> float:
        if found.kind == DECIMAL:
            return RANKS[DECIMAL] + found.count.count(".") / 10
        if found.kind in RANKS:
            return RANKS[found.kind]
        # Letters and bracketed numbers stand in each other either way: whichever came first holds the other.
        inner = [each.kind for each in self._open if each.kind in (LETTER, BRACKET)]
        return 9.0 + (inner.index(found.kind) if found.kind in inner else len(inner))

    def _name(self) -> str:
        """The ID of the innermost open label."""
        article = next((each for each in self._open if each.kind == ARTICLE), None)
        if article:
            inner = self._open[self._open.index(article) + 1 :]
            decimal = any(each.kind == DECIMAL for each in inner)
            counts = [_count(each) for each in inner if not (decimal and each.kind == NUMBER)]
            return self._prefix + ".".join([f"dieu-{article.count}", *counts])
        parts: list[str] = []
        decimals = [each for each in self._open if each.kind == DECIMAL]
        for each in self._open:
            if each.kind in NAMED or each.kind == CAPITAL:
                parts.append(f"{'phan' if each.kind == CAPITAL else each.kind}-{each.count}")
            elif each.kind == ROMAN:
                parts.append(each.count)
            elif each.kind in (LETTER, BRACKET) and parts:
                parts[-1] += f".{_count(each)}"
            elif not (each.kind == NUMBER and decimals) and each not in decimals[:-1]:
                parts.append(_count(each) if parts else f"muc-{_count(each)}")
        return self._prefix + "-".join(parts)

    def _level(self, found: Label, line: str, at: int) -> int:
        """The level of a heading; 0 for what is a paragraph with a label."""
        above = {each.kind for each in self._open[:-1]}
        if found.kind in (PART, CHAPTER):
            return 2 + (found.kind == CHAPTER and PART in above)
        if found.kind in (SECTION, SUBSECTION):
            return 3 + (found.kind == SUBSECTION)
        if found.kind == ARTICLE:
            return 2 + bool(above & {PART, CHAPTER}) + bool(above & {SECTION, SUBSECTION})
        if found.kind in (ROMAN, CAPITAL):
            return 2 + (found.kind == ROMAN and bool(above & {PART, CHAPTER, CAPITAL}))
        if found.kind not in (NUMBER, DECIMAL) or ARTICLE in above or not self._is_heading(line, at):
            return 0
        return 3 if found.kind == NUMBER else min(3 + found.count.count("."), 6)

    def _is_heading(self, line: str, at: int) -> bool:
        """Whether a numbered line names what follows, and is not itself all that is said under its number."""
        if len(line) > LONGEST_HEADING or line.endswith((";", ":", ",")):
            return False
        following = self._lines[at + 1] if at + 1 < len(self._lines) else ""
        below = label(following)
        if not following or self._closes(at + 1, following, below):
            return False
        if below is not None and not is_row(following) and below.kind in RANKS:
            return self._rank(below) > self._rank(self._open[-1])
        # `2. Thời hạn: trước ngày …` says what it has to say, unless something is listed below.
        return below is not None or SAID.search(line) is None

    def _plausible(self, found: Label, line: str) -> bool:
        """Whether a label is one: initials, sums and dates begin lines too."""
        before = next((each for each in reversed(self._open) if each.kind == found.kind), None)
        if found.kind == ROMAN:
            value, last = roman_value(found.count), roman_value(before.count) if before else 0
            return value > 0 and (upper(line) or value == 1 or last < value <= last + 4)
        if found.kind == CAPITAL:
            return upper(line) or (before is not None and ord(found.count[0]) - ord(before.count[0]) in (0, 1))
        if found.kind == LETTER:
            mark = line[found.end - 1 : found.end]
            # `a-` may also be half a word.
            if mark in "-/." and found.count != "a" and before is None:
                return False
            return len(found.count) == 1 or found.count == "dd" or (mark == ")" and found.count[0] == found.count[-1])
        if found.kind == NUMBER:
            # `2026. ` and `100 - ` are no labels; `12 -` in a span of days is none either.
            last = int(before.count) if before else 0
            return int(found.count) <= max(last + 12, 30)
        if found.kind == DECIMAL:
            return not any(len(each) > 1 and each.startswith("0") for each in found.count.split("."))
        return True

    def _counted(self, mark: str) -> tuple[str, str]:
        """The next dash (without mark) or other paragraph of the section."""
        section = f"{self._prefix}{self._section}" if self._section == "mo-dau" else self._section
        key = f"{section}-{mark}"
        self._counts[key] = self._counts.get(key, 0) + 1
        return f"{key}{self._counts[key]}", f"{key}g{self._counts[key]}"

    def _unique(self, name: str) -> str:
        self._seen[name] = self._seen.get(name, 0) + 1
        self.named.add(name)
        return name if self._seen[name] == 1 else f"{name}-lan-{self._seen[name]}"

    def _closes(self, at: int, line: str, found: Label | None) -> bool:
        """Whether the signature or the list of recipients begins: nothing but short lines follows an office."""
        if RECIPIENTS.match(line):
            return True
        if found is not None or not upper(line) or len(line) > SHORT or not at:
            return False
        if SIGNING.match(line):
            return True
        rest = []
        for each in self._lines[at + 1 : at + 10]:
            if RECIPIENTS.match(each) or ATTACHED.match(each) or NOTE.match(each):
                break
            rest.append(each)
        few = len(rest) < 7 and all(len(each) <= SHORT and label(each) is None for each in rest)
        return OFFICE.match(line) is not None and few and bool(rest)

    def _closed(self, line: str) -> tuple[tuple[str, str], str, int, bool]:
        if RECIPIENTS.match(line):
            self._closing = "noi-nhan"
        elif self._closing == "noi-nhan" and upper(line) and (SIGNING.match(line) or OFFICE.match(line)):
            self._closing = "chu-ky"
        self._section = f"{self._prefix}{self._closing}"
        found = label(line)
        if found and found.kind == DASH:
            return self._counted(""), of.DASH, 0, True
        return self._counted("p"), of.PARAGRAPH, 0, False

    def _reopens(self, line: str, found: Label | None) -> bool:
        """Whether a text that is attached begins behind the signature."""
        if found is not None and found.kind in (PART, CHAPTER, ARTICLE):
            return True
        if found is not None and found.kind == ROMAN and upper(line):
            return True
        return bool((ATTACHED.match(line) or KIND.match(line)) and (upper(line) or ATTACHED.match(line)))

    def _reopen(self) -> None:
        self._attached += 1
        self._prefix = f"kem-theo-{self._attached}-"
        self._closing, self._section = "", "mo-dau"
        self._open.clear()


def _count(found: Label) -> str:
    """What a label adds to an ID; a bracketed number is told from a plain one."""
    return f"n{found.count}" if found.kind == BRACKET and found.count.isdigit() else found.count
