"""Pictures of pages for us to look at: each on a desktop, a phone, in the dark and on paper.

usage: .venv/bin/python -m tests.browser.screenshots [--site FOLDER | --url ADDRESS] OUT PATH…
       .venv/bin/python -m tests.browser.screenshots pictures / /en/ /van-ban/
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser import chromium, looks
from tests.browser.server import serving

WAYS = {
    "desktop": (looks.settings(looks.DESKTOP), "screen"),
    "phone": (looks.settings(looks.PHONE), "screen"),
    "dark": (looks.settings(looks.DESKTOP, dark=True), "screen"),
    "print": (looks.settings(looks.PAPER), "print"),
}


def pictures(address: str, paths: Iterable[str], out: Path) -> Iterator[Path]:
    out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        for way, (settings, media) in WAYS.items():
            page = browser.new_context(base_url=address, **settings).new_page()
            page.emulate_media(media=media)
            for path in paths:
                page.goto(path)
                picture = out / f"{path.strip('/').replace('/', '_') or 'home'}-{way}.png"
                page.screenshot(path=picture, full_page=True)
                yield picture
        browser.close()


def main() -> None:
    arguments = argparse.ArgumentParser(description="Take pictures of pages.")
    arguments.add_argument("--site", type=Path, default=Path("site"), help="a built site (default: site)")
    arguments.add_argument("--url", help="the address of a running site, in its place")
    arguments.add_argument("out", type=Path, help="the folder that the pictures go to")
    arguments.add_argument("paths", nargs="+", metavar="path", help="a path of the site, such as /en/")
    given = arguments.parse_args()
    if reason := chromium.obstacle():
        sys.exit(reason)
    with nullcontext(given.url) if given.url else serving(given.site) as address:
        for picture in pictures(address, given.paths, given.out):
            print(picture, flush=True)


if __name__ == "__main__":
    main()
