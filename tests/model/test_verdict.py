"""What a citation says against what the register holds, field by field; only agreement is a pass."""

from __future__ import annotations

import pytest

from kb.model.citation import Citation, Mention
from kb.model.document import Document
from kb.model.kinds import Issuer, Kind, NumberVocabulary
from kb.model.verdict import FIELDS, Outcome, judge

NUMBERS = NumberVocabulary(
    (
        Kind("KH", "kế hoạch", "plan"),
        Kind("HD", "hướng dẫn", "guidance"),
        Kind("QĐ", "quyết định", "decision"),
        Kind("QĐ", "quy định", "regulation", symbols=("QĐi",)),
        Kind("CTr", "chương trình", "programme", spellings=("chương trình hành động",)),
        Kind(None, "luật", "law"),
    ),
    (
        Issuer("BX", "Ban Xanh", "Green", spellings=("Ban Xanh tỉnh",)),
        Issuer("TW", "Ban Đỏ", "Red"),
        Issuer("TW", "Ban Vàng", "Yellow"),
    ),
)
IDS = frozenset(("tieu-de", "ii", "ii-1", "ii-1-2"))
AGREES, DIFFERS, NOT_STATED, NOT_KNOWN, NOT_HELD = (
    Outcome.AGREES, Outcome.DIFFERS, Outcome.NOT_STATED, Outcome.NOT_KNOWN, Outcome.TEXT_NOT_HELD,
)  # fmt: skip


def registered(**fields) -> Document:
    whole = {"number": "26-KH/BX", "kind": "KH", "date": "2021-05-05", "issuer_name": "Ban Xanh", "held": True}
    return Document(id="a", path="docs/vi/van-ban/a.md", language="vi", **{**whole, **fields})


def cited(**fields) -> Citation:
    return Citation(0, 8, "26-KH/BX", **{"canonical": "26-KH/BX", "number": "26", **fields})


def kinds_of(document: Document) -> tuple[Kind, ...]:
    return tuple(kind for kind in NUMBERS.kinds if kind.key == document.kind)


def outcome(field: str, reading: Citation | Mention, document: Document) -> Outcome:
    verdicts = judge(reading, document, IDS, NUMBERS, kinds_of(document))
    assert tuple(verdict.field for verdict in verdicts) == FIELDS
    return next(verdict.outcome for verdict in verdicts if verdict.field == field)


