"""Serves a built site on loopback as a web server of an intranet would: compressed, with a 404 page per language."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from types import MappingProxyType
from urllib.parse import urlsplit

from tests.browser.chromium import LOOPBACK

COMPRESSED = ("text/", "application/javascript", "application/json", "application/xml", "image/svg+xml")


class Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *given, headers_of_all: Mapping[str, str], **named) -> None:
        self.headers_of_all = headers_of_all
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
        body = path.read_bytes() if path.is_file() else b""
        self.send_response(status)
        kind = self.guess_type(str(path))
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        if kind.startswith(COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, mtime=0)
            self.send_header("Content-Encoding", "gzip")
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
def serving(site: Path, headers: Mapping[str, str] = MappingProxyType({})) -> Iterator[str]:
    """The address of the site while it is served, without a slash at its end; `headers` come with every file."""
    server = ThreadingHTTPServer((LOOPBACK, 0), partial(Handler, directory=str(site), headers_of_all=headers))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://{LOOPBACK}:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
