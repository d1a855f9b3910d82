"""`kb new`: what an editor begins with passes the check at once, or shows only what is left to fill in."""

from __future__ import annotations

import os
import select
import shutil
import signal
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb import check, reading, scaffolding
from kb.model.finding import Severity
from kb.parse import record
from tests.folders import contents
from tests.test_cli import kb

RECEIVED = "CƠ QUAN\nSố 98-KH/BTGTW\nKẾ HOẠCH\nThử\nLời mở đầu:\nI. PHẦN MỘT\n1. Mục một\n- Lời thử.\nLời kết.\n"
DOCUMENT = ("new", "document", "--number", "98-KH/BTGTW", "--date", "2024-03-01")
# What a terminal makes of Ctrl-C.
INTERRUPT = b"\x03"
QUESTION = (
    *("new", "question", "--question", "Có câu mới nào không?", "--group", "ke-hoach", "--answer", "Có. Xem đoạn ấy."),
    *("--question-en", "Is there: a new one?", "--answer-en", "Yes. See it.", "--provision", "23-kh-duk-2021#iii-1-1"),
)
THEME = (
    "new",
    "theme",
    "--vi",
    "Tổ chức: thực hiện",
    "--en",
    "Implementation",
    "--provision",
    "23-kh-duk-2021#iii-1-1",
)


def codes(root):
    found = check.run(reading.read(root))
    assert not [each for each in found if each.blocks]
    return {each.code for each in found if each.severity is Severity.WARNING}


def test_a_question_with_its_translation_is_whole(small):
    done = kb(small, *QUESTION)
    assert done.stdout.split() == ["docs/vi/hoi-dap/co-cau-moi-nao-khong.md", "docs/en/hoi-dap/co-cau-moi-nao-khong.md"]
    assert codes(small) == set()
    assert kb(small, "fmt", "--check").returncode == 0


def test_a_theme_is_whole(small):
    before = (small / "docs/_data/themes.yml").read_text("utf-8")
    assert kb(small, *THEME).returncode == 0
    assert (small / "docs/_data/themes.yml").read_text("utf-8").startswith(before)
    assert reading.read(small).themes[-1].labels == {"vi": "Tổ chức: thực hiện", "en": "Implementation"}
    assert codes(small) == set()


def test_a_document_is_a_draft_whose_translation_is_left_to_do(small):
    assert kb(small, *DOCUMENT).stdout == "docs/vi/van-ban/98-kh-btgtw-2024.md\n"
    made = reading.read(small).originals["98-kh-btgtw-2024"]
    assert (made.kind, made.issuer, made.date, made.status, made.held) == ("KH", "BTGTW", "2024-03-01", "draft", False)
    assert codes(small) == {"TRANS-004"}


def test_a_received_text_becomes_provisions(small, tmp_path):
    (tmp_path / "a.txt").write_text(RECEIVED, "utf-8")
    assert kb(small, *DOCUMENT, "--subject", "Thử", "--text", "../a.txt").returncode == 0
    assert (small / "docs/_source/98-kh-btgtw-2024.txt").read_bytes() == RECEIVED.encode()
    library = reading.read(small)
    made = library.originals["98-kh-btgtw-2024"]
    assert [(each.id, each.text) for each in made.provisions] == [
        (each.id, each.text) for each in library.records["98-kh-btgtw-2024"].provisions
    ]
    assert not {code for code in codes(small) if code.startswith(("FID-", "SRC-", "STRUCT-"))}


def test_a_document_without_number(small):
    assert (
        kb(small, "new", "document", "--title", "Luật Thử năm 2013").stdout == "docs/vi/van-ban/luat-thu-nam-2013.md\n"
    )
    assert reading.read(small).originals["luat-thu-nam-2013"].names == ("Luật Thử năm 2013",)


@pytest.mark.parametrize(
    ("number", "title", "date", "expected"),
    [
        ("26-KH/BTGTW", None, "2021-05-05", "26-kh-btgtw-2021"),
        ("26-KH/BTGTW", None, None, "26-kh-btgtw"),
        ("30/2020/NĐ-CP", None, "2020-03-05", "30-2020-nd-cp"),
        (None, "Luật Thử năm 2013", "2013-01-01", "luat-thu-nam-2013"),
    ],
)
def test_addresses(number, title, date, expected):
    assert scaffolding.document_id(number, title, date) == expected


WRONG = [
    (("new", "document"), "--number"),
    (("new", "question", "--question", "Ai?"), "--group"),
    ((*QUESTION[:6], "--group", "khac"), "khac"),
    ((*QUESTION, "--provision", "23-kh-duk-2021#x"), "23-kh-duk-2021#x"),
    ((*QUESTION, "--provision", "iii-1-1"), "ghi như 23-kh-duk-2021#iii-1-1."),
    (THEME[:-2], "--provision"),
    ((*DOCUMENT[:-1], "2024-02-30"), "2024-02-30"),
    ((*DOCUMENT[:3], "—"), "không phải là số"),
    ((*DOCUMENT, "--text", "khong-co.txt"), "--text"),
    (("new", "document", "--number", "05-CT/TW", "--date", "2016-05-15"), "05-ct-tw-2016.md"),
    (("new", "theme", "--vi", "Bầu cử", "--en", "x", *THEME[-2:]), "bau-cu"),
]


