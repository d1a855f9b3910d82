"""How the head of a document is laid out: which lines of a title block stand where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kb.model.titlelines import MOTTO

ENGLISH = re.compile(r"COMMUNIST PARTY|SOCIALIST REPUBLIC")


class Head(NamedTuple):
    """The lines of a title block: issuer and number stand left, the name of the Party or the State, place and date
    right; the name of the kind and the subject below them. Each is empty where the block has none.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    kind: tuple[str, ...]
    subject: tuple[str, ...]


def head(lines: Sequence[str]) -> Head:
    """Lay out a title block: the name of the Party or the State begins what stands right, and the first line in
    capitals behind it is the kind. Without that name the second line in capitals stands for it.
    """
    capitals = [i for i, line in enumerate(lines) if line.isupper() and len(line) > 1]
    names = [i for i in capitals if i and _is_name(lines[i])] or [i for i in capitals if i]
    right = names[0] if names else len(lines)
    kind = next((i for i in capitals if i > right and not _is_name(lines[i])), len(lines))
    return Head(tuple(lines[:right]), tuple(lines[right:kind]), tuple(lines[kind : kind + 1]), tuple(lines[kind + 1 :]))


def _is_name(line: str) -> bool:
    return bool(MOTTO.search(line) or ENGLISH.search(line))
