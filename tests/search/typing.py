"""The same words as different people type them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from random import Random

TELEX = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
VNI = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
VNI_MARKS = {"\u0302": "6", "\u031b": "7", "\u0306": "8"}
NEW_PLACES = {
    "òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ", "ủy": "uỷ", "úy": "uý", "ùy": "uỳ", "ũy": "uỹ",
    "ụy": "uỵ", "óe": "oé", "ỏe": "oẻ",
}  # fmt: skip


def _apart(word: str) -> tuple[str, list[tuple[str, list[str]]], str]:
    """The tone of a word, and its letters, each with its marks."""
    tone, letters = "", []
    for character in unicodedata.normalize("NFD", word):
        if character in TELEX:
            tone = character
        elif unicodedata.combining(character):
            letters[-1][1].append(character)
        else:
            letters.append((character, []))
    return word, letters, tone


def _telex(word: str) -> str:
    _, letters, tone = _apart(word)
    keys = []
    for letter, marks in letters:
        twice = letter if "\u0302" in marks else "w" if marks else ""
        keys.append("dd" if letter == "đ" else letter + twice)
    return "".join(keys) + TELEX.get(tone, "")


def _vni(word: str) -> str:
    _, letters, tone = _apart(word)
    keys = ["d9" if letter == "đ" else letter + "".join(VNI_MARKS[m] for m in marks) for letter, marks in letters]
    return "".join(keys) + VNI.get(tone, "")


def _words(change: Callable[[str], str]) -> Callable[[str, Random], str]:
    return lambda text, _: " ".join(change(word.lower()) if word.isalpha() else word for word in text.split())


def _plain(text: str, _: Random) -> str:
    text = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in text if not unicodedata.combining(c))


def _new_places(text: str, _: Random) -> str:
    return re.sub("|".join(NEW_PLACES), lambda found: NEW_PLACES[found[0]], text.lower())


def _joined(text: str, rng: Random) -> str:
    words = text.split()
    at = rng.randrange(len(words) - 1)
    return " ".join([*words[:at], words[at] + words[at + 1], *words[at + 2 :]])


def _slipped(text: str, rng: Random) -> str:
    """One letter of the longest word left out, doubled, or changed over with the next one."""
    words = text.split()
    at = max(range(len(words)), key=lambda n: len(words[n]))
    word, place = words[at], rng.randrange(1, len(words[at]) - 1)
    slips = (word[:place] + word[place + 1 :], word[:place] + word[place] + word[place:],
             word[:place] + word[place + 1] + word[place] + word[place + 2 :])  # fmt: skip
    words[at] = rng.choice(slips)
    return " ".join(words)


MANNERS: dict[str, Callable[[str, Random], str]] = {
    "as printed": lambda text, _: text,
    "capitals": lambda text, _: text.upper(),
    "decomposed": lambda text, _: unicodedata.normalize("NFD", text),
    "without marks": _plain,
    "tones in new places": _new_places,
    "raw Telex": _words(_telex),
    "raw VNI": _words(_vni),
    "a space left out": _joined,
    "a slip": _slipped,
}
