"""What tests of the search in a browser share."""

from __future__ import annotations

LINK = "a.md-search-result__link"
BOX = ".kb-search input"


def results(opened):
    """The links to the results, once there are any."""
    links = opened.locator(LINK)
    links.first.wait_for()
    return links


def settled(opened, words):
    opened.locator("[role=status]").filter(has_text=words).first.wait_for(state="attached")
    return opened
