"""Verifying what is served: a real server on the loopback address that serves right, and ones that do not."""

from __future__ import annotations

import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.client import HTTPMessage
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from kb.publish import live, manifest, signing, unserved
from kb.publish.compressing import compress
from kb.publish.fetching import Answer
from tests.serving.certificates import Authority

from .releases import OLD, site

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=()",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
EVERYWHERE = ("X-Content-Type-Options", "Cross-Origin-Resource-Policy", "Cache-Control")


class Handler(SimpleHTTPRequestHandler):
    server_version, sys_version = "kb", ""

    def __init__(self, *arguments, headers_sent: dict[str, str], **named) -> None:
        self.sent = headers_sent
        super().__init__(*arguments, **named)

    def end_headers(self) -> None:
        for name, value in self.sent.items():
            self.send_header(name, value)
        super().end_headers()

    def list_directory(self, path: str) -> None:
        return super().list_directory(path) if "X-Listing" in self.sent else self.send_error(404)

    def version_string(self) -> str:
        return self.sent.get("X-Version", "kb")

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving(folder: Path, headers: dict[str, str], tls: ssl.SSLContext | None = None) -> Iterator[str]:
    handler = partial(Handler, directory=str(folder), headers_sent=headers)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        if tls:
            server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
            server.handle_error = lambda *_: None
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"{'https' if tls else 'http'}://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@pytest.fixture
def folder(tmp_path) -> Path:
    return site(tmp_path / "site", {**OLD, "tệp có dấu.txt": "x"}, "a")[0]


def faults(folder: Path, headers: dict[str, str], signers: str | None = None) -> list[str]:
    with serving(folder, headers) as address:
        return live.verify(address, signers)[1]


def test_what_is_served_right(folder):
    assert faults(folder, HEADERS) == []


def test_a_file_that_differs_and_one_that_is_gone(folder):
    (folder / "index.html").write_text("khác")
    (folder / "assets/x.css").unlink()
    assert faults(folder, HEADERS) == ["assets/x.css: 404.", "index.html: nội dung khác manifest.json."]


ALL, TEXTS = sorted(["tệp có dấu.txt", *OLD]), sorted(path for path in OLD if path.endswith(".html"))
WRONG_HEADERS = [
    ({"X-Content-Type-Options": ""}, "X-Content-Type-Options là «».", ALL),
    ({"Referrer-Policy": "unsafe-url"}, "Referrer-Policy là «unsafe-url».", TEXTS),
    ({"Cross-Origin-Resource-Policy": "cross-origin"}, "Cross-Origin-Resource-Policy là «cross-origin».", ALL),
    ({"Cache-Control": "max-age=3600"}, "Cache-Control là «max-age=3600».", ALL),
    ({"Content-Security-Policy": "script-src 'self'"}, "Content-Security-Policy là «script-src 'self'».", TEXTS),
    ({"Content-Security-Policy": (inline := "script-src 'unsafe-inline'; frame-ancestors 'none'")}, inline, TEXTS),
    ({"Content-Security-Policy": (evil := "script-src 'self' 'unsafe-eval'; frame-ancestors 'none'")}, evil, TEXTS),
    ({"X-Version": "nginx/1.22.1"}, "Server nêu phiên bản: nginx/1.22.1.", ALL),
]


@pytest.mark.parametrize(("changed", "said", "where"), WRONG_HEADERS)
def test_headers_that_say_too_little_or_too_much(folder, changed, said, where):
    found = faults(folder, {**HEADERS, **changed})
    assert [fault.partition(": ")[0] for fault in found] == where
    assert all(said in fault for fault in found)


@pytest.mark.parametrize("name", sorted(HEADERS))
def test_headers_that_are_not_there(folder, name):
    found = faults(folder, {key: value for key, value in HEADERS.items() if key != name})
    assert found == [f"{path}: thiếu {name}." for path in (ALL if name in EVERYWHERE else TEXTS)]


FINGERPRINTED = "assets/0123456789ab/a.css"
CACHING = [
    (FINGERPRINTED, "max-age=31536000, immutable", True),
    (FINGERPRINTED, "private, max-age=31536000, immutable", True),
    (FINGERPRINTED, "max-age=31536000", False),
    (FINGERPRINTED, "no-cache", False),
    ("assets/search/0123456789ab/a.js", "max-age=31536000, immutable", True),
    ("en/assets/search/help/0123456789ab/a.js", "max-age=31536000, immutable", True),
    ("assets/search/index.js", "max-age=31536000, immutable", False),
    ("assets/search/index.js", "private, no-cache", True),
]


@pytest.mark.parametrize(("path", "said", "right"), CACHING)
def test_what_may_be_kept_for_ever(tmp_path, path, said, right):
    folder = site(tmp_path / "site", {path: "x"}, "a")[0]
    assert faults(folder, {**HEADERS, "Cache-Control": said}) == (
        [] if right else [f"{path}: Cache-Control là «{said}»."]
    )


def test_a_listed_folder(folder):
    assert faults(folder, {**HEADERS, "X-Listing": "1"}) == [
        "assets/: thư mục bị liệt kê.",
        "van-ban/: thư mục bị liệt kê.",
    ]


def test_the_page_for_what_is_not_found_in_each_language(tmp_path):
    folder = site(tmp_path / "site", {"404.html": "Không", "en/404.html": "No"}, "a")[0]
    # This server knows neither.
    assert faults(folder, HEADERS) == [
        "khong-co-trang-nay/: không phải 404.html.",
        "en/no-such-page/: không phải en/404.html.",
    ]


