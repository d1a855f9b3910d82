"""Which Chromium the browser tests drive, and how it is started. As a command: prints its path, or exits 1."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
MISSING = f"no Chromium: none of {', '.join(NAMES)} on PATH (a snap does not count), and KB_CHROMIUM names none"

LOOPBACK = "127.0.0.1"
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
# A name of loopback that no browser takes for a secure context, as the plain http of an intranet is none.
PLAIN = "intranet.test"
# A proxy would resolve names in Chromium's place.
RULES = f"MAP {PLAIN} {LOOPBACK}, MAP * ~NOTFOUND, EXCLUDE {LOOPBACK}"
OFFLINE = ("--no-proxy-server", f"--host-resolver-rules={RULES}")


def find() -> str | None:
    """KB_CHROMIUM and nothing else where it is set, so that a slip in it is not passed over."""
    if named := os.environ.get("KB_CHROMIUM"):
        return shutil.which(named)
    found = filter(None, map(shutil.which, NAMES))
    return next((path for path in found if not _is_snap(path)), None)


def _is_snap(path: str) -> bool:
    """A snap may not read the folders of the tests; Ubuntu's chromium-browser is a script that calls one."""
    program = Path(path).resolve()
    with program.open("rb") as file:
        return program.name == "snap" or b"/snap/bin/" in file.read(4096)


def obstacle() -> str | None:
    """Why no browser can be driven here."""
    if find() is None:
        return MISSING
    driver = subprocess.run(
        [sys.executable, "-m", "playwright", "--version"], capture_output=True, text=True, check=False
    )
    return f"the driver of Playwright does not run: {driver.stderr.strip()}" if driver.returncode else None


def launch(playwright: Playwright) -> Browser:
    # Chromium has no sandbox for root.
    sandbox = ("--no-sandbox",) if os.geteuid() == 0 else ()
    return playwright.chromium.launch(executable_path=find(), args=[*QUIET, *OFFLINE, *sandbox])


if __name__ == "__main__":
    if path := find():
        print(path)
    else:
        sys.exit(MISSING)
