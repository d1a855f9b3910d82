"""The command as it is called: exit codes, what is printed where, and how it stops."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.folders import contents

KB = Path(sys.executable).with_name("kb")
PLAN = "docs/vi/van-ban/23-kh-duk-2021.md"
QUESTION = "docs/vi/hoi-dap/in-trang.md"
FINDING = re.compile(r"(?P<file>[^:]+):(?P<line>\d+):(?P<column>\d+) (?P<code>[A-Z]+-\d{3}) (?P<message>\S.*)")


def kb(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    # Nothing of the caller's environment: no git, no colours, no dates.
    clean = {"PATH": "/nowhere", "LC_ALL": "C.UTF-8", **environment}
    return subprocess.run(
        [KB, *arguments], cwd=folder, env=clean, capture_output=True, encoding="utf-8", check=False, timeout=120
    )


def edit(checkout: Path, file: str, old: str, new: str) -> None:
    text = (checkout / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (checkout / file).write_text(text.replace(old, new), encoding="utf-8")


def test_clean_content(checkout):
    done = kb(checkout, "check")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr != ""


def test_the_checkout_is_found_from_any_folder_below(checkout):
    assert kb(checkout / "docs" / "vi" / "hoi-dap", "check").returncode == 0


def test_errors_are_printed_in_order_each_with_its_remedy(checkout):
    edit(checkout, PLAN, "theo dõi, kiểm tra", "theo doi, kiểm tra")
    edit(checkout, QUESTION, "group: ", "group: x")
    edit(checkout, "docs/_data/changes.yml", "date: ", "date: x")
    done = kb(checkout, "check")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    heads = [(number, found) for number, line in enumerate(lines) if (found := FINDING.fullmatch(line))]
    assert [(found["file"], found["code"]) for _, found in heads] == [
        ("docs/_data/changes.yml", "META-003"),
        (QUESTION, "TAX-001"),
        (PLAN, "FID-001"),
    ]
    # Everything else is indented, and each finding ends in how to mend it.
    assert all(line.startswith(" ") for number, line in enumerate(lines) if number not in dict(heads))
    ends = [*(number for number, _ in heads[1:]), len(lines)]
    for (start, _), end in zip(heads, ends, strict=True):
        assert any(line.strip().startswith("Cách sửa: ") for line in lines[start:end])


def test_the_place_is_where_the_editor_must_look(checkout):
    edit(checkout, PLAN, "theo dõi, kiểm tra", "theo doi, kiểm tra")
    found = FINDING.match(kb(checkout, "check").stdout)
    line = (checkout / PLAN).read_text(encoding="utf-8").split("\n")[int(found["line"]) - 1]
    assert line[int(found["column"]) - 1 :].startswith("oi, kiểm tra, đôn đốc")


def test_notices_alone_are_no_failure(checkout):
    edit(checkout, "docs/vi/hoi-dap/ai-kiem-tra-don-doc.md", "Theo [", "Theo mục 2 Kế hoạch số 26-KH/BTGTW [")
    subprocess.run(
        [KB, "confirm", "docs/en/hoi-dap/ai-kiem-tra-don-doc.md"], cwd=checkout, check=True, capture_output=True
    )
    done = kb(checkout, "check")
    assert done.returncode == 0
    assert " XREF-006 Lưu ý: " in done.stdout


WRONG_CALLS = [("check", "--no-such-option"), ("check", "--format", "poem"), ("check", "docs"), ("no-such-command",)]


@pytest.mark.parametrize("arguments", WRONG_CALLS, ids=" ".join)
def test_wrong_calls(checkout, arguments):
    done = kb(checkout, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["check", "build", "verify", "serve"])
def test_no_checkout(tmp_path, command):
    done = kb(tmp_path, command)
    assert (done.returncode, done.stdout) == (2, "")
    assert "mkdocs.yml" in done.stderr


def test_a_checkout_without_content(tmp_path):
    (tmp_path / "mkdocs.yml").touch()
    done = kb(tmp_path, "check")
    assert (done.returncode, done.stdout) == (2, "")
    assert "docs" in done.stderr


def test_nothing_to_verify(checkout):
    done = kb(checkout, "verify")
    assert (done.returncode, done.stdout) == (2, "")


def test_a_sound_site_is_said_to_be_sound(checkout):
    for path, language in (("", "vi"), ("en/", "en")):
        for name in ("index", "404"):
            page = checkout / "site" / path / f"{name}.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            html = f'<html lang="{language}"><title>{path}{name}</title><h1>Trang</h1></html>'
            page.write_text(html, encoding="utf-8")
    done = kb(checkout, "verify")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "Không có lỗi.\n")


def test_help_is_in_vietnamese(checkout):
    done = kb(checkout, "--help")
    assert done.returncode == 0
    assert "Kiểm tra" in done.stdout


def test_confirm_writes_the_fingerprints_and_nothing_else(checkout):
    file = "docs/en/hoi-dap/in-trang.md"
    before = (checkout / file).read_text(encoding="utf-8")
    edit(checkout, QUESTION, "question: ", "question: Này, ")
    assert kb(checkout, "check").returncode == 1
    assert kb(checkout, "confirm", file).returncode == 0
    after = (checkout / file).read_text(encoding="utf-8")
    changed = [line for old, line in zip(before.split("\n"), after.split("\n"), strict=True) if old != line]
    assert [line.partition(":")[0] for line in changed] == ["of"]
    assert kb(checkout, "check").returncode == 0


@pytest.mark.parametrize("path", [QUESTION, "docs/en/khong-co.md", "mkdocs.yml", "docs/_data/themes.yml"])
def test_confirm_refuses_what_is_no_translation(checkout, path):
    before = contents(checkout)
    assert kb(checkout, "confirm", path).returncode == 2
    assert contents(checkout) == before


def test_confirm_refuses_a_provision_that_is_not_there(checkout):
    ended = kb(checkout, "confirm", "docs/en/van-ban/23-kh-duk-2021.md", "ii-1.1-3", "docs/en/hoi-dap/in-trang.md")
    assert (ended.returncode, "không có mã «docs/en/hoi-dap/in-trang.md»" in ended.stderr) == (2, True)


def test_a_build_stops_at_the_check_and_leaves_the_old_site_alone(checkout):
    (checkout / "site").mkdir()
    (checkout / "site" / "index.html").write_text("old", encoding="utf-8")
    edit(checkout, QUESTION, "group: ", "group: x")
    done = kb(checkout, "build")
    assert done.returncode == 1
    assert [line["code"] for line in map(FINDING.fullmatch, done.stdout.splitlines()) if line] == ["TAX-001"]
    assert "Xem: /kiem-tra/TAX-001/" in done.stdout
    assert (checkout / "site" / "index.html").read_text(encoding="utf-8") == "old"
    assert not (checkout / "build").exists()


def test_freeze_adds_what_is_there_and_then_nothing(checkout):
    register = checkout / "docs/_data/published.yml"
    before = register.read_text(encoding="utf-8") if register.exists() else ""
    assert kb(checkout, "freeze").returncode == 0
    after = register.read_text(encoding="utf-8")
    assert "  23-kh-duk-2021: tieu-de mo-dau-p1 i " in after
    assert "  - in-trang\n" in after
    assert all(line in after for line in before.split("\n"))
    assert kb(checkout, "freeze").stdout == "Đã ghi thêm 0 địa chỉ vào docs/_data/published.yml.\n"
    assert register.read_text(encoding="utf-8") == after
    assert kb(checkout, "check").returncode == 0


def test_nothing_is_frozen_that_has_an_error(checkout):
    edit(checkout, QUESTION, "group: ", "group: x")
    assert kb(checkout, "freeze").returncode == 1
    assert not (checkout / "docs/_data/published.yml").exists()