def test_texts_that_lie_there_compressed_must_come_so(tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("một trang", encoding="utf-8")
    compress(tmp_path / "site")
    folder = site(tmp_path / "site", {}, "a")[0]
    assert faults(folder, HEADERS) == ["index.html: không gửi bản nén (gzip)."]
    packed = {**HEADERS, "Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
    assert faults(folder, packed) == ["index.html: bản nén khác manifest.json."]


def test_style_may_be_inline_where_script_may_not(folder):
    policy = "script-src 'self'; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'"
    assert faults(folder, {**HEADERS, "Content-Security-Policy": policy}) == []


def test_no_release_there(tmp_path):
    tmp_path.joinpath("index.html").write_text("x")
    with serving(tmp_path, HEADERS) as address, pytest.raises(live.NotServed, match=r"manifest\.json: 404"):
        live.verify(address, None)
    with pytest.raises(live.NotServed, match="không trả lời"):
        live.verify(address, None)


def told(address: str) -> str:
    with pytest.raises(live.NotServed) as error:
        live.verify(address, None)
    return str(error.value)


@pytest.mark.parametrize("behind", ["van-ban/", "van-ban/23-kh-duk-2021/", "index.html", "?q=1", "tim/?q=a/b#c"])
def test_the_address_of_a_page_below_leads_to_that_of_the_site(folder, behind):
    with serving(folder, HEADERS) as address:
        assert f"chạy lại với {address}." in told(address + behind)
        assert "manifest.json" in told(address + behind)


def test_a_site_below_a_path_asks_for_the_path(tmp_path, folder):
    folder.rename(tmp_path / "kb")
    with serving(tmp_path, HEADERS) as address:
        said = told(address)
        assert f"{address}manifest.json: 404. " in said
        assert "nằm dưới một đường dẫn" in said
        assert "\n" not in said
        assert live.verify(f"{address}kb", None)[1] == []


def test_a_page_in_the_place_of_the_manifest(tmp_path):
    tmp_path.joinpath("manifest.json").write_text("<html>")
    with serving(tmp_path, HEADERS) as address:
        assert "không có. Trang nằm dưới một đường dẫn" in told(address)


@pytest.mark.parametrize(("status", "headers", "words"), [
    (302, {"Location": "/kb/manifest.json"}, "máy chủ chuyển sang http://x.example/kb/: "),
    (301, {"Location": "https://x.example/manifest.json"}, "máy chủ chuyển sang https://x.example/: "),
    (401, {}, "đòi quyền đọc"),
    (403, {}, "đòi quyền đọc"),
    (502, {}, "máy chủ đang có lỗi"),
    (410, {}, "nằm dưới một đường dẫn (như http://x.example/"),
    (0, {}, ""),
])  # fmt: skip
def test_what_is_likely_wrong_by_the_answer(status, headers, words):
    held = HTTPMessage()
    for name, value in headers.items():
        held[name] = value
    said = unserved.likely("http://x.example", Answer(status, held, b""))
    assert words in said
    assert bool(said) == bool(words)


@pytest.mark.parametrize("address", ["localhost", "localhost:8080", "http:///", "file:///etc", "", "ftp://x/"])
def test_what_is_no_address(address):
    with pytest.raises(live.NotServed, match="không phải là địa chỉ"):
        live.verify(address, None)


def test_a_name_that_no_machine_has():
    with pytest.raises(live.NotServed, match="không tìm thấy máy chủ có tên này"):
        live.verify("http://khong-co.invalid/", None)


@pytest.mark.needs("openssl")
def test_a_certificate_that_is_not_trusted_is_no_silence(folder, tmp_path):
    certificate, key = Authority(tmp_path / "authority").issued("server", "IP:127.0.0.1")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with serving(folder, HEADERS, context) as address, pytest.raises(live.NotServed, match="SSL_CERT_FILE"):
        live.verify(address, None)


@pytest.mark.needs("ssh-keygen")
def test_signatures(folder, tmp_path):
    for name in ("khoa", "khoa-khac"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", tmp_path / name], check=True)
    signers, others = (tmp_path / f"{name}.signers" for name in ("khoa", "khoa-khac"))
    for file, name in ((signers, "khoa"), (others, "khoa-khac")):
        file.write_text(f"{signing.IDENTITY} {(tmp_path / f'{name}.pub').read_text()}")
    assert faults(folder, HEADERS, str(signers)) == ["manifest.json.sig: 404, chưa ký."]
    signing.sign(folder, str(tmp_path / "khoa"))
    assert faults(folder, HEADERS, str(signers)) == []
    assert len(faults(folder, HEADERS, str(others))) == 1
    # The one line with standard tools that the guide gives.
    command = f"ssh-keygen -Y verify -f {signers} -I kb -n kb -s manifest.json.sig < manifest.json"
    assert subprocess.run(command, shell=True, cwd=folder, check=False, capture_output=True).returncode == 0
    text = (folder / manifest.NAME).read_text(encoding="utf-8")
    (folder / manifest.NAME).write_text(text.replace("a" * 40, "b" * 40), encoding="utf-8")
    assert len(faults(folder, HEADERS, str(signers))) == 1
    signing.sign(folder, None)
    assert not (folder / manifest.SIGNATURE).exists()


def test_a_key_that_is_none_is_one_line(folder, tmp_path):
    with pytest.raises(signing.NotSigned) as error:
        signing.sign(folder, str(tmp_path / "không-có"))
    assert "\n" not in str(error.value)
