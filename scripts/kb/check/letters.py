"""Letters that are not what they look like, and which of them can be mended for certain."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

# Letters that look Vietnamese or Latin and are not; NFC keeps them apart.
LOOKALIKES = {
    "\u00d0": "Đ", "\u0189": "Đ", "\u0256": "đ",
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i",
    "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C", "Т": "T", "Х": "X",
    "\u02bc": "’", "\u037e": ";",
}  # fmt: skip
LOOKALIKE = re.compile("|".join(map(re.escape, LOOKALIKES)))
INVISIBLE = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
                       "\x00-\x08\x0b-\x1f\x7f-\x9f]")  # fmt: skip
LETTERS = re.compile(r"[^\W\d_]+")
SYMBOL = re.compile(r"[\w&./-]+")


def cleaned(text: str) -> str:
    """The text composed, with every look-alike replaced and everything invisible left out."""
    composed = unicodedata.normalize("NFC", text)
    return INVISIBLE.sub("", LOOKALIKE.sub(lambda found: LOOKALIKES[found[0]], composed))


def is_certain_lookalike(line: str, at: int, numbers: Collection[str]) -> bool:
    """Whether the look-alike at an offset stands for the other letter: in a word that is Latin else, or in a number.

    «СССР» is Russian from its first letter to its last; `numbers` are those of the register.
    """
    word = _around(LETTERS, line, at)
    others = [letter for letter in word if letter not in LOOKALIKES]
    if others and all(unicodedata.name(letter, "").startswith("LATIN") for letter in others):
        return True
    return cleaned(_around(SYMBOL, line, at)).strip("./-") in numbers


def is_certain_invisible(line: str, at: int) -> bool:
    """Whether the line says the same without the invisible character at an offset.

    A control character may stand for a blank, a soft hyphen for the hyphen of a number, and a joiner shapes letters
    of other scripts and signs.
    """
    char, before, after = line[at], line[at - 1 : at] if at else "", line[at + 1 : at + 2]
    if unicodedata.category(char) == "Cc":
        return before in ("", " ") or after in ("", " ")
    if char == "\u00ad":
        return not (before.isdigit() or after.isdigit())
    if char in "\u200c\u200d":
        return all(not near or near in " .,;:" or "LATIN" in unicodedata.name(near, "") for near in (before, after))
    return True


def _around(pattern: re.Pattern[str], line: str, at: int) -> str:
    return next((found[0] for found in pattern.finditer(line) if found.start() <= at < found.end()), "")
