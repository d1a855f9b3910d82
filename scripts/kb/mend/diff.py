"""Changes of texts as a unified diff, which git and patch take, too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import unified_diff

NO_END = "\\ No newline at end of file"
HUES = {"-": "31", "+": "32", "@": "36"}


def diff(before: Mapping[str, str], after: Mapping[str, str], colour: bool = False) -> str:
    """What `after` changes in the files of `before`, in order of their names, without a final newline."""
    lines = (line for file in sorted(after) for line in _file(file, before[file], after[file]))
    return "\n".join(_painted(line) if colour else line for line in lines)


def _file(file: str, before: str, after: str) -> Iterator[str]:
    for line in unified_diff(_lines(before), _lines(after), f"a/{file}", f"b/{file}"):
        yield line.removesuffix("\n")
        if not line.endswith("\n"):
            yield NO_END


def _lines(text: str) -> list[str]:
    """With their feeds, and no others: what else `splitlines` takes for the end of a line is a character to mend."""
    *lines, last = text.split("\n")
    return [f"{line}\n" for line in lines] + ([last] if last else [])


def _painted(line: str) -> str:
    hue = HUES.get(line[:1])
    return f"\x1b[{hue}m{line}\x1b[0m" if hue else line
