"""A text arrives for a document that others cite: its entry is completed, and nothing that it said beside is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kb import reading
from kb.importing import placing
from kb.importing.completing import completed, registered
from kb.importing.received import Refused
from kb.publish.rewriting import NotWritten, current
from tests.folders import CONTENT
from tests.test_cli import kb

ENTRY = "docs/vi/van-ban/05-ct-tw-2016.md"
SOURCE = "docs/_source/05-ct-tw-2016.txt"
TEXT = (
    "BỘ CHÍNH TRỊ\n*\nSố 05-CT/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 15 tháng 5 năm 2016\nCHỈ THỊ\n"
    "đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh\n"
    "Lời thử, không phải lời của văn bản.\nI. PHẦN THỬ\n- Dòng thử.\n"
)


@pytest.fixture
def checkout(tmp_path) -> Path:
    shutil.copytree(CONTENT, tmp_path / "kho")
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    return tmp_path / "kho"


def edited(checkout: Path, old: str, new: str) -> None:
    text = (checkout / ENTRY).read_text("utf-8")
    assert text.count(old) == 1
    (checkout / ENTRY).write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        # another document that was given the same number
        ("date: 2016-05-15", "date: 2016-05-16", "2016-05-16"),
        # a text that is held already is never written over
        ("text: not-held", "text: held", "không ghi đè"),
    ],
)
def test_what_is_no_entry_of_this_text_stays(checkout, old, new, said):
    edited(checkout, old, new)
    before = (checkout / ENTRY).read_bytes()
    done = kb(checkout, "import", "../a.txt")
    assert (done.returncode, said in done.stderr) == (2, True)
    assert (checkout / ENTRY).read_bytes() == before
    assert not (checkout / SOURCE).exists()


def test_an_entry_gets_its_text(checkout):
    done = kb(checkout, "import", "../a.txt")
    assert f"Toàn văn cho {ENTRY}" in done.stderr
    assert done.stdout.count("TRANS-001 Chưa dịch đoạn nào") == 1, done.stdout
    document = reading.read(checkout).originals["05-ct-tw-2016"]
    assert (document.held, document.stated_by, document.place) == (True, None, "Hà Nội")
    assert (checkout / SOURCE).read_text("utf-8") == TEXT


def test_what_others_say_of_it_stays(checkout):
    said = "replaced_by:\n  document: 26-kh-btgtw-2021\n  stated_by: 26-kh-btgtw-2021\nformerly: [chi-thi-05]\n"
    edited(checkout, "stated_by: ", f"{said}status: withheld\nstated_by: ")
    (checkout.parent / "a.txt").write_text(TEXT.replace("Hà Nội, ngày 15 tháng 5 năm 2016\n", ""), "utf-8")
    shutil.move(checkout / ENTRY, checkout / ENTRY.replace("-2016", ""))
    kb(checkout, "import", "../a.txt")
    document = reading.read(checkout).originals["05-ct-tw"]
    assert (document.held, document.date, document.status) == (True, "2016-05-15", "withheld")
    assert (document.replaced_by.document, document.formerly) == ("26-kh-btgtw-2021", ("chi-thi-05",))


def test_nothing_is_left_of_an_import_that_the_entry_refuses(checkout, of_lines):
    made = of_lines(TEXT)
    entry = registered(made, reading.read(checkout))
    texts = placing.files(completed(made, current(checkout, entry)))
    linked = checkout.parent / "b.md"
    shutil.move(checkout / ENTRY, linked)
    (checkout / ENTRY).symlink_to(linked)
    with pytest.raises(Refused) as refused:
        placing.place(checkout, texts, entry)
    assert isinstance(refused.value.__cause__, NotWritten)
    assert not (checkout / SOURCE).exists()
