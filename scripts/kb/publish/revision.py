"""The date that a build carries: that of the commit, never the clock's."""

from __future__ import annotations

import datetime
import os
import subprocess
from pathlib import Path


def epoch(root: Path) -> int | None:
    """Seconds of the commit: `SOURCE_DATE_EPOCH`, else git's HEAD, else None (a checkout without git)."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdecimal():
        return int(given)
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        result = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return None
    return int(result.stdout) if result.returncode == 0 and result.stdout.strip().isdecimal() else None


def day(seconds: int | None) -> str | None:
    """The date (ISO, UTC) of `seconds`, or None."""
    if seconds is None:
        return None
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date().isoformat()
