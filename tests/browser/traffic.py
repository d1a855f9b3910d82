"""Which requests of a page leave the machine."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from tests.browser.chromium import LOOPBACK

# Addresses that hold their content or name a thing inside the browser.
INSIDE = ("about", "blob", "chrome-error", "data")


def outside(requests: Iterable[str]) -> list[str]:
    return [url for url in requests if urlsplit(url).scheme not in INSIDE and urlsplit(url).hostname != LOOPBACK]
