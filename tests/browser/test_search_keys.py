"""Results of the search box under the arrows, and rows of tables among them."""

from __future__ import annotations

import pytest

LINK = ".kb-search .kb-results__list a"


@pytest.fixture(scope="module")
def server(server_then: str) -> str:
    """What is found here stands in the content that tests begin with."""
    return server_then


def test_down_from_the_box_lies_the_first_result_and_suggestions_are_up_from_it(page):
    opened = page("/gioi-thieu/")
    opened.keyboard.press("/")
    opened.keyboard.type("công nghệ thông tin")
    chip = opened.locator(".kb-results__note button").first
    chip.wait_for()
    opened.keyboard.press("ArrowDown")
    assert opened.locator(LINK).first.evaluate("link => link === document.activeElement")
    opened.keyboard.press("ArrowUp")
    assert chip.evaluate("chip => chip === document.activeElement")
    opened.keyboard.press("ArrowUp")
    assert opened.evaluate("document.activeElement.matches('.kb-search input')")


def test_the_bars_around_a_row_are_not_shown(page):
    opened = page("/tim-kiem/?q=bầu cử")
    opened.locator(".md-search-result__link").first.wait_for()
    shown = opened.evaluate(
        """() => ["| 1 | Một việc |", "a | b |", "|"].map((text) => {
          const { kbSearch: kb } = globalThis;
          const record = { title: "t", text, path: [], address: "a/#b", language: "vi", sort: "p", facets: [] };
          const nothing = { compiled: { words: [] }, reading: { words: [] } };
          const excerpt = (words) => [{ text: words, hit: false }];
          Object.assign(kb, { excerpt, typeOf: () => "text", runs: () => [] });
          const item = kb.item({ record, compiled: {} }, nothing, { root: "", words: {} });
          return item.querySelector(".kb-hit__text").textContent;
        })"""
    )
    assert shown == ["1 | Một việc", "a | b |", "|"]
