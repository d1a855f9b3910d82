"""Confirming a translation: its fingerprints become those of the Vietnamese words as they stand."""

from __future__ import annotations

import re

import pytest

from kb import reading
from kb.model.document import fingerprint
from kb.publish.confirming import confirmed

PLAN, QUESTION, PAGE = "docs/en/van-ban/23-kh-duk-2021.md", "docs/en/hoi-dap/in-trang.md", "docs/en/gioi-thieu.md"


@pytest.fixture(scope="module")
def library(root):
    return reading.read(root)


@pytest.fixture
def text(root):
    return lambda file: (root / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("file", [PLAN, QUESTION, PAGE])
def test_what_is_right_stays_as_it_is(library, text, file):
    assert confirmed(library, file, text(file), ()) == text(file)


@pytest.mark.parametrize("file", [PLAN, QUESTION, PAGE])
def test_every_fingerprint_is_made_anew(library, text, file):
    old = re.sub(r"(of=|of: |of_subject: )[0-9a-f]{12}", r"\g<1>000000000000", text(file))
    assert old != text(file)
    assert confirmed(library, file, old, ()) == text(file)


def test_a_fingerprint_that_is_missing_is_added(library, text):
    assert confirmed(library, PLAN, re.sub(r" of=[0-9a-f]{12}", "", text(PLAN)), ()) == text(PLAN)


def test_only_the_named_provisions(library, text):
    old = re.sub(r" of=[0-9a-f]{12}", " of=000000000000", text(PLAN))
    new = confirmed(library, PLAN, old, ["iii-2-4", "tieu-de"])
    changed = [line for before, line in zip(old.split("\n"), new.split("\n"), strict=True) if before != line]
    prints = {
        name: fingerprint(library.provision("vi", "23-kh-duk-2021", name).text) for name in ("tieu-de", "iii-2-4")
    }
    assert changed[0] == f"::: {{#tieu-de of={prints['tieu-de']}}}"
    assert changed[1].endswith(f"{{#iii-2-4 of={prints['iii-2-4']}}}")
    assert changed[2:] == []


NO_TRANSLATIONS = [
    "docs/vi/van-ban/23-kh-duk-2021.md",
    "docs/vi/hoi-dap/in-trang.md",
    "docs/_data/themes.yml",
    "docs/_source/23-kh-duk-2021.txt",
    "docs/en/van-ban/khong-co.md",
    "docs/en/hoi-dap/khong-co.md",
    "docs/en/khong-co.md",
    "docs/en/gioi-thieu.txt",
]


@pytest.mark.parametrize("file", NO_TRANSLATIONS)
def test_what_is_no_translation(library, file):
    assert confirmed(library, file, "x", ()) is None
