"""What the tests of the views share."""

from __future__ import annotations

import pytest

from kb import reading
from tests.folders import CONTENT


@pytest.fixture(scope="session")
def library(root):
    """The real content, read once: what must be true of whatever editors write."""
    return reading.read(root)


@pytest.fixture(scope="session")
def then():
    """The content that tests begin with, of which they know what stands in it."""
    return reading.read(CONTENT)
