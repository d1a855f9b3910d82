"""A provision in words, and the provision that printed words mean."""

from __future__ import annotations

import pytest

from kb.model.address import locate, located, pinpoint, short
from kb.model.document import DASH, HEADING, PARAGRAPH, Document, Provision
from kb.model.finding import Span
from kb.model.rows import Row
from kb.parse.document import original
from tests.folders import CONTENT

FILE = "docs/vi/van-ban/23-kh-duk-2021.md"
PLAN = original((CONTENT / FILE).read_text(encoding="utf-8"), FILE, "23-kh-duk-2021", [])

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


def test_a_row_is_counted_in_its_table():
    laid = ((1, 1), (2, 1), (1, 2), (2, 2))
    rows = [
        Provision(f"i-1-p{at}", PARAGRAPH, 0, "| a | b |", Span("f"), row=Row(place=place, table=table))
        for at, (place, table) in enumerate(laid, 1)
    ]
    one, two = (Document("x", "f", "vi", True, provisions=tuple(rows[:count])) for count in (2, 4))
    assert [pinpoint(one, each, "vi") for each in rows[:2]] == [
        "hàng thứ nhất của bảng, mục 1, phần I",
        "hàng thứ hai của bảng, mục 1, phần I",
    ]
    assert pinpoint(two, rows[3], "vi") == "hàng thứ hai của bảng thứ hai, mục 1, phần I"
    assert pinpoint(two, rows[3], "en") == "second row of the second table, section 1, part I"
    assert [short(each, "vi") for each in rows[:2]] == ["I.1, hàng 1", "I.1, hàng 2"]
    assert [short(each, "vi") for each in rows[2:]] == ["I.1, bảng 2, hàng 1", "I.1, bảng 2, hàng 2"]
    opening = Provision("mo-dau-p2", PARAGRAPH, 0, "| a | b |", Span("f"), row=Row(place=3, table=1))
    assert short(opening, "en") == "row 3"


LABELLED = [
    ("dieu-5.2.dd", PARAGRAPH, "điểm đ, khoản 2, Điều 5", "point đ, clause 2, Article 5"),
    ("dieu-5.2", PARAGRAPH, "khoản 2, Điều 5", "clause 2, Article 5"),
    ("dieu-5", HEADING, "Điều 5", "Article 5"),
    ("dieu-5.2-1", DASH, "gạch đầu dòng thứ nhất, khoản 2, Điều 5", "first dash, clause 2, Article 5"),
    ("dieu-5-p1", PARAGRAPH, "đoạn văn, Điều 5", "paragraph, Article 5"),
    ("chuong-iv", HEADING, "Chương IV", "Chapter IV"),
    ("chuong-iv-muc-2", HEADING, "mục 2, Chương IV", "section 2, Chapter IV"),
    ("phan-thu-nhat", HEADING, "phần thứ nhất", "part thứ nhất"),
    ("ii-1.a", PARAGRAPH, "điểm a, mục 1, phần II", "point a, section 1, part II"),
    ("ii-1.1.n2", PARAGRAPH, "điểm (2), tiểu mục 1.1, mục 1, phần II", "point (2), subsection 1.1, section 1, part II"),
    ("muc-2", PARAGRAPH, "mục 2", "section 2"),
    ("ii-1-1", DASH, "gạch đầu dòng thứ nhất, mục 1, phần II", "first dash, section 1, part II"),
    ("ii-1", DASH, "gạch đầu dòng thứ nhất, phần II", "first dash, part II"),
    ("ii-1", PARAGRAPH, "mục 1, phần II", "section 1, part II"),
    ("ii-1.2", PARAGRAPH, "tiểu mục 1.2, mục 1, phần II", "subsection 1.2, section 1, part II"),
    ("chu-ky-p1", PARAGRAPH, "đoạn văn, phần ký", "paragraph, signature"),
    ("noi-nhan-1", DASH, "gạch đầu dòng thứ nhất, nơi nhận", "first dash, recipients"),
    ("kem-theo-1-dieu-2", HEADING, "Điều 2, văn bản kèm theo", "Article 2, attached text"),
]


@pytest.mark.parametrize(("name", "kind", "vietnamese", "english"), LABELLED)
def test_labelled_units(name, kind, vietnamese, english):
    provision = Provision(name, kind, 2, "Một", Span("f"))
    document = Document("x", "f", "vi", True, provisions=(provision,))
    assert (pinpoint(document, provision, "vi"), pinpoint(document, provision, "en")) == (vietnamese, english)


@pytest.mark.parametrize(
    ("locator", "name"),
    [
        ("điểm đ khoản 2 Điều 5", "dieu-5.2.dd"),
        ("Điều 5, khoản 2", "dieu-5.2"),
        ("Điều 12a", "dieu-12a"),
        ("Mục 2 Chương VI", "chuong-vi-muc-2"),
        ("Chương VI", "chuong-vi"),
        ("mục 2 phần III", "iii-2"),
    ],
)
def test_locators_of_both_layouts(locator, name):
    assert located(locator) == name
