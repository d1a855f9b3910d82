"""English words around a number: near misses, then what they say, under its Vietnamese name."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb import reading
from kb.parse.citations import read
from kb.parse.citations.english import in_english, vocabulary

ROOT = Path(__file__).resolve().parents[2]
NUMBERS = reading.read(ROOT).numbers
KNOWN = vocabulary(NUMBERS, (("Fish Committee of the Town", "Ban Cá thị trấn"),))

TEXTS = [
    # near misses: not said of this number
    ("numbers 26-KH/BTGTW, adopted in May 2021 by many", (None, None, None)),
    ("Planned 26-KH/BTGTW of things", (None, None, None)),
    ("Plan No. 26-KH/BTGTW, 31 June 2021", ("kế hoạch", None, None)),
    ("Plan No. 26-KH/BTGTW of a board", ("kế hoạch", None, None)),
    ("Plan No. 26-KH/BTGTW was read on 5 May 2021", ("kế hoạch", None, None)),
    # kinds, dates, issuers
    ("Plan 26-KH/BTGTW", ("kế hoạch", None, None)),
    ("the plan no. 26-KH/BTGTW dated 5 May 2021", ("kế hoạch", "2021-05-05", None)),
    ("Guidance No. 26-KH/BTGTW of 5th May, 2021", ("hướng dẫn", "2021-05-05", None)),
    ("Plan No. 26-KH/BTGTW (5 May 2021)", ("kế hoạch", "2021-05-05", None)),
    ("Plan No. 26-KH/BTGTW, May 5, 2021,", ("kế hoạch", "2021-05-05", None)),
    ("Plan No. 26-KH/BTGTW of the Political Bureau dated 5 May 2021", ("kế hoạch", "2021-05-05", "Bộ Chính trị")),
    ("Plan No. 26-KH/BTGTW of the Political Bureau of the Party", ("kế hoạch", None, "Bộ Chính trị")),
    ("Plan No. 26-KH/BTGTW issued by the Fish Committee of the Town on fish", ("kế hoạch", None, "Ban Cá thị trấn")),
    ("Plan No. 26-KH/BTGTW of the Fish Board and Directive No. 5", ("kế hoạch", None, "Fish Board")),
]


@pytest.mark.parametrize(("text", "said"), TEXTS)
def test_what_is_said_around_a_number(text, said):
    (found,) = in_english(text, read(text, NUMBERS).citations, KNOWN)
    assert (found.kind_name, found.date, found.issuer_name) == said


def test_the_whole_citation_is_from_the_kind_to_the_end_of_date_and_issuer():
    text = "See the Action Programme No. 07-CTr/ĐUK dated 29 April 2021 of the Political Bureau on fish."
    (found,) = in_english(text, read(text, NUMBERS).citations, KNOWN)
    assert text[slice(*found.context_span)].startswith("Action Programme No.")
    assert text[slice(*found.context_span)].endswith("of the Political Bureau")
    assert text[slice(*found.date_span)] == "29 April 2021"


def test_each_of_several_has_its_own():
    text = "Plan No. 26-KH/BTGTW dated 5 May 2021 and Directive No. 05-CT/TW dated 15 May 2016 of the Political Bureau"
    found = list(in_english(text, read(text, NUMBERS).citations, KNOWN))
    assert [(each.kind_name, each.date) for each in found] == [("kế hoạch", "2021-05-05"), ("chỉ thị", "2016-05-15")]
    assert [each.issuer_name for each in found] == [None, "Bộ Chính trị"]
