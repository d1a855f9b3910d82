"""Every field that an editor can write: those that take words, and those that take nothing but a form of their own."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from math import inf
from pathlib import Path
from typing import NamedTuple

from tests.attack import content
from tests.attack.content import Unit

ATTACKS: dict[str, str] = {
    row["name"]: row["text"]
    for row in map(json.loads, (Path(__file__).parent / "attacks.jsonl").read_text(encoding="utf-8").splitlines())
}
WAYS = ("phases", "themes", "forms", "bodies")
Places = tuple[content.Path, ...]


class Spot(NamedTuple):
    """Where a value is written: in a file, from one line to another."""

    file: str
    first: int
    last: float


def _each(entity: str, *names: str) -> Iterator[tuple[str, Places]]:
    for name in names:
        path = tuple(int(part) if part.isdigit() else part for part in name.split("."))
        yield f"{entity}: {name}", ((entity, *path),)


WORDS: dict[str, Places] = {
    **dict(_each("held", "issuer_name", "place", "subject", "normalisations.0.vi", "normalisations.0.en")),
    "held: normalisations.0.received": (("held text", "title"), ("held", "normalisations", 0, "received")),
    "held: normalisations.0.shown": (("held", "subject"), ("held", "normalisations", 0, "shown")),
    **dict(_each("held text", "title", "opening", "heading", "dash")),
    **dict(_each("held en", "subject", "issuer_name", "place")),
    **dict(_each("held en text", "title", "opening", "heading", "dash")),
    # Nobody reads it where no text is held.
    **dict(_each("cited", "source")),
    "cited: names.0": (("cited", "title"), ("cited", "names", 0)),
    "cited en: names.0": (("cited en", "title"), ("cited en", "names", 0)),
    **dict(_each("question", "question", "body")),
    **dict(_each("question en", "question", "body")),
    **dict(_each("page", "title", "body")),
    **dict(_each("page en", "title", "body")),
    **dict(pair for way in (*WAYS, "groups") for pair in _each(way, "vi", "en")),
    **dict(_each("abbreviations", "short", "vi", "en", "aliases.0")),
    **dict(_each("terms", "term", "vi", "en_term", "en")),
    **dict(_each("changes", "vi", "en")),
    **dict(_each("kinds", "symbol", "vi", "en", "spellings.0", "symbols.0")),
    **dict(_each("issuers", "symbol", "vi", "en", "spellings.0")),
}
# What holds an id, a number, a date, a choice, a reference, the name of a file, or is no field at all.
FORMS: dict[str, Places] = {
    **dict(_each("held", "number", "kind", "issuer", "date", "language", "text", "status", "source", "sha256")),
    **dict(_each("held", "basis.0", "stated_by", "horizon.year", "horizon.provision", "aliases.i-9", "formerly.0")),
    **dict(_each("held text", "id")),
    **dict(_each("held", "normalisations.0.provision", "replaced_by.document", "replaced_by.stated_by")),
    **dict(_each("held", "amended_by.0", "expired.date", "expired.stated_by", "la-gi", "names")),
    **dict(_each("held en", "title", "of_subject", "la-gi")),
    **dict(_each("cited", "number", "kind", "issuer", "issuer_name", "place", "date", "subject")),
    **dict(_each("cited", "basis.0", "stated_by", "language", "text", "status", "formerly.0")),
    **dict(_each("question", "group", "provisions.0", "related.0", "about", "formerly.0", "la-gi")),
    **dict(_each("question en", "of", "la-gi")),
    **dict(_each("page", "la-gi", "template", "hide", "kb")),
    **dict(_each("page en", "of")),
    **dict(pair for way in WAYS for pair in _each(way, "id", "section", "provisions.0")),
    **dict(_each("groups", "id", "la-gi")),
    **dict(_each("abbreviations", "kind")),
    **dict(_each("terms", "provisions.0")),
    **dict(_each("changes", "date", "documents.0")),
}  # fmt: skip
# The same where a field that has fields of its own holds words instead.
WHOLES = dict(_each("held", "horizon", "aliases", "replaced_by", "expired", "normalisations.0"))
BODIES = ("question: body", "question en: body", "page: body", "page en: body")
FILES = {
    "held": "docs/vi/van-ban/{0}-kh-btgtw-2022.md",
    "held text": "docs/vi/van-ban/{0}-kh-btgtw-2022.md",
    "held en": "docs/en/van-ban/{0}-kh-btgtw-2022.md",
    "held en text": "docs/en/van-ban/{0}-kh-btgtw-2022.md",
    "cited": "docs/vi/van-ban/nghi-quyet-{0}.md",
    "cited en": "docs/en/van-ban/nghi-quyet-{0}.md",
    "question": "docs/vi/hoi-dap/cau-{0}.md",
    "question en": "docs/en/hoi-dap/cau-{0}.md",
    "page": "docs/vi/trang-{0}.md",
    "page en": "docs/en/trang-{0}.md",
    **{name: f"docs/_data/{name}.yml" for name in content.LISTS},
}


def attacked(base: Unit, fields: Mapping[str, Places], text: str) -> Unit:
    """A unit that has the text in all these fields."""
    return content.given(base, {path: text for places in fields.values() for path in places})


def spot(base: Unit, name: str, places: Places) -> Spot:
    """Where a field is written, whatever it holds."""
    entity = places[-1][0]
    file = FILES[entity].format(base["number"])
    mark = "noi-danh-dau"
    lines = content.files([attacked(base, {name: places}, mark)])[file].split("\n")
    first = next(number for number, line in enumerate(lines, 1) if mark in line)
    return Spot(file, first, inf if name in BODIES else first)
