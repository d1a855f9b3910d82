"""The subject that the words behind a citation give to the document that is cited."""

from __future__ import annotations

import re
from typing import NamedTuple

from kb.model.naming import same

# `về đẩy mạnh …`, `V/v …`, `on stepping up …`; without a preposition only what a document does.
LEADS = {
    "vi": re.compile(
        r"(?P<gap>\s*,?\s*)(?:(?:về\s+việc|về|v/v)\s+"
        r"|(?=(?:thực\s+hiện|triển\s+khai|hướng\s+dẫn|quy\s+định|phê\s+duyệt|ban\s+hành|sửa\s+đổi|bổ\s+sung)\s))",
        re.IGNORECASE,
    ),
    "en": re.compile(r"(?P<gap>\s*,?\s*)(?:on|concerning|regarding)\s+", re.IGNORECASE),
}
MARKS = {"“": "”", "«": "»", '"': '"'}
# Where a subject without quotation marks may end: at a mark, or where the sentence goes on.
ENDS = {
    "vi": re.compile(
        r"\s*(?:[,.;:)”»\"]|\Z)|\s+(?:và|để|nhằm|thì|là|đã|được|do|theo|tại|trong|cho|khi|có|của)(?!\w)", re.IGNORECASE
    ),
    "en": re.compile(r"\s*(?:[,.;:)”»\"]|\Z)|\s+(?:and|in|is|was|to|for|by|under|throughout)(?!\w)", re.IGNORECASE),
}
PAUSE = re.compile(r"[,.;:)]|\Z")


class Stated(NamedTuple):
    """A subject as a text states it: its words as far as they can be told, and whether they are the given ones."""

    words: str
    agrees: bool


def stated(text: str, at: int, subject: str | None, language: str) -> Stated | None:
    """What a text says of a subject from `at` on, behind number, date and issuer; None where it says nothing.

    Without quotation marks nobody can say where a subject ends, so the given one agrees where the text begins with it
    and goes on as a text does behind a subject.

    >>> stated("Kế hoạch số 5-KH/X về nuôi cá, trồng rau.", 18, "nuôi cá", "vi")
    Stated(words='nuôi cá', agrees=True)
    """
    lead = LEADS[language].match(text, at)
    if not lead:
        return None
    start = lead.end()
    closing = MARKS.get(text[start : start + 1])
    if closing:
        end = text.find(closing, start + 1)
        words = text[start + 1 : end if end >= 0 else len(text)]
        return Stated(words, subject is not None and same(words, subject))
    words = text[start : PAUSE.search(text, start).start()].strip()
    return Stated(words, any(_begins(text, at, subject, language) for at in (lead.end("gap"), start)))


def _begins(text: str, at: int, subject: str | None, language: str) -> bool:
    end = at + len(subject or "")
    return subject is not None and same(text[at:end], subject) and ENDS[language].match(text, end) is not None
