"""Names in a text: whether a wording is one, and the whole of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from kb.model.kinds import NumberVocabulary

# `Nghị quyết Đại hội XIII`, `Kết luận Hội nghị Trung ương 4 khóa XIII`: which meeting it was, some number says.
MEETING = r"(?:Đại\s+hội|Hội\s+nghị|Kỳ\s+họp)"
WHICH = r"(?:[IVXL]{2,}(?!\w)|lần\s+thứ\s+\w+|\d{4}(?!\w))"
PERIOD = r"\d{4}\s*[-–]\s*\d{4}"
WORDS = r"(?:[^\s,;.:()“”]+\s+)"
LAW = r"(?:(?<=uật\s)|(?<=lệnh\s)|(?<=pháp\s))"
OWNER = r"(?:\s+của\s+Đảng(?:\s+bộ(?:\s+[^\W\da-z]\w*)?)?(?!\w))?"
# What is no kind of document with a number of its own, and is cited by name.
NAMED_ONLY = ("Văn kiện", "Chiến lược", "Cương lĩnh")

OPENING = '“«"('
ENDS = (".", ":", ";", "\n")


def same(one: str, other: str) -> bool:
    """Whether two wordings are one; a sentence may begin with it, or not."""
    return one[:1].casefold() + one[1:] == other[:1].casefold() + other[1:]


def whole(name: str, text: str) -> bool:
    """Whether a text has this name and not only a part of a longer one: `Đại hội XIII của` Đảng, Ban `Tuyên giáo`."""
    for found in re.finditer(rf"(?<!\w)(?i:{re.escape(name[0])}){re.escape(name[1:])}(?!\w)", text):
        behind = text[found.end() :].lstrip(" -–")[:1]
        if not (behind.isupper() or behind.isdigit() or _begun(text[: found.start()])):
            return True
    return False


def among(name: str, names: Iterable[str]) -> bool:
    """Whether a name is one of these."""
    return any(same(name, each) for each in names)


def said(name: str, texts: Iterable[str]) -> bool:
    """Whether one of the texts has a name, and the whole of it."""
    return any(name[1:] in text and whole(name, text) for text in texts)


def unlisted(title: str, names: Sequence[str], texts: Iterable[str]) -> bool:
    """Whether a title is a name that the list lacks; what is a part of one of them is rather cut."""
    return not among(title, names) and not any(title[1:] in name for name in names) and said(title, texts)


def _begun(before: str) -> bool:
    """Whether a name has begun here: with a word whose capital is not that of a sentence."""
    head, _, word = before[:-1].rpartition(" ") if before.endswith(" ") else ("", "", "")
    word = word.lstrip(OPENING)
    return word[:1].isupper() and word.isalnum() and bool(head) and not head.endswith(ENDS)


def unnumbered(text: str, numbers: NumberVocabulary, subject: str) -> Iterator[tuple[int, int]]:
    """Where a Vietnamese text names documents by kind and occasion or period, as is done instead of a number.

    What it says of itself, with its own `subject`, is left out.

    >>> [text[slice(*span)] for span in unnumbered(text := "Theo Nghị quyết Đại hội XIII của Đảng.", numbers, "")]
    ['Nghị quyết Đại hội XIII của Đảng']
    """
    own = subject.casefold()
    for found in _unnumbered(numbers).finditer(text):
        words = " ".join(text[found.end("kind") : found.end()].split()[:3]).casefold()
        if not own.startswith(words):
            yield found.span()


@lru_cache(maxsize=4)
def _unnumbered(numbers: NumberVocabulary) -> re.Pattern[str]:
    names = {*NAMED_ONLY, *(f"{kind.vi[:1].upper()}{kind.vi[1:]}" for kind in numbers.kinds if kind.vi)}
    # Begins with a capital, not with what stands before it, so that the engine can skip to the next one.
    longest = sorted(names, key=lambda name: (-len(name), name))
    begun = (rf"{re.escape(name[0])}(?<!\w.){re.escape(name[1:])}" for name in longest)
    return re.compile(
        rf"(?P<kind>{'|'.join(begun)})\s+(?:"
        rf"(?i:{MEETING})\s+{WORDS}{{0,8}}?{WHICH}(?:\s*[-–]\s*\d{{4}})?{OWNER}"
        rf"|{WORDS}{{1,12}}?{PERIOD}"
        rf"|{LAW}{WORDS}{{0,8}}?năm\s+\d{{4}}(?!\w)"
        r")"
    )
