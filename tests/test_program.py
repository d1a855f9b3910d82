"""The program as it is called: mistakes, settings and what the system refuses, each in one Vietnamese message."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from kb import configuration
from kb.cli import main
from kb.program import Program
from kb.refusals import REASONS, refusal

# What click, MkDocs, YAML and the system say of themselves.
ENGLISH = re.compile(
    r"\b(?:Usage|Options|Commands|Error|Try|No such|Missing|Invalid|Got|Show|Aborted|found|expected|while|denied)\b"
)
COMMANDS = [("check",), ("build",), ("verify",), ("serve",), ("cite",), ("confirm", "docs/en/hoi-dap/in-trang.md")]


@pytest.fixture
def checkout(checkout, monkeypatch):
    """As the working directory."""
    monkeypatch.chdir(checkout)
    return checkout


def call(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(main, list(arguments), input="")
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr


MISTAKES = [
    (("chek",), "Không có lệnh «chek». Có phải «check»?"),
    (("zzz",), "Không có lệnh «zzz»."),
    (("--nope", "check"), "Không có tùy chọn «--nope»."),
    (("check", "--formt", "json"), "Không có tùy chọn «--formt». Có phải «--format»?"),
    (("check", "--format"), "Tùy chọn «--format» cần một giá trị đi theo."),
    (("check", "--help=1"), "Tùy chọn «--help» không nhận giá trị nào."),
    (("check", "--format", "poem"), "«--format» phải là một trong: text, json"),
    (("check", "docs"), "Thừa: docs."),
    (("check", "a", "b"), "Thừa: a b."),
    (("confirm",), "Thiếu «PATH»."),
    (("confirm", "mkdocs.yml"), "mkdocs.yml không phải là tệp trong docs/."),
    (("confirm", "docs/vi/hoi-dap/in-trang.md"), "docs/vi/hoi-dap/in-trang.md không phải là bản dịch."),
    (("verify",), "chạy «kb build» trước"),
]


@pytest.mark.parametrize(("arguments", "words"), MISTAKES)
def test_a_wrong_call(checkout, arguments, words):
    code, out, err = call(*arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert not ENGLISH.search(err)


@pytest.mark.parametrize(
    "arguments", [("--help",), *((name, "--help") for name in main.commands), ("confirm", "-h"), ()]
)
def test_help_is_wholly_in_vietnamese(checkout, arguments):
    code, out, err = call(*arguments)
    assert code == (0 if arguments else 2)
    assert "Cách dùng: " in out + err
    assert not ENGLISH.search(out + err)


SETTINGS = [
    (b"site_name: x\nnav: [\n", "mkdocs.yml:3:1: YAML không đọc được: thiếu giá trị."),
    (b"site_name: x\n\tnav: []\n", "mkdocs.yml:2:1: YAML không đọc được: thụt lề bằng tab."),
    ('site_name: "Cơ sở\nnav: []\n'.encode(), "mkdocs.yml:1:12: YAML không đọc được: thiếu dấu nháy đóng."),
    ("ế: ế\nx: ế\x00\n".encode(), "mkdocs.yml:2:5: YAML không đọc được: có ký tự điều khiển không nhìn thấy."),
    (b"- a\n- b\n", "mkdocs.yml:1:1: tệp phải gồm các trường «tên: giá trị»."),
    (b"a\nb: \xff\n", "mkdocs.yml:2:1: Tệp không phải UTF-8 (byte thứ 6)."),
    ("a: b\n".encode("utf-16"), "mkdocs.yml:1:1: Tệp lưu theo UTF-16, không phải UTF-8."),
    (b"a: " + b"[" * 1200 + b"]" * 1200, "mkdocs.yml:1:1: YAML lồng quá sâu."),
    (b"a: *x\n", "mkdocs.yml:1:4: YAML không đọc được: bí danh (*) chưa được định nghĩa."),
]


@pytest.mark.parametrize(("content", "message"), SETTINGS)
def test_settings_that_cannot_be_read(checkout, content, message):
    (checkout / "mkdocs.yml").write_bytes(content)
    for command in COMMANDS:
        assert call(*command) == (2, "", f"{message}\n"), command


@pytest.mark.parametrize(
    "content", [b"", b"# x\n", b"\xef\xbb\xbfsite_url: ''\r\nextra:\r\n  forge: ''\r\n", b"a: !mine x"]
)
def test_settings_that_check_has_no_quarrel_with(checkout, content):
    (checkout / "mkdocs.yml").write_bytes(content)
    assert call("check")[0] == 0


WORDS = [
    (
        "ERROR   -  Config value 'plugins': The \"x\" plugin is not installed",
        "MkDocs không dùng được giá trị của «plugins».",
    ),
    (
        "WARNING -  Config value 'plugins': Unrecognised configuration name: plugins",
        "không có thiết lập nào tên «plugins».",
    ),
    (
        'constructing a Python object\n  in "/a/mkdocs.yml", line 5, column 7',
        "mkdocs.yml:5:7: không dựng được giá trị này.",
    ),
    (
        "ERROR   -  Config value 'nowhere': Required configuration not provided.",
        "mkdocs.yml:1:1: thiếu thiết lập «nowhere».",
    ),
    ("jinja2.exceptions.TemplateSyntaxError: x", "MkDocs dừng vì có lỗi."),
]


@pytest.mark.parametrize(("output", "fact"), WORDS)
def test_what_mkdocs_does_not_take_is_said_first_with_its_place(checkout, output, fact):
    told = configuration.explained(checkout, output)
    assert fact in told.split("\n")[0]
    assert output.split("\n")[-1] in told
    if "'plugins'" in output:
        text = (checkout / "mkdocs.yml").read_text(encoding="utf-8").split("\n")
        assert told.startswith(f"mkdocs.yml:{text.index('plugins:') + 2}:3: ")


REFUSED = [
    (PermissionError(errno.EACCES, "Permission denied", "/a/b.md"), "Không đọc hoặc ghi được /a/b.md: không có quyền."),
    (OSError(errno.ENOSPC, "No space left on device", b"/a"), "Không đọc hoặc ghi được /a: đĩa đã đầy."),
    (OSError(errno.EIO, "Input/output error"), "Không đọc hoặc ghi được: đĩa báo lỗi khi đọc hoặc ghi."),
    (OSError(9999, "Odd", "/a"), "Không đọc hoặc ghi được /a: lỗi hệ thống số 9999."),
]


@pytest.mark.parametrize(("error", "words"), REFUSED)
def test_what_the_system_refuses(error, words):
    assert refusal(error) == words


def test_every_reason_is_one_that_the_system_has():
    assert all(number in errno.errorcode for number in REASONS)


def test_a_refusal_ends_any_command_with_one_line():
    @click.group(cls=Program)
    def program():
        pass

    @program.command()
    def full():
        raise OSError(errno.ENOSPC, "No space left on device", "/a")

    @program.command()
    def stopped():
        raise KeyboardInterrupt

    done = CliRunner().invoke(program, ["full"])
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", "Không đọc hoặc ghi được /a: đĩa đã đầy.\n")
    done = CliRunner().invoke(program, ["stopped"])
    assert (done.exit_code, done.stderr) == (130, "Đã dừng.\n")


def test_a_reader_who_stops_reading_and_a_terminal_of_another_encoding(checkout):
    kb = f"{os.path.dirname(sys.executable)}/kb"
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([kb, "check"], env=environment, cwd=checkout, capture_output=True, check=False)
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)
    done = subprocess.run(f"{kb} --help | true", shell=True, cwd=checkout, capture_output=True, check=False)
    assert b"Traceback" not in done.stderr
