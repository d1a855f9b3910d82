"""The two contents of which the tests make what is taken along, each read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb import reading
from kb.model.library import Library
from tests.folders import CONTENT


@pytest.fixture(scope="session")
def library() -> Library:
    """The content that tests begin with, of which they know what stands in it."""
    return reading.read(CONTENT)


@pytest.fixture(scope="session")
def now(root: Path) -> Library:
    """That of the checkout: what must be true of whatever editors write."""
    return reading.read(root)
