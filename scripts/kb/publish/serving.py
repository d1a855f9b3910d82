"""A small server for the built site on the loopback address, with the 404 page of the right language."""

from __future__ import annotations

import errno
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PORTS = range(8000, 8020)


class Handler(SimpleHTTPRequestHandler):
    """Files below a folder; unknown addresses get the 404 page of their language."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *args: object) -> None:
        """Requests are nobody's business."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / ("en/404.html" if self.path.startswith("/en/") else "404.html")
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def server(site: Path, ports: range = PORTS) -> ThreadingHTTPServer:
    """A server on the first free port. Raises OSError where none of them is free."""
    handler = partial(Handler, directory=str(site))
    for port in ports:
        try:
            return ThreadingHTTPServer(("127.0.0.1", port), handler)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
    raise OSError(errno.EADDRINUSE, f"Các cổng {ports.start}–{ports.stop - 1} đều đang dùng.")
