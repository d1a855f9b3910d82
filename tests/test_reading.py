"""A reading with a memory gives what one without gives, whatever changed in between."""

from __future__ import annotations

import dataclasses
import shutil

import pytest

from kb import reading
from kb.model.memory import Memory
from tests.corpus.generate import generate


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus")
    generate(folder, 20, seed=1)
    return folder


def edits(root):
    """Changes of files, each from the state that the one before has left."""
    document = next(path for path in sorted((root / "docs/vi/van-ban").glob("*.md")) if path.stat().st_size > 5000)
    kinds, text = root / "docs/_data/kinds.yml", document.read_bytes()
    yield lambda: document.write_bytes(text.replace(b" {#i-1-1}", b" xanh {#i-1-1}"))
    yield lambda: document.write_bytes(text.replace(b"number: ", b"nomber: "))
    yield lambda: document.write_bytes(b"---\nx: [\n---\n")
    yield lambda: document.write_bytes(b"\xff")
    yield document.unlink
    yield lambda: document.write_bytes(text)
    yield lambda: kinds.write_bytes(kinds.read_bytes().replace(b"  vi: ", b"  va: ", 1))
    yield kinds.unlink
    yield (root / f"docs/_source/{document.stem}.txt").unlink
    yield lambda: (root / "docs/vi/gioi-thieu.md").write_text("---\ntitle: Về\n---\nLời.\n", encoding="utf-8")


def test_a_reading_with_a_memory_is_that_without(corpus, tmp_path):
    root = tmp_path / "copy"
    shutil.copytree(corpus, root)
    memory = Memory()
    reading.read(root, memory)
    for edit in edits(root):
        edit()
        again, anew = reading.read(root, memory), reading.read(root)
        for field in dataclasses.fields(anew):
            if field.name == "numbers":  # compared by identity
                assert (again.numbers.kinds, again.numbers.issuers) == (anew.numbers.kinds, anew.numbers.issuers)
            else:
                assert getattr(again, field.name) == getattr(anew, field.name), field.name


def test_what_has_not_changed_is_not_read_again(corpus):
    memory = Memory()
    once, again = reading.read(corpus, memory), reading.read(corpus, memory)
    assert all(document is again.originals[key] for key, document in once.originals.items())
    assert all(one is other for one, other in zip(once.citations, again.citations, strict=True))


OVERLAYS = [
    {"docs/vi/gioi-thieu.md": "---\ntitle: Mới\n---\nLời chưa lưu.\n"},
    {"docs/vi/van-ban/moi.md": "---\nnumber: [\n---\n", "docs/_data/themes.yml": "- id: x\r\n"},
    {},
    {"docs/_source/moi.txt": "KẾ HOẠCH\r\n"},
]


def test_an_overlay_stands_for_what_is_on_the_disk(corpus, tmp_path):
    memory = Memory()
    for number, overlay in enumerate(OVERLAYS):
        root = tmp_path / str(number)
        shutil.copytree(corpus, root)
        laid = reading.read(corpus, memory, overlay)
        for file, text in overlay.items():
            (root / file).write_bytes(text.encode())
        written = reading.read(root)
        for field in dataclasses.fields(laid):
            if field.name != "numbers":
                assert getattr(laid, field.name) == getattr(written, field.name), field.name
    assert not (corpus / "docs/vi/gioi-thieu.md").exists()
