"""The small server: files, the 404 page of the right language, the loopback address alone."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from kb.publish import serving

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def address() -> Iterator[tuple[str, int]]:
    server = serving.server(GOLDEN)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_address[:2]
    server.shutdown()
    server.server_close()


def get(address: tuple[str, int], path: str, method: str = "GET") -> tuple[int, str, str]:
    connection = HTTPConnection(*address, timeout=10)
    connection.request(method, path)
    response = connection.getresponse()
    body = response.read().decode()
    connection.close()
    return response.status, response.getheader("Content-Type"), body


def text(file: str) -> str:
    return (GOLDEN / file).read_text(encoding="utf-8")


PAGES = [
    ("/", 200, "index.html"),
    ("/van-ban/", 200, "van-ban/index.html"),
    ("/van-ban/?q=1", 200, "van-ban/index.html"),
    ("/en/", 200, "en/index.html"),
    ("/assets/site.css", 200, "assets/site.css"),
    ("/khong-co/", 404, "404.html"),
    ("/van-ban/khong-co", 404, "404.html"),
    ("/en/khong-co/", 404, "en/404.html"),
    ("/english/", 404, "404.html"),
    ("/../../pyproject.toml", 404, "404.html"),
    ("/%2e%2e/%2e%2e/pyproject.toml", 404, "404.html"),
]


@pytest.mark.parametrize(("path", "status", "file"), PAGES)
def test_pages(address, path, status, file):
    assert (get(address, path)[0], get(address, path)[2]) == (status, text(file))


def test_a_head_request_has_no_body(address):
    assert get(address, "/khong-co/", "HEAD") == (404, "text/html; charset=utf-8", "")


def test_a_folder_without_the_slash_leads_to_the_one_with_it(address):
    assert get(address, "/van-ban")[0] == 301


def test_the_next_port_is_taken_where_one_is_in_use(address):
    other = serving.server(GOLDEN)
    try:
        assert other.server_address[0] == "127.0.0.1"
        assert other.server_address[1] != address[1]
    finally:
        other.server_close()


def test_nothing_is_listed_and_nothing_hidden_is_served(tmp_path):
    (tmp_path / "a").mkdir()
    for name in ("a/b.txt", ".env"):
        (tmp_path / name).write_text("x")
    server = serving.server(tmp_path)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for path, status in (("/a/b.txt", 200), ("/a/", 404), ("/", 404), ("/.env", 404), ("/a/../.env", 404)):
        assert get(server.server_address[:2], path)[0] == status, path
    server.shutdown()
    server.server_close()


def test_the_command_serves_what_is_live_and_follows_a_switch(tmp_path):
    for release in ("1", "2"):
        (tmp_path / release).mkdir()
        (tmp_path / release / "index.html").write_text(release)
    (tmp_path / "current").symlink_to("1")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    kb = Path(sys.executable).with_name("kb")
    command = [kb, "serve", "--release", tmp_path, "--at", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=tmp_path) as process:
        assert f"http://127.0.0.1:{port}/" in process.stdout.readline()
        assert get(("127.0.0.1", port), "/")[2] == "1"
        (tmp_path / "next").symlink_to("2")
        (tmp_path / "next").replace(tmp_path / "current")
        assert get(("127.0.0.1", port), "/")[2] == "2"
        process.terminate()


@pytest.mark.parametrize("place", ["8080", ":8080", "a:", "a:b", "127.0.0.1:0", "127.0.0.1:65536"])
def test_a_place_that_is_none(tmp_path, place):
    kb = Path(sys.executable).with_name("kb")
    command = [kb, "serve", "--release", tmp_path, "--at", place]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "ghi máy và cổng" in done.stderr


def test_no_free_port_is_said():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OSError, match=str(port)):
            serving.server(GOLDEN, range(port, port + 1))
