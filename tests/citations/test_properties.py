"""What holds for every text."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.parse.citations import read
from tests.citations import scoring

NAMES = (("Nghị quyết Đại hội XIII của Đảng", "nq"),)
PIECES = st.sampled_from(
    [
        *[
            "Kế hoạch",
            "Nghị_định",
            "Luật",
            "QĐ",
            "các Nghị quyết",
            "số",
            "số:",
            "Mẫu số",
            "này",
            "nêu trên",
            "của",
            "và",
        ],
        *["26-KH/BTGTW", "30/2020/NĐ–CP", "85/2015/QH13", "12/Q\u00d0-TTg", "05 CT/TW", "7/nđ-cp", "12-CP", "3", "05"],
        *["04.NQ/TW", "05CT/TW", "16/1999/khxx", "'165-HĐBT'", "15/2006/QĐ/-BTC", "15/QĐ-Ubnd", "1001 VPCP/KG"],
        *["1015-04/BTC-THTK", "135-97/QĐ-UB", "2O/2018/TT-BTC", "1O5/NQ-CP", "5/2O16/QĐ-TTg", "05-NV", "202-CT"],
        *["thông báo kết luận số ", "chương trình hành động", "pháp luật số ", "Luật Công chứng số ", "kế hoạch số "],
        *["ngày 05/5/2021", "ngày 5 tháng 5 năm 2021", "ngày 31/02/2020", "điểm b, khoản 2", "Điều 5", "mục III"],
        *["Chính phủ", "Bộ Y tế", "Nghị quyết Đại hội XIII của Đảng", "bộ Khối", "ban hành", "kèm theo", "thông qua"],
        *["<br>", "</td><td>", "<b>", "&nbsp;", "&#8211;", "&agrave;", "\\n", "\n      ", "cùng ngày", "7.2020.TT-BTC"],
        *[" ", "\n", "\r\n", "\u00a0", "_", ",", ";", ". ", "(", ")", "-", "–", "/", "|", "\u0301", "\u200b", "Đ", "ở"],
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.just(" "), st.text(max_size=3)), max_size=40).map("".join)


@settings(max_examples=300, deadline=None)
@given(text=TEXTS)
def test_offsets_slice_back_and_ascend(text, vocabulary):
    reading = read(text, vocabulary, NAMES)
    for found in (reading.citations, reading.mentions):
        assert all(text[one.start : one.end] == one.raw for one in found)
        assert all(0 <= one.start < one.end <= len(text) for one in found)
        assert [one.start for one in found] == sorted(one.start for one in found)
    ends = [0, *(one.end for one in reading.citations)]
    assert all(end <= one.start for end, one in zip(ends, reading.citations, strict=False))
    for one in (*reading.citations, *reading.mentions):
        spans = (one.date_span, one.issuer_name_span, one.locator_span, one.kind_name_span, one.context_span)
        assert all(0 <= start <= end <= len(text) for start, end in filter(None, spans))


@settings(max_examples=300, deadline=None)
@given(text=TEXTS)
def test_normal_forms_read_the_same(text, vocabulary):
    def gist(form):
        reading = read(unicodedata.normalize(form, text), vocabulary, NAMES)
        raws = [unicodedata.normalize("NFC", one.raw) for one in (*reading.citations, *reading.mentions)]
        return (
            [(c.canonical, c.date, c.locator, c.kind_name, c.issuer_name) for c in reading.citations],
            [(m.form, m.kind, m.number, m.key) for m in reading.mentions],
            raws,
        )

    assert gist("NFC") == gist("NFD")


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=200))
def test_any_text_is_read_without_an_error(text, vocabulary):
    read(text, vocabulary, NAMES)


@settings(max_examples=200, deadline=None)
@given(text=TEXTS)
def test_canonical_is_canonical(text, vocabulary):
    for found in read(text, vocabulary).citations:
        again = read(f"Quyết định số {found.canonical}", vocabulary).citations
        assert [c.canonical for c in again] == [found.canonical]


WORDS_AROUND = [
    "kết luận",
    "(thông báo kết luận",
    "báo-cáo",
    "hạng 12 kế hoạch",
    "pháp luật",
    "Luật Giá theo thông báo",
    "KH",
    "mẫu",
]


@pytest.mark.parametrize("before", WORDS_AROUND)
@pytest.mark.parametrize("number", ["12-KH/TW", "12/2020/QH14", "12/BC-STC", "12/TB-UBND"])
def test_a_blank_more_changes_nothing(before, number, vocabulary):
    """What is printed as usual takes a shorter way through the reader, to the same end."""
    plain, wide = (f"theo nội dung của {before}{blank}số {number} của Chính phủ" for blank in (" ", "  "))
    assert _gist(plain, vocabulary) == _gist(wide, vocabulary)


def test_a_blank_more_changes_nothing_in_any_passage(vocabulary):
    texts = {passage["id"]: passage["text"] for passage in scoring.passages()}
    wide = {name: text.replace(" số ", "  số ").replace(" Chính ", "  Chính ") for name, text in texts.items()}
    assert [name for name in texts if _gist(texts[name], vocabulary) != _gist(wide[name], vocabulary)] == []


def _gist(text, vocabulary):
    return [
        (c.canonical, c.date, c.locator, c.kind_name, c.issuer_name, c.issuer) for c in read(text, vocabulary).citations
    ]
