"""What writers put round a passage: words ahead of it, headings, marks of mails, lines that are too short for it."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Callable

from tests.export.passages import DOCUMENT

# None of them says a word of the plan's, or names another place than {place}, which may be wrong.
LEADS = (
    "Câu 3: {}",
    "Trả lời: {}",
    "Đáp án câu 2: {}",
    "Ý thứ nhất: {}",
    "Về việc này ({place}): {}",
    "Phần này có: {}",
    "[08:15] Lan: {}",
    "[08:15] Lan: “{}”",
    "Câu 4. {place}: {}",
    "Gửi chị, {place} là: {}",
    "{place}: {}",
    "Ghi lại từ {place}: {}",
    "Tại {place} nêu: “{}”",
    "Anh em nhớ giúp: “{}” ({place})",
    "2. {} ({place})",
)
HEADINGS = (
    "Trang 4. {place}\n– {}",
    "{place}\n{}",
    "_{place}_\n▪ {}",
    "Thưa các bạn.\n\n{place}\n“{}”",
    "Bài 2. Chép lại {place}.\nLời giải: {}",
    "> {place}\n> {}",
    "BÀI THU HOẠCH\n{}",
    "Gửi các bạn lớp học buổi tối\n\n{}",
    "Chú thích của người gửi:\n{}",
)
AROUND = (*LEADS, *HEADINGS)


def bare(text: str) -> str:
    return text


def wrapped(width: int, mark: str = "") -> Callable[[str], str]:
    def made(text: str) -> str:
        lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
        return f"\n{mark}".join(lines)

    return made


def divided(text: str) -> str:
    """As a scan has it: words with a hyphen at the end of a line, some syllables in halves."""
    lines = wrapped(56)(text).split("\n")
    made = [lines[0]]
    for number, line in enumerate(lines[1:]):
        last = made[-1].rpartition(" ")[2]
        if not last.isalpha() or not line[0].isalpha():
            made.append(line)
        elif number % 3 == 1 and len(last) > 4:
            made[-1] = f"{made[-1][:-2]}-"
            made.append(f"{last[-2:]} {line}")
        else:
            made[-1] += "-"
            made.append(line)
    return "\n".join(made)


WRAPS = (bare, divided, wrapped(40), wrapped(64), wrapped(72), wrapped(60, "> "), wrapped(100))


def surrounded(rng: random.Random, text: str, place: str = DOCUMENT) -> str:
    """A passage as somebody might send it, its words unchanged."""
    return rng.choice(AROUND).format(rng.choice(WRAPS)(text), place=place)
