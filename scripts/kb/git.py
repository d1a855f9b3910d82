"""What git says of a checkout: asked offline, and never with a word of the caller's taken for an option."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

# A partial clone would fetch what it lacks, and asking for the state of a checkout would write into it.
OFFLINE = {"GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C.UTF-8"}


def raw(root: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """What git prints, `given` on its standard input; None where there is no git or no repository, or it refuses."""
    command = ["git", "-C", str(root), "-c", "core.quotePath=false", *arguments]
    try:
        result = subprocess.run(command, input=given, capture_output=True, check=False, env={**os.environ, **OFFLINE})
    except FileNotFoundError:
        return None
    return result.stdout if result.returncode == 0 else None


def ask(root: Path, *arguments: str) -> str | None:
    """The same as text; what is no UTF-8 is replaced."""
    said = raw(root, *arguments)
    return None if said is None else said.decode("utf-8", "replace")


def commit(root: Path, name: str = "HEAD") -> str | None:
    """The hash of the commit that a revision names; None where there is none."""
    found = ask(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    return found.strip() or None if found else None


def blobs(root: Path, names: list[str]) -> dict[str, bytes] | None:
    """The contents of objects by their hash; None where git does not give one of them."""
    wanted = list(dict.fromkeys(names))
    said = raw(root, "cat-file", "--batch", given="".join(f"{name}\n" for name in wanted).encode())
    found, at = {}, 0
    while said and at < len(said):
        head, _, _ = said[at : at + 200].partition(b"\n")
        name, *rest = head.decode().split()
        if len(rest) != 2:  # `HASH missing`
            return None
        start = at + len(head) + 1
        found[name] = said[start : start + int(rest[1])]
        at = start + int(rest[1]) + 1
    return found if len(found) == len(wanted) else None
