"""Passages written after the conventions of the field: none of them is taken from elsewhere."""

import pytest

from kb.parse.citations import read
from tests.citations import scoring
from tests.conftest import FIGURE


@pytest.fixture(scope="module")
def tallies(vocabulary):
    return scoring.score(lambda text: read(text, vocabulary).citations)


def test_offsets_of_the_passages_are_true():
    for passage in scoring.passages():
        for citation in passage["citations"]:
            assert passage["text"][citation["start"] : citation["end"]] == citation["raw"]


# A figure that OCR took for the end of the word before, and a year behind the symbol: read without, which is accepted.
SHORTER = ["blind-ocr-05", "blind-ocr-09", "blind-ocr-15", "blind-b-organ-17"]


def test_numbers_are_read_from_their_first_letter_to_their_last(vocabulary):
    """A score takes what overlaps, and `raw` is cut out at the offsets: neither sees one that is off by one."""
    other = []
    for passage in scoring.passages():
        found = {(c.start, c.end) for c in read(passage["text"], vocabulary).citations}
        wanted = {(c["start"], c["end"]) for c in passage["citations"]}
        other += [passage["id"]] if wanted - found else []
    assert other == SHORTER


@pytest.mark.parametrize("name", ["canonical", "date", "locator"])
def test_every_passage_is_read_as_written(name, tallies, record_property):
    tally = tallies[name]
    record_property(FIGURE, f"citations, {name}: F1 {tally.f1:.3f} ({tally.right} right)")
    assert tally.errors == []
