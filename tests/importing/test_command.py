"""`kb import` from end to end: one file anywhere, or a document in place, and what it says."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest

from kb.importing import making, placing
from kb.importing.received import Refused
from kb.publish import rewriting
from tests.importing.docx import docx, p, packed
from tests.importing.papers import HEAD, PARTY
from tests.importing.test_hostile import imported


@pytest.fixture
def file(tmp_path) -> Path:
    (tmp_path / "x.docx").write_bytes(PARTY)
    return tmp_path / "x.docx"


def test_one_file_anywhere(root, tmp_path, file):
    output = tmp_path / "new" / "y.md"
    done = imported(file, root, "--output", str(output))
    assert done.returncode == 1, done.stderr  # a document without its translation is a finding
    assert "TRANS-" in done.stdout
    assert "99-KH/ĐUK" in done.stderr
    assert output.read_text().startswith("---\nnumber: 99-KH/ĐUK\nkind: KH\nissuer: ĐUK\n")
    assert not (root / "docs/vi/van-ban/99-kh-duk-2021.md").exists()


def test_outside_of_a_checkout(tmp_path, file):
    assert imported(file, tmp_path, "--output", str(tmp_path / "y.md")).returncode == 1
    assert "kind: KH" in (tmp_path / "y.md").read_text()


def test_in_place(checkout, file):
    done = imported(file, checkout)
    assert done.returncode == 1, done.stderr
    written = checkout / "docs/vi/van-ban/99-kh-duk-2021.md"
    source = checkout / "docs/_source/99-kh-duk-2021.txt"
    assert f"original_sha256: {sha256(PARTY).hexdigest()}" in written.read_text()
    assert f"sha256: {sha256(source.read_bytes()).hexdigest()}" in written.read_text()
    assert "\u00d0ảng ủy Khối ban  hành" in source.read_text()
    with pytest.raises(Refused, match="không ghi đè"):
        placing.place(checkout, {"docs/vi/van-ban/99-kh-duk-2021.md": ""})


def test_what_it_replaces_is_a_reminder(checkout, tmp_path):
    words = "Kế hoạch này thay thế Kế hoạch số 26-KH/BTGTW ngày 05/5/2021."
    (tmp_path / "x.docx").write_bytes(docx(*HEAD, p(words)))
    done = imported(tmp_path / "x.docx", checkout)
    assert "REL-006" in done.stdout
    assert "Xem: /kiem-tra/REL-006/" in done.stdout
    assert "replaced_by: {document: 99-kh-duk-2021, stated_by: 99-kh-duk-2021#mo-dau-p1}" in done.stdout
    assert "docs/vi/van-ban/26-kh-btgtw-2021.md" in done.stdout


def test_both_files_or_none(checkout, monkeypatch, of_lines):
    made = of_lines("QUYẾT ĐỊNH\nMột.")
    written = rewriting.put

    def failing(path: Path, content: bytes) -> None:
        if path.suffix == ".md":
            raise OSError(28, "full")
        written(path, content)

    monkeypatch.setattr(rewriting, "put", failing)
    before = sorted(checkout.rglob("*"))
    with pytest.raises(OSError, match="full"):
        placing.place(checkout, placing.files(made))
    assert sorted(checkout.rglob("*")) == before


def test_no_file_is_written_over(checkout, of_lines):
    made = of_lines("QUYẾT ĐỊNH\nMột.")
    (checkout / f"docs/_source/{made.fields.id}.txt").write_text("khác")
    with pytest.raises(Refused):
        placing.place(checkout, placing.files(made))
    assert not (checkout / f"docs/vi/van-ban/{made.fields.id}.md").exists()


@pytest.mark.parametrize("suffix", ["doc", "odt"])
def test_without_libreoffice_it_is_said(tmp_path, vocabulary, monkeypatch, suffix):
    raw = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" if suffix == "doc" else None
    raw = raw or packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"})
    (tmp_path / f"x.{suffix}").write_bytes(raw)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Refused, match="LibreOffice"):
        making.imported(tmp_path / f"x.{suffix}", vocabulary)


def test_a_document_says_on_what_it_rests(checkout, tmp_path):
    """Where it is certain: not what has another date, is not registered, or is only spoken of."""
    opening = (
        "Căn cứ Kế hoạch số 26-KH/BTGTW ngày 05/5/2021 của Ban Tuyên giáo Trung ương;",
        "Căn cứ Chương trình số 07-CTr/ĐUK ngày 10/01/1999;",
        "Căn cứ Hướng dẫn số 1-HD/BTGTW ngày 10/01/1999;",
        "Trong một việc đã nêu ở Hướng dẫn số 169-HD/BTGTW ngày 22/01/2021, Đảng ủy Khối ban hành Kế hoạch như sau:",
    )
    (tmp_path / "x.docx").write_bytes(docx(*HEAD, *map(p, opening), p("I. MỘT"), p("Hai.")))
    told = imported(tmp_path / "x.docx", checkout, "--output", str(tmp_path / "x.md")).stdout
    text = (tmp_path / "x.md").read_text()
    assert "basis:\n  - 26-kh-btgtw-2021\nlanguage" in text
    assert "REG-004" not in told


def test_a_number_that_is_given_otherwise_is_listed(checkout, tmp_path):
    (tmp_path / "x.docx").write_bytes(docx(*HEAD, p("Một."), p("I. MỘT"), p("Hai.")))
    told = imported(tmp_path / "x.docx", checkout, "--output", str(tmp_path / "x.md")).stdout
    text = (tmp_path / "x.md").read_text()
    assert 'received: "Số 99 – KH/ĐUK"\n    shown: "99-KH/ĐUK"\n' in text
    assert {"META-010", "WORD-002"}.isdisjoint(re.findall(r"[A-Z]+-\d{3}", told))
