"""Releases in a folder of this machine, a mounted share included."""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from kb.publish import manifest as manifests
from kb.publish.far import CURRENT, LOCK, LOG, PARTIAL, RELEASES, Busy, FarError, State
from kb.publish.manifest import Manifest
from kb.refusals import reason

P = ParamSpec("P")
T = TypeVar("T")
NEXT = f".{CURRENT}-next"
# What file systems say that have no links, or none across two places.
NO_LINKS = frozenset((errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EXDEV, errno.EMLINK))


def _said(work: Callable[P, T]) -> Callable[P, T]:
    """Tell what the system refuses in one line."""

    @wraps(work)
    def told(*arguments: P.args, **named: P.kwargs) -> T:
        try:
            return work(*arguments, **named)
        except OSError as error:
            where = error.filename2 or error.filename or ""
            raise FarError(f"Đích không nhận: {where}: {reason(error)}.") from error

    return told


class Folder:
    """A Far that is a folder."""

    def __init__(self, path: str) -> None:
        self.root = Path(path)
        self.below = self.root / RELEASES

    @contextmanager
    def locked(self) -> Iterator[None]:
        self._made_ready()
        with self._open_lock() as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise Busy(f"Có người khác đang công bố vào {self.root}; đợi xong rồi chạy lại.") from None
            yield

    @_said
    def _made_ready(self) -> None:
        there = next(folder for folder in (self.root, *self.root.parents) if folder.is_dir())
        probe = there / f"{NEXT}-probe"
        try:
            probe.unlink(missing_ok=True)
            probe.symlink_to(RELEASES)
            probe.unlink()
        except OSError as error:
            if error.errno in NO_LINKS:
                message = f"Hệ thống tệp tại {self.root} không có liên kết tượng trưng; không công bố được."
                raise FarError(message) from None
            raise
        made = [folder for folder in (self.below, *self.below.parents) if not folder.is_dir()]
        self.below.mkdir(parents=True, exist_ok=True)
        for folder in made:
            # Whatever root's umask is: a web server reads these as somebody else. Folders that were there stay.
            folder.chmod(0o755)

    @_said
    def _open_lock(self):
        return (self.root / LOCK).open("a")

    @_said
    def state(self) -> State:
        link, log = self.root / CURRENT, self.root / LOG
        if link.exists() and not link.is_symlink():
            raise FarError(f"{link} không phải là liên kết tượng trưng; chuyển nó đi rồi chạy lại.")
        held = self.below.iterdir() if self.below.is_dir() else ()
        return State(
            Path(os.readlink(link)).name if link.is_symlink() else None,
            tuple(sorted(path.name for path in held if path.is_dir() and not path.name.startswith("."))),
            tuple(log.read_text(encoding="utf-8").splitlines() if log.is_file() else ()),
        )

    def manifest(self, release: str) -> Manifest | None:
        return manifests.read(self.below / release)

    @_said
    def append(self, line: str) -> None:
        with (self.root / LOG).open("a+b") as file:
            # A line that a killed publisher left half written stays a line of its own.
            file.seek(0, os.SEEK_END)
            if file.tell() and (file.seek(-1, os.SEEK_END), file.read(1))[1] != b"\n":
                line = f"\n{line}"
            file.write(f"{line}\n".encode())
            file.flush()
            os.fsync(file.fileno())

    @_said
    def fill(self, site: Path, release: str, files: Collection[str], shared: Mapping[str, str]) -> None:
        partial = self.below / f"{PARTIAL}{release}"
        for path in (*files, *shared):
            (partial / path).parent.mkdir(parents=True, exist_ok=True, mode=0o755)
        for path, other in shared.items():
            try:
                os.link(self.below / other / path, partial / path)
            except OSError as error:
                if error.errno not in NO_LINKS | {errno.ENOENT}:
                    raise
                _copy(site / path, partial / path)
        for path in files:
            (partial / path).unlink(missing_ok=True)
            _copy(site / path, partial / path)

    @_said
    def differing(self, release: str, expected: Mapping[str, str]) -> list[str]:
        found = manifests.digests(self.below / f"{PARTIAL}{release}")
        return sorted(path for path in {*found, *expected} if found.get(path) != expected.get(path))

    @_said
    def finish(self, release: str) -> None:
        partial = self.below / f"{PARTIAL}{release}"
        for folder, _, _ in os.walk(partial):
            os.chmod(folder, 0o755)
            _to_disk(Path(folder))
        partial.rename(self.below / release)
        _to_disk(self.below)

    @_said
    def switch(self, release: str) -> None:
        following = self.root / NEXT
        following.unlink(missing_ok=True)
        following.symlink_to(f"{RELEASES}/{release}")
        following.replace(self.root / CURRENT)
        _to_disk(self.root)

    @_said
    def remove(self, release: str) -> None:
        # Out of the list first: what is half deleted is no release.
        gone = self.below / f"{PARTIAL}{release}"
        (self.below / release).rename(gone)
        shutil.rmtree(gone)

    @_said
    def clean(self) -> None:
        for path in sorted(self.below.glob(f"{PARTIAL}*")):
            shutil.rmtree(path)
        for path in sorted(self.root.glob(f"{NEXT}*")):
            path.unlink()


def _copy(source: Path, target: Path) -> None:
    with source.open("rb") as read, target.open("wb") as write:
        shutil.copyfileobj(read, write)
        os.fchmod(write.fileno(), 0o644)
        write.flush()
        os.fsync(write.fileno())


def _to_disk(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
