"""Texts of a release, compressed beside themselves: the same bytes for the same text, and nothing else touched."""

from __future__ import annotations

import gzip
import os

from kb.publish.compressing import compress, compressed
from tests.folders import contents


def test_texts_and_no_other_files(tmp_path):
    held = {"index.html": b"<p>", "a/b.css": b"b{}", "a/c.woff2": b"wOF2", "d.js": b"", "e.tar.gz": b"x", "f": b"x"}
    for name, content in held.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    compress(tmp_path)
    made = contents(tmp_path)
    packed = {name: gzip.decompress(made.pop(f"{name}.gz")) for name in ("index.html", "a/b.css", "d.js")}
    assert packed == {name: held[name] for name in packed}
    assert made == held


def test_the_same_text_gives_the_same_bytes_at_any_time(tmp_path):
    text = "Một đoạn văn. ".encode() * 100
    for name, time in (("a.txt", 0), ("b.txt", 10**9)):
        (tmp_path / name).write_bytes(text)
        os.utime(tmp_path / name, (time, time))
    compress(tmp_path)
    first = (tmp_path / "a.txt.gz").read_bytes()
    assert first == (tmp_path / "b.txt.gz").read_bytes() == compressed(text)
    # Neither a name nor a time in the header, whatever the release of Python.
    assert first[:10] == bytes((0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255))
    assert len(first) < len(text) / 10
