"""The command that tells reviewers what a change touches."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kb import check as checks
from kb import commits, git, processors, shell
from kb.check import secrecy
from kb.check.catalogue import RULES
from kb.model.library import Library
from kb.model.review import ADDED, ALTERED, REMOVED, Review
from kb.program import Command
from kb.publish import staging
from kb.report.review import FORMS, render
from kb.review import compare
from kb.views import site

LETTERS = {"A": ADDED, "D": REMOVED}


@click.command(cls=Command)
@click.argument("span", metavar="BASE..HEAD")
@click.option("--format", "form", type=click.Choice(FORMS), default="md", help="Dạng in ra; mặc định là md.")
def diff(span: str, form: str) -> None:
    """Báo cáo xem xét: thay đổi giữa hai commit đụng tới những gì. Mã thoát: 0, 1 có điều phải chặn, 2 gọi sai."""
    root = shell.here()
    try:
        base, head = commits.ends(root, span)
        review = between(root, base, head)
    except commits.NotInGit as error:
        shell.stop(str(error))
    click.echo(render(form, review))
    if review.unexplained:
        click.echo(f"Nguyên văn thay đổi mà không có đính chính: {len(review.unexplained)} văn bản.", err=True)
    sys.exit(shell.FAILED if review.fails else 0)


def between(root: Path, base: str, head: str) -> Review:
    """What lies between two commits. Raises NotInGit."""
    names, files = (base[:12], head[:12]), _files(root, base, head)
    if not any(path.startswith("docs/") for path in files):
        return Review(*names, files=tuple(sorted(files.items())))
    before, after = (commits.library(root, each, processors.spread) for each in (base, head))
    marked = [{each.span.file for each in secrecy.check(library)} for library in (before, after)]
    if any(marked):
        return Review(*names, secret=tuple(sorted(marked[0] | marked[1])), leaking=bool(marked[1]))
    return compare(before, after, names, _pages(before, after), files)


def _pages(before: Library, after: Library) -> dict[str, str] | None:
    """The addresses of pages of the site that come, go or become others; None where errors leave no site."""
    old, new = _staged(before), _staged(after)
    if old is None or new is None:
        return None
    changed = {url: ALTERED if url in old else ADDED for url in new if old.get(url) != new[url]}
    return changed | dict.fromkeys(old.keys() - new.keys(), REMOVED)


def _staged(library: Library) -> dict[str, str] | None:
    return staging.attempted(lambda: site.addresses(site.files(library, None, RULES)), lambda: checks.run(library))


def _files(root: Path, base: str, head: str) -> dict[str, str]:
    """All files of the checkout that are not as before."""
    listed = git.ask(
        root, "diff", "--name-status", "--no-renames", "--no-ext-diff", "--relative", "-z", base, head, "--"
    )
    if listed is None:
        raise commits.NotInGit(f"Kho git ở đây không so được {base} với {head}.")
    letters, paths = listed.split("\0")[:-1:2], listed.split("\0")[1::2]
    return {path: LETTERS.get(letter, ALTERED) for letter, path in zip(letters, paths, strict=True)}
