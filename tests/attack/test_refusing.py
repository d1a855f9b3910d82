"""Attacks in every field that an editor can write: the check refuses each, or it is left to be built and looked at."""

from __future__ import annotations

import pytest

from tests.attack.fields import ATTACKS, FORMS, WHOLES, WORDS, attacked
from tests.attack.verdicts import BASE, Judge


@pytest.fixture(scope="module")
def judge(tmp_path_factory) -> Judge:
    return Judge(tmp_path_factory.mktemp("attack"))


def test_there_are_enough_attacks_each_once():
    assert len(ATTACKS) >= 150
    assert len(set(ATTACKS.values())) == len(ATTACKS)
    assert len(WORDS) + len(FORMS) >= 100


def test_harmless_words_pass_in_every_field_that_takes_words(judge):
    """Else a refusal would say nothing of the attack."""
    assert judge.errors(BASE) == []
    # A short form and its words must have the same letters.
    words = {name: "Viết tắt" if name.startswith("abbreviations") else "Plain words" for name in WORDS}
    refused = [name for name in WORDS if judge.errors(attacked(BASE, {name: WORDS[name]}, words[name]))]
    assert refused == []


@pytest.mark.parametrize("fields", [FORMS, WHOLES], ids=["fields", "wholes"])
def test_no_attack_passes_where_a_form_is_wanted(judge, fields):
    left = judge.left(fields)
    passed = [(n, a) for n, a in left if not judge.errors(attacked(BASE, {n: fields[n]}, ATTACKS[a]))]
    assert passed == []
