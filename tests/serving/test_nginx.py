"""The ready configuration of nginx: what is answered to what, at the root of a host and below a path."""

from __future__ import annotations

import gzip
import socket
import ssl

import pytest

from kb.publish import live, releasing
from kb.publish.far_folder import Folder
from tests.publish.releases import STAMP
from tests.publish.sshd import free_port
from tests.serving import nginx
from tests.serving.asking import Address
from tests.serving.conftest import KEPT, PAGES, paths, released

ENGLISH = {"Accept-Language": "en-US,en;q=0.9"}
FOR_EVER = "max-age=31536000, immutable"


@pytest.fixture(scope="module", params=["/", "/kb/"], ids=["root", "path"])
def both(request, needs_nginx, target, tmp_path_factory):
    """The addresses in TLS and in plain http."""
    with nginx.running(tmp_path_factory.mktemp("nginx"), target, at=request.param) as addresses:
        yield addresses


@pytest.fixture(scope="module")
def address(both) -> Address:
    return both[1]


ANSWERS = [
    ("", 200, "index.html"),
    ("en/", 200, "en/index.html"),
    ("van-ban/", 200, "van-ban/index.html"),
    ("van-ban/?q=1", 200, "van-ban/index.html"),
    ("van-ban/nguyen-van/23.txt", 200, "van-ban/nguyen-van/23.txt"),
    (KEPT, 200, KEPT),
    ("khong-co", 404, "404.html"),
    ("van-ban/khong-co/", 404, "404.html"),
    ("en/khong-co/x", 404, "en/404.html"),
    ("english/", 404, "404.html"),
    ("van-ban/en/x", 404, "404.html"),
    # dot files, of a release and around it
    (".htpasswd", 404, "404.html"),
    (".git/config", 404, "404.html"),
    ("en/.env", 404, "en/404.html"),
    ("van-ban/..%2f.htpasswd", 404, "404.html"),
]


@pytest.mark.parametrize(("path", "status", "file"), ANSWERS)
def test_answers(address, path, status, file):
    answer = address.get(path)
    assert (answer.status, answer.body.decode()) == (status, PAGES[file])


@pytest.mark.parametrize("path", ["assets/", "van-ban/nguyen-van/", "assets/search/"])
def test_no_folder_is_listed(address, path):
    answer = address.get(path)
    assert (answer.status, answer.body.decode()) == (404, PAGES["404.html"])


@pytest.mark.parametrize("path", ["../releases.log", "%2e%2e/releases.log", "assets/../../releases.log", "..%2f.lock"])
def test_nothing_beside_the_release_is_served(address, path):
    answer = address.get(path)
    assert answer.status in (400, 404)
    assert b"ai-do" not in answer.body


def test_a_folder_without_its_slash_leads_to_it_on_whatever_host(address):
    answer = address.get("van-ban", {"Host": "vanban.example"})
    assert (answer.status, answer.headers["Location"]) == (301, f"{address.path}van-ban/")
    if address.path != "/":
        answer = address.get(address.path.rstrip("/") + "?q=1")
        assert (answer.status, answer.headers["Location"]) == (301, f"{address.path}?q=1")
        assert address.get("/").status == 404


def test_the_root_and_no_other_page_leads_readers_of_english_to_english(address):
    first = address.get("", ENGLISH)
    assert (first.status, first.headers["Location"]) == (302, "en/")
    cookie = first.headers["Set-Cookie"].partition(";")[0]
    assert first.headers["Set-Cookie"].endswith(f"; Path={address.path}; Max-Age=31536000; SameSite=Lax; HttpOnly")
    again = address.get("", {**ENGLISH, "Cookie": cookie})
    assert (again.status, again.headers["Set-Cookie"]) == (200, None)
    for path in ("van-ban/", "en/", "index.html", "?q=1", "404.html"):
        assert address.get(path, ENGLISH).status == 200
        assert address.get(path, ENGLISH).headers["Set-Cookie"] is None


@pytest.mark.parametrize(
    ("languages", "status"),
    [
        (None, 200), ("", 200), ("vi", 200), ("vi-VN,vi;q=0.9,en;q=0.8", 200), ("fr", 200), ("*", 200), ("zen", 200),
        ("en", 302), ("en-GB", 302), ("EN-us", 302), ("fr,en;q=0.5", 302), ("en,vi;q=0.9", 302), ("en;q=0.9", 302),
        ("en;q=0", 200), ("en-US; q=0.0, vi", 200), ("vie,en", 302),
    ],
)  # fmt: skip
def test_which_languages_are_led_to_english(address, languages, status):
    assert address.get("", {} if languages is None else {"Accept-Language": languages}).status == status


@pytest.mark.parametrize(
    ("referrer", "status"),
    [("{own}en/", 200), ("{own}", 200), ("https://portal.example/", 302), ("http://127.0.0.1.example/", 302)],
)
def test_whoever_comes_from_a_page_of_the_site_has_chosen(address, referrer, status):
    # Also where no cookie is kept: the way from English to the Vietnamese home page stays open.
    answer = address.get("", {**ENGLISH, "Referer": referrer.format(own=address.url)})
    assert answer.status == status


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (KEPT, FOR_EVER),
        ("assets/search/0123456789ab/texts-0.js", FOR_EVER),
        ("en/assets/search/help/0123456789ab/texts-0.js", FOR_EVER),
        ("assets/search/index.js", "no-cache"),
        ("", "no-cache"),
        ("van-ban/", "no-cache"),
        ("assets/0123456789ab/scripts/gone.js", "no-cache"),
        ("khong-co", "no-cache"),
    ],
)
def test_what_is_kept_for_ever_and_what_is_asked_for_again(address, path, said):
    assert address.get(path).headers.get_all("Cache-Control") == [said]


