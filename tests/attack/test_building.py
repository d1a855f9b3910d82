"""What no check refuses is built, each attack in all fields at once: it neither runs nor loads anything."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from kb import reading
from kb.check.catalogue import RULES
from kb.publish.staging import stage
from kb.views import site as views
from tests.attack import content
from tests.attack.content import Unit, unit
from tests.attack.fields import ATTACKS, WORDS, attacked
from tests.attack.inert import COMPUTED, PROSE, SECRET, faults, pairs
from tests.attack.verdicts import Judge
from tests.browser import looks
from tests.browser.server import serving
from tests.browser.traffic import outside
from tests.folders import copied
from tests.views.rendering import reader

FIRST = 1001
SHOWN = 5
HARMLESS = unit(FIRST - 1)
# Built whole: all of the groups in which templates, snippets and odd letters are at work, and some of the others.
WHOLE = [n for n in ATTACKS if n.partition("-")[0] in ("template", "snippet", "letters", "attributes", "comment")]
WHOLE += [n for n in ATTACKS if n not in WHOLE and int(n.partition("-")[2]) <= 3]
# Pages of four lists that one view makes: all of the themes', and of the others every fifth.
ALIKE = re.compile(r"(?:giai-doan|hinh-thuc|co-quan)/\D+\d*[1-46-9]\.md")


@pytest.fixture(scope="module")
def units(tmp_path_factory) -> dict[str, Unit]:
    """For each attack a unit that has it in every field in which nothing stands against it."""
    fields: dict[str, dict] = {name: {} for name in ATTACKS}
    for field, attack in Judge(tmp_path_factory.mktemp("judge")).left(WORDS):
        fields[attack][field] = WORDS[field]
    assert sum(map(len, fields.values())) > 10_000
    return {n: attacked(unit(FIRST + i), fields[n], ATTACKS[n]) for i, n in enumerate(ATTACKS)}


def test_nothing_that_markdown_makes_runs_or_loads(units, tmp_path):
    (tmp_path / "docs").mkdir()
    library = reading.read(tmp_path, overlay=content.files([HARMLESS, *units.values()]))
    markdown, found, seen = reader(), {}, 0
    for path, text in views.files(library, None, {}).items():
        if path.endswith(".md") and not ALIKE.search(path):
            _, _, body = text.removeprefix("---\n").partition("\n---\n")
            tree = html.fragment_fromstring(markdown.reset().convert(body), create_parent="main")
            seen += 1
            if wrong := sorted(set(faults(tree, PROSE))):
                found[path] = wrong
    assert seen > 8 * len(ATTACKS)
    assert list(found.items())[:SHOWN] == []


@pytest.fixture(scope="module")
def site(root, units, tmp_path_factory) -> Path:
    """The site of some of the units, as MkDocs builds it, beside a file that content might want to read."""
    folder = tmp_path_factory.mktemp("attacked") / "kb"
    copied(root, folder, "docs")
    (folder / "docs").mkdir()
    for name in ("SECRET.txt", "docs/SECRET.txt"):
        (folder / name).write_text(SECRET)
    for path, text in content.files([HARMLESS, *(units[name] for name in WHOLE)]).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode())
    stage(reading.read(folder), folder, None, {"FID-001": RULES["FID-001"]})
    # The hook would check what was just checked, and refuse what some fields hold together.
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8").replace("docs_dir: docs", "docs_dir: build/docs")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SECRET": SECRET}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    built = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return folder / "site"


def trees(site: Path) -> Iterator[tuple[str, html.HtmlElement]]:
    # All but those for what is not found, which hold no content.
    for path in sorted(site.rglob("index.html")):
        yield path.relative_to(site).as_posix(), html.document_fromstring(path.read_bytes())


def test_no_page_holds_more_than_a_harmless_one(site):
    """The elements and attributes of pages that hold no attack, besides those that Markdown makes of prose."""
    ours = re.compile(rf"(?:^|/)(?:[\w-]+-)?{FIRST - 1}(?:-|/)|^(?:en/)?(?:tim-kiem/|doi-chieu/|so-trich/|kiem-tra/)")
    pages = dict(trees(site))
    harmless = [tree for path, tree in pages.items() if ours.search(path)]
    assert len(harmless) > 15
    allowed = PROSE.union(*map(pairs, harmless), {("button", "aria-label"), ("option", "value")})
    assert not {tag for tag, _ in allowed} & {"iframe", "object", "embed", "base", "svg", "style", "video", "math"}
    found = {path: wrong for path, tree in pages.items() if (wrong := sorted(set(faults(tree, allowed))))}
    assert len(pages) > 10 * len(WHOLE)
    assert list(found.items())[:SHOWN] == []


def test_every_script_is_a_file_of_the_theme_or_of_the_index(site):
    for path, tree in trees(site):
        for script in tree.iter("script"):
            if script.get("type") in ("application/json", "application/ld+json"):
                # What it holds cannot end it.
                assert "<" not in script.text, path
                json.loads(script.text)
                continue
            assert re.fullmatch(r"(?:\.\./)*assets/[0-9a-f]{12}/scripts/[a-z/]+\.js", script.get("src")), path
            assert not script.text


def test_no_file_holds_what_was_computed_or_read(site):
    looked_for = [COMPUTED.encode(), SECRET.encode(), b"root:x:0"]
    files = [path for path in sorted(site.rglob("*")) if path.is_file()]
    found = [(str(path), each) for path in files for each in looked_for if each in path.read_bytes()]
    assert found[:SHOWN] == []


def test_the_index_of_the_search_is_data(site):
    calls = re.compile(r'kbSearch\.receive\("[a-z-]+/[a-z0-9-]+",(?P<content>.*)\)')
    for path in site.rglob("assets/search/**/*.js"):
        for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n"):
            call = calls.fullmatch(line)
            assert call, path
            json.loads(call["content"])


WATCH = (
    "for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) globalThis[name] = () => console.error('RAN')"
)


def test_nothing_runs_in_a_browser(site, browser):
    said: list[str] = []
    asked: list[str] = []
    some = [path.parent.relative_to(site).as_posix() for path in sorted(site.glob("**/index.html"))]
    listing = [path for path in some if not re.search(r"\d", path)]
    # No policy helps here: this server sends none.
    with serving(site) as address:
        context = browser.new_context(base_url=address, **looks.settings())
        context.add_init_script(WATCH)
        context.on("console", lambda line: line.type == "error" and said.append(line.text))
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
        cards = 0
        for path in [*listing, *some[:: len(some) // 60]]:
            page.goto(f"/{path}/" if path != "." else "/")
            cited = page.locator("a.kb-cite[data-card]:visible")
            if cards < 10 and cited.count():
                cited.first.hover()
                page.locator("#kb-card").wait_for()
                cards += 1
        for query in ("alert", "script", "onclick javascript", "evil.example", "Một việc", "1234"):
            page.goto(f"/tim-kiem/?q={query}")
            page.wait_for_function("document.querySelector('.kb-find__count').textContent")
            page.goto(f"/en/?q={query}")
            page.locator(".kb-results").wait_for()
        page.goto("/van-ban/")
        page.locator(".kb-filter select").first.select_option(index=0)
        page.locator(".kb-filter input").fill("alert")
        page.locator("button.kb-sort").nth(1).click()
        page.wait_for_timeout(500)
        context.close()
    assert cards == 10
    assert len(asked) > 200
    assert outside(asked)[:SHOWN] == []
    assert [line for line in said if "404" not in line][:SHOWN] == []
