"""A commit is carried: the archive holds it whole, tells what was touched on the way, and is the same whenever made."""

import hashlib
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from kb.publish import bundling, revision
from tests.publish.test_commands import commit

EPOCH = 1_700_000_000


@pytest.fixture
def source(tmp_path) -> Path:
    folder = tmp_path / "nguon"
    for path, text in {"docs/vi/a.md": "một", "scripts/b.sh": "hai", "mkdocs.yml": "ba", ".ci/run": "bốn"}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    (folder / "scripts/b.sh").chmod(0o755)
    return folder


@pytest.fixture
def tree(source) -> Path:
    """A source tree with its record, and no git."""
    held = {p.relative_to(source).as_posix(): (p.read_bytes(), 0o644) for p in source.rglob("*") if p.is_file()}
    (source / revision.RECORD).write_text(bundling.record("a" * 40, EPOCH, held).text, encoding="utf-8")
    return source


def test_a_tree_without_git_tells_its_commit(tree, monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert (revision.commit(tree), revision.epoch(tree), revision.changes(tree)) == ("a" * 40, EPOCH, ())


TOUCHED = [
    (lambda tree: (tree / "docs/vi/a.md").write_text("khác"), ("docs/vi/a.md",)),
    (lambda tree: (tree / "mkdocs.yml").unlink(), ("mkdocs.yml",)),
    (lambda tree: (tree / "docs/moi.md").touch(), ("docs/moi.md",)),
    (lambda tree: (tree / ".ci/moi").touch(), (".ci/moi",)),
    (lambda tree: (tree / "scripts/__pycache__").mkdir() or (tree / "scripts/__pycache__/b.pyc").touch(), ()),
    (lambda tree: (tree / "site").mkdir() or (tree / "site/index.html").touch(), ()),
    (lambda tree: (tree / "targets.yml").touch(), ()),
]


@pytest.mark.parametrize(("touch", "changed"), TOUCHED)
def test_what_was_touched_on_the_way_is_told(tree, touch, changed):
    touch(tree)
    assert revision.changes(tree) == changed


@pytest.mark.parametrize("text", ["", "{", "[]", '{"commit": "a"}', '{"commit": "a", "epoch": "x", "files": {}}'])
def test_a_record_that_cannot_be_read_is_none(tmp_path, text):
    (tmp_path / revision.RECORD).write_text(text, encoding="utf-8")
    assert revision.recorded(tmp_path) is None


@pytest.fixture
def packed(source, tmp_path) -> tuple[Path, Path]:
    """Two archives of the same: of a commit, without packages, with a site of one page."""
    subprocess.run(["git", "init", "-q"], cwd=source, check=True)
    for name in (bundling.RUN, bundling.GUIDE):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(Path(__file__).parents[2] / name, source / name)
    name = commit(source, "x")
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("trang", encoding="utf-8")
    (tmp_path / "goi").mkdir()
    held = bundling.source(source, name)
    for target in ("a.zip", "b.zip"):
        made = bundling.record(name, EPOCH, held)
        bundling.bundle(tmp_path / target, held, made, tmp_path / "goi", site)
    return tmp_path / "a.zip", tmp_path / "b.zip"


@pytest.mark.needs("git")
def test_the_archive_holds_the_commit_and_the_sums_of_all(packed, source):
    first, second = packed
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as archive:
        names = set(archive.namelist())
        assert archive.read("source/docs/vi/a.md").decode() == "một"
        assert archive.getinfo("source/scripts/b.sh").external_attr >> 16 & 0o111
        sums = dict(reversed(line.split("  ")) for line in archive.read("SHA256SUMS").decode().splitlines())
        assert sums.keys() == names - {"SHA256SUMS"}
        assert all(hashlib.sha256(archive.read(name)).hexdigest() == each for name, each in sums.items())


def run(archive: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(archive), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.needs("git")
def test_an_archive_that_suffered_is_not_used(packed, tmp_path):
    first, _ = packed
    spoilt = tmp_path / "spoilt.zip"
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(spoilt, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"khac" if name == "site/index.html" else old.read(name))
    done = run(spoilt, tmp_path)
    assert (done.returncode, "site/index.html trong spoilt.zip" in done.stderr) == (1, True), done


@pytest.mark.needs("git")
@pytest.mark.parametrize("arguments", [("--help",), ("a", "b")])
def test_a_wrong_call_does_nothing(packed, tmp_path, arguments):
    done = run(packed[0], tmp_path, *arguments)
    assert (done.returncode, (tmp_path / "a").exists()) == (1, False)
    assert done.stderr.startswith("Cách dùng: python3 a.zip [TARGET]")
