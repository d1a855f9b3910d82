"""Where in a sentence of a passage the words of a text begin and end: the marks and words with which writers quote."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.export.claims import ADDRESS
from kb.model.sentences import NOTE, Extent

PAIRS = {"“": "”", "«": "»", '"': '"'}
# So many of the words round a quotation may stand in the text by chance, in the same order.
CHANCE = 2
LEAD = re.compile(r"\s*(?:Theo|Tại|Trích|Như|Căn cứ|Ở|Trong|According to|Under|In|As)\b", re.IGNORECASE)
# What may stand with the names of places in a sentence that says nothing else.
FILLING = re.compile(
    rf"{ADDRESS.pattern}|\b(?:theo|trích|dẫn|từ|đến|tại|ở|xem|nguồn|của|và|nêu|rõ|quy|định|ghi|viết|như|sau|trong|là"
    r"|yêu|cầu|xác|khẳng|định|nhấn|mạnh|chỉ|đề|ra|đã|cũng|có|rằng|nguyên|văn|đoạn"
    r"|from|to|see|source|of|the|and|according|under|in|at|states?|says?)\b",
    re.IGNORECASE,
)
# The number of a slide, a page, an exercise.
NUMBERED = re.compile(r"(?:slide|câu(?:\s+hỏi)?|bài|trang|tr|ý|page|question)\.?\s*\d{1,3}\b", re.IGNORECASE)
# What else may stand with the names of places in a line of its own; a short bracket tells the heading of a place.
HEADING = re.compile(
    rf"{NUMBERED.pattern}|{NOTE}|\([^()\n]{{1,60}}\)|\b(?:chép|lại|hãy|đọc|thuộc|bản|tôi|em|tay|dưới|đây|copy|below)\b",
    re.IGNORECASE,
)
# With such words, before a colon or the first mark, a writer lets a text speak.
SAYS = re.compile(
    r"(?:(?:nêu|ghi|chỉ|viết|nói|làm)(?:\s+rõ)?|(?:quy|xác|khẳng)\s+định|yêu\s+cầu|nhấn\s+mạnh|đề\s+ra|đề\s+nghị|như\s+sau"
    r"|trích(?:\s+dẫn)?|nguyên\s+văn|states?|says?|reads?|provides)(?:\s+(?:rằng|là|như\s+sau|that))?\s*:?\s*\Z",
    re.IGNORECASE,
)
COLON = re.compile(r"[^:“\"«]{1,160}:\s*")
# What a list puts before its items, which no text has; a number without a mark may be counting what follows.
LABEL = re.compile(r"\(?(?:\d{1,2}(?:[.)/]|(?:\.\d{1,2})+[.)/]?)|[IVX]{1,5}[.)]|[a-zđ][.)]|o)\s+")
INTRODUCED = re.compile(r"[^,:“\"]{0,40}[,:]\s*")
TAIL = re.compile(r"\s*[-–—(\[]\s*\Z")
ENDS = ".;,: "
# Marks of a writer, a mail or a Markdown file round a passage; an ellipsis is none.
MARKS = " \t\n>#*_'‘’\"“”«»"
# What a mail puts before each line that it quotes.
QUOTED_LINE = re.compile(r"\n[ \t]*>[> \t]*")
# No bracket names more places.
PLACES = 8


def quoted(text: str, extent: Extent) -> Iterator[Extent]:
    """What stands between quotation marks, those inside too.

    A quotation of several sentences begins in one of them and ends in another: a mark without the other one reaches to
    the end, or from the first mark, else from the beginning.
    """
    opened: list[tuple[int, str]] = []
    start, end = extent
    first = start
    for at in range(start, end):
        if opened and text[at] == opened[-1][1]:
            begin, _ = opened.pop()
            yield begin + 1, at
        elif text[at] in PAIRS.values() and (text[at] not in PAIRS or (at > start and not text[at - 1].isspace())):
            yield first, at
        elif text[at] in PAIRS:
            opened.append((at, PAIRS[text[at]]))
            first = at + 1 if first == start else first
    for begin, mark in opened[:1]:
        bare = text[begin + 1 : end].rstrip(ENDS)
        yield begin + 1, begin + 1 + len(bare) - 1 if bare.endswith(mark) else end
