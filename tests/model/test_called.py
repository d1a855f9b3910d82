"""What a document is called where its symbol stands for several kinds."""

from __future__ import annotations

import pytest

from kb import reading
from tests.folders import CONTENT, SAMPLE

HEAD = """---
number: {number}
kind: {kind}
issuer: {issuer}
issuer_name: null
place: null
date: 2021-03-02
subject: null
basis: []
language: vi
text: {text}
{more}---
"""
KINDS = "docs/_data/kinds.yml"
STATING = "1-kh-btgtw-2021"


def entry(number: str, kind: str, more: str = "text: not-held\n", body: str = "") -> str:
    text, _, more = more.removeprefix("text: ").partition("\n")
    return HEAD.format(number=number, kind=kind, issuer=number.rpartition("/")[2], text=text, more=more) + body


def called(number: str, kind: str, title: str = "", stating: str = "", entered: str = "") -> list[str]:
    """The names of the kinds of a document with this title block, or stated in these words."""
    held = "text: held\nsource: a.txt\nsha256: x\n"
    body = f"\n::: {{#tieu-de}}\nSố {number}\n{title}\n:::\n" if title else ""
    stated = f"text: not-held\nstated_by: {STATING}#mo-dau-p1\n" + (f"title: {entered}\n" if entered else "")
    files = {
        KINDS: (CONTENT / KINDS).read_text(encoding="utf-8"),
        "docs/vi/van-ban/a.md": entry(number, kind, held if title else stated, body),
        f"docs/vi/van-ban/{STATING}.md": entry("1-KH/BTGTW", "KH", held, f"\n{stating} {{#mo-dau-p1}}\n"),
    }
    library = reading.read(SAMPLE, overlay=files)
    return [kind.vi for kind in library.kinds_of["a"]]


@pytest.mark.parametrize(
    ("number", "kind", "title", "expected"),
    [
        # Neither the subject nor a word that only begins like a kind says of which it is.
        ("7-QĐ/BTGTW", "QĐ", "VỀ QUY ĐỊNH", ["quyết định", "quy định"]),
        ("7-QĐ/BTGTW", "QĐ", "QUYẾT ĐỊNHA", ["quyết định", "quy định"]),
        ("7-QĐ/BTGTW", "QĐ", "QUYẾT ĐỊNH\nQuy định một việc", ["quyết định"]),
        ("7-QĐ/BTGTW", "QĐ", "QUY ĐỊNH\nvề một quyết định", ["quy định"]),
        ("7-QĐ/BTGTW", "QĐ", "QUYẾT  ĐỊNH CỦA BAN BÍ THƯ", ["quyết định"]),
        ("7-TT/BTGTW", "TT", "THÔNG TRI", ["thông tri"]),
        ("7/2021/TT-BTTTT", "TT", "THÔNG TƯ", ["thông tư"]),
        ("7-KH/BTGTW", "KH", "THÔNG TƯ", ["kế hoạch"]),
    ],
)
def test_the_title_says_of_which_kind_it_is(number, kind, title, expected):
    assert called(number, kind, title) == expected


@pytest.mark.parametrize(
    ("stating", "entered", "expected"),
    [
        ("", "Văn bản số 7-QĐ/BTGTW", ["quyết định", "quy định"]),
        ("Theo Quyết định số 7-QĐ/BTGTW.", "Quy định số 7-QĐ/BTGTW", ["quyết định"]),
        ("Theo văn bản số 7-QĐ/BTGTW.", "Quy định số 7-QĐ/BTGTW", ["quy định"]),
    ],
)
def test_where_nothing_else_does_its_entry_says_of_which_kind_it_is(stating, entered, expected):
    assert called("7-QĐ/BTGTW", "QĐ", stating=stating, entered=entered) == expected


@pytest.mark.parametrize(
    ("number", "kind", "stating", "expected"),
    [
        ("7-QĐ/BTGTW", "QĐ", "Theo văn bản số 7-QĐ/BTGTW.", ["quyết định", "quy định"]),
        # Of another document
        ("7-QĐ/BTGTW", "QĐ", "Theo Quy định số 8-QĐ/BTGTW và văn bản số 7-QĐ/BTGTW.", ["quyết định", "quy định"]),
        ("7-QĐ/BTGTW", "QĐ", "Theo Quy định số 7-QĐ/BTGTW.", ["quy định"]),
        ("7-QĐ/BTGTW", "QĐ", "Theo Quyết định số 7-QĐ/BTGTW.", ["quyết định"]),
        ("7/2021/TT-BTTTT", "TT", "Theo Thông tư số 7/2021/TT-BTTTT.", ["thông tư"]),
        ("7-TT/BTGTW", "TT", "Theo Thông tri số 7-TT/BTGTW.", ["thông tri"]),
    ],
)
def test_what_states_it_says_of_which_kind_it_is(number, kind, stating, expected):
    assert called(number, kind, stating=stating) == expected


@pytest.mark.parametrize(
    ("kind", "title", "expected"),
    [
        ("QĐ", "", ["quyết định", "quy định"]),
        ("quy định", "", ["quy định"]),
        ("quy định", "QUYẾT ĐỊNH", ["quy định"]),  # the check says that the title has another one
        ("quyết định", "", []),  # the first of the kinds of a symbol is given by that
    ],
)
def test_the_field_may_say_it_by_the_name(kind, title, expected):
    assert called("7-QĐ/BTGTW", kind, title, "Theo văn bản số 7-QĐ/BTGTW.") == expected
