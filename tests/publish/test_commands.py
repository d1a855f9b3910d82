"""The administrator's commands as they are called, on a checkout of the real content that is a repository."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.folders import copied

pytestmark = pytest.mark.needs("git")

KB = Path(sys.executable).with_name("kb")
GIT = ("git", "-c", "user.name=x", "-c", "user.email=x@x", "-c", "commit.gpgsign=false")


def kb(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    return subprocess.run(
        [KB, *arguments], cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=240
    )


def commit(folder: Path, subject: str) -> None:
    for command in (["add", "-A"], ["commit", "-q", "-m", subject]):
        subprocess.run([*GIT, *command], cwd=folder, check=True)
    return subprocess.run(
        [*GIT, "rev-parse", "HEAD"], cwd=folder, check=True, capture_output=True, text=True
    ).stdout.strip()


@pytest.fixture(scope="module")
def checkout(root, tmp_path_factory) -> Path:
    folder = copied(root, tmp_path_factory.mktemp("repository") / "kb")
    shutil.copy(root / ".gitignore", folder)
    subprocess.run([*GIT, "init", "-q"], cwd=folder, check=True)
    commit(folder, "đầu tiên")
    return folder


def test_from_a_commit_to_what_is_live_and_back(checkout, tmp_path):
    target = str(tmp_path / "noi-bo")
    shown = kb(checkout, "publish", target, "--dry-run")
    assert (shown.returncode, Path(target).exists()) == (0, False), shown.stderr
    assert "Dựng trang bằng MkDocs" in shown.stderr
    done = kb(checkout, "publish", target)
    assert done.returncode == 0, done.stderr
    # What is built already is not built again.
    assert "MkDocs" not in done.stderr
    held = json.loads((Path(target) / "current/manifest.json").read_text(encoding="utf-8"))
    assert held["commit"].startswith(os.readlink(Path(target) / "current").rpartition("-")[2])
    assert {"index.html", "en/index.html", "sbom.cdx.json"} <= held["files"].keys()
    again = kb(checkout, "publish", target)
    assert (again.returncode, "đang chạy rồi" in again.stdout) == (0, True)
    back = kb(checkout, "rollback", target)
    assert (back.returncode, back.stderr) == (1, "Không có bản phát hành nào trước bản đang chạy.\n")
    listed = kb(checkout, "releases", target)
    assert listed.stdout.startswith("* 0001-")
    assert listed.stdout.count("\n") == 1


def test_only_a_commit_is_published(checkout, tmp_path):
    new = checkout / "docs" / "vi" / "moi.md"
    new.write_text("x", encoding="utf-8")
    try:
        refused = kb(checkout, "publish", str(tmp_path / "kb"))
    finally:
        new.unlink()
    assert (refused.returncode, (tmp_path / "kb").exists()) == (1, False)
    assert "  docs/vi/moi.md" in refused.stderr


def test_a_site_that_somebody_touched_is_built_anew(checkout, tmp_path):
    if not (checkout / "site").is_dir():
        kb(checkout, "build")
    with (checkout / "site/index.html").open("a") as page:
        page.write("<!-- x -->")
    done = kb(checkout, "publish", str(tmp_path / "kb"))
    assert done.returncode == 0
    assert "MkDocs" in done.stderr
    assert "<!-- x -->" not in (tmp_path / "kb/current/index.html").read_text(encoding="utf-8")


CALLS = [
    ("publish", "khong-co"),
    ("rollback", "khong-co"),
    ("releases", "khong-co"),
    ("verify-live", "http://127.0.0.1:9/"),
]


@pytest.mark.parametrize("call", CALLS)
def test_what_is_not_there_is_one_line(checkout, call):
    done = kb(checkout, *call)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) <= 2
    assert "Traceback" not in done.stderr
