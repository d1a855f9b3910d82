"""Dates, issuers and locators: what belongs to which document; what belongs to none comes first."""

import pytest

from kb.parse.citations import read

DATES = [
    ("Thông tư số 08/2015/TT-BKHCN có hiệu lực từ ngày 20/5/2015.", [None]),
    ("Ngày 9/3/2017, đoàn họp bàn việc thực hiện Quyết định số 12/QĐ-BTC.", [None]),
    ("Ngày 7/7/2020 UBND huyện ban hành kế hoạch thực hiện Chỉ thị số 20/CT-TTg.", [None]),
    ("Căn cứ Quyết định ngày 3/4/2010 của UBND tỉnh, Sở đã ban hành Kế hoạch số 51/KH-SXD.", [None]),
    ("Ngày 5/6, Bộ Tài chính ban hành Thông tư số 50/2017/TT-BTC.", [None]),
    ("Quyết định số 7/QĐ-SXD và Tờ trình số 8/TTr-SXD cùng ngày", [None, None]),
    ("Quyết định số 7/QĐ-SXD ngày 3/4/2019. Cùng ngày, Sở gửi Tờ trình số 8/TTr-SXD", ["2019-04-03", None]),
    ("Công văn số 55/STC-QLNS ngày 31/02/2018", [None]),
    ("Chỉ thị số 10/CT-TTg năm 2022", [None]),
    ("Số: 120/2017/TT-BTC\nHà Nội, ngày 15 tháng 11 năm 2017", [None]),
    ("Kế hoạch số 12/KH-SYT ngày 4/5/2019 thực hiện Kế hoạch số 30/KH-UBND", ["2019-05-04", None]),
    ("Nghị quyết số 18-NQ/TW, 19-NQ/TW ngày 25/10/2017", [None, "2017-10-25"]),
    ("Nghị quyết số 18-NQ/TW của Hội nghị lần thứ sáu họp ngày 4/10/2017", [None]),
    (
        "Thực hiện Thông báo số 5-TB/TU của Tỉnh ủy, ngày 9/1/2018, UBND tỉnh ban hành Quyết định số 40/QĐ-UBND.",
        [None, "2018-01-09"],
    ),
    ("Sở thực hiện Chỉ thị số 10/CT-TTg vào ngày 3/4/2019", [None]),
    ("Quyết định số 7/QĐ-SXD; 03/4/2019 là ngày họp", [None]),
    ("Số: 12/QĐ-UBND\nNgày có hiệu lực: 3/4/2019", [None]),
    ("Số: 12/QĐ-UBND\nTrích yếu: thử\nNgày ban hành: 3/4/2019", ["2019-04-03"]),
    ('{"so": "12/QĐ-UBND", "ngay_ban_hanh": "3/4/2019"}', ["2019-04-03"]),
    ("1;12/QĐ-UBND;03/4/2019;thử", ["2019-04-03"]),
    ("- 12/QĐ-UBND: 3/4/2019\n- 13/QĐ-UBND - 4/4/2019 - thử", ["2019-04-03", "2019-04-04"]),
    ("Chỉ thị 51-CT/TW (khóa VIII, ngày 21-01-2000)", ["2000-01-21"]),
    ("Thông tư số 28/2012/TT-BKHCN ngàv 12/12/2012", ["2012-12-12"]),
    ("Thông tư số 28/2012/TT-BKHCN ngàỵ 12/12/2012", ["2012-12-12"]),
    ("Chủ tịch ký Quyết định số 12/QĐ-UBND vào ngày 3/4/2019", ["2019-04-03"]),
    ("tại Thông báo 78/TB-VPCP hôm 3-4-2019", ["2019-04-03"]),
    ("Nghị định 65/2022/NĐ-CP (ban hành hôm 3/4/2019)", ["2019-04-03"]),
    ("công bố ngày 3/4/2019, Nghị định số 15/2020/NĐ-CP", [None]),
    ("thông qua ngày 3/4/2019\nNghị định số 15/2020/NĐ-CP", [None]),
    ("Sở thực hiện ngày 3/4/2019 Nghị định số 15/2020/NĐ-CP", [None]),
    ("Quyết định số 12/QĐ-UBND họp hôm 3/4/2019", [None]),
    ("Số: 12/QĐ-UBND; ngày 3/4/2019 UBND họp", [None]),
    ("Nghị định số 59/2015/NĐ-CP ngày 18/6/20I5", [None]),
    ("Bộ ban hành ngày 3/4/2019 Thông tư số 12/2019/TT-BTC", ["2019-04-03"]),
    ("Quốc hội thông qua ngày 3/4/2019 Luật Căn cước số 26/2019/QH14", ["2019-04-03"]),
    ("Quyết định số 12/QĐ-UBND được Chủ tịch ký hôm 3-4-2019", ["2019-04-03"]),
    ("Số: 12/QĐ-UBND; Ngày: 3/4/2019; thử", ["2019-04-03"]),
    ("Số 12/GM-UBND - Ngày ký 3/4/2019", ["2019-04-03"]),
    ("Quyết định số 12/QĐ-BHXH2 ngày 3/4/2019, 13/QĐ-BHXH¹ ngày 4/4/2019", ["2019-04-03", "2019-04-04"]),
    (
        '{"so": "31/2018/TT-BYT", "loai": "Thông tư", "ngay_ky": "3/4/2019", "thay": ["4/2014/TT-BYT"]}',
        ["2019-04-03", None],
    ),
    ("Kế hoạch số 26-KH/BTGTW ngày 05/5/2021", ["2021-05-05"]),
    ("Kế hoạch số 26-KH/BTGTW, ngày 5-5-2021", ["2021-05-05"]),
    ("Kế hoạch số 26-KH/BTGTW ngày 05\ntháng 5 năm 2021", ["2021-05-05"]),
    ("Kế hoạch số 26-KH/BTGTW của Ban Tuyên giáo Trung ương ngày 5.5.2021", ["2021-05-05"]),
    ("Luật số 85/2015/QH13 được Quốc hội khóa XIII, kỳ họp thứ 9 thông qua ngày 25/6/2015", ["2015-06-25"]),
    ("Thông tư số 20/2014/TT-BCT hướng dẫn việc cấp giấy ngày 25/06/2014 của Bộ Công Thương", ["2014-06-25"]),
    ("Ngày 14/2/2019, UBND thành phố đã ban hành Kế hoạch số 41/KH-UBND", ["2019-02-14"]),
    ("Công văn ngày 15/3/2017 của Sở Xây dựng số 321/SXD-QLN", ["2017-03-15"]),
    ("| 88/QĐ-TCT | 12/02/2016 |", ["2016-02-12"]),
    ("CV 1122/BHXH-CSYT\n03/4/2014", ["2014-04-03"]),
    ("Quyết định số 12/QĐ-BTC ngày 26/3 năm 2021", ["2021-03-26"]),
    ("Quyết định số 12/QĐ-TTg của Thủ tướng Chính phủ (ngày 5/6/2017)", ["2017-06-05"]),
    ("Công điện số 12/CĐ-TTg hồi 8h00 ngày 5/6/2017", ["2017-06-05"]),
    ("Nghị quyết số 29-NQ/TW của Hội nghị lần thứ tám Ban Chấp hành Trung ương ngày 4/11/2013", ["2013-11-04"]),
    ("Theo QĐ số 999-TC/CĐKT<br/> Ngày 2/11/1996 của Bộ Tài chính", ["1996-11-02"]),
    ("Theo QĐ số 999-TC/CĐKT ngày<br>\n2/11/1996", ["1996-11-02"]),
    ("Kế hoạch số 12/KH-SYT ng&agrave;y 4 th&aacute;ng 5 năm 2019", ["2019-05-04"]),
    ("Kế hoạch số 12/KH-SYT ngày\n                                4/5/2019", ["2019-05-04"]),
    (r"Kế hoạch số 12/KH-SYT ngày\n4/5/2019", ["2019-05-04"]),
    ("<tr><td>88/QĐ-TCT</td>\n  <td>12/02/2016</td></tr>", ["2016-02-12"]),
    ("Quyết định số 7/QĐ-SXD ngày 3/4/2019 và Tờ trình số 8/TTr-SXD cùng ngày của Sở", ["2019-04-03", "2019-04-03"]),
    ("Thông báo số 7-TB/TU, Công văn số 8-CV/TU cùng ngày 4/5/2020", [None, "2020-05-04"]),
    ("Thông tư số 28/2012/TT-BKHCN. Ngày 12/12/2012, Bộ họp", [None]),
    ("Thông tư số 28/2012/TT-BKHCN. ngày 12/12/2012", ["2012-12-12"]),
    ("Thông tư số 28/2012/TT-BKHCN ngày 12 thảng 12 nãm 2012", ["2012-12-12"]),
    ("Văn bản số 39/VPCP-TCCV (v/v kiểm tra, giám sát), ngày 3/4/2019 đoàn họp", [None]),
    ("Văn bản số 39/VPCP-TCCV (v/v kiểm tra, giám sát) ngày 3/4/2019", ["2019-04-03"]),
    ("Nghị định số 12/2020/NĐ-CP (sau đây gọi là Nghị định 12) ngày 3/4/2020", ["2020-04-03"]),
    ("Nghị định số 12/2020/NĐ-CP (sau đây gọi là Nghị định 12), ngày 3/4/2020 Bộ họp", [None]),
    ("[Thông tư 28/2012/TT-BKHCN](https://example.vn/tt-28_2012) ngày 12/12/2012", ["2012-12-12"]),
    ("[Thông tư 28/2012/TT-BKHCN](../van-ban/tt-28.md#dieu-1) của Bộ Y tế ngày 12/12/2012", ["2012-12-12"]),
    ("[Thông tư 28/2012/TT-BKHCN] (có hiệu lực ngày 12/12/2012)", [None]),
    ("Quyết định 12/QĐ-UBND huyện họp ngày 3/4/2019", [None]),
    ("| Quyết định | 12/QĐ-UBND; 03/4/2019 | thử |", ["2019-04-03"]),
    (
        "Quyết định 12/QĐ-UBND tỉnh Bắc Giang ngày 3/4/2019; 13/QĐ-UBND huyện X, ngày 4/4/2019",
        ["2019-04-03", "2019-04-04"],
    ),
    ("Nghị quyết số 12-NQ/TW của Ban Bí thư khóa X, ngày 3/4/2019 tỉnh họp", [None]),
    ("Nghị quyết số 12-NQ/TW của Ban Bí thư khóa X ngày 3/4/2019", ["2019-04-03"]),
    ("Nghị quyết số 12-NQ/TW, khóa X, ngày 3/4/2019", ["2019-04-03"]),
    ("Nghị quyết số 12/NQ-HĐND khoá IX, kỳ họp thứ 3 ngày 3/4/2019", ["2019-04-03"]),
    ("Kế hoạch số 12/KH-SYT ngày 3, tháng 4, năm 2019", ["2019-04-03"]),
    ("Kế hoạch số 12/KH-SYT ngày mùng 3 tháng 4 năm 2019", ["2019-04-03"]),
    ("Kế hoạch số 12/KH-SYT ngày: 3/4/2019", ["2019-04-03"]),
]


