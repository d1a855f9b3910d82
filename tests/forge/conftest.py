from __future__ import annotations

import pytest

from tests.forge import scratch


@pytest.fixture(scope="session")
def first(root, tmp_path_factory):
    return scratch.first(root, tmp_path_factory.mktemp("first"))


@pytest.fixture
def repository(first, tmp_path):
    """A repository of the test's own, the branch `main` checked out."""
    return scratch.copy(first, tmp_path / "forge")


@pytest.fixture
def runner(tmp_path):
    """The empty folder in which a runner works."""
    return tmp_path / "runner"
