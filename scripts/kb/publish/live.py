"""What a server really serves, compared with the manifest that it serves."""

from __future__ import annotations

import gzip
import hashlib
import http.client
import re
import socket
import ssl
import tempfile
import urllib.error
import urllib.request
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import quote

from kb.publish import signing
from kb.publish.compressing import ENDING
from kb.publish.headers import FINGERPRINTED
from kb.publish.manifest import NAME, SIGNATURE, Manifest, load

TIMEOUT = 30
AT_ONCE = 8
# Headers that every file must come with, and what they must say: as strict as ours at least, in whatever words.
EVERYWHERE = {
    "X-Content-Type-Options": re.compile("nosniff"),
    "Cross-Origin-Resource-Policy": re.compile("same-origin"),
}
# Headers that every page must come with besides.
HEADERS = {
    "Content-Security-Policy": re.compile(
        r"(?!.*unsafe-eval)(?=.*script-src (?![^;]*unsafe-inline))(?=.*frame-ancestors )"
    ),
    "Referrer-Policy": re.compile("no-referrer|same-origin"),
    "Permissions-Policy": re.compile("."),
}
FOR_EVER = re.compile(r"(?=.*\bimmutable\b)(?=.*\bmax-age=\d{7,})(?!.*no-)")
ASKED_AGAIN = re.compile(r".*\bno-cache\b")
TRUSTING = "cơ quan cấp nội bộ thì đặt SSL_CERT_FILE là tệp chứng thư của cơ quan cấp ấy"
VERSION = re.compile(r"\d")
# Addresses of no page, and the page that must come in its place.
LOST = {"404.html": "khong-co-trang-nay/", "en/404.html": "en/no-such-page/"}


class NotServed(Exception):
    """The address answers with no release; the message is one line."""


class Answer(NamedTuple):
    """What a server says to a request; `status` is 0 where there was no answer at all, and `why` then tells more."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes
    why: str = ""

    @property
    def told(self) -> str:
        """The answer in a word: its status, or why there is none."""
        return str(self.status or self.why)


def verify(address: str, signers: str | None) -> tuple[Manifest, list[str]]:
    """Fetch every file of the release at `address` and compare it with the manifest there.

    `signers` names a file of public keys that the manifest must be signed with. Returns the manifest and the faults,
    a line each. Raises NotServed where there is no manifest, or the address is none.
    """
    base = address.rstrip("/")
    if not re.match(r"https?://[^/\s]", base):
        raise NotServed(f"«{address}» không phải là địa chỉ; ghi đủ, như https://vanban.example/")
    answer = _fetch(f"{base}/{NAME}")
    if answer.status != 200:
        raise NotServed(f"{base}/{NAME}: {answer.told}.")
    try:
        manifest = load(answer.body)
    except ValueError as error:
        raise NotServed(f"{base}: {error}") from error
    faults = list(_signature(base, answer.body, signers)) if signers else []
    checks = [partial(_file, base, path, manifest) for path in sorted(manifest.files)]
    checks += [partial(_missing, base, page, address, manifest) for page, address in LOST.items()]
    checks += [partial(_listing, base, folder) for folder in _folders(manifest)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for found in pool.map(lambda check: list(check()), checks):
            faults += found
    return manifest, faults


def _signature(base: str, manifest: bytes, signers: str) -> Iterator[str]:
    answer = _fetch(f"{base}/{SIGNATURE}")
    if answer.status != 200:
        yield f"{SIGNATURE}: {answer.told}, chưa ký."
        return
    with tempfile.NamedTemporaryFile() as file:
        file.write(answer.body)
        file.flush()
        try:
            signing.verify(manifest, Path(file.name), signers)
        except signing.NotSigned as error:
            yield f"{SIGNATURE}: {error}"


def _file(base: str, path: str, manifest: Manifest) -> Iterator[str]:
    digest = manifest.files[path]
    answer = _fetch(f"{base}/{quote(path)}")
    if answer.status != 200:
        yield f"{path}: {answer.told}."
        return
    if hashlib.sha256(answer.body).hexdigest() != digest:
        yield f"{path}: nội dung khác manifest.json."
        return
    yield from _headers(path, answer.headers)
    if f"{path}{ENDING}" in manifest.files:
        yield from _compressed(path, _fetch(f"{base}/{quote(path)}", "gzip"), digest)


def _headers(path: str, headers: http.client.HTTPMessage) -> Iterator[str]:
    caching = FOR_EVER if FINGERPRINTED.search(path) else ASKED_AGAIN
    wanted = {**EVERYWHERE, **(HEADERS if path.endswith(".html") else {}), "Cache-Control": caching}
    for name, pattern in wanted.items():
        value = headers.get(name)
        if value is None:
            yield f"{path}: thiếu {name}."
        elif not pattern.match(value):
            yield f"{path}: {name} là «{value}»."
    if VERSION.search(headers.get("Server", "")):
        yield f"{path}: Server nêu phiên bản: {headers['Server']}."


def _compressed(path: str, answer: Answer, digest: str) -> Iterator[str]:
    if answer.headers.get("Content-Encoding") != "gzip":
        yield f"{path}: không gửi bản nén (gzip)."
        return
    try:
        held = gzip.decompress(answer.body)
    except (OSError, EOFError, zlib.error):
        held = b""
    if hashlib.sha256(held).hexdigest() != digest:
        yield f"{path}: bản nén khác manifest.json."
    if "accept-encoding" not in ", ".join(answer.headers.get_all("Vary", [])).lower():
        yield f"{path}: bản nén thiếu Vary: Accept-Encoding."


def _missing(base: str, page: str, address: str, manifest: Manifest) -> Iterator[str]:
    """What is answered at an address of no page: the page that says so, in the language of the address."""
    answer = _fetch(f"{base}/{address}")
    if answer.status != 404:
        yield f"{address}: {answer.told}, phải là 404."
    elif page in manifest.files and hashlib.sha256(answer.body).hexdigest() != manifest.files[page]:
        yield f"{address}: không phải {page}."


def _folders(manifest: Manifest) -> list[str]:
    """The folders without a page of their own."""
    folders = {str(folder) for path in manifest.files for folder in PurePosixPath(path).parents} - {"."}
    return sorted(folder for folder in folders if f"{folder}/index.html" not in manifest.files)


def _listing(base: str, folder: str) -> Iterator[str]:
    answer = _fetch(f"{base}/{quote(folder)}/")
    if answer.status == 200:
        yield f"{folder}/: thư mục bị liệt kê."


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A file that is served from elsewhere is not served here."""

    def redirect_request(self, *_: object) -> None:
        return None


OPENER = urllib.request.build_opener(_NoRedirect, urllib.request.ProxyHandler({}))


def _fetch(address: str, encoding: str = "identity") -> Answer:
    request = urllib.request.Request(address, headers={"Accept-Encoding": encoding})
    try:
        with OPENER.open(request, timeout=TIMEOUT) as answer:
            return Answer(answer.status, answer.headers, answer.read())
    except urllib.error.HTTPError as error:
        with error:
            return Answer(error.code, error.headers, error.read())
    except (OSError, http.client.HTTPException) as error:
        return Answer(0, http.client.HTTPMessage(), b"", _why(error))


def _why(error: Exception) -> str:
    """Why nothing was answered; a certificate that is not trusted is not a server that is down."""
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    match cause:
        case ssl.SSLCertVerificationError():
            return f"không tin chứng thư của máy chủ ({cause.verify_message}); {TRUSTING}"
        case socket.gaierror():
            return "không tìm thấy máy chủ có tên này"
    return "không trả lời"
