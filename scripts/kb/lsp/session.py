"""A checkout that is being edited: what is on the disk, and over it what is open and not saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kb import check as checks
from kb import reading
from kb.model.finding import Finding
from kb.model.library import Library
from kb.model.memory import Memory


@dataclass(frozen=True)
class Checked:
    """What was found, in which content; `texts` are those of the open files as they were then."""

    library: Library
    findings: tuple[Finding, ...]
    texts: Mapping[str, str]

    def text(self, file: str) -> str:
        """The text of a file as it was checked; empty where there is none."""
        return self.texts.get(file, self.library.sources.get(file, ""))


class Session:
    """The texts of the open files by their path from the checkout, and a memory for checking again and again."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self.texts: dict[str, str] = {}
        self._memory = Memory()

    def file(self, path: Path) -> str | None:
        """The path from the checkout of a file below `docs/`; None for any other file."""
        whole = path.resolve()
        return whole.relative_to(self.root).as_posix() if whole.is_relative_to(self.root / "docs") else None

    def check(self, texts: Mapping[str, str]) -> Checked:
        """Check the content with these texts; one check at a time. Raises NotACheckout and OSError."""
        library = reading.read(self.root, self._memory, texts)
        findings = (finding for finding in checks.run(library, self._memory) if finding.suppressed is None)
        return Checked(library, tuple(findings), texts)
