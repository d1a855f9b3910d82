"""The fonts of the site as PDF files need them: whole TrueType files, one for each face."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

# What a face is made of: the site's pages load the two apart, by the letters that they have.
FACES = ("source-serif-4-{}-400-normal", "source-serif-4-{}-400-italic", "source-serif-4-{}-600-normal")
PARTS = ("latin", "vietnamese")
FOLDER = Path("assets", "fonts")
# 1 January 2000 in seconds of 1904, as fonts count.
SOME_DAY = 3_029_529_600


def sources(theme: Path) -> dict[str, tuple[Path, ...]]:
    """Name of a face → the files of the theme that hold its letters."""
    return {face.format("all"): tuple(theme / FOLDER / f"{face.format(p)}.woff2" for p in PARTS) for face in FACES}


def faces(theme: Path) -> Mapping[str, bytes]:
    """Name of a face → TrueType file; the same sources give the same bytes."""
    return {name: _merged(files) for name, files in sources(theme).items()}


def _merged(files: tuple[Path, ...]) -> bytes:
    opened = [io.BytesIO(_plain(file)) for file in files]
    return _saved(Merger().merge(opened))


def _plain(file: Path) -> bytes:
    font = TTFont(file, recalcTimestamp=False)
    font.flavor = None
    return _saved(font)


def _saved(font: TTFont) -> bytes:
    made = io.BytesIO()
    # Else the clock's time stands in it.
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = SOME_DAY
    font.save(made)
    return made.getvalue()
