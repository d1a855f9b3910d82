"""How a provision is cited in words, and which provision a printed locator means."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from kb.model.document import DASH, HEADING, TITLE, Document, Provision, slug

ORDINALS = {
    "vi": ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"),
    "en": ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
}
WORDS = {
    "vi": {
        "part": "phần {}", "section": "mục {}", "subsection": "tiểu mục {}", "dash": "gạch đầu dòng thứ {}",
        "title": "phần tiêu đề", "opening": "đoạn mở đầu", "closing": "đoạn cuối", "only": "đoạn văn",
        "paragraph": "đoạn thứ {}", "article": "Điều {}", "clause": "khoản {}", "point": "điểm {}",
        "phan": "phần {}", "chuong": "Chương {}", "muc": "mục {}", "tieu-muc": "tiểu mục {}",
        "chu-ky": "phần ký", "noi-nhan": "nơi nhận", "chu-thich": "chú thích", "mo-dau": "phần mở đầu",
        "attached": "văn bản kèm theo",
        "row": "hàng thứ {} của bảng", "row-of": "hàng thứ {} của bảng thứ {}",
        "short-dash": "gạch đầu dòng {}", "short-paragraph": "đoạn {}", "short-row": "hàng {}",
        "short-table": "bảng {}",
    },
    "en": {
        "part": "part {}", "section": "section {}", "subsection": "subsection {}", "dash": "{} dash",
        "title": "title block", "opening": "opening paragraph", "closing": "closing paragraph",
        "only": "paragraph", "paragraph": "{} paragraph", "article": "Article {}", "clause": "clause {}",
        "phan": "part {}", "chuong": "Chapter {}", "muc": "section {}", "tieu-muc": "subsection {}",
        "chu-ky": "signature", "noi-nhan": "recipients", "chu-thich": "notes", "mo-dau": "opening",
        "attached": "attached text",
        "point": "point {}", "row": "{} row of the table", "row-of": "{} row of the {} table",
        "short-dash": "dash {}", "short-paragraph": "paragraph {}", "short-row": "row {}", "short-table": "table {}",
    },
}  # fmt: skip
PLACE = re.compile(r"(?P<part>[ivx]+)(?:-(?P<section>\d+)(?P<subsection>(?:\.\d+)+)?)?(?:-(?P<item>p?\d+))?")

# `dieu-5.2.d`, `chuong-i-muc-2`, `ii-1.a`, `muc-2`: what PLACE does not hold
LABELLED = re.compile(
    r"(?:(?P<unit>phan|chuong|tieu-muc|muc|dieu)-)?(?P<count>thu-[a-z]+|[ivxlc]+(?=[-.]|\Z)|\d+[a-z]*|[a-z](?=[-.]|\Z))"
    r"(?P<inner>(?:\.[a-z0-9]+)*)(?:-lan-\d+)?(?:-|\Z)"
)
THOSE = {slug(each): f"thứ {each}" for each in ORDINALS["vi"]}
ATTACHED = re.compile(r"kem-theo-\d+-")
COUNT = re.compile(r"(?<=[-p])[1-9]\d{0,5}\Z")


def pinpoint(document: Document, provision: Provision, language: str) -> str:
    """The provision in citation form, from the smallest unit to the largest.

    >>> pinpoint(plan, plan.by_id["ii-1.1-3"], "vi")
    'gạch đầu dòng thứ ba, tiểu mục 1.1, mục 1, phần II'
    """
    words = WORDS[language]
    if provision.kind == TITLE:
        return words["title"]
    if labelled := _labelled(provision, language):
        units = [] if _own(provision) else [_item(document, provision, language)]
        return ", ".join([*units, *labelled])
    place = PLACE.fullmatch(_whole(provision))
    if not place:
        return provision.id if provision.kind == HEADING else _item(document, provision, language)
    units = [] if _own(provision) else [_item(document, provision, language)]
    if place["subsection"]:
        units.append(words["subsection"].format(place["section"] + place["subsection"]))
    if place["section"]:
        units.append(words["section"].format(place["section"]))
    units.append(words["part"].format(place["part"].upper()))
    return ", ".join(units)


def short(provision: Provision, language: str) -> str:
    """The provision in a few characters, e.g. `II.1.1, gạch đầu dòng 3`."""
    words = WORDS[language]
    if labelled := _labelled(provision, language):
        label = ", ".join(reversed(labelled))
        return label if _own(provision) else f"{label}, {_short_item(provision, language)}"
    place = PLACE.fullmatch(_whole(provision))
    if not place:
        if provision.row:
            return _short_item(provision, language)
        return words["title"] if provision.kind == TITLE else words["opening"]
    label = place["part"].upper()
    if place["section"]:
        label += f".{place['section']}{place['subsection'] or ''}"
    if _own(provision):
        return label
    return f"{label}, {_short_item(provision, language)}"


def _short_item(provision: Provision, language: str) -> str:
    words, item = WORDS[language], provision.id.rpartition("-")[2].lstrip("p")
    if row := provision.row:
        table = f"{words['short-table'].format(row.table)}, " if row.table > 1 else ""
        return table + words["short-row"].format(row.place)
    return words["short-dash" if provision.kind == DASH else "short-paragraph"].format(item)


def _own(provision: Provision) -> bool:
    """Whether it has a label of its own."""
    return provision.kind == HEADING or provision.labelled


def _whole(provision: Provision) -> str:
    """The ID of the labelled unit that it is or stands under."""
    return provision.id if _own(provision) else provision.parent


def _labelled(provision: Provision, language: str) -> list[str]:
    """The units of an ID that is no part, section or subsection, from the smallest: `điểm d`, `khoản 2`, `Điều 5`."""
    words, whole = WORDS[language], _whole(provision)
    if PLACE.fullmatch(whole) or whole == "mo-dau":
        return []
    attached = ATTACHED.match(whole)
    start = attached.end() if attached else 0
    units = [words["attached"]] if attached else []
    if whole[start:] in words:
        return [words[whole[start:]], *units]
    while start < len(whole):
        found = LABELLED.match(whole, start)
        if found is None:
            return []
        units += _units(found, words)
        start = found.end()
    return units[::-1]


def _units(found: re.Match[str], words: dict[str, str]) -> Iterator[str]:
    """The units of one piece of an ID, from the largest."""
    unit, count = found["unit"], found["count"]
    inner = found["inner"].split(".")[1:]
    if unit == "dieu":
        yield words["article"].format(count)
    else:
        shown = THOSE.get(count.removeprefix("thu-"), count if count[0].isdigit() else count.upper())
        yield words[unit or ("section" if count[0].isdigit() else "part")].format(shown)
        while inner and inner[0].isdigit():
            count = f"{count}.{inner.pop(0)}"
            yield words["subsection"].format(count)
    for each in inner:
        if each.isdigit():
            yield words["clause"].format(each)
        else:
            yield words["point"].format(f"({each[1:]})" if each[0] == "n" and each[1:] else each.replace("dd", "đ"))


def _item(document: Document, provision: Provision, language: str) -> str:
    words = WORDS[language]
    count = COUNT.search(provision.id)
    if count is None:
        return words["only"]
    number = int(count[0])
    if provision.kind == DASH:
        return words["dash"].format(_ordinal(number, language))
    siblings = document.below[provision.parent]
    if row := provision.row:
        several = any(each.row and each.row.table > 1 for each in siblings)
        counts = (_ordinal(row.place, language), _ordinal(row.table, language))
        return words["row-of" if several else "row"].format(*counts)
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
    r"(?P<unit>gạch đầu dòng|tiểu mục|phần|mục|khoản|điểm|đoạn|điều|chương)\s+(?:thứ\s+)?"
    r"(?P<label>[IVX]+(?:\.\d+)+|[IVX]+\b|\d+(?:\.\d+)*(?:[a-zđ]\b)?|\w+)",
    re.IGNORECASE,
)
SHORT = re.compile(r"(?P<part>[IVX]+)(?:\.(?P<below>[\d.]+))?")


def locate(document: Document, locator: str) -> Provision | None:
    """The provision that a printed locator means, or None where the document has none such."""
    return document.by_id.get(located(locator))


@lru_cache(maxsize=65536)
def located(locator: str) -> str:
    """The ID of the provision that a printed locator means.

    A Roman part is cited both as `phần II` and as `mục II`; the units may stand in either order.
    """
    part = number = dash = ""
    units = {found["unit"].lower(): found["label"] for found in UNIT.finditer(unicodedata.normalize("NFC", locator))}
    if article := units.get("điều"):
        below = [units[unit].lower().replace("đ", "dd") for unit in ("khoản", "điểm") if unit in units]
        dash = f"-{_cardinal(units['gạch đầu dòng'])}" if "gạch đầu dòng" in units else ""
        return ".".join([f"dieu-{article.lower()}", *below]) + dash
    if chapter := units.get("chương"):
        return f"chuong-{chapter.lower()}" + (f"-muc-{units['mục']}" if "mục" in units else "")
    for found in UNIT.finditer(unicodedata.normalize("NFC", locator)):
        unit, label = found["unit"].lower(), found["label"]
        if roman := SHORT.fullmatch(label):
            # `mục II.2.3` is tiểu mục 2.3, mục 2, phần II.
            part, number = roman["part"].lower(), max(number, roman["below"] or "", key=len)
        elif unit == "gạch đầu dòng":
            dash = _cardinal(label)
        elif label[0].isdigit() and len(label) > len(number):
            number = label
    return "-".join(piece for piece in (part, number, dash) if piece)


def _cardinal(word: str) -> str:
    return str(ORDINALS["vi"].index(word) + 1) if word in ORDINALS["vi"] else word
