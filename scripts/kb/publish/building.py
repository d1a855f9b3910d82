"""MkDocs run as a program of its own, so that a build never depends on what this process has loaded."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from kb import configuration
from kb.publish import compressing, manifest, revision, sbom

# Names the folder of checked and staged content for the hook in MkDocs, which would make it anew.
STAGED = "KB_STAGED"


class BuildFailed(Exception):
    """MkDocs ended with an error; the message says why, and what it printed."""


def build(root: Path, staged: Path, epoch: int | None) -> Path:
    """Run `mkdocs build --strict` on what is staged of the checkout at `root`; returns the folder of the fresh site.

    `epoch` (seconds of the commit) becomes SOURCE_DATE_EPOCH. The site is built beside the old one, which `replace`
    changes it for once it has been verified. Raises BuildFailed.
    """
    fresh = root / "build" / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean", "--site-dir", str(fresh)]
    around = environment(staged, epoch)
    result = subprocess.run(command, cwd=root, env=around, capture_output=True, text=True, check=False)
    if result.returncode:
        raise BuildFailed(configuration.explained(root, result.stdout + result.stderr))
    return fresh


def environment(staged: Path, epoch: int | None) -> dict[str, str]:
    """The environment in which MkDocs makes pages of what is staged: the same wherever that is."""
    # Localised messages and hash order must not reach the site.
    fixed = {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC", "NO_MKDOCS_2_WARNING": "1"}
    return {**os.environ, **fixed, "SOURCE_DATE_EPOCH": str(epoch or 0), STAGED: str(staged)}


def describe(root: Path, fresh: Path, epoch: int | None) -> None:
    """Write into a fresh site what it was built with, its texts compressed, and the manifest of all that it holds.

    The manifest names the commit only where the checkout is exactly that commit.
    """
    commit = revision.exact(root)
    lock = (root / manifest.LOCK).read_text(encoding="utf-8")
    (fresh / sbom.NAME).write_text(sbom.document(lock, commit, revision.moment(epoch)), encoding="utf-8")
    compressing.compress(fresh)
    (fresh / manifest.NAME).write_text(manifest.describe(fresh, commit, root).text, encoding="utf-8")


def replace(site: Path, fresh: Path) -> None:
    """Put the fresh site in the place of the old one."""
    if site.is_dir():
        shutil.rmtree(site)
    fresh.rename(site)
