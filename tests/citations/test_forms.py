"""Which forms are document numbers, and how they are written; what must not match comes first."""

import pytest

from kb.parse.citations import read

SILENT = [
    "mã 9/QĐ-Cty",
    "nhóm 9/KH-Nam",
    "Mẫu số 02/ĐK-TCT ban hành kèm theo Thông tư này",
    "Mẫu số 01-1/GTGT, 02/GTGT và 03/BC-GTGT",
    "Mẫu tờ khai số 04/TK-CNKD",
    "QCVN 14:2008/BTNMT và TCVN 7957:2008",
    "CÔNG BÁO/SỐ 338/NGÀY 19-06-2016",
    "cá nhân và/hoặc tổ chức; 24/7; 50/50; 3/4 số phiếu",
    "kỳ họp thứ 9 - HĐND tỉnh; Đội CSGT số 6 – CATP; quận 1 – TP.HCM",
    "máy bay F-16C, enzim 12-COX, cửa hàng 7-Eleven",
    "2- NHIỆM VỤ; 3 - GIẢI PHÁP",
    "Bản án kinh doanh thương mại sơ thẩm số 12/2020/KDTM-ST",
    "Hợp đồng thi công xây dựng số 08/2019/HĐ-TCXD",
    "https://thuvien.example.vn/12/QĐ-UBND và www.example.vn/30-2020-NĐ-CP.pdf",
    "/van-ban/nghi-dinh-116-2020-nd-cp.html",
    "basis: [26-kh-btgtw-2021, 05-ct-tw]",
    "Số: /2019/TT-BYT; Số: .../2020/NĐ-CP; Quyết định số …/QĐ-UBND",
    "Chỉ thị số 12/CT; Quyết định số 7-QĐ",
    "ngày 05/5/2021; giai đoạn 2016-2020; nhiệm kỳ 2020 - 2025",
    "giai đoạn 2016-2020/TTg; năm 2019-NQ/TW; khoản 2-TT/KH",
    "lô đất số 12/A-B; tờ bản đồ số 7/TĐ-QH; quyển số 01/2020-SCT/HĐ; mã số 12/TTHC-BTC",
    "Ký hiệu 1C21TAA, số 12/HĐ-KT",
    "Tổng công ty 36-CP; mẫu 01/BCTC; lớp 05CT/TW2",
    "1.QUY MÔ/DIỆN TÍCH; 2.KH/ĐT",
    "lô hàng 12/AB-CD, 12 T T-BTC, mẫu 12/AB-CD ngày 4/5/2020",
    "tháng 5.2021. TT-BTC; năm 2020_2021_CP",
    "dây 2x2,5-CV/PVC; khối CT1/CT2-ĐC; SKU 45-QC/XL; trang 10-12/BTC-KH, biểu 01-12/TNCN",
    "SBD 01234-QĐ, phòng 12/HĐT, điểm thi số 5-NH; công chứng số 1234/2020/CC-SCT; tài khoản số 12/2020/TK-KB",
    "nhóm 5-NV, xe 3O5/KH, cột O5/KH-UBND",
    "Chi đội Kiểm ngư số 2/TCTS; nhóm 12/vpcp-kg; Quyết định 12/2019/QĐ",
    "khởi tố vụ án số 03/CSĐT-PC03 ngày 11/5/2020",
    "A/12/QĐ-UBND; KH/12-QĐ/TW; QĐ-TW/12",
    "quy hoạch 1/2000 - QH và bản đồ 1/2000-QHSDĐ; tháng 5/2021-QH khóa mới",
    "2207/2024/HĐBT giữa hai bên; nhóm 12/CTCP; gói 12-VNPT/HN; gói số 5-TB/HH; Tờ khai số 10-TK/HQ",
    "Mã SP: 305/KH-XL, lô SX 0123/QC-KCS, mã BA 22-KB/TM; kiốt 7/TT-BX, bếp 2-CV/GS; bản vẽ số 05/KT-ĐN",
    "Nhà số B12/KH-TC, căn hộ số S5/BC-TD; | 12/KCN | 345/KCN | 12/LĐLĐ |",
    "anh/1-BC-KH.jpg, s3/12-AB.zip, https://vb.example.vn/x/37-CT-TW.pdf",
    "<td>12</td><td>ĐV-HC</td>; R&D-KH 3&4; 12 &lt; 15 &amp; 20/30",
    "Phiếu\nsố 12-BB/ĐH; mã 12/2009/QTG ngày 3/4/2009; nhóm 12 QQĐ/TU; thẻ số 15/VHX-AB, thẻ số 16/VHX-AB",
    "(Đáp án: 01/TB-RSĐT), xem Mẫu số 01/TB-RSĐT; Mẫu thông báo về thuế: 02/TB-XYZ, Mẫu số 02/TB-XYZ",
    "số 12/2009/QĐ-\n# TTg; số 12/2009/\n- QĐ-TTg",
    "luat-2021-qh14.pdf, bao-cao-12-2021-ngay.pdf, nghi-dinh-12-2021-nd-cp.html, ke-hoach-26-kh-btgtw.docx",
]


