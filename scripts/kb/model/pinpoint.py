"""The units that a pinpoint names in words, whole or in part, and whether a provision has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kb.model.address import ORDINALS, pinpoint
from kb.model.document import Document, Provision

# From the smallest to the largest.
SIZES = {"dash": 0, "paragraph": 0, "opening": 0, "closing": 0, "only": 0, "title": 0}
SIZES |= {"subsection": 1, "section": 2, "part": 3}


class Unit(NamedTuple):
    """One unit: `dash` 3, `section` 2, `part` ii, or a paragraph by its place (`opening`, `closing`, `only`)."""

    kind: str
    label: str = ""

    @property
    def size(self) -> int:
        return SIZES[self.kind]


class Named(NamedTuple):
    """Units that stand together in a text, from the smallest to the largest; `start` and `end` are offsets."""

    units: tuple[Unit, ...]
    start: int
    end: int


NUMBER = r"[0-9]+(?![0-9]*\.[0-9])"
ROMAN = r"[IVX]+(?![\w.]*\w)"
NTH = {
    "vi": rf"(?:{'|'.join(ORDINALS['vi'])}|{NUMBER})",
    "en": rf"(?:{'|'.join(ORDINALS['en'])}|[0-9]+(?:st|nd|rd|th))",
}
PATTERNS = {
    "vi": (
        r"(?P<title>phần\s+tiêu\s+đề)"
        r"|(?P<opening>đoạn\s+mở\s+đầu)|(?P<closing>đoạn\s+cuối)|(?P<only>đoạn\s+văn)"
        rf"|đoạn\s+(?:thứ\s+)?(?P<paragraph>{NTH['vi']})|gạch\s+đầu\s+dòng\s+(?:thứ\s+)?(?P<dash>{NTH['vi']})"
        r"|(?:tiểu\s+mục|phần|mục|điểm)\s+(?P<short>[IVX]+(?:\.[0-9]+)+)|(?<!\.)(?P<bare_short>[IVX]+(?:\.[0-9]+)+)"
        r"|(?:tiểu\s+mục|mục|điểm)\s+(?P<subsection>[0-9]+(?:\.[0-9]+)+)"
        rf"|(?P<bare_subsection>[0-9]+\.[0-9]+)(?=,?\s+(?:mục\s+{NUMBER}|(?:phần|mục)\s+{ROMAN})(?!\w))"
        rf"|mục\s+(?P<section>{NUMBER})|(?:phần|mục)\s+(?P<part>{ROMAN})"
    ),
    "en": (
        r"(?P<title>title\s+block)"
        r"|(?P<opening>opening\s+paragraph)|(?P<closing>closing\s+paragraph)"
        rf"|(?P<paragraph>{NTH['en']})\s+paragraph|paragraph\s+(?P<counted_paragraph>{NUMBER})|(?P<only>paragraph)"
        rf"|(?P<dash>{NTH['en']})\s+dash|dash\s+(?P<counted_dash>{NUMBER})"
        r"|(?:subsection|section|part)\s+(?P<short>[IVX]+(?:\.[0-9]+)+)"
        r"|(?:subsection|section)\s+(?P<subsection>[0-9]+(?:\.[0-9]+)+)"
        rf"|section\s+(?P<section>{NUMBER})|part\s+(?P<part>{ROMAN})"
    ),
}  # fmt: skip
UNIT = {language: re.compile(rf"(?<!\w)(?:{each})(?!\w)", re.IGNORECASE) for language, each in PATTERNS.items()}
BETWEEN = re.compile(r"\s*(?:,|of(?:\s+the)?|của)?\s*", re.IGNORECASE)
# `II.1.1, gạch đầu dòng 3`; `III. Tổ chức thực hiện`
SHORT = re.compile(r"(?P<part>[IVX]+)(?:\.(?P<section>[0-9]+)(?P<below>(?:\.[0-9]+)*))?(?=,|\.\s|\s*\Z)")
LEAD = re.compile(r"[\s“«]*(?:the\s+)?", re.IGNORECASE)
# `gạch đầu dòng thứ nhất đến thứ ba` is no pinpoint of one provision.
SEVERAL = re.compile(r"\s*(?:đến|và|hoặc|to|and|or|[-–])\s*(?:the\s+)?(?:thứ\s+\w|[0-9]|first|second|third|\w+th)")


def named(text: str, language: str) -> Iterator[Named]:
    """The groups of units in a text; in a group each is larger than the one before."""
    group: list[Unit] = []
    start = end = 0
    for found in UNIT[language].finditer(text):
        printed = found[found.lastgroup]
        if found.lastgroup == "bare_short" and not printed[0].isupper():
            continue
        short = SHORT.fullmatch(printed.upper()) if found.lastgroup in ("short", "bare_short") else None
        units = _short(short) if short else (_unit(found, language),)
        if group and units[0].size > group[-1].size and BETWEEN.fullmatch(text, end, found.start()):
            group.extend(units)
        else:
            if group:
                yield Named(tuple(group), start, end)
            group, start = [*units], found.start()
        end = found.end()
    if group:
        yield Named(tuple(group), start, end)


def leading(text: str, language: str) -> tuple[Unit, ...]:
    """The pinpoint with which a text begins; nothing where it begins otherwise, or with several provisions."""
    begin = LEAD.match(text).end()
    short = SHORT.match(text, begin)
    units = _short(short) if short else ()
    rest = short.end() if short else begin
    groups = named(text[rest:], language)
    first = next(groups, None)
    if first and (first.start == 0 or (short and BETWEEN.fullmatch(text, rest, rest + first.start))):
        if SEVERAL.match(text, rest + first.end):
            return ()
        units = (*_with_further(text[rest:], first, groups), *units)
    return units


def _with_further(text: str, first: Named, groups: Iterator[Named]) -> tuple[Unit, ...]:
    """The units of a group and of those that follow it: some write `phần I, mục 1, gạch đầu dòng thứ nhất`."""
    units, end = first.units, first.end
    for group in groups:
        sizes = {unit.size for unit in units}
        if not BETWEEN.fullmatch(text, end, group.start) or any(unit.size in sizes for unit in group.units):
            break
        units, end = (*units, *group.units), group.end
    return tuple(sorted(units, key=lambda unit: unit.size))


def of(document: Document, provision: Provision) -> frozenset[Unit]:
    """Every unit that a pinpoint of a provision may truly name."""
    group = next(named(pinpoint(document, provision, "vi"), "vi"), None)
    if group is None:
        return frozenset()
    units = set(group.units)
    if group.units[0].kind in ("opening", "closing", "only"):
        units.add(Unit("paragraph", provision.id.rpartition("p")[2]))
    return frozenset(units)


def _unit(found: re.Match[str], language: str) -> Unit:
    kind = found.lastgroup.removeprefix("counted_").removeprefix("bare_")
    label = found[found.lastgroup].lower() if kind in ("dash", "paragraph", "subsection", "section", "part") else ""
    if kind in ("dash", "paragraph"):
        known = ORDINALS[language]
        label = str(known.index(label) + 1) if label in known else re.sub(r"\D", "", label)
    return Unit(kind, label)


def _short(found: re.Match[str]) -> tuple[Unit, ...]:
    part = Unit("part", found["part"].lower())
    if not found["section"]:
        return (part,)
    section = Unit("section", found["section"])
    return (Unit("subsection", found["section"] + found["below"]), section, part) if found["below"] else (section, part)
