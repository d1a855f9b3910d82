"""What git remembers of `docs/`: the commits that touched it and the texts that stood there.

In a source tree that was carried to where there is no git, a record that lies in it says the same.
"""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from kb import git
from kb.publish.revision import recorded

RECORD = "history.json"
DOCUMENTS = ("docs/vi/van-ban/", "docs/en/van-ban/")


@dataclass(frozen=True)
class Entry:
    """A file that a commit touched, and the names of its texts before and after; empty where it was not there."""

    path: str
    old: str
    new: str


@dataclass(frozen=True)
class Logged:
    """A commit of the main line: its day (ISO, UTC), why it was made, and the first release that has it."""

    commit: str
    day: str
    why: str
    release: str | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Log:
    """The commits that touched Markdown below `docs/`, oldest first; `texts` by name, for documents that ever changed.

    Where it is not `whole`, the first commit is where a shallow clone begins: what it touched was there before.
    `releases` are tags of the main line with their days, newest first.
    """

    commits: tuple[Logged, ...]
    whole: bool = True
    releases: tuple[tuple[str, str], ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def record(self) -> str:
        """What is written into a carried tree as RECORD."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def read(root: Path) -> Log | None:
    """The log of a checkout; None where nothing tells it."""
    if recorded(root):
        return _carried(root)
    if git.commit(root) is None:
        return None
    chain = (git.ask(root, "log", "--first-parent", "--format=%H %ct", "HEAD") or "").split("\n")
    moments = [line.split() for line in chain if line]
    tags = _tags(root)
    releases, of = [], {}
    for commit, seconds in moments:
        if commit in tags:
            releases.append((tags[commit], _day(seconds)))
        of[commit] = releases[-1][0] if releases else None
    commits = _commits(root, of)
    whole = (git.ask(root, "rev-parse", "--is-shallow-repository") or "").strip() != "true"
    return Log(commits, whole, tuple(releases), _texts(root, commits))


def _carried(root: Path) -> Log | None:
    try:
        held = json.loads((root / RECORD).read_bytes())
        commits = tuple(
            Logged(**{**each, "entries": tuple(Entry(**entry) for entry in each["entries"])})
            for each in held["commits"]
        )
        return Log(commits, held["whole"], tuple(map(tuple, held["releases"])), held["texts"])
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _tags(root: Path) -> dict[str, str]:
    """Tags by the commit that they name; the first by name where there are several."""
    form = "--format=%(objectname) %(*objectname) %(refname:strip=2)"
    lines = [
        line.split(" ", 2) for line in (git.ask(root, "for-each-ref", form, "refs/tags") or "").split("\n") if line
    ]
    return {peeled or name: tag for name, peeled, tag in sorted(lines, key=lambda line: line[2], reverse=True)}


def _commits(root: Path, releases: Mapping[str, str | None]) -> tuple[Logged, ...]:
    """Along the main line, so that each text is followed by the one that took its place: a merge is one change."""
    said = git.ask(
        *(root, "log", "--first-parent", "--diff-merges=first-parent", "--reverse", "--raw", "--no-abbrev"),
        *("--no-renames", "--no-ext-diff", "--relative", "-z", "--format=%x01%H%x00%ct%x00%P%x00%s%x00%b", "HEAD"),
        *("--", "docs/vi", "docs/en"),
    )
    # No name of a file in git's output begins with this, for each stands behind what became of it.
    tokens = (said or "").split("\0")
    commits, at = [], 0
    while at + 5 <= len(tokens) and tokens[at].startswith("\1"):
        commit, seconds, parents, subject, body = tokens[at : at + 5]
        at += 5
        entries = []
        while at + 1 < len(tokens) and tokens[at].lstrip("\n").startswith(":"):
            _, _, old, new, _ = tokens[at].lstrip("\n").split(" ")
            if tokens[at + 1].endswith(".md"):
                entries.append(Entry(tokens[at + 1], old.strip("0") and old, new.strip("0") and new))
            at += 2
        if at < len(tokens) and not tokens[at]:
            at += 1
        name = commit.removeprefix("\1")
        why = _why(subject, body, merged=" " in parents)
        if entries:
            commits.append(Logged(name, _day(seconds), why, releases.get(name), tuple(entries)))
    return tuple(commits)


def _why(subject: str, body: str, *, merged: bool) -> str:
    """The subject; of a merge, whose subject names branches, the first line that says more."""
    more = next((line.strip() for line in body.split("\n") if line.strip()), "")
    return more if merged and more and subject.startswith("Merge ") else subject


def _texts(root: Path, commits: tuple[Logged, ...]) -> dict[str, str]:
    """The texts of documents that did not only come, of their translations too, and of what came when others went."""
    touched = [[each for each in logged.entries if each.path.startswith(DOCUMENTS)] for logged in commits]
    times = Counter(each.path for entries in touched for each in entries)
    changed = {path.rpartition("/")[2] for path, count in times.items() if count > 1}
    for entries in touched:
        if not all(each.new for each in entries):
            changed |= {each.path.rpartition("/")[2] for each in entries}
    entries = [each for entries in touched for each in entries if each.path.rpartition("/")[2] in changed]
    wanted = {name for each in entries for name in (each.old, each.new) if name}
    held = git.blobs(root, sorted(wanted)) if wanted else {}
    return {name: content.decode("utf-8", "replace") for name, content in (held or {}).items()}


def _day(seconds: str) -> str:
    return datetime.datetime.fromtimestamp(int(seconds), datetime.UTC).date().isoformat()
