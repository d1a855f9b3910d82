"""Whether the letters of a short form are those that the words begin with for which it stands."""

from __future__ import annotations

import re
import unicodedata

WORDS = re.compile(r"[^\W\d_]+")


def agree(short: str, words: str) -> bool:
    """Whether each letter of a short form is, in order, of the beginning of a word; words may be passed over.

    >>> agree("CTr", "chương trình"), agree("TW", "Trung ương"), agree("BCV", "báo cáo năm")
    (True, True, False)
    """
    letters = "".join(map(_plain, "".join(WORDS.findall(short.casefold()))))
    # How many letters the words so far may account for.
    reached = {0}
    for word in WORDS.findall(words.casefold()):
        begun = "".join(map(_plain, word))
        for start in sorted(reached):
            for length in range(1, len(begun) + 1):
                if not letters.startswith(begun[:length], start):
                    break
                reached = reached | {start + length}
    return len(letters) in reached


def _plain(letter: str) -> str:
    """A letter without its marks; W, which is typed for ư, as one."""
    return "u" if letter == "w" else letter if letter == "đ" else unicodedata.normalize("NFD", letter)[0]
