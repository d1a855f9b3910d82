"""What tests that speak to `kb lsp` share: the files that they open, and tests that are coroutines."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from functools import wraps
from pathlib import Path

ANSWER = "docs/vi/hoi-dap/in-trang.md"
TRANSLATED = "docs/en/hoi-dap/in-trang.md"
PLAN = "docs/vi/van-ban/23-kh-duk-2021.md"
CITED = "docs/vi/van-ban/26-kh-btgtw-2021.md"
DEFECT = "Xem <b>đây</b>.\n"
# A character of two units, a letter with its marks apart, then a citation.
BOOK, NFD = "\U0001f4d6", "kê\u0301"


def run(spoken: Coroutine[None, None, None]) -> None:
    """Run a coroutine in a thread of its own: in the one of the tests Playwright may have left a loop running."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        thread.submit(asyncio.run, spoken).result()


def protocol(test: Callable[..., Coroutine[None, None, None]]) -> Callable[..., None]:
    """A test that is a coroutine."""

    @wraps(test)
    def spoken(**fixtures):
        run(test(**fixtures))

    return spoken


def text(checkout: Path, file: str) -> str:
    return (checkout / file).read_text(encoding="utf-8")
