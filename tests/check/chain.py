"""Synthetic documents that replace one another: registered only, or with a text that says what it replaces.

What is registered only is stated by an older document, which holds no more than that.
"""

from __future__ import annotations

import hashlib

from kb.model.document import fingerprint

FOLDER = "docs/vi/van-ban/"
HEAD = """---
number: {number}-KH/BTGTW
kind: KH
issuer: BTGTW
issuer_name: Ban Tuyên giáo Trung ương
place: {place}
date: {date}
subject: trồng cây theo mùa
basis: []
language: vi
{text}{more}---
"""
OLDEST = 2015
STATING = "Các đơn vị thực hiện Kế hoạch số {number}-KH/BTGTW{dated} của Ban Tuyên giáo Trung ương về {subject}."
SUBJECT = "trồng cây theo mùa"
TITLE = """BAN TUYÊN GIÁO TRUNG ƯƠNG
*
Số {number}-KH/BTGTW
ĐẢNG CỘNG SẢN VIỆT NAM
Hà Nội, ngày 02 tháng 3 năm {year}
KẾ HOẠCH
trồng cây theo mùa
"""


def key(number: int, year: int) -> str:
    return f"{number}-kh-btgtw-{year}"


def path(number: int, year: int) -> str:
    return f"{FOLDER}{key(number, year)}.md"


def registered(number: int, year: int, more: str = "") -> dict[str, str]:
    """A document without its text, its translation, and what states it; `more` are more lines of its front matter."""
    return _registered(number, year, f"{year}-03-02", f" ngày 02/3/{year}", more)


def undated(number: int, year: int, more: str = "") -> dict[str, str]:
    """The same, of a date that nothing states."""
    return _registered(number, year, "null", "", more)


def _registered(number: int, year: int, date: str, dated: str, more: str) -> dict[str, str]:
    stating = held(100 + number, OLDEST, STATING.format(number=number, dated=dated, subject=SUBJECT))
    fields = f"text: not-held\nstated_by: {key(100 + number, OLDEST)}#mo-dau-p1\n"
    text = HEAD.format(number=number, date=date, place="null", text=fields, more=more)
    return {**stating, path(number, year): text, path(number, year).replace("/vi/", "/en/"): _english(number)}


def held(number: int, year: int, words: str, more: str = "") -> dict[str, str]:
    """A document whose only provision, `mo-dau-p1`, has these words."""
    title = TITLE.format(number=number, year=year)
    record = f"{title}{words}\n"
    source = f"source: {key(number, year)}.txt\nsha256: {hashlib.sha256(record.encode()).hexdigest()}\n"
    head = HEAD.format(number=number, date=f"{year}-03-02", place="Hà Nội", text=f"text: held\n{source}", more=more)
    body = f"\n::: {{#tieu-de}}\n{title}:::\n\n{words} {{#mo-dau-p1}}\n"
    of = (fingerprint(title.rstrip("\n")), fingerprint(words))
    block = "CENTRAL COMMISSION FOR PROPAGANDA AND EDUCATION\nHa Noi, that day\nPLAN\nplanting by season"
    english = f"\n::: {{#tieu-de of={of[0]}}}\n{block}\n:::\n\nWords. {{#mo-dau-p1 of={of[1]}}}\n"
    return {
        path(number, year): head + body,
        path(number, year).replace("/vi/", "/en/"): _english(number, "place: Ha Noi\n") + english,
        f"docs/_source/{key(number, year)}.txt": record,
    }


def _english(number: int, more: str = "") -> str:
    head = f"---\ntitle: Plan No. {number}-KH/BTGTW\nsubject: planting by season\n"
    issuer = "issuer_name: Central Commission for Propaganda and Education\n"
    return f"{head}{issuer}{more}of_subject: {fingerprint(SUBJECT)}\n---\n"


def replaced_by(document: str, stated_by: str) -> str:
    return f"replaced_by:\n  document: {document}\n  stated_by: {stated_by}\n"


def amended_by(*pairs: tuple[str, str]) -> str:
    return "amended_by:\n" + "".join(f"  - document: {document}\n    stated_by: {by}\n" for document, by in pairs)


def expired(date: str, stated_by: str) -> str:
    return f"expired:\n  date: {date}\n  stated_by: {stated_by}\n"
