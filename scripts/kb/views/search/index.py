"""The index: which blocks hold a key, how often a word stands anywhere, and the texts themselves.

Everything is written as scripts that hand their content to `kbSearch.receive`: a page that was opened from a disk may
load a script and nothing else.

- `index.js`: the vocabulary (each base, in how many records it stands, its other spellings), the first key of each
  part of the postings, the first block of each part of the texts, and what facets, kinds and short forms mean.
- `STAMP/keys-N.js`: postings, a line for each key, in order. A key is a base, two neighbouring bases, a sign
  (`#26-kh-btgtw`; `^26-kh-btgtw` where the document itself is registered), a date (`@2021-05-17`), the ID of a
  provision (`~ii-1.1`) or a facet (`=kind:KH`).
- `STAMP/texts-N.js`: blocks of records.

The stamp changes with any byte of these parts, so that whoever read one index never gets the parts of another.

Where a search would read every text anyway, there are no postings, and the texts stand behind the index in its file.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from math import inf

from kb.views.search.keys import DIGIT, analysed, signs
from kb.views.search.records import CITED, DOCUMENT, OPENING, PROVISION, Block, Record

BLOCK = 2400
"""Characters in a block, about."""
FRAME = 70
"""Characters about a record's text, about."""
REMEMBERED = 1 << 14
ALL_AT_ONCE = 64
"""So many blocks are read without asking which of them are worth it."""
TEXTS, KEYS = 9000, 6000
"""Characters in a file of texts and in one of postings, about."""
# The digits of a gap; one of the second half says that more follow.
DIGITS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
HALF = len(DIGITS) // 2


def files(name: str, blocks: Iterable[Block], language: str, meaning: Mapping[str, object]) -> dict[str, str]:
    """The scripts of the index `name` by their names; `meaning` reaches the browser as it is."""
    blocks = list(blocks)
    seen = Seen(language)
    for number, block in enumerate(blocks):
        seen.add(number, block)
    large = len(blocks) > ALL_AT_ONCE
    texts = dict(_texts(blocks, TEXTS if large else inf))
    postings = dict(_postings(seen.blocks)) if large else {}
    parts = {f"texts-{n}": part for n, part in enumerate(texts.values())}
    parts |= {f"keys-{n}": part for n, part in enumerate(postings.values())}
    scripts = {f"{file}.js": _script(name, file, part) for file, part in parts.items()}
    stamp = hashlib.sha256("".join(scripts.values()).encode()).hexdigest()[:12]
    index = {
        "stamp": stamp,
        "language": language,
        "records": sum(len(block.records) for block in blocks),
        "blocks": len(blocks),
        "words": seen.vocabulary(),
        "keys": list(postings),
        "texts": list(texts),
        **meaning,
    }
    first = _script(name, "index", index)
    if not large:
        return {"index.js": first + "".join(scripts.values())}
    return {"index.js": first, **{f"{stamp}/{file}": text for file, text in scripts.items()}}


def _script(name: str, file: str, part: object) -> str:
    content = json.dumps(part, ensure_ascii=False, separators=(",", ":"))
    return f'kbSearch.receive("{name}/{file}",{content})\n'


class Seen:
    """What was seen where: blocks by key, and for each base its spellings and the number of its records."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.blocks: dict[str, list[int]] = defaultdict(list)
        self.records: Counter[str] = Counter()
        self.spelled: set[tuple[str, str]] = set()
        # Places have the same titles in every document.
        self.read = lru_cache(REMEMBERED)(self._read)

    def add(self, number: int, block: Block) -> None:
        keys = {f"={facet}" for facet in block.facets}
        keys.update(signs(block.title))
        for _, words in block.headings:
            keys |= self.read(words)[0]
        for record in block.records:
            told, title = self.read(record.title)
            keys |= told
            bases: set[str] = set()
            for text in filter(None, (record.text, record.more)):
                told, words = self.read(text)
                keys |= told
                bases |= words
            # The title of a passage is its place, in which nothing is searched: `mục` does not stand in each of them.
            placed = record.sort.isdecimal() or record.sort in (PROVISION, OPENING)
            self.records.update(dict.fromkeys(title - bases, 0 if placed else 1))
            self.records.update(bases)
            keys.update(f"={facet}" for facet in record.facets)
            if record.sort in (DOCUMENT, CITED):
                keys.update(sign.replace("#", "^") for sign in signs(record.title))
            elif block.page:
                keys.add(f"~{record.anchor}")
        for key in keys:
            self.blocks[key].append(number)

    def _read(self, text: str) -> tuple[set[str], set[str]]:
        """The keys of a text, and those of them that are bases."""
        found, told = analysed(text, self.language)
        self.spelled.update(found)
        bases = [base for base, _ in found]
        keys = {*bases, *map(" ".join, pairwise(bases)), *told}
        if DIGIT.search(text):
            keys.update(exact for _, exact in found if exact[0] == "@")
        return keys, set(bases)

    def vocabulary(self) -> str:
        spellings: dict[str, set[str]] = defaultdict(set)
        for base, exact in self.spelled:
            spellings[base].add("." if exact == base or exact[0] == "@" else exact)
        lines = ([base, str(count), *sorted(spellings[base])] for base, count in sorted(self.records.items()))
        return "\n".join(" ".join(line) for line in lines)


def _texts(blocks: list[Block], size: float) -> Iterator[tuple[int, list[object]]]:
    """Parts of the texts, each with the number of its first block."""
    part: list[object] = []
    length = first = 0
    for number, block in enumerate(blocks):
        if length > size:
            yield first, part
            part, length, first = [], 0, number
        rows = [_row(each) for each in block.records]
        part.append([block.page, block.title, block.citation, block.facets, block.headings, rows])
        length += sum(len(each.text) + len(each.more) + FRAME for each in block.records)
    yield first, part


def _row(record: Record) -> list[object]:
    sort = record.sort if record.under is None else f"{record.sort}{record.under}"
    row = [sort, record.anchor, record.title, record.text, record.more, record.facets, record.cite, record.rests]
    while not row[-1]:
        row.pop()
    return row


def _postings(found: Mapping[str, list[int]]) -> Iterator[tuple[str, str]]:
    """Parts of the postings, each with its first key."""
    lines: list[str] = []
    length, first = 0, ""
    for key in sorted(found):
        line = f"{key}\t{_gaps(found[key])}"
        if length > KEYS:
            yield first, "\n".join(lines)
            lines, length = [], 0
        if not lines:
            first = key
        lines.append(line)
        length += len(line)
    yield first, "\n".join(lines)


def _gaps(numbers: list[int]) -> str:
    """Ascending numbers as the gaps between them, in digits of base HALF, the lowest first."""
    return "".join([_GAPS[number - before - 1] for before, number in zip([-1, *numbers], numbers, strict=False)])


class _Gaps(dict):
    def __missing__(self, gap: int) -> str:
        self[gap] = written = DIGITS[gap] if gap < HALF else DIGITS[HALF + gap % HALF] + self[gap // HALF]
        return written


_GAPS = _Gaps()
