"""Work on several processors gives what it gives on one, whatever happens to the others."""

from __future__ import annotations

import os

import pytest

from kb import processors, reading
from tests.corpus.generate import generate

MANY = range(3 * processors.FEW)


@pytest.fixture(autouse=True)
def two_processors(monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    # A server of another test may still have threads in this process.
    monkeypatch.setattr("threading.active_count", lambda: 1)


def test_results_stand_in_the_order_of_the_items():
    assert processors.spread(lambda number: -number, MANY) == [-number for number in MANY]


def test_few_items_are_worked_on_here():
    assert set(processors.spread(lambda _: os.getpid(), range(processors.FEW - 1))) == {os.getpid()}


def test_many_items_are_not():
    assert os.getpid() not in processors.spread(lambda _: os.getpid(), MANY)


def test_what_the_work_raises_is_raised_here():
    with pytest.raises(ZeroDivisionError):
        processors.spread(lambda number: 1 / (number - 300), MANY)


def test_where_a_process_is_killed_this_one_does_the_work():
    here = os.getpid()
    assert processors.spread(lambda number: number if os.getpid() == here else os._exit(9), MANY) == [*MANY]


def test_where_there_can_be_no_processes_this_one_does_the_work(monkeypatch):
    def refused(*_, **__):
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr(processors, "ProcessPoolExecutor", refused)
    assert processors.spread(lambda number: -number, MANY) == [-number for number in MANY]


def test_a_library_read_on_several_processors_is_that_read_on_one(tmp_path):
    generate(tmp_path, 120, seed=1)
    one, several = reading.read(tmp_path), reading.read(tmp_path, spread=processors.spread)
    assert len(several.documents["vi"]) + len(several.documents["en"]) > processors.FEW
    assert several.citations == one.citations
