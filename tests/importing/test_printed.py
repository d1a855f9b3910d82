"""PDF files as a browser prints them."""

from __future__ import annotations

from kb.importing import making


def test_pdf(browser, tmp_path, vocabulary):
    """A page of two columns at the head, a page break within a sentence, page numbers."""
    long = " ".join(f"từ {number}," for number in range(900))
    html = (
        "<style>p {text-indent: 1cm; text-align: justify}"
        "td {width: 50%; text-align: center; vertical-align: top}</style>"
        "<table width=100%><tr><td>BỘ TÀI CHÍNH<br>Số: 90/2020/TT-BTC<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>"
        "Hà Nội, ngày 6 tháng 4 năm 2020</table><center>THÔNG TƯ</center><center>Quy định một việc</center>"
        f"<p>Căn cứ Luật một;<p>Điều 1. Một<p>1. {long} hết.<p>2. Hai."
    )
    page = browser.new_page()
    page.set_content(html)
    header = '<div style="width: 100%; font-size: 12px; text-align: center"><span class="pageNumber"></span></div>'
    page.pdf(path=tmp_path / "x.pdf", format="A5", display_header_footer=True, header_template=header,
             footer_template="<i></i>", margin={"top": "2cm", "bottom": "1cm"})  # fmt: skip
    page.close()
    made = making.imported(tmp_path / "x.pdf", vocabulary)
    assert (made.fields.number, made.fields.date) == ("90/2020/TT-BTC", "2020-04-06")
    assert made.fields.subject == "Quy định một việc"
    assert [each.id for each in made.record.provisions] == ["tieu-de", "mo-dau-p1", "dieu-1", "dieu-1.1", "dieu-1.2"]
    assert made.record.provisions[3].text == f"1. {long} hết."


def test_pdf_columns(browser, tmp_path, vocabulary):
    """The left column is read to its end, though lines of the right one stand between its lines."""
    page = browser.new_page()
    page.set_content(
        "<style>td {width: 50%; text-align: center; vertical-align: top}</style><table width=100%>"
        "<tr><td>BỘ TÀI CHÍNH<br>Số: 123/BTC-CST<br>V/v một việc<br>và việc hai"
        "<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc<br>"
        "Hà Nội, ngày 6 tháng 4 năm 2020</table>"
        "<p>Kính gửi: Các đơn vị."
        "<p>Một đoạn dài, dài hơn nửa trang giấy để thấy lề phải của trang, rồi còn dài hơn thế nữa."
    )
    page.pdf(path=tmp_path / "x.pdf", format="A4")
    page.close()
    found = making.imported(tmp_path / "x.pdf", vocabulary).fields
    assert (found.number, found.kind, found.date) == ("123/BTC-CST", "CV", "2020-04-06")
    assert found.subject == "một việc và việc hai"
