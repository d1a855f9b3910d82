"""Letters from before Unicode: TCVN3 and VNI, told by font and by content, decoded into NFC.

TCVN3 is the one-byte set VN3 of TCVN 5712:1993, VNI the two-byte set of VNI for Windows; in a Word file both come as
the Latin characters that have these codes.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import product

TCVN3, TCVN3_CAPITALS, VNI = "TCVN3", "TCVN3 in hoa", "VNI"

# Runs of codes without a gap, as the standard's table has them.
_VN3 = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
# The letters that the set has in one size only.
_NO_CAPITALS = frozenset("".join(letters for start, letters in _VN3.items() if start > 0xB0))
FROM_TCVN3 = {start + place: letter for start, letters in _VN3.items() for place, letter in enumerate(letters)}

GRAVE, ACUTE, TILDE, HOOK, DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
CIRCUMFLEX, BREVE, HORN = "\u0302", "\u0306", "\u031b"
# What stands behind a vowel: a tone, or a sign of the vowel with or without a tone.
_TONES = {"ø": GRAVE, "ù": ACUTE, "õ": TILDE, "û": HOOK, "ï": DOT}
_ROOFS = {"à": GRAVE, "á": ACUTE, "ã": TILDE, "å": HOOK, "ä": DOT, "â": ""}
_BREVES = {"è": GRAVE, "é": ACUTE, "ü": TILDE, "ú": HOOK, "ë": DOT, "ê": ""}
_SINGLE = {"ñ": "đ", "ì": "ì", "í": "í", "ó": "ĩ", "æ": "ỉ", "ò": "ị", "î": "ỵ", "ö": "ư", "ô": "ơ"}


def _vni() -> dict[str, str]:
    table = dict(_SINGLE)
    for vowel, (sign, tone) in product("aeouiy", _TONES.items()):
        table[vowel + sign] = vowel + tone
    for vowel, (sign, tone) in product("öô", _TONES.items()):
        table[vowel + sign] = {"ö": "u", "ô": "o"}[vowel] + HORN + tone
    for vowel, (sign, tone) in product("aeo", _ROOFS.items()):
        table[vowel + sign] = vowel + CIRCUMFLEX + tone
    for sign, tone in _BREVES.items():
        table["a" + sign] = "a" + BREVE + tone
    return {codes: unicodedata.normalize("NFC", letter) for codes, letter in table.items()}


FROM_VNI = _vni()
_PAIR = re.compile("|".join(map(re.escape, sorted(FROM_VNI, key=len, reverse=True))), re.IGNORECASE)

# Letters that no Latin font of one byte has: where they stand, a text is Unicode.
UNICODE = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u0300-\u0323]"
)
# In TCVN3 these stand for letters; beside a letter of a word they are seldom anything else.
_OLD_SIGNS = "\u00a8-\u00ae\u00b5-\u00b9\u00bb-\u00be"
_TCVN3_WORD = re.compile(
    f"(?<=[A-Za-z\u00c0-\u00ff])[{_OLD_SIGNS}](?!\\d)|[\u00a7{_OLD_SIGNS}](?=[A-Za-z\u00b5-\u00ff])"
)
_VNI_WORD = re.compile(
    "[aeouyAEOUYôöÔÖ][øùõûïåäâêëüØÙÕÛÏÅÄÂÊËÜ]|oà|oá|oã|eà|eá|eã|aà|aá|aã|aé|aè|aú|[ñÑ](?=[aeoiuyöôAEOIUYÖÔ])"
)


def by_font(font: str) -> str:
    """The encoding that a font's name tells; empty for a font of Unicode."""
    name = font.strip().lower()
    if name.startswith(".vn"):
        # `.VnTimeH`, `.VnArialH`: small letters are drawn as capitals.
        return TCVN3_CAPITALS if font.strip().endswith("H") else TCVN3
    return VNI if name.startswith("vni") else ""


def by_content(text: str, least: int = 3) -> str:
    """The encoding that the letters themselves tell; empty where fewer than `least` words speak for an old one."""
    if len(UNICODE.findall(text)) > len(text) // 200:
        return ""
    words = text.split()
    tcvn3 = sum(_TCVN3_WORD.search(word) is not None for word in words)
    vni = sum(_VNI_WORD.search(word) is not None for word in words)
    if max(tcvn3, vni) < least or max(tcvn3, vni) * 6 < len(words):
        return ""
    return TCVN3 if tcvn3 > vni else VNI


def decode(text: str, encoding: str) -> str:
    """The text in Unicode, NFC."""
    if encoding == VNI:
        text = _PAIR.sub(_letter, text)
    elif encoding:
        text = text.translate(FROM_TCVN3)
        text = text.upper() if encoding == TCVN3_CAPITALS else raised(text)
    return unicodedata.normalize("NFC", text)


def raised(text: str) -> str:
    """Words in capitals whose toned letters came in small ones: TCVN3 has no others, and many typists no second font.

    >>> raised("CéNG HßA X· HéI".translate(FROM_TCVN3)), raised("Hµ Néi".translate(FROM_TCVN3))
    ('CỘNG HÒA XÃ HỘI', 'Hà Nội')
    """
    return "\n".join(map(_raised, text.split("\n")))


def _raised(line: str) -> str:
    if not any(map(_is_capitals, line.split())):
        return line
    if _NO_CAPITALS.issuperset(letter for letter in line if letter.islower()):
        return line.upper()
    return re.sub(r"\S+", lambda word: word[0].upper() if _is_capitals(word[0]) else word[0], line)


def _is_capitals(word: str) -> bool:
    """Whether a word is in capitals but for its tones; one large letter that begins it is not enough."""
    small = [letter for letter in word if letter.islower()]
    return bool(small) and _NO_CAPITALS.issuperset(small) and any(letter.isupper() for letter in word[1:])


def encode(text: str, encoding: str) -> str:
    """The way back, for round trips; capitals that TCVN3 has only in fonts of their own stay as they are."""
    text = unicodedata.normalize("NFC", text)
    if encoding == VNI:
        back = {letter: codes for codes, letter in FROM_VNI.items()}
        upper = {letter.upper(): codes.upper() for letter, codes in back.items()}
        return "".join(back.get(c) or upper.get(c) or c for c in text)
    back = {letter: chr(code) for code, letter in FROM_TCVN3.items()}
    return "".join(back.get(c, c) for c in text)


def _letter(found: re.Match[str]) -> str:
    codes = found[0]
    letter = FROM_VNI[codes.lower()]
    return letter.upper() if codes[0].isupper() else letter
