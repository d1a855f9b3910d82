"""How text becomes keys, by which what is written and what is typed find each other.

The browser does the same in `overrides/assets/scripts/search/keys.js`; `tests/search/vectors.json` holds both to it.

A word has two keys. The *base* finds it: without marks, `đ` as `d`, final `y` as `i` after a consonant; in English
the stem. The *exact* key ranks it: vowel quality kept and the tone as a digit at the end, so that `hoà` is `hòa`; in
English the word itself. A number has no leading zeros. A date is one token, whose base is its year and whose exact key
is `@2021-05-17`. The sign of a document (`26-KH/BTGTW`) leaves its words where they are and is told besides.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# Ð and Ɖ look like Đ, and scanned or mistyped text contains them; NFC keeps them apart.
LOOKALIKES = str.maketrans("ÐƉðɖ", "ĐĐđđ")
# The digits of VNI typing.
TONES = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
# Latin letters and combining marks, told by range: what counts as a letter must not hang on the edition of Unicode.
LETTER = "A-Za-zªµºÀ-ÖØ-öø-ɏɖ̀-ͯḀ-ỿ"
TOKEN = re.compile(
    rf"(?P<word>[{LETTER}]+)(?:['’]s(?![{LETTER}0-9]))?|(?P<number>[0-9]+)(?:(?:st|nd|rd|th)(?![{LETTER}0-9]))?"
)
WORD = re.compile(rf"([{LETTER}]+)(?:['’]s(?![{LETTER}0-9]))?")
FINAL_Y = re.compile(r"(?:[bcdghklmnpqrstvx]|qu)y$")

_DAY, _MONTH, _YEAR = r"(?P<day>[0-9]{1,2})", r"(?P<month>[0-9]{1,2})", r"(?P<year>(?:19|20)[0-9]{2})"
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = rf"(?P<name>{'|'.join(_NAMES)})(?:r?uary|ch|il|[ey]|ust|(?:t|o|v|c)?e?mber|ober|t)?\.?(?![a-z])"
_START, _END, _WORD = r"(?<![0-9])", r"(?![0-9])", r"(?<![a-z0-9])"
NUMERIC_DATES = (
    re.compile(rf"{_START}{_DAY} ?[/.-] ?{_MONTH} ?[/.-] ?{_YEAR}{_END}"),
    re.compile(rf"{_START}{_YEAR}-{_MONTH}-{_DAY}{_END}"),
)
WRITTEN_DATES = {
    "vi": (
        re.compile(rf"{_WORD}ngay {_DAY} thang {_MONTH}(?:(?:,? nam|/) ?{_YEAR})?{_END}"),
        re.compile(rf"{_WORD}thang {_MONTH}(?:,? nam|/) ?{_YEAR}{_END}"),
    ),
    "en": (
        re.compile(rf"{_START}{_DAY}(?:st|nd|rd|th)? {_NAME},? {_YEAR}{_END}"),
        re.compile(rf"{_WORD}{_NAME} {_DAY}(?:st|nd|rd|th)?,? {_YEAR}{_END}"),
        re.compile(rf"{_WORD}{_NAME},? {_YEAR}{_END}"),
    ),
}
_DASH = "[-–—‑/]"
SIGN = re.compile(
    rf"(?<![a-z0-9.,/-])(?P<number>[0-9]{{1,5}}) {{0,2}}{_DASH} {{0,2}}"
    rf"(?P<parts>(?:(?:19|20)[0-9]{{2}} ?{_DASH} ?)?[a-z]{{1,12}}[0-9]{{0,3}}(?: ?{_DASH} ?[a-z]{{1,12}}[0-9]{{0,3}})*)"
    r"(?![a-z0-9])"
)
SPACES = "\t\n\r\u00a0\u2009\u202f"
DIGIT = re.compile("[0-9]")
# No date of either sort is without one of these.
WRITTEN = {"vi": re.compile("thang "), "en": re.compile("(?:19|20)[0-9]{2}")}
NUMERIC = re.compile("[/.-] ?(?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}-")
PART = re.compile(r"[a-z0-9]+")

# The first rule that fits is applied in each group; the stem must keep two letters.
STEMS = (
    ((r"ie[sd]$", "y"), (r"(ss|sh|ch|x)es$", r"\1"), (r"(?<![aious])s$", "")),
    ((r"mme$", "m"), (r"i[sz]ations?$", "is"), (r"i[sz](?:e[dr]?|ing)$", "is"), (r"ations?$", "at"),
     (r"([st])ions?$", r"\1"), (r"(?<=[aeiouy][a-z])ing$", ""), (r"(?<=[aeiouy][a-z]{2})ing$", ""),
     (r"(?<=[aeiouy][a-z]{3})ing$", ""), (r"(?<=[aeiouy][a-z])ed$", ""), (r"(?<=[aeiouy][a-z]{2})ed$", ""),
     (r"(?<=[aeiouy][a-z]{3})ed$", ""), (r"(?<=[a-z]{4})ly$", "")),
    ((r"([bdgmnprt])\1$", r"\1"), (r"(?<=[a-z]{3})e$", ""), (r"(?<=[a-z])y$", "i")),
)  # fmt: skip
_STEMS = tuple(tuple((re.compile(pattern), by) for pattern, by in group) for group in STEMS)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or date; `start` and `end` count in the text in NFC."""

    start: int
    end: int
    base: str
    exact: str


