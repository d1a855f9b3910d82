"""The browser tests' own tools see what they are there to see."""

from __future__ import annotations

import pytest

from tests.browser import chromium, looks
from tests.browser.accessibility import axe
from tests.browser.server import serving
from tests.browser.traffic import outside

GOOD = """<!doctype html><html lang="vi"><meta charset="utf-8"><title>Trang thử</title>
<meta name="viewport" content="width=device-width">
<style>p { color: #222; background: #fff } @media (prefers-color-scheme: dark) { p { background: #ddd } }</style>
<body><main><h1>Trang thử</h1><p>Chữ tiếng Việt.</p><noscript><b>Không có JavaScript</b></noscript></main>"""
BAD = """<!doctype html><html><title>Leaves</title><body>
<p style="color: #999; background: #fff">Grey</p><img src="https://images.example/a.png">
<script>new WebSocket("wss://sockets.example/"); fetch("//127.0.0.2/").catch(() => {})</script>"""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    site = tmp_path_factory.mktemp("site")
    pages = {"index.html": GOOD, "bad/index.html": BAD, "404.html": "Không tìm thấy", "en/404.html": "Not found"}
    for path, text in pages.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, encoding="utf-8")
    with serving(site) as address:
        yield address


def test_an_attempt_to_leave_is_recorded_and_fails(page, requests):
    opened = page("/bad/")
    opened.wait_for_load_state("networkidle")
    assert sorted(outside(requests)) == ["http://127.0.0.2/", "https://images.example/a.png", "wss://sockets.example/"]
    assert opened.evaluate("document.images[0].naturalWidth") == 0


def test_a_page_that_stays_is_not_accused(page, requests, server):
    page("/")
    assert f"{server}/" in requests
    assert outside([*requests, "data:,x", "about:blank", f"blob:{server}/1"]) == []


def test_axe_names_each_fault(page):
    assert {line.split(":")[0] for line in axe(page("/bad/"))} == {"color-contrast", "html-has-lang", "image-alt"}


@pytest.mark.parametrize("dark", [False, True])
def test_axe_is_silent_on_an_accessible_page(page, dark):
    assert axe(page("/", dark=dark)) == []


@pytest.mark.parametrize(("path", "words"), [("/none/", "Không tìm thấy"), ("/en/none", "Not found")])
def test_what_is_not_there_is_said_in_its_language(page, path, words):
    opened = page(path)
    assert opened.inner_text("body") == words
    assert opened.evaluate("performance.getEntriesByType('navigation')[0].responseStatus") == 404


def test_a_folder_is_served_with_a_slash_at_its_end(page, server):
    assert page("/bad").url == f"{server}/bad/"


@pytest.mark.parametrize(
    ("ways", "query"),
    [
        ({}, "(min-width: 1280px) and (prefers-color-scheme: light)"),
        ({"size": looks.PHONE}, "(width: 390px) and (pointer: coarse)"),
        ({"dark": True}, "screen and (prefers-color-scheme: dark)"),
        ({"dark": True, "media": "print"}, "print and (prefers-color-scheme: dark)"),
        ({"size": looks.PAPER, "media": "print"}, "print and (width: 794px)"),
    ],
)
def test_a_page_is_looked_at_in_each_way(page, ways, query):
    assert page("/", **ways).evaluate("query => matchMedia(query).matches", query)


@pytest.mark.parametrize("javascript", [True, False])
def test_javascript_can_be_off(page, javascript):
    assert page("/", javascript=javascript).locator("noscript b").is_visible() != javascript


def test_a_snap_is_no_browser_for_us(tmp_path, monkeypatch):
    for name, script in (("chromium", 'exec /snap/bin/chromium "$@"'), ("google-chrome", "exec chrome")):
        (tmp_path / name).write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("KB_CHROMIUM", raising=False)
    assert chromium.find() == str(tmp_path / "google-chrome")
    monkeypatch.setenv("KB_CHROMIUM", "/nowhere/chromium")
    assert chromium.find() is None
