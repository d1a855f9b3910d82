"""Front matter and data files as values, and ways to change one of them."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from kb.parse.frontmatter import Node, load, split

Path = tuple[str | int, ...]
"""The way to a value: names of fields, and counts of elements from 0."""


class Content(NamedTuple):
    """A file in two: its values, and the words below the front matter (None for a data file)."""

    values: Any
    body: str | None

    def text(self) -> str:
        """The file, each value on a line of its own."""
        head = yaml.safe_dump(self.values, sort_keys=False, allow_unicode=True, width=1 << 20)
        return head if self.body is None else f"---\n{head}---\n{self.body}"

    def line(self, path: Path) -> int:
        """The line of a value; where it is not there, of what would hold it."""
        node = _root(self.text(), self.body is not None)
        for step in path:
            below = node.value[step] if _holds(node.value, step) else None
            if below is None:
                return node.span.line
            node = below
        return (node.key or node.span).line

    def paths(self) -> Iterator[Path]:
        """The ways to all values, the outer ones before those that they hold."""
        yield from _paths(self.values, ())

    def at(self, path: Path) -> Any:
        value = self.values
        for step in path:
            value = value[step]
        return value

    def having(self, path: Path, value: Any) -> Content:
        """With another value."""
        changed = copy.deepcopy(self.values)
        Content(changed, None).at(path[:-1])[path[-1]] = value
        return self._replace(values=changed)

    def without(self, path: Path) -> Content:
        """Without a field, or without an element of a list."""
        changed = copy.deepcopy(self.values)
        del Content(changed, None).at(path[:-1])[path[-1]]
        return self._replace(values=changed)


def content(text: str, file: str) -> Content:
    if file.endswith(".yml"):
        return Content(_root(text, False).plain(), None)
    return Content(_root(text, True).plain(), split(text, file)[2])


def _root(text: str, fenced: bool) -> Node:
    return load(split(text, "")[0], "", 2) if fenced else load(text, "")


def _holds(value: object, step: str | int) -> bool:
    return step in value if isinstance(value, dict) else isinstance(value, list) and step < len(value)


def _paths(value: object, path: Path) -> Iterator[Path]:
    held = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, below in held:
        yield (*path, step)
        yield from _paths(below, (*path, step))
