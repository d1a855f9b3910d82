from __future__ import annotations

import pytest

from kb import reading
from kb.importing import making
from kb.importing.received import Paragraph, Received
from kb.importing.word import read


@pytest.fixture(scope="session")
def vocabulary(root):
    return reading.read(root).numbers


@pytest.fixture
def of_lines(vocabulary):
    """A document of lines, as any reader might hand them on."""

    def make(text: str) -> making.Imported:
        lines = [line for line in text.strip("\n").split("\n") if line.strip()]
        return making.made(Received([Paragraph(line) for line in lines]), "0" * 64, vocabulary)

    return make


@pytest.fixture
def words():
    """The paragraphs of a Word file and what is said of it."""

    def make(raw: bytes) -> tuple[list[str], list[str]]:
        received = read(raw)
        return [each.text for each in received.paragraphs], received.warnings

    return make
