"""A branch that changes only docs/ reads nothing outside of the checkout, writes nothing there, and runs nothing."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kb import check, reading
from kb.publish.staging import FOLDER, stage
from tests.attack import content
from tests.attack.content import given, unit
from tests.attack.inert import SECRET

BASE = unit(1000)
DOCUMENT, QUESTION = "docs/vi/van-ban/1000-kh-btgtw-2022.md", "docs/vi/hoi-dap/cau-1000.md"
RUN = "import os; os.environ['RAN'] = '1'; open('RAN', 'w').close()"


@pytest.fixture
def checkout(tmp_path) -> Path:
    """A checkout in a folder that holds files it must not touch; `outside` is one beside it."""
    root = tmp_path / "kb"
    (tmp_path / "outside/hoi-dap").mkdir(parents=True)
    for name in ("secret.md", "secret.yml", "secret.txt", "hoi-dap/secret.md"):
        (tmp_path / "outside" / name).write_text(f"---\ntitle: {SECRET}\nquestion: {SECRET}\n---\n{SECRET}\n")
    for path, text in content.files([BASE]).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    (root / "mkdocs.yml").write_text("")
    (root / "secret.txt").write_text(SECRET)
    return root


def held(folder: Path, besides: Path) -> dict[str, bytes]:
    """Every file below a folder but those below another one, by its path."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_relative_to(besides))
    return {str(path): path.read_bytes() for path in files}


def built(root: Path) -> dict[str, bytes] | None:
    """What is staged, or None where the check refuses; in any case nothing else is written."""
    before = held(root.parent, root / "build")
    library = reading.read(root)
    refused = any(finding.blocks for finding in check.run(library))
    if not refused:
        stage(library, root, None, {})
    assert held(root.parent, root / "build") == before
    assert "RAN" not in os.environ
    return None if refused else held(root / FOLDER, root / "none")


def link(path: str, to: str) -> Callable[[Path], None]:
    """Puts a symbolic link in the place of a file or folder."""

    def put(root: Path) -> None:
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.is_dir():
            place.rename(root.parent / "aside")
        else:
            place.unlink(missing_ok=True)
        place.symlink_to(to.format(outside=root.parent / "outside", root=root))

    return put


