"""Requests to a server on the loopback address, each on a connection of its own."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path
from typing import NamedTuple


class Answer(NamedTuple):
    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Address:
    """Where a site begins: `path` with a slash at both ends; over TLS where there is an `authority` to believe."""

    host: str
    port: int
    path: str = "/"
    authority: Path | None = None

    @property
    def url(self) -> str:
        return f"{'https' if self.authority else 'http'}://{self.host}:{self.port}{self.path}"

    def get(
        self,
        path: str = "",
        headers: Mapping[str, str] | None = None,
        *,
        method: str = "GET",
        certificate: tuple[Path, Path] | None = None,
    ) -> Answer:
        """Ask for a path below the site; one that begins with a slash is one of the host."""
        connection = self._connection(certificate)
        try:
            connection.request(method, path if path.startswith("/") else self.path + path, headers=dict(headers or {}))
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def _connection(self, certificate: tuple[Path, Path] | None) -> HTTPConnection:
        if not self.authority:
            return HTTPConnection(self.host, self.port, timeout=20)
        context = ssl.create_default_context(cafile=str(self.authority))
        if certificate:
            context.load_cert_chain(*certificate)
        return HTTPSConnection(self.host, self.port, timeout=20, context=context)
