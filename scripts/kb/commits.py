"""The near end for what is not in the work tree: the library of a commit, read from git's objects."""

from __future__ import annotations

import tempfile
from pathlib import Path

from kb import git, reading
from kb.model.library import Library
from kb.parse.citing import Spread
from kb.processors import one_by_one

LINK = "120000"
FILE = "100"


class NotInGit(Exception):
    """There is no git, no repository, or no such commit; the message says which, in Vietnamese."""


def find(root: Path, name: str) -> str:
    """The hash of the commit that a revision names. Raises NotInGit."""
    found = git.commit(root, name)
    if found is None and git.commit(root) is None:
        raise NotInGit("Không có git, hoặc thư mục này không phải là kho git có commit.")
    if found is None:
        raise NotInGit(f"Kho git ở đây không có commit nào tên «{name}».")
    return found


def ends(root: Path, span: str) -> tuple[str, str]:
    """The commits that `BASE..HEAD` names, or `BASE...HEAD` for what HEAD has beyond the last commit of both.

    An end that is left out is HEAD, as for git. Raises NotInGit.
    """
    if not span.isprintable():
        raise NotInGit("Tên commit có ký tự điều khiển.")
    base, dots, head = span.partition("...") if "..." in span else span.partition("..")
    if not dots:
        raise NotInGit(f"Ghi hai commit, như main..{span}; «{span}» chỉ là một.")
    one, other = find(root, base or "HEAD"), find(root, head or "HEAD")
    if dots == "...":
        common = git.ask(root, "merge-base", one, other)
        if not common:
            raise NotInGit(f"Hai commit của «{span}» không có commit chung nào ở trước.")
        one = common.strip()
    return one, other


def library(root: Path, commit: str, spread: Spread = one_by_one) -> Library:
    """The library of a commit; one that has no docs/ makes an empty one. Raises NotInGit."""
    with tempfile.TemporaryDirectory(prefix="kb-") as folder:
        _lay(root, commit, Path(folder))
        return reading.read(Path(folder), spread=spread)


def _lay(root: Path, commit: str, folder: Path) -> None:
    """Write the `docs/` of a commit; a link becomes one that leads nowhere: links are told of and not followed."""
    listed = git.raw(root, "ls-tree", "-r", "-z", commit, "--", "docs")
    entries = [line.partition(b"\t") for line in (listed or b"").split(b"\0") if line]
    found = [(*head.decode().split(), path.decode("utf-8", "surrogateescape")) for head, _, path in entries]
    held = git.blobs(root, [name for mode, _, name, _ in found if mode.startswith(FILE)])
    if listed is None or held is None:
        raise NotInGit(f"Kho git ở đây không có đủ nội dung của commit {commit}.")
    (folder / "docs").mkdir()
    for mode, _, name, path in found:
        target = folder / path
        if ".." in target.parts:
            raise NotInGit(f"Commit {commit} có đường dẫn ra ngoài kho.")
        target.parent.mkdir(parents=True, exist_ok=True)
        if mode.startswith(FILE):
            target.write_bytes(held[name])
        elif mode == LINK:
            target.symlink_to("nowhere")
        else:
            target.mkdir(exist_ok=True)
