"""What lies below `docs/`: read, refused by name, or left out and named; never followed, never a traceback."""

from __future__ import annotations

import os
import shutil
import socket
from pathlib import Path

import pytest

from kb import check, reading
from kb.check.catalogue import RULES
from kb.model.finding import Severity
from kb.report import FORMS, render
from kb.tree import LARGEST, walk
from kb.views import site

PLAN, RECORD = "docs/vi/van-ban/23-kh-duk-2021.md", "docs/_source/23-kh-duk-2021.txt"
QUESTION = "docs/vi/hoi-dap/in-trang.md"
CANARY = "CANARY-7f3a"
PAGE = "---\ntitle: Một trang\n---\nLời.\n".encode()


def write(path: Path, content: bytes = b"x") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def link(path: Path, target: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    path.symlink_to(target)


def outside(root: Path) -> Path:
    """A folder beside the checkout with files that must not reach it."""
    folder = root.parent / "outside"
    for name in ("a.md", "a.txt", "kinds.yml"):
        write(folder / name, f"---\ntitle: {CANARY}\n---\n{CANARY}\n".encode())
    return folder


def fifo(root: Path) -> None:
    os.mkfifo(root / "docs/vi/a.md")


def bound(root: Path) -> None:
    here = os.getcwd()
    os.chdir(root / "docs/vi")  # a socket's path must be short
    try:
        with socket.socket(socket.AF_UNIX) as each:
            each.bind("a.md")
    finally:
        os.chdir(here)


REFUSED = {
    # links to a file, to a folder, to nothing, to themselves, inside and outside of the checkout
    "link to a page": (lambda r: link(r / "docs/vi/a.md", outside(r) / "a.md"), "docs/vi/a.md", "FILE-001"),
    "link for a question": (lambda r: link(r / QUESTION, outside(r) / "a.md"), QUESTION, "FILE-001"),
    "link for the plan": (lambda r: link(r / PLAN, r / "docs/vi/gioi-thieu.md"), PLAN, "FILE-001"),
    "link for a text of record": (lambda r: link(r / RECORD, outside(r) / "a.txt"), RECORD, "FILE-001"),
    "link to itself": (lambda r: link(r / "docs/vi/a.md", r / "docs/vi/a.md"), "docs/vi/a.md", "FILE-001"),
    "link to nothing": (lambda r: link(r / "docs/vi/a.md", r / "nothing"), "docs/vi/a.md", "FILE-001"),
    "link to a picture": (lambda r: link(r / "docs/vi/a.png", outside(r) / "a.txt"), "docs/vi/a.png", "FILE-001"),
    "link for a data file": (
        lambda r: link(r / "docs/_data/kinds.yml", outside(r) / "kinds.yml"), "docs/_data/kinds.yml", "FILE-001",
    ),
    "link to a folder": (lambda r: link(r / "docs/vi/a", outside(r)), "docs/vi/a", "FILE-001"),
    "link upwards": (lambda r: link(r / "docs/vi/a", r / "docs"), "docs/vi/a", "FILE-001"),
    "link for the questions": (lambda r: link(r / "docs/vi/hoi-dap", outside(r)), "docs/vi/hoi-dap", "FILE-001"),
    "link for a language": (lambda r: link(r / "docs/en", outside(r)), "docs/en", "FILE-001"),
    "link for the sources": (lambda r: link(r / "docs/_source", outside(r)), "docs/_source", "FILE-001"),
    "link for the data": (lambda r: link(r / "docs/_data", outside(r)), "docs/_data", "FILE-001"),
    "link in the sources": (lambda r: link(r / "docs/_source/a", outside(r)), "docs/_source/a", "FILE-001"),
    "pipe": (fifo, "docs/vi/a.md", "FILE-001"),
    "socket": (bound, "docs/vi/a.md", "FILE-001"),
    # folders where none may be
    "folder of questions": (lambda r: write(r / "docs/vi/hoi-dap/nhom/a.md"), "docs/vi/hoi-dap/nhom", "FILE-002"),
    "folders of questions": (lambda r: write(r / "docs/vi/hoi-dap/a/b/c/d.md"), "docs/vi/hoi-dap/a", "FILE-002"),
    "folder of documents": (lambda r: write(r / "docs/en/van-ban/nhom/a.md"), "docs/en/van-ban/nhom", "FILE-002"),
    "empty folder": (lambda r: (r / "docs/vi/hoi-dap/nhom").mkdir(), "docs/vi/hoi-dap/nhom", "FILE-002"),
    "folder with the name of a page": (lambda r: write(r / "docs/vi/a.md/b.md"), "docs/vi/a.md", "FILE-002"),
    "folder with the name of a question": (
        lambda r: (r / "docs/vi/hoi-dap/a.md").mkdir(), "docs/vi/hoi-dap/a.md", "FILE-002",
    ),
    "list of questions": (lambda r: write(r / "docs/vi/hoi-dap/index.md"), "docs/vi/hoi-dap/index.md", "FILE-002"),
    "list of documents": (lambda r: write(r / "docs/en/van-ban/index.md"), "docs/en/van-ban/index.md", "FILE-002"),
    # what is too large to be a text
    "50 MB": (lambda r: write(r / "docs/vi/a.md", b"x\n" * (25 << 20)), "docs/vi/a.md", "FILE-004"),
    "50 MB of record": (lambda r: write(r / RECORD, b"x\n" * (25 << 20)), RECORD, "FILE-004"),
    # names
    "line feed": (lambda r: write(r / "docs/vi/hoi-dap/a\nb.md"), "docs/vi/hoi-dap/a\nb.md", "FILE-005"),
    "escape": (lambda r: write(r / "docs/vi/a\x1b[31mb.md"), "docs/vi/a\x1b[31mb.md", "FILE-005"),
    "no-break space": (lambda r: write(r / "docs/_source/a\xa0b.txt"), "docs/_source/a\xa0b.txt", "FILE-005"),
    "not UTF-8": (
        lambda r: write(Path(os.fsdecode(os.fsencode(r) + b"/docs/vi/a\xff.md"))), "docs/vi/a\udcff.md", "FILE-005",
    ),
    "folder that is not UTF-8": (
        lambda r: write(Path(os.fsdecode(os.fsencode(r) + b"/docs/vi/\xe0/b.md"))), "docs/vi/\udce0", "FILE-005",
    ),
    "capitals": (lambda r: shutil.copy(r / QUESTION, r / "docs/vi/hoi-dap/In-trang.md"), QUESTION, "FILE-005"),
    "capitals in a folder": (lambda r: write(r / "docs/vi/Huong-dan/a.md", PAGE), "docs/vi/huong-dan", "FILE-005"),
    "normal forms": (
        lambda r: [write(r / f"docs/_source/{name}.txt") for name in ("v\u0103n", "va\u0306n")],
        "docs/_source/v\u0103n.txt", "FILE-005",
    ),
}  # fmt: skip


def errors(root: Path) -> list[tuple[str, int, str]]:
    found = check.run(reading.read(root))
    return [(f.span.file, f.span.line, f.code) for f in found if f.severity is not Severity.NOTICE]


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused_is_one_finding_by_its_name(checkout, case):
    make, name, code = REFUSED[case]
    make(checkout)
    assert errors(checkout) == [(name, 1, code)]


@pytest.mark.parametrize("case", [case for case in REFUSED if case.startswith("link")])
def test_no_link_is_followed(checkout, case):
    REFUSED[case][0](checkout)
    library = reading.read(checkout)
    assert not any(CANARY in text for text in library.sources.values())
    assert not any((checkout / file).is_symlink() for file in site.copied(library).values())


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", ["line feed", "escape", "not UTF-8", "folder that is not UTF-8"])
def test_any_name_can_be_printed(checkout, case, form):
    REFUSED[case][0](checkout)
    library = reading.read(checkout)
    told = render(form, check.run(library), library.sources, RULES)
    assert told.encode("utf-8")
    # The commands to GitHub carry names as they are; its runner writes nothing to a terminal.
    assert form == "github" or "\x1b" not in told


LEFT_OUT = [
    "docs/vi/a.txt",
    "docs/vi/a.png",
    "docs/vi/hoi-dap/a.docx",
    "docs/en/huong-dan/a.MD",
    "docs/_data/a.yml",
    "docs/_data/a/kinds.yml",
    "docs/_source/a.txt",
    "docs/a.md",
    "docs/fr/a.md",
]


@pytest.mark.parametrize("name", LEFT_OUT)
def test_what_is_left_out_is_named_and_no_error(checkout, name):
    write(checkout / name, b"---\ntitle: X\n---\nX.\n")
    found = [(f.span.file, f.code, f.severity) for f in check.run(reading.read(checkout)) if f.code != "XREF-006"]
    assert found == [(name, "FILE-003", Severity.NOTICE)]


SILENT = ["docs/vi/.a.md.swp", "docs/.DS_Store", "docs/_images/a.png", "docs/vi/.a/b.md"]


@pytest.mark.parametrize("name", SILENT)
def test_what_programs_keep_beside_is_no_matter(checkout, name):
    write(checkout / name)
    assert [f.code for f in check.run(reading.read(checkout)) if f.code != "XREF-006"] == []


def test_a_lock_of_an_editor_is_no_matter(checkout):
    (checkout / "docs/vi/.#gioi-thieu.md").symlink_to("user@host.1234")
    assert errors(checkout) == []


def test_a_picture_that_is_left_out_cannot_be_linked_to(checkout):
    write(checkout / "docs/vi/hoi-dap/a.png")
    with (checkout / QUESTION).open("a", encoding="utf-8") as question:
        question.write("\n![Ảnh](a.png)\n")
    line = (checkout / QUESTION).read_text(encoding="utf-8").count("\n")
    assert errors(checkout) == [(QUESTION, line, "LINK-001")]


MADE = ["docs/vi/index.md", "docs/vi/ma-tran.md", "docs/vi/chu-de/a.md", "docs/vi/kiem-tra/a.md"]


@pytest.mark.parametrize("name", MADE)
def test_no_page_takes_the_address_of_one_that_is_made(checkout, name):
    write(checkout / name, "---\ntitle: Trang khác\n---\nLời.\n".encode())
    write(checkout / name.replace("/vi/", "/en/"), b"---\ntitle: Other\nof: x\n---\nWords.\n")
    codes = [(file, code) for file, _, code in errors(checkout) if code != "TRANS-002"]
    assert codes == [(name.replace("/vi/", "/en/"), "FILE-002"), (name, "FILE-002")]


def test_an_empty_file_and_empty_docs(checkout, tmp_path):
    (checkout / QUESTION).write_bytes(b"")
    assert errors(checkout) == [(QUESTION, 1, "META-007")]
    (tmp_path / "bare/docs").mkdir(parents=True)
    assert errors(tmp_path / "bare") == [("docs/_data", 1, "META-009")]


def test_a_page_in_a_folder_named_like_that_of_questions_is_a_page(checkout):
    name = "docs/vi/huong-dan/hoi-dap/a.md"
    write(checkout / name, "---\ntitle: Một trang\n---\nLời.\n".encode())
    assert errors(checkout) == [(name, 1, "TRANS-004")]


def test_what_the_disk_refuses_is_raised(checkout, monkeypatch):
    """As root nothing is refused, so the refusal is the test's own."""

    def refuse(path):
        raise PermissionError(13, "Permission denied", path)

    with monkeypatch.context() as patched:
        patched.setattr(os, "scandir", refuse)
        with pytest.raises(PermissionError):
            walk(checkout)


def test_the_largest_file_is_still_read(checkout):
    text = "---\ntitle: Một trang dài\n---\n" + "Một câu ngắn của trang này.\n" * 1000
    write(checkout / "docs/vi/dai.md", text.encode())
    assert len(text) < LARGEST
    assert errors(checkout) == [("docs/vi/dai.md", 1, "TRANS-004")]
