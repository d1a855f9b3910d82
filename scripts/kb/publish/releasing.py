"""Publishing and rolling back: what changes is shown, then done, and live is always one whole release."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from kb.publish.far import Far, FarError, State
from kb.publish.manifest import NAME, SIGNATURE, Manifest, digest_of

RELEASE = re.compile(r"(?P<number>\d{4,})-(?P<commit>[0-9a-f]{12})")
Say = Callable[[str], None]


class NothingToRollBackTo(FarError):
    """There is no such earlier release."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a release changes against the live one: paths, and the bytes that are new.

    `is_live` says that the live one is of this very commit and holds these very files.
    """

    release: str
    live: str | None
    is_live: bool
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...]
    size: int


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a line of the log says of who publishes: `when` (ISO, UTC) and `who`."""

    when: str
    who: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log."""

    when: str
    who: str
    action: str
    release: str
    commit: str
    digest: str

    @property
    def line(self) -> str:
        return "\t".join((self.when, self.who, self.action, self.release, self.commit, self.digest))


def entries(log: Iterable[str]) -> list[Entry]:
    """The lines of a log; one that is none (half written, by hand) is passed over."""
    rows = (line.split("\t") for line in log)
    return [Entry(*row) for row in rows if len(row) == 6]


def plan(far: Far, site: Path, manifest: Manifest) -> Plan:
    """What publishing `site` would change. Only reads."""
    state = far.state()
    held = far.manifest(state.current) if state.current else None
    old, new = (held.files if held else {}), manifest.files
    added, changed = sorted(new.keys() - old.keys()), sorted(p for p in new.keys() & old.keys() if new[p] != old[p])
    return Plan(
        release=_following(state, manifest),
        live=state.current,
        is_live=held is not None and held.digest == manifest.digest,
        added=tuple(added),
        changed=tuple(changed),
        removed=tuple(sorted(old.keys() - new.keys())),
        kept=tuple(sorted(p for p in new.keys() & old.keys() if new[p] == old[p])),
        size=sum((site / path).stat().st_size for path in (*added, *changed)),
    )


def _following(state: State, manifest: Manifest) -> str:
    numbers = map(_number, (*state.releases, *(entry.release for entry in entries(state.log))))
    return f"{max(numbers, default=0) + 1:04d}-{(manifest.commit or '')[:12]}"


def _number(release: str) -> int:
    found = RELEASE.fullmatch(release)
    return int(found["number"]) if found else 0


def publish(far: Far, site: Path, manifest: Manifest, planned: Plan, stamp: Stamp, keep: int, say: Say) -> None:
    """Apply a plan that was made under the lock of `far`; `say` is told each step. Raises FarError.

    Killed at any line, it leaves the old release live, or the new one, and both are whole; what it leaves besides
    is cleaned up by the next one.
    """
    tidy(far, stamp)
    extra = {name: digest_of(site / name) for name in (NAME, SIGNATURE) if (site / name).is_file()}
    expected = {**manifest.files, **extra}
    say(f"Chép {len(planned.added) + len(planned.changed)} tệp, dùng chung {len(planned.kept)} tệp …")
    copied, shared = (*planned.added, *planned.changed, *extra), dict.fromkeys(planned.kept, planned.live or "")
    far.fill(site, planned.release, copied, shared)
    say("Đối chiếu với manifest.json …")
    wrong = far.differing(planned.release, expected)
    # What is shared may have been spoilt since: then it is copied anew.
    if spoilt := [path for path in wrong if path in shared]:
        far.fill(site, planned.release, spoilt, {})
        wrong = far.differing(planned.release, expected)
    if wrong:
        raise FarError(f"Bên nhận có {len(wrong)} tệp khác manifest.json, như {wrong[0]}; bản đang chạy giữ nguyên.")
    far.finish(planned.release)
    far.switch(planned.release)
    far.append(_entry(stamp, "publish", planned.release, manifest).line)
    for release in _superfluous(far.state().releases, planned.release, keep):
        say(f"Xóa bản cũ {release}.")
        far.remove(release)


def rollback(far: Far, release: str | None, stamp: Stamp) -> str:
    """Make an earlier release live again, the one published before the live one where none is named.

    Returns its name. To be called under the lock. Raises NothingToRollBackTo.
    """
    tidy(far, stamp)
    state = far.state()
    live, held = state.current, state.releases
    if release is None:
        earlier = [each for each in held if live and _number(each) < _number(live)]
        if not earlier:
            raise NothingToRollBackTo("Không có bản phát hành nào trước bản đang chạy.")
        release = max(earlier, key=_number)
    found = [each for each in held if each == release or each.partition("-")[2].startswith(release)]
    if len(found) != 1:
        raise NothingToRollBackTo(f"Không có bản phát hành «{release}». Có: {', '.join(held) or 'không có bản nào'}.")
    manifest = far.manifest(found[0])
    if manifest is None:
        raise NothingToRollBackTo(f"Bản phát hành {found[0]} không có {NAME} đọc được.")
    if found[0] != live:
        far.switch(found[0])
        far.append(_entry(stamp, "rollback", found[0], manifest).line)
    return found[0]


def tidy(far: Far, stamp: Stamp) -> None:
    """Clean up after a publisher that was killed: partial releases, whole ones that never went live, a missing line."""
    far.clean()
    state = far.state()
    logged = {entry.release for entry in entries(state.log)}
    live = state.current
    if live and live not in logged:
        manifest = far.manifest(live)
        if manifest:
            far.append(_entry(stamp, "recover", live, manifest).line)
    # Without its log (lost, or not ours) nothing tells which release was never live: all of them stay.
    if live in logged:
        for release in state.releases:
            if release not in logged and RELEASE.fullmatch(release):
                far.remove(release)


def _entry(stamp: Stamp, action: str, release: str, manifest: Manifest) -> Entry:
    return Entry(stamp.when, stamp.who, action, release, manifest.commit or "", manifest.digest)


def _superfluous(releases: Iterable[str], live: str, keep: int) -> list[str]:
    """All but the newest `keep` releases, and never the live one."""
    others = sorted((each for each in releases if each != live and RELEASE.fullmatch(each)), key=_number)
    return others[: max(len(others) - (keep - 1), 0)]
