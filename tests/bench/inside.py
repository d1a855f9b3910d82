"""What is measured in one process: a check after one file changed, and the reader of citations by itself."""

from __future__ import annotations

import time
from itertools import cycle
from pathlib import Path
from random import Random
from statistics import median

from kb import check, reading
from kb.model.memory import Memory
from kb.parse.citations import read
from tests.corpus.words import SYLLABLES

PASSAGES = 1000
PASSAGE = 1000
"""Bytes, about: the length of a long provision."""
MARK = b" {#i-1-1}"
"""Behind the words that are changed."""
FIELD = b"\nsubject: "


def recheck(root: Path, rounds: int) -> tuple[float, float, float]:
    """Seconds of the first check, and of one after words or a field of one document changed (medians of several).

    Every other change takes them back, so that an error comes or goes each time, as it does while somebody writes.
    """
    memory = Memory()
    first = _check(root, memory)
    held = ((file, file.read_bytes()) for file in sorted((root / "docs/vi/van-ban").glob("*.md")))
    file, original = next((file, text) for file, text in held if MARK in text)
    medians = []
    for mark, new in ((MARK, b" xanh" + MARK), (FIELD, FIELD + b"xanh ")):
        times = []
        for count in range(rounds + 1):
            file.write_bytes(original if count % 2 else original.replace(mark, new, 1))
            times.append(_check(root, memory))
        medians.append(median(times))
        file.write_bytes(original)
        _check(root, memory)
    return first, *medians


def _check(root: Path, memory: Memory) -> float:
    start = time.monotonic()
    check.run(reading.read(root, memory), memory)
    return time.monotonic() - start


def reading_speed(root: Path, density: int) -> float:
    """MB of text a second of the processor, at so many citations per kB."""
    library, rng = reading.read(root), Random(density)
    cited = [
        each.text[slice(*each.reading.context_span)]
        for each in library.citations
        if each.language == "vi" and each.reading.date
    ]
    source = cycle(cited)
    passages = [_passage([next(source) for _ in range(density)], rng) for _ in range(PASSAGES)]
    size = sum(len(passage.encode()) for passage in passages)
    start = time.process_time()
    for passage in passages:
        read(passage, library.numbers)
    return size / 1e6 / (time.process_time() - start)


def _passage(citations: list[str], rng: Random) -> str:
    share = (PASSAGE - sum(len(each.encode()) for each in citations)) // len(citations)
    pieces = []
    for citation in citations:
        words: list[str] = []
        while sum(len(word.encode()) + 1 for word in words) < share:
            words += rng.choices(SYLLABLES, k=4)
        pieces.append(f"{' '.join(words)} {citation}")
    return ", ".join(pieces) + "."
