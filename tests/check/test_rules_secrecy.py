"""A document with a secrecy mark or a limit on circulation is refused; a sentence with such words is not."""

from __future__ import annotations

import pytest

from tests.check.plan import FILE as PLAN
from tests.check.plan import LINES

CITED = "docs/vi/van-ban/26-kh-btgtw-2021.md"
RECORD = "docs/_source/23-kh-duk-2021.txt"

MARKS = [
    "MẬT",
    "TỐI MẬT",
    "TUYỆT MẬT",
    "Tuyệt mật",
    "* MẬT *",
    "[MẬT]",
    "**MẬT** {#mo-dau-p2}",
    "| MẬT |",
    "Độ mật: Mật",
    "Mức độ mật: TỐI MẬT",
    "MẬT\tĐẢNG CỘNG SẢN VIỆT NAM",
    "Lưu hành nội bộ",
    "(LƯU HÀNH NỘI BỘ)",
    "Tài liệu lưu hành nội bộ.",
    "KHÔNG PHỔ BIẾN",
    "Không đăng tải",
    "TÀI LIỆU THU HỒI",
    "Phạm vi lưu hành: nội bộ",
    "TUYE\u0302\u0323T MA\u0302\u0323T",
    "Tài liệu mật",
    "VĂN BẢN TỐI MẬT",
    "Số 12-KH/ĐUK (Mật)",
    "XEM XONG TRẢ LẠI",
    "Trả lại sau khi họp",
    "XONG HỘI NGHỊ TRẢ LẠI",
    "Chỉ sử dụng trong nội bộ",
    "Không phổ biến rộng rãi",
    "(Không phổ biến trên các phương tiện thông tin đại chúng)",
    "Không đăng tải lên mạng xã hội",
    "MẬT - HỎA TỐC",
    "Thượng khẩn / TỐI MẬT",
    "Thu hồi: TÀI LIỆU MẬT",
    "CHỈ NGƯỜI CÓ TÊN MỚI ĐƯỢC BÓC BÌ",
    "M Ậ T",
    "T Ố I  M Ậ T",
    "MẬT - Bản số 07",
    "TỐI MẬT (Bản số: 12)",
    "TÀI LIỆU THU HỒI SAU HỘI NGHỊ",
    "(Thu hồi sau khi kết thúc hội nghị)",
    "Tài liệu phục vụ hội nghị, thu hồi sau khi họp",
    "Họp xong trả lại",
    "Tài liệu hội nghị xong phải thu hồi",
    "KHÔNG SAO CHỤP",
    "Không được sao, chụp",
    "(Tài liệu lưu hành nội bộ, không phổ biến)",
    "Lưu hành nội bộ trong Đảng",
    "TÀI LIỆU NỘI BỘ",
    "(Tài liệu nội bộ)",
    "TOP SECRET",
    "Top secret",
    "| CONFIDENTIAL |",
    "(Confidential)",
    "**FOR INTERNAL USE ONLY**",
    "Internal circulation only",
    "Not for public circulation",
    "Level of secrecy: Secret",
]
SENTENCES = [
    "HỎA TỐC",
    "Khẩn trương bảo vệ bí mật.",
    "Giữ bí mật nhà nước.",
    "Cán bộ làm công tác bảo mật.",
    "Thông tin mật thám, mật ong, mật độ dân số.",
    "Hình thức này không phổ biến.",
    "Giấy phép bị thu hồi.",
    "Biên soạn bản tin thông báo nội bộ.",
    "Tài liệu này được lưu hành nội bộ trong năm đầu, sau đó phổ biến rộng rãi.",
    "Phân biệt các độ mật theo luật.",
    "BÍ MẬT NHÀ NƯỚC",
    "Không phổ biến thông tin chưa kiểm chứng.",
    "Không đăng tải tin, bài sai sự thật.",
    "Xem xong trả lại sách cho thư viện.",
    "Bảo vệ tài liệu mật của cơ quan.",
    "Đoàn kết trong nội bộ.",
    "| 4 | Tài liệu nội bộ | 12 |",
    "Thu hồi sau hội nghị những thẻ đã phát.",
    "Họp xong trả lại phòng cho văn phòng.",
    "Không sao chép bài viết của người khác.",
    "Bản số 07",
    "Em ấm, ật ờ.",
    "A secret ballot.",
    "| 4 | Confidential | 12 |",
    "Marked top secret by law.",
    "It is not for publication that they write.",
    "Restricted areas.",
]


