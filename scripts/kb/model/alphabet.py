"""The letters of Vietnamese by case, and their order: in Unicode neither is a range."""

from __future__ import annotations

import unicodedata

_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
# For use inside the brackets of a regular expression.
LOWER = "a-zđ" + "".join(unicodedata.normalize("NFC", v + t) for v in _VOWELS for t in _TONES if t or v not in "aeiouy")
UPPER = "A-ZĐ" + LOWER[4:].upper()
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_IN_ORDER = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
Syllable = tuple[tuple[tuple[int, int], ...], int]


def order(text: str) -> tuple[Syllable, ...]:
    """Where a text stands in a list, as dictionaries have it: syllable by syllable, the letters before the tone.

    >>> sorted(["cuộc", "đảng", "các", "ấn", "dịch"], key=order)
    ['ấn', 'các', 'cuộc', 'dịch', 'đảng']
    """
    return tuple(_syllable(word) for word in text.casefold().split())


def _syllable(word: str) -> Syllable:
    marks = unicodedata.normalize("NFD", word)
    tone = max(_IN_ORDER.index(mark) if mark in _IN_ORDER else 0 for mark in marks)
    plain = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _IN_ORDER))
    return tuple((1, _LETTERS.index(each)) if each in _LETTERS else (0, ord(each)) for each in plain), tone
