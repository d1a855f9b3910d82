"""From a clone to the readers: a citation is broken, seen, mended, reviewed, merged and published."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser import looks
from tests.folders import copied_with_content

KB = str(Path(sys.executable).with_name("kb"))
QUESTION = "docs/vi/hoi-dap/bao-cao-ve-dau.md"
RIGHT, WRONG = "gạch đầu dòng thứ tư", "gạch đầu dòng thứ năm"
OLD, NEW = "Việc này “để chủ động", "Việc đó “để chủ động"
WHO = {
    f"GIT_{role}_{field}": value
    for role in ("AUTHOR", "COMMITTER")
    for field, value in (("NAME", "a"), ("EMAIL", "a@b"))
}
FIELD, FOUND = "#kb-edit-text", ".kb-edit__found"


def git(folder: Path, *command: str) -> str:
    environment = {**os.environ, **WHO}
    return subprocess.run(
        ["git", "-C", folder, *command], env=environment, capture_output=True, text=True, check=True
    ).stdout


@pytest.fixture
def forge(root, tmp_path) -> Path:
    """A bare repository with a checkout as its main branch: all of a forge that a file needs."""
    first, bare = copied_with_content(root, tmp_path / "first"), tmp_path / "kb.git"
    shutil.copy(root / ".gitignore", first)
    git(first, "init", "--quiet", "--initial-branch", "main")
    git(first, "add", "--all")
    git(first, "commit", "--quiet", "--message", "Đầu tiên")
    git(tmp_path, "clone", "--quiet", "--bare", str(first), str(bare))
    return bare


@pytest.fixture
def serving():
    """Starts a command that serves, and gives the address that it prints."""
    running = []

    def serve(folder: Path, *command: str) -> str:
        # Tests that a shell starts in the background ignore interrupts, and what they start would do so too.
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        process = subprocess.Popen([KB, *command], cwd=folder, stdout=subprocess.PIPE, encoding="utf-8")
        signal.signal(signal.SIGINT, before)
        running.append(process)
        return re.search(r"http://\S+/", process.stdout.readline())[0]

    yield serve
    for process in running:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=60)


@pytest.fixture
def page(browser):
    context = browser.new_context(**looks.settings())
    yield context.new_page()
    context.close()


def test_the_whole_way(forge, tmp_path, serving, page):
    clone, desk, site = tmp_path / "clone", tmp_path / "desk", tmp_path / "intranet"
    git(tmp_path, "clone", "--quiet", str(forge), str(clone))
    git(clone, "switch", "--quiet", "--create", "sua-cau-tra-loi")

    page.goto(serving(clone, "edit") + f"#{QUESTION}")
    page.locator(FOUND, has_text="Không có lỗi.").wait_for()
    text = page.input_value(FIELD)
    page.fill(FIELD, text.replace(RIGHT, WRONG))
    page.locator(FOUND, has_text="LINK-004").wait_for()
    page.fill(FIELD, text.replace(OLD, NEW))
    page.locator(FOUND, has_text="TRANS-002").wait_for()
    page.keyboard.press("Control+s")
    page.get_by_text(f"Đã lưu {QUESTION}.").wait_for()

    assert kb(clone, "check").returncode == 1
    assert kb(clone, "confirm", QUESTION.replace("/vi/", "/en/")).returncode == 0
    assert kb(clone, "check").returncode == 0
    git(clone, "commit", "--quiet", "--all", "--message", "Sửa một chữ trong câu trả lời")
    git(clone, "push", "--quiet", "origin", "HEAD")

    report = kb(clone, "diff", "origin/main..HEAD", "--format", "html")
    assert report.returncode == 0
    shown = tmp_path / "report.html"
    shown.write_text(report.stdout, encoding="utf-8")
    page.goto(shown.as_uri())
    assert {*page.locator("del").all_inner_texts()} & {"này"}
    assert {*page.locator("ins").all_inner_texts()} & {"đó"}

    git(tmp_path, "clone", "--quiet", str(forge), str(desk))
    git(desk, "merge", "--quiet", "--no-ff", "origin/sua-cau-tra-loi", "--message", "Hợp nhất")
    git(desk, "push", "--quiet", "origin", "main")
    published = kb(desk, "publish", str(site))
    assert published.returncode == 0, published.stdout + published.stderr
    page.goto(serving(desk, "serve", "--release", str(site)) + "hoi-dap/bao-cao-ve-dau/")
    assert NEW in page.locator("article").inner_text()


def kb(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    (folder.parent / "intranet").mkdir(exist_ok=True)
    return subprocess.run([KB, *command], cwd=folder, capture_output=True, text=True, check=False)
