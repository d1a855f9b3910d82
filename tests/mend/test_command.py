"""`kb check --fix` and `--diff` as they are called: what is written, what is printed, and how they end."""

from __future__ import annotations

import subprocess
import unicodedata
from pathlib import Path

import pytest

from tests.folders import contents
from tests.test_cli import kb

ANSWER = "docs/vi/hoi-dap/in-trang.md"
TRANSLATED = "docs/en/hoi-dap/in-trang.md"
PLAN = "docs/vi/van-ban/23-kh-duk-2021.md"
CHANGES = "docs/_data/changes.yml"
WRONG, RIGHT = "Ðảng số 26 – KH/BTGTW.\n", "Đảng số 26-KH/BTGTW.\n"


def add(checkout: Path, file: str, words: str) -> None:
    with (checkout / file).open("a", encoding="utf-8") as opened:
        opened.write(words)


def test_nothing_to_mend(checkout):
    before = contents(checkout)
    for option in ("--fix", "--diff"):
        done = kb(checkout, "check", option)
        assert (done.returncode, done.stdout) == (0, "")
        assert " 0 chỗ trong 0 tệp." in done.stderr
    assert contents(checkout) == before


def test_a_mend_is_written_and_what_is_left_is_reported(checkout):
    right = (checkout / ANSWER).read_text(encoding="utf-8") + RIGHT + "Xem số 99-KH/BTGTW.\n"
    add(checkout, ANSWER, WRONG + "Xem số 99-KH/BTGTW.\n")
    before = contents(checkout)
    done = kb(checkout, "check", "--fix")
    assert done.returncode == 1
    assert [line.split()[1] for line in done.stdout.splitlines() if line.startswith("docs/")] == ["XREF-001"]
    assert "Đã sửa 2 chỗ trong 1 tệp." in done.stderr
    after = contents(checkout)
    assert after.pop(ANSWER).decode() == right
    del before[ANSWER]
    assert after == before


def test_twice_is_once(checkout):
    add(checkout, ANSWER, WRONG)
    kb(checkout, "check", "--fix")
    before = {path: path.stat().st_mtime_ns for path in checkout.rglob("*")}
    assert "Đã sửa 0 chỗ trong 0 tệp." in kb(checkout, "check", "--fix").stderr
    assert {path: path.stat().st_mtime_ns for path in checkout.rglob("*")} == before


@pytest.mark.needs("git")
def test_a_diff_writes_nothing_and_is_one_that_git_applies(checkout):
    add(checkout, ANSWER, WRONG.rstrip("\n"))
    add(checkout, CHANGES, "# Ðảng  \n")
    before = contents(checkout)
    for options in (["--diff"], ["--fix", "--diff"]):
        done = kb(checkout, "check", *options)
        assert done.returncode == 1
        assert contents(checkout) == before
    (checkout / "mend.patch").write_text(done.stdout, encoding="utf-8")
    subprocess.run(["git", "apply", "mend.patch"], cwd=checkout, check=True)
    (checkout / "mend.patch").unlink()
    patched = contents(checkout)
    for file, raw in before.items():
        (checkout / file).write_bytes(raw)
    kb(checkout, "check", "--fix")
    assert contents(checkout) == patched


def test_other_forms_report_what_is_left(checkout):
    add(checkout, ANSWER, WRONG)
    done = kb(checkout, "check", "--fix", "--format", "json")
    assert '"TRANS-002"' in done.stdout
    assert '"TEXT-' not in done.stdout


def test_the_mode_and_the_ends_of_lines_stay(checkout):
    path = checkout / ANSWER
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n") + WRONG.replace("\n", "\r\n").encode() + b"a  b\n")
    path.chmod(0o640)
    right = path.read_bytes().replace(WRONG.rstrip().encode(), RIGHT.rstrip().encode()).replace(b"a  b", b"a b")
    kb(checkout, "check", "--fix")
    assert path.read_bytes() == right
    assert path.stat().st_mode & 0o7777 == 0o640
    assert not list(path.parent.glob(".*"))


def test_no_link_is_written_through(checkout, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "in-trang.md"
    add(checkout, ANSWER, WRONG)
    (checkout / ANSWER).rename(outside)
    (checkout / ANSWER).symlink_to(outside)
    before = outside.read_bytes()
    done = kb(checkout, "check", "--fix")
    assert "Đã sửa 0 chỗ trong 0 tệp." in done.stderr
    assert " FILE-001 " in done.stdout
    assert outside.read_bytes() == before
    assert (checkout / ANSWER).is_symlink()


def test_a_checkout_whose_content_is_a_link(checkout, tmp_path_factory):
    """Where `docs/` itself is a link nothing is read, so nothing is written."""
    real = tmp_path_factory.mktemp("real") / "content"
    add(checkout, ANSWER, WRONG)
    (checkout / "docs").rename(real)
    (checkout / "docs").symlink_to(real)
    done = kb(checkout, "check", "--fix")
    assert (done.returncode, done.stdout) == (2, "")
    assert "là liên kết tượng trưng" in done.stderr
    assert (real / ANSWER.removeprefix("docs/")).read_text(encoding="utf-8").endswith(WRONG)


def test_a_translation_is_not_confirmed_by_a_mend(checkout):
    """Confirmed with the odd spelling, it is to be looked at again; confirmed before that, it is as it was."""
    add(checkout, ANSWER, WRONG)
    kb(checkout, "confirm", TRANSLATED)
    confirmed = (checkout / TRANSLATED).read_bytes()
    done = kb(checkout, "check", "--fix")
    assert done.returncode == 1
    assert [line.split()[1] for line in done.stdout.splitlines() if line.startswith("docs/")] == ["TRANS-002"]
    assert (checkout / TRANSLATED).read_bytes() == confirmed
    kb(checkout, "confirm", TRANSLATED)
    path = checkout / ANSWER
    path.write_text(path.read_text(encoding="utf-8").replace(RIGHT, WRONG), encoding="utf-8")
    done = kb(checkout, "check", "--fix")
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("change", [lambda words: unicodedata.normalize("NFD", words), lambda words: f"{words}  "])
def test_a_translation_follows_words_not_their_spelling(checkout, change):
    """Composed or not, with blanks or without, the words are those that were translated."""
    path = checkout / ANSWER
    *head, last = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    path.write_text("\n".join([*head, change(last)]) + "\n", encoding="utf-8")
    kb(checkout, "confirm", TRANSLATED)
    assert kb(checkout, "check", "--fix").returncode == 0


def test_a_file_that_is_not_utf8_is_left_alone(checkout):
    (checkout / ANSWER).write_bytes("Ðảng".encode("utf-16"))
    before = contents(checkout)
    assert kb(checkout, "check", "--fix").returncode == 1
    assert contents(checkout) == before


def test_a_byte_order_mark_goes_and_the_line_ends_of_an_old_system_stay(checkout):
    path = checkout / ANSWER
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r"))
    right = path.read_bytes()
    path.write_bytes(b"\xef\xbb\xbf" + right)
    shown = kb(checkout, "check", "--diff")
    assert shown.stdout.startswith(f"--- a/{ANSWER}\n+++ b/{ANSWER}\n@@ -1,4 +1,4 @@\n-\ufeff---\n+---\n")
    assert "Đã sửa 1 chỗ trong 1 tệp." in kb(checkout, "check", "--fix").stderr
    assert path.read_bytes() == right
