"""Our own prose laid out: a sentence a line, no word another, nothing of a text of record touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb import reading
from kb.formatting import formatted, ours
from tests.test_cli import kb
from tests.views.rendering import rendered

HEAD = "---\ntitle: X\n---\n"
TABLE = [
    # what stays as it is comes first
    ("Một câu.\n", "Một câu.\n"),
    ("Một câu.\nHai câu.\n", "Một câu.\nHai câu.\n"),
    ("Ông A. Bê và mục 1. Hai.\n", "Ông A. Bê và mục 1. Hai.\n"),
    ("`Một. Hai.` là mã.\n", "`Một. Hai.` là mã.\n"),
    ("Ghi “Một. Hai.” trong ngoặc.\n", "Ghi “Một. Hai.” trong ngoặc.\n"),
    ("[Một. Hai.](a.md) là liên kết.\n", "[Một. Hai.](a.md) là liên kết.\n"),
    ("```\nMột. Hai.  \n\n\n\nBa.\n```\n", "```\nMột. Hai.  \n\n\n\nBa.\n```\n"),
    ("    Một. Hai.\n", "    Một. Hai.\n"),
    ("- Một. Hai.\n", "- Một. Hai.\n"),
    ("> Một. Hai.\n", "> Một. Hai.\n"),
    ("| A |\n| --- |\n| Một. Hai. |\n", "| A |\n| --- |\n| Một. Hai. |\n"),
    ("/// html | div\n\nMột.\n\n///\n", "/// html | div\n\nMột.\n\n///\n"),
    ("Một. Hai. <!-- kb: bỏ qua XREF-001: có lý do -->\n", "Một. Hai. <!-- kb: bỏ qua XREF-001: có lý do -->\n"),
    ("Một.  \nHai. Ba.\n", "Một.  \nHai. Ba.\n"),
    ("# Một. Hai.\n", "# Một. Hai.\n"),
    ("Một. - Hai.\n", "Một. - Hai.\n"),
    ("Một. 1. Hai.\n", "Một. 1. Hai.\n"),
    ("Một. # Hai.\n", "Một. # Hai.\n"),
    # and what changes
    ("Một câu. Hai câu! Ba câu? Bốn.\n", "Một câu.\nHai câu!\nBa câu?\nBốn.\n"),
    ("Một câu\nngắt dòng.  Hai câu.\n", "Một câu ngắt dòng.\nHai câu.\n"),
    ("Một.\n\n\n\nHai.\n\n\n", "Một.\n\nHai.\n"),
    ("Một. \n \nHai.", "Một.\n\nHai.\n"),
    ("Một.\r\nHai. Ba.\r\n", "Một.\nHai.\nBa.\n"),
    ("Theo [mục](a.md#b). Xem `kb`. Rồi thôi.\n", "Theo [mục](a.md#b).\nXem `kb`.\nRồi thôi.\n"),
]


@pytest.mark.parametrize(("before", "after"), TABLE)
@pytest.mark.parametrize("head", ["", HEAD], ids=["bare", "headed"])
def test_forms(before, after, head):
    assert formatted(head + before) == head + after


def test_front_matter_stays():
    head = "---\nquestion: Một. Hai.\n\n\nof: x \n---\n"
    assert formatted(f"{head}Một. Hai.\n") == f"{head}Một.\nHai.\n"
    assert formatted("---\ntitle: x\n") == "---\ntitle: x\n"


PIECES = st.sampled_from(
    ["Một", "hai", ".", ". ", "! ", " ", "\n", "\n\n", "- ", "1. ", "> ", "`", "**", "“", "”", "[a](b.md)", "  \n", "#",
     "    ", "```\n", "| a |\n", "<!-- kb -->", ":", "\\", "A.", "{: .x}", "//// ", "+", "=", "---"]
)  # fmt: skip
PROSE = st.lists(PIECES, max_size=25).map("".join)


def _seen(text):
    """What readers see: elements and words, blanks apart."""
    return [(each.tag, (each.text or "").split(), (each.tail or "").split()) for each in rendered(text).iter()]


@given(PROSE)
def test_twice_is_once_no_word_is_another_and_readers_see_the_same(text):
    once = formatted(text)
    assert formatted(once) == once
    assert once.split() == text.split()
    assert _seen(once) == _seen(text)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("docs/vi/van-ban/23-kh-duk-2021.md", False),
        ("docs/en/van-ban/23-kh-duk-2021.md", False),
        ("docs/_source/23-kh-duk-2021.txt", False),
        ("docs/_source/a/b.md", False),
        ("docs/_data/themes.yml", False),
        ("README.md", False),
        ("docs/vi/hoi-dap/in-trang.md", True),
        ("docs/en/huong-dan/bien-tap.md", True),
        ("docs/vi/gioi-thieu.md", True),
    ],
)
def test_what_is_ours(path, expected):
    assert ours(path) is expected


def test_our_content_is_laid_out(root):
    files = [path for path in sorted((root / "docs").rglob("*.md")) if ours(path.relative_to(root).as_posix())]
    assert len(files) > 50
    assert [path for path in files if formatted(path.read_text("utf-8")) != path.read_text("utf-8")] == []


QUESTION = "docs/vi/hoi-dap/can-cu.md"


@pytest.fixture
def untidy(small: Path) -> Path:
    text = (small / QUESTION).read_text("utf-8")
    head, body = text.rstrip("\n").rsplit("---\n", 1)
    (small / QUESTION).write_text(f"{head}---\n{body.replace(chr(10), ' ')}\n", "utf-8", newline="")
    assert kb(small, "check").returncode == 1  # its translation no longer fits
    kb(small, "confirm", QUESTION.replace("/vi/", "/en/"))
    return small


def test_the_command_lays_out_and_keeps_translations(untidy):
    before = (untidy / "docs/vi/van-ban/23-kh-duk-2021.md").read_bytes()
    assert kb(untidy, "fmt", "--check").stdout == f"{QUESTION}\n"
    assert kb(untidy, "fmt", "--check").returncode == 1
    done = kb(untidy, "fmt")
    assert (done.returncode, done.stderr) == (0, "Đã sắp lại 1 tệp.\n")
    assert kb(untidy, "check").returncode == 0
    assert kb(untidy, "fmt", "--check").returncode == 0
    assert (untidy / "docs/vi/van-ban/23-kh-duk-2021.md").read_bytes() == before


def test_a_translation_that_did_not_fit_is_not_confirmed(untidy):
    english = QUESTION.replace("/vi/", "/en/")
    text = (untidy / english).read_text("utf-8")
    (untidy / english).write_text(text.replace("\nof: ", "\nof: 0"), "utf-8")
    kb(untidy, "fmt")
    assert "\nof: 0" in (untidy / english).read_text("utf-8")


def test_named_files_alone(untidy):
    assert (
        kb(untidy, "fmt", "docs/en/hoi-dap/can-cu.md", "docs/vi/van-ban/23-kh-duk-2021.md").stderr
        == "Đã sắp lại 0 tệp.\n"
    )
    done = kb(untidy, "fmt", "docs/khong-co.md")
    assert (done.returncode, done.stderr) == (2, "Không có tệp docs/khong-co.md.\n")


def test_line_ends_stay(small):
    path = small / QUESTION
    path.write_bytes(path.read_bytes().rstrip(b"\n").replace(b"\n", b"\r\n") + b"\r\n\r\n")
    assert kb(small, "fmt").returncode == 0
    raw = path.read_bytes()
    assert raw.count(b"\r\n") == raw.count(b"\n") == reading.read(small).sources[QUESTION].count("\n")