@pytest.mark.parametrize(("text", "dates"), DATES)
def test_dates(text, dates, vocabulary):
    assert [c.date for c in read(text, vocabulary).citations] == dates


LOCATORS = [
    ("sửa đổi một số điều của Nghị định số 41/2018/NĐ-CP", [None]),
    ("Phụ lục IV ban hành kèm theo Nghị định số 08/2022/NĐ-CP", [None]),
    ("Điều 4 Quy chế làm việc ban hành kèm theo Quyết định số 15/QĐ-UBND", [None]),
    ("Điều 2. Quyết định số 11/QĐ-BXD hết hiệu lực", [None]),
    ("HẾT HIỆU LỰC MỘT PHẦN \n1 \nNghị quyết \n32/2016/NQ-HĐND", [None]),
    ("khoản \n3 Điều \n5 Nghị định số 34/2016/NĐ-CP", ["khoản 3 Điều 5"]),
    ("danh mục 2 Thông tư số 12/2019/TT-BYT; thời điểm 1 Quyết định số 46/QĐ-UBND", [None, None]),
    ("Bãi bỏ một phần\n1. Điều 2, Điều 3 của Quyết định số 45/QĐ-UBND", ["Điều 2, Điều 3"]),
    ("sửa khoản 1 thành khoản 2 Điều 9 Nghị định số 77/2015/NĐ-CP", ["khoản 2 Điều 9"]),
    ("Điều 14 Nghị định này và Quyết định số 08/2014/QĐ-TTg", [None]),
    ("Nghị định số 12/2010/NĐ-CP (Điều 5)", [None]),
    ("mức 2 Quyết định số 15/QĐ-UBND; bước 3 Kế hoạch số 1-KH/TU", [None, None]),
    ("(mục 2, Điều 6). Điểm a khoản 1 Điều 3 Thông tư số 13/2009/TT-BTC", ["Điểm a khoản 1 Điều 3"]),
    ("Nghị định số 12/2010/NĐ-CP (Điều 3) và khoản 1 Điều 4 Thông tư số 3/2011/TT-BTC", [None, "khoản 1 Điều 4"]),
    ("khoản 3 Điều 5 [Nghị định 80/2021/NĐ-CP](/80.html)", ["khoản 3 Điều 5"]),
    ("Điều 8 (khoản 2) Thông tư số 3/2011/TT-BTC", ["Điều 8 (khoản 2)"]),
    ("khoản 1 (điểm a, b) Điều 9 Thông tư số 3/2011/TT-BTC", ["khoản 1 (điểm a, b) Điều 9"]),
    ("Điều 7 (điểm a,\nđiểm c) Thông tư số 3/2011/TT-BTC", ["Điều 7 (điểm a, điểm c)"]),
    ("khoản 1 (điểm a), khoản 2 Điều 9 Thông tư số 3/2011/TT-BTC", ["khoản 1 (điểm a), khoản 2 Điều 9"]),
    (
        "Quyết định số 2/QĐ-TW của Ban Bí thư và Điều 5 Quyết định số 3-QĐ/TW của Bộ Chính trị, Mục 1 Quy chế 4-QC/TW",
        [None, "Điều 5", "Mục 1"],
    ),
    ("điểm b, khoản 2, mục III Hướng dẫn số 169-HD/BTGTW", ["điểm b, khoản 2, mục III"]),
    ("điểm d khoản 2 Điều 5 Thông tư số 01/2019/TT-BNV", ["điểm d khoản 2 Điều 5"]),
    ("điểm đ khoản 2 Điều 5 Thông tư số 01/2019/TT-BNV", ["điểm đ khoản 2 Điều 5"]),
    ("khoản 1, 2 và 4 Điều 5 Nghị định số 34/2016/NĐ-CP", ["khoản 1, 2 và 4 Điều 5"]),
    ("Điều 8 và\nĐiều 9 Nghị định số 34/2016/NĐ-CP", ["Điều 8 và Điều 9"]),
    ("gạch đầu dòng thứ tư, mục 2, phần III Kế hoạch số 23-KH/ĐUK", ["gạch đầu dòng thứ tư, mục 2, phần III"]),
    ("mục A.I.2, Phần thứ nhất, Quy định số 11-QĐ/TU", ["mục A.I.2, Phần thứ nhất"]),
    ("Điều 12 Luật Phòng, chống tham nhũng số 36/2018/QH14", ["Điều 12"]),
    ("khoản 3 Điều 8 Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13", ["khoản 3 Điều 8"]),
    (
        "khoản 4 Điều 1 Luật sửa đổi, bổ sung một số điều của Luật Thuế giá trị gia tăng số 31/2013/QH13",
        ["khoản 4 Điều 1"],
    ),
    ("điểm 3 Quy định số 1-QĐ/TU; mục 5 Hướng dẫn số 2-HD/TU", ["điểm 3", "mục 5"]),
    ("điểm (a) khoản 2 Điều 3 Thông tư số 13/2009/TT-BTC", ["điểm (a) khoản 2 Điều 3"]),
    ("điểm “a” khoản 2 Điều 3 Thông tư số 13/2009/TT-BTC", ["điểm “a” khoản 2 Điều 3"]),
    ("Phụ lục IIa Nghị định số 13/2009/NĐ-CP", ["Phụ lục IIa"]),
    ("mục B, phần thứ 2 Hướng dẫn 02-HD/BTCTU", ["mục B, phần thứ 2"]),
    ("Điều 27 của Luật luật sư số 65/2006/QH11", ["Điều 27"]),
    ("điểm 2 (2.1, 2.3) phần IV Hướng dẫn số 2-HD/TU", ["điểm 2 (2.1, 2.3) phần IV"]),
    ("Chương III (từ Điều 2 đến Điều 5) của Nghị định số 13/2009/NĐ-CP", ["Điều 2 đến Điều 5"]),
    ("(điểm 2, tiết d) Hướng dẫn số 2-HD/TU", ["điểm 2, tiết d)"]),
    ("Khoản 2, Điều 6<strong> </strong>Quy định số 3-QĐ/TU", ["Khoản 2, Điều 6"]),
    ("tiết d khoản<br>9 Điều 3 Thông tư số 13/2009/TT-BTC", ["tiết d khoản 9 Điều 3"]),
    # plain typing and OCR
    ("Khoan 2 Diều 6 Nghi dinh 13/2009/ND-CP", ["Khoan 2 Diều 6"]),
    ("khoản 2 Diéu 6 Nghị dinh 13/2009/NĐ-CP", ["khoản 2 Diéu 6"]),
    ("điếm a khoăn 2 Điếu 6 Nghị định 13/2009/NĐ-CP", ["điếm a khoăn 2 Điếu 6"]),
]


