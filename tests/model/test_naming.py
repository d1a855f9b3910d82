"""Names in a text: where one is whole, and where a document is named without a number."""

from __future__ import annotations

import pytest

from kb.model.kinds import Kind, NumberVocabulary
from kb.model.naming import unlisted, unnumbered, whole

RESTING = "theo Nghị quyết Đại hội V của Hội và Quy chế 2020 - 2025 mới"
WHOLE = [
    # near misses: a part of a longer name
    ("Hội Nông dân", "Hội Nông dân Việt Nam trồng rau.", False),
    ("Đại hội XIII", "sau Đại hội XIII - XIV", False),
    ("Nông dân", "Văn bản của Hội Nông dân nêu rõ.", False),
    ("nông dân", "Văn bản của Hội nông dân nêu rõ.", False),
    ("Nông dân", "Hội Nông dân. Hội Nông dân Việt Nam.", True),  # at the beginning of a sentence nobody can say
    ("Nghị quyết Đại hội V của", RESTING, False),
    ("Quy chế 2020", RESTING, False),
    ("uy chế", RESTING, False),
    # whole
    ("nghị quyết Đại hội V của Hội", RESTING, True),
    ("Quy chế 2020 - 2025", RESTING, True),
    ("Hội Nông dân", "Văn bản của Hội Nông dân nêu rõ.", True),
    ("hội Nông dân", "Văn bản của Hội Nông dân nêu rõ.", True),
    ("Hội Nông dân", "Theo Hội Nông dân, rau tốt.", True),
    ("Hội Nông dân", "Đảng ủy xã, Hội Nông dân trồng rau.", True),
    ("Các tổ", "Các tổ trồng rau: các tổ một, hai.", True),
]


@pytest.mark.parametrize(("name", "text", "expected"), WHOLE)
def test_a_whole_name(name, text, expected):
    assert whole(name, text) is expected


KINDS = tuple(Kind(symbol, name, "") for symbol, name in (
    ("NQ", "nghị quyết"), ("CTr", "chương trình"), ("KH", "kế hoạch"), ("KL", "kết luận"), (None, "luật"),
    (None, "hiến pháp"),
))  # fmt: skip
UNNUMBERED = [
    # near misses: no document, or nobody can say which
    ("Nghị quyết đi vào cuộc sống", []),
    ("các nghị quyết Đại hội XIII", []),
    ("Nghị quyết Đại hội đại biểu", []),
    ("Kế hoạch năm 2021", []),
    ("Kế hoạch này", []),
    ("Chương trình, giai đoạn 2021 - 2025", []),
    ("Nghị quyết được phổ biến rộng rãi. Đại hội XIII", []),
    ("nghiên cứu luật năm 2013", []),
    ("Kế hoạch trồng rau sạch giai đoạn 2021 - 2025", []),  # what the text itself is about
    # by an occasion
    ("Thực hiện Nghị quyết Đại hội V của Hội", []),
    ("Thực hiện Nghị quyết Đại hội XIII của Đảng và", ["Nghị quyết Đại hội XIII của Đảng"]),
    ("Nghị quyết Đại hội XIII của Đảng bộ Khối", ["Nghị quyết Đại hội XIII của Đảng bộ Khối"]),
    ("Nghị quyết đại hội lần thứ hai của Hội", ["Nghị quyết đại hội lần thứ hai"]),
    ("Kết luận Hội nghị Trung ương 4 khóa XIII", ["Kết luận Hội nghị Trung ương 4 khóa XIII"]),
    ("Văn kiện Đại hội XII của Đảng.", ["Văn kiện Đại hội XII của Đảng"]),
    # by a period or a year
    ("Chương trình trồng cây xanh giai đoạn 2021 - 2025", ["Chương trình trồng cây xanh giai đoạn 2021 - 2025"]),
    ("Chiến lược trồng rừng 10 năm 2021–2030.", ["Chiến lược trồng rừng 10 năm 2021–2030"]),
    ("Căn cứ Luật Cây trồng năm 2013;", ["Luật Cây trồng năm 2013"]),
    ("Hiến pháp năm 2013", ["Hiến pháp năm 2013"]),
]


@pytest.mark.parametrize(("text", "expected"), UNNUMBERED)
def test_documents_without_number(text, expected):
    found = unnumbered(text, NumberVocabulary(KINDS, ()), "Trồng rau sạch ở các tổ")
    assert [text[start:end] for start, end in found] == expected


UNLISTED = [
    ("Nghị quyết một", ["Nghị quyết một"], False),
    ("nghị quyết một", ["Nghị quyết một"], False),
    ("Nghị quyết", ["Nghị quyết một"], False),  # cut, not left out
    ("Nghị quyết ba", ["Nghị quyết một"], False),  # nobody calls it so
    ("Nghị quyết hai", ["Nghị quyết một"], True),
]


@pytest.mark.parametrize(("title", "names", "expected"), UNLISTED)
def test_a_title_that_the_names_lack(title, names, expected):
    assert unlisted(title, names, ["Theo Nghị quyết một và Nghị quyết hai."]) is expected
