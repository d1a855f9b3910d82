"""What a server really serves, compared with the manifest that it serves."""

from __future__ import annotations

import hashlib
import http.client
import re
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from kb.publish import signing
from kb.publish.manifest import NAME, SIGNATURE, Manifest, load

TIMEOUT = 30
AT_ONCE = 8
# Headers that every page must come with, and what they must say.
HEADERS = {
    "Content-Security-Policy": re.compile(
        r"(?!.*unsafe-eval)(?=.*script-src (?![^;]*unsafe-inline))(?=.*frame-ancestors )"
    ),
    "X-Content-Type-Options": re.compile("nosniff"),
    "Referrer-Policy": re.compile("no-referrer|same-origin"),
    "Permissions-Policy": re.compile("."),
    "Cache-Control": re.compile("no-cache"),
}
VERSION = re.compile(r"\d")


class NotServed(Exception):
    """The address answers with no release; the message is one line."""


class Answer(NamedTuple):
    """What a server says to a request; `status` is 0 where there was no answer at all."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes


def verify(address: str, signers: str | None) -> tuple[Manifest, list[str]]:
    """Fetch every file of the release at `address` and compare it with the manifest there.

    `signers` names a file of public keys that the manifest must be signed with. Returns the manifest and the faults,
    a line each. Raises NotServed where there is no manifest.
    """
    base = address.rstrip("/")
    answer = _fetch(f"{base}/{NAME}")
    if answer.status != 200:
        raise NotServed(f"{base}/{NAME}: {answer.status or 'không trả lời'}.")
    try:
        manifest = load(answer.body)
    except ValueError as error:
        raise NotServed(f"{base}: {error}") from error
    faults = list(_signature(base, answer.body, signers)) if signers else []
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for found in pool.map(lambda path: list(_file(base, path, manifest.files[path])), sorted(manifest.files)):
            faults += found
    return manifest, faults


def _signature(base: str, manifest: bytes, signers: str) -> Iterator[str]:
    answer = _fetch(f"{base}/{SIGNATURE}")
    if answer.status != 200:
        yield f"{SIGNATURE}: {answer.status or 'không trả lời'}, chưa ký."
        return
    with tempfile.NamedTemporaryFile() as file:
        file.write(answer.body)
        file.flush()
        try:
            signing.verify(manifest, Path(file.name), signers)
        except signing.NotSigned as error:
            yield f"{SIGNATURE}: {error}"


def _file(base: str, path: str, digest: str) -> Iterator[str]:
    answer = _fetch(f"{base}/{quote(path)}")
    if answer.status != 200:
        yield f"{path}: {answer.status or 'không trả lời'}."
    elif hashlib.sha256(answer.body).hexdigest() != digest:
        yield f"{path}: nội dung khác manifest.json."
    elif path.endswith(".html"):
        yield from _headers(path, answer.headers)


def _headers(path: str, headers: http.client.HTTPMessage) -> Iterator[str]:
    for name, wanted in HEADERS.items():
        value = headers.get(name)
        if value is None:
            yield f"{path}: thiếu {name}."
        elif not wanted.match(value):
            yield f"{path}: {name} là «{value}»."
    if VERSION.search(headers.get("Server", "")):
        yield f"{path}: Server nêu phiên bản: {headers['Server']}."


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A file that is served from elsewhere is not served here."""

    def redirect_request(self, *_: object) -> None:
        return None


OPENER = urllib.request.build_opener(_NoRedirect, urllib.request.ProxyHandler({}))


def _fetch(address: str) -> Answer:
    request = urllib.request.Request(address, headers={"Accept-Encoding": "identity"})
    try:
        with OPENER.open(request, timeout=TIMEOUT) as answer:
            return Answer(answer.status, answer.headers, answer.read())
    except urllib.error.HTTPError as error:
        with error:
            return Answer(error.code, error.headers, b"")
    except (OSError, http.client.HTTPException):
        return Answer(0, http.client.HTTPMessage(), b"")