@pytest.mark.parametrize(("text", "locators"), LOCATORS)
def test_locators(text, locators, vocabulary):
    assert [c.locator for c in read(text, vocabulary).citations] == locators


ISSUERS = [
    ("Kế hoạch số 26-KH/BTGTW ngày 05/5/2021 về tuyên truyền", None),
    ("Kế hoạch số 26-KH/BTGTW ngày 05/5/2021 của Ban Tuyên giáo Trung ương về", "Ban Tuyên giáo Trung ương"),
    (
        "Thông tư số 5/2016/TT-BLĐTBXH của Bộ trưởng Bộ Lao động - Thương binh và Xã hội quy định",
        "Bộ trưởng Bộ Lao động - Thương binh và Xã hội",
    ),
    ("Quyết định số 5/QĐ-UBND của UBND tỉnh Quảng Bình phê duyệt", "UBND tỉnh Quảng Bình"),
    ("Quyết định số 1-QĐ/TU của Ban Thường vụ Thành uỷ Hà Nội và Kế hoạch", "Ban Thường vụ Thành uỷ Hà Nội"),
    ("Quyết định số 5/QĐ-BTC (ngày 5/6/2017) của Bộ Tài chính", "Bộ Tài chính"),
    ("Kế hoạch số 5/KH-X của Bộ Văn hóa, Thể thao và Du lịch.", "Bộ Văn hóa, Thể thao và Du lịch"),
    ("Kế hoạch số 5/KH-X của Bộ  Văn hóa,\nThể thao và Du lịch, và", "Bộ Văn hóa, Thể thao và Du lịch"),
    ("Nghị quyết số 29-NQ/TW của Hội nghị lần thứ tám", None),
    ("Quyết định số 5/QĐ-X của Công ty Cổ phần 2 và", "Công ty Cổ phần 2"),
    ("Quyết định số 5/QĐ-X của Ban Quản lý Phần mềm và Mục tiêu", "Ban Quản lý Phần mềm và Mục tiêu"),
    ("Quyết định số 5/QĐ-BTC của Bộ Tài chính và Mục 2 Chương I", "Bộ Tài chính"),
    ("Kế hoạch số 26-KH/BTGTW do ai ban hành", None),
    ("Kế hoạch số 26-KH/BTGTW của cơ quan nào", None),
    ("Kế hoạch số 26-KH/BTGTW do Ban Tuyên giáo Trung ương hay ai ban hành", "Ban Tuyên giáo Trung ương"),
    ("Nghị_quyết số 26-NQ/TW của Ban Chấp_hành Trung_ương khoá X", "Ban Chấp hành Trung ương"),
]


