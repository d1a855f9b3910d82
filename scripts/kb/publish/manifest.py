"""What a release holds: every file by its SHA-256, and what it was built from. Nothing of the machine or the clock."""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

NAME = "manifest.json"
SIGNATURE = "manifest.json.sig"
# What a manifest cannot state of itself.
UNLISTED = frozenset((NAME, SIGNATURE))
LOCK = "requirements.txt"
DIGEST = re.compile(r"[0-9a-f]{64}")


class NotAManifest(ValueError):
    """A text is no manifest of a release."""


class NotPublishable(ValueError):
    """A folder holds what no release may hold."""


@dataclass(frozen=True)
class Manifest:
    """`commit` is None where what was built is not exactly a commit; `python` the minor version, `lock` the SHA-256
    of the lock file; `files` maps a path below the release (forward slashes) to the SHA-256 of the file, in hex.
    """

    commit: str | None
    python: str
    lock: str
    files: Mapping[str, str]

    @property
    def text(self) -> str:
        """The file: sorted JSON, one path a line."""
        fields = {"commit": self.commit, "python": self.python, "lock": self.lock, "files": dict(self.files)}
        return json.dumps(fields, ensure_ascii=False, indent=1, sort_keys=True) + "\n"

    @property
    def digest(self) -> str:
        """The SHA-256 of the file."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def describe(folder: Path, commit: str | None, root: Path) -> Manifest:
    """The manifest of a built site in `folder`, made from the checkout at `root`.

    Raises NotPublishable where it holds anything but plain files and folders.
    """
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    files = {path: digest for path, digest in digests(folder).items() if path not in UNLISTED}
    return Manifest(commit, python, digest_of(root / LOCK), files)


def digests(folder: Path) -> dict[str, str]:
    """Path → SHA-256 of every file below `folder`, sorted. Raises NotPublishable for what is no plain file."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            raise NotPublishable(f"{name} không phải là tệp thường.")
        if path.is_file():
            found[name] = digest_of(path)
    return found


def digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def load(text: str | bytes) -> Manifest:
    """Read a manifest. Raises NotAManifest for anything that is none, paths that lead out of the release included."""
    try:
        fields = json.loads(text)
        files = dict(fields["files"])
        manifest = Manifest(fields["commit"], str(fields["python"]), str(fields["lock"]), files)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise NotAManifest("Không phải manifest.json của một bản phát hành.") from error
    for path, digest in files.items():
        if not _is_inside(path) or not isinstance(digest, str) or not DIGEST.fullmatch(digest):
            raise NotAManifest(f"manifest.json ghi sai đường dẫn hoặc mã SHA-256: {path!r}.")
    if manifest.commit is not None and not re.fullmatch(r"[0-9a-f]{40,64}", str(manifest.commit)):
        raise NotAManifest(f"manifest.json ghi sai commit: {manifest.commit!r}.")
    return manifest


def _is_inside(path: str) -> bool:
    parts = path.split("/")
    return path not in UNLISTED and not {"", ".", ".."} & set(parts) and "\\" not in path and path.isprintable()


def read(folder: Path) -> Manifest | None:
    """The manifest in a folder, or None where there is none that can be read."""
    try:
        return load((folder / NAME).read_bytes())
    except (OSError, NotAManifest):
        return None
