"""Staging: the far end of the views, files under `build/docs` that MkDocs (or another engine) reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from kb.export import data
from kb.model.finding import Finding
from kb.model.history import UNKNOWN, History
from kb.model.library import LANGUAGES, Library
from kb.model.rule import Rule
from kb.views import site

FOLDER = Path("build", "docs")
NOTHING: Mapping[str, bytes] = MappingProxyType({})
Made = TypeVar("Made")


def stage(
    library: Library,
    root: Path,
    today: str | None,
    rules: Mapping[str, Rule],
    beside: Mapping[str, bytes] = NOTHING,
    history: History = UNKNOWN,
) -> Path:
    """Write all staged files below `root`; returns the folder. `beside` are further files, to which pages lead."""
    folder = root / FOLDER
    write(folder, contents(library, root, today, rules, beside, history))
    return folder


def contents(
    library: Library,
    root: Path,
    today: str | None,
    rules: Mapping[str, Rule],
    beside: Mapping[str, bytes] = NOTHING,
    history: History = UNKNOWN,
) -> dict[str, bytes]:
    """What is staged, by path below the folder; `beside` as above."""
    made = site.files(library, today, rules, beside.keys(), history)
    made = {path: text.encode() for path, text in made.items()}
    # Once, beside the Vietnamese pages: data has no language.
    made |= {f"{LANGUAGES[0]}/{path}": text.encode() for path, text in data.tables(library).items()}
    return made | {path: (root / source).read_bytes() for path, source in site.copied(library).items()} | dict(beside)


def attempted(make: Callable[[], Made], findings: Callable[[], Iterable[Finding]]) -> Made | None:
    """What is made of content that may have errors, which are then what there is to say; None where they prevent it.

    Views are written for content without errors. Where there are some that they can do with, such as a translation
    that waits to be confirmed, the pages are of use to whoever edits or reviews.
    """
    try:
        return make()
    except Exception:
        if any(each.blocks for each in findings()):
            return None
        raise


def write(folder: Path, wanted: Mapping[str, bytes]) -> None:
    """Make a folder hold just this, writing only what changed: a watching server would rebuild without end."""
    for path, content in wanted.items():
        target = folder / path
        if not target.resolve().is_relative_to(folder.resolve()):
            raise ValueError(f"{path} leads out of {folder}")
        if not target.is_file() or target.read_bytes() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(folder).as_posix() not in wanted:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