@pytest.mark.parametrize(("text", "name"), ISSUERS)
def test_issuers(text, name, vocabulary):
    (found,) = read(text, vocabulary).citations
    assert found.issuer_name == name


KINDS = [
    ("Thông báo số 12-TB/TU; số 24-QĐ/TU", ["Thông báo", None]),
    ("các Quyết định số 11/QĐ-BNV, số 12/QĐ-BNV và 13/QĐ-BNV", ["Quyết định"] * 3),
    ("Nghị quyết số 41-QĐ/TW", ["Nghị quyết"]),
    ("thông_báo của Huyện_uỷ số 5-TB/HU", ["thông báo"]),
]


@pytest.mark.parametrize(("text", "names"), KINDS)
def test_type_words(text, names, vocabulary):
    assert [c.kind_name for c in read(text, vocabulary).citations] == names


def test_spans_point_into_the_text(vocabulary):
    text = "theo điểm 1 Kế hoạch số 26-KH/BTGTW ngày 05/5/2021 của Ban Tuyên giáo Trung ương về việc này"
    (found,) = read(text, vocabulary).citations
    spans = (found.kind_name_span, found.date_span, found.issuer_name_span, found.locator_span, found.context_span)
    assert [text[start:end] for start, end in spans] == [
        "Kế hoạch",
        "ngày 05/5/2021",
        "Ban Tuyên giáo Trung ương",
        "điểm 1",
        "Kế hoạch số 26-KH/BTGTW ngày 05/5/2021 của Ban Tuyên giáo Trung ương",
    ]
