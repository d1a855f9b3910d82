"""Small sites to publish, and what must hold of a place that releases go to."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from kb.publish import manifest
from kb.publish.far import CURRENT, RELEASES
from kb.publish.manifest import Manifest
from kb.publish.releasing import Stamp

STAMP = Stamp("2026-01-01T00:00:00Z", "ai-do@may")
OLD = {"index.html": "cũ", "van-ban/a/index.html": "một", "van-ban/b/index.html": "hai", "assets/x.css": "b{}"}
NEW = {"index.html": "mới", "van-ban/a/index.html": "một", "van-ban/c/index.html": "ba", "assets/x.css": "b{}"}


def site(folder: Path, files: Mapping[str, str], commit: str) -> tuple[Path, Manifest]:
    """A built site of a commit (any hex digit, repeated) and its manifest."""
    (folder.parent / manifest.LOCK).write_text("khóa", encoding="utf-8")
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    made = manifest.describe(folder, commit * 40, folder.parent)
    (folder / manifest.NAME).write_text(made.text, encoding="utf-8")
    return folder, made


def live(target: Path) -> dict[str, str]:
    """What a reader gets: path → text of every file of the live release but its manifest."""
    current = target / CURRENT
    assert current.is_symlink()
    assert os.readlink(current).startswith(f"{RELEASES}/")
    return {
        path.relative_to(current).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(current.rglob("*"))
        if path.is_file() and path.name != manifest.NAME
    }


def leftovers(target: Path) -> list[str]:
    """Hidden names: what publishers work with, but for the lock."""
    found = [*target.iterdir(), *(target / RELEASES).iterdir()]
    return sorted(path.name for path in found if path.name.startswith(".") and path.name != ".lock")
