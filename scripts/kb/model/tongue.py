"""In which language a few words are that somebody wrote, as far as the words themselves tell."""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"(?<![\w/.-])[^\W\d_]+(?![\w/-]|\.\w)")
# What may be a Vietnamese syllable, typed without marks. Most English words are none, by their ends or their length.
SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?", re.IGNORECASE
)


def tongue(words: str) -> str | None:
    """`vi` or `en` where more words can be of that language alone than of the other; None where nobody can tell.

    >>> tongue("Sửa ngày ban hành"), tongue("Mend the dates of registers"), tongue("Sua ngay")
    ('vi', 'en', None)
    """
    vietnamese = english = 0
    for found in WORD.finditer(unicodedata.normalize("NFC", words)):
        if not found[0].isascii():
            vietnamese += 1
        # A symbol in capitals is of either.
        elif not SYLLABLE.fullmatch(found[0]) and not (found[0].isupper() and len(found[0]) > 1):
            english += 1
    if vietnamese == english:
        return None
    return "vi" if vietnamese > english else "en"
