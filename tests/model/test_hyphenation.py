"""Words that were divided at the ends of lines."""

from __future__ import annotations

import pytest

from kb.model.hyphenation import known, whole

VOCABULARY = known(["Thư viện mở cửa, phục vụ kinh tế - xã hội; dịch Covid - 19 ở Hòa Bình"])

TABLE = [
    # near misses: a hyphen of the text's own, or within a line
    ("kinh tế-\nxã hội", "kinh tế-\nxã hội"),
    ("kinh tế -\nxã hội", "kinh tế -\nxã hội"),
    ("Covid-\n19", "Covid-\n19"),
    ("thư-viện", "thư-viện"),
    ("2021-\n2025", "2021-\n2025"),
    # two words, and the halves of one
    ("thư-\nviện", "thư\nviện"),
    ("thư v-\niện mở c-\n  ửa", "thư viện mở cửa"),
    ("THƯ V-\nIỆN", "THƯ VIỆN"),
    ("mở-\ncửa-\nphục", "mở\ncửa\nphục"),
    ("ngày-\n29", "ngày\n29"),
    # other words stay other words
    ("thư v-\niên", "thư v\niên"),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_whole(text, expected):
    assert whole(text, VOCABULARY) == expected
