"""What publishing asks of the place that releases go to: a folder on this machine, or one on a server."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kb.publish.manifest import Manifest

CURRENT = "current"
RELEASES = "releases"
LOG = "releases.log"
LOCK = ".lock"
# A release that is being made has this before its name; nothing ever serves it.
PARTIAL = ".partial-"


class FarError(Exception):
    """The far side refuses; the message is one line for the administrator."""


class Busy(FarError):
    """Somebody else is publishing there."""


@dataclass(frozen=True, slots=True)
class State:
    """What the far side holds: the name of the live release or None, those of all whole ones, sorted, and the lines of
    the log, oldest first.
    """

    current: str | None
    releases: tuple[str, ...]
    log: tuple[str, ...]


class Far(Protocol):
    """The far side of publishing. Every method raises FarError where the place refuses."""

    def locked(self) -> AbstractContextManager[None]:
        """Make the place ready and keep other publishers out. Raises Busy.

        What cannot hold releases (no symbolic links, not writable) is refused before anything is written.
        """

    def state(self) -> State:
        """What is there now."""

    def manifest(self, release: str) -> Manifest | None:
        """What a release holds, or None where it does not say."""

    def append(self, line: str) -> None:
        """Add a line to the log."""

    def fill(self, site: Path, release: str, files: Collection[str], shared: Mapping[str, str]) -> None:
        """Make a partial release: copy `files` of `site`, and share those of `shared` (path → release) with that
        release. Files that were left by an earlier attempt are gone."""

    def differing(self, release: str, expected: Mapping[str, str]) -> list[str]:
        """The paths of a partial release that are not there, too much, or of another SHA-256 than `expected`."""

    def finish(self, release: str) -> None:
        """Make the partial release a whole one, on the disk to stay."""

    def switch(self, release: str) -> None:
        """Make a whole release the live one, in one step."""

    def remove(self, release: str) -> None:
        """Delete a whole release."""

    def clean(self) -> None:
        """Delete what killed publishers left: partial releases, a link that was not put in place."""
