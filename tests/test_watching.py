"""`kb check --watch` as a process: what it says after each change, and how it is stopped."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from queue import Empty, Queue

import pytest

from kb import check, reading
from kb.model.memory import Memory
from tests.test_cli import kb

KB = Path(sys.executable).with_name("kb")
QUESTION = "docs/vi/hoi-dap/in-trang.md"
PLAN = "docs/vi/van-ban/23-kh-duk-2021.md"
ROUND = re.compile(r"\[\d\d:\d\d:\d\d\] (?P<said>.*) \(\d+,\d giây\)")
CLEAN = "Không có lỗi."
# A machine that does much else besides needs its time; where all is well nobody waits so long.
LIMIT = 90


class Watching:
    """The command in a folder; `round` gives what it says of the next change, and the codes of what it found."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        command = [KB, "check", "--watch", *arguments]
        environment = {"PATH": "/nowhere", "LC_ALL": "C.UTF-8"}
        # Tests that a shell starts in the background ignore interrupts, and what they start would do so too.
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        self.process = subprocess.Popen(
            command, cwd=folder, env=environment, encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        signal.signal(signal.SIGINT, before)
        self.lines: Queue[str] = Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def round(self) -> tuple[str, list[str]]:
        codes, end = [], time.monotonic() + LIMIT
        while True:
            line = self.lines.get(timeout=max(end - time.monotonic(), 0.1))
            if found := ROUND.fullmatch(line):
                return found["said"], codes
            if line.startswith("docs/"):
                codes.append(line.split(" ")[1])

    def until(self, said: str, codes: list[str]) -> None:
        """A change of many files may be seen in parts: the last round says how it stands."""
        end = time.monotonic() + LIMIT
        while (found := self.round()) != (said, codes):
            assert time.monotonic() < end, found

    def is_quiet(self) -> bool:
        try:
            self.lines.get(timeout=1)
        except Empty:
            return True
        return False

    def stop(self) -> tuple[int, str]:
        self.process.send_signal(signal.SIGINT)
        _, errors = self.process.communicate(timeout=LIMIT)
        return self.process.returncode, errors


@pytest.fixture
def watching(checkout):
    started = Watching(checkout)
    assert started.round() == (CLEAN, [])
    yield started
    started.process.kill()
    started.process.communicate()


def test_each_change_is_checked_and_nothing_is_said_without_one(checkout, watching):
    question = checkout / QUESTION
    right = question.read_text(encoding="utf-8")
    assert watching.is_quiet()
    question.write_text(right.replace("group: ", "group: x"), encoding="utf-8")
    assert watching.round() == ("1 lỗi", ["TAX-001"])
    # As editors save: another file takes the place of the old one.
    other = checkout / "docs/vi/hoi-dap/.in-trang.md.swp"
    other.write_text(right, encoding="utf-8")
    other.replace(question)
    watching.until(CLEAN, [])
    assert watching.is_quiet()


def test_what_comes_goes_and_is_half_written(checkout, watching):
    plan, question = checkout / PLAN, checkout / QUESTION
    whole = plan.read_bytes()
    # In the middle of a letter.
    plan.write_bytes(whole[: whole.index("Đ".encode()) + 1])
    watching.until("1 lỗi", ["TEXT-006"])
    plan.write_bytes(whole)
    watching.until(CLEAN, [])
    text = question.read_bytes()
    question.unlink()
    said, codes = watching.round()
    assert (said, set(codes)) != (CLEAN, set())
    question.write_bytes(text)
    watching.until(CLEAN, [])
    question.rename(question.with_name("in-mot-trang.md"))
    assert "TRANS-003" in watching.round()[1]
    question.with_name("in-mot-trang.md").rename(question)
    watching.until(CLEAN, [])


def test_another_folder_takes_the_place_of_docs(checkout, watching):
    (checkout / "docs").rename(checkout / "old")
    assert "docs" in watching.round()[0]
    (checkout / "old").rename(checkout / "docs")
    watching.until(CLEAN, [])


@pytest.mark.needs("git")
def test_another_branch_is_checked_out(checkout):
    def git(*arguments: str) -> None:
        name = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *name, *arguments], cwd=checkout, check=True, capture_output=True)

    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-qm", "sound")
    git("checkout", "-qb", "other")
    for path in sorted((checkout / "docs/vi/hoi-dap").glob("*.md")):
        path.write_text(path.read_text(encoding="utf-8") + "\n<b>Một câu.</b>\n", encoding="utf-8")
    git("commit", "-qam", "spoilt")
    started = Watching(checkout)
    try:
        wrong = started.round()
        assert wrong[1].count("TEXT-005") == len(list((checkout / "docs/vi/hoi-dap").glob("*.md")))
        git("checkout", "-q", "main")
        started.until(CLEAN, [])
        git("checkout", "-q", "other")
        started.until(*wrong)
    finally:
        started.process.kill()
        started.process.communicate()


@pytest.mark.parametrize("wait", [True, False], ids=["while it waits", "while it checks"])
def test_an_interrupt_ends_it(checkout, wait):
    started = Watching(checkout)
    assert started.round() == (CLEAN, [])
    if not wait:
        (checkout / QUESTION).touch()
        time.sleep(0.3)
    code, errors = started.stop()
    assert (code, errors) == (130, "Đã dừng.\n")


def test_other_programs_read_reports_and_nothing_else(checkout):
    started = Watching(checkout, "--format", "json")
    assert started.lines.get(timeout=LIMIT).startswith("{")
    assert ROUND.fullmatch(started.process.stderr.readline().rstrip("\n"))["said"] == CLEAN
    assert started.stop()[1] == "Đã dừng.\n"


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_it_changes_nothing_itself(checkout, option):
    done = kb(checkout, "check", "--watch", option)
    assert (done.returncode, done.stdout) == (2, "")
    assert option in done.stderr


def test_a_changed_file_is_rechecked_well_within_a_second(checkout):
    """What is done after a change, in processor time: other work on the machine does not count."""
    memory = Memory()
    check.run(reading.read(checkout, memory), memory)
    question = checkout / QUESTION
    taken = []
    for count in range(1, 4):
        question.write_text(question.read_text(encoding="utf-8") + "Một câu nữa.\n" * count, encoding="utf-8")
        start = time.process_time()
        check.run(reading.read(checkout, memory), memory)
        taken.append(time.process_time() - start)
    assert min(taken) < 0.5
