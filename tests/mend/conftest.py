"""What the tests of mending share: the content with some texts put in, read and mended without a disk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kb import check, reading
from kb.mend import Mended, mend
from kb.model.memory import Memory
from tests.folders import CONTENT

Mending = Callable[[Mapping[str, str]], Mended]


def mending_in(root: Path) -> Mending:
    """Mends the content of a checkout with other texts in place of some files."""
    memory = Memory()

    def mended(changes: Mapping[str, str]) -> Mended:
        def found(texts: Mapping[str, str]):
            library = reading.read(root, memory, {**changes, **texts})
            return library, check.run(library, memory)

        return mend(found)

    return mended


@pytest.fixture(scope="session")
def mending() -> Mending:
    return mending_in(CONTENT)


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    """The files of the content that hold text."""
    paths = sorted(path for path in (CONTENT / "docs").rglob("*") if path.suffix in (".md", ".yml", ".txt"))
    return {path.relative_to(CONTENT).as_posix(): path.read_bytes().decode("utf-8") for path in paths}
