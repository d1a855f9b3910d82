"""What a server really serves, compared with the manifest that it serves."""

from __future__ import annotations

import gzip
import hashlib
import http.client
import re
import tempfile
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from kb.publish import signing, unserved
from kb.publish.compressing import ENDING
from kb.publish.fetching import Answer, fetch
from kb.publish.headers import FINGERPRINTED
from kb.publish.manifest import NAME, SIGNATURE, Manifest, load

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
VERSION = re.compile(r"\d")
# Addresses of no page, and the page that must come in its place.
LOST = {"404.html": "khong-co-trang-nay/", "en/404.html": "en/no-such-page/"}


class NotServed(Exception):
    """The address answers with no release; the message is one line."""


def verify(address: str, signers: str | None) -> tuple[Manifest, list[str]]:
    """Fetch every file of the release at `address` and compare it with the manifest there.

    `signers` names a file of public keys that the manifest must be signed with. Returns the manifest and the faults,
    a line each. Raises NotServed where there is no manifest, or the address is none.
    """
    base = address.rstrip("/")
    if not re.match(r"https?://[^/\s]", base):
        raise NotServed(f"«{address}» không phải là địa chỉ; ghi đủ, như https://vanban.example/")
    answer = fetch(f"{base}/{NAME}")
    if answer.status != 200:
        raise NotServed(f"{base}/{NAME}: {answer.told}. {unserved.likely(base, answer)}".rstrip())
    try:
        manifest = load(answer.body)
    except ValueError as error:
        raise NotServed(f"{base}/{NAME}: {error} {unserved.likely(base, answer)}") from error
    faults = list(_signature(base, answer.body, signers)) if signers else []
    checks = [partial(_file, base, path, manifest) for path in sorted(manifest.files)]
    checks += [partial(_missing, base, page, address, manifest) for page, address in LOST.items()]
    checks += [partial(_listing, base, folder) for folder in _folders(manifest)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for found in pool.map(lambda check: list(check()), checks):
            faults += found
    return manifest, faults


def _signature(base: str, manifest: bytes, signers: str) -> Iterator[str]:
    answer = fetch(f"{base}/{SIGNATURE}")
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
    answer = fetch(f"{base}/{quote(path)}")
    if answer.status != 200:
        yield f"{path}: {answer.told}."
        return
    if hashlib.sha256(answer.body).hexdigest() != digest:
        yield f"{path}: nội dung khác manifest.json."
        return
    yield from _headers(path, answer.headers)
    if f"{path}{ENDING}" in manifest.files:
        yield from _compressed(path, fetch(f"{base}/{quote(path)}", "gzip"), digest)


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
    answer = fetch(f"{base}/{address}")
    if answer.status != 404:
        yield f"{address}: {answer.told}, phải là 404."
    elif page in manifest.files and hashlib.sha256(answer.body).hexdigest() != manifest.files[page]:
        yield f"{address}: không phải {page}."


def _folders(manifest: Manifest) -> list[str]:
    """The folders without a page of their own."""
    folders = {str(folder) for path in manifest.files for folder in PurePosixPath(path).parents} - {"."}
    return sorted(folder for folder in folders if f"{folder}/index.html" not in manifest.files)


def _listing(base: str, folder: str) -> Iterator[str]:
    answer = fetch(f"{base}/{quote(folder)}/")
    if answer.status == 200:
        yield f"{folder}/: thư mục bị liệt kê."
