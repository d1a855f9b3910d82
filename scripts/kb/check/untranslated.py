"""Words that are still Vietnamese where a translation is due."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from kb.check.case import Case
from kb.check.dates import Texts, texts
from kb.model.finding import Finding
from kb.model.library import LANGUAGES

WORD = re.compile(r"[^\W\d_]+")
# Neither `communiqué` nor `rôle` has one of these; Đ alone may be of a symbol (ĐUK).
LETTER = re.compile(r"[ăđơư\u1ea0-\u1ef9]")
MARKED = re.compile(r"[\u1ea0-\u1ef9]")
# Of Vietnamese words about half have such a letter; what is kept in a translation are single words.
SHARE = 4
# In a sentence of a longer text so many are no single words.
FEW = 3
SENTENCE = re.compile(r"[^\n.!?]+")


def check(case: Case) -> Iterator[Finding]:
    """Each line of a data file by itself, but a page that was only copied is one fault."""
    for held in texts(case.library):
        found = case.by_itself(held.file, (held.source,), partial(_file, held))
        yield from found[:1] if held.file.endswith(".md") else found


def _file(held: Texts) -> Iterator[Finding]:
    for text, language, place in held.all():
        if language in LANGUAGES[1:] and (at := _left(text)) is not None:
            message = f"Bản dịch còn chữ tiếng Việt, từ «{WORD.match(text, at)[0]}»."
            yield Finding("TRANS-001", place(at), message, "Dịch những chữ ấy; xem cả phần còn lại của tệp.")


def _left(text: str) -> int | None:
    """Where Vietnamese words begin, if the text, or a sentence of it, has more of them than a translation may keep.

    >>> _left("Resolution of the đại hội đại biểu")
    18
    """
    if not LETTER.search(text.lower()):
        return None
    sentences = (_dense(text, *sentence.span(), FEW) for sentence in SENTENCE.finditer(text))
    return next((at for at in (_dense(text, 0, len(text), 1), *sentences) if at is not None), None)


def _dense(text: str, start: int, end: int, least: int) -> int | None:
    words = list(WORD.finditer(text, start, end))
    found = [word for word in words if _vietnamese(word[0])]
    return found[0].start() if len(found) >= least and len(found) * SHARE >= len(words) else None


def _vietnamese(word: str) -> bool:
    """Names of persons and places, in capitals at the beginning only, keep their letters in other languages."""
    if word.isupper():
        return len(word) > 1 and MARKED.search(word) is not None
    return word[0].islower() and LETTER.search(word) is not None
