"""What is carried to a machine without a network: an archive that Python itself runs, and the site to open from a disk.

The first holds the source of a commit, the packages of its lock for this platform, and the site that was built of it.
Both are the same bytes whenever they are made of the same.
"""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import tarfile
import time
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from kb.publish import disk, manifest
from kb.publish.revision import RECORD, Revision

LOCK = "requirements-test.txt"
RUN = "scripts/setup/carried.py"
GUIDE = "scripts/setup/carried.txt"
SUMS = "SHA256SUMS"
# The first moment that a zip archive can state.
EARLIEST = 315_532_800


class NotBundled(Exception):
    """Something that belongs into the archive could not be had; the message says why."""


def wheels(root: Path, folder: Path) -> None:
    """Fetch the packages of the lock, by their hashes, into `folder`. Raises NotBundled."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += ["--require-hashes", "--only-binary", ":all:", "--dest", str(folder), "--requirement", str(root / LOCK)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode:
        raise NotBundled(f"Không tải được các gói trong {LOCK}:\n{result.stderr.strip()}")


def source(root: Path, commit: str) -> dict[str, tuple[bytes, int]]:
    """The files of a commit: path → content and mode. Raises NotBundled where git does not give them."""
    result = subprocess.run(["git", "-C", str(root), "archive", commit], capture_output=True, check=False)
    if result.returncode:
        raise NotBundled(f"git không đưa ra được commit {commit}: {result.stderr.decode(errors='replace').strip()}")
    with tarfile.open(fileobj=io.BytesIO(result.stdout)) as held:
        return {each.name: (held.extractfile(each).read(), each.mode) for each in held if each.isfile()}


def bundle(target: Path, held: Mapping[str, tuple[bytes, int]], revision: Revision, packages: Path, site: Path) -> None:
    """Write the archive: `held` is the source (and what git remembers of it), `packages` the folder of wheels, `site`
    the built one."""
    files = {f"source/{path}": each for path, each in held.items()}
    files[f"source/{RECORD}"] = (revision.text.encode(), 0o644)
    files |= {f"wheels/{path.name}": (path.read_bytes(), 0o644) for path in packages.iterdir()}
    files |= {f"site/{path}": (content, 0o644) for path, content in _plain(site)}
    files["__main__.py"], files["HUONG-DAN.txt"] = held[RUN], held[GUIDE]
    sums = "".join(f"{_sum(files[path][0])}  {path}\n" for path in sorted(files))
    _write(target, {**files, SUMS: (sums.encode(), 0o644)}, revision.epoch)


def on_disk(target: Path, site: Path, epoch: int) -> None:
    """Write the archive of a site whose pages find one another without a server."""
    pages = {path: (disk.readable(path, content, site), 0o644) for path, content in _plain(site) if disk.kept(path)}
    _write(target, pages, epoch)


def record(commit: str, epoch: int, held: Mapping[str, tuple[bytes, int]]) -> Revision:
    """What a carried source tree tells of itself in the place of git."""
    return Revision(commit, epoch, {path: _sum(content) for path, (content, _) in held.items()})


def _plain(site: Path) -> Iterator[tuple[str, bytes]]:
    for path in (*manifest.digests(site),):
        yield path, (site / path).read_bytes()


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _write(target: Path, files: Mapping[str, tuple[bytes, int]], epoch: int) -> None:
    moment = time.gmtime(max(epoch, EARLIEST))[:6]
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}")
    with zipfile.ZipFile(fresh, "w") as archive:
        for path in sorted(files):
            content, mode = files[path]
            entry = zipfile.ZipInfo(path, moment)
            entry.external_attr = (0o100000 | mode) << 16
            # Wheels and fonts are compressed already.
            entry.compress_type = zipfile.ZIP_STORED if path.endswith((".whl", ".woff2")) else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    os.replace(fresh, target)