@pytest.mark.parametrize("text", SILENT)
def test_says_nothing(text, vocabulary):
    assert [c.raw for c in read(text, vocabulary).citations] == []


FORMS = [
    # the number ends where the symbol ends
    ("Thông tư 35/2013/TT-NHNNsẽ có hiệu lực", "35/2013/TT-NHNN"),
    ("Nghị định số 01/2017/NĐ-CPVề sửa đổi", "01/2017/NĐ-CP"),
    ("Nghị định số 42/2012/NĐ-CP1 ngày", "42/2012/NĐ-CP"),
    ("Luật số 45/2019/QH14 – BLLĐ", "45/2019/QH14"),
    ("Nghị định 14/2021/NĐ-CP & Thông tư liên quan", "14/2021/NĐ-CP"),
    ("tệp 51/2011/nđ-cp-ve-hoa-don.pdf", "51/2011/NĐ-CP"),
    ("Quyết định số 12 - QĐ - UBND - UBND các xã", "12-QĐ-UBND"),
    ("Nghị định số 15/2020/NĐ-CP - UBND tỉnh", "15/2020/NĐ-CP"),
    ("theo Quyết định số 95/QĐ-UBND\n- UBND các huyện", "95/QĐ-UBND"),
    ("Thông tư 133/2018/TT-BTC.Ngoài ra", "133/2018/TT-BTC"),
    ("Quyết định số 900/QĐ-BNN-TCLN(HĐ)", "900/QĐ-BNN-TCLN"),
    ("Kế hoạch số 12/KH-BCĐ 138/CP ngày", "12/KH-BCĐ138/CP"),
    ("Quyết định số 12/QĐ- BGTVTngày 11/5/2016", "12/QĐ-BGTVT"),
    ("Nghị quyết số 111/2014/NQ-HĐND15", "111/2014/NQ-HĐND15"),
    ("Thông báo số 04/TB-BCĐTW.XDNTM.Ngày", "04/TB-BCĐTW.XDNTM"),
    ("Luật Công chứng số 53/2014/QH13", "53/2014/QH13"),
    ("Nghị định về hợp đồng số 29/2015/NĐ-CP", "29/2015/NĐ-CP"),
    ("Công văn 3420/TCHQ-GSQLthì phải", "3420/TCHQ-GSQL"),
    ("Công văn số 99/2009/TCT-CSđã", "99/2009/TCT-CS"),
    ("công văn 12/CĐTNĐ-VTATvề việc", "12/CĐTNĐ-VTAT"),
    ("Công văn số 55/TCTvà", "55/TCT"),
    ("Kế hoạch số 71/KH — CAT — PX01 ngày", "71/KH-CAT-PX01"),
    ("Quyết định số 12/QĐ – UBND – BCĐ tỉnh họp", "12/QĐ-UBND"),
    ("Luật số 45/2019/QH14 – BLLĐ.", "45/2019/QH14"),
    ("Công văn số 266-CV/VPTW/nb, ngày", "266-CV/VPTW/nb"),
    ("Công văn số 266-CV/VPTW-và", "266-CV/VPTW"),
    ("Quyết định số 2105/QĐ-SYT.TCCB ngày", "2105/QĐ-SYT.TCCB"),
    ("Quyết định số 13/QĐ-BXD.UBND tỉnh", "13/QĐ-BXD"),
    ("Quyết định số 13/QĐ-BXD.CSGT đã", "13/QĐ-BXD"),
    ("phân lô theo 16/QĐ-UBND", "16/QĐ-UBND"),
    # a number in two parts, and what looks like one
    ("Công văn số 1015-04/BTC-THTK", "1015-04/BTC-THTK"),
    ("Quyết định số 135-97/QĐ-UB", "135/97/QĐ-UB"),
    # figures that OCR prints as letters stay as they are printed
    ("Thông tư số 2O/2018/TT-BTTTT", "2O/2018/TT-BTTTT"),
    ("Quyết định số l5/2014/QĐ-TTg", "l5/2014/QĐ-TTg"),
    ("Nghị quyết số 1O5/NQ-CP", "1O5/NQ-CP"),
    ("Nghị định số 123/2O16/NĐ-CP", "123/2O16/NĐ-CP"),
    ("Thông tư số 09/20l9/TT-BTNMT", "09/20l9/TT-BTNMT"),
    ("Nghị định số 83/20Q9/NĐ-CP", "83/20Q9/NĐ-CP"),
    ("Luật số 15/2003/QHll", "15/2003/QHll"),
    ("Quyết định số S60/QĐ-UBND", "S60/QĐ-UBND"),
    # the ministries of old, and one that begins like a report
    ("Thông tư số 05-NV", "05-NV"),
    ("Công văn 139-KHXX ngày 15/01/1990", "139-KHXX"),
    ("Chỉ thị 306-CT", "306-CT"),
    ("và 202-CP ngày 26/5/1981", "202-CP"),
    ("gửi hai nơi: 3682/BCT-ĐTĐL", "3682/BCT-ĐTĐL"),
    # Party
    ("Kế hoạch số 26-KH/BTGTW", "26-KH/BTGTW"),
    ("Số 23 -KH/ĐUK", "23-KH/ĐUK"),
    ("KH 26–KH/BTGTW", "26-KH/BTGTW"),
    ("Chỉ thị số 05 CT/TW", "05-CT/TW"),
    ("số 04-NQ/TƯ", "04-NQ/TW"),
    ("số 25-NQ/T.Ư", "25-NQ/TW"),
    ("Hướng dẫn liên tịch 01-HDLT/BTCTW-BTGTW", "01-HDLT/BTCTW-BTGTW"),
    ("Kết luận số 01-KLTW", "01-KLTW"),
    ("Thông tri số 22/TT-TW", "22/TT-TW"),
    ("Quyết định số 12-Q\u00d0/TU", "12-QĐ/TU"),
    # State
    ("Nghị định số 30/2020/NĐ-CP", "30/2020/NĐ-CP"),
    ("Nghị định số 15⁄2021⁄NĐ−CP", "15/2021/NĐ-CP"),
    ("Nghị định 46/2014/ND-CP", "46/2014/NĐ-CP"),
    ("Nghị định 43/2014/NĐCP", "43/2014/NĐ-CP"),
    ("Nghị định 44/2014/NĐ.CP", "44/2014/NĐ-CP"),
    ("Nghị định 10/2010/NĐ CP", "10/2010/NĐ-CP"),
    ("quyết định số 12/qđ-ttg", "12/QĐ-TTg"),
    ("luật số 45/2013/qh13", "45/2013/QH13"),
    ("Luật số 25/2012/QH 13", "25/2012/QH13"),
    ("Luật số 25/2012/QH.13 quy định", "25/2012/QH13"),
    ("Luật 25/2012/QH-13", "25/2012/QH13"),
    ("Nghị quyết số 27/2022/UBTVQH \n15", "27/2022/UBTVQH15"),
    ("Nghị định số 116/2013.NĐ-CP", "116/2013/NĐ-CP"),
    ("Quyết định số 432/QĐ-Ttg", "432/QĐ-TTg"),
    ("Quyết định số 9/QĐ-Cty của Giám đốc", "9/QĐ-Cty"),
    ("Quyết định số 57-2006-QĐ-UBND", "57/2006/QĐ-UBND"),
    ("Quyết định 12/2006/QĐ.UBND", "12/2006/QĐ.UBND"),
    ("Nghị định 84/2009NĐ-CP", "84/2009NĐ-CP"),
    ("Nghị định 73/98/NĐ-CP", "73/98/NĐ-CP"),
    ("Nghị định số 12-CP", "12-CP"),
    ("Quyết định 268-CT năm 1990", "268-CT"),
    ("Án lệ số 08/2016/AL", "08/2016/AL"),
    ("Công văn số 1234/BNV-CCVC", "1234/BNV-CCVC"),
    ("Nghị_định số 60 / 2003 / NĐ - CP", "60/2003/NĐ-CP"),
    ("Tờ trình số 14 - TTr - STC - QLNS", "14-TTr-STC-QLNS"),
    ("Tờ_trình số 4512/TTr . UBND ngày", "4512/TTr.UBND"),
    ("Quyết_định số 12/QĐ-UBND . UBND tỉnh", "12/QĐ-UBND"),
    ("Sắc lệnh số 12/SL . QH họp", "12/SL"),
    ("theo Quyết định số 12/QĐ-BTC và Mẫu số 12/QĐ-BTC", "12/QĐ-BTC"),
    ("Thông tư số\n05/2013/TT-\nBKHĐT", "05/2013/TT-BKHĐT"),
    ("tệp Thong-tu-12-2020-TT-BTC.pdf", "12/2020/TT-BTC"),
    ("Goc_09.2022.TT-BQP.pdf", "09/2022/TT-BQP"),
    ("kem theo Nghi dinh 71_2018_ND-CP.doc", "71/2018/NĐ-CP"),
    ("/luu/2019/04-2019-QĐ-UBND.pdf", "04/2019/QĐ-UBND"),
    ("luu/dang/2021/37-CT-TW.PDF", "37-CT-TW"),
    ("../12-2020-TT-BTC_ky.pdf", "12/2020/TT-BTC"),
    ("QĐ-15/2024/QĐ-HĐQT", "15/2024/QĐ-HĐQT"),
    ("CV-2345/BGDĐT-GDTH", "2345/BGDĐT-GDTH"),
    ("Công văn số 12/2020/T&amp;TT-BC", "12/2020/T&TT-BC"),
    ("Nghị định số <b>13/2019/NĐ</b>-CP", "13/2019/NĐ-CP"),
    ("Thông tư số 14/2015/T T-BTC", "14/2015/TT-BTC"),
    # the date says what `số` else says
    ("41 QĐ/BX ngày 12/01/1997", "41-QĐ/BX"),
    ("NQ11/NQ-CP", "11/NQ-CP"),
    # alone in a cell of a register
    ("| 165-HĐBT |", "165-HĐBT"),
    ("'21-TTg'", "21-TTg"),
    ("Thông tư / 3/CB-UB", "3/CB-UB"),
    ("`6-LĐ/TT`", "6-LĐ/TT"),
    ("| 1023/LĐLĐ |", "1023/LĐLĐ"),
    ("điện mật số 88/PA05", "88/PA05"),
    ("Công văn số 12-VNPT/HN", "12-VNPT/HN"),
    ("Letter No. 5823/BKHDT-DKKD", "5823/BKHDT-DKKD"),
    ("`1102-TCT/NV3`", "1102-TCT/NV3"),
    ("'302/QĐUB'", "302/QĐUB"),
    ("77/qđ-đhkt", "77/QĐ-ĐHKT"),
    ("Biên bản của ban kiểm phiếu\nSố 12-BB/ĐH", "12-BB/ĐH"),
    ("bản quyền tác giả số 12/2009/QTG ngày 3/4/2009", "12/2009/QTG"),
    ("4512/LDDTBXH-KHTC,V/v hỗ trợ kinh phí", "4512/LDDTBXH-KHTC"),
    ("Quyết định số 12/Q Đ -UBND", "12/QĐ-UBND"),
    ("Bộ luật số 45/2019/QH143. Bổ sung", "45/2019/QH14"),
    ("tệp nghi-dinh-30-2020-nd-cp.pdf", "30/2020/NĐ-CP"),
    # slips that stay as they are printed
    ("Bằng khen (Quyết định số 12 QQĐ/TU)", "12QQĐ/TU"),
    ("Chỉ thị 05CT/TW", "05CT/TW"),
    ("Công văn số 1358TC/TCT", "1358TC/TCT"),
    ("Nghị quyết số 04.NQ/TW", "04.NQ/TW"),
    ("Quyết định số 15/2006/QĐ/-BTC", "15/2006/QĐ/-BTC"),
    ("Quyết định 15/QĐ-Ubnd", "15/QĐ-Ubnd"),
    ("Công văn số 1001 VPCP/KG", "1001VPCP/KG"),
    ("công văn số 12/vpcp-kg", "12/VPCP-KG"),
    ("Chỉ thị số 202/CT ngày 28-6-1991", "202/CT"),
    ("22/PYT ngày 3/4/2019", "22/PYT"),
    ("Quyết định khởi tố vụ án số 03/CSĐT-PC03", "03/CSĐT-PC03"),
    ("Nghị quyết liên tịch số 04/1985/NQLT", "04/1985/NQLT"),
    ("Công văn số 46/VPCP-V.II ngày 3/4/2001", "46/VPCP-V.II"),
    ("Công văn số 46/VPCP-V.Theo đó", "46/VPCP-V"),
    ("Nghị định số 46.2015/NĐ-CP", "46/2015/NĐ-CP"),
    # older orders
    ("Sắc luật số 03-SL/76", "03-SL/76"),
    ("Sắc lệnh 77-SL/2", "77-SL"),
    ("Công văn số 16/1999/khxx", "16/1999/KHXX"),
    ("Nghị quyết số 05/NQ-1997-QH10", "05/NQ-1997-QH10"),
    ("Quyết định số 139bis/QĐ-UB", "139bis/QĐ-UB"),
    ("Nghị định 16/NĐ-CP/2021", "16/NĐ-CP/2021"),
    ("Công văn 117/C11(C67)", "117/C11"),
    ("Giấy phép số 12/GPXD", "12/GPXD"),
    ("Quyết định số 12/2009/QĐ-\n            TTg", "12/2009/QĐ-TTg"),
    ("Quyết định số 12/2009/QĐ-\n> TTg", "12/2009/QĐ-TTg"),
    ("    // theo Quyết định số 12/2009/QĐ-\n    // TTg", "12/2009/QĐ-TTg"),
    ("Quyết định số 12/2009/QĐ-TTg-\n# PHẦN", "12/2009/QĐ-TTg"),
]


