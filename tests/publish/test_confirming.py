"""Confirming a translation: its fingerprints become those of the Vietnamese words as they stand."""

from __future__ import annotations

import re
import shutil

import pytest

from kb import reading
from kb.model.document import fingerprint
from kb.publish.confirming import confirmed
from tests.folders import CONTENT
from tests.test_cli import kb

PLAN, QUESTION, PAGE = "docs/en/van-ban/23-kh-duk-2021.md", "docs/en/hoi-dap/in-trang.md", "docs/en/gioi-thieu.md"


@pytest.fixture(scope="module")
def library():
    return reading.read(CONTENT)


@pytest.fixture
def text():
    return lambda file: (CONTENT / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("file", [PLAN, QUESTION, PAGE])
def test_what_is_right_stays_as_it_is(library, text, file):
    assert confirmed(library, file, text(file), ()) == text(file)


@pytest.mark.parametrize("file", [PLAN, QUESTION, PAGE])
def test_every_fingerprint_is_made_anew(library, text, file):
    old = re.sub(r"(of=|of: |of_subject: )[0-9a-f]{12}", r"\g<1>000000000000", text(file))
    assert old != text(file)
    assert confirmed(library, file, old, ()) == text(file)


def test_a_fingerprint_that_is_missing_is_added(library, text):
    assert confirmed(library, PLAN, re.sub(r" of=[0-9a-f]{12}", "", text(PLAN)), ()) == text(PLAN)


def test_only_the_named_provisions(library, text):
    old = re.sub(r" of=[0-9a-f]{12}", " of=000000000000", text(PLAN))
    new = confirmed(library, PLAN, old, ["iii-2-4", "tieu-de"])
    changed = [line for before, line in zip(old.split("\n"), new.split("\n"), strict=True) if before != line]
    prints = {
        name: fingerprint(library.provision("vi", "23-kh-duk-2021", name).text) for name in ("tieu-de", "iii-2-4")
    }
    assert changed[0] == f"::: {{#tieu-de of={prints['tieu-de']}}}"
    assert changed[1].endswith(f"{{#iii-2-4 of={prints['iii-2-4']}}}")
    assert changed[2:] == []


NO_TRANSLATIONS = [
    "docs/vi/van-ban/23-kh-duk-2021.md",
    "docs/vi/hoi-dap/in-trang.md",
    "docs/_data/themes.yml",
    "docs/_source/23-kh-duk-2021.txt",
    "docs/en/van-ban/khong-co.md",
    "docs/en/hoi-dap/khong-co.md",
    "docs/en/khong-co.md",
    "docs/en/gioi-thieu.txt",
]


@pytest.mark.parametrize("file", NO_TRANSLATIONS)
def test_what_is_no_translation(library, file):
    assert confirmed(library, file, "x", ()) is None


def test_words_without_their_stray_characters_are_what_is_confirmed(tmp_path):
    """The text of record keeps a letter that only looks like Đ; what is translated has the right one."""
    shutil.copytree(CONTENT, tmp_path / "kho")
    head = "BAN TUYÊN GIÁO TRUNG ƯƠNG\n*\nSố 98-HD/BTGTW\nHà Nội, ngày 10 tháng 6 năm 2021\nHƯỚNG DẪN\nthử một việc\n"
    (tmp_path / "a.txt").write_text(f"{head}Lời mở đầu.\nI. PHẦN THỬ\n- Theo \u00d0ảng\u200b ủy.\n", "utf-8")
    kb(tmp_path / "kho", "import", "../a.txt")
    name = "98-hd-btgtw-2021.md"
    body = (tmp_path / "kho/docs/vi/van-ban" / name).read_text("utf-8").split("---")[2]
    (tmp_path / "kho/docs/en/van-ban" / name).write_text(f"---\ntitle: a\nof_subject: x\n---\n{body}", "utf-8")
    kb(tmp_path / "kho", "confirm", f"docs/en/van-ban/{name}")
    assert "TRANS-002" not in kb(tmp_path / "kho", "check").stdout
    library = reading.read(tmp_path / "kho")
    assert [each.text for each in library.required(library.originals["98-hd-btgtw-2021"])][-1] == "Theo Đảng ủy."
