"""What the tests of the views share."""

from __future__ import annotations

import pytest

from kb import reading


@pytest.fixture(scope="session")
def library(root):
    """The real content, read once."""
    return reading.read(root)