def test_what_has_not_changed_is_not_sent_again(address):
    for encoding in ("identity", "gzip"):
        first = address.get("van-ban/", {"Accept-Encoding": encoding})
        tag, time = first.headers["ETag"], first.headers["Last-Modified"]
        for condition in ({"If-None-Match": tag}, {"If-Modified-Since": time}):
            again = address.get("van-ban/", {"Accept-Encoding": encoding, **condition})
            assert (again.status, again.body) == (304, b"")
            assert again.headers["Cache-Control"] == "no-cache"
        assert address.get("van-ban/", {"Accept-Encoding": encoding, "If-None-Match": '"0-0"'}).status == 200


def test_texts_come_compressed_as_they_lie_there(address, target):
    for path in ("van-ban/", KEPT, "khong-co", "van-ban/nguyen-van/23.txt"):
        packed = address.get(path, {"Accept-Encoding": "gzip, br"})
        plain = address.get(path, {"Accept-Encoding": "identity"})
        assert packed.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(packed.body) == plain.body
        assert packed.headers["Content-Type"] == plain.headers["Content-Type"]
        assert "charset=utf-8" in plain.headers["Content-Type"]
        assert "Accept-Encoding" in ", ".join(packed.headers.get_all("Vary"))
    assert (
        address.get("van-ban/", {"Accept-Encoding": "gzip"}).body
        == (target / "current/van-ban/index.html.gz").read_bytes()
    )


def test_through_a_proxy_that_speaks_http_1_0_texts_come_compressed_too(address):
    asked = {"Accept-Encoding": "gzip", "Via": "1.0 proxy", "Connection": "close"}
    assert address.get("van-ban/", asked).headers["Content-Encoding"] == "gzip"


def test_a_part_of_a_file(address):
    whole = PAGES["van-ban/index.html"].encode()
    part = address.get("van-ban/", {"Range": "bytes=6-9"})
    assert (part.status, part.body) == (206, whole[6:10])
    assert part.headers["Content-Range"] == f"bytes 6-9/{len(whole)}"
    assert address.get("van-ban/", {"Range": f"bytes={len(whole)}-"}).status == 416


@pytest.mark.parametrize("path", ["", "en/", "khong-co", "assets/", KEPT, "../x", "van-ban"])
def test_every_answer_has_the_headers_and_no_version(both, path):
    for address in both:
        headers = address.get(path).headers
        assert headers["Server"] == "nginx"
        assert headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self'; ")
        for name in ("X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "Cross-Origin-Resource-Policy"):
            assert len(headers.get_all(name)) == 1, name


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "PROPFIND"])
def test_only_reading(address, method):
    assert address.get("van-ban/", method=method).status == 405


def test_http_2_over_tls_of_today(both):
    secure = both[0]
    assert secure.get("van-ban/").status == 200
    context = ssl.create_default_context(cafile=str(secure.authority))
    context.set_alpn_protocols(["h2", "http/1.1"])
    opened = socket.create_connection((secure.host, secure.port), 20)
    with context.wrap_socket(opened, server_hostname=secure.host) as connection:
        assert connection.selected_alpn_protocol() == "h2"
        assert connection.version() == "TLSv1.3"


def test_what_is_served_is_what_was_released(address):
    held, faults = live.verify(address.url, None)
    assert faults == []
    assert len(held.files) == 2 * len(PAGES)


def test_a_publish_and_a_rollback_show_at_once_and_what_did_not_change_keeps_its_tag(needs_nginx, tmp_path):
    target = tmp_path / "far"
    released(tmp_path / "one", target, PAGES)
    with nginx.running(tmp_path / "nginx", target) as (_, address):
        same, other = address.get("van-ban/"), address.get("")
        released(tmp_path / "two", target, {**PAGES, "index.html": "Trang nhà"}, "b")
        assert address.get("").body.decode() == "Trang nhà"
        for name in ("ETag", "Last-Modified"):
            assert address.get("van-ban/").headers[name] == same.headers[name]
        assert address.get("van-ban/", {"If-None-Match": same.headers["ETag"]}).status == 304
        far = Folder(str(target))
        with far.locked():
            releasing.rollback(far, None, STAMP)
        assert address.get("").body == other.body
        assert address.get("").headers["ETag"] == other.headers["ETag"]
        assert len(paths(target)) == 2 * len(PAGES) + 1


def test_whoever_types_the_name_alone_is_led_to_tls(needs_nginx, target, tmp_path):
    port = free_port()
    with nginx.running(tmp_path, target, changes={"listen 80;": f"listen 127.0.0.1:{port};"}):
        answer = Address("127.0.0.1", port).get("van-ban/?q=1", {"Host": "vanban.example"})
    assert (answer.status, answer.headers["Location"]) == (301, "https://vanban.example/van-ban/?q=1")
    assert answer.headers["Server"] == "nginx"
