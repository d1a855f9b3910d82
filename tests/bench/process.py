"""One run of a program in a process of its own: its time and its memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

# Linux counts the resident memory in kB, macOS in bytes.
PER_MB = 1e6 if sys.platform == "darwin" else 1e3


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds by the clock and of the processor, and the peak of memory in MB."""

    clock: float
    processor: float
    memory: float


def run(command: Sequence[str], folder: Path) -> Run:
    """Run a program to its end. Raises CalledProcessError where it fails."""
    with tempfile.TemporaryFile() as output:
        start = time.monotonic()
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        clock = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            raise subprocess.CalledProcessError(process.returncode, command, output.read().decode(errors="replace"))
    return Run(clock, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / PER_MB)
