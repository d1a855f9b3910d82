"""The ways in which a page is looked at, as the settings of a browser context."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext

DESKTOP = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
# A4 at 96 dots an inch.
PAPER = {"viewport": {"width": 794, "height": 1123}}

# What would differ from one machine or run to the next: the reader's place, and how far a transition has got.
STEADY = {"locale": "vi-VN", "timezone_id": "Asia/Ho_Chi_Minh", "reduced_motion": "reduce"}


def settings(size: dict[str, Any] = DESKTOP, *, dark: bool = False, javascript: bool = True) -> dict[str, Any]:
    return {**STEADY, **size, "color_scheme": "dark" if dark else "light", "java_script_enabled": javascript}


@contextmanager
def visitors(browser: Browser, address: str) -> Iterator[Callable[..., BrowserContext]]:
    """Makes new visitors of a site, who look at it as `settings` says; all are gone at the end."""
    contexts = []

    def visitor(*size: dict[str, Any], **chosen: bool) -> BrowserContext:
        contexts.append(browser.new_context(base_url=address, **settings(*size, **chosen)))
        return contexts[-1]

    yield visitor
    for context in contexts:
        context.close()
