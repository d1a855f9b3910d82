"""Lines of a page → paragraphs: what a program has broken is joined, and what only frames a page is taken off."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from kb.importing.received import Received
from kb.model.alphabet import LOWER
from kb.model.labels import DASH, DECIMAL, LETTER, NAMED, NUMBER, RULE, label
from kb.model.titlelines import MOTTO, NUMBERED, PLACED, begins_body, upper

PAGE = re.compile(r"[-–—\s]*(?:[Tt]rang\s+)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–—\s]*")
GAZETTE = re.compile(r"(?:\d{1,4}\s+)?CÔNG BÁO\s*/\s*Số.*|CÔNG BÁO/.*")
# What a signing program prints beside a text.
STAMP = re.compile(
    r"(?:Ký bởi|Người ký|Cơ quan|Email|Thời gian ký|Ngày ký|Ký ngày)\s*:.*|.*\bThời gian ký\s*:.*", re.IGNORECASE
)
STAMPED = re.compile(r"(?:Ký bởi|Người ký|Thời gian ký|Ngày ký)\s*:", re.IGNORECASE)
END = re.compile(r"[.;:!?…”\"]\s*$")
NARROW = 130
# A shorter paragraph is a heading, and not cut.
CERTAIN = 45
# No paragraph ends with these.
_OPEN = r"(?<!\w)(?:và|hoặc|các|những|của|tại|theo|với|cho|từ|đến|trong|trên|là)$|,$"
CUT_NUMBER = re.compile(rf"(?:khoản|ngày|tháng|số|thứ|khóa|Điều|Chương|Mục|mục)$|{_OPEN}")
CUT_LETTER = re.compile(rf"(?:điểm|tiết)$|{_OPEN}")
CUT_NAMED = re.compile(rf"(?:khoản|điểm|tiết|mục|Điều|Mục|Chương)\s+[\w.]{{1,5}}$|{_OPEN}")
# `kinh tế` / `- xã hội`, `2021` / `- 2025`
SPANNING = re.compile(rf"[-–—]\s+[{LOWER}\d]")


def without_frames(lines: Sequence[str], received: Received) -> list[str]:
    """The lines without page numbers, running heads and stamps of signatures, which are counted in a notice."""
    heads = {
        each for each, count in Counter(" ".join(line.split()) for line in lines).items() if GAZETTE.fullmatch(each)
    }
    stamp = any(STAMPED.match(line.strip()) for line in lines)
    pages = _page_numbers(lines)
    kept: list[str] = []
    dropped = 0
    for at, raw in enumerate(lines):
        line = " ".join(raw.split())
        if line and (line in heads or at in pages or (stamp and STAMP.fullmatch(line))):
            dropped += 1
        else:
            kept.append(raw)
    if dropped:
        received.note(f"Đã bỏ {dropped} dòng đầu trang, cuối trang hoặc dấu của chương trình ký số.")
    return kept


def _page_numbers(lines: Sequence[str]) -> frozenset[int]:
    """The lines that hold nothing but the number of a page: at a running head, between blank lines, where a blank line
    follows within a sentence, or one after the other."""
    found: dict[int, int] = {}
    sure: set[int] = set()
    for at, line in enumerate(lines):
        if not PAGE.fullmatch(line.strip()):
            continue
        above, below = (" ".join(lines[each].split()) if 0 <= each < len(lines) else "" for each in (at - 1, at + 1))
        near = " ".join((*lines[max(at - 2, 0) : at], *lines[at + 1 : at + 3]))
        behind = next((each.strip() for each in lines[at + 1 : at + 4] if each.strip()), "")
        within = above and not END.search(above) and behind[:1].islower()
        if GAZETTE.search(near) or not (above or below) or (not below and within):
            sure.add(at)
        elif not (above and below):
            found[at] = int(re.sub(r"\D.*", "", line.strip(" -–—Ttrang")) or 0)
    counts = list(found.values())
    if len(counts) > 1 and all(b - a == 1 for a, b in pairwise(counts)):
        sure |= found.keys()
    return frozenset(sure)


def is_wrapped(lines: Sequence[str], least: int = 4) -> bool:
    """Whether lines are broken at a width: none is long, and many end within a sentence."""
    full = [line.strip() for line in lines if len(line.strip()) > 40]
    if len(full) < least or max(map(len, full)) > NARROW:
        return False
    return sum(not END.search(line) for line in full) * 3 > len(full)


def joined(lines: Sequence[str]) -> list[str]:
    """Paragraphs of broken lines. A line goes on in the next one unless that begins something, or it is short."""
    width = max((len(line.strip()) for line in lines), default=0)
    found: list[list[str]] = []
    gap = False
    for raw in lines:
        line = " ".join(raw.split())
        if not line:
            gap = True
            continue
        # What a line follows is told by the end of it.
        if found and not _breaks(" ".join(found[-1][-2:]), found[-1][-1], line, gap, width):
            found[-1].append(line)
        else:
            found.append([line])
        gap = False
    return [" ".join(each) for each in found]


def _breaks(paragraph: str, last: str, line: str, gap: bool, width: int) -> bool:
    """Whether a line begins a paragraph of its own."""
    if any(pattern.search(each) for pattern in (MOTTO, NUMBERED, PLACED) for each in (last, line)) or RULE.fullmatch(
        line
    ):
        return True
    if RULE.fullmatch(last) or "*" in (last, line) or line.startswith(("| ", "[^")) or last.startswith("| "):
        return True
    if upper(line) != upper(last):
        return not (
            len(line.split()) < 3 and upper(line) and not gap and not END.search(last) and len(last) > width * 0.7
        )
    if begins(line, paragraph):
        return True
    if END.search(last):
        return gap or len(last) < width * 0.85 or last.endswith((";", ":", "./."))
    # A heading fills no line.
    if len(last) < width * 0.55:
        return True
    # A gap within a sentence is that of a page.
    return gap and not (line[:1].islower() or len(last) > width * 0.7)


def begins(line: str, paragraph: str) -> bool:
    """Whether a line begins with a label, a dash or a basis, and not by chance."""
    found = label(line)
    if found is None:
        return begins_body(line)
    return len(paragraph) < CERTAIN or not _goes_on(found.kind, line, paragraph)


def _goes_on(kind: str, line: str, paragraph: str) -> bool:
    """Whether a line that begins like a label is the rest of a sentence: `… của Điều` / `5. Theo`, `(mục` / `3).`"""
    if kind == DASH:
        return SPANNING.match(line) is not None and not END.search(paragraph) and not paragraph.endswith((",", "./."))
    if paragraph.count("(") > paragraph.count(")") and not END.search(paragraph):
        return True
    cut = {NUMBER: CUT_NUMBER, DECIMAL: CUT_NUMBER, LETTER: CUT_LETTER}.get(kind, CUT_NAMED if kind in NAMED else None)
    return cut is not None and cut.search(paragraph) is not None
