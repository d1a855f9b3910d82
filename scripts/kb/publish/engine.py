"""The search's scripts as one file: a first search asks the server once for them, not twenty times."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path("assets", "scripts", "search")
FILE = "engine.js"
# In the order in which they use one another while they are read.
PARTS = (
    "keys", "words", "wording", "typing", "places", "signs", "typed", "reading", "store", "candidates", "matching",
    "searching", "facets", "excerpts", "advice", "recent", "results",
)  # fmt: skip
ALONE = ("keys",)
"""Parts that a page may want without the others."""


def joined(theme: Path) -> str:
    """The parts below the folder of the theme, without comments and indents."""
    parts = ((theme / FOLDER / f"{name}.js").read_text(encoding="utf-8") for name in PARTS)
    lines = (line.strip() for part in parts for line in part.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))


def is_part(uri: str) -> bool:
    """Whether a file of the theme is on the site as a part of the joined one only."""
    return any(uri == f"{FOLDER.as_posix()}/{name}.js" for name in PARTS if name not in ALONE)
