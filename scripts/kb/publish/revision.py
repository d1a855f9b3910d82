"""Which commit a checkout is, and the date that a build carries: the commit's, never the clock's."""

from __future__ import annotations

import datetime
import os
import subprocess
from pathlib import Path


def commit(root: Path) -> str | None:
    """The hash of HEAD; None where the checkout is no repository."""
    found = _git(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    return found.strip() or None if found else None


def changes(root: Path) -> tuple[str, ...]:
    """The files of a checkout that are not as in its commit, those that git ignores left out."""
    found = _git(root, "-c", "core.quotePath=false", "status", "--porcelain", "-z", "--no-renames", "--", ".") or ""
    return tuple(sorted(entry[3:] for entry in found.split("\0") if entry))


def epoch(root: Path) -> int | None:
    """Seconds of the commit: `SOURCE_DATE_EPOCH`, else git's HEAD, else None (a checkout without git)."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdecimal():
        return int(given)
    found = (_git(root, "log", "-1", "--format=%ct") or "").strip()
    return int(found) if found.isdecimal() else None


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


def _git(root: Path, *arguments: str) -> str | None:
    """What git says, or None where there is no git or no repository."""
    try:
        result = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return None
    return result.stdout if result.returncode == 0 else None
