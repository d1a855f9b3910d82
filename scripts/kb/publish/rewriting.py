"""New texts into the files of the checkout: each all at once, and only where the old one still stands."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from kb.model.text import BOM, plain

NEW = 0o644


class NotWritten(Exception):
    """A file is as it was; the message says why, in Vietnamese."""


def is_plain(root: Path, file: str) -> bool:
    """Whether a file below `docs/` is where its path says: neither it nor a folder above it is a link."""
    docs = (root / "docs").resolve()
    return (root / file).resolve() == docs / file.removeprefix("docs/")


def current(root: Path, file: str) -> str:
    """What a file holds, with the byte order mark if it has one, and with line feeds for line ends."""
    raw = (root / file).read_bytes().decode("utf-8")
    return BOM + plain(raw) if raw.startswith(BOM) else plain(raw)


def rewrite(root: Path, file: str, before: str, after: str) -> None:
    """Put `after` for `before` into a file; its mode stays, and its line ends, each where there are as many lines.

    Raises NotWritten where the file is a link or holds something else by now, OSError where the disk refuses.
    """
    path = root / file
    if not is_plain(root, file):
        raise NotWritten(f"Không ghi {file}: tệp là liên kết tới chỗ khác.")
    raw = path.read_bytes().decode("utf-8", "replace")
    if plain(raw) != before:
        raise NotWritten(f"Không ghi {file}: tệp vừa được sửa ở nơi khác; chạy lại lệnh.")
    ends = re.findall("\r\n|\n" if "\n" in raw else "\r", raw)
    count = after.count("\n")
    if count != len(ends):
        ends = [ends[0] if ends else "\n"] * count
    lines = zip(after.split("\n"), [*ends, ""], strict=True)
    put(path, "".join(line + end for line, end in lines).encode())


def put_new(root: Path, files: Mapping[str, bytes]) -> None:
    """Write files that are not there yet, all or none. Raises OSError, with all as before."""
    done: list[Path] = []
    try:
        for file, content in files.items():
            put(root / file, content)
            done.append(root / file)
    except BaseException:
        for path in done:
            with suppress(OSError):
                path.unlink()
        raise


def put(path: Path, content: bytes) -> None:
    """Write a file all at once; its mode stays, a new one is for all to read. Raises OSError, with all as before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = path.stat().st_mode if path.exists() else NEW
    # Not ending in .md: a reading meanwhile must not take it for content.
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with open(descriptor, "wb") as file:
            file.write(content)
            os.fchmod(file.fileno(), mode & 0o7777)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
