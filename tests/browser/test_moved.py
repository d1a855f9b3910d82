"""An old address leads on, and the place that was asked for in it goes along."""

from __future__ import annotations

import pytest

from tests.browser.server import serving

OLD = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Cũ</title>
<meta http-equiv="refresh" content="0; url=../moi/"><link rel="canonical" href="../moi/">
<script src="../moved.js"></script></head><body></body></html>"""


@pytest.fixture(scope="module")
def server(root, tmp_path_factory):
    site = tmp_path_factory.mktemp("moved")
    script = (root / "overrides/assets/scripts/moved.js").read_text(encoding="utf-8")
    for path, text in {"cu/index.html": OLD, "moi/index.html": "<title>Mới</title>", "moved.js": script}.items():
        (site / path).parent.mkdir(exist_ok=True)
        (site / path).write_text(text, encoding="utf-8")
    with serving(site) as address:
        yield address


@pytest.mark.parametrize("asked", ["", "#ii-1.1", "?q=a#ii-1.1"])
def test_with_the_place_that_was_asked_for(page, server, asked):
    opened = page(f"/cu/{asked}")
    opened.wait_for_url("**/moi/**")
    assert opened.url == f"{server}/moi/{asked}"


def test_without_a_script_too(page, server):
    opened = page("/cu/#ii-1.1", javascript=False)
    opened.wait_for_url("**/moi/**")