def tokens(text: str, language: str) -> list[Token]:
    """The keys of the words, numbers and dates of a text, in order."""
    text = unicodedata.normalize("NFC", text)
    dates = _dates(plain(text), language) if DIGIT.search(text) else []
    found, at = [], 0
    for match in TOKEN.finditer(text):
        while at < len(dates) and dates[at].end <= match.start():
            found.append(dates[at])
            at += 1
        if at < len(dates) and dates[at].start <= match.start():
            continue
        if word := match["word"]:
            found.append(Token(match.start(), match.end(), *keys(word, language)))
        else:
            number = _number(match["number"])
            found.append(Token(match.start(), match.end(), number, number))
    return found + dates[at:]


def analysed(text: str, language: str) -> tuple[list[tuple[str, str]], list[str]]:
    """Base and exact key of each token, as `tokens` has them, without their places; and the signs of documents."""
    text = unicodedata.normalize("NFC", text)
    if not DIGIT.search(text):
        return [keys(word, language) for word in WORD.findall(text)], []
    folded = plain(text)
    found, done = [], 0
    for date in [*_dates(folded, language), None]:
        for word, digits in TOKEN.findall(text[done : date.start if date else None]):
            found.append(keys(word, language) if word else (_number(digits),) * 2)
        if date:
            found.append((date.base, date.exact))
            done = date.end
    return found, _signs(folded)


def signs(text: str) -> list[str]:
    """The signs of documents in a text: `số 05 -CT/TW` gives `#5-ct-tw`."""
    return _signs(plain(unicodedata.normalize("NFC", text)))


def _signs(folded: str) -> list[str]:
    matches = SIGN.finditer(folded)
    return ["-".join([f"#{_number(match['number'])}", *PART.findall(match["parts"])]) for match in matches]


def _number(digits: str) -> str:
    return digits.lstrip("0") or "0"


class _Plain(dict):
    def __missing__(self, code: int) -> str:
        if chr(code) in SPACES:
            self[code] = " "
            return " "
        character = chr(code).translate(LOOKALIKES).replace("Đ", "d").replace("đ", "d")
        self[code] = value = unicodedata.normalize("NFD", character)[0].lower()[0]
        return value


_PLAIN = _Plain()


def plain(text: str) -> str:
    """Text in NFC without marks and capitals, character for character."""
    return text.translate(_PLAIN)


@lru_cache(maxsize=1 << 18)
def keys(word: str, language: str) -> tuple[str, str]:
    """Base and exact key of one word."""
    if language == "en":
        folded = plain(unicodedata.normalize("NFC", word))
        return stem(folded), folded
    letters = unicodedata.normalize("NFD", word.translate(LOOKALIKES).lower())
    tone = "".join(TONES[c] for c in letters if c in TONES)[-1:]
    kept = unicodedata.normalize("NFC", "".join(c for c in letters if c not in TONES))
    base = plain(kept)
    if FINAL_Y.search(base):
        base, kept = base[:-1] + "i", kept[:-1] + "i"
    return base, kept + tone


def stem(word: str) -> str:
    """A light stem: plurals, `-ing`, `-ed`, `-ion`, British and American endings."""
    for group in _STEMS:
        for pattern, by in group:
            shorter = pattern.sub(by, word)
            if shorter != word and len(shorter) >= 2:
                word = shorter
                break
    return word


def _dates(folded: str, language: str) -> list[Token]:
    """The dates of a folded text, in order; of two that overlap the first form counts."""
    found: list[Token] = []
    written = WRITTEN_DATES[language] if WRITTEN[language].search(folded) else ()
    numeric = NUMERIC_DATES if NUMERIC.search(folded) else ()
    for pattern in (*written, *numeric):
        for match in pattern.finditer(folded):
            token = _date(match)
            if token and not any(token.start < other.end and other.start < token.end for other in found):
                found.append(token)
    return sorted(found, key=lambda token: token.start)


def _date(match: re.Match[str]) -> Token | None:
    given = match.groupdict()
    month = _NAMES.index(given["name"]) + 1 if given.get("name") else int(given["month"])
    day, year = int(given.get("day") or 1), given["year"] or ""
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    exact = f"@{year}-{month:02d}" + (f"-{day:02d}" if given.get("day") else "")
    return Token(match.start(), match.end(), year or exact, exact)
