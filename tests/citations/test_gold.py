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


@pytest.mark.parametrize("name", ["canonical", "date", "locator"])
def test_every_passage_is_read_as_written(name, tallies, record_property):
    tally = tallies[name]
    record_property(FIGURE, f"citations, {name}: F1 {tally.f1:.3f} ({tally.right} right)")
    assert tally.errors == []
