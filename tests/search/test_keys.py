"""Text becomes the same keys at build time and in the browser."""

from __future__ import annotations

import json
import unicodedata
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.views.search.keys import analysed, keys, plain, signs, tokens
from tests.search.javascript import SCRIPTS, run

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))
IN_BROWSER = """
return given.map(({ language, text }) => {
  text = text.normalize("NFC");
  const tokens = kbSearch.tokens(text, language);
  return { language, text, keys: tokens.map((t) => [t.base, t.exact]), signs: kbSearch.signs(text),
           exacts: kbSearch.exacts(text, language), spans: tokens.map((t) => [t.start, t.end]) };
});
"""


def test_there_are_enough_vectors():
    assert len({(each["language"], each["text"]) for each in VECTORS}) >= 300


@pytest.mark.parametrize("vector", VECTORS, ids=lambda each: f"{each['language']} {each['text']!r}"[:60])
def test_a_text_has_its_keys(vector):
    found = tokens(vector["text"], vector["language"])
    assert [[each.base, each.exact] for each in found] == vector["keys"]
    assert signs(vector["text"]) == vector["signs"]


def test_the_browser_gives_the_same(tmp_path):
    given = [{"language": each["language"], "text": each["text"]} for each in VECTORS]
    answers = run([SCRIPTS / "keys.js"], IN_BROWSER, given, tmp_path)
    for vector, answer in zip(VECTORS, answers, strict=True):
        assert (answer["keys"], answer["signs"]) == (vector["keys"], vector["signs"]), vector["text"]
        spans = [[each.start, each.end] for each in tokens(vector["text"], vector["language"])]
        text = unicodedata.normalize("NFC", vector["text"])
        # JavaScript counts a character beyond the basic plane as two.
        if text.isascii() or max(map(ord, text)) < 0x10000:
            assert answer["spans"] == spans, vector["text"]


def test_the_browser_gives_the_same_for_any_text(tmp_path):
    rng = Random(1)
    alphabet = "aăâbcdđeêghiklmnoôơpqrstuưvxyẢỆộỹÐðƉ\u0301\u0323 .-–/0123456789’'s_²漢 "
    words = ("ngày 5 tháng 6", "năm 2021", "-KH/", "may 2", ", 2021", "26", "qu", "ing", "ations", "ies")
    texts = ["".join(rng.choice((*alphabet, *words)) for _ in range(rng.randint(1, 20))) for _ in range(1500)]
    given = [{"language": language, "text": text} for text in texts for language in ("vi", "en")]
    for each in run([SCRIPTS / "keys.js"], IN_BROWSER, given, tmp_path):
        here = tokens(each["text"], each["language"])
        assert each["keys"] == [[token.base, token.exact] for token in here], each["text"]
        assert each["spans"] == [[token.start, token.end] for token in here], each["text"]
        assert each["exacts"] == [t.base if t.exact[0] == "@" else t.exact for t in here], each["text"]
        assert each["signs"] == signs(each["text"]), each["text"]


SAME = [
    ("hoà", "hòa", "HOÀ"), ("uỷ", "ủy"), ("kỷ", "kỉ"), ("quý", "quí"), ("Ðảng", "Đảng", "Ɖảng", "đảng"), ("05", "5"),
    ("5/5/2021", "ngày 5 tháng 5 năm 2021", "05.5.2021", "2021-05-05"),
]  # fmt: skip
DIFFERENT = [("hoà", "hoả"), ("đối", "đời"), ("đội", "dội"), ("ngoại", "ngoài"), ("tay", "tai"), ("5", "50")]


@pytest.mark.parametrize("spellings", SAME)
def test_spellings_of_one_word_have_the_same_exact_key(spellings):
    assert len({tuple(each.exact for each in tokens(word, "vi")) for word in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_other_words_have_other_exact_keys(one, other):
    assert tokens(one, "vi")[0].exact != tokens(other, "vi")[0].exact


VIETNAMESE = st.text(
    st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyẢỆộỹ ÐðƉ\u0301\u0300\u0323.-/0123456789’s "), max_size=40
)


@given(VIETNAMESE)
def test_marks_composed_or_not_make_no_difference(text):
    apart, together = (unicodedata.normalize(form, text) for form in ("NFD", "NFC"))
    assert tokens(apart, "vi") == tokens(together, "vi")


@given(VIETNAMESE)
def test_the_base_of_a_word_is_that_of_the_word_without_marks(text):
    for each in tokens(text, "vi"):
        if not each.exact.startswith("@") and not each.exact.isdecimal():
            word = unicodedata.normalize("NFC", text)[each.start : each.end].removesuffix("’s")
            assert keys(plain(word), "vi")[0] == each.base


@given(VIETNAMESE, st.sampled_from(["vi", "en"]))
def test_a_text_is_analysed_as_its_tokens_and_signs_are_read(text, language):
    assert analysed(text, language) == ([(each.base, each.exact) for each in tokens(text, language)], signs(text))


@given(VIETNAMESE, st.sampled_from(["vi", "en"]))
def test_tokens_stand_in_order_and_do_not_overlap(text, language):
    found = tokens(text, language)
    assert all(one.end <= other.start for one, other in pairwise(found))
