"""Killed, or refused by the disk, at every step that touches it: live is one whole release, and the next publish mends.

Python tells an audit hook of each such step (PEP 578), so a child that publishes can be ended exactly there.
"""

from __future__ import annotations

import errno
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kb.publish import releasing
from kb.publish.far import FarError
from kb.publish.far_folder import Folder

from .releases import NEW, OLD, STAMP, leftovers, live, site

TOUCHING = ("open", "os.", "shutil.", "fcntl.")
MORE = {f"trang/{number}/index.html": f"trang {number}" for number in range(8)}
CHANGED = {path: f"{text}, sửa" for path, text in list(MORE.items())[::2]}
DONE, REFUSED = 0, 3


def publish(target: Path, made: tuple) -> None:
    far = Folder(str(target))
    with far.locked():
        planned = releasing.plan(far, *made)
        # One is kept besides, so that deleting an old release is a step too.
        releasing.publish(far, *made, planned, STAMP, 2, lambda line: None)


def hooked(
    work: Callable[[], None], at: int, act: Callable[[], None], steps_are: tuple[str, ...] = TOUCHING
) -> tuple[int, int]:
    """Run `work` in a child that calls `act` at its step number `at`; returns its wait status and how many it took."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        steps = 0

        def hook(event: str, _: tuple) -> None:
            nonlocal steps
            if event.startswith(steps_are):
                steps += 1
                if steps == at:
                    act()

        sys.addaudithook(hook)
        code = DONE
        try:
            work()
        except FarError:
            code = REFUSED
        os.write(writing, steps.to_bytes(4, "big"))
        os._exit(code)
    os.close(writing)
    _, status = os.waitpid(child, 0)
    told = os.read(reading, 4)
    os.close(reading)
    return status, int.from_bytes(told, "big")


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def refuse(number: int) -> Callable[[], None]:
    def raising() -> None:
        raise OSError(number, os.strerror(number))

    return raising


@pytest.fixture(scope="module")
def made() -> Iterator[tuple]:
    """Three sites, and a target on which the first two are published; in memory, since each step waits for the disk."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as base:
        yield prepared(Path(base))


def prepared(base: Path) -> tuple:
    first, second = site(base / "first", {**OLD, "x": "0"}, "0"), site(base / "old", {**OLD, **MORE}, "a")
    third = site(base / "new", {**NEW, **MORE, **CHANGED}, "b")
    publish(base / "template", first)
    publish(base / "template", second)
    return base, third


def attempt(made: tuple, at: int, act: Callable[[], None]) -> tuple[int, int]:
    base, new = made
    target = base / "target"
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(base / "template", target, symlinks=True)
    return hooked(lambda: publish(target, new), at, act)


def check_whole_then_mend(made: tuple) -> None:
    base, new = made
    target = base / "target"
    assert live(target) in ({**OLD, **MORE}, {**NEW, **MORE, **CHANGED})
    far = Folder(str(target))
    if not releasing.plan(far, *new).is_live:
        publish(target, new)
    with far.locked():
        releasing.tidy(far, STAMP)
    assert live(target) == {**NEW, **MORE, **CHANGED}
    assert leftovers(target) == []
    assert far.state().current in [each.release for each in releasing.entries(far.state().log)]
    assert all(far.manifest(name) for name in far.state().releases)


def test_killed_at_every_step(made):
    status, steps = attempt(made, 0, kill)
    assert (status, live(made[0] / "target")) == (DONE, {**NEW, **MORE, **CHANGED})
    assert steps > 100
    before = after = 0
    for at in range(1, steps + 1):
        status, _ = attempt(made, at, kill)
        assert os.WTERMSIG(status) == signal.SIGKILL
        if live(made[0] / "target") == {**OLD, **MORE}:
            before += 1
        else:
            after += 1
        check_whole_then_mend(made)
    assert before > 50
    assert after > 0


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_refused_at_every_step(made, number):
    steps = attempt(made, 0, kill)[1]
    refused = 0
    for at in range(1, steps + 1, 3):
        status, _ = attempt(made, at, refuse(number))
        refused += os.waitstatus_to_exitcode(status) == REFUSED
        check_whole_then_mend(made)
    assert refused > steps // 6
