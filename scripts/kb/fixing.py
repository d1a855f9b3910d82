"""`kb check --fix` and `--diff`: mend a checkout, or show what that would change."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

import click

from kb import check as checks
from kb import shell
from kb.mend import Mended, mend
from kb.mend.diff import diff
from kb.model.finding import Finding
from kb.model.library import Library
from kb.model.memory import Memory
from kb.publish import rewriting


def fixed(root: Path) -> tuple[Library, list[Finding]]:
    """Mend the files of a checkout; what it then holds, and what is left to find."""
    mended = _mended(root)
    for file, text in mended.after.items():
        try:
            rewriting.rewrite(root, file, mended.before[file], text)
        except rewriting.NotWritten as error:
            shell.stop(str(error))
    click.echo(f"Đã sửa {mended.places} chỗ trong {len(mended.after)} tệp.", err=True)
    return mended.library, mended.findings


def show(root: Path) -> NoReturn:
    """Print what would be mended, and end the program: with 1 where that is anything, like `diff`."""
    mended = _mended(root)
    if mended.after:
        before = {file: rewriting.current(root, file) for file in mended.after}
        click.echo(diff(before, mended.after, shell.colour()))
    click.echo(f"Sẽ sửa {mended.places} chỗ trong {len(mended.after)} tệp.", err=True)
    sys.exit(shell.FAILED if mended.after else 0)


def _mended(root: Path) -> Mended:
    memory = Memory()

    def found(texts: Mapping[str, str]) -> tuple[Library, list[Finding]]:
        library = shell.content(root, memory, texts)
        return library, checks.run(library, memory)

    return mend(found)