@pytest.mark.parametrize(("text", "canonical"), FORMS)
def test_reads(text, canonical, vocabulary):
    assert [c.canonical for c in read(text, vocabulary).citations] == [canonical]


JOINED = [
    ("Nghị quyết 18-NQ/TW/19-NQ/TW", ["18-NQ/TW", "19-NQ/TW"]),
    ("Quyết định 12/QĐ-TTg/13/QĐ-TTg", ["12/QĐ-TTg", "13/QĐ-TTg"]),
    ("Thông tư 12/2020/TT-BTC/13/2020/TT-BTC", ["12/2020/TT-BTC", "13/2020/TT-BTC"]),
    ("Quyết định 12/QĐ-BTC/2020", ["12/QĐ-BTC/2020"]),
    ("Quyết định 12/QĐ-BTC/13", ["12/QĐ-BTC"]),
]


@pytest.mark.parametrize(("text", "canonicals"), JOINED)
def test_numbers_joined_by_a_slash_are_two(text, canonicals, vocabulary):
    found = read(text, vocabulary).citations
    assert [c.canonical for c in found] == canonicals
    assert {c.kind_name for c in found} == {text.rpartition(" ")[0]}


PARTS = [
    ("số 26-KH/BTGTW", ("26", None, "KH", "BTGTW")),
    ("số 30a/2008/NQ-CP", ("30a", 2008, "NQ", "CP")),
    ("số 85/2015/QH13", ("85", 2015, None, "QH13")),
    ("Công văn 4521/VPCP-KTTH", ("4521", None, None, "VPCP-KTTH")),
    ("số 01/2016/TTLT-VKSNDTC-TANDTC", ("01", 2016, "TTLT", "VKSNDTC-TANDTC")),
    ("Án lệ số 08/2016/AL", ("08", 2016, "AL", None)),
    ("Nghị định 73/98/NĐ-CP", ("73", 1998, "NĐ", "CP")),
    ("Nghị định 16/NĐ-CP/2021", ("16", 2021, "NĐ", "CP")),
]


