"""The ready configuration of nginx, run as it stands but for what an administrator changes in it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.publish.sshd import PATH, free_port, until_open
from tests.serving.asking import Address
from tests.serving.certificates import Authority

READY = Path(__file__).resolve().parents[2] / "scripts/serving/nginx"
MAIN = """
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log stderr warn;
include kb/main.conf;
{user}
worker_rlimit_nofile 8192;
events {{ worker_connections 4096; }}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    sendfile on;
    tcp_nopush on;
    gzip on;
    access_log off;
    {temporary}
    include kb.conf;
    {further}
}}
"""
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def missing() -> str | None:
    """Why the configuration cannot be tried here."""
    found = shutil.which("nginx", path=PATH) and Path("/etc/nginx/mime.types").is_file()
    return None if found else "no nginx"


@contextmanager
def running(
    folder: Path,
    target: Path,
    *,
    at: str = "/",
    access: str = "",
    changes: Mapping[str, str] | None = None,
    further: str = "",
) -> Iterator[tuple[Address, Address]]:
    """nginx serving what was published to `target`, below the path `at`; yields its address in TLS and in plain http.

    `access` names the recipe that is switched on for TLS; `changes` are texts of the files and what an administrator
    puts in their place; `further` stands behind the servers.
    """
    authority = Authority(folder / "authority")
    certificate, key = authority.issued("server", "IP:127.0.0.1")
    shutil.copytree(READY, folder / "nginx")
    secure, plain, typed = free_port(), free_port(), free_port()
    edits = {
        "/srv/kb/": f"{target}/",
        "set $kb /;": f"set $kb {at};",
        "location / {": f"location {at} {{",
        "location = / {": f"location = {at} {{",
        **({"# location = /kb {": f"location = {at[:-1]} {{", "301 /kb/": f"301 {at}"} if at != "/" else {}),
        "listen 443 ssl": f"listen 127.0.0.1:{secure} ssl",
        "    listen [::]:443 ssl http2;\n": "",
        "listen 80;": f"listen 127.0.0.1:{typed};",
        "    listen [::]:80;\n": "",
        "127.0.0.1:8080": f"127.0.0.1:{plain}",
        "/etc/ssl/kb/fullchain.pem": str(certificate),
        "/etc/ssl/kb/key.pem": str(key),
        **({f"# include kb/access-{access}.conf;": f"include kb/access-{access}.conf;"} if access else {}),
        **(changes or {}),
    }
    edit(folder / "nginx", edits)
    main = folder / "nginx/nginx.conf"
    temporary = "\n    ".join(f"{name}_temp_path {folder}/{name};" for name in TEMPORARY)
    # Workers of an nginx that root starts are nobody, who may not read the folders of the tests.
    user = "user root;" if os.geteuid() == 0 else ""
    main.write_text(MAIN.format(folder=folder, user=user, temporary=temporary, further=further))
    command = [shutil.which("nginx", path=PATH), "-p", str(folder), "-c", str(main), "-e", "stderr"]
    with (folder / "nginx.log").open("wb") as log, subprocess.Popen(command, stderr=log) as server:
        try:
            until_open(plain, server)
            yield Address("127.0.0.1", secure, at, authority.certificate), Address("127.0.0.1", plain, at)
        finally:
            server.terminate()
    said = (folder / "nginx.log").read_text()
    assert not re.search(r"\[(?:warn|emerg|alert|crit)\]", said), said


def edit(folder: Path, edits: Mapping[str, str]) -> None:
    """Change the files of a configuration; what is not there to be changed is a fault of the test."""
    files = {path: path.read_text() for path in sorted(folder.rglob("*")) if path.is_file()}
    for old, new in edits.items():
        assert any(old in text for text in files.values()), f"not in the configuration: {old}"
        files = {path: text.replace(old, new) for path, text in files.items()}
    for path, text in files.items():
        path.write_text(text)
