"""The archive of `kb bundle` where there is no network, no git and no make: one command, from unpacking to publishing.

A network namespace without a route stands for the machine; its PATH has every program of this one but those.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.conftest import ROOT

ABSENT = ("git", "make", "gmake", "ssh", "rsync", "nginx", "caddy", "chromium", "node", "npm")
INSIDE = 'cd "$1"; exec env -i HOME="$1" PATH="$1/bin" LANG=C.UTF-8 python3 "$2" "$1/live"'


def main() -> None:
    if shutil.which("unshare") is None or subprocess.run(["unshare", "-rn", "true"], check=False).returncode:
        sys.exit("not run: no network namespace can be made here (util-linux, user namespaces)")
    subprocess.run([ROOT / ".venv/bin/kb", "bundle"], cwd=ROOT, check=True)
    archive = max((ROOT / "build/bundle").glob("kb-*.zip"), key=lambda path: path.stat().st_mtime)
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        programs(base / "bin")
        shutil.copy(archive, base)
        started = time.monotonic()
        done = subprocess.run(["unshare", "-rn", "bash", "-c", INSIDE, "carry", folder, archive.name], check=False)
        live = (base / "live/current/manifest.json").is_file()
        sys.stdout.write(
            f"carried: ended with {done.returncode} after {time.monotonic() - started:.0f} s, "
            f"{'published' if live else 'not published'}\n"
        )
        sys.exit(0 if live and done.returncode == 0 else 1)


def programs(folder: Path) -> None:
    """Links to every program of this machine but those that are to be absent."""
    folder.mkdir()
    for place in os.environ["PATH"].split(":"):
        for program in Path(place).glob("*"):
            link = folder / program.name
            if not program.name.startswith(ABSENT) and not link.exists() and os.access(program, os.X_OK):
                link.symlink_to(program)
    (folder / "python3").unlink(missing_ok=True)
    (folder / "python3").symlink_to(Path(sys.base_prefix) / "bin" / "python3")


if __name__ == "__main__":
    main()
