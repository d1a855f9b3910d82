"""What a citation calls an issuer, and whether that is the registered one: near misses, then other words for it."""

from __future__ import annotations

import pytest

from kb.model.kinds import Issuer, NumberVocabulary
from kb.model.organs import more, same, shortened

STANDING = "Ban Thường vụ Đảng ủy Khối các cơ quan Trung ương"
EXECUTIVE = "Ban Chấp hành Đảng bộ Khối"
NUMBERS = NumberVocabulary(
    (),
    (
        Issuer("TW", "Bộ Chính trị", "Political Bureau"),
        Issuer("TW", "Ban Bí thư", "Secretariat"),
        Issuer("BTGTW", "Ban Tuyên giáo Trung ương", "Commission"),
        Issuer("ĐUK", "Đảng ủy Khối các cơ quan Trung ương", "Committee", spellings=("Đảng ủy Khối",)),
        Issuer("ĐUK", "Đảng ủy Khối Doanh nghiệp Trung ương", "Other Committee"),
        Issuer("ĐU", "Đảng ủy", "Party committee", spellings=("Ban Thường vụ Đảng ủy",)),
        Issuer("ĐUK", STANDING, "Standing Committee", spellings=("Ban Thường vụ Đảng ủy Khối",)),
        Issuer("UBND", "Ủy ban nhân dân", "People’s committee", spellings=("UBND",)),
    ),
)

NAMES = [
    # near misses: another organ, or another body of the same committee
    ("Ban Bí thư", "Bộ Chính trị", False),
    ("Ban Tổ chức Trung ương", "Ban Tuyên giáo Trung ương", False),
    ("Ban Tuyên giáo Đảng ủy Khối", "Ban Tuyên giáo Trung ương", False),
    ("Ban Tuyên giáo", "Ban Tuyên giáo Trung ương", False),
    ("ĐUK", "Ban Tuyên giáo Trung ương", False),
    ("Ban Thường vụ Đảng ủy Khối", EXECUTIVE, False),
    (EXECUTIVE, STANDING, False),
    ("Ban Thường vụ Đảng ủy Khối", "Đảng ủy Khối các cơ quan Trung ương", False),  # more than the register says
    ("Đảng ủy Khối Doanh nghiệp Trung ương", STANDING, False),
    ("Ban Thường vụ Đảng ủy Khối Doanh nghiệp Trung ương", STANDING, False),
    ("UBND tỉnh Hà Nam", "Ủy ban nhân dân tỉnh Hải Dương", False),
    ("Bộ trưởng Bộ Tài chính", "Bộ Y tế", False),
    # the same name: case, blanks, the place of the tone, what is written for `Trung ương`
    ("BỘ  CHÍNH TRỊ", "Bộ Chính trị", True),
    ("Đảng uỷ Khối các cơ quan Trung ương", "Đảng ủy Khối các cơ quan Trung ương", True),
    ("Ban Tuyên giáo TW", "Ban Tuyên giáo Trung ương", True),
    ("Ban Tuyên giáo T.Ư", "Ban Tuyên giáo Trung ương", True),
    ("ĐẢNG ỦY KHỐI CÁC CƠ QUAN TW", "Đảng ủy Khối các cơ quan Trung ương", True),
    # its symbol, which may be that of others, too
    ("BTGTW", "Ban Tuyên giáo Trung ương", True),
    ("BTGTƯ", "Ban Tuyên giáo Trung ương", True),
    ("BTG TW", "Ban Tuyên giáo Trung ương", True),
    ("TW", "Bộ Chính trị", True),
    # another wording of it, with or without more behind
    ("Đảng ủy Khối", "Đảng ủy Khối các cơ quan Trung ương", True),
    ("UBND tỉnh Hải Dương", "Ủy ban nhân dân tỉnh Hải Dương", True),
    ("Ban Thường vụ Đảng ủy Khối", STANDING, True),
    ("Bộ trưởng Bộ Y tế", "Bộ Y tế", True),
    # the committee for which it acts, whose name is on its paper
    ("Đảng ủy Khối các cơ quan Trung ương", STANDING, True),
    ("Đảng uỷ Khối", STANDING, True),
    ("Đảng ủy Khối", EXECUTIVE, True),
    ("Đảng bộ Khối", EXECUTIVE, True),
]


@pytest.mark.parametrize(("printed", "registered", "expected"), NAMES)
def test_whether_two_names_are_of_one_organ(printed, registered, expected):
    assert same(printed, registered, NUMBERS) is expected


SHORTENED = [
    (STANDING, STANDING, False),
    ("Ban Chấp hành", STANDING, False),
    ("Ban Thường", "Ban Thườngvụ", False),
    (f"{STANDING} và", STANDING, False),
    ("Ban Thường vụ", STANDING, True),
    ("Ban Thường vụ Đảng uỷ", STANDING, True),
    ("Ban", "Ban Tuyên giáo Trung ương", True),
    ("Đảng ủy", STANDING, True),
]


@pytest.mark.parametrize(("printed", "registered", "expected"), SHORTENED)
def test_whether_a_name_is_the_beginning_of_another(printed, registered, expected):
    assert shortened(printed, registered) is expected


MORE = [
    ("Ban Tuyên giáo Trung ương", "Ban Tổ chức", False),
    ("Văn phòng Đảng ủy Khối", "Đảng ủy Khối", False),
    ("Ban Tuyên giáo", "Ban Tuyên giáo", False),
    ("Ban Tuyên giáo Đảng ủy Khối", "Ban Tuyên giáo", True),
    ("Ban Thường vụ Đảng uỷ xã", "Đảng ủy xã", True),
]


@pytest.mark.parametrize(("printed", "registered", "expected"), MORE)
def test_whether_a_name_says_more_than_another(printed, registered, expected):
    assert more(printed, registered) is expected
