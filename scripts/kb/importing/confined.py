"""Files that nobody trusts are read in a process of their own, which may take little memory and time.

Run as a program it reads a file from standard input and writes what was received as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict
from typing import Any

from kb.importing import opening, pdf, plain, word
from kb.importing.received import Paragraph, Received, Refused
from kb.model.rows import Row

READERS = {opening.WORD: word.read, opening.PDF: pdf.read, opening.TEXT: plain.read}
LONGEST = 8
MEMORY = 440 * opening.MEGABYTE
REFUSED = 3
TOO_MUCH = "Tệp cần quá nhiều thời gian hoặc bộ nhớ để đọc; không nhập."


def read(kind: str, raw: bytes) -> Received:
    """What a file holds. Raises Refused where its reader does, or where it takes too much."""
    command = [sys.executable, "-m", "kb.importing.confined", kind]
    try:
        done = subprocess.run(command, input=raw, capture_output=True, timeout=LONGEST, check=False)
    except subprocess.TimeoutExpired as error:
        raise Refused(TOO_MUCH) from error
    if done.returncode == REFUSED:
        raise Refused(done.stdout.decode("utf-8"))
    if done.returncode:
        raise Refused(TOO_MUCH if b"MemoryError" in done.stderr or done.returncode < 0 else "Tệp hỏng: không đọc được.")
    found = json.loads(done.stdout)
    found["paragraphs"] = [Paragraph(**{**each, "row": _row(each["row"])}) for each in found["paragraphs"]]
    return Received(**found)


def _row(told: dict[str, Any] | None) -> Row | None:
    return told and Row(**{**told, "spans": tuple(map(tuple, told["spans"]))})


def _limited() -> None:
    """Bound memory and processor time, where the system can."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, LONGEST)):
        _, hard = resource.getrlimit(what)
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _main(kind: str) -> int:
    _limited()
    raw = sys.stdin.buffer.read()
    try:
        received = READERS[kind](raw)
    except Refused as error:
        sys.stdout.buffer.write(str(error).encode())
        return REFUSED
    sys.stdout.buffer.write(json.dumps(asdict(received)).encode())
    return 0


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1]))
