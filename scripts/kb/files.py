"""The files below `docs/`, each read once: its text, what is parsed from it, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from kb.model.document import SOURCES
from kb.model.finding import Finding, Severity
from kb.model.memory import Memory
from kb.model.text import plain
from kb.parse import encoding
from kb.parse.frontmatter import YamlError
from kb.tree import Stamp, walk

T = TypeVar("T")

TEXTS = (".txt", ".md")


class _Held(NamedTuple):
    """What a file holds: its text, what was read from it, and what is wrong; None for what cannot be read."""

    text: str | None
    value: Any
    problems: tuple[Finding, ...]


class Files:
    """`sources` are the texts that were read, `unreadable` the files and folders that could not be."""

    def __init__(self, root: Path, memory: Memory, overlay: Mapping[str, str]) -> None:
        self.root = root
        self.memory = memory
        self.overlay = overlay
        tree = walk(root)
        self.problems: list[Finding] = tree.problems
        self.sources: dict[str, str] = {}
        self.unreadable: set[str] = tree.lost
        # By path, what changes when a file does: its stamp on the disk, or the text that stands for it.
        self.stamps: dict[str, Stamp | str] = dict(sorted({**tree.files, **overlay}.items()))

    def parsed(self, file: str, parse: Callable[[str, list[Finding]], T]) -> T | None:
        """What a file holds, or None where it cannot be read; the reason is then among the problems."""
        held = self.memory.recall(file, (self.root, self.stamps[file]), partial(self._held, file, parse))
        self.problems += held.problems
        if held.text is not None:
            self.sources[file] = held.text
        if held.value is None:
            self.unreadable.add(file)
        return held.value

    def unused(self) -> dict[str, str]:
        """The texts of which nothing was parsed, as far as they are any: what lies there may be meant for a page."""
        held = {}
        for file in self.stamps.keys() - self.sources.keys() - self.unreadable:
            if file.endswith(TEXTS):
                held[file] = self.memory.recall(
                    f"unused {file}", (self.root, self.stamps[file]), partial(self._any, file)
                )
        return {file: text for file, text in held.items() if text is not None}

    def _any(self, file: str) -> str | None:
        try:
            return self._text(file)
        except encoding.NotText:
            return None

    def _held(self, file: str, parse: Callable[[str, list[Finding]], object]) -> _Held:
        problems, text = [], None
        try:
            text = self._text(file)
            if file.startswith(SOURCES):  # received so, and held to its bytes
                problems += encoding.byte_order_mark(text, file, Severity.NOTICE)
            else:
                problems += encoding.byte_order_mark(text, file, Severity.ERROR)
                text = encoding.whole(plain(text), file)
            return _Held(text, parse(text, problems), tuple(problems))
        except (encoding.NotText, YamlError) as error:
            return _Held(text, None, (*problems, error.finding))

    def _text(self, file: str) -> str:
        if file in self.overlay:
            return self.overlay[file]
        with open(f"{self.root}/{file}", "rb") as opened:
            return encoding.decode(opened.read(), file)
