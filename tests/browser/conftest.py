"""The built site in a real browser that cannot reach anything but loopback."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import looks
from tests.browser.server import serving


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The address of the built site, without a slash at its end."""
    with serving(site) as address:
        yield address


@pytest.fixture
def requests() -> list[str]:
    """The address of every request that the pages of this test made or tried to make, in order."""
    return []


@pytest.fixture
def page(browser: Browser, server: str, requests: list[str]) -> Iterator[Callable[..., Page]]:
    """Opens a path of the site as a new visitor.

    `page("/en/", looks.PHONE, dark=True, javascript=False)`; for paper `page("/", looks.PAPER, media="print")`.
    """
    contexts = []

    def visit(path: str, size: dict[str, Any] = looks.DESKTOP, *, media: str = "screen", **settings: bool) -> Page:
        context = browser.new_context(base_url=server, **looks.settings(size, **settings))
        contexts.append(context)
        context.on("request", lambda request: requests.append(request.url))
        context.on("page", lambda opened: opened.on("websocket", lambda socket: requests.append(socket.url)))
        opened = context.new_page()
        opened.emulate_media(media=media)
        opened.goto(path)
        return opened

    yield visit
    for context in contexts:
        context.close()
