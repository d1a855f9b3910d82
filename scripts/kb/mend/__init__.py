"""From findings to mended texts: their edits are applied until none is left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from kb.model.finding import Edit, Finding
from kb.model.library import Library


@dataclass(frozen=True)
class Mended:
    """Old and new texts by file, how many places differ, and what is found when the new ones stand for the old."""

    before: Mapping[str, str]
    after: Mapping[str, str]
    places: int
    library: Library
    findings: list[Finding]


def mend(check: Callable[[Mapping[str, str]], tuple[Library, list[Finding]]]) -> Mended:
    """Mend what the findings know how to mend.

    `check` reads and checks with some texts in place of those of the disk. One mend may uncover another: a letter that
    is composed may prove to be a look-alike. Each leaves one odd character or one odd number fewer, so this ends.
    """
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    places = 0
    while True:
        library, findings = check(after)
        edits = sorted({edit for finding in findings for edit in finding.mends})
        if not edits:
            return Mended(before, after, places, library, findings)
        for file, each in groupby(edits, lambda edit: edit.span.file):
            before.setdefault(file, library.sources[file])
            after[file], count = applied(library.sources[file], each)
            places += count


def applied(text: str, edits: Iterable[Edit]) -> tuple[str, int]:
    """A text after its edits, and how many they were."""
    lines, made = text.split("\n"), list(apart(edits))
    for edit in reversed(made):
        line, start = lines[edit.span.line - 1], edit.span.column - 1
        lines[edit.span.line - 1] = line[:start] + edit.new + line[start + edit.length :]
    return "\n".join(lines), len(made)


def apart(edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits of one file in order of place; of two that overlap, the one that begins first."""
    line, end = 0, 0
    for edit in sorted(edits):
        if edit.span.line > line or edit.span.column > end:
            yield edit
            line, end = edit.span.line, edit.span.column + edit.length - 1
