"""A provision in words, and the provision that printed words mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.model.address import locate, pinpoint, short
from kb.model.document import DASH, HEADING
from kb.parse.document import original

ROOT = Path(__file__).resolve().parents[2]
FILE = "docs/vi/van-ban/23-kh-duk-2021.md"
PLAN = original((ROOT / FILE).read_text(encoding="utf-8"), FILE, "23-kh-duk-2021", [])

PINPOINTS = [
    ("tieu-de", "phần tiêu đề", "title block"),
    ("mo-dau-p1", "đoạn mở đầu", "opening paragraph"),
    ("ii", "phần II", "part II"),
    ("ii-1", "mục 1, phần II", "section 1, part II"),
    ("ii-1.1", "tiểu mục 1.1, mục 1, phần II", "subsection 1.1, section 1, part II"),
    (
        "ii-1.1-3",
        "gạch đầu dòng thứ ba, tiểu mục 1.1, mục 1, phần II",
        "third dash, subsection 1.1, section 1, part II",
    ),
    (
        "ii-1.1-p1",
        "đoạn mở đầu, tiểu mục 1.1, mục 1, phần II",
        "opening paragraph, subsection 1.1, section 1, part II",
    ),
    (
        "ii-1.3-p2",
        "đoạn cuối, tiểu mục 1.3, mục 1, phần II",
        "closing paragraph, subsection 1.3, section 1, part II",
    ),
    ("ii-2.3-p1", "đoạn văn, tiểu mục 2.3, mục 2, phần II", "paragraph, subsection 2.3, section 2, part II"),
    ("iii-2-4", "gạch đầu dòng thứ tư, mục 2, phần III", "fourth dash, section 2, part III"),
]


@pytest.mark.parametrize(("name", "vi", "en"), PINPOINTS)
def test_pinpoint(name, vi, en):
    provision = PLAN.by_id[name]
    assert (pinpoint(PLAN, provision, "vi"), pinpoint(PLAN, provision, "en")) == (vi, en)


SHORT = [
    ("tieu-de", "phần tiêu đề", "title block"),
    ("mo-dau-p1", "đoạn mở đầu", "opening paragraph"),
    ("ii", "II", "II"),
    ("ii-1", "II.1", "II.1"),
    ("ii-2.3", "II.2.3", "II.2.3"),
    ("ii-1.1-3", "II.1.1, gạch đầu dòng 3", "II.1.1, dash 3"),
    ("ii-1.3-p2", "II.1.3, đoạn 2", "II.1.3, paragraph 2"),
]


@pytest.mark.parametrize(("name", "vi", "en"), SHORT)
def test_short(name, vi, en):
    provision = PLAN.by_id[name]
    assert (short(provision, "vi"), short(provision, "en")) == (vi, en)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_two_provisions_are_cited_alike(language):
    for words in (
        [pinpoint(PLAN, p, language) for p in PLAN.provisions],
        [short(p, language) for p in PLAN.provisions],
    ):
        assert len(set(words)) == len(PLAN.provisions)


@pytest.mark.parametrize("provision", [p for p in PLAN.provisions if p.kind in (HEADING, DASH)], ids=lambda p: p.id)
def test_the_words_of_a_citation_mean_the_provision(provision):
    assert locate(PLAN, pinpoint(PLAN, provision, "vi")) is provision


LOCATORS = [
    # near misses
    ("", None),
    ("Điều 5", None),
    ("mục 9, phần II", None),
    ("gạch đầu dòng thứ chín, mục 2, phần III", None),
    ("gạch đầu dòng thứ mười một, mục 2, phần III", None),
    ("phần IX", None),
    ("mục 1", None),
    # both orders, both names of a Roman part, numbers for ordinals
    ("phần II", "ii"),
    ("mục II", "ii"),
    ("Mục II", "ii"),
    ("phần III, mục 2", "iii-2"),
    ("mục 2 phần III", "iii-2"),
    ("tiểu mục 1.1, phần II", "ii-1.1"),
    ("mục 1.1, phần II", "ii-1.1"),
    ("gạch đầu dòng thứ 4, mục 2, phần III", "iii-2-4"),
    ("gạch đầu dòng 4 mục 2 phần III", "iii-2-4"),
    ("tiểu mục 1.1, mục 1, phần II", "ii-1.1"),
]


@pytest.mark.parametrize(("words", "name"), LOCATORS)
def test_locate(words, name):
    found = locate(PLAN, words)
    assert (found.id if found else None) == name
