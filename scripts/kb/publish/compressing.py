"""Text files of a release compressed once, beside themselves, for servers that hand them out as they lie there."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

from kb.processors import spread

# What is not in this list is compressed in itself.
SUFFIXES = frozenset((".css", ".html", ".js", ".json", ".svg", ".txt", ".xml"))
ENDING = ".gz"


def compress(folder: Path) -> None:
    """Write `NAME.gz` beside every text file below `folder`; the same text gives the same bytes."""
    spread(_beside, [path for path in folder.rglob("*") if path.suffix in SUFFIXES and path.is_file()])


def _beside(path: Path) -> None:
    path.with_name(path.name + ENDING).write_bytes(compressed(path.read_bytes()))


def compressed(content: bytes) -> bytes:
    """The content as gzip, without name and time."""
    # The class writes a header of its own; that of gzip.compress differs between releases of Python.
    buffer = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=buffer, mtime=0) as packed:
        packed.write(content)
    return buffer.getvalue()
