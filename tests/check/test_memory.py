"""A check that remembers finds what one from nothing finds, whatever was edited in between."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from kb import check, reading
from kb.model.memory import Memory
from tests.check.mutations import changes, texts
from tests.corpus.generate import generate
from tests.folders import CONTENT, SAMPLE


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """Documents that cite one another; some are over, some not published."""
    folder = tmp_path_factory.mktemp("corpus")
    generate(folder, 20, seed=4)
    return folder


def steps(root, seeds):
    """Texts that stand for files: an edit more each time, or at times that edit alone."""
    held, state, rng = texts(root), {}, Random(seeds[0])
    for seed in seeds:
        edited = {file: text for file, text in changes(held, seed).items() if isinstance(text, str)}
        state = {**(state if rng.random() < 0.5 else {}), **edited}
        yield state


def is_as_from_nothing(root, states):
    memory = Memory()
    check.run(reading.read(root, memory), memory)
    for state in states:
        again = check.run(reading.read(root, memory, state), memory)
        assert again == check.run(reading.read(root, overlay=state))


def fields(root):
    """One field of one document changed at a time: what other files are held against, and no word of theirs."""
    for text in ("held", "not-held"):
        file, words = next(
            (file, words)
            for file, words in texts(root).items()
            if file.startswith("docs/vi/van-ban/") and f"\ntext: {text}\n" in words
        )
        others = [Path(name).stem for name in texts(root) if name.startswith("docs/vi/van-ban/") and name != file][:2]
        # Twice each: what is wrong stands at the same place the second time.
        for old, *both in (
            ("number: ", "number: 9", "number: 8"),
            ("kind: ", "kind: X", "kind: NQ #"),
            ("issuer: ", "issuer: X", "issuer: TW #"),
            ("issuer_name: ", "issuer_name: Đảng ủy ", "issuer_name: Đoàn "),
            ("date: 20", "date: 19", "date: 18"),
            ("subject: ", "subject: xanh ", "subject: cao "),
            ("language: vi", "language: vi\nstatus: draft", "language: vi\nstatus: withheld"),
            ("language: vi", *(f"language: vi\nreplaced_by:\n  document: {each}\n  stated_by: x" for each in others)),
            ("basis:", *(f"expired:\n  date: {day}-01-01\n  stated_by: x\nbasis:" for day in (2001, 2002))),
        ):
            for new in both:
                changed = words.replace(f"\n{old}", f"\n{new}", 1)
                assert changed != words
                yield {file: changed}


def test_a_field_that_other_files_are_held_against(corpus):
    is_as_from_nothing(corpus, fields(corpus))


@pytest.mark.parametrize("first", range(0, 120, 30))
def test_edits_of_every_kind_of_file(first):
    is_as_from_nothing(SAMPLE, steps(SAMPLE, range(first, first + 30)))


def test_edits_of_the_content():
    is_as_from_nothing(CONTENT, steps(CONTENT, range(500, 506)))


def test_edits_among_many_documents(corpus):
    is_as_from_nothing(corpus, steps(corpus, range(200, 206)))
