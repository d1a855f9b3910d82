"""Releases on a server, over SSH: rsync copies, a POSIX shell with GNU coreutils does the rest."""

from __future__ import annotations

import shlex
import subprocess
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from kb.publish import manifest as manifests
from kb.publish.far import CURRENT, LOCK, LOG, PARTIAL, RELEASES, Busy, FarError, State
from kb.publish.manifest import NAME, Manifest, NotAManifest

# A dead connection is noticed within half a minute, and nothing ever asks for a password.
SETTINGS = ("BatchMode=yes", "ConnectTimeout=15", "ServerAliveInterval=10", "ServerAliveCountMax=3")
OPTIONS = tuple(word for setting in SETTINGS for word in ("-o", setting))
NEXT = f".{CURRENT}-next"
# Whatever the far side's umask is: a web server reads releases as somebody else.
READABLE = "umask 022"
READY = f"""
there=$1; while [ ! -d "$there" ]; do there=$(dirname "$there"); done
for tool in rsync flock sha256sum; do
    command -v $tool >/dev/null || {{ echo "thiếu chương trình $tool" >&2; exit 1; }}
done
rm -f "$there/{NEXT}-probe"
ln -s {RELEASES} "$there/{NEXT}-probe" || {{ echo "không tạo được liên kết tượng trưng tại $there" >&2; exit 1; }}
rm "$there/{NEXT}-probe"
{READABLE}
mkdir -p "$1/{RELEASES}"
"""
# Held as long as this end keeps the connection open: a killed publisher lets go.
HOLD = f"""{READY}
flock -n "$1/{LOCK}" -c "echo held; cat >/dev/null" || {{ [ $? = 1 ] && echo busy; }}
"""
# The live release, then the others up to an empty line, then the log.
STATE = f"""
cd "$1" 2>/dev/null || {{ echo; echo; exit 0; }}
if [ -e {CURRENT} ] && [ ! -L {CURRENT} ]; then echo "{CURRENT} không phải là liên kết tượng trưng" >&2; exit 1; fi
if [ -L {CURRENT} ]; then basename "$(readlink {CURRENT})"; else echo; fi
for each in {RELEASES}/*/; do if [ -d "$each" ]; then basename "$each"; fi; done
echo
if [ -f {LOG} ]; then cat {LOG}; fi
"""


class Server:
    """A Far on the machine `host`; `config` is a file of settings for ssh."""

    def __init__(self, host: str, path: str, config: str | None = None) -> None:
        self.host, self.path = host, path
        self.ssh = ["ssh", *(("-F", config) if config else ()), *OPTIONS]

    @contextmanager
    def locked(self) -> Iterator[None]:
        alone = self.ssh
        # All commands go through the connection that holds the lock: a fresh one each would take most of the time.
        with tempfile.TemporaryDirectory(prefix="kb-") as folder:
            shared = ("-o", f"ControlPath={folder}/%C")
            command = [*alone, *shared, "-o", "ControlMaster=yes", self.host, _command(HOLD, self.path)]
            pipe = subprocess.PIPE
            with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, encoding="utf-8") as held:
                try:
                    self._hold(held)
                    self.ssh = [*alone, *shared]
                    yield
                finally:
                    self.ssh = alone
                    held.communicate()

    def _hold(self, held: subprocess.Popen[str]) -> None:
        answer = held.stdout.readline().strip() if held.stdout else ""
        if answer == "busy":
            raise Busy(f"Có người khác đang công bố vào {self.host}:{self.path}; đợi xong rồi chạy lại.")
        if answer != "held":
            said = (held.communicate()[1] or "").strip().splitlines()
            raise FarError(f"{self.host} không nhận: {said[-1] if said else 'không khóa được'}")

    def state(self) -> State:
        current, *rest = self._run(STATE).split("\n")
        end = rest.index("")
        return State(current or None, tuple(sorted(rest[:end])), tuple(line for line in rest[end + 1 :] if line))

    def manifest(self, release: str) -> Manifest | None:
        text = self._run('cat "$1/$2" 2>/dev/null || true', f"{RELEASES}/{release}/{NAME}")
        try:
            return manifests.load(text)
        except NotAManifest:
            return None

    def append(self, line: str) -> None:
        script = f"""
file="$1/{LOG}"
if [ -s "$file" ] && [ -n "$(tail -c 1 "$file")" ]; then echo >>"$file"; fi
printf '%s\\n' "$2" >>"$file" && sync "$file"
"""
        self._run(script, line)

    def fill(self, site: Path, release: str, files: Collection[str], shared: Mapping[str, str]) -> None:
        partial = f"{self.path}/{RELEASES}/{PARTIAL}{release}"
        with tempfile.NamedTemporaryFile("w", encoding="utf-8") as listed:
            listed.write("".join(f"{path}\0" for path in (*files, *shared)))
            listed.flush()
            command = [
                "rsync", "--recursive", "--checksum", "--protect-args", "--chmod=D0755,F0644", "--fsync", "--from0",
                f"--files-from={listed.name}", "--rsh", shlex.join(self.ssh), "--rsync-path", f"{READABLE}; rsync",
                *(f"--link-dest=../{other}" for other in sorted(set(shared.values()))),
                f"{site}/", f"{self.host}:{partial}/",
            ]  # fmt: skip
            self._checked(subprocess.run(command, capture_output=True, encoding="utf-8", check=False))

    def differing(self, release: str, expected: Mapping[str, str]) -> list[str]:
        listing = self._run('cd "$1/$2" && find . -type f -exec sha256sum -z {} +', f"{RELEASES}/{PARTIAL}{release}")
        found = dict(reversed(row.split("  ./", 1)) for row in listing.split("\0") if row)
        return sorted(path for path in {*found, *expected} if found.get(path) != expected.get(path))

    def finish(self, release: str) -> None:
        self._run(f'cd "$1/{RELEASES}" && sync -f . && mv -T "{PARTIAL}$2" "$2" && sync -f .', release)

    def switch(self, release: str) -> None:
        self._run(f'cd "$1" && ln -sfn "{RELEASES}/$2" {NEXT} && mv -T {NEXT} {CURRENT} && sync -f .', release)

    def remove(self, release: str) -> None:
        self._run(f'cd "$1/{RELEASES}" && mv -T "$2" "{PARTIAL}$2" && rm -rf "{PARTIAL}$2"', release)

    def clean(self) -> None:
        self._run(f'cd "$1" && rm -rf {RELEASES}/{PARTIAL}* {NEXT}*')

    def _run(self, script: str, *arguments: str) -> str:
        command = [*self.ssh, self.host, _command(script, self.path, *arguments)]
        return self._checked(
            subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False)
        )

    def _checked(self, done: subprocess.CompletedProcess[str]) -> str:
        if done.returncode:
            said = done.stderr.strip().splitlines() or [f"mã thoát {done.returncode}"]
            raise FarError(f"{self.host} không nhận: {said[-1]}")
        return done.stdout


def _command(script: str, *arguments: str) -> str:
    """One word for the login shell over there, whatever the arguments hold."""
    return shlex.join(["sh", "-euc", script, "sh", *arguments])
