"""Pages rendered on several processors are those that MkDocs renders on its own, and so is what it says of them."""

from __future__ import annotations

import contextlib
import logging
import os

import pytest
from markdown import Extension
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.structure.toc import get_toc

from kb import processors

PAGES = {
    "index.md": "# Trang đầu\n\n[Trang hai](hai.md#phan-ii)\n",
    "hai.md": "---\ntitle: Hai\n---\n# Trang hai\n\n## Phần hai {#phan-ii}\n\n[Trang đầu](index.md)\n",
    "ba.md": "# Trang ba\n\n[không có neo](hai.md#phan-iii), [không có tệp](bon.md)\n",
}
MISSING = ["'ba.md' contains a link 'bon.md'", "'ba.md' contains a link 'hai.md#phan-iii'"]
FAILING = "# Trang hỏng\n"


class Fails(Extension):
    """Cannot read a page that says that it is broken."""

    def extendMarkdown(self, md):  # noqa: N802 -- Markdown's name
        md.preprocessors.register(self, "fails", 0)

    def run(self, lines):
        assert "hỏng" not in " ".join(lines)
        return lines


class Hooked:
    """MkDocs on a folder of pages, with the hook's rendering or without."""

    def __init__(self, folder, pages):
        for name, text in pages.items():
            (folder / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / "docs" / name).write_text(text, encoding="utf-8")
        (folder / "mkdocs.yml").write_text(
            "site_name: Thử\nplugins: []\nhooks: [hook.py]\n"
            "markdown_extensions: [attr_list, 'tests.test_mkdocs_hook:Fails']\n"
            "theme: {name: null, custom_dir: theme}\nvalidation: {anchors: warn}\n"
        )
        (folder / "theme").mkdir(exist_ok=True)
        (folder / "theme" / "main.html").write_text(
            "<title>{{ page.title }}</title>{% for entry in page.toc %}{{ entry.id }} {% endfor %}{{ page.content }}"
        )
        self.folder = folder

    def built(self, site, *, hooked):
        (self.folder / "hook.py").write_text("from kb.mkdocs_hook import on_nav\n" if hooked else "")
        config = load_config(str(self.folder / "mkdocs.yml"), site_dir=str(self.folder / site), strict=True)
        with contextlib.suppress(Abort):
            build(config)
        pages = (self.folder / site).rglob("*.html")
        return {page.relative_to(self.folder / site): page.read_text(encoding="utf-8") for page in pages}


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(processors, "FEW", 1)
    # A server of another test may still have threads in this process.
    monkeypatch.setattr("threading.active_count", lambda: 1)
    return lambda pages: Hooked(tmp_path, pages)


def warned(caplog):
    said = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
    caplog.clear()
    return said


def test_the_pages_and_the_warnings_are_the_same(here, caplog):
    site = here(PAGES)
    alone, said = site.built("mot", hooked=False), warned(caplog)
    assert len(alone) == len(PAGES)
    assert site.built("hai", hooked=True) == alone
    assert warned(caplog) == said
    assert [any(missing in each for each in said) for missing in MISSING] == [True, True]


def test_no_page_is_rendered_here_a_second_time(here, monkeypatch):
    site = here(PAGES)
    monkeypatch.setattr("mkdocs.structure.pages.get_toc", told := Told(os.getpid()))
    assert len(site.built("mot", hooked=True)) == len(PAGES)
    assert not told.called_here


def test_a_page_that_fails_is_told_by_mkdocs(here, caplog):
    site = here(PAGES | {"hong.md": FAILING})
    with pytest.raises(AssertionError):
        site.built("mot", hooked=False)
    said = warned(caplog)
    with pytest.raises(AssertionError):
        site.built("hai", hooked=True)
    assert "hong.md" in " ".join(said)
    assert warned(caplog) == said


class Told:
    """MkDocs' table of contents, and whether it was asked for in this process."""

    def __init__(self, pid):
        self.pid, self.called_here = pid, False

    def __call__(self, tokens):
        self.called_here |= os.getpid() == self.pid
        return get_toc(tokens)