def inserted(words: str) -> str:
    """The plan with a line of its own behind the opening paragraph."""
    at = next(n for n, line in enumerate(LINES) if line.endswith("{#mo-dau-p1}")) + 1
    return "\n".join([*LINES[:at], "", words, *LINES[at:]])


@pytest.mark.parametrize("mark", MARKS)
def test_a_marked_document_is_refused(checkout, mark):
    line = inserted(mark).split("\n").index(mark) + 1
    found = checkout.findings({PLAN: inserted(mark)})
    assert [(f.span.file, f.span.line, f.code, f.severity.value) for f in found] == [(PLAN, line, "SEC-001", "error")]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_with_such_words_is_no_mark(checkout, sentence):
    assert {code for _, _, code in checkout.faults({PLAN: inserted(sentence)})} == {"FID-003"}


@pytest.mark.parametrize("field", ["secrecy: TỐI MẬT", "do_mat: mật", "circulation: nội bộ"])
def test_a_field_that_states_a_mark(checkout, field):
    change = checkout.edited(CITED, "place: null\n", f"place: null\n{field}\n")
    assert [(file, code) for file, _, code in checkout.faults(change)] == [(CITED, "SEC-001")]


def test_a_field_that_states_that_there_is_none(checkout):
    change = checkout.edited(CITED, "place: null\n", "place: null\nsecrecy: null\n")
    assert [(file, code) for file, _, code in checkout.faults(change)] == [(CITED, "META-006")]


def test_a_mark_in_a_text_of_record_or_a_translation(checkout):
    for file in (RECORD, PLAN.replace("/vi/", "/en/")):
        found = checkout.faults({file: checkout.texts[file] + "\nTỐI MẬT\n"})
        assert [(where, code) for where, _, code in found] == [(file, "SEC-001")]


def test_a_mark_in_a_text_of_record_and_what_is_made_of_it_is_one_finding(checkout):
    files = (RECORD, PLAN, PLAN.replace("/vi/", "/en/"))
    (found,) = checkout.findings({file: checkout.texts[file] + "\nTỐI MẬT\n" for file in files})
    assert found.span.file == RECORD
    assert {span.file for span in found.also} == set(files[1:])


def test_marks_in_two_documents_are_two_findings(checkout):
    found = checkout.faults({file: checkout.texts[file] + "\nTỐI MẬT\n" for file in (RECORD, CITED)})
    assert [(where, code) for where, _, code in found] == [(RECORD, "SEC-001"), (CITED, "SEC-001")]


def test_nothing_of_a_marked_document_is_repeated(checkout):
    """Other faults in it would show its words."""
    secret = "Nội dung không ai được đọc."
    found = checkout.findings({PLAN: inserted(f"MẬT\n\n{secret}").replace("theo dõi", "theo doi")})
    told = "".join(f.message + f.remedy + "".join(f.details) for f in found)
    assert [f.code for f in found] == ["SEC-001"]
    assert secret not in told
    assert "theo doi" not in told


def test_a_page_that_speaks_of_marks_is_no_marked_one(checkout):
    file = "docs/vi/gioi-thieu.md"
    found = checkout.faults({file: checkout.texts[file] + "\nVăn bản mang dấu MẬT không được đưa lên trang.\n"})
    assert {code for _, _, code in found} == {"TRANS-002"}


def test_a_mark_pasted_into_any_page_is_refused(checkout):
    file = "docs/vi/gioi-thieu.md"
    found = checkout.faults({file: checkout.texts[file] + "\nMẬT\n"})
    assert {code for _, _, code in found} == {"SEC-001"}


@pytest.mark.parametrize("file", ["docs/_source/99-kh-duk-2024.txt", "docs/vi/99.txt", "docs/nhap.md"])
def test_a_mark_in_a_file_of_which_no_page_is_made(checkout, file):
    found = checkout.findings({file: "KẾ HOẠCH\n\nTỐI MẬT\n"})
    assert [(f.span.file, f.span.line, f.code) for f in found] == [(file, 3, "SEC-001")]
    assert [f.code for f in checkout.findings({file: "KẾ HOẠCH\n\nGiữ bí mật.\n"})] == ["FILE-003"]


def test_a_mark_as_the_value_of_a_field_is_refused(checkout):
    file = "docs/vi/van-ban/169-hd-btgtw-2021.md"
    found = checkout.faults({file: checkout.texts[file].replace("subject: null", "subject: TUYỆT MẬT")})
    assert {code for _, _, code in found} == {"SEC-001"}
