"""Searches in a real browser: how soon the first result stands, what it costs, and how fast keys are answered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.parse import quote

from playwright.sync_api import Browser, Page

from tests.browser import looks
from tests.browser.server import serving

LINK = ".md-search-result__link"
# What a page must send to be told how much memory it takes.
ISOLATED = {"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp"}
OWN = re.compile("search|pagefind|tim-kiem")
SLOWER = 4
"""Times that a phone's processor is slower."""
WATCH = f"""
const look = () => {{ if (document.querySelector("{LINK}")) window.answered ??= performance.now(); }};
new MutationObserver(look).observe(document, {{ subtree: true, childList: true }});
addEventListener("input", () => {{ window.pressed = performance.now(); }}, true);
"""
ANSWERS = """() => {
  const note = () => (window.times ??= []).push(performance.now() - window.pressed);
  new MutationObserver(note).observe(document.querySelector(".kb-results__list"), { childList: true });
}"""
PAGEFIND = """async (query) => {
  const pagefind = await import("/pagefind/pagefind.js");
  await pagefind.init();
  const { results } = await pagefind.search(query);
  if (results.length) await results[0].data();
  return performance.now();
}"""
MEMORY = "performance.measureUserAgentSpecificMemory().then(({ bytes }) => bytes)"


@dataclass(frozen=True, slots=True)
class Cost:
    """Of the first result on a fresh profile: milliseconds since the page was asked for, bytes and requests; MB."""

    first: float
    sent: int
    requests: int
    memory: float


@contextmanager
def visitor(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(**looks.settings())
    context.add_init_script(WATCH)
    yield context.new_page()
    context.close()


def cost(browser: Browser, site: Path, queries: list[str], *, by_pagefind: bool = False) -> Cost:
    """The median over the queries, each asked by a new visitor; the memory of the last one."""
    served: list[tuple[str, int]] = []
    with serving(site, ISOLATED, served) as address:
        with visitor(browser) as page:
            page.goto(f"{address}/", wait_until="networkidle")
        plain = {path for path, _ in served}
        _ask(browser, address, queries[0], by_pagefind)  # The server has packed everything once.
        times, sizes, counts = [], [], []
        for query in queries:
            served.clear()
            times.append(_ask(browser, address, query, by_pagefind))
            own = [size for path, size in served if path not in plain or OWN.search(path)]
            sizes.append(sum(own))
            counts.append(len(own))
        memory = _ask(browser, address, queries[-1], by_pagefind, MEMORY)
    return Cost(median(times), round(median(sizes)), round(median(counts)), memory / 1e6)


def _ask(browser: Browser, address: str, query: str, by_pagefind: bool, told: str = "window.answered") -> float:
    with visitor(browser) as page:
        if by_pagefind:
            page.goto(f"{address}/")
            found = page.evaluate(PAGEFIND, query)
            return page.evaluate(told) if told == MEMORY else found
        page.goto(f"{address}/?q={quote(query)}")
        page.locator(LINK).first.wait_for(state="attached", timeout=120_000)
        return page.evaluate(told)


def keystrokes(browser: Browser, site: Path, queries: list[str]) -> list[float]:
    """Milliseconds from each further key to its results, on a processor that is so much slower."""
    times: list[float] = []
    with serving(site) as address:
        for query in queries:
            with visitor(browser) as page:
                page.goto(f"{address}/")
                page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
                page.locator(".kb-search input").focus()
                page.keyboard.type(query[0])
                page.locator(".kb-results:not([hidden])").wait_for()
                page.evaluate(ANSWERS)
                page.keyboard.type(query[1:], delay=200)
                page.wait_for_timeout(500)
                times += page.evaluate("window.times ?? []")
    return times
