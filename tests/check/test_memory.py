"""A check that remembers finds what one from nothing finds, whatever was edited in between."""

from __future__ import annotations

import re
import shutil
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


def doubts(root):
    """A field that is wrong and is cited elsewhere, with and without an error on its line, or in what states it.

    What citations of it are said to be wrong in hangs on that error, and on nothing else that is new.
    """
    held = texts(root)
    stated = [file for file in held if file.startswith("docs/vi/van-ban/") and "\nstated_by: " in held[file]]
    for file in stated[:3]:
        words = held[file]
        owner, _, name = re.search(r"\nstated_by: (\S+)", words)[1].partition("#")
        stating = f"docs/vi/van-ban/{owner}.md"
        altered = held[stating].replace(f" {{#{name}}}", f" xanh {{#{name}}}")
        for old, new in (("kind", "NQ"), ("kind", "KL"), ("date", "2001-02-03"), ("issuer_name", "Đảng ủy xanh")):
            wrong = re.sub(rf"\n{old}: .*", rf"\n{old}: {new}", words, count=1)
            # A letter that looks like another one, where it is no part of the value.
            doubted = re.sub(rf"\n{old}: .*", f"\n{old}: {new}  # \u00d0ảng", words, count=1)
            yield {file: wrong}
            yield {file: doubted}
            yield {file: wrong}
            yield {file: wrong, stating: altered}
            yield {stating: altered}


@pytest.mark.parametrize("root", [CONTENT, None], ids=["content", "corpus"])
def test_an_error_elsewhere_that_leaves_nothing_to_say(root, corpus):
    is_as_from_nothing(root or corpus, doubts(root or corpus))


def test_a_field_that_other_files_are_held_against(corpus):
    is_as_from_nothing(corpus, fields(corpus))


@pytest.mark.parametrize("first", range(0, 120, 30))
def test_edits_of_every_kind_of_file(first):
    is_as_from_nothing(SAMPLE, steps(SAMPLE, range(first, first + 30)))


def test_edits_of_the_content():
    is_as_from_nothing(CONTENT, steps(CONTENT, range(500, 506)))


def test_edits_among_many_documents(corpus):
    is_as_from_nothing(corpus, steps(corpus, range(200, 206)))


def reaching(root):
    """Changes that other files are held against, each in the files themselves: some are deleted, and come back."""
    held = texts(root)
    documents = [file for file in held if file.startswith("docs/vi/van-ban/") and "\ntext: held\n" in held[file]]
    answers = [file for file in held if file.startswith("docs/vi/hoi-dap/")]
    changed = [*documents[:2], *answers[:2], *(file.replace("/vi/", "/en/") for file in (documents[0], answers[0]))]
    changed += [f"docs/_source/{Path(documents[0]).stem}.txt", "docs/vi/gioi-thieu.md"]
    data = [f"docs/_data/{name}.yml" for name in ("kinds", "issuers", "themes", "terms", "abbreviations", "published")]
    for file in filter(held.__contains__, (*changed, *data)):
        words = held[file]
        yield {file: None}
        yield {file: words}
        # An error in it, the same error elsewhere in it, and none.
        yield {file: f"\ufeff{words}"}
        yield {file: f"{words}\n- xanh\n"}
        yield {file: f"{words}\n\n- xanh\n"}
        yield {file: words}
    for file in documents[:2]:
        # The words that others quote and cite, then the same with its text of record, so that only those are wrong.
        record = f"docs/_source/{Path(file).stem}.txt"
        for old, new in ((" và ", " hay "), ("2021", "2022"), ("-KH/", "-CT/")):
            yield {file: held[file].replace(old, new)}
            yield {file: held[file].replace(old, new), record: held[record].replace(old, new)}
            yield {record: held[record], file: held[file]}
    for file, old, new in (
        ("docs/_data/kinds.yml", "vi: kế hoạch", "vi: kế hoặch"),
        ("docs/_data/kinds.yml", "symbol: KH", "symbol: KHH"),
        ("docs/_data/issuers.yml", "symbol: BTGTW", "symbol: BTGTWW"),
        ("docs/_data/themes.yml", "#ii-1", "#ii-9"),
    ):
        if old in held.get(file, ""):
            yield {file: held[file].replace(old, new)}
            yield {file: held[file]}


@pytest.mark.parametrize("root", [CONTENT, SAMPLE, None], ids=["content", "sample", "corpus"])
def test_what_reaches_across_files(root, corpus, tmp_path):
    shutil.copytree((root or corpus) / "docs", tmp_path / "docs")
    memory = Memory()
    for step in ({}, *reaching(tmp_path)):
        for file, text in step.items():
            (tmp_path / file).unlink(missing_ok=True)
            if text is not None:
                (tmp_path / file).write_text(text, encoding="utf-8", newline="")
        again = check.run(reading.read(tmp_path, memory), memory)
        assert again == check.run(reading.read(tmp_path)), step.keys()
