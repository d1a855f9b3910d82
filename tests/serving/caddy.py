"""The ready configuration of Caddy, run as it stands but for what an administrator changes in it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.publish.sshd import PATH, free_port, until_open
from tests.serving.asking import Address
from tests.serving.certificates import Authority
from tests.serving.nginx import edit

READY = Path(__file__).resolve().parents[2] / "scripts/serving/Caddyfile"


def missing() -> str | None:
    """Why the configuration cannot be tried here."""
    return None if shutil.which("caddy", path=PATH) else "no caddy"


@contextmanager
def running(folder: Path, target: Path, *, secure: bool) -> Iterator[Address]:
    """Caddy serving what was published to `target`, in TLS or in plain http as behind a proxy."""
    authority = Authority(folder / "authority")
    certificate, key = authority.issued("server", "IP:127.0.0.1,DNS:vanban.example")
    (folder / "caddy").mkdir()
    shutil.copy(READY, folder / "caddy/Caddyfile")
    port, other = free_port(), free_port()
    tls = "\ttls /etc/ssl/kb/fullchain.pem /etc/ssl/kb/key.pem # <-; delete this line with http://\n"
    edits = {
        "/srv/kb/current": f"{target}/current",
        "https://vanban.example {": f"https://127.0.0.1:{port} {{" if secure else f"http://:{port} {{",
        tls: f"\ttls {certificate} {key}\n" if secure else "",
        "\tadmin off\n": f"\tadmin off\n\thttp_port {other}\n",
    }
    edit(folder / "caddy", edits)
    command = [shutil.which("caddy", path=PATH), "run", "--config", str(folder / "caddy/Caddyfile")]
    # What it keeps lies in the reader's home otherwise.
    environment = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    with (folder / "caddy.log").open("wb") as log, subprocess.Popen(command, stderr=log, env=environment) as server:
        try:
            until_open(port, server)
            yield Address("127.0.0.1", port, authority=authority.certificate if secure else None)
        finally:
            server.terminate()
