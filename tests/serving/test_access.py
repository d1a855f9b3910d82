"""The recipes of access: with one switched on, nothing of a release is served to whoever may not have it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from kb.publish import manifest
from tests.serving import nginx
from tests.serving.asking import Address, Answer
from tests.serving.certificates import Authority
from tests.serving.conftest import PAGES, paths

HERE, ELSEWHERE = "allow 127.0.0.0/8;", "allow 10.0.0.0/8;"
# Whatever a reader may send to get at something all the same.
TRICKS = [
    {},
    {"Accept-Encoding": "gzip"},
    {"Accept-Language": "en"},
    {"Range": "bytes=0-3"},
    {"If-None-Match": "*"},
    {"X-Forwarded-For": "127.0.0.1"},
    {"X-Real-IP": "127.0.0.1"},
    {"X-Original-URI": "/oauth2/auth"},
    {"X-Accel-Redirect": "/index.html"},
    {"Host": "localhost"},
    {"Authorization": "Basic a2I6a2I="},
]
ASIDE = ["", "en", "en/", "van-ban", "khong-co", "en/khong-co", "assets/", "404.html", "//index.html", "./index.html"]


def secrets(target: Path) -> list[bytes]:
    """What no answer may hold: the words of every file, compressed and not, and every SHA-256."""
    current = target / "current"
    held = [(current / path).read_bytes() for path in paths(target)]
    release = manifest.read(current)
    assert release is not None
    return [*held, *(digest.encode() for digest in release.files.values()), *(text.encode() for text in PAGES.values())]


def tricks(path: str) -> list[dict[str, str]]:
    """All of them for some paths; every file is asked for plainly and compressed."""
    return TRICKS if path in ("index.html", "", manifest.NAME) else TRICKS[:2]


def assert_nothing_is_had(address: Address, target: Path) -> None:
    """Ask for every file of the manifest, and for what lies beside them, in every way."""
    hidden = [content for content in secrets(target) if content]
    for path in [*paths(target), *ASIDE]:
        for trick in tricks(path):
            for method in ("GET", "HEAD"):
                answer = address.get(path, trick, method=method)
                # Which language a reader prefers is no secret; the page itself is.
                to_english = (path, trick.get("Accept-Language")) == ("", "en")
                assert answer.status == (302 if to_english else 403), (path, trick)
                assert not [content for content in hidden if content in answer.body], (path, trick)
                assert "ETag" not in answer.headers
                assert "Last-Modified" not in answer.headers
                assert answer.headers.get("Location") == ("en/" if to_english else None)


def test_only_readers_at_some_addresses(serving, target):
    secure, plain = serving(access="addresses")
    assert_nothing_is_had(secure, target)
    # The recipe is switched on for one server: the other one, on this machine alone, has it not.
    assert plain.get().status == 200


def caching(answer: Answer) -> list[str]:
    return answer.headers.get_all("Cache-Control")


def test_readers_at_these_addresses_get_all(serving, target):
    secure, _ = serving(access="addresses", changes={ELSEWHERE: HERE})
    for path in paths(target):
        answer = secure.get(path)
        assert answer.status == 200
        assert caching(answer) in (["no-cache", "private"], ["max-age=31536000, immutable", "private"])


def test_only_readers_with_a_certificate(needs_nginx, target, tmp_path):
    readers, strangers = Authority(tmp_path / "readers"), Authority(tmp_path / "strangers")
    mine, theirs = readers.issued("reader", "DNS:reader"), strangers.issued("reader", "DNS:reader")
    changes = {"/etc/ssl/kb/readers.pem": str(readers.certificate)}
    with nginx.running(tmp_path / "nginx", target, access="certificates", changes=changes) as (secure, _):
        for path in ("", *paths(target)):
            assert secure.get(path, certificate=mine).status == 200
        assert caching(secure.get(certificate=mine)) == ["no-cache", "private"]
        for certificate in (None, theirs):
            for path in [*paths(target), *ASIDE]:
                answer = secure.get(path, TRICKS[2], certificate=certificate)
                assert answer.status == 400
                assert not [content for content in secrets(target) if content and content in answer.body]
                assert answer.headers["Server"] == "nginx"


class SignOn(BaseHTTPRequestHandler):
    """Lets in whoever has the cookie, refuses one who is known and may not, and knows nobody else."""

    def do_GET(self) -> None:
        cookie = self.headers.get("Cookie", "")
        known = {"who=reader": 202, "who=other": 403}.get(cookie, 401)
        self.send_response(known if self.path == "/oauth2/auth" else 200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def sign_on() -> Iterator[int]:
    with ThreadingHTTPServer(("127.0.0.1", 0), SignOn) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


@pytest.mark.parametrize("at", ["/", "/kb/"])
def test_only_readers_who_signed_on(serving, target, sign_on, at):
    secure, _ = serving(at=at, access="sso", changes={"127.0.0.1:4180": f"127.0.0.1:{sign_on}"})
    hidden = [content for content in secrets(target) if content]
    for path in [*paths(target), *ASIDE]:
        for trick in tricks(path):
            answer = secure.get(path, trick)
            assert not [content for content in hidden if content in answer.body]
            assert answer.status == 302, (path, trick)
            beginning = ("/oauth2/start?rd=", "en/") if path == "" else ("/oauth2/start?rd=",)
            assert answer.headers["Location"].startswith(beginning), (path, trick)
    for path in paths(target):
        assert secure.get(path, {"Cookie": "who=reader"}).status == 200
        assert secure.get(path, {"Cookie": "who=other"}).status == 403
    assert secure.get("khong-co", {"Cookie": "who=reader"}).body.decode() == PAGES["404.html"]
    assert secure.get("van-ban", {"Cookie": "who=reader"}).headers["Location"] == f"{at}van-ban/"
    # Where readers sign on must be reached without; what the server asks, by nobody else.
    assert secure.get("/oauth2/start").status == 200
    assert secure.get("/oauth2/auth", {"Cookie": "who=reader"}).status == 404


def test_where_the_sign_on_does_not_answer_nothing_is_served(serving, target):
    secure, _ = serving(access="sso", changes={"127.0.0.1:4180": "127.0.0.1:9"})
    for path in paths(target):
        assert secure.get(path, {"Cookie": "who=reader"}).status == 500
