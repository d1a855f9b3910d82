"""Our search beside stock Material's and Pagefind's, on the same pages, in one run.

    make bench                                     the real content, and 1,000 and 10,000 synthetic documents
    .venv/bin/python -m tests.bench.search 1000    as many as one likes

Of synthetic documents ours is the index of all of them on the pages of a few; beyond 1,000 only ours is measured.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from statistics import median, quantiles

from playwright.sync_api import Browser, sync_playwright

from kb import reading
from kb.model.document import DASH
from tests.bench import sites
from tests.bench.browsing import Cost, cost, keystrokes
from tests.browser import chromium
from tests.corpus.generate import generate

COMPARED = 1000
FEW = 100
QUERIES = 8
# By documents: milliseconds and kB of the first result.
AIMS = {1000: (400, 300), 10_000: (600, 700)}
REAL = 60
KEY, MEMORY, SHARE = 30, 60, 25
OURS = Path(__file__).parents[1] / "search/queries.jsonl"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("documents", type=int, nargs="*", default=[0, 1000, 10_000], help="0: the real content")
    given = options.parse_args()
    if reason := chromium.obstacle():
        sys.exit(reason)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        few = Path(folder) / "few"
        if any(given.documents):
            _share(few)
        for documents in given.documents:
            _measure(browser, Path(folder) / str(documents), few / "site", documents)
        browser.close()


def _share(folder: Path) -> None:
    """Print how much of a build the index takes, and leave the site in the folder."""
    generate(folder, FEW, 1)
    built, indexed = sites.ours(folder, folder / "site"), sites.indexed(folder, folder / "site")
    share = 100 * indexed / built
    print(
        f"{FEW} synthetic documents: index {indexed:.1f} s of {built:.1f} s of the build, {share:.0f} % (aim {SHARE})"
    )


def _measure(browser: Browser, folder: Path, few: Path, documents: int) -> None:
    """Print the table of one size."""
    print(f"\n{f'{documents} synthetic documents' if documents else 'the real content'}", flush=True)
    folder.mkdir()
    if documents:
        root, site = folder / "root", few
        generate(root, documents, 1)
        print(f"index {sites.indexed(root, site):.1f} s of the processor")
    else:
        root, site = sites.ROOT, folder / "site"
        sites.ours(root, site)
    queries = _runs(root) if documents else _own()
    found = {"ours": cost(browser, site, queries)}
    if documents <= COMPARED:
        stock = folder / "stock"
        sites.stock(root, stock)
        found["stock Material"] = cost(browser, stock, queries)
        sites.pagefind(stock)
        found["Pagefind"] = cost(browser, stock, queries, by_pagefind=True)
    _table(found, AIMS.get(documents, (round(found.get("stock Material", found["ours"]).first), REAL)))
    times = keystrokes(browser, site, queries)
    within = quantiles(times, n=20)[-1]
    print(
        f"a further key, processor 4 times slower: {median(times):.0f} ms, 19 of 20 within {within:.0f} ms (aim {KEY})"
    )


def _table(found: dict[str, Cost], aims: tuple[int, int]) -> None:
    print(f"{'':16}{'first result':>14}{'compressed':>12}{'requests':>10}{'memory':>9}")
    for name, each in found.items():
        print(f"{name:16}{each.first:11.0f} ms{each.sent / 1000:9.1f} kB{each.requests:10}{each.memory:6.1f} MB")
    print(f"{'aim for ours':16}{aims[0]:11} ms{aims[1]:9} kB{'':10}{MEMORY:6} MB")


def _own() -> list[str]:
    rows = [json.loads(line) for line in OURS.read_text(encoding="utf-8").splitlines()]
    asked = [row["q"] for row in rows if row["answers"] and row["stratum"] == "exact"]
    return Random(1).sample(asked, QUERIES)


def _runs(root: Path) -> list[str]:
    """Three words each of some passage."""
    rng = Random(1)
    documents = [document for _, document in sorted(reading.read(root).originals.items()) if document.provisions]
    found: list[str] = []
    while len(found) < QUERIES:
        dashes = [each for each in rng.choice(documents).provisions if each.kind == DASH]
        words = rng.choice(dashes).text.split() if dashes else []
        start = rng.randrange(max(1, len(words) - 3))
        run = words[start : start + 3]
        if len(run) == 3 and all(word.isalpha() for word in run):
            found.append(" ".join(run))
    return found


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as error:
        sys.exit(f"{error.cmd[0]} ended with {error.returncode}:\n{error.output}")
