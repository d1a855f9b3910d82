"""Names in a text: whether a wording is one, and the whole of it."""

from __future__ import annotations

import re


def same(one: str, other: str) -> bool:
    """Whether two wordings are one; a sentence may begin with it, or not."""
    return one[:1].casefold() + one[1:] == other[:1].casefold() + other[1:]


def whole(name: str, text: str) -> bool:
    """Whether a text has this name and not only the beginning of a longer one: `Đại hội XIII của` Đảng."""
    for found in re.finditer(rf"(?<!\w)(?i:{re.escape(name[0])}){re.escape(name[1:])}(?!\w)", text):
        behind = text[found.end() :].lstrip(" -–")[:1]
        if not (behind.isupper() or behind.isdigit()):
            return True
    return False