CASES = [
    # near misses: other words for the same
    ("kind", cited(kind_name="Kế hoạch"), registered(), AGREES),
    ("kind", cited(kind_name="KẾ  HOẠCH"), registered(), AGREES),
    ("kind", cited(kind_name="KH"), registered(), AGREES),
    ("kind", cited(kind_name="Chương trình hành động"), registered(kind="CTr"), AGREES),
    ("kind", cited(kind_name="Quy định"), registered(kind="QĐ"), AGREES),
    ("kind", cited(kind_name="Quyết định"), registered(kind="QĐ"), AGREES),
    ("kind", cited(kind_name="Hướng dẫn"), registered(), DIFFERS),
    ("kind", cited(kind_name="HD"), registered(), DIFFERS),
    ("kind", cited(kind_name="Luật"), registered(), DIFFERS),
    ("kind", cited(kind_name="Luật"), registered(kind="luật"), AGREES),  # its number shows no kind
    ("kind", cited(kind_name="Thông cáo"), registered(), NOT_KNOWN),  # in no vocabulary
    ("kind", cited(kind_name="Kế hoạch"), registered(kind=None), NOT_KNOWN),
    ("kind", cited(), registered(), NOT_STATED),
    ("kind", cited(kind_name="Văn bản"), registered(), NOT_STATED),  # a word for any of them
    ("number", cited(), registered(), AGREES),
    ("number", cited(canonical="62-KH/BX", number="62"), registered(), DIFFERS),
    ("number", cited(canonical="026-KH/BX", number="026"), registered(), DIFFERS),
    ("number", cited(), registered(number=None), NOT_KNOWN),
    ("number", Mention(0, 9, "Kế hoạch 26", "short", number="26"), registered(), AGREES),
    ("number", Mention(0, 9, "Kế hoạch 2", "short", number="2"), registered(), DIFFERS),
    ("number", Mention(0, 9, "Nghị định 30/2020", "short", number="30", year=2020), registered(), DIFFERS),
    (
        "number",
        Mention(0, 9, "Nghị định 30/2020", "short", number="30", year=2020),
        registered(number="30/2020/NĐ-CP"),
        AGREES,
    ),
    (
        "number",
        Mention(0, 9, "Nghị định 30/202", "short", number="30", year=202),
        registered(number="30/2020/NĐ-CP"),
        DIFFERS,
    ),
    ("number", Mention(0, 9, "26", "short", number="26", canonical="26-KH/BX"), registered(), AGREES),
    ("number", Mention(0, 9, "Kế hoạch này", "self"), registered(), NOT_STATED),
    ("date", cited(date="2021-05-05"), registered(), AGREES),
    ("date", cited(date="2021-05-06"), registered(), DIFFERS),
    ("date", cited(date="2020-05-05"), registered(), DIFFERS),
    ("date", cited(date="2021-05-05"), registered(date=None), NOT_KNOWN),
    ("date", cited(year=2020), registered(), NOT_STATED),  # the year in a number is no date
    ("issuer", cited(issuer_name="Ban Xanh"), registered(), AGREES),
    ("issuer", cited(issuer_name="BAN XANH"), registered(), AGREES),
    ("issuer", cited(issuer_name="Ban Xanh tỉnh"), registered(), AGREES),
    ("issuer", cited(issuer_name="Ban Đỏ"), registered(issuer_name="Ban Vàng"), DIFFERS),  # one symbol, two organs
    ("issuer", cited(issuer_name="Ban Xanh huyện"), registered(), DIFFERS),
    ("issuer", cited(issuer_name="Ban Xanh"), registered(issuer_name=None), NOT_KNOWN),
    ("issuer", cited(issuer="BX"), registered(), NOT_STATED),  # the symbol is of the number
    ("locator", cited(locator="mục 1, phần II"), registered(), AGREES),
    ("locator", cited(locator="gạch đầu dòng thứ hai, mục 1, phần II"), registered(), AGREES),
    ("locator", cited(locator="gạch đầu dòng thứ ba, mục 1, phần II"), registered(), DIFFERS),
    ("locator", cited(locator="mục 1, phần III"), registered(), DIFFERS),
    ("locator", cited(locator="mục 1, phần II"), registered(held=False), NOT_HELD),
    ("locator", cited(locator="phần IX"), registered(held=False), NOT_HELD),
    ("locator", cited(), registered(), NOT_STATED),
    ("locator", cited(), registered(held=False), NOT_STATED),
]


@pytest.mark.parametrize(("field", "reading", "document", "expected"), CASES)
def test_verdict(field, reading, document, expected):
    assert outcome(field, reading, document) is expected


def test_both_values_are_told():
    reading = cited(date="2021-05-06", kind_name="Hướng dẫn", locator="mục 1, phần II", issuer_name="Ban Đỏ")
    assert {
        v.field: (v.printed, v.registered) for v in judge(reading, registered(), IDS, NUMBERS, kinds_of(registered()))
    } == {
        "kind": ("Hướng dẫn", "KH"),
        "number": ("26-KH/BX", "26-KH/BX"),
        "date": ("2021-05-06", "2021-05-05"),
        "issuer": ("Ban Đỏ", "Ban Xanh"),
        "locator": ("mục 1, phần II", "ii-1"),
    }


def test_what_cannot_be_compared_is_no_pass():
    reading = cited(date="2021-05-05", kind_name="Kế hoạch", locator="mục 1", issuer_name="Ban Xanh")
    unknown = registered(kind=None, number=None, date=None, issuer_name=None, held=False)
    assert Outcome.AGREES not in {verdict.outcome for verdict in judge(reading, unknown, IDS, NUMBERS, ())}
