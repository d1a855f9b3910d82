"""The content of the checkout, read once for all that is made of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb import reading
from kb.model.library import Library


@pytest.fixture(scope="session")
def library(root: Path) -> Library:
    return reading.read(root)
