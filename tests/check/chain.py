"""Synthetic documents that replace one another: registered only, or with a text that says what it replaces."""

from __future__ import annotations

import hashlib

from kb.model.document import fingerprint

FOLDER = "docs/vi/van-ban/"
HEAD = """---
number: {number}-KH/BTGTW
kind: KH
issuer: BTGTW
issuer_name: Ban Tuyên giáo Trung ương
place: Hà Nội
date: {year}-03-02
subject: trồng cây theo mùa
basis: []
language: vi
{text}{more}---
"""
TITLE = """BAN TUYÊN GIÁO TRUNG ƯƠNG
*
Số {number}-KH/BTGTW
ĐẢNG CỘNG SẢN VIỆT NAM
Hà Nội, ngày 02 tháng 3 năm {year}
KẾ HOẠCH
trồng cây theo mùa
"""
SUBJECT = fingerprint("trồng cây theo mùa")


def key(number: int, year: int) -> str:
    return f"{number}-kh-btgtw-{year}"


def path(number: int, year: int) -> str:
    return f"{FOLDER}{key(number, year)}.md"


def registered(number: int, year: int, more: str = "") -> dict[str, str]:
    """A document without its text, and its translation; `more` are further lines of its front matter."""
    text = HEAD.format(number=number, year=year, text="text: not-held\n", more=more)
    return {path(number, year): text, path(number, year).replace("/vi/", "/en/"): _english(number)}


def held(number: int, year: int, words: str, more: str = "") -> dict[str, str]:
    """A document whose only provision, `mo-dau-p1`, has these words."""
    title = TITLE.format(number=number, year=year)
    record = f"{title}{words}\n"
    source = f"source: {key(number, year)}.txt\nsha256: {hashlib.sha256(record.encode()).hexdigest()}\n"
    head = HEAD.format(number=number, year=year, text=f"text: held\n{source}", more=more)
    body = f"\n::: {{#tieu-de}}\n{title}:::\n\n{words} {{#mo-dau-p1}}\n"
    of = (fingerprint(title.rstrip("\n")), fingerprint(words))
    english = f"\n::: {{#tieu-de of={of[0]}}}\nPLAN\nplanting by season\n:::\n\nWords. {{#mo-dau-p1 of={of[1]}}}\n"
    return {
        path(number, year): head + body,
        path(number, year).replace("/vi/", "/en/"): _english(number) + english,
        f"docs/_source/{key(number, year)}.txt": record,
    }


def _english(number: int) -> str:
    return f"---\ntitle: Plan No. {number}-KH/BTGTW\nsubject: planting by season\nof_subject: {SUBJECT}\n---\n"


def replaced_by(document: str, stated_by: str) -> str:
    return f"replaced_by:\n  document: {document}\n  stated_by: {stated_by}\n"


def amended_by(*pairs: tuple[str, str]) -> str:
    return "amended_by:\n" + "".join(f"  - document: {document}\n    stated_by: {by}\n" for document, by in pairs)


def expired(date: str, stated_by: str) -> str:
    return f"expired:\n  date: {date}\n  stated_by: {stated_by}\n"
