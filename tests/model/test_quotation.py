"""A quotation against the words that it quotes: exact, or in what way it is not."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.model.quotation import ABSENT, ALTERED, ELIDED, EXACT, FOLDED, compare, faithful, stands

TEXTS = [
    ("a", "Giao Văn phòng theo dõi, kiểm tra, đôn đốc các đơn vị thực hiện kế hoạch này."),
    ("b", "Mở lớp học ( buổi tối) cho người lớn; phòng, chống bệnh Sởi - 2… trong toàn huyện."),
    ("c", "Xã Hòa Bình\nlần thứ III"),
    ("d", "Coi việc “dựng làng” là hệ trọng."),
]

TABLE = [
    # near misses: nothing is wrong with these
    ("theo dõi, kiểm tra", EXACT, "a"),
    (" theo dõi, kiểm tra\n", EXACT, "a"),
    ("Xã Hòa Bình\nlần thứ III", EXACT, "c"),
    ("thực hiện kế hoạch này.", EXACT, "a"),
    ("bệnh Sởi - 2…", EXACT, "b"),
    ("", EXACT, None),
    ("…", EXACT, None),
    # pieces of one text, in its order
    ("Giao Văn phòng … thực hiện kế hoạch này", ELIDED, "a"),
    ("Giao Văn phòng […] các đơn vị … kế hoạch này", ELIDED, "a"),
    ("Giao Văn phòng...kế hoạch", ELIDED, "a"),
    ("…theo dõi, kiểm tra…", ELIDED, "a"),
    ("Giao Văn phòng . . . kế hoạch này", ELIDED, "a"),
    ("giao văn phòng … thực hiện kế hoạch này", ELIDED, "a"),
    ("người lớn; phòng, chống bệnh Sởi - 2… toàn huyện", ALTERED, "b"),
    ("Người lớn; phòng, chống bệnh Sởi – 2... toàn huyện", ALTERED, "b"),
    ("người lớn; phòng, chống bệnh Sởi - 2… huyện", ALTERED, "b"),
    ("người lớn; phòng, chống bệnh … trong toàn huyện", ALTERED, "b"),
    ("Mở lớp học … trong toàn huyện", ELIDED, "b"),
    # the same words in another form
    ("theo  dõi, kiểm tra", FOLDED, "a"),
    ("theo dõi,\nkiểm tra", FOLDED, "a"),
    ("theo\u00a0dõi, kiểm tra", FOLDED, "a"),
    ("theo dõi,\u200akiểm tra", FOLDED, "a"),
    ("Xã Hòa Bình lần thứ III", FOLDED, "c"),
    ("Xã Hòa Bình\r\nlần thứ III", FOLDED, "c"),
    (unicodedata.normalize("NFD", "theo dõi, kiểm tra"), FOLDED, "a"),
    ("giao văn phòng theo dõi", FOLDED, "a"),
    ("lớp học (buổi tối)", FOLDED, "b"),
    ("bệnh Sởi – 2", FOLDED, "b"),
    ("bệnh Sởi-2", FOLDED, "b"),
    ("Xã Hoà Bình lần thứ III", FOLDED, "c"),
    ("bệnh Sởi - 2... trong toàn huyện", FOLDED, "b"),
    ("theo dõi,\u200b kiểm\u00ad tra", FOLDED, "a"),
    ("\u202etheo dõi, kiểm tra\u202c", FOLDED, "a"),
    ("\u00d0ôn đốc các \u0189ơn vị", FOLDED, "a"),
    # other words
    ("Giao Văn phòng theo dõi, giám sát, đôn đốc các đơn vị", ALTERED, "a"),
    ("Giao Văn phòng theo dõi, đôn đốc các đơn vị", ALTERED, "a"),
    ("Giao Văn phòng theo dõi kiểm tra", ALTERED, "a"),
    ("Giao Văn phòng theo doi, kiểm tra", ALTERED, "a"),
    ("Giao Van phong theo doi, kiem tra", ALTERED, "a"),
    ("don doc cac van phong", ABSENT, None),
    ("Giao văn phòng … thực hiện kế sách này", ALTERED, "a"),
    ("Văn phòng theo dõi, kiểm tr", ALTERED, "a"),
    ("Giao Phòng theo dõi … kế hoạch này", ALTERED, "a"),
    ("thực hiện kế hoạch này … Giao Văn phòng theo dõi", ALTERED, "a"),
    ("Giao Văn phòng … cho người lớn", ABSENT, None),
    ("xây dựng cầu đường", ABSENT, None),
    ("kiể", ABSENT, None),
]


@pytest.mark.parametrize(("quoted", "verdict", "source"), TABLE)
def test_verdicts(quoted, verdict, source):
    found = compare(quoted, TEXTS)
    assert (found.verdict, found.source) == (verdict, source)


FAITHFUL = [
    # near misses: other words, or another form
    ("theo dõi, giám sát", False),
    ("theo Dõi,\nkiểm tra", False),
    ("bệnh Sởi – 2", False),
    ("Giao Văn phòng … Thực hiện kế hoạch này", False),
    ("theo dõi,\nkiểm tra", True),
    ("Theo dõi,\nkiểm tra", True),
    ("Giao Văn\nphòng … thực hiện kế\nhoạch này", True),
    # shortened, too, they may begin in the middle of a sentence
    ("giao Văn phòng … Thực hiện kế hoạch này", False),
    ("giao Văn phòng … thực hiện Kế hoạch này", False),
    ("giao văn phòng […] thực hiện kế hoạch này", False),
    ("giao Văn phòng […] thực hiện kế hoạch này.", True),
    ("giao Văn phòng … kiểm tra …, thực hiện kế hoạch này", False),
    # marks around what is quoted in them
    ("việc ‘dựng làng’ là ‘hệ trọng’", False),
    ("việc ‘dựng làng’ là hệ trọng", True),
    ("Việc «dựng làng» là", True),
    ('việc "dựng làng" … hệ trọng', True),
    ("việc dựng làng là hệ trọng", False),
]


@pytest.mark.parametrize(("quoted", "kept"), FAITHFUL)
def test_prose_may_be_broken_over_lines(quoted, kept):
    assert faithful(quoted, compare(quoted, TEXTS)) == kept


PLACES = [
    ("theo dõi, giám sát, đôn đốc", "theo dõi, kiểm tra, đôn đốc", "giám"),
    ("phòng, chống bệnh Sởi – 2", "phòng, chống bệnh Sởi - 2", "– 2"),
    ("Giao Văn phòng … thực hiện kế sách này", "thực hiện kế hoạch này", "sách"),
]


@pytest.mark.parametrize(("quoted", "words", "rest"), PLACES)
def test_where_it_differs_and_from_what(quoted, words, rest):
    found = compare(quoted, TEXTS)
    assert (found.words, quoted[found.at :].startswith(rest)) == (words, True)


LETTERS = ("an", "bê", "cô", "dì", "em", "gà", "hoa", "kẻ", "lá", "mẹ")
WORDS = st.lists(st.sampled_from(LETTERS), min_size=4, max_size=12)


@given(WORDS, st.data())
def test_whole_words_of_a_text_are_exact(words, data):
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    assert compare(" ".join(words[start:end]), [("x", " ".join(words))]).verdict == EXACT


@given(WORDS, st.data())
def test_a_word_that_is_not_in_the_text_is_never_exact(words, data):
    at = data.draw(st.integers(0, len(words)))
    quoted = " ".join([*words[:at], "zê", *words[at:]])
    found = compare(quoted, [("x", " ".join(words))])
    assert found.verdict in (ALTERED, ABSENT)
    assert 0 <= found.at <= len(quoted)


@given(st.text(max_size=60), st.lists(st.text(max_size=60), max_size=4))
def test_whatever_is_compared_there_is_a_verdict(quoted, texts):
    found = compare(quoted, [(str(number), text) for number, text in enumerate(texts)])
    assert (found.source is None) == (found.words == "")
    assert 0 <= found.at <= max(len(quoted), len(unicodedata.normalize("NFC", quoted)))


def test_words_are_not_cut():
    assert stands("văn phòng", "Giao văn phòng.")
    assert not stands("văn phòn", "Giao văn phòng.")
    assert not stands("ăn phòng", "Giao văn phòng.")
    assert not stands("", "Giao văn phòng.")
