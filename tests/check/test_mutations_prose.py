"""Every quotation and every pinpoint of our prose, in both languages, changed once: one finding, on its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

import pytest

from kb import reading
from kb.check.prose import Block, Link, blocks, provision
from kb.check.quotations import marked
from kb.model.finding import Span
from kb.model.library import LANGUAGES
from kb.model.pinpoint import leading
from kb.model.quotation import stands
from tests.check.plan import PLACES, name
from tests.folders import CONTENT

LIBRARY = reading.read(CONTENT)
PLAN = "23-kh-duk-2021"
IDS = ["tieu-de", *(name(place) for place in PLACES)]
# What is wrong with a citation, a day or a letter inside a quotation is told as such.
INSIDE = {"QUOTE-001", "XREF-001", "XREF-002", "XREF-004", "XREF-005", "DATE-001"}
UNIT = {
    "vi": re.compile(r"(?<=thứ )\w+|(?<=mục )\d[\d.]*|(?<=phần )[IVX]+|mở đầu|cuối|văn|tiêu đề|^[IVX]+", re.I),
    "en": re.compile(r"\w+(?= dash)|(?<=section )\d[\d.]*|(?<=part )[IVX]+|opening|closing|title block|^[IVX]+", re.I),
}
OTHER = {
    "nhất": "hai", "mở đầu": "cuối", "cuối": "mở đầu", "văn": "mở đầu", "tiêu đề": "II", "i": "II",
    "first": "second", "opening": "closing", "closing": "opening", "title block": "opening paragraph",
}  # fmt: skip


class Case(NamedTuple):
    """A change of a file at a place; there, and only there, one of these findings is due."""

    file: str
    line: int
    text: str
    codes: set[str]


def changed(file: str, at: Span, old: str, new: str, codes: set[str]) -> Case:
    lines = LIBRARY.sources[file].split("\n")
    line = lines[at.line - 1]
    assert line.startswith(old, at.column - 1)
    lines[at.line - 1] = line[: at.column - 1] + new + line[at.column - 1 + len(old) :]
    return Case(file, at.line, "\n".join(lines), codes)


@pytest.fixture
def each_is_found(checkouts):
    def compare(cases: list[Case]) -> None:
        assert cases
        named = {f"{number} {case.file}:{case.line}": case for number, case in enumerate(cases)}
        found = checkouts.faults({key: {case.file: case.text} for key, case in named.items()})
        wrong = {
            key: faults
            for key, faults in found.items()
            if [fault[:2] for fault in faults] != [named[key][:2]] or faults[0][2] not in named[key].codes
        }
        assert wrong == {}

    return compare


def prose() -> Iterator[tuple[str, str, Block]]:
    for language in LANGUAGES:
        for held in (LIBRARY.questions[language], LIBRARY.pages[language]):
            for each in held.values():
                yield from ((each.path, language, block) for block in blocks(each))


def quotations() -> Iterator[tuple[str, str, Block, int, int]]:
    """What is quoted in answers; pages about the site quote the interface too."""
    for file, language, block in prose():
        asked = LIBRARY.questions["vi"].get(file.rpartition("/")[2].removesuffix(".md"))
        for start, end in marked(block)[0] if asked and not asked.about_site else ():
            yield file, language, block, start, end


def pinpoints() -> Iterator[tuple[str, str, Block, Link]]:
    for file, language, block in prose():
        for link in block.links:
            target = provision(link, file)
            if target and target[1] and leading(block.text[link.start : link.end], language):
                yield file, language, block, link


def test_one_changed_letter_in_every_quotation(each_is_found):
    cases = []
    for file, _, block, start, end in quotations():
        at = Random(f"{file} {start}").choice([at for at in range(start, end) if block.text[at].isalpha()])
        old = block.text[at]
        cases.append(changed(file, block.span(at), old, "y" if old == "x" else "x", INSIDE))
    each_is_found(cases)


def test_one_dropped_word_in_every_quotation(each_is_found):
    cases, texts = [], {language: LIBRARY.documents[language][PLAN].provisions for language in LANGUAGES}
    for file, language, block, start, end in quotations():
        text = block.text[start:end]
        for word in Random(f"{file} {start}").sample(inner := list(re.finditer(r" \w+(?= \w)", text)), len(inner)):
            left = text[: word.start()] + text[word.end() :]
            # “the Congress” is as true as “the 13th Congress”.
            if not any(stands(left, each.text) for each in texts[language]):
                cases.append(changed(file, block.span(start + word.start()), word[0], "", INSIDE))
                break
    each_is_found(cases)


def test_another_unit_in_the_words_of_every_pinpoint(each_is_found):
    cases = []
    for file, language, block, link in pinpoints():
        text = block.text[link.start : link.end]
        found = Random(f"{file} {link.start}").choice(list(UNIT[language].finditer(text)))
        old = found[0]
        new = OTHER.get(old.lower()) or ("I" if old[0] in "IVX" else f"{old[:-1]}9" if old[0].isdigit() else None)
        new = new or {"vi": "nhất", "en": "first"}[language]
        cases.append(changed(file, block.span(link.start + found.start()), old, new, {"LINK-004"}))
    each_is_found(cases)


def test_another_target_of_every_pinpoint(each_is_found):
    cases = []
    for file, _, block, link in pinpoints():
        path, _, anchor = link.target.partition("#")
        last = block.span(link.end - 1)
        behind = Span(last.file, last.line, last.column + 1)
        other = IDS[(IDS.index(anchor) + 1) % len(IDS)]
        cases.append(changed(file, behind, f"]({link.target})", f"]({path}#{other})", {"LINK-004"}))
    each_is_found(cases)
