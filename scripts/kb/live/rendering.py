"""MkDocs kept running, a process a language, and asked for single pages."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from kb.configuration import FILE
from kb.model.library import LANGUAGES
from kb.publish import building, revision


class RenderingFailed(Exception):
    """MkDocs could not make the pages; it begins anew with the next ones."""


class Renderer:
    """Makes pages of staged Markdown as a build does; `staged` is the folder in which MkDocs looks for all files."""

    def __init__(self, root: Path, staged: Path) -> None:
        self.root, self.staged = root, staged
        self.processes: dict[str, subprocess.Popen[str]] = {}

    def start(self) -> None:
        """Begin to load what takes seconds, without waiting for it."""
        for language in LANGUAGES:
            if language not in self.processes:
                command = [sys.executable, "-m", "kb.mkdocs_pages", FILE, language]
                self.processes[language] = subprocess.Popen(
                    command,
                    cwd=self.root,
                    env=building.environment(self.staged, revision.epoch(self.root)),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    encoding="utf-8",
                    start_new_session=True,  # an interrupt is for the server, which ends these itself
                )

    def pages(self, staged: Mapping[str, str]) -> dict[str, str]:
        """The HTML by address, of pages by staged path; one request at a time. Raises RenderingFailed."""
        self.start()
        asked = [language for language in LANGUAGES if any(path.startswith(f"{language}/") for path in staged)]
        made: dict[str, str] = {}
        try:
            for language in asked:
                mine = {path: text for path, text in staged.items() if path.startswith(f"{language}/")}
                self._pipe(language).write(json.dumps(mine) + "\n")
                self._pipe(language).flush()
            for language in asked:
                made |= json.loads(self.processes[language].stdout.readline())
        except (OSError, ValueError) as error:
            self.close()
            raise RenderingFailed("MkDocs không dựng được trang này.") from error
        return made

    def _pipe(self, language: str):
        return self.processes[language].stdin

    def close(self) -> None:
        """End the processes."""
        for process in self.processes.values():
            process.kill()
            process.communicate()
        self.processes.clear()
