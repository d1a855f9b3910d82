"""What must not be seen is in no byte of a release, compressed ones included, and in no word that the program says."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import unicodedata
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.check.chain import held
from tests.folders import copied
from tests.test_build import HERE, start

# Words of ours that stand nowhere else; a search without diacritics would find them, too.
CANARIES = {"draft": "Hòm thư gỗ lim qzxv", "withheld": "Cầu tre mười hai nhịp qzxw"}
NUMBERS = {"draft": 771, "withheld": 772}
# In every text of the two: their subject, and their numbers.
COMMON = ("trồng cây theo mùa", "planting by season", "771-KH", "772-kh", "771kh", "772kh")
SECRET = "Bến nước cây đa qzxs"


def plant(root: Path, folder: Path, files: dict[str, str]) -> Path:
    copied(root, folder)
    for path, text in files.items():
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def build(folder: Path) -> tuple[int, str]:
    process = start(["kb", "build"], folder, HERE)
    said, _ = process.communicate(timeout=240)
    return process.returncode, said


@pytest.fixture(scope="module")
def site(root, tmp_path_factory) -> Path:
    files = {}
    for status, words in CANARIES.items():
        marked = held(NUMBERS[status], 2019, f"{words}.", f"status: {status}\n# {words}, ghi chú của người soạn\n")
        files |= {
            path: text.replace("Words.", f"{words}, in a sentence that has many more words and is in English.")
            for path, text in marked.items()
        }
    folder = plant(root, tmp_path_factory.mktemp("hidden") / "kb", files)
    code, said = build(folder)
    assert code == 0, said
    return folder / "site"


def unpacked(content: bytes) -> Iterator[bytes]:
    """A file's bytes, and what they hold where they are compressed."""
    yield content
    if content[:2] == b"\x1f\x8b":
        yield gzip.decompress(content)
    for at in range(len(content) - 1):
        if content[at] == 0x78 and content[at + 1] in (0x01, 0x9C, 0xDA):
            try:
                yield zlib.decompressobj().decompress(content[at:])
            except zlib.error:
                continue


def folded(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(char for char in plain if not unicodedata.combining(char))


def forms(words: str) -> set[bytes]:
    """As it is written, in the other normal form, as JSON has it, and without diacritics."""
    escaped = words.encode("ascii", "backslashreplace")
    return {words.encode(), unicodedata.normalize("NFD", words).encode(), escaped, folded(words).encode()}


def found(site: Path, words: str) -> list[str]:
    looked_for = forms(words)
    return [
        path.relative_to(site).as_posix()
        for path in sorted(site.rglob("*"))
        if folded(words) in folded(path.name)
        or (path.is_file() and any(form in each for each in unpacked(path.read_bytes()) for form in looked_for))
    ]


@pytest.mark.parametrize("words", ["Tuyên truyền miệng", "tuyen truyen mieng", "23-kh-duk-2021"])
def test_what_may_be_seen_is_found(site, words):
    assert found(site, words)


def test_what_is_compressed_is_looked_into(tmp_path):
    (tmp_path / "a.gz").write_bytes(gzip.compress(SECRET.encode()))
    (tmp_path / "b.bin").write_bytes(b"\x00" + zlib.compress(SECRET.encode()))
    (tmp_path / "c.txt").write_bytes(b"khac")
    assert found(tmp_path, SECRET) == ["a.gz", "b.bin"]


@pytest.mark.parametrize("words", [*CANARIES.values(), "qzxv", "qzxw", *COMMON])
def test_nothing_of_a_draft_or_of_what_is_held_back(site, words):
    assert found(site, words) == []


@pytest.mark.parametrize("mark", ["MẬT", "Lưu hành nội bộ"])
def test_a_secret_document_is_not_built_and_not_repeated(root, tmp_path, mark):
    files = held(773, 2019, f"{SECRET}.")
    path = next(path for path in files if path.startswith("docs/vi/"))
    files[path] = files[path].replace("BAN TUYÊN GIÁO", f"{mark}\nBAN TUYÊN GIÁO", 1)
    folder = plant(root, tmp_path / "kb", files)
    code, said = build(folder)
    assert (code, "SEC-001" in said, SECRET in said, (folder / "site").exists()) == (1, True, False, False), said
    reports = subprocess.run(
        [shutil.which("grep"), "-rlF", SECRET, "build"], cwd=folder, capture_output=True, text=True, check=False
    )
    assert reports.stdout == ""
