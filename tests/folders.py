"""Folders that tests begin with, and what one holds."""

from __future__ import annotations

import shutil
from pathlib import Path

# What a copy of a checkout does without: what programs made in it, what begins with a dot, and the tests.
LEFT = (".*", "build", "site", "tests", "__pycache__", "*.egg-info")

# A small checkout in which each rule has what its examples need.
SAMPLE = Path(__file__).resolve().parent / "check" / "sample"

# The content as it once stood: what tests name in it stays there, whatever editors do with that of the site.
CONTENT = SAMPLE.parents[1] / "content"


def copied(checkout: Path, folder: Path, *without: str) -> Path:
    """A copy of a checkout, in a folder that is no repository."""
    return Path(shutil.copytree(checkout, folder, ignore=shutil.ignore_patterns(*LEFT, *without)))


def copied_with_content(checkout: Path, folder: Path) -> Path:
    """Such a copy that has the content that tests begin with in the place of its own."""
    copied(checkout, folder, "docs")
    shutil.copytree(CONTENT / "docs", folder / "docs")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Every file by its path below the folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
