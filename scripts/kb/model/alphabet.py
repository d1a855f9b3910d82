"""The letters of Vietnamese by case: in Unicode capitals and small letters alternate, so no range holds one case."""

from __future__ import annotations

import unicodedata

_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
# For use inside the brackets of a regular expression.
LOWER = "a-zđ" + "".join(unicodedata.normalize("NFC", v + t) for v in _VOWELS for t in _TONES if t or v not in "aeiouy")
UPPER = "A-ZĐ" + LOWER[4:].upper()
