"""The date that a build carries is that of the commit, never the clock's."""

from __future__ import annotations

import subprocess

import pytest

from kb.publish.revision import day, epoch

pytestmark = pytest.mark.needs("git")

IDENTITY = {f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
WHEN = 1621238400  # 2021-05-17 08:00 UTC


@pytest.fixture
def without_date(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture
def repository(tmp_path, monkeypatch, without_date):
    for name, value in IDENTITY.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("GIT_COMMITTER_DATE", f"{WHEN} +0700")
    for command in (["init", "-q"], ["commit", "-q", "--allow-empty", "-m", "x"]):
        subprocess.run(["git", "-C", tmp_path, *command], check=True)
    return tmp_path


def test_the_commit(repository):
    assert epoch(repository) == WHEN


def test_the_variable_goes_before_the_commit(repository, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert epoch(repository) == 86400


@pytest.mark.parametrize("value", ["", "x", "-1", "1.5", " "])
def test_a_variable_that_is_no_number_is_none(repository, monkeypatch, value):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    assert epoch(repository) == WHEN


def test_a_folder_that_is_no_repository(tmp_path, without_date):
    assert epoch(tmp_path) is None


def test_a_repository_without_a_commit(tmp_path, without_date):
    subprocess.run(["git", "-C", tmp_path, "init", "-q"], check=True)
    assert epoch(tmp_path) is None


def test_a_machine_without_git(tmp_path, monkeypatch, without_date):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert epoch(tmp_path) is None


@pytest.mark.parametrize(
    ("seconds", "iso"),
    [(None, None), (0, "1970-01-01"), (WHEN, "2021-05-17"), (1621295999, "2021-05-17"), (1621296000, "2021-05-18")],
)
def test_the_day_is_that_of_utc(seconds, iso):
    assert day(seconds) == iso
