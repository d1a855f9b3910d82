"""The small server: files, the 404 page of the right language, the loopback address alone."""

from __future__ import annotations

import socket
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


def test_no_free_port_is_said():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OSError, match=str(port)):
            serving.server(GOLDEN, range(port, port + 1))
