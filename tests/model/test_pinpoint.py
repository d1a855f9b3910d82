"""Units in words: which are named, and which a provision has."""

from __future__ import annotations

import pytest

from kb.model.address import pinpoint, short
from kb.model.pinpoint import Unit, leading, named, of
from kb.parse.document import original
from tests.folders import CONTENT

FILE = "docs/vi/van-ban/23-kh-duk-2021.md"
PLAN = original((CONTENT / FILE).read_text(encoding="utf-8"), FILE, "23-kh-duk-2021", [])

LEADING = [
    # near misses: words that name no passage, or several
    ("vi", "nguyên văn tiếng Việt", []),
    ("vi", "Kế hoạch số 23-KH/ĐUK", []),
    ("vi", "các mục tiêu 2, 3", []),
    ("vi", "mục đích của Kế hoạch", []),
    ("vi", "đoạn đường 5", []),
    ("vi", "gạch đầu dòng thứ nhất đến thứ ba", []),
    ("vi", "mục 1 và 2", []),
    ("vi", "ở mục 1", []),
    ("vi", "C. Mác và V.I. Lê-nin", []),
    ("en", "the partial answer", []),
    ("en", "parts I and II", []),
    ("en", "I need this", []),
    ("en", "first to third dash", []),
    ("en", "sections 1 and 2", []),
    # whole and in part
    ("vi", "Gạch đầu dòng thứ tư, mục 2, phần III", [("dash", "4"), ("section", "2"), ("part", "iii")]),
    ("vi", "gạch đầu dòng 4 mục 2 của phần III", [("dash", "4"), ("section", "2"), ("part", "iii")]),
    ("vi", "tiểu mục 1.1", [("subsection", "1.1")]),
    ("vi", "điểm 1.1 phần II", [("subsection", "1.1"), ("part", "ii")]),
    ("vi", "mục II.1.1", [("subsection", "1.1"), ("section", "1"), ("part", "ii")]),
    ("vi", "điểm 5", []),
    ("vi", "mục 1.1, mục II", [("subsection", "1.1"), ("part", "ii")]),
    ("vi", "mục 1 về mục đích", [("section", "1")]),
    ("vi", "đoạn cuối", [("closing", "")]),
    ("vi", "đoạn thứ hai", [("paragraph", "2")]),
    ("vi", "phần tiêu đề", [("title", "")]),
    ("vi", "II.1.1, gạch đầu dòng 3", [("dash", "3"), ("subsection", "1.1"), ("section", "1"), ("part", "ii")]),
    ("vi", "III. Tổ chức thực hiện", [("part", "iii")]),
    ("en", "the fourth dash of section 2 of part III", [("dash", "4"), ("section", "2"), ("part", "iii")]),
    ("en", "12th dash, section 2", [("dash", "12"), ("section", "2")]),
    ("en", "paragraph, subsection 2.3", [("only", ""), ("subsection", "2.3")]),
    ("en", "second paragraph", [("paragraph", "2")]),
    ("en", "II.1, paragraph 2", [("paragraph", "2"), ("section", "1"), ("part", "ii")]),
    ("en", "title block", [("title", "")]),
]


@pytest.mark.parametrize(("language", "text", "units"), LEADING)
def test_leading(language, text, units):
    assert leading(text, language) == tuple(Unit(*unit) for unit in units)


def test_groups_in_a_sentence():
    text = "Phần II có mục 1, mục 2; gạch đầu dòng thứ ba, mục 1, phần III thì khác."
    groups = list(named(text, "vi"))
    assert [text[group.start : group.end] for group in groups] == [
        "Phần II", "mục 1", "mục 2", "gạch đầu dòng thứ ba, mục 1, phần III",
    ]  # fmt: skip


NAMED = [
    # near misses: numbers of something else
    ("xem v.2 của phần mềm", []),
    ("tăng 1.2 phần trăm", []),
    ("bản A.II.1", []),
    ("V.I. Lê-nin", []),
    ("XV.", []),
    # without the word of the unit
    ("gạch đầu dòng thứ hai, II.1.1", [("dash", "2"), ("subsection", "1.1"), ("section", "1"), ("part", "ii")]),
    ("(III.2)", [("section", "2"), ("part", "iii")]),
    ("1.2 phần II", [("subsection", "1.2"), ("part", "ii")]),
    ("1.2, mục 1, phần II", [("subsection", "1.2"), ("section", "1"), ("part", "ii")]),
    ("mục ii.1", [("section", "1"), ("part", "ii")]),
]


@pytest.mark.parametrize(("text", "units"), NAMED)
def test_named(text, units):
    assert [unit for group in named(text, "vi") for unit in group.units] == [Unit(*unit) for unit in units]


@pytest.mark.parametrize("provision", PLAN.provisions, ids=lambda p: p.id)
def test_what_the_site_prints_of_a_provision_is_true_of_it_and_of_no_other(provision):
    for language in ("vi", "en"):
        for words in (pinpoint(PLAN, provision, language), short(provision, language)):
            units = frozenset(leading(words, language))
            fitting = [each.id for each in PLAN.provisions if units and units <= of(PLAN, each)]
            # A heading has the units of all that stands below it, and is the first that has them.
            assert fitting[0] == provision.id
            assert provision.parent == "mo-dau" or all(each.startswith(provision.id) for each in fitting)
