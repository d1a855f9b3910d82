"""Passages written after the conventions of the field: none of them is taken from elsewhere."""

import sys

import pytest

from kb.parse.citations import read
from tests.citations import scoring


@pytest.fixture(scope="module")
def tallies(vocabulary):
    return scoring.score(lambda text: read(text, vocabulary).citations)


def test_offsets_of_the_passages_are_true():
    for passage in scoring.passages():
        for citation in passage["citations"]:
            assert passage["text"][citation["start"] : citation["end"]] == citation["raw"]


@pytest.mark.parametrize("name", ["canonical", "date", "locator"])
def test_every_passage_is_read_as_written(name, tallies, capsys):
    tally = tallies[name]
    with capsys.disabled():
        sys.stdout.write(f"\n  citations, {name}: F1 {tally.f1:.3f} ({tally.right} right) ")
    assert tally.errors == []
