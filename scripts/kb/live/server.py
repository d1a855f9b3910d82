"""The site as it follows its content, over http on this machine alone; with `editing` also the editor's page."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import parse_qs, unquote, urlsplit

from kb import reading
from kb.importing import completing, making, placing, received, told
from kb.live.naming import titles
from kb.live.session import Session
from kb.model.library import LANGUAGES
from kb.publish import confirming, serving
from kb.publish.headers import ASKED_AGAIN, HEADERS
from kb.publish.rewriting import NotWritten, current, put, rewrite

BASE = "/kb-live/"
PREVIEW = "kb-preview"
EDITOR = "soan-thao/index.html"
PARTS = Path(__file__).parent / "parts"
TYPES = {".js": "text/javascript", ".css": "text/css"}
# An editor writes these; a text of record comes in by itself.
WRITTEN = (".md", ".yml")
LARGEST = 60 * 2**20
POLICY = HEADERS["Content-Security-Policy"].replace("frame-ancestors 'none'", "frame-ancestors 'self'")
# As the site's own, but scripts may ask, and the editor's page shows previews in a frame.
LIVE_HEADERS = {**HEADERS, "Content-Security-Policy": f"{POLICY}; connect-src 'self'; frame-src 'self'"}


class Refused(Exception):
    """A request that is not carried out; the message says why, in Vietnamese."""


class Handler(serving.Handler):
    """The built site with what has changed over it, and below BASE what the scripts in its pages ask for."""

    said = LIVE_HEADERS

    def __init__(self, *args: Any, session: Session, editing: bool, **kwargs: Any) -> None:
        self.session, self.editing = session, editing
        super().__init__(*args, **kwargs)

    def send_head(self) -> BinaryIO | None:
        """Files and pages; a stranger's page that has this name resolved to this machine gets nothing."""
        if not self._at_home():
            return self._text(HTTPStatus.FORBIDDEN, "text/plain", b"")
        split = urlsplit(self.path)
        asked = unquote(split.path)
        if asked.startswith(BASE):
            return self._asked(asked.removeprefix(BASE), parse_qs(split.query))
        address = asked.lstrip("/") + ("index.html" if asked.endswith("/") else "")
        if PREVIEW in parse_qs(split.query) and address in self.session.previews:
            return self._page(self.session.previews[address].encode(), address, ())
        if address in self.session.contents:
            content = self.session.contents[address]
            if content is None:
                return self._text(HTTPStatus.NOT_FOUND, "text/plain", "Trang này không còn.".encode())
            if not address.endswith(".html"):
                return self._text(HTTPStatus.OK, self.guess_type(address), content)
            return self._page(content, address)
        path = Path(self.directory) / address
        if address.endswith(".html") and path.is_file() and ".." not in address:
            return self._page(path.read_bytes(), address)
        return super().send_head()

    def do_POST(self) -> None:  # noqa: N802 -- the name that the base class looks for
        """What the editor's page asks; its header keeps out forms of other sites, which cannot set one."""
        work = self._works().get(self.path.removeprefix(BASE)) if self.editing and self._at_home() else None
        length = int(self.headers.get("Content-Length") or 0)
        if work is None or "X-Kb" not in self.headers or length > LARGEST:
            self.close_connection = True
            self._send(HTTPStatus.FORBIDDEN, "application/json", b"{}")
            return
        try:
            answer = work(json.loads(self.rfile.read(length)))
            self._send(HTTPStatus.OK, "application/json", json.dumps(answer).encode())
        except (Refused, received.Refused, NotWritten, reading.NotACheckout, OSError) as error:
            said = error.strerror or "" if isinstance(error, OSError) else str(error)
            self._send(HTTPStatus.CONFLICT, "application/json", json.dumps({"said": said}).encode())
        except (ValueError, KeyError, TypeError):
            self._send(HTTPStatus.BAD_REQUEST, "application/json", b"{}")

    def _works(self) -> dict[str, Callable[[dict[str, str]], dict[str, Any]]]:
        works = (self._check, self._preview, self._open, self._import, self._save, self._confirm)
        return {work.__name__.removeprefix("_"): work for work in works}

    def _at_home(self) -> bool:
        host, port = self.server.server_address[:2]
        return self.headers.get("Host") in {f"{name}:{port}" for name in (host, "localhost")}

    def _asked(self, name: str, query: dict[str, list[str]]) -> BinaryIO | None:
        if name == "state":
            return self._json(self._state(query.get("page", [""])[0]))
        part = PARTS / name
        if name in os.listdir(PARTS):
            return self._text(HTTPStatus.OK, TYPES[part.suffix], part.read_bytes())
        return self._text(HTTPStatus.NOT_FOUND, "text/plain", b"")

    def _state(self, page: str) -> dict[str, Any]:
        """How the checkout stands, for the page at an address."""
        state = self.session.state
        own = page.removesuffix("/index.html").removesuffix("index.html") or "index"
        folder = "" if own.startswith("en/") else f"{LANGUAGES[0]}/"
        files = [f"docs/{folder}{own}.md", f"docs/{folder}{own}/index.md"]
        pages = {"page": state.pages.get(page, 0), "files": files, "editing": self.editing}
        library = self.session.library
        held = {"sources": titles(library) if library else {}} if self.editing and page.endswith(EDITOR) else {}
        return {
            "version": state.version,
            "said": state.said,
            "stale": state.stale,
            "findings": state.findings,
            **pages,
            **held,
        }

    def _check(self, asked: dict[str, str]) -> dict[str, Any]:
        file = self._file(asked["file"])
        return {"findings": self.session.check(file, asked["text"])}

    def _preview(self, asked: dict[str, str]) -> dict[str, Any]:
        return self.session.preview(self._file(asked["file"]), asked["text"])._asdict()

    def _open(self, asked: dict[str, str]) -> dict[str, Any]:
        path = self.session.root / self._file(asked["file"])
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        return {"text": text, "seen": _seen(path)}

    def _save(self, asked: dict[str, str]) -> dict[str, Any]:
        path = self.session.root / self._file(asked["file"])
        if _seen(path) != asked["seen"]:
            raise Refused("Tệp trên đĩa đã đổi từ khi mở. Hãy chép phần mình sửa ra chỗ khác rồi mở lại tệp.")
        put(path, asked["text"].encode())
        return {"seen": _seen(path)}

    def _confirm(self, asked: dict[str, Any]) -> dict[str, Any]:
        """`kb confirm` of a file, or of the provisions that are named."""
        file, library = self._file(asked["file"]), self.session.with_texts({})
        before = current(self.session.root, file)
        after = confirming.confirmed(library, file, before, asked["provisions"])
        if after is None:
            raise Refused(f"{file} không phải là bản dịch.")
        rewrite(self.session.root, file, before, after)
        return {}

    def _import(self, asked: dict[str, str]) -> dict[str, Any]:
        """`kb import` of a file that came along: what it has written, the document first, and what it tells."""
        library = self.session.library
        if library is None:
            raise Refused("Chưa đọc xong kho; thử lại sau giây lát.")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, Path(asked["name"]).name or "-")
            path.write_bytes(base64.b64decode(asked["data"], validate=True))
            made = making.imported(path, library.numbers)
        made = making.resting(made, self.session.with_texts(placing.files(made)))
        if entry := completing.registered(made, library):
            made = completing.completed(made, current(self.session.root, entry))
        texts = placing.files(made)
        placing.place(self.session.root, texts, entry)
        return {"files": sorted(texts, reverse=True), "told": told.report(made)}

    def _file(self, name: str) -> str:
        """A path from the checkout of what an editor may write, links resolved. Raises Refused."""
        path, docs = (self.session.root / name).resolve(), (self.session.root / "docs").resolve()
        hidden = any(part.startswith(".") for part in Path(name).parts)
        if not path.is_relative_to(docs) or path.suffix not in WRITTEN or hidden or path.is_dir():
            raise Refused("Chỉ mở và lưu được tệp .md hoặc .yml trong docs/.")
        return path.relative_to(self.session.root.resolve()).as_posix()

    def _page(self, html: bytes, address: str, parts: tuple[str, ...] = ("live",)) -> BinaryIO | None:
        """A page with the scripts that make it follow its content, and on the editor's page those for editing."""
        if parts and self.editing and address.endswith(EDITOR):
            parts = (*parts, "edit")
        added = "".join(
            f'<link rel="stylesheet" href="{BASE}{part}.css"><script src="{BASE}{part}.js" defer'
            f' data-page="{address}" data-seen="{self.session.state.pages.get(address, 0)}"></script>'
            for part in parts
        )
        return self._text(HTTPStatus.OK, "text/html", html.replace(b"</head>", f"{added}</head>".encode(), 1))

    def _json(self, value: dict[str, Any]) -> BinaryIO | None:
        return self._text(HTTPStatus.OK, "application/json", json.dumps(value).encode())

    def _text(self, status: HTTPStatus, kind: str, content: bytes) -> BinaryIO | None:
        self._head(status, kind, content)
        return BytesIO(content)

    def _send(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self._head(status, kind, content)
        self.wfile.write(content)

    def _head(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", ASKED_AGAIN)
        self.end_headers()


def _seen(path: Path) -> str:
    """What changes when a file does; empty where there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def server(site: Path, session: Session, *, editing: bool, ports: range = serving.PORTS) -> ThreadingHTTPServer:
    """A server on the first free port of this machine. Raises OSError where none of them is free."""
    return serving.server(site, ports, handler=partial(Handler, session=session, editing=editing))
