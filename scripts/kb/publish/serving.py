"""A small server of files: for whoever writes, and for few readers on a machine without a web server."""

from __future__ import annotations

import errno
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from kb.publish.compressing import ENDING
from kb.publish.headers import ASKED_AGAIN, HEADERS, caching

LOOPBACK = "127.0.0.1"
PORTS = range(8000, 8020)
TEXTS = ("text/", "application/json", "application/javascript", "application/xml", "image/svg+xml")


class Handler(SimpleHTTPRequestHandler):
    """Files below a folder as the ready configurations of other servers give them; nothing is listed."""

    protocol_version = "HTTP/1.1"
    server_version, sys_version = "kb", ""
    # A connection that says nothing holds a thread.
    timeout = 30
    said = HEADERS

    def log_message(self, *args: object) -> None:
        """Requests are nobody's business."""

    def version_string(self) -> str:
        return self.server_version

    def send_head(self) -> BinaryIO | None:
        asked = unquote(urlsplit(self.path).path)
        path = Path(self.translate_path(self.path))
        if path.is_dir() and not asked.endswith("/"):
            return super().send_head()
        if path.is_dir():
            path /= "index.html"
        if not path.is_file() or any(part.startswith(".") for part in asked.split("/")):
            path = Path(self.directory) / ("en/404.html" if asked.startswith("/en/") else "404.html")
            return self._answer(HTTPStatus.NOT_FOUND, path, ASKED_AGAIN)
        return self._answer(HTTPStatus.OK, path, caching(asked))

    def _answer(self, status: HTTPStatus, path: Path, kept: str) -> BinaryIO | None:
        kind = self.guess_type(str(path)) if path.is_file() else "text/plain"
        packed = path.with_name(path.name + ENDING)
        is_packed = packed.is_file() and "gzip" in self.headers.get("Accept-Encoding", "")
        content, tag = _read(packed if is_packed else path)
        if status is HTTPStatus.OK and self.headers.get("If-None-Match") == tag:
            status, content = HTTPStatus.NOT_MODIFIED, b""
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith(TEXTS) else kind)
        self.send_header("ETag", tag)
        self.send_header("Cache-Control", kept)
        self.send_header("Vary", "Accept-Encoding")
        if is_packed:
            self.send_header("Content-Encoding", "gzip")
        if status is not HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return BytesIO(content)

    def end_headers(self) -> None:
        for name, value in self.said.items():
            self.send_header(name, value)
        super().end_headers()


def _read(path: Path) -> tuple[bytes, str]:
    """What a file holds, and a tag that changes with it."""
    if not path.is_file():
        return b"", '""'
    with path.open("rb") as file:
        content = file.read()
    status = path.stat()
    return content, f'"{status.st_mtime_ns:x}-{status.st_size:x}"'


def server(
    site: Path, ports: range = PORTS, host: str = LOOPBACK, handler: Callable[..., Handler] = Handler
) -> ThreadingHTTPServer:
    """A server on the first free port. Raises OSError where none of them is free."""
    for port in ports:
        try:
            return ThreadingHTTPServer((host, port), partial(handler, directory=str(site)))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
    raise OSError(errno.EADDRINUSE, f"Các cổng {ports.start}–{ports.stop - 1} đều đang dùng.")
