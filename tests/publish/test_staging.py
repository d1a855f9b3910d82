"""Staging writes what changed and removes what is gone, and nothing outside its folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kb import reading
from kb.check.catalogue import RULES
from kb.publish.staging import FOLDER, stage
from kb.views import site

TODAY = "2026-11-23"


@pytest.fixture(scope="module")
def library(root):
    return reading.read(root)


@pytest.fixture
def staged(library, root, tmp_path) -> Path:
    (tmp_path / "docs").symlink_to(root / "docs")
    stage(library, tmp_path, TODAY, RULES)
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def times(folder: Path) -> dict[str, int]:
    return {p.relative_to(folder).as_posix(): p.stat().st_mtime_ns for p in folder.rglob("*") if p.is_file()}


def test_everything_is_written_below_one_folder(library, root, staged):
    wanted = {path: text.encode() for path, text in site.files(library, TODAY, RULES).items()}
    wanted |= {path: (root / source).read_bytes() for path, source in site.texts_of_record(library).items()}
    assert contents(staged / FOLDER) == wanted
    assert sorted(path.name for path in staged.iterdir()) == ["build", "docs"]


def test_a_second_time_nothing_is_written(library, staged):
    for path in (staged / FOLDER).rglob("*"):
        if path.is_file():
            os.utime(path, ns=(1, 1))
    stage(library, staged, TODAY, RULES)
    assert set(times(staged / FOLDER).values()) == {1}


def test_only_what_changed_is_written_and_what_is_gone_is_removed(library, staged):
    folder = staged / FOLDER
    before = contents(folder)
    (folder / "vi/index.md").write_text("old", encoding="utf-8")
    (folder / "vi/cu").mkdir()
    (folder / "vi/cu/cu.md").write_text("stale", encoding="utf-8")
    (folder / "en/van-ban/index.md").unlink()
    for path in folder.rglob("*"):
        if path.is_file():
            os.utime(path, ns=(1, 1))
    stage(library, staged, TODAY, RULES)
    assert contents(folder) == before
    assert not (folder / "vi/cu").exists()
    assert {path for path, time in times(folder).items() if time != 1} == {"vi/index.md", "en/van-ban/index.md"}
