"""Publishing into a folder: what is planned, what is shared, what is refused, and the way back."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from kb.publish import releasing
from kb.publish.far import Busy, FarError
from kb.publish.far_folder import Folder
from kb.publish.manifest import Manifest

from .releases import NEW, OLD, STAMP, leftovers, live, site


@pytest.fixture
def old(tmp_path) -> tuple[Path, Manifest]:
    return site(tmp_path / "old", OLD, "a")


@pytest.fixture
def new(tmp_path) -> tuple[Path, Manifest]:
    return site(tmp_path / "new", NEW, "b")


@pytest.fixture
def target(tmp_path) -> Path:
    return tmp_path / "far" / "kb"


def publish(target: Path, made: tuple[Path, Manifest], keep: int = 5) -> str:
    far = Folder(str(target))
    with far.locked():
        planned = releasing.plan(far, *made)
        releasing.publish(far, *made, planned, STAMP, keep, lambda line: None)
    return planned.release


def rollback(target: Path, release: str | None = None) -> str:
    far = Folder(str(target))
    with far.locked():
        return releasing.rollback(far, release, STAMP)


def inode(path: Path) -> int:
    return path.stat().st_ino


def test_the_plan_says_what_changes_and_writes_nothing(target, old, new):
    first = releasing.plan(Folder(str(target)), *old)
    assert (first.live, first.added, first.changed) == (None, tuple(sorted(OLD)), ())
    assert not target.exists()
    publish(target, old)
    planned = releasing.plan(Folder(str(target)), *new)
    assert (planned.live, planned.release) == ("0001-aaaaaaaaaaaa", "0002-bbbbbbbbbbbb")
    assert (planned.added, planned.changed, planned.removed) == (
        ("van-ban/c/index.html",),
        ("index.html",),
        ("van-ban/b/index.html",),
    )
    assert planned.kept == ("assets/x.css", "van-ban/a/index.html")
    assert planned.size == len("ba") + len("mới".encode())


def test_a_release_is_beside_the_old_one_and_shares_what_is_the_same(target, old, new):
    publish(target, old)
    publish(target, new)
    assert live(target) == NEW
    one, two = (target / "releases" / name for name in ("0001-aaaaaaaaaaaa", "0002-bbbbbbbbbbbb"))
    assert inode(one / "assets/x.css") == inode(two / "assets/x.css")
    assert (one / "index.html").read_text(encoding="utf-8") == "cũ"
    assert (two / "index.html").stat().st_mode & 0o777 == 0o644
    assert two.stat().st_mode & 0o777 == 0o755
    assert leftovers(target) == []


def test_a_target_is_there_for_the_web_server_whatever_the_umask(target, old):
    mask = os.umask(0o077)
    try:
        publish(target, old)
    finally:
        os.umask(mask)
    for folder in (target, target / "releases", target / "current", target / "current/assets"):
        assert folder.stat().st_mode & 0o777 == 0o755, folder


def test_a_target_that_was_there_keeps_who_may_read_it(target, old):
    target.mkdir(parents=True)
    target.chmod(0o750)
    publish(target, old)
    assert target.stat().st_mode & 0o777 == 0o750


def test_a_shared_file_that_was_spoilt_is_copied_anew(target, old, new):
    publish(target, old)
    spoilt = target / "releases/0001-aaaaaaaaaaaa/assets/x.css"
    spoilt.write_text("hỏng", encoding="utf-8")
    publish(target, new)
    assert live(target) == NEW
    assert spoilt.read_text(encoding="utf-8") == "hỏng"


def test_a_file_that_goes_wrong_on_the_way_keeps_the_old_release_live(target, old, new, monkeypatch):
    publish(target, old)
    monkeypatch.setattr("shutil.copyfileobj", lambda read, write: write.write(b"?"))
    with pytest.raises(FarError, match=r"như (index.html|manifest.json|van-ban)"):
        publish(target, new)
    assert live(target) == OLD


def test_the_log_has_a_line_a_release(target, old, new):
    publish(target, old)
    publish(target, new)
    rollback(target)
    found = [(each.action, each.release, each.who) for each in releasing.entries(Folder(str(target)).state().log)]
    assert found == [
        ("publish", "0001-aaaaaaaaaaaa", "ai-do@may"),
        ("publish", "0002-bbbbbbbbbbbb", "ai-do@may"),
        ("rollback", "0001-aaaaaaaaaaaa", "ai-do@may"),
    ]
    last = releasing.entries(Folder(str(target)).state().log)[-1]
    assert (last.commit, last.digest) == ("a" * 40, old[1].digest)


def test_a_half_written_line_of_the_log_spoils_no_other(target, old):
    publish(target, old)
    with (target / "releases.log").open("a") as log:
        log.write("2026-01-01T00:00:00Z\tai-")
    rollback(target, "aaaa")
    Folder(str(target)).append(releasing.Entry("khi", "ai", "publish", "r", "c", "d").line)
    assert [each.release for each in releasing.entries(Folder(str(target)).state().log)] == ["0001-aaaaaaaaaaaa", "r"]


def test_rolling_back_goes_to_the_release_before_and_no_further_than_there_is_one(target, old, new):
    publish(target, old)
    with pytest.raises(releasing.NothingToRollBackTo, match="trước bản đang chạy"):
        rollback(target)
    publish(target, new)
    assert rollback(target) == "0001-aaaaaaaaaaaa"
    assert live(target) == OLD
    with pytest.raises(releasing.NothingToRollBackTo):
        rollback(target)


NAMED = [
    ("0002-bbbbbbbbbbbb", True),
    ("bbbb", True),
    ("0001-aaaaaaaaaaaa", True),
    ("cccc", False),
    ("", False),
    ("../x", False),
]


@pytest.mark.parametrize(("name", "there"), NAMED)
def test_rolling_back_to_a_release_by_name(target, old, new, name, there):
    publish(target, old)
    publish(target, new)
    if there:
        assert rollback(target, name).endswith(name[-4:])
    else:
        with pytest.raises(releasing.NothingToRollBackTo, match="Không có bản phát hành"):
            rollback(target, name)
        assert live(target) == NEW


def test_after_a_rollback_the_next_release_is_a_new_one(target, old, new):
    publish(target, old)
    publish(target, new)
    rollback(target)
    assert publish(target, new) == "0003-bbbbbbbbbbbb"
    assert live(target) == NEW


@pytest.mark.parametrize("keep", [1, 2, 3])
def test_only_the_newest_stay_and_the_live_one_always(target, tmp_path, keep):
    for number in range(5):
        publish(target, site(tmp_path / str(number), {"index.html": str(number)}, str(number)), keep)
    far = Folder(str(target))
    assert far.state().releases == tuple(f"{n + 1:04d}-{str(n) * 12}" for n in range(5))[-keep:]
    assert live(target) == {"index.html": "4"}


def test_what_somebody_else_put_there_is_left_alone(target, old, new):
    publish(target, old)
    (target / "releases" / "ghi-chu").mkdir()
    (target / "releases.log").unlink()
    publish(target, new, keep=1)
    assert (target / "releases" / "ghi-chu").is_dir()


def test_without_its_log_no_release_is_taken_for_a_left_over(target, old, new):
    publish(target, old)
    publish(target, new)
    (target / "releases.log").unlink()
    assert rollback(target) == "0001-aaaaaaaaaaaa"


def test_two_publishers(target, old):
    far = Folder(str(target))
    with far.locked(), pytest.raises(Busy, match="đang công bố"), Folder(str(target)).locked():
        pytest.fail("two had the lock")
    publish(target, old)


def refusing(monkeypatch, name: str, number: int) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number), "nơi-ấy")

    monkeypatch.setattr(os, name, refuse)


def test_no_symbolic_links_is_said_before_anything_is_written(target, old, monkeypatch):
    refusing(monkeypatch, "symlink", errno.EPERM)
    with pytest.raises(FarError, match="không có liên kết tượng trưng") as error:
        publish(target, old)
    assert "\n" not in str(error.value)
    assert not target.parent.exists()


@pytest.mark.parametrize("number", [errno.EPERM, errno.ENOTSUP, errno.EMLINK])
def test_without_hard_links_there_are_copies(target, old, new, monkeypatch, number):
    publish(target, old)
    refusing(monkeypatch, "link", number)
    publish(target, new)
    assert live(target) == NEW
    one, two = (target / "releases" / name / "assets/x.css" for name in ("0001-aaaaaaaaaaaa", "0002-bbbbbbbbbbbb"))
    assert inode(one) != inode(two)


def test_a_current_that_is_no_link_is_refused(target, old):
    (target / "current").mkdir(parents=True)
    with pytest.raises(FarError, match="không phải là liên kết"):
        publish(target, old)


def test_the_switch_comes_last_and_everything_is_on_the_disk_before(target, old, new, monkeypatch):
    """Told by the order of calls, since nobody can pull the plug in a test."""
    publish(target, old)
    done: list[str] = []
    for name in ("fsync", "replace", "rename", "link"):
        real = getattr(os, name)
        monkeypatch.setattr(os, name, lambda *a, _real=real, _name=name, **k: (done.append(_name), _real(*a, **k))[1])
    publish(target, new)
    finished = done.index("rename")
    switched = len(done) - 1 - done[::-1].index("replace")
    # Two new files, a changed one, the manifest, and four folders.
    assert done[:finished].count("fsync") >= 7
    assert "fsync" in done[finished:switched]
    assert set(done[switched:]) == {"replace", "fsync"}
    assert sys.platform == "linux"
