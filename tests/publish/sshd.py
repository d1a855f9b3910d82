"""A real sshd on the loopback address, and a relay before it that can be cut."""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PATH = f"{os.environ['PATH']}:/usr/sbin:/sbin"
NEEDED = ("sshd", "ssh", "ssh-keygen", "rsync", "flock")


def missing() -> list[str]:
    return [name for name in NEEDED if not shutil.which(name, path=PATH)]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


@contextmanager
def serving(folder: Path) -> Iterator[int]:
    """Run sshd with keys of its own in `folder`, and a umask as hardened servers have it; yields its port."""
    for name in ("host", "user"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
    shutil.copy(folder / "user.pub", folder / "authorized")
    port = free_port()
    (folder / "sshd_config").write_text(
        f"ListenAddress 127.0.0.1\nPort {port}\nHostKey {folder}/host\nAuthorizedKeysFile {folder}/authorized\n"
        "StrictModes no\nUsePAM no\nPidFile none\nPermitRootLogin prohibit-password\nPasswordAuthentication no\n"
        # A shell that is not the first one reads no settings of whoever runs the tests.
        "MaxStartups 100\nSetEnv SHLVL=2\n"
    )
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    command = [shutil.which("sshd", path=PATH), "-D", "-e", "-f", str(folder / "sshd_config")]
    with (folder / "sshd.log").open("wb") as log, subprocess.Popen(command, stderr=log, umask=0o077) as server:
        try:
            until_open(port, server)
            yield port
        finally:
            server.terminate()


def until_open(port: int, server: subprocess.Popen[bytes]) -> None:
    """Wait until a server that was started listens."""
    for _ in range(200):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        assert server.poll() is None, "the server ended"
        time.sleep(0.05)
    raise AssertionError("the server does not answer")


def settings(folder: Path, name: str, port: int) -> str:
    """A file of settings for ssh in which `far` is that port on this machine."""
    host_key = (folder / "host.pub").read_text()
    (folder / f"known-{name}").write_text(f"[127.0.0.1]:{port} {host_key}")
    config = folder / f"ssh-{name}"
    config.write_text(
        f"Host far\n HostName 127.0.0.1\n Port {port}\n User {getpass.getuser()}\n IdentityFile {folder}/user\n"
        f" IdentitiesOnly yes\n UserKnownHostsFile {folder}/known-{name}\n StrictHostKeyChecking yes\n"
    )
    return str(config)


class Relay:
    """Passes connections on to a port until so many bytes went through in all; then every one is cut."""

    def __init__(self, port: int) -> None:
        self.port, self.left = port, 0
        self.passed = 0
        self.open: set[socket.socket] = set()
        self.lock = threading.Lock()
        self.server = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def address(self) -> int:
        return self.server.getsockname()[1]

    def allow(self, count: int) -> None:
        self.left, self.passed = count, 0

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self.server.accept()
                far = socket.create_connection(("127.0.0.1", self.port))
                self.open |= {near, far}
                for one, other in ((near, far), (far, near)):
                    threading.Thread(target=self._pass, args=(one, other), daemon=True).start()

    def _pass(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while data := one.recv(4096):
                with self.lock:
                    self.passed += len(data)
                    cut = self.passed > self.left
                if cut:
                    self._cut()
                    return
                other.sendall(data)
        for end in (one, other):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _cut(self) -> None:
        for each in tuple(self.open):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
