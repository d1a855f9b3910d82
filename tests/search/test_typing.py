"""Any few words of any passage lead to it, however they are typed."""

from __future__ import annotations

from random import Random

import pytest

from kb.model.document import DASH
from kb.views.search.keys import tokens
from tests.search.typing import MANNERS

PLAN = "23-kh-duk-2021"
SAMPLES = 150
# The share of samples whose words the first result holds.
FIRST = {"a slip": 0.93}
EXACT = 0.98


def holds(text: str, run: list[str]) -> bool:
    words = [token.exact for token in tokens(text, "vi")]
    return any(words[n : n + len(run)] == run for n in range(len(words)))


@pytest.fixture(scope="module")
def samples(library) -> list[str]:
    """Runs of three to six words of the plan, no number among them."""
    rng = Random(4)
    texts = [each.text.split() for each in library.originals[PLAN].provisions if each.kind == DASH]
    found: list[str] = []
    while len(found) < SAMPLES:
        words, count = rng.choice(texts), rng.randint(3, 6)
        start = rng.randrange(max(1, len(words) - count))
        text = " ".join(words[start : start + count]).strip(" ,.;:…“”()-–")
        if len(tokens(text, "vi")) >= 3 and not any(character.isdigit() for character in text):
            found.append(text)
    return found


WORDS = (
    "phan bac thu dich", "đảng uỷ khối", "lí giải sâu sắc", "ứng dụng CNTT", "tuyên tuyền cổ động", "ddaays manhj",
    "kế hoạch số 26", "chỉ thị 05", "hd169", "phần II mục 2.3", '"lấy xây làm chính"', "người tốt, việc tốt",
)  # fmt: skip


def test_from_the_third_key_on_every_key_finds_something(search):
    typed = [{"q": words[:end], "typed": True} for words in WORDS for end in range(3, len(words) + 1)]
    missed = [query["q"] for query, answer in zip(typed, search(typed), strict=True) if not answer["hits"]]
    assert missed == ["phầ", '"lấ']


def test_a_word_that_only_begins_is_passed_over_while_it_is_typed(search):
    queries = [{"q": "bồi đắp"}, {"q": "mạng x"}, {"q": "KH 2"}]
    whole = search(queries)
    typed = search([{**each, "typed": True} for each in queries])
    assert [bool(each["hits"]) for each in whole] == [False, False, False]
    assert [bool(each["hits"]) for each in typed] == [False, True, True]


@pytest.mark.parametrize("words", ["bảo vệ môi trường", "giá xăng dầu", "kế hoạch 99", "nghĩa vụ quân sự"])
def test_what_is_not_here_is_not_here_when_it_is_typed_either(search, words):
    (answer,) = search([{"q": words, "typed": True}])
    assert answer["hits"] == []


@pytest.mark.parametrize("manner", list(MANNERS))
def test_a_passage_is_found_by_its_words(search, samples, manner):
    rng = Random(5)
    typed = [MANNERS[manner](text, rng) for text in samples]
    missed = []
    for text, query, answer in zip(samples, typed, search([{"q": each} for each in typed]), strict=True):
        run = [token.exact for token in tokens(text, "vi")]
        first = answer["hits"][0] if answer["hits"] else {"title": "", "text": ""}
        if not (holds(first["title"], run) or holds(first["text"], run)):
            missed.append((query, first["title"]))
    assert 1 - len(missed) / SAMPLES >= FIRST.get(manner, EXACT), missed
