"""What is mended when a received text becomes Markdown: characters that nobody typed on purpose, never a word."""

from __future__ import annotations

import re

from kb.model.alphabet import LOWER, UPPER

SOFT, HIDDEN, ALIKE, BLANK = "soft-hyphen", "hidden", "look-alike", "blank"
LOOK_ALIKES = {"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"}
# `1.Một`, `I-MỘT`: the blank that somebody has left out behind a label.
GLUED = (
    rf"^((?:[IVXLC]+[.)-]+(?=[{UPPER}]{{2}})|\d{{1,2}}(?:\.\d{{1,2}})*[.)](?=[{UPPER}][{LOWER}{UPPER}])"
    rf"|[a-zđ]\)(?=[{UPPER}])))"
)
BEFORE_MARK = r"(?<=[^\W_]) +(?=[,;:!?)\]”»](?:\s|$))|(?<=[^\W_]) +(?=\.(?:\s|/|$))|(?<=[(\[“«]) +(?=\w)"
MENDS = (
    (SOFT, re.compile("\u00ad"), ""),
    (HIDDEN, re.compile("[\u200b-\u200f\u2060\ufeff\u2028\u2029\x00-\x08\x0b-\x1f\x7f]"), ""),
    (ALIKE, re.compile(f"[{''.join(LOOK_ALIKES)}]"), LOOK_ALIKES),
    (BLANK, re.compile(GLUED), "\\1 "),
    (BLANK, re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\t](?! )| (?= )"), {" ": ""}),
    (BLANK, re.compile(BEFORE_MARK), ""),
)
# Without one of these nothing is to be mended, and nearly all lines have none. One by one, since a pattern that can
# begin in several ways is tried at every letter.
ODD = re.compile(
    rf"[\u00ad\u00a0\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff\x00-\x1f\x7f{''.join(LOOK_ALIKES)}]"
)
STRAY = re.compile(r" (?:[ ,;:!?)\]”».]|(?<=[(\[“«] ))")
LABEL = re.compile(GLUED)


def mended(text: str) -> tuple[str, dict[str, int]]:
    """A text without soft hyphens, hidden characters, look-alike letters and stray blanks, and how many there were.

    >>> mended("\u00d0ảng  bộ ( khối )")
    ('Đảng bộ (khối)', {'look-alike': 1, 'blank': 3})
    """
    counts: dict[str, int] = {}
    if not (ODD.search(text) or STRAY.search(text) or LABEL.match(text)):
        return text, counts
    for name, pattern, to in MENDS:

        def replaced(found: re.Match[str], to: str | dict[str, str] = to) -> str:
            return found.expand(to) if isinstance(to, str) else to.get(found[0], " ")

        text, count = pattern.subn(replaced, text)
        if count:
            counts[name] = counts.get(name, 0) + count
    return text, counts
