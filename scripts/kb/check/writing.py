"""Spacing, and the form of document numbers, in words of our own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache, partial

from kb.check.case import Case
from kb.check.letters import cleaned
from kb.check.metadata import VOCABULARY
from kb.check.own import Own, own
from kb.model.citation import Citation
from kb.model.citing import Resolved, resolve
from kb.model.finding import Edit, Finding, Severity, Span
from kb.model.library import Library
from kb.model.reference import Located

# Begins with what is looked for, not with what stands before it: ten times as fast.
DOUBLE = re.compile(r"  (?<=\S  ) *(?=\S)")
TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)


def check(case: Case) -> Iterator[Finding]:
    """Every authored file. What is wrong here is shown and can be mended; it stops nobody."""
    library = case.library
    at = cache(lambda file: own(library, file))
    for file, text in sorted(library.sources.items()):
        if file not in library.unreadable and _uneven(text):
            yield from _spacing(file, text, at(file))
    if not case.sound(*VOCABULARY):
        return  # numbers are read by that vocabulary
    by_file = library.cited_by_file.items()
    odd = (each for file, found in by_file for each in case.by_itself(file, (found,), partial(_odd, found)))
    for located in (*odd, *_odd(library.misspelt)):
        citation = located.reading
        if located.span.file not in library.unreadable and _may_be_mended(
            located, citation, library, at(located.span.file)
        ):
            message = f"Số, ký hiệu «{citation.raw}» chưa ghi theo dạng chuẩn."
            edit = Edit(located.span, len(citation.raw), citation.canonical)
            yield Finding(
                "TEXT-008", located.span, message, f"Ghi {citation.canonical}.", Severity.NOTICE, edits=(edit,)
            )


def _odd(citations: Iterable[Located]) -> list[Located]:
    """The numbers that are not printed in their canonical form, where they are read as they stand in the file."""
    numbered = (each for each in citations if isinstance(each.reading, Citation) and not each.apart)
    return [each for each in numbered if each.reading.raw != each.reading.canonical]


# Kept, since most texts are the same when they are checked again.
@lru_cache(maxsize=65536)
def _uneven(text: str) -> bool:
    # What the pattern for the ends of lines finds, in a tenth of the time.
    trailing = " \n" in text or "\t\n" in text or text.endswith((" ", "\t"))
    return trailing or DOUBLE.search(text) is not None


def _spacing(file: str, text: str, words: Own) -> Iterator[Finding]:
    for number, line in enumerate(text.split("\n"), 1):
        doubled = [
            Edit(Span(file, number, found.start() + 1), len(found[0]), " ")
            for found in DOUBLE.finditer(line)
            if any(each.prose and each.start <= found.start() and found.end() <= each.end for each in words.on(number))
        ]
        trailing = [
            Edit(Span(file, number, found.start() + 1), len(found[0]), "")
            for found in TRAILING.finditer(line)
            if number in words.ends
        ]
        if edits := (*doubled, *trailing):
            message = "Thừa dấu cách giữa các từ." if doubled else "Thừa dấu cách ở cuối dòng."
            yield Finding("TEXT-009", edits[0].span, message, "Xóa dấu cách thừa.", Severity.NOTICE, edits=edits)


def _may_be_mended(located: Located, citation: Citation, library: Library, words: Own) -> bool:
    """Whether the number is ours, stands for one document for certain, and more than its letters is odd."""
    start = located.span.column - 1
    if "\n" in citation.raw or not words.holds(located.span.line, start, start + len(citation.raw)):
        return False
    if cleaned(citation.raw) == citation.canonical:
        return False
    original = library.provision("vi", located.owner, located.provision)
    if original and citation.raw in original.text:
        return False  # a translation gives the number as it is printed
    match resolve(located, library):
        case Resolved(document):
            return document.number == citation.canonical
    return False
