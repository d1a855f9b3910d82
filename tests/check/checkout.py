"""A copy of the content in which files are changed, read and checked, and put back."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import tempfile
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from kb import check, reading
from kb.model.finding import Finding, Severity
from kb.model.library import Library
from kb.model.memory import Memory
from tests.folders import CONTENT

Content = str | bytes | None
"""What a file holds instead of what it held; None where it is deleted."""

Fault = tuple[str, int, str]
"""File, line and code of a finding that is more than a notice."""


class Checkout:
    """A folder with `mkdocs.yml` and its own copy of `docs/`; `texts` are its text files as they were."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._memory = Memory()
        shutil.copytree(CONTENT / "docs", root / "docs")
        (root / "mkdocs.yml").write_text("", encoding="utf-8")
        paths = sorted(path for path in (root / "docs").rglob("*") if path.suffix in (".md", ".yml", ".txt"))
        self.texts = {path.relative_to(root).as_posix(): path.read_bytes().decode("utf-8") for path in paths}

    def findings(self, changes: Mapping[str, Content]) -> list[Finding]:
        """All findings on the content with these files changed; afterwards the files are as before."""
        return check.run(self.read(changes), self._memory)

    def read(self, changes: Mapping[str, Content]) -> Library:
        """The library with these files changed; afterwards the files are as before."""
        try:
            for file, content in changes.items():
                self._write(file, content)
            return reading.read(self.root, self._memory)
        finally:
            for file in changes:
                self._write(file, self.texts.get(file))

    def faults(self, changes: Mapping[str, Content]) -> list[Fault]:
        """What is found that is more than a notice."""
        found = self.findings(changes)
        return [(f.span.file, f.span.line, f.code) for f in found if f.severity is not Severity.NOTICE]

    def edited(self, file: str, old: str, new: str) -> dict[str, Content]:
        """The change of a file in which `old`, which stands there once, is replaced by `new`."""
        text = self.texts[file]
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        return {file: text.replace(old, new)}

    def line(self, file: str, words: str) -> int:
        """The line of a file on which `words` stand, as the file was."""
        return self.texts[file][: self.texts[file].index(words)].count("\n") + 1

    def _write(self, file: str, content: Content) -> None:
        path = self.root / file
        if content is None:
            path.unlink(missing_ok=True)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)


class Checkouts:
    """Several copies, each in a process of its own, for checking hundreds of changes."""

    def __init__(self) -> None:
        workers = min(os.cpu_count() or 1, 4)
        self._pool = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), initializer=_open)

    def faults(self, cases: Mapping[str, Mapping[str, Content]]) -> dict[str, list[Fault]]:
        """What is found in each case, by its name."""
        return dict(zip(cases, self._pool.map(_faults, cases.values(), chunksize=4), strict=True))

    def close(self) -> None:
        self._pool.shutdown()


_held: list[tempfile.TemporaryDirectory | Checkout] = []


def _open() -> None:
    folder = tempfile.TemporaryDirectory()
    _held.extend((folder, Checkout(Path(folder.name))))


def _faults(changes: Mapping[str, Content]) -> list[Fault]:
    return _held[1].faults(changes)
