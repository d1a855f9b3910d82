"""Whether two names are those of one organ: a citation seldom has the name of the register letter for letter."""

from __future__ import annotations

import re
from functools import lru_cache

from kb.model.kinds import NumberVocabulary
from kb.model.quotation import plain, tokens

Name = tuple[str, ...]
"""The words of a name, where case and the place of tones do not count."""

CENTRAL = re.compile(r"(?<![^\W\d_])T\.?\s?[WƯ](?!\w)\.?")
# `Bộ trưởng Bộ Y tế` signs for the ministry.
HEAD = re.compile(r"Bộ trưởng (?=Bộ\s)", re.IGNORECASE)
# Who acts for a committee, and what the Statute of the Party calls that committee for short: its letterhead has no
# other name. The other way round a citation says more than the register does.
ACTING = (
    (re.compile(r"(?:Ban Thường vụ|Thường trực|Ban Chấp hành) (?=\w)", re.IGNORECASE), ""),
    (re.compile(r"Ban Chấp hành Đảng bộ (?=\w)", re.IGNORECASE), "Đảng ủy "),
)


@lru_cache(maxsize=4096)
def same(printed: str, registered: str, numbers: NumberVocabulary) -> bool:
    """Whether a printed name or symbol is that of the registered organ, or of the committee for which it acts.

    >>> same("Đảng uỷ Khối", "Ban Thường vụ Đảng ủy Khối các cơ quan Trung ương", numbers)
    True
    >>> same("Ban Bí thư", "Bộ Chính trị", numbers)
    False
    """
    symbols = _symbols(registered, numbers)
    if re.sub(r"[\s.]", "", printed).replace("Ư", "W") in symbols:
        return True
    wanted = _called(printed, numbers)
    return any(wanted & _called(name, numbers) for name in (registered, *_acted_for(registered)))


def shortened(printed: str, registered: str) -> bool:
    """Whether a name is the beginning of another, as it is said where the whole is known: `Ban Thường vụ`."""
    short = _words(printed)
    wholes = map(_words, (registered, *_acted_for(registered)))
    return any(len(short) < len(whole) and whole[: len(short)] == short for whole in wholes)


def more(printed: str, registered: str) -> bool:
    """Whether a name says more than another of the same organ: who acts for it, or of which committee it is."""
    whole, short = _words(printed), _words(registered)
    return short in map(_words, _acted_for(printed)) or (len(short) < len(whole) and whole[: len(short)] == short)


def _acted_for(registered: str) -> list[str]:
    return [f"{name}{registered[found.end() :]}" for pattern, name in ACTING if (found := pattern.match(registered))]


def _called(name: str, numbers: NumberVocabulary) -> frozenset[Name]:
    """All that an organ is called that has this name: `UBND tỉnh …` is `Ủy ban nhân dân tỉnh …`, too."""
    words = _words(HEAD.sub("", plain(name)))
    found = {words}
    for whole, names in _names(numbers):
        if words in whole:
            found |= whole
        for known in names:
            if words[: len(known)] == known:
                found.update((*other, *words[len(known) :]) for other in names)
    return frozenset(found)


@lru_cache(maxsize=4)
def _names(numbers: NumberVocabulary) -> tuple[tuple[frozenset[Name], frozenset[Name]], ...]:
    """The names of each organ; and those that may begin a longer name, where nobody acts for it: of one committee
    several bodies are called after, and the one is not the other.
    """
    named = (issuer.names for issuer in numbers.issuers if len(issuer.names) > 1)
    return tuple(
        (
            frozenset(map(_words, names)),
            frozenset(_words(name) for name in names if not any(pattern.match(name) for pattern, _ in ACTING)),
        )
        for names in named
    )


def _symbols(registered: str, numbers: NumberVocabulary) -> frozenset[str]:
    """The symbols of the organs that have this name; one symbol may be of several, and then tells them not apart."""
    words = _words(registered)
    return frozenset(
        symbol.replace("Ư", "W")
        for issuer in numbers.issuers
        if words in map(_words, issuer.names)
        for symbol in (issuer.symbol, *issuer.symbols)
    )


@lru_cache(maxsize=8192)
def _words(name: str) -> Name:
    return tuple(token.form for token in tokens(CENTRAL.sub("Trung ương", plain(name))))
