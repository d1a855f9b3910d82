"""Folders that tests begin with, and what one holds."""

from __future__ import annotations

from pathlib import Path

# A small checkout in which each rule has what its examples need.
SAMPLE = Path(__file__).resolve().parent / "check" / "sample"

# The content as it once stood: what tests name in it stays there, whatever editors do with that of the site.
CONTENT = SAMPLE.parents[1] / "content"


def contents(folder: Path) -> dict[str, bytes]:
    """Every file by its path below the folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
