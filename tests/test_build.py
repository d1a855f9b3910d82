"""The whole build: the same bytes whatever the machine, and the old site stays until the new one is sound."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.folders import contents, copied

BIN = Path(sys.executable).parent
# Two machines that differ in all that must not matter.
HERE = {"TZ": "Asia/Ho_Chi_Minh", "LANG": "vi_VN.UTF-8", "PYTHONHASHSEED": "1", "HOME": "/nowhere"}
THERE = {"TZ": "America/Los_Angeles", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "2", "COLUMNS": "40"}
COMMIT = {"SOURCE_DATE_EPOCH": "1790000000"}


def start(command: list[str], folder: Path, machine: dict[str, str]) -> subprocess.Popen[str]:
    environment = {"PATH": os.environ["PATH"], **COMMIT, **machine}
    return subprocess.Popen(
        [BIN / command[0], *command[1:]],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


def finish(process: subprocess.Popen[str]) -> None:
    said, _ = process.communicate(timeout=240)
    assert process.returncode == 0, said


# What `kb build` says of a site that is done; MkDocs alone does not.
DESCRIBING = {"manifest.json", "sbom.cdx.json"}
TEXTS = (".html", ".css", ".js", ".json", ".svg", ".txt", ".xml")


@pytest.fixture(scope="module")
def copies(root, tmp_path_factory) -> tuple[Path, Path]:
    """Two copies of the checkout in folders of different depth, neither a repository, built on two machines."""
    base = tmp_path_factory.mktemp("copies")
    folders = tuple(copied(root, base / name) for name in ("a", "b/c/d"))
    for process in [start(["kb", "build"], *each) for each in zip(folders, (HERE, THERE), strict=True)]:
        finish(process)
    return folders


def test_two_machines_build_the_same_bytes(copies):
    one, other = (contents(folder / "site") for folder in copies)
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


def test_a_second_build_and_mkdocs_alone_give_the_same_bytes(copies):
    here, there = copies
    before = contents(here / "site")
    again = start(["kb", "build"], here, THERE)
    alone = start(["mkdocs", "build", "--strict", "--site-dir", "other"], there, HERE)
    finish(again)
    finish(alone)
    assert contents(here / "site") == before
    other = contents(there / "other")
    assert [name for name in other if before.get(name) != other[name]] == []
    packed = {name for name in before if name.endswith(".gz")}
    assert before.keys() - other.keys() - packed == DESCRIBING
    assert {name.removesuffix(".gz") for name in packed} == {n for n in before if n.endswith(TEXTS)} - {"manifest.json"}
    assert all(gzip.decompress(before[name]) == before[name.removesuffix(".gz")] for name in packed)


def test_mkdocs_alone_refuses_content_with_an_error(copies):
    folder = copies[1]
    question = folder / "docs/vi/hoi-dap/in-trang.md"
    text = question.read_text(encoding="utf-8")
    question.write_text(text.replace("group: ", "group: x"), encoding="utf-8")
    process = start(["mkdocs", "build", "--strict", "--site-dir", "refused"], folder, HERE)
    said, _ = process.communicate(timeout=240)
    question.write_text(text, encoding="utf-8")
    assert process.returncode != 0
    assert "docs/vi/hoi-dap/in-trang.md:3:" in said
    assert "Xem: /kiem-tra/TAX-001/" in said
    assert not (folder / "refused").exists()


FAULTS = [
    # a template that MkDocs cannot read, and one that leaves a mark in every page
    ("{% endif ", "MkDocs"),
    ("<p>{{ '{{' }} page.title }}</p>", "SITE-007"),
]


@pytest.mark.parametrize(("fault", "said"), FAULTS)
def test_the_old_site_stays_where_a_later_stage_fails(copies, fault, said):
    folder = copies[0]
    before, template = contents(folder / "site"), folder / "overrides/main.html"
    text = template.read_text(encoding="utf-8")
    assert "{{ page.content }}" in text
    template.write_text(text.replace("{{ page.content }}", "{{ page.content }}" + fault), encoding="utf-8")
    process = start(["kb", "build"], folder, HERE)
    told, _ = process.communicate(timeout=240)
    template.write_text(text, encoding="utf-8")
    assert process.returncode == 1
    assert said in told
    assert contents(folder / "site") == before