@pytest.mark.parametrize(("text", "parts"), PARTS)
def test_parts(text, parts, vocabulary):
    (found,) = read(text, vocabulary).citations
    assert (found.number, found.year, found.kind, found.issuer) == parts


def test_a_number_that_is_cited_once_is_a_citation_in_every_place(vocabulary):
    text = "12/BVYHCT-KH; theo văn bản số 12/BVYHCT-KH (13/BVYHCT-KH)"
    assert [c.start for c in read(text, vocabulary).citations] == [0, text.index("12", 1), text.index("13")]


SAME_SYMBOL = [
    # one part alone may be anything
    ("Quyết định 12/QĐ-SYT, tầng 13/QĐ", ["12/QĐ-SYT"]),
    ("nhóm 12/AB-CD và nhóm 13/AB-CD", []),
    ("13-QĐ-HĐPH\n\n12/QĐ-HĐPH", ["13-QĐ-HĐPH", "12/QĐ-HĐPH"]),
    ("Công văn 12/KTKĐ-GDĐH về tiêu chuẩn và 13/KTKĐ-GDĐH về đánh giá", ["12/KTKĐ-GDĐH", "13/KTKĐ-GDĐH"]),
]


@pytest.mark.parametrize(("text", "canonicals"), SAME_SYMBOL)
def test_what_has_the_symbol_of_a_citation_is_one(text, canonicals, vocabulary):
    assert [c.canonical for c in read(text, vocabulary).citations] == canonicals
