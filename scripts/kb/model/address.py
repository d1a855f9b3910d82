"""How a provision is cited in words, and which provision a printed locator means."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from kb.model.document import DASH, HEADING, TITLE, Document, Provision

ORDINALS = {
    "vi": ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"),
    "en": ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
}
WORDS = {
    "vi": {
        "part": "phần {}", "section": "mục {}", "subsection": "tiểu mục {}", "dash": "gạch đầu dòng thứ {}",
        "title": "phần tiêu đề", "opening": "đoạn mở đầu", "closing": "đoạn cuối", "only": "đoạn văn",
        "paragraph": "đoạn thứ {}", "short-dash": "gạch đầu dòng {}", "short-paragraph": "đoạn {}",
    },
    "en": {
        "part": "part {}", "section": "section {}", "subsection": "subsection {}", "dash": "{} dash",
        "title": "title block", "opening": "opening paragraph", "closing": "closing paragraph",
        "only": "paragraph", "paragraph": "{} paragraph", "short-dash": "dash {}", "short-paragraph": "paragraph {}",
    },
}  # fmt: skip
PLACE = re.compile(r"(?P<part>[ivx]+)(?:-(?P<section>\d+)(?P<subsection>(?:\.\d+)+)?)?(?:-(?P<item>p?\d+))?")

COUNT = re.compile(r"(?<=[-p])[1-9]\d{0,5}\Z")


def pinpoint(document: Document, provision: Provision, language: str) -> str:
    """The provision in citation form, from the smallest unit to the largest.

    >>> pinpoint(plan, plan.by_id["ii-1.1-3"], "vi")
    'gạch đầu dòng thứ ba, tiểu mục 1.1, mục 1, phần II'
    """
    words = WORDS[language]
    if provision.kind == TITLE:
        return words["title"]
    place = PLACE.fullmatch(provision.parent)
    units = [] if provision.kind == HEADING else [_item(document, provision, language)]
    if not place:
        return units[0] if units else provision.id
    if place["subsection"]:
        units.append(words["subsection"].format(place["section"] + place["subsection"]))
    if place["section"]:
        units.append(words["section"].format(place["section"]))
    units.append(words["part"].format(place["part"].upper()))
    return ", ".join(units)


def short(provision: Provision, language: str) -> str:
    """The provision in a few characters, e.g. `II.1.1, gạch đầu dòng 3`."""
    words = WORDS[language]
    place = PLACE.fullmatch(provision.parent)
    if not place:
        return words["title"] if provision.kind == TITLE else words["opening"]
    label = place["part"].upper()
    if place["section"]:
        label += f".{place['section']}{place['subsection'] or ''}"
    if provision.kind == HEADING:
        return label
    item = provision.id.rpartition("-")[2].lstrip("p")
    return f"{label}, {words['short-dash' if provision.kind == DASH else 'short-paragraph'].format(item)}"


def _item(document: Document, provision: Provision, language: str) -> str:
    words = WORDS[language]
    count = COUNT.search(provision.id)
    if count is None:
        return words["only"]
    number = int(count[0])
    if provision.kind == DASH:
        return words["dash"].format(_ordinal(number, language))
    siblings = document.below[provision.parent]
    if provision.parent == "mo-dau" or (siblings[0] is provision and len(siblings) > 1):
        return words["opening"]
    if len(siblings) == 1:
        return words["only"]
    if siblings[-1] is provision:
        return words["closing"]
    return words["paragraph"].format(_ordinal(number, language))


def _ordinal(number: int, language: str) -> str:
    names = ORDINALS[language]
    return names[number - 1] if number <= len(names) else str(number) if language == "vi" else f"{number}th"


UNIT = re.compile(
    r"(?P<unit>gạch đầu dòng|tiểu mục|phần|mục|khoản|điểm|đoạn)\s+(?:thứ\s+)?(?P<label>[IVX]+\b|\d+(?:\.\d+)*|\w+)",
    re.IGNORECASE,
)


def locate(document: Document, locator: str) -> Provision | None:
    """The provision that a printed locator means (Party layout), or None where the document has none such."""
    return document.by_id.get(located(locator))


@lru_cache(maxsize=65536)
def located(locator: str) -> str:
    """The ID of the provision that a printed locator means (Party layout).

    A Roman part is cited both as `phần II` and as `mục II`; the units may stand in either order.
    """
    part = number = dash = ""
    for found in UNIT.finditer(unicodedata.normalize("NFC", locator)):
        unit, label = found["unit"].lower(), found["label"]
        if re.fullmatch(r"[IVX]+", label):
            part = label.lower()
        elif unit == "gạch đầu dòng":
            dash = _cardinal(label)
        elif label[0].isdigit() and len(label) > len(number):
            number = label
    return "-".join(piece for piece in (part, number, dash) if piece)


def _cardinal(word: str) -> str:
    return str(ORDINALS["vi"].index(word) + 1) if word in ORDINALS["vi"] else word
