"""Slips of the hand: what one makes of a word, and in what two words differ that one lies between."""

from __future__ import annotations

from collections.abc import Iterator

DIGITS = "0123456789"
LETTERS = f"abcdefghijklmnopqrstuvwxyz{DIGITS}-"


def edits(word: str, letters: str) -> set[str]:
    """All that one slip makes of a word of these letters."""
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    return {
        *(a + b[1:] for a, b in halves if b),
        *(a + b[1] + b[0] + b[2:] for a, b in halves if len(b) > 1),
        *(a + letter + b[1:] for a, b in halves if b for letter in letters),
        *(a + letter + b for a, b in halves for letter in letters),
    }


def other_numbers(digits: str) -> Iterator[str]:
    """Numbers one slip away."""
    return (number for number in edits(digits, DIGITS) if number.lstrip("0") != digits.lstrip("0"))


def slip(one: str, other: str) -> str | None:
    """In what two words differ, where that is one slip."""
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, beyond = one[start:], other[start:]
    letter = "chữ số" if (rest or beyond)[:1].isdigit() else "chữ"
    if rest[1:] == beyond[1:] and rest and beyond:
        return f"khác một {letter}"
    if rest == beyond[1:]:
        return f"thiếu một {letter}"
    if rest[1:] == beyond:
        return f"thừa một {letter}"
    if rest[:2] == beyond[1::-1] and rest[2:] == beyond[2:]:
        return f"đảo hai {letter}"
    return None
