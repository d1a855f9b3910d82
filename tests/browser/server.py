"""Serves a built site on loopback as a web server of an intranet would: compressed, with a 404 page per language."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from types import MappingProxyType
from urllib.parse import urlsplit

from tests.browser.chromium import LOOPBACK

COMPRESSED = ("text/", "application/javascript", "application/json", "application/xml", "image/svg+xml")


@lru_cache(4096)
def content(path: Path, changed: int, packed: bool) -> bytes:
    """What is sent of a file as it was when it changed, as a server keeps it that packs each file once."""
    return gzip.compress(path.read_bytes(), mtime=0) if packed else path.read_bytes()


class Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *given, headers_of_all: Mapping[str, str], served: list[tuple[str, int]], **named) -> None:
        self.headers_of_all, self.served = headers_of_all, served
        super().__init__(*given, **named)

    def send_head(self):
        path = Path(self.translate_path(self.path))
        if path.is_dir() and not urlsplit(self.path).path.endswith("/"):
            return super().send_head()
        if path.is_dir():
            path /= "index.html"
        status = HTTPStatus.OK
        if not path.is_file():
            status, path = HTTPStatus.NOT_FOUND, self._not_found()
        self.send_response(status)
        kind = self.guess_type(str(path))
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        packed = path.is_file() and kind.startswith(COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", "")
        body = content(path, path.stat().st_mtime_ns, packed) if path.is_file() else b""
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.served.append((self.path, len(body)))
        self.send_header("Content-Length", str(len(body)))
        for name, value in self.headers_of_all.items():
            self.send_header(name, value)
        self.end_headers()
        return BytesIO(body)

    def _not_found(self) -> Path:
        language = "en/" if self.path.startswith("/en/") else ""
        return Path(self.directory, f"{language}404.html")

    def log_message(self, *_) -> None:
        """Requests are recorded by the browser; a line for each would drown the tests' own output."""


@contextmanager
def serving(
    site: Path, headers: Mapping[str, str] = MappingProxyType({}), served: list[tuple[str, int]] | None = None
) -> Iterator[str]:
    """The address of the site while it is served, without a slash at its end.

    `headers` come with every file; `served` is told the path and the bytes of each.
    """
    handler = partial(Handler, directory=str(site), headers_of_all=headers, served=served if served is not None else [])
    server = ThreadingHTTPServer((LOOPBACK, 0), handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://{LOOPBACK}:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
