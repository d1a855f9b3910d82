"""Pictures in our own pages: files of one folder beside the languages, which pages name as it lies on the disk."""

from __future__ import annotations

import re

FOLDER = "docs/_images/"
BELOW = FOLDER.removeprefix("docs/")
NAME = re.compile(r"[a-z0-9-]+\.png")
NAMED = re.compile(rf"(?<=\]\()(?:\.\./)+{BELOW}(?P<name>{NAME.pattern})(?=\))")


def named(body: str) -> list[str]:
    """The files that a page shows, by path from the checkout, in order."""
    return [FOLDER + found["name"] for found in NAMED.finditer(body)]


def is_one(file: str) -> bool:
    """Whether a file may be shown: a PNG, which nothing in a browser runs."""
    return file.startswith(FOLDER) and bool(NAME.fullmatch(file.removeprefix(FOLDER)))
