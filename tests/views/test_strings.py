"""The words of the interface: both languages say the same things, each in its own letters."""

from __future__ import annotations

import re
import string

import pytest

from kb.views.strings import PARTS, STRINGS, date, file

VIETNAMESE = re.compile("[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)
# Names of a language are written in that language.
NAMES = {"other-language"}


def test_both_languages_have_the_same_keys_in_the_same_order():
    assert list(STRINGS["vi"]) == list(STRINGS["en"])


def test_a_key_stands_in_one_part_only():
    assert sum(len(part.VI) for part in PARTS) == len(STRINGS["vi"])


@pytest.mark.parametrize("part", ["passage", "rules", "search"])
def test_a_page_of_words_leads_to_their_file(root, part):
    assert (root / file(part)).is_file()


@pytest.mark.parametrize("key", STRINGS["en"])
def test_placeholders_agree(key):
    vi, en = ([field for _, field, _, _ in string.Formatter().parse(STRINGS[lang][key])] for lang in ("vi", "en"))
    assert sorted(field for field in vi if field is not None) == sorted(field for field in en if field is not None)


@pytest.mark.parametrize("key", [key for key in STRINGS["en"] if key not in NAMES])
def test_english_is_english(key):
    assert not VIETNAMESE.search(STRINGS["en"][key])


def test_vietnamese_is_vietnamese():
    """A phrase of several words without one Vietnamese letter would be English that was left."""
    long = {key: text for key, text in STRINGS["vi"].items() if len(text.split()) > 2 and key not in NAMES}
    assert [key for key, text in long.items() if not VIETNAMESE.search(text)] == []
    assert long != {}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_nothing_is_empty_or_padded(language):
    assert [key for key, text in STRINGS[language].items() if not text or text != text.strip()] == []


DATES = [
    ("2021-05-17", "17/5/2021", "17 May 2021"),
    ("2021-05-05", "05/5/2021", "5 May 2021"),
    ("2021-01-22", "22/01/2021", "22 January 2021"),
    ("2021-02-03", "03/02/2021", "3 February 2021"),
    ("2021-03-10", "10/3/2021", "10 March 2021"),
    ("2021-12-31", "31/12/2021", "31 December 2021"),
]


@pytest.mark.parametrize(("iso", "vi", "en"), DATES)
def test_dates_as_citations_write_them(iso, vi, en):
    assert (date(iso, "vi"), date(iso, "en")) == (vi, en)
