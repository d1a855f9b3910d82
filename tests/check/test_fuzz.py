"""Ten thousand spoilt files: the check neither fails nor hangs, and all that it says is true of the files."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from kb import check, reading
from kb.check.catalogue import RULES
from kb.model.finding import Finding, Span
from kb.model.library import Library
from kb.model.memory import Memory
from kb.report import FORMS, render
from tests.check.mutations import Changes, changes, texts
from tests.check.plan import FILE as PLAN
from tests.folders import CONTENT, SAMPLE

DOCUMENTS = 10_000
PORTION = 500
# The time of the processor; all of them together take a few milliseconds each.
MOST_SECONDS = 5
# Pages of our own prose, which the sample has none of.
PAGES = ("docs/vi/gioi-thieu.md", "docs/en/gioi-thieu.md")


class Hangs(Exception):
    """A file took longer than any may."""


class Trials:
    """A checkout, files of it changed one after the other, and what the check says."""

    def __init__(self, root: Path, run: Callable[[Library, Memory | None], list[Finding]] = check.run) -> None:
        self.root = root
        self.run = run
        self.texts = texts(root)
        self.memory = Memory()

    def judge(self, changed: Changes, form: str, anew: bool = False) -> None:
        """Raise what the check or the report raises, Hangs, or AssertionError for a finding that is not right.

        With `anew` the same must be found without what was kept from before.
        """
        with self._written(changed) as overlay, _bounded():
            library = reading.read(self.root, self.memory, overlay)
            found = self.run(library, self.memory)
            render(form, found, library.sources, RULES).encode()
        _are_right(found, library)
        if anew:
            with self._written(changed) as overlay:
                assert self.run(reading.read(self.root, overlay=overlay), None) == found

    @contextmanager
    def _written(self, changed: Changes) -> Iterator[dict[str, str]]:
        """Writes what no overlay can be, gives the overlay, and puts back what was written."""
        written = {file: content for file, content in changed.items() if not isinstance(content, str)}
        for file, content in written.items():
            (self.root / file).unlink()
            if content is not None:
                (self.root / file).write_bytes(content)
        yield {file: content for file, content in changed.items() if isinstance(content, str)}
        for file in written:
            (self.root / file).write_bytes(self.texts[file].encode())


def _are_right(found: list[Finding], library: Library) -> None:
    assert found == sorted(found, key=Finding.sort_key)
    assert len(set(found)) == len(found)
    for each in found:
        assert each.code in RULES
        assert each.message
        assert each.remedy
        _is_inside(each.span, library)


def _is_inside(span: Span, library: Library) -> None:
    """Its file is there, or is named as the one that is missing; line and column are in it, or one behind the line."""
    if span.file not in library.files:
        assert span.file in library.unreadable
    lines = library.sources.get(span.file, "").split("\n")
    if span.file in library.sources:
        assert 1 <= span.line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
    else:
        assert span.line >= 1
        assert span.column == 1


@contextmanager
def _bounded() -> Iterator[None]:
    def ring(*_: object) -> None:
        raise Hangs

    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, MOST_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Path:
    """A checkout with a file of each kind, small enough to be checked in some milliseconds."""
    root = Path(shutil.copytree(SAMPLE, tmp_path_factory.mktemp("fuzz") / "sample"))
    for page in PAGES:
        shutil.copy(CONTENT / page, root / page)
    return root


@pytest.fixture(scope="module")
def trials(sample) -> Trials:
    return Trials(sample)


@pytest.fixture(scope="module")
def real(checkout) -> Trials:
    return Trials(checkout.root)


@pytest.mark.parametrize("first", range(0, DOCUMENTS, PORTION))
def test_whatever_a_file_holds_the_check_says_what_is_true_of_it(trials, first):
    for seed in range(first, first + PORTION):
        _try(trials, changes(trials.texts, seed), FORMS[seed % len(FORMS)], anew=seed % 25 == 0)


@pytest.mark.parametrize("seed", range(60))
def test_whatever_a_file_of_the_content_holds(real, seed):
    _try(real, changes(real.texts, seed), "text")


# What has failed before: the file, and what is put in at which offsets; None cuts the rest off.
FAILED = [
    ("docs/_data/themes.yml", {30: "\x85", 300: "["}),
    ("docs/vi/hoi-dap/in-trang.md", {20: "\r", 30: ": "}),
    (PLAN, {0: None}),
    (PLAN, {2300: None}),
    ("docs/_source/23-kh-duk-2021.txt", {0: None}),
]


@pytest.mark.parametrize(("file", "edits"), FAILED)
def test_what_has_failed_before(real, file, edits):
    text = real.texts[file]
    for at, new in sorted(edits.items(), reverse=True):
        text = text[:at] + (new + text[at:] if new else "")
    _try(real, {file: text}, "text")


def _try(trials: Trials, changed: Changes, form: str, anew: bool = False) -> None:
    try:
        trials.judge(changed, form, anew)
    except BaseException as error:
        error.add_note(f"{changed!r}"[:20_000])
        raise


FAULTY = {
    "it fails": (ZeroDivisionError, lambda library, _: 1 // ("\ue000" not in library.sources["docs/vi/gioi-thieu.md"])),
    "it hangs": (Hangs, lambda library, found: _forever()),
    "a finding is behind the file": (AssertionError, lambda _, found: [_at(found[0], line=10_000)]),
    "a finding is behind its line": (AssertionError, lambda _, found: [_at(found[0], column=10_000)]),
    "a finding is in no file": (AssertionError, lambda _, found: [_at(found[0], file="docs/x.md")]),
    "findings are not sorted": (AssertionError, lambda _, found: found[::-1]),
    "a finding is there twice": (AssertionError, lambda _, found: found[:1] * 2),
    "a finding has no remedy": (AssertionError, lambda _, found: [replace(found[0], remedy="")]),
}


def _forever() -> None:
    while True:
        pass


def _at(finding: Finding, **place: str | int) -> Finding:
    return replace(finding, span=finding.span._replace(**place))


@pytest.mark.parametrize("name", FAULTY)
def test_a_check_that_is_faulty_is_found_to_be(name, sample, monkeypatch):
    """The trial itself can fail."""
    error, spoil = FAULTY[name]
    monkeypatch.setattr(f"{__name__}.MOST_SECONDS", 2)
    trials = Trials(sample, lambda library, memory: spoil(library, check.run(library, memory)))
    text = trials.texts["docs/vi/gioi-thieu.md"]
    with pytest.raises(error):
        trials.judge({"docs/vi/gioi-thieu.md": f"{text}\n[a](b.md) [a](c.md) \ue000\n"}, "text")
