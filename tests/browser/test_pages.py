"""Every page type in both languages: accessible, within its window, without a request to leave."""

from __future__ import annotations

import re

import pytest

from tests.browser import looks
from tests.browser.accessibility import axe
from tests.browser.pages import TYPES, in_both_languages
from tests.browser.traffic import outside

VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")
# What stays Vietnamese on the English side: numbers and their symbols, the switch of the language.
KEPT = re.compile(r"\b\d+(?:/\d+)?[-/][^\W_]+(?:[-/][^\W_]+)*|\bĐUK\b|Tiếng Việt")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("path", in_both_languages())
def test_no_violation_of_wcag_2_2_a_or_aa(page, path, dark):
    assert axe(page(path, dark=dark)) == []


@pytest.mark.parametrize("path", list(TYPES.values()))
def test_accessible_on_a_phone(page, path):
    assert axe(page(path, looks.PHONE)) == []


@pytest.mark.parametrize("path", in_both_languages())
def test_nothing_wider_than_a_narrow_phone(page, path):
    narrow = {**looks.PHONE, "viewport": {"width": 320, "height": 640}}
    opened = page(path, narrow)
    assert opened.evaluate("document.documentElement.scrollWidth") <= 320


# The numbers of documents whose parts stand on two lines, each with what it stands in; code breaks where it must.
BROKEN = r"""() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    if (node.parentElement.closest("pre")) continue;
    for (const match of node.data.matchAll(/\d+-[A-Za-zĐ]+\/[A-ZĐ]+/g)) {
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
      if (lines.size > 1) found.push(`${match[0]} in ${node.parentElement.outerHTML}`);
    }
  }
  return found;
}"""
NARROW = ["/chu-de/hoc-tap-ho-chi-minh/", "/hoi-dap/duk-la-gi/", "/hoi-dap/ky-hieu-ten-loai/"]


@pytest.mark.parametrize("width", [320, 390])
def test_no_line_ends_within_a_number(page, server, width):
    opened = page("/", {**looks.PHONE, "viewport": {"width": width, "height": 640}})
    broken = []
    for path in [*NARROW, *(f"/en{path}" for path in NARROW), *in_both_languages()]:
        opened.goto(f"{server}{path}")
        opened.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
        broken += [(path, each) for each in opened.evaluate(BROKEN)]
    assert broken == []


def test_every_page_loads_without_error_and_without_leaving(page, requests, site, server):
    opened = page("/")
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(f"{opened.url}: {error}"))
    opened.on("console", lambda line: line.type == "error" and errors.append(f"{opened.url}: {line.text}"))
    # A request that the next visit cuts off is no failure.
    opened.on(
        "requestfailed", lambda request: "ABORTED" in request.failure or errors.append(f"{opened.url}: {request.url}")
    )
    pages = sorted(path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    for folder in pages:
        opened.goto(f"{server}/{folder}/" if folder != "." else f"{server}/", wait_until="load")
    assert len(pages) > 200
    assert errors == []
    assert outside(requests) == []


@pytest.mark.parametrize("path", list(TYPES.values()))
def test_english_pages_have_no_vietnamese_words(page, path):
    opened = page(f"/en{path}")
    # Words kept in the original are marked as such for readers and screen readers alike.
    opened.evaluate("document.querySelectorAll('[lang=vi]').forEach(element => element.remove())")
    shown = KEPT.sub("", opened.locator("body").inner_text())
    attributes = opened.evaluate(
        "[...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap(element =>"
        " ['aria-label', 'title', 'placeholder'].map(name => element.getAttribute(name) || ''))"
    )
    left = [line for line in [*shown.split("\n"), *attributes] if VIETNAMESE.search(KEPT.sub("", line))]
    assert left == []


@pytest.mark.parametrize("path", in_both_languages())
def test_the_language_switch_leads_to_the_same_page(page, path):
    if path.endswith(TYPES["not found"]):
        return
    opened = page(path)
    counterpart = path.removeprefix("/en") if path.startswith("/en") else f"/en{path}"
    opened.locator("header a[hreflang]").first.click()
    opened.wait_for_url(f"**{counterpart}")
    assert opened.locator("html").get_attribute("lang") == ("vi" if path.startswith("/en") else "en")


@pytest.mark.parametrize("path", ["/kiem-tra/", "/kiem-tra/FID-004/", "/huong-dan/bien-tap/"])
def test_english_pages_for_editors_lead_to_the_vietnamese_ones(page, path):
    opened = page(f"/en{path}")
    opened.locator("article a[hreflang=vi]").click()
    opened.wait_for_url(lambda url: url.endswith(path) and "/en/" not in url)


def test_the_home_page_weighs_less_than_120_kilobytes(page):
    opened = page("/gioi-thieu/")
    session = opened.context.browser.new_context().new_page()
    client = session.context.new_cdp_session(session)
    client.send("Network.enable")
    sizes: list[float] = []
    client.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    session.goto(opened.url.replace("gioi-thieu/", ""), wait_until="networkidle")
    session.context.close()
    assert len(sizes) > 3
    assert sum(sizes) < 120_000
