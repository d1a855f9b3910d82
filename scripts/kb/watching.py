"""Whenever a file below `docs/` changes, do something again until somebody stops it: `kb check --watch` checks."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from kb import check as checks
from kb import processors, reading
from kb.model.finding import Finding
from kb.model.library import Library
from kb.model.memory import Memory
from kb.report import summary
from kb.tree import walk

# Seconds. An editor saves in one go, git changes many files one by one: nothing is checked before they are through.
PAUSE = 0.1
QUIET = 0.1
PATIENCE = 2.0
# Looking at a large checkout takes longer, and must not keep a processor busy.
SHARE = 10

Report = Callable[[Library, list[Finding]], None]
Tell = Callable[[str], None]


def watch(root: Path, report: Report, tell: Tell) -> None:
    """Check a checkout now and after every change: `report` what is found, and `tell` when; ends when interrupted."""
    memory = Memory()
    for _ in changes(root):
        _round(root, memory, report, tell)


def changes(root: Path) -> Iterator[None]:
    """At once, and after every change below `docs/`, when all of it is through; without end.

    Files are looked at again and again, not announced by the system: that needs no thread, sees changes on a share of
    the network, and does not lose a folder that git has put another in the place of.
    """
    seen = None
    while True:
        stamps, pause = _look(root)
        if stamps == seen:
            time.sleep(pause)
            continue
        if seen is not None:
            stamps = _settled(root, stamps)
        seen = stamps
        yield


def _look(root: Path) -> tuple[object, float]:
    """What there is, and how long to wait before looking again."""
    start = time.monotonic()
    try:
        stamps: object = walk(root)
    except OSError as error:
        stamps = str(error)
    return stamps, max(PAUSE, SHARE * (time.monotonic() - start))


def _settled(root: Path, stamps: object) -> object:
    """What there is when nothing has changed for a moment, or patience is at an end."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        time.sleep(QUIET)
        now, _ = _look(root)
        if now == stamps:
            break
        stamps = now
    return stamps


def _round(root: Path, memory: Memory, report: Report, tell: Tell) -> None:
    start = time.monotonic()
    try:
        library = reading.read(root, memory, spread=processors.spread)
    except reading.NotACheckout as error:
        said = str(error)
    except OSError as error:
        # A file that was there a moment ago: when it comes back, or is seen to be gone, this is done again.
        said = f"Không đọc được {error.filename}: {error.strerror}."
    else:
        findings = checks.run(library, memory)
        report(library, findings)
        said = summary(findings)
    clock, taken = time.strftime("%H:%M:%S"), f"{time.monotonic() - start:.1f}".replace(".", ",")
    tell(f"[{clock}] {said} ({taken} giây)")
