"""Lists are in the order that a Vietnamese dictionary has."""

from __future__ import annotations

import pytest

from kb.model.alphabet import order

IN_ORDER = [
    # figures and signs come first, capitals count as small letters
    ["13th Congress", "Bloc", "the election"],
    ["an ninh", "BÁO", "bầu cử"],
    # a letter with a mark of its own is another letter
    ["an", "ăn", "ân"],
    ["dân", "đân"],
    ["bang", "bâng", "biên"],
    ["mơ", "mua", "mưa"],
    # tones tell apart what is else the same, and only then
    ["ma", "mà", "mả", "mã", "má", "mạ"],
    ["má", "mai"],
    ["các đảng ủy", "cổ động", "cuộc bầu cử"],
    # syllable by syllable
    ["đang", "Đảng bộ Khối", "Đảng ủy Khối"],
    ["ca nhạc", "cá nhân", "can"],
    ["CT", "CTr", "ĐUK", "HD", "KH", "TW"],
]


@pytest.mark.parametrize("words", IN_ORDER)
def test_order(words):
    turned = list(reversed(words))
    assert sorted(turned, key=order) == words


def test_decomposed_letters_stand_where_composed_ones_do():
    assert order("a\u0302\u0301n") == order("ấn")
