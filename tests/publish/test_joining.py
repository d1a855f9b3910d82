"""Styles and scripts on the site as few files, which hold all that the theme has."""

from __future__ import annotations

import re

from kb.publish import joining
from tests.conftest import ROOT

THEME = ROOT / "overrides"
# Files that pages ask for by themselves.
WHOLE = {
    "styles/noscript.css",
    "scripts/moved.js",
    "scripts/scheme.js",
    "scripts/tables.js",
    "scripts/search/marks.js",
}


def test_each_style_and_script_of_the_theme_is_on_the_site():
    assets = THEME / joining.FOLDER
    held = {path.relative_to(assets).as_posix() for kind in ("css", "js") for path in assets.rglob(f"*.{kind}")}
    assert held - joining.PARTS == WHOLE | set(joining.ALONE)
    assert held >= joining.PARTS
    assert joining.is_part("assets/styles/base.css")
    assert not joining.is_part("assets/scripts/search/keys.js")


def test_a_joined_file_holds_its_parts_in_order_without_comments():
    made = joining.joined(THEME)
    style = made["styles/site.css"]
    assert (
        style.index("@font-face") < style.index(".kb-tools {") < style.rindex("@media print {") < style.index("@page")
    )
    assert style.count("{") == style.count("}")
    assert "/*" not in style
    assert made["scripts/site.js"].count('"use strict"') == len(joining.JOINED["scripts/site.js"])
    assert not re.search("^ *//", made["scripts/site.js"], re.MULTILINE)