def file(path: str, text: str) -> Callable[[Path], None]:
    def put(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")

    return put


def field(entity: str, name: str, value: object) -> Callable[[Path], None]:
    """Writes the content with another value in one field."""

    def put(root: Path) -> None:
        for path, text in content.files([given(BASE, {(entity, name): value})]).items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")

    return put


def head(path: str, line: str) -> Callable[[Path], None]:
    """A further line, as it is, in the head of a file."""

    def put(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        (root / path).write_text(text.replace("---\n", f"---\n{line}\n", 1), encoding="utf-8")

    return put


REFUSED = {
    "a page that is a link": link("docs/vi/trang-la.md", "{outside}/secret.md"),
    "a question that is a link": link(QUESTION, "{outside}/secret.md"),
    "a link that stays in the checkout": link("docs/vi/trang-la.md", "../../secret.txt"),
    "a relative link": link("docs/vi/trang-la.md", "../../../outside/secret.md"),
    "a folder of questions that is a link": link("docs/vi/hoi-dap", "{outside}/hoi-dap"),
    "a language that is a link": link("docs/en", "{outside}"),
    "texts of record behind a link": link("docs/_source", "{outside}"),
    "a text of record that is a link": link("docs/_source/1000-kh-btgtw-2022.txt", "{outside}/secret.txt"),
    "data that is a link": link("docs/_data/kinds.yml", "{outside}/secret.yml"),
    "the register that is a link": link("docs/_data/published.yml", "{outside}/secret.yml"),
    "a loop": link("docs/vi/trang", "../vi"),
    "a source above": field("held", "source", "../../secret.txt"),
    "a source by its whole path": field("held", "source", "/etc/passwd"),
    "a source with a backslash": field("held", "source", "..\\secret.txt"),
    "an old name above": field("question", "formerly", ["../../../../thoat"]),
    "an old name of a document above": field("held", "formerly", ["../../../../thoat"]),
    "an old name by its whole path": field("held", "formerly", ["/tmp/thoat"]),
    "an id above": field("themes", "id", "../../../../thoat"),
    "an id by its whole path": field("phases", "id", "/tmp/thoat"),
    "an id with a zero": field("forms", "id", "a\x00b"),
    "a group above": field("groups", "id", "../../thoat"),
    "a file with a backslash": file("docs/vi/a\\..\\..\\thoat.md", "---\ntitle: x\n---\nx\n"),
    "a file with dots": file("docs/vi/a..md", "---\ntitle: x\n---\nx\n"),
    "a file with a line end": file("docs/vi/a\nb.md", "---\ntitle: x\n---\nx\n"),
    "a page that views make": file("docs/vi/van-ban/index.md", "---\ntitle: x\n---\nx\n"),
    "a call": head(QUESTION, "x: !!python/object/apply:os.system ['touch RAN']"),
    "a call for a field": head(QUESTION, "about: !!python/object/apply:os.getcwd []"),
    "a new object": head(DOCUMENT, "x: !!python/object/new:type ['z', [], {}]"),
    "a name": head(DOCUMENT, "x: !!python/name:os.system"),
    "a module": head(DOCUMENT, "x: !!python/module:os"),
    "a variable of the system": head(QUESTION, "x: !ENV HOME"),
    "an inclusion": head(QUESTION, "x: !include ../../../secret.txt"),
    "another inclusion": head(QUESTION, "x: !relative ../../../secret.txt"),
    "a tag of its own": file("docs/_data/kinds.yml", "- !!python/object/apply:os.system ['touch RAN']\n"),
    "an anchor": head(QUESTION, "x: &a [*a]"),
    "a merge": head(QUESTION, "<<: {question: x}"),
    "many anchors": head(QUESTION, "x: &a [1,1]\ny: &b [*a,*a]\nz: [*b,*b]"),
}


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_is_refused_and_nothing_is_read_or_written(checkout, name):
    assert built(checkout) is not None
    REFUSED[name](checkout)
    assert built(checkout) is None


IGNORED = {
    "settings": file("docs/mkdocs.yml", f"hooks: [x.py]\nsite_name: {SECRET}\n"),
    "a hook": file("docs/vi/hooks.py", RUN),
    "a macro": file("docs/main.py", RUN),
    "tests": file("docs/conftest.py", RUN),
    "a package": file("docs/vi/kb/__init__.py", RUN),
    "a template": file("docs/overrides/main.html", f"{SECRET}{{{{ 1/0 }}}}"),
    "a template for one page": file("docs/vi/404.html", SECRET),
    "a script": file("docs/vi/assets/scripts/box.js", SECRET),
    "a stylesheet": file("docs/vi/extra.css", SECRET),
    "a picture with a script": file("docs/vi/a.svg", f"<svg><script>{SECRET}</script></svg>"),
    "a page of HTML": file("docs/vi/trang/index.html", f"<script>{SECRET}</script>"),
    "a map of the site": file("docs/vi/sitemap.xml", SECRET),
    "a file of a server": file("docs/vi/.htaccess", SECRET),
    "a hidden page": file("docs/vi/.trang.md", f"---\ntitle: {SECRET}\n---\n{SECRET}\n"),
    "a file that climbs": file("docs/vi/..\\..\\thoat.md", f"---\ntitle: {SECRET}\n---\nx\n"),
    "names of pages": file("docs/vi/.pages", f"nav: [{SECRET}]"),
    "a text that no document names": file("docs/_source/khac.txt", SECRET),
    "data that nobody asks for": file("docs/_data/khac.yml", f"- {SECRET}\n"),
    "a source of a document without text": field("cited", "source", "../../secret.txt"),
}


@pytest.mark.parametrize("name", sorted(IGNORED))
def test_is_left_out(checkout, name):
    IGNORED[name](checkout)
    staged = built(checkout)
    assert staged
    assert not [path for path, text in staged.items() if SECRET.encode() in text]


def test_docs_itself_may_not_be_a_link(checkout):
    (checkout / "docs").rename(checkout.parent / "outside/docs")
    (checkout / "docs").symlink_to(checkout.parent / "outside/docs")
    with pytest.raises(reading.NotACheckout):
        built(checkout)
