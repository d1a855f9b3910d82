"""Word's automatic numbering: the label of each numbered paragraph, counted as Word counts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEVELS = 9
LATIN = "abcdefghijklmnopqrstuvwxyz"
ORDINALS = ("", "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """An attribute of Word's namespace; None where the element or the attribute is not there."""
    return None if element is None else element.get(W + name)


def whole(text: str | None, otherwise: int = 0) -> int:
    """A whole number within reason; what is none is `otherwise`."""
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text) else otherwise


@dataclass(slots=True)
class Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int = -1
    legal: bool = False
    font: str = ""
    suffix: str = "tab"


@dataclass(slots=True)
class _List:
    levels: dict[int, Level] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """All lists of a document, and how far each has counted."""

    def __init__(self, root: etree._Element | None) -> None:
        self._abstract: dict[str, dict[int, Level]] = {}
        self._styles: dict[str, str] = {}
        self._lists: dict[str, _List] = {}
        # Lists of one abstract list count on together, unless one starts anew.
        self._shared: dict[str, dict[int, int]] = {}
        self._override: dict[str, dict[int, int]] = {}
        self._of: dict[str, str] = {}
        self.by_style: dict[str, tuple[str, int]] = {}
        if root is not None:
            self._read(root)

    def _read(self, root: etree._Element) -> None:
        linked: dict[str, str] = {}
        for element in root.findall(W + "abstractNum"):
            name = value(element, "abstractNumId") or ""
            self._abstract[name] = {whole(value(each, "ilvl")): _level(each) for each in element.findall(W + "lvl")}
            if style := value(element.find(W + "styleLink")):
                self._styles[style] = name
            if style := value(element.find(W + "numStyleLink")):
                linked[name] = style
        for name, style in linked.items():
            self._abstract[name] = self._abstract.get(self._styles.get(style, ""), {})
        for element in root.findall(W + "num"):
            self._num(element)
        for element in root.findall(W + "abstractNum"):
            owner = next((num for num, of in self._of.items() if of == value(element, "abstractNumId")), None)
            for each in element.findall(W + "lvl") if owner else ():
                if style := value(each.find(W + "pStyle")):
                    self.by_style.setdefault(style, (owner, whole(value(each, "ilvl"))))

    def _num(self, element: etree._Element) -> None:
        name = value(element, "numId") or ""
        abstract = value(element.find(W + "abstractNumId")) or ""
        levels, starts = dict(self._abstract.get(abstract, {})), {}
        for override in element.findall(W + "lvlOverride"):
            at = whole(value(override, "ilvl"))
            if (own := override.find(W + "lvl")) is not None:
                levels[at] = _level(own)
            if (start := override.find(W + "startOverride")) is not None:
                starts[at] = whole(value(start), 1)
        self._of[name] = abstract
        self._override[name] = starts
        self._lists[name] = _List(levels, self._shared.setdefault(abstract, {}))

    def level(self, num: str, at: int) -> Level | None:
        """The level of a list; None where the document has no such list."""
        found = self._lists.get(num)
        return found.levels.get(at) if found else None

    def label(self, num: str, at: int) -> tuple[str, Level] | None:
        """Count one paragraph on and give its label; None for a list that is not there or shows nothing."""
        found = self._lists.get(num)
        if found is None or not 0 <= at < LEVELS or at not in found.levels:
            return None
        starts, level = self._override[num], found.levels[at]
        if at in starts:
            found.counts[at] = starts.pop(at) - 1
        counts = found.counts
        counts[at] = counts[at] + 1 if at in counts else level.start
        for deeper in [each for each in counts if each > at]:
            restart = found.levels[deeper].restart if deeper in found.levels else -1
            # 0: never; n: only after level n - 1 or a higher one
            if restart < 0 or (restart and at < restart):
                del counts[deeper]
        return self._text(found, at), level

    def _text(self, found: _List, at: int) -> str:
        level = found.levels[at]

        def number(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            of = found.levels.get(place)
            count = found.counts.get(place, of.start if of else 1)
            return shown(count, "decimal" if level.legal or of is None else of.form)

        return level.text if level.form == "bullet" else re.sub(r"%([1-9])", number, level.text)


def _level(element: etree._Element) -> Level:
    fonts = element.find(f"{W}rPr/{W}rFonts")
    legal = element.find(W + "isLgl")
    return Level(
        start=whole(value(element.find(W + "start")), 1),
        form=value(element.find(W + "numFmt")) or "decimal",
        text=value(element.find(W + "lvlText")) or "",
        restart=whole(value(element.find(W + "lvlRestart")), -1),
        legal=legal is not None and value(legal) not in ("0", "false"),
        font=(value(fonts, "ascii") or value(fonts, "hAnsi") or "") if fonts is not None else "",
        suffix=value(element.find(W + "suff")) or "tab",
    )


def shown(count: int, form: str) -> str:
    """A count as a form of numbering shows it.

    >>> shown(4, "upperRoman"), shown(27, "lowerLetter"), shown(3, "decimalZero")
    ('IV', 'aa', '03')
    """
    if form in ("upperRoman", "lowerRoman"):
        text = roman(count)
        return text if form == "upperRoman" else text.lower()
    if form in ("upperLetter", "lowerLetter"):
        text = LATIN[(count - 1) % 26] * ((count - 1) // 26 + 1) if 0 < count <= 26 * 9 else str(count)
        return text.upper() if form == "upperLetter" else text
    if form == "decimalZero":
        return f"{count:02d}"
    if form == "none":
        return ""
    if form in ("ordinalText", "cardinalText") and 0 < count < len(ORDINALS):
        return ORDINALS[count]
    return str(count)


def roman(count: int) -> str:
    """A Roman number; digits where there is none."""
    if not 0 < count < 400:
        return str(count)
    text = ""
    for size, letters in (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        text += letters * (count // size)
        count %= size
    return text
