"""`kb diff` as it is called."""

from __future__ import annotations

import json
import os

import pytest

from tests.review import scripted
from tests.review.history import History
from tests.test_cli import kb

pytestmark = pytest.mark.needs("git")
PATH = {"PATH": os.environ["PATH"]}


@pytest.fixture(scope="module")
def history(tmp_path_factory):
    history = History(tmp_path_factory.mktemp("history"))
    history.git("tag", "base")
    scripted.register(history)
    history.commit()
    history.git("tag", "register")
    scripted.record_without_corrigendum(history)
    history.commit()
    return history


def test_what_is_told_and_how_it_ends(history):
    done = kb(history.root / "docs", "diff", "base..register", **PATH)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("# Báo cáo xem xét ")
    done = kb(history.root, "diff", "register..", "--format", "json", **PATH)
    assert (done.returncode, done.stderr) == (1, "Nguyên văn thay đổi mà không có đính chính: 1 văn bản.\n")
    assert json.loads(done.stdout)["fails"] is True
    assert kb(history.root, "diff", "base..base", **PATH).stdout.endswith("\n\nKhông có gì thay đổi.\n")


@pytest.mark.parametrize("arguments", [("base..no",), ("base",), ("base..", "--format", "x"), ()])
def test_called_wrongly(history, arguments):
    done = kb(history.root, "diff", *arguments, **PATH)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_without_git(history):
    done = kb(history.root, "diff", "base..")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "git" in done.stderr
