"""The theme's styles and scripts as few files: a page asks the server for one of a kind, not for ten."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

FOLDER = Path("assets")
# The search's scripts, in the order in which they use one another while they are read.
ENGINE = (
    "keys", "words", "wording", "typing", "places", "signs", "typed", "reading", "store", "candidates", "matching",
    "searching", "facets", "excerpts", "advice", "recent", "results",
)  # fmt: skip
STYLES = (
    "fonts", "base", "header", "search", "finding", "layout", "document", "tools", "copying", "margin", "desks",
    "components", "tables", "records", "print",
)  # fmt: skip
JOINED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "styles/site.css": tuple(f"styles/{name}.css" for name in STYLES),
        # The search first: whoever came with a query waits for it.
        "scripts/site.js": tuple(f"scripts/{name}.js" for name in ("search/loader", "search/box", "contents", "cards")),
        "scripts/search/engine.js": tuple(f"scripts/search/{name}.js" for name in ENGINE),
        "scripts/search/found.js": tuple(f"scripts/search/{name}.js" for name in ("choices", "page")),
        "scripts/copying.js": tuple(
            f"scripts/{name}.js" for name in ("copying/passage", "copying/clipboard", "notebook/store", "copying/copy")
        ),
        "scripts/notebook.js": tuple(
            f"scripts/{name}.js" for name in ("copying/clipboard", "notebook/store", "notebook/docx", "notebook/page")
        ),
        "scripts/quoting.js": tuple(
            f"scripts/quoting/{name}.js"
            for name in ("sentences", "comparing", "claims", "bodies", "around", "breaks", "notes", "passage", "page")
        ),
    }
)
"""By the name of the file on the site its parts, below the theme's assets, in order."""
# Parts that a page may want without the others.
ALONE = ("scripts/search/keys.js",)
PARTS = frozenset(part for parts in JOINED.values() for part in parts) - frozenset(ALONE)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def joined(theme: Path) -> dict[str, str]:
    """Each file of JOINED with its content, without comments and indents; `theme` is the folder of the theme."""
    return {name: "".join(_lean(theme / FOLDER / part) for part in parts) for name, parts in JOINED.items()}


def is_part(uri: str) -> bool:
    """Whether a file of the theme is on the site as a part of a joined one only."""
    return uri.removeprefix(f"{FOLDER.as_posix()}/") in PARTS


def _lean(part: Path) -> str:
    text = part.read_text(encoding="utf-8")
    if part.suffix == ".css":
        text = COMMENT.sub("", text)
    if part.stem == "print":
        text = f"@media print {{\n{text}}}\n"
    lines = (line.strip() for line in text.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))
