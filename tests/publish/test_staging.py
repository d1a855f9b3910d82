"""Staging writes what changed and removes what is gone, and nothing outside its folder."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

import pytest

from kb import reading
from kb.check.catalogue import RULES
from kb.export import data
from kb.publish.staging import FOLDER, stage
from kb.views import site
from tests.folders import contents

TODAY = "2026-11-23"


@pytest.fixture(scope="module")
def library(root):
    return reading.read(root)


@pytest.fixture
def staged(library, root, tmp_path) -> Path:
    (tmp_path / "docs").symlink_to(root / "docs")
    stage(library, tmp_path, TODAY, RULES)
    return tmp_path


def times(folder: Path) -> dict[str, int]:
    return {p.relative_to(folder).as_posix(): p.stat().st_mtime_ns for p in folder.rglob("*") if p.is_file()}


def test_everything_is_written_below_one_folder(library, root, staged):
    wanted = {path: text.encode() for path, text in site.files(library, TODAY, RULES).items()}
    wanted |= {f"vi/{path}": text.encode() for path, text in data.tables(library).items()}
    wanted |= {path: (root / source).read_bytes() for path, source in site.copied(library).items()}
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


CANARY = "chim hoàng yến lạc đàn"
SECRET = {
    "docs/vi/van-ban/77-kh-btgtw-2021.md": f"""---
status: STATUS
number: 77-KH/BTGTW
kind: KH
issuer: BTGTW
issuer_name: Ban Tuyên giáo Trung ương
place: {CANARY}
date: 2021-04-02
subject: {CANARY}
title: Kế hoạch {CANARY}
names: [Kế hoạch {CANARY}]
basis: [26-kh-btgtw-2021]
language: vi
text: held
source: 77-kh-btgtw-2021.txt
sha256: HASH
---

Theo Kế hoạch số 26-KH/BTGTW, {CANARY}. {{#mo-dau-p1}}
""",
    "docs/en/van-ban/77-kh-btgtw-2021.md": f"""---
title: Plan {CANARY}
subject: {CANARY}
of_subject: x
names: [Plan {CANARY}]
---

Under Plan No. 26-KH/BTGTW, {CANARY}. {{#mo-dau-p1 of=x}}
""",
    "docs/_source/77-kh-btgtw-2021.txt": f"Theo Kế hoạch số 26-KH/BTGTW, {CANARY}.\n",
}


@pytest.mark.parametrize(("status", "shown"), [("draft", False), ("withheld", False), ("published", True)])
def test_nothing_of_a_document_that_is_not_published_is_staged(library, root, tmp_path, status, shown):
    shutil.copytree(root / "docs", tmp_path / "docs")
    sha256 = hashlib.sha256(SECRET["docs/_source/77-kh-btgtw-2021.txt"].encode()).hexdigest()
    for file, text in SECRET.items():
        (tmp_path / file).write_text(text.replace("STATUS", status).replace("HASH", sha256), encoding="utf-8")
    stage(reading.read(tmp_path), tmp_path, TODAY, RULES)
    staged = contents(tmp_path / FOLDER)
    told = {path for path, content in staged.items() if CANARY.encode() in content or b"77-kh" in content.lower()}
    named = {path for path in staged if "77-kh" in path}
    if shown:  # the canary sings in every place that is searched
        assert {"vi/van-ban/77-kh-btgtw-2021.md", "vi/van-ban/26-kh-btgtw-2021.md"} <= told
        assert "en/assets/search/index.js" in told
        assert "vi/van-ban/nguyen-van/77-kh-btgtw-2021.txt" in named
    else:
        assert told | named == set()
        assert staged.keys() == contents_of(library, root)


def contents_of(library, root: Path) -> set[str]:
    """The files that are staged of the content as it is."""
    exported = {f"vi/{path}" for path in data.tables(library)}
    return {*site.files(library, TODAY, RULES), *site.copied(library), *exported}


def test_a_page_that_leads_out_of_the_folder_is_not_written(tmp_path, monkeypatch):
    monkeypatch.setattr(site, "files", lambda *_: {"../../thoat.md": "x"})
    monkeypatch.setattr(site, "copied", lambda _: {})
    monkeypatch.setattr(data, "tables", lambda _: {})
    with pytest.raises(ValueError, match=r"\.\./\.\./thoat\.md"):
        stage(None, tmp_path / "a/b", None, {})
    assert not list(tmp_path.rglob("thoat.md"))