@pytest.mark.parametrize(("arguments", "named"), WRONG)
def test_nothing_is_written_where_the_call_is_wrong(small, arguments, named):
    before = contents(small)
    done = kb(small, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert named in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(small) == before


def test_nothing_is_written_where_the_disk_refuses_the_second_of_two_files(small):
    """What is in the way of the translation must not leave a question without one."""
    shutil.rmtree(small / "docs/en/hoi-dap")
    (small / "docs/en/hoi-dap").write_bytes(b"")
    before = contents(small)
    done = kb(small, *QUESTION)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert "docs/en/hoi-dap" in done.stderr
    assert contents(small) == before


def at_a_terminal(root, arguments, answers):
    """The program at a terminal of its own: each answer is given when it asks. What it said, and its code.

    An interrupt between a question and the wait for its answer is lost: Python notes it and waits none the less.
    So the key is pressed again, as a user would, where nothing comes of it.
    """
    import pty  # noqa: PLC0415  (there is none on Windows)

    child, terminal = pty.fork()
    if child == 0:
        # Whatever started the tests may ignore the key, as a shell does for what runs behind it.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.chdir(root)
        program = Path(sys.executable).with_name("kb")
        os.execv(program, ["kb", *arguments])
    said, given, waiting = b"", b"", [each.encode() for each in answers]
    while True:
        while given == INTERRUPT and not select.select([terminal], [], [], 1)[0]:
            os.write(terminal, INTERRUPT)
        try:
            piece = os.read(terminal, 4096)
        except OSError:
            break
        said += piece
        if not piece:
            break
        if said.endswith(b": ") and waiting:
            given = waiting.pop(0)
            os.write(terminal, given)
    os.close(terminal)
    return said.decode().replace("\r\n", "\n"), os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


REST = "23-kh-duk-2021#iii-1-1\n"
ASKED = [
    # A wrong answer is asked for again, and nothing that was typed before is lost.
    (
        ("new", "question"),
        ["\n", "—\n", "Có câu mới nào không?\n", "khac\n", "ke-hoach\n", "23-kh-duk-2021#x\n", REST,
         "Có. Xem đoạn ấy.\n", "Is there: a new one?\n", "Yes. See it.\n"],
        ["docs/en/hoi-dap/co-cau-moi-nao-khong.md", "docs/vi/hoi-dap/co-cau-moi-nao-khong.md"],
    ),
    (
        ("new", "theme"),
        ["Bầu cử\n", "Tổ chức: thực hiện\n", "Implementation\n", "\n", "23-kh-duk-2021#x\n", REST],
        [],
    ),
    (
        ("new", "document"),
        ["một\n", "98 -KH/BTGTW\n", "2024-02-30\n", "20240301\n", "2024-03-01\n", "thử\n"],
        ["docs/vi/van-ban/98-kh-btgtw-2024.md"],
    ),
    (("new", "document"), ["\n", "\n", "Một tên gọi\n", "\n", "\n"], ["docs/vi/van-ban/mot-ten-goi.md"]),
]  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal")
@pytest.mark.parametrize(("arguments", "answers", "made"), ASKED)
def test_at_a_terminal_wrong_answers_are_asked_for_again(small, arguments, answers, made):
    before = contents(small)
    said, code = at_a_terminal(small, arguments, answers)
    assert (code, "Traceback" in said) == (0, False)
    assert sorted(contents(small).keys() - before.keys()) == made
    assert contents(small) != before
    assert codes(small) <= {"TRANS-004", "META-001"}


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal")
@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_an_editor_who_stops_leaves_nothing(small, key):
    before = contents(small)
    said, code = at_a_terminal(small, ("new", "question"), ["Có câu mới nào không?\n", key])
    assert (code, said.splitlines()[-1], "Aborted" in said) == (130, "Đã dừng.", False)
    assert contents(small) == before


@pytest.mark.parametrize("content", ["TỐI MẬT\nSố 98-KH/BTGTW\n".encode(), b"\xff\xfe"])
def test_what_may_not_come_in(small, tmp_path, content):
    (tmp_path / "a.txt").write_bytes(content)
    before = contents(small)
    done = kb(small, *DOCUMENT, "--text", "../a.txt")
    assert (done.returncode, done.stdout, contents(small) == before) == (2, "", True)
    assert "MẬT\n" not in done.stderr


LINES = st.lists(
    st.sampled_from(("I. MỘT", "1. Hai", "1.1. Ba", "- Bốn;", "Năm:", "Sáu.", "# x", "> y", "a {b}")), max_size=9
)


@given(LINES)
def test_whatever_was_received_is_written_as_it_is_read(lines):
    received = ("CƠ QUAN\n" + "\n".join(lines) + "\n").encode()
    text = scaffolding.document({"number": "1-KH/X"}, [], received, "docs/_source/a.txt")
    for each in record.read(received, "x").provisions:
        assert all(line in text.split("\n") or f"{line} {{#{each.id}}}" in text for line in each.text.split("\n"))
