"""Under which heading a provision stands."""

from __future__ import annotations

import pytest

from kb.model.document import DASH, HEADING, PARAGRAPH, Document, Provision
from kb.model.finding import Span
from tests import numbered


def test_numbered_sentences_and_what_stands_under_them_stand_under_the_part():
    document = numbered.read().originals[numbered.KEY]
    found = {each.id: document.heading_of(each) for each in document.provisions if each.kind != HEADING}
    assert {name: heading.id if heading else None for name, heading in found.items()} == numbered.UNDER


HEADINGS = ("i", "ii", "ii-1", "dieu-5", "chuong-i", "chuong-i-muc-2", "kem-theo-1-i", "ii-3-lan-2")
CASES = [
    ("ii-1-lan-2", "ii"),  # not under the section whose number it repeats
    ("ii-1-lan-2-3", "ii"),
    ("ii-3-lan-2-p1", "ii-3-lan-2"),
    ("ii-4.2", "ii"),  # there is no 4
    ("dieu-5.2.d", "dieu-5"),
    ("dieu-5.2-p1", "dieu-5"),
    ("chuong-i-muc-2-p1", "chuong-i-muc-2"),
    ("kem-theo-1-i-1", "kem-theo-1-i"),
    ("kem-theo-1-mo-dau-p1", None),
    ("chu-thich-1", None),
    ("muc-1", None),
]


@pytest.mark.parametrize(("name", "expected"), CASES)
def test_ids(name, expected):
    kind = DASH if name[-1].isdigit() and name[-2] == "-" else PARAGRAPH
    one = Provision(name, kind, 0, "Một.", Span(""))
    held = (*(Provision(each, HEADING, 2, each, Span("")) for each in HEADINGS), one)
    heading = Document("x", "x", "vi", held=True, provisions=held).heading_of(one)
    assert (heading.id if heading else None) == expected
