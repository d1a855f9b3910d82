"""The other ready configurations: Caddy, a container, systemd. They promise what nginx does, as far as they say."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator

import pytest

from kb.publish import live, serving
from kb.publish.headers import BARE_STYLE, HEADERS
from tests.publish.sshd import PATH, free_port, until_open
from tests.serving import caddy
from tests.serving.asking import Address
from tests.serving.conftest import KEPT, PAGES
from tests.serving.nginx import READY, TEMPORARY, edit
from tests.serving.test_nginx import ANSWERS, ENGLISH

SERVING = READY.parent


@pytest.fixture(scope="module", params=["caddy", "caddy in TLS", "kb serve"])
def address(request, target, tmp_path_factory) -> Iterator[Address]:
    if request.param == "kb serve":
        server = serving.server(target / "current", range(free_port(), 2**16))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Address(*server.server_address[:2])
        server.shutdown()
        server.server_close()
        return
    if reason := caddy.missing():
        pytest.skip(reason)
    with caddy.running(tmp_path_factory.mktemp("caddy"), target, secure=request.param != "caddy") as running:
        yield running


@pytest.mark.parametrize(("path", "status", "file"), ANSWERS)
def test_answers(address, path, status, file):
    answer = address.get(path)
    assert (answer.status, answer.body.decode()) == (status, PAGES[file])


@pytest.mark.parametrize("path", ["", "en/", "van-ban/", "khong-co", "en/khong-co", "assets/", KEPT, ".htpasswd"])
def test_every_answer_has_the_headers_and_no_version(address, path):
    headers = address.get(path).headers
    assert {name: headers.get_all(name) for name in HEADERS} == {name: [value] for name, value in HEADERS.items()}
    assert not re.search(r"\d", headers.get("Server", ""))
    assert len(headers.get_all("Cache-Control")) == 1


def test_what_is_served_is_what_was_released(address):
    if not address.authority:
        assert live.verify(address.url, None)[1] == []


def test_texts_come_compressed_and_are_not_sent_again(address):
    packed = address.get("van-ban/", {"Accept-Encoding": "gzip"})
    assert gzip.decompress(packed.body).decode() == PAGES["van-ban/index.html"]
    again = address.get("van-ban/", {"Accept-Encoding": "gzip", "If-None-Match": packed.headers["ETag"]})
    assert (again.status, again.body) == (304, b"")
    plain = address.get("van-ban/", {"If-None-Match": packed.headers["ETag"]})
    assert (plain.status, plain.body.decode()) == (200, PAGES["van-ban/index.html"])


@pytest.mark.parametrize("path", ["../releases.log", "%2e%2e/releases.log", "assets/../../releases.log", "..%2f.lock"])
def test_nothing_beside_the_release_is_served(address, path):
    assert address.get(path).status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_only_reading(address, method):
    assert address.get("van-ban/", method=method).status in (405, 501)


def test_caddy_leads_readers_of_english_to_english_once(target, tmp_path):
    if reason := caddy.missing():
        pytest.skip(reason)
    with caddy.running(tmp_path, target, secure=False) as address:
        first = address.get("", ENGLISH)
        assert (first.status, first.headers["Location"]) == (302, "en/")
        cookie = {"Cookie": first.headers["Set-Cookie"].partition(";")[0]}
        for asked in ({**ENGLISH, **cookie}, {**ENGLISH, "Referer": address.url}, {"Accept-Language": "vi, en"}, {}):
            assert address.get("", asked).status == 200
        for path in ("?q=1", "van-ban/", "en/"):
            assert address.get(path, ENGLISH).status == 200
        assert address.get("", {**ENGLISH, "Referer": "https://portal.example/"}).status == 302
        assert "Accept-Language" in first.headers["Vary"]
        assert address.get("van-ban/", {"Range": "bytes=0-3"}).status == 206


def test_the_headers_are_the_same_in_all_configurations():
    nginx = (READY / "kb/headers.conf").read_text()
    said = dict(re.findall(r'^add_header (\S+) "?([^"$\n]*?)"? always;$', nginx, re.MULTILINE))
    assert said == HEADERS
    snippet = re.search(r"\(headers\) \{(.*?)\n\}", (SERVING / "Caddyfile").read_text(), re.DOTALL)
    assert snippet is not None
    for name, value in HEADERS.items():
        assert f'{name} "{value}"' in snippet[1] or f"{name} {value}\n" in snippet[1]


def test_the_hash_is_that_of_the_style_on_the_page_that_can_name_no_file(site):
    for name in ("404.html", "en/404.html"):
        (style,) = re.findall(r"<style>(.*?)</style>", (site / name).read_text(encoding="utf-8"), re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        assert f"sha256-{digest}" == BARE_STYLE


def test_the_container_serves_a_release_with_the_same_files(needs_nginx, target, tmp_path):
    container = (SERVING / "Containerfile").read_text()
    copied = dict(re.findall(r"^COPY (\S+) (\S+)$", container, re.MULTILINE))
    assert copied == {
        "scripts/serving/nginx/container.conf": "/etc/nginx/nginx.conf",
        "scripts/serving/nginx/kb/": "/etc/nginx/kb/",
    }
    shutil.copytree(READY, tmp_path / "nginx")
    port = free_port()
    temporary = {f"/tmp/{name};": f"{tmp_path}/{name};" for name in ("body", "proxy", "fastcgi", "uwsgi", "scgi")}
    assert len(temporary) == len(TEMPORARY)
    changes = {"/srv/kb/": f"{target}/", "listen 8080": f"listen 127.0.0.1:{port}", "/tmp/nginx.pid": f"{tmp_path}/pid"}
    edit(tmp_path / "nginx", {**changes, **temporary, "daemon off;": "daemon off; master_process off; user root;"})
    command = [shutil.which("nginx", path=PATH), "-e", "stderr", "-c", str(tmp_path / "nginx/container.conf")]
    with (tmp_path / "log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as server:
        try:
            until_open(port, server)
            assert live.verify(f"http://127.0.0.1:{port}/", None)[1] == []
        finally:
            server.terminate()


def test_systemd_reads_the_unit_and_finds_little_exposed(tmp_path):
    if not shutil.which("systemd-analyze"):
        pytest.skip("no systemd-analyze")
    unit = tmp_path / "kb.service"
    text = (SERVING / "kb.service").read_text()
    started = re.search(r"^ExecStart=(\S+) (.*)$", text, re.MULTILINE)
    assert started is not None
    unit.write_text(text.replace(started[1], "/bin/true"))
    read = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False)
    assert (read.returncode, [line for line in read.stderr.splitlines() if "kb.service" in line]) == (0, [])
    judged = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--threshold=20", "--no-pager", unit],
        capture_output=True,
        text=True,
        check=False,
    )
    assert judged.returncode == 0, judged.stdout
