"""Which commit a checkout is, and the date that a build carries: the commit's, never the clock's.

Git tells it; in a source tree that was carried to where there is no git, a record that lies in it.
"""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from kb import git
from kb.publish.manifest import digest_of

RECORD = "revision.json"
# What tools leave in a source tree, and git ignores.
MADE = ("__pycache__", ".egg-info")


@dataclass(frozen=True)
class Revision:
    """A commit that was carried: its hash, its time (seconds), and the SHA-256 of each of its files."""

    commit: str
    epoch: int
    files: Mapping[str, str]

    @property
    def text(self) -> str:
        """What is written into the tree as RECORD."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def recorded(root: Path) -> Revision | None:
    """The record in a source tree; None where there is none, or one that cannot be read."""
    try:
        fields = json.loads((root / RECORD).read_bytes())
        return Revision(str(fields["commit"]), int(fields["epoch"]), dict(fields["files"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def commit(root: Path) -> str | None:
    """The hash of the commit; None where nothing tells it."""
    # First, since a tree that was carried may have been put below somebody's repository.
    if record := recorded(root):
        return record.commit
    return git.commit(root)


def changes(root: Path) -> tuple[str, ...]:
    """The files of a checkout that are not as in its commit, those that git ignores left out."""
    if record := recorded(root):
        return _since(root, record)
    found = git.ask(root, "status", "--porcelain", "-z", "--no-renames", "--", ".") or ""
    return tuple(sorted(entry[3:] for entry in found.split("\0") if entry))


def exact(root: Path) -> str | None:
    """The hash of the commit where the checkout is exactly that commit."""
    return None if changes(root) else commit(root)


def epoch(root: Path) -> int | None:
    """Seconds of the commit: `SOURCE_DATE_EPOCH`, else those of the commit, else None."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdecimal():
        return int(given)
    if record := recorded(root):
        return record.epoch
    found = (git.ask(root, "log", "-1", "--format=%ct") or "").strip()
    return int(found) if found.isdecimal() else None


def _since(root: Path, record: Revision) -> tuple[str, ...]:
    """What differs from a record: files that are changed or gone, and new ones in the folders that it knows."""
    folders = {path.partition("/")[0] for path in record.files if "/" in path}
    present = {
        path.relative_to(root).as_posix(): path
        for folder in folders
        for path in (root / folder).rglob("*")
        if path.is_file() and not any(part.endswith(MADE) for part in path.relative_to(root).parts)
    }
    present |= {name: root / name for name in record.files if (root / name).is_file()}
    same = {name for name, path in present.items() if record.files.get(name) == digest_of(path)}
    return tuple(sorted((present.keys() | record.files.keys()) - same))


def day(seconds: int | None) -> str | None:
    """The date (ISO, UTC) of `seconds`, or None."""
    if seconds is None:
        return None
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date().isoformat()


def moment(seconds: int | None) -> str | None:
    """Date and time (ISO, UTC) of `seconds`, or None."""
    if seconds is None:
        return None
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
