"""Letters as they should be: errors in our prose, notices in a text of record."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from markdown_it.token import Token

from kb.check.case import Case
from kb.check.tokens import SCRIPT, tokens
from kb.model.document import Document
from kb.model.finding import Finding, Severity, Span

# Letters that look Vietnamese or Latin and are not; NFC keeps them apart.
LOOKALIKES = {
    "\u00d0": "Đ", "\u0189": "Đ", "\u0256": "đ",
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i",
    "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C", "Т": "T", "Х": "X",
    "\u02bc": "’", "\u037e": ";",
}  # fmt: skip
LOOKALIKE = re.compile("|".join(map(re.escape, LOOKALIKES)))
INVISIBLE = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
                       "\x00-\x08\x0b-\x1f\x7f-\x9f]")  # fmt: skip
ODD = re.compile(f"{LOOKALIKE.pattern}|{INVISIBLE.pattern}")
# Old and new places of the tone mark in open syllables: hoà / hòa, thuỷ / thủy, khoẻ / khỏe.
OLD_TONE = re.compile(r"(?:o[àáảãạ]|o[èéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])\b", re.IGNORECASE)
NEW_TONE = re.compile(r"(?:[òóỏõọ][ae]|(?<!q)[ùúủũụ]y)\b", re.IGNORECASE)
# Without one of these a text has neither HTML nor an address, and need not be read as Markdown.
MARKUP = re.compile(r"<|\]\(|\]:")
# A little wider than these and, for small letters, ten times as fast: they begin with a set of characters.
MAYBE_OLD = re.compile(r"[ou][àáảãạèéẻẽẹỳýỷỹỵ]\b(?<!qu.)")
MAYBE_NEW = re.compile(r"[òóỏõọùúủũụ][aey]\b(?<!q..)")
WORD_START = re.compile(r"\w*$")


def check(case: Case) -> Iterator[Finding]:
    """Every authored file, line by line; provisions of a text of record only where they do not deviate."""
    library = case.library
    documents = {document.path: document for document in library.originals.values()}
    for file, text in sorted(library.sources.items()):
        if file in library.unreadable:
            continue
        odd, mixed, marked = _suspicions(text)
        if not (odd or mixed or marked):
            continue
        quoted, skipped = _quoted(documents.get(file), case)
        lines = [(n, line) for n, line in enumerate(text.split("\n"), 1) if n not in skipped]
        for number, line in lines if odd else ():
            received = number in quoted or file.startswith("docs/_source/")
            severity = Severity.NOTICE if received else Severity.ERROR
            yield from _line(Span(file, number), line, severity)
        if mixed and file.endswith(".md"):
            yield from _mixed_tones(file, lines, quoted)
        if marked and file.endswith(".md"):
            yield from _raw_html(file, text, skipped)


def _quoted(document: Document | None, case: Case) -> tuple[set[int], set[int]]:
    """The lines of a text of record, and those of them that deviate."""
    quoted, skipped = set(), set()
    for provision in document.provisions if document else ():
        lines = {provision.span.line + n for n in range(provision.text.count("\n") + 1)}
        quoted |= lines
        if f"{document.id}#{provision.id}" in case.deviating:
            skipped |= lines
    return quoted, skipped


# Kept, since most texts are the same when they are checked again.
@lru_cache(maxsize=65536)
def _suspicions(text: str) -> tuple[bool, bool, bool]:
    """Whether a text can have letters that are none, tones of both ways, or markup: most have nothing of the kind.

    The whole is looked through at once, which takes a tenth of the time of looking at its lines.
    """
    odd = not unicodedata.is_normalized("NFC", text) or ODD.search(text) is not None
    small = text.lower()
    mixed = MAYBE_OLD.search(small) is not None and MAYBE_NEW.search(small) is not None
    return odd, mixed, MARKUP.search(text) is not None


def _line(span: Span, line: str, severity: Severity) -> Iterator[Finding]:
    if line != (composed := unicodedata.normalize("NFC", line)):
        column = next((i for i, (a, b) in enumerate(zip(line, composed, strict=False)) if a != b), len(composed))
        where = Span(span.file, span.line, column + 1)
        yield Finding(
            "TEXT-001", where, "Chữ không ở dạng dựng sẵn (NFC).", "Gõ lại bằng bộ gõ Unicode dựng sẵn.", severity
        )
        return
    if found := LOOKALIKE.search(line):
        right = LOOKALIKES[found[0]]
        message = f"Chữ «{found[0]}» (U+{ord(found[0][0]):04X}) trông giống «{right}» nhưng là chữ khác."
        yield Finding(
            "TEXT-002", Span(span.file, span.line, found.start() + 1), message, f"Gõ lại «{right}».", severity
        )
    if found := INVISIBLE.search(line):
        message = f"Có ký tự không nhìn thấy U+{ord(found[0]):04X}."
        yield Finding("TEXT-004", Span(span.file, span.line, found.start() + 1), message, "Xóa ký tự đó.", severity)


def _mixed_tones(file: str, lines: Iterable[tuple[int, str]], quoted: set[int]) -> Iterator[Finding]:
    """Both ways of placing the tone in one file: the first word of the rarer way is named."""
    old = [(n, line, m) for n, line in lines for m in OLD_TONE.finditer(line)]
    new = [(n, line, m) for n, line in lines for m in NEW_TONE.finditer(line)]
    if not old or not new:
        return
    rarer, usual = (old, new) if len(old) <= len(new) else (new, old)
    number, line, found = rarer[0]
    start, word = _word(line, found)
    other = _word(*usual[0][1:])[1]
    severity = Severity.NOTICE if number in quoted else Severity.ERROR
    message = f"Dấu thanh đặt hai cách trong một tệp: «{word}», chỗ khác «{other}»."
    yield Finding("TEXT-003", Span(file, number, start + 1), message, f"Viết theo một cách, như «{other}».", severity)


def _word(line: str, ending: re.Match[str]) -> tuple[int, str]:
    """Where the word begins that has this ending, and the word."""
    start = WORD_START.search(line, 0, ending.start()).start()
    return start, line[start : ending.end()]


def _raw_html(file: str, text: str, skipped: set[int]) -> Iterator[Finding]:
    """HTML and script have no place in content: the theme makes the markup."""
    body_line = 1
    if text.startswith("---\n") and (end := text.find("\n---\n", 3)) >= 0:
        body_line = text.count("\n", 0, end + 5) + 1
        text = text[end + 5 :]
    said = set(skipped)
    for token in tokens(text):
        line = body_line + (token.map[0] if token.map else 0)
        for offset, what in _html_in(token):
            if line + offset not in said:
                said.add(line + offset)
                message = f"Nội dung không được chứa HTML hay mã lệnh: {what[:40]!r}."
                yield Finding("TEXT-005", Span(file, line + offset), message, "Chỉ dùng Markdown; bỏ thẻ này.")


def _html_in(token: Token) -> Iterator[tuple[int, str]]:
    if token.type == "html_block":
        yield 0, token.content.strip()
    offset = 0
    for child in token.children or ():
        offset += child.type in ("softbreak", "hardbreak")
        target = str(child.attrGet("href") or child.attrGet("src") or "")
        if child.type == "html_inline" and child.content:
            yield offset, child.content
        elif SCRIPT.match(target):
            yield offset, target
