"""What the tests of the checks share."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pytest

from tests.check.checkout import Checkout, Checkouts
from tests.check.plan import FILE, LINES


@pytest.fixture(scope="session")
def checkout(tmp_path_factory) -> Checkout:
    """The content that tests begin with, in a folder of its own."""
    return Checkout(tmp_path_factory.mktemp("checkout"))


@pytest.fixture(scope="session")
def checkouts() -> Iterator[Checkouts]:
    """The same as often as there are processors."""
    opened = Checkouts()
    yield opened
    opened.close()


@pytest.fixture
def each_gives(checkouts):
    """Checks the plan with other lines, case by case, against one fault each: (lines, line number, code)."""

    def compare(cases: Iterator[tuple[str, list[str], int, str]]) -> None:
        held = {name: (lines, line, code) for name, lines, line, code in cases}
        assert all(lines != LINES for lines, _, _ in held.values())
        found = checkouts.faults({name: {FILE: "\n".join(lines)} for name, (lines, _, _) in held.items()})
        assert found == {name: [(FILE, line, code)] for name, (_, line, code) in held.items()}

    return compare


@pytest.fixture
def gives(checkout):
    """Checks the content with one edit against the faults that it must give.

    `expected` is a code (at the first line that the edit changes), None (no fault), or (file, words, code): the line
    on which these words stood.
    """

    def compare(file: str, old: str, new: str, expected: str | tuple[str, str, str] | None) -> None:
        wanted = []
        if isinstance(expected, tuple):
            other, where, code = expected
            wanted = [(other, checkout.line(other, where), code)]
        elif expected:
            same = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
            offset = checkout.texts[file].index(old) + same
            wanted = [(file, checkout.texts[file].count("\n", 0, offset) + 1, expected)]
        assert checkout.faults(checkout.edited(file, old, new)) == wanted

    return compare


@pytest.fixture
def plan_with_record(checkout):
    """The changes by which an editor takes over a corrected text of record: record, its SHA-256, and the plan."""

    def change(old: str, new: str) -> dict[str, str]:
        record = "docs/_source/23-kh-duk-2021.txt"
        changed = checkout.edited(record, old, new)[record]
        was, now = (hashlib.sha256(text.encode()).hexdigest() for text in (checkout.texts[record], changed))
        return {record: changed, FILE: checkout.edited(FILE, old, new)[FILE].replace(was, now)}

    return change
