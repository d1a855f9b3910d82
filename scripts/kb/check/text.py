"""Letters as they should be: errors in our prose, notices in a text of record."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import pairwise

from kb.check.case import Case
from kb.check.letters import INVISIBLE, LOOKALIKE, LOOKALIKES, is_certain_invisible, is_certain_lookalike
from kb.check.own import Own, own
from kb.model.document import SOURCES
from kb.model.finding import Edit, Finding, Severity, Span
from kb.model.library import Library
from kb.model.text import plain

ODD = re.compile(f"{LOOKALIKE.pattern}|{INVISIBLE.pattern}")
# Old and new places of the tone mark in open syllables: hoà / hòa, thuỷ / thủy, khoẻ / khỏe.
OLD_TONE = re.compile(r"(?:o[àáảãạ]|o[èéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])\b", re.IGNORECASE)
NEW_TONE = re.compile(r"(?:[òóỏõọ][ae]|(?<!q)[ùúủũụ]y)\b", re.IGNORECASE)
# A little wider than these and, for small letters, ten times as fast: they begin with a set of characters.
MAYBE_OLD = re.compile(r"[ou][àáảãạèéẻẽẹỳýỷỹỵ]\b(?<!qu.)")
MAYBE_NEW = re.compile(r"[òóỏõọùúủũụ][aey]\b(?<!q..)")
RECEIVED = "Không phải sửa gì: lời văn bản giữ mọi ký tự như đã nhận."
WORD_START = re.compile(r"\w*$")


def check(case: Case) -> Iterator[Finding]:
    """Every authored file, line by line; provisions of a text of record only where they do not deviate."""
    library = case.library
    mended_lines = _mended_lines(library)
    for file, text in sorted(library.sources.items()):
        if file not in library.unreadable and any(_suspicions(text)):
            mended = mended_lines.get(file, frozenset())
            yield from case.kept(file, (text, mended), partial(_file, case, file, text, mended), file)


def _mended_lines(library: Library) -> dict[str, frozenset[int]]:
    """By text of record, the lines whose stray characters a document lists as mended: nothing is left to say."""
    found: dict[str, frozenset[int]] = {}
    for key, document in library.originals.items():
        if document.mended and (record := library.records.get(key)):
            lines = (line for p in record.provisions if p.id in document.mended for line in p.lines)
            found[record.path] = found.get(record.path, frozenset()).union(lines)
    return found


def _file(case: Case, file: str, text: str, mended: frozenset[int]) -> Iterator[Finding]:
    library, (odd, mixed) = case.library, _suspicions(text)
    quoted, record = case.quoted(file), file.startswith(SOURCES)
    # A text of record is kept as received, with the line ends of its system and what it begins with.
    words = plain(text) if record else text
    numbered = enumerate(words.split("\n"), 1)
    judged = case.judged(file)
    lines = [(n, line) for n, line in numbered if n not in mended and n not in judged]
    prose = file not in library.document_at and file.endswith(".md")
    ours = own(library, file) if odd or (mixed and prose) else None
    for number, line in lines if odd else ():
        received = number in quoted or record
        severity = Severity.NOTICE if received else Severity.ERROR
        found = _line(Span(file, number), line, severity, ours, library.by_number)
        yield from (replace(each, remedy=RECEIVED) for each in found) if received else found
    if mixed and file.endswith(".md"):
        yield from _mixed_tones(file, lines, quoted, ours if prose else None)


# Kept, since most texts are the same when they are checked again.
@lru_cache(maxsize=65536)
def _suspicions(text: str) -> tuple[bool, bool]:
    """Whether a text can have letters that are none, or tones of both ways: most have nothing of the kind.

    The whole is looked through at once, which takes a tenth of the time of looking at its lines.
    """
    odd = not unicodedata.is_normalized("NFC", text) or ODD.search(text) is not None
    small = text.lower()
    mixed = MAYBE_OLD.search(small) is not None and MAYBE_NEW.search(small) is not None
    return odd, mixed


def _line(span: Span, line: str, severity: Severity, ours: Own, numbers: Collection[str]) -> Iterator[Finding]:
    def edits(found: Iterable[tuple[int, int, str]]) -> tuple[Edit, ...]:
        return tuple(
            Edit(Span(span.file, span.line, start + 1), end - start, new)
            for start, end, new in found
            if ours.holds(span.line, start, end)
        )

    if line != (composed := unicodedata.normalize("NFC", line)):
        column = next((i for i, (a, b) in enumerate(zip(line, composed, strict=False)) if a != b), len(composed))
        where = Span(span.file, span.line, column + 1)
        message, remedy = "Chữ không ở dạng dựng sẵn (NFC).", "Gõ lại bằng bộ gõ Unicode dựng sẵn."
        yield Finding("TEXT-001", where, message, remedy, severity, edits=edits(_composed(line)))
        return
    if found := list(LOOKALIKE.finditer(line)):
        odd, right = found[0][0], LOOKALIKES[found[0][0]]
        message = f"Chữ «{odd}» (U+{ord(odd):04X}) trông giống «{right}» nhưng là chữ khác."
        certain = [(*m.span(), LOOKALIKES[m[0]]) for m in found if is_certain_lookalike(line, m.start(), numbers)]
        where = Span(span.file, span.line, found[0].start() + 1)
        yield Finding("TEXT-002", where, message, f"Gõ lại «{right}».", severity, edits=edits(certain))
    if found := list(INVISIBLE.finditer(line)):
        message = f"Có ký tự không nhìn thấy U+{ord(found[0][0]):04X}."
        certain = [(*m.span(), "") for m in found if is_certain_invisible(line, m.start())]
        where = Span(span.file, span.line, found[0].start() + 1)
        yield Finding("TEXT-004", where, message, "Xóa ký tự đó.", severity, edits=edits(certain))


def _composed(line: str) -> Iterator[tuple[int, int, str]]:
    """The characters of a line that are not composed, each with its marks, and what they become."""
    starts = [at for at, char in enumerate(line) if not unicodedata.combining(char)]
    for start, end in pairwise((*starts, len(line))):
        if line[start:end] != (composed := unicodedata.normalize("NFC", line[start:end])):
            yield start, end, composed


def _mixed_tones(file: str, lines: Sequence[tuple[int, str]], quoted: set[int], ours: Own | None) -> Iterator[Finding]:
    """Both ways of placing the tone in one file: the first word of the rarer way is named.

    What prose quotes has the tones of its source, so there only `ours` count.
    """
    old, new = (
        [(n, line, m) for n, line in lines for m in way.finditer(line) if ours is None or ours.holds(n, *m.span())]
        for way in (OLD_TONE, NEW_TONE)
    )
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
