"""The built site in a real browser that cannot reach anything but loopback."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import looks
from tests.browser.server import serving


@pytest.fixture(scope="session")
def server_now(site: Path) -> Iterator[str]:
    """The address of the built site, without a slash at its end."""
    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def server_then(site_then: Path) -> Iterator[str]:
    """That of the site of the content that tests begin with."""
    with serving(site_then) as address:
        yield address


@pytest.fixture(scope="module")
def server(server_now: str) -> str:
    """The site of a module: the built one, or what the module puts in its place."""
    return server_now


@pytest.fixture
def requests() -> list[str]:
    """The address of every request that the pages of this test made or tried to make, in order."""
    return []


@pytest.fixture
def page(browser: Browser, server: str, requests: list[str]) -> Iterator[Callable[..., Page]]:
    """Opens a path of the module's site as a new visitor.

    `page("/en/", looks.PHONE, dark=True, javascript=False)`; for paper `page("/", looks.PAPER, media="print")`.
    """
    with _visiting(browser, server, requests) as visit:
        yield visit


@pytest.fixture
def page_now(browser: Browser, server_now: str, requests: list[str]) -> Iterator[Callable[..., Page]]:
    """Opens a path of the built site, whatever the module's is."""
    with _visiting(browser, server_now, requests) as visit:
        yield visit


@contextmanager
def _visiting(browser: Browser, address: str, requests: list[str]) -> Iterator[Callable[..., Page]]:
    def visit(path: str, size: dict[str, Any] = looks.DESKTOP, *, media: str = "screen", **settings: bool) -> Page:
        context = visitor(size, **settings)
        context.on("request", lambda request: requests.append(request.url))
        context.on("page", lambda opened: opened.on("websocket", lambda socket: requests.append(socket.url)))
        opened = context.new_page()
        opened.emulate_media(media=media)
        opened.goto(path)
        return opened

    with looks.visitors(browser, address) as visitor:
        yield visit
