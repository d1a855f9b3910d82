"""Publishing to a server over SSH: a real sshd and rsync, on the loopback address."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.publish import releasing
from kb.publish.far import Busy, FarError, State
from kb.publish.far_server import Server

from . import sshd
from .releases import NEW, OLD, STAMP, leftovers, live, site
from .test_killed import hooked, kill

CUTS = 10


@pytest.fixture(scope="module")
def machine(tmp_path_factory) -> Iterator[tuple[Path, int]]:
    if missing := sshd.missing():
        pytest.skip(f"missing: {', '.join(missing)}")
    # A short path: it becomes part of names of sockets and of settings.
    folder = tmp_path_factory.mktemp("sshd")
    with sshd.serving(folder) as port:
        yield folder, port


@pytest.fixture
def far(machine, tmp_path) -> Server:
    folder, port = machine
    return Server("far", str(tmp_path / "trang web" / "kb"), sshd.settings(folder, "plain", port))


@pytest.fixture
def target(far) -> Path:
    return Path(far.path)


@pytest.fixture
def old(tmp_path):
    return site(tmp_path / "old", OLD, "a")


@pytest.fixture
def new(tmp_path):
    return site(tmp_path / "new", {**NEW, "tệp có dấu – '$x'.txt": "x"}, "b")


def publish(far: Server, made: tuple, keep: int = 5) -> None:
    with far.locked():
        planned = releasing.plan(far, *made)
        releasing.publish(far, *made, planned, STAMP, keep, lambda line: None)


def served(made: tuple) -> dict[str, str]:
    folder, manifest = made
    return {path: (folder / path).read_text(encoding="utf-8") for path in sorted(manifest.files)}


def test_publish_share_roll_back(far, target, old, new):
    assert far.state() == State(None, (), ())
    publish(far, old)
    for folder in (target, target / "releases", target / "current"):
        assert folder.stat().st_mode & 0o777 == 0o755, folder
    publish(far, new)
    assert live(target) == served(new)
    names = ("0001-aaaaaaaaaaaa", "0002-bbbbbbbbbbbb")
    assert far.state().releases == names
    one, two = (target / "releases" / name / "assets/x.css" for name in names)
    assert one.stat().st_ino == two.stat().st_ino
    assert (target / "current/index.html").stat().st_mode & 0o777 == 0o644
    with far.locked():
        assert releasing.rollback(far, None, STAMP) == names[0]
    assert live(target) == OLD
    assert [each.action for each in releasing.entries(far.state().log)] == ["publish", "publish", "rollback"]
    publish(far, new, keep=1)
    assert far.state().releases == ("0003-bbbbbbbbbbbb",)
    assert leftovers(target) == []


def test_a_spoilt_shared_file_is_copied_anew(far, target, old, new):
    publish(far, old)
    spoilt = target / "releases/0001-aaaaaaaaaaaa/assets/x.css"
    spoilt.write_text("hỏng", encoding="utf-8")
    publish(far, new)
    assert live(target) == served(new)
    assert spoilt.read_text(encoding="utf-8") == "hỏng"


def test_two_publishers(far, old):
    with far.locked(), pytest.raises(Busy, match="đang công bố"), far.locked():
        pytest.fail("two had the lock")
    publish(far, old)


REFUSED = [("/proc/kb", "far không nhận"), ("/dev/null/kb", "far không nhận")]


@pytest.mark.parametrize(("path", "said"), REFUSED)
def test_a_place_that_takes_nothing_is_one_line(far, old, path, said):
    with pytest.raises(FarError, match=said) as error:
        publish(Server("far", path, far.ssh[2]), old)
    assert "\n" not in str(error.value)


def test_no_server_is_one_line(machine, old, tmp_path):
    config = sshd.settings(machine[0], "closed", sshd.free_port())
    with pytest.raises(FarError, match="far không nhận") as error:
        publish(Server("far", str(tmp_path / "kb"), config), old)
    assert "\n" not in str(error.value)


def whole_then_mended(far: Server, target: Path, old: tuple, new: tuple) -> None:
    assert live(target) in (served(old), served(new))
    if not releasing.plan(far, *new).is_live:
        publish(far, new)
    with far.locked():
        releasing.tidy(far, STAMP)
    assert live(target) == served(new)
    assert leftovers(target) == []
    assert far.state().current in [each.release for each in releasing.entries(far.state().log)]


def reset(target: Path, template: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(template, target, symlinks=True)


def test_killed_before_every_command(far, target, old, new, tmp_path):
    publish(far, old)
    template = Path(shutil.copytree(target, tmp_path / "template", symlinks=True))
    status, steps = hooked(lambda: publish(far, new), 0, kill, ("subprocess.Popen",))
    assert (status, live(target)) == (0, served(new))
    assert steps > 8
    for at in range(1, steps + 1):
        reset(target, template)
        status, _ = hooked(lambda: publish(far, new), at, kill, ("subprocess.Popen",))
        assert os.WIFSIGNALED(status)
        whole_then_mended(far, target, old, new)


def test_cut_off_on_the_way(machine, far, target, old, new, tmp_path):
    folder, port = machine
    relay = sshd.Relay(port)
    cuttable = Server("far", far.path, sshd.settings(folder, "relay", relay.address))
    publish(far, old)
    template = Path(shutil.copytree(target, tmp_path / "template", symlinks=True))
    relay.allow(1 << 30)
    publish(cuttable, new)
    whole = relay.passed
    refused = 0
    for cut in range(CUTS):
        reset(target, template)
        relay.allow(whole * cut // CUTS)
        try:
            publish(cuttable, new)
        except FarError:
            refused += 1
        whole_then_mended(far, target, old, new)
    assert refused > CUTS // 2
