"""Documents that are cited by a name, found by the wordings that were given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from kb.parse.citations.context import name_from
from kb.parse.citations.lexicon import Lexicon
from kb.parse.citations.normalise import folded, squeezed, working

WORD = re.compile(r"\w+")
# `của Đảng` is another body than `của Đảng bộ Khối`, and the second syllable has no capital.
CONTINUED = {"đảng": frozenset({"bộ", "ủy", "đoàn", "viên", "phái"})}
OWNER = re.compile(r"\s+của\s+(?P<first>\w)")


class Found(NamedTuple):
    start: int
    end: int
    key: str


@dataclass(slots=True)
class Branch:
    """A tree of names, word by word; each word with what stands between it and the one before."""

    key: str | None = None
    further: dict[tuple[str, str], Branch] = field(default_factory=dict)


def named(text: str, names: tuple[tuple[str, str], ...], lexicon: Lexicon) -> Iterator[Found]:
    """The longest name at each place, where it is not the beginning of a longer one."""
    if not names:
        return
    first_word, root = _tree(names)
    reach = 0
    for first in first_word.finditer(text):
        if first.start() < reach:
            continue
        branch, end, best = root, first.start(), None
        for word in WORD.finditer(text, first.start()):
            gap = squeezed(text[end : word.start()]) if word.start() - end > 1 else text[end : word.start()].strip()
            branch = branch.further.get((gap, folded(word.group())))
            if branch is None:
                break
            end = word.end()
            if branch.key is not None and _ends(text, first.start(), word, lexicon):
                best = Found(first.start(), end, branch.key)
        if best:
            reach = best.end
            yield best


def _ends(text: str, start: int, word: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether the name ends with this word, as far as the text behind it can say."""
    end = word.end()
    if text[end : end + 1] in ("-", "/") and text[end + 1 : end + 2].isalnum():
        return False
    following = WORD.match(text, end + 1) if text[end : end + 1].isspace() else None
    if following is None:
        return True
    if folded(following.group()) in CONTINUED.get(word.group().lower(), ()):
        return False
    if text[start:end].isupper():
        return True
    if following.group()[0].isupper() and not name_from(text, following.start(), lexicon):
        return False
    owner = OWNER.match(text, end)
    return owner is None or not owner["first"].isupper()


@lru_cache(maxsize=8)
def _tree(names: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], Branch]:
    root = Branch()
    firsts = set()
    for printed, key in names:
        name = working(printed).text
        branch, end = root, 0
        words = list(WORD.finditer(name))
        if not words:
            continue
        firsts.add(words[0].group())
        for word in words:
            gap = squeezed(name[end : word.start()])
            branch = branch.further.setdefault((gap, folded(word.group())), Branch())
            end = word.end()
        branch.key = key
    pattern = "|".join(re.escape(word) for word in sorted(firsts, key=lambda w: (-len(w), w)))
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)" if firsts else r"(?!)", re.IGNORECASE), root
