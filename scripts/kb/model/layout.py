"""How the head of a Party document is laid out: which lines of a title block stand where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Head(NamedTuple):
    """The lines of a title block: issuer and number stand left, the Party's name, place and date right; the name of
    the kind and the subject below them. Each is empty where the block has none.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    kind: tuple[str, ...]
    subject: tuple[str, ...]


def head(lines: Sequence[str]) -> Head:
    """Lay out a title block by its lines in capitals: the second one is the Party's name, the third one the kind."""
    right = next((i for i, line in enumerate(lines) if i and line.isupper() and len(line) > 1), len(lines))
    kind = next((i for i, line in enumerate(lines) if i > right and line.isupper()), len(lines))
    return Head(tuple(lines[:right]), tuple(lines[right:kind]), tuple(lines[kind : kind + 1]), tuple(lines[kind + 1 :]))
