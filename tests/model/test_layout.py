"""Which lines of a title block stand where: near misses first."""

from __future__ import annotations

import pytest

from kb.model.layout import head

NONE = ((), (), (), ())
CASES = [
    ([], NONE),
    # one line in capitals is the issuer's, however many lines follow it in small letters
    (["ĐẢNG ỦY", "*", "Số 1-KH/ĐU"], (("ĐẢNG ỦY", "*", "Số 1-KH/ĐU"), (), (), ())),
    # a sign is no line in capitals
    (["ĐẢNG ỦY", "*"], (("ĐẢNG ỦY", "*"), (), (), ())),
    # a number is not, though its letters are
    (["ĐẢNG ỦY", "Số 1-KH/ĐU", "ĐẢNG CỘNG SẢN"], (("ĐẢNG ỦY", "Số 1-KH/ĐU"), ("ĐẢNG CỘNG SẢN",), (), ())),
    (["một", "hai"], (("một", "hai"), (), (), ())),
    (
        ["ĐẢNG ỦY", "*", "Số 1", "ĐẢNG CỘNG SẢN", "Hà Nội, ngày 1", "KẾ HOẠCH", "về một việc", "và việc KHÁC"],
        (("ĐẢNG ỦY", "*", "Số 1"), ("ĐẢNG CỘNG SẢN", "Hà Nội, ngày 1"), ("KẾ HOẠCH",), ("về một việc", "và việc KHÁC")),
    ),
    # an issuer and its parent stand together, a name of the State may take two lines
    (
        ["BAN BÍ THƯ", "VĂN PHÒNG", "Số 1", "ĐẢNG CỘNG SẢN VIỆT NAM", "Hà Nội, ngày 1", "HƯỚNG DẪN"],
        (("BAN BÍ THƯ", "VĂN PHÒNG", "Số 1"), ("ĐẢNG CỘNG SẢN VIỆT NAM", "Hà Nội, ngày 1"), ("HƯỚNG DẪN",), ()),
    ),
    (
        ["BỘ A", "CỘNG HOÀ XÃ HỘI", "CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do", "THÔNG TƯ", "Về B"],
        (("BỘ A",), ("CỘNG HOÀ XÃ HỘI", "CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do"), ("THÔNG TƯ",), ("Về B",)),
    ),
    (["A", "B", "COMMUNIST PARTY OF VIETNAM", "PLAN"], (("A", "B"), ("COMMUNIST PARTY OF VIETNAM",), ("PLAN",), ())),
    # a subject in capitals is not a second kind
    (["A B", "C D", "KẾ HOẠCH", "MỘT VIỆC"], (("A B",), ("C D",), ("KẾ HOẠCH",), ("MỘT VIỆC",))),
]


@pytest.mark.parametrize(("lines", "laid"), CASES)
def test_lines_of_a_title_block(lines, laid):
    assert head(lines) == laid
    assert [line for part in head(lines) for line in part] == lines
