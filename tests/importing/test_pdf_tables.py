"""Tables of a PDF are what its strokes enclose; words are never lost in them."""

from __future__ import annotations

import pytest
import typst

from kb.importing import making, pdf
from kb.importing.pdf_columns import Line
from kb.importing.pdf_tables import Cell, Rule, _connected, _joined, _table, over_pages
from kb.model.rows import Row

STYLE = "<style>table.b {border-collapse: collapse} table.b td, table.b th {border: 1px solid black}</style>"
HEAD = (
    "<table{} width=100%><tr><td>BỘ TÀI CHÍNH<br>Số: 90/2020/TT-BTC<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>"
    "Hà Nội, ngày 6 tháng 4 năm 2020</table><center>THÔNG TƯ</center><center>Quy định một việc</center>"
    "<p>Căn cứ Luật một;<p>Điều 1. Một<p>1. Hai ba bốn."
)
TABLES = [
    # near misses: no strokes, one column, a letterhead in strokes
    ("", "<table><tr><td>STT<td>Việc<tr><td>1<td>một</table>", []),
    ("", "<table class=b><tr><td>Một<tr><td>Hai</table>", []),
    (" class=b", "<p>Năm.", []),
    (
        "",
        "<table class=b><tr><th>STT<th>Việc<tr><td>1<td>một việc dài<br>hai dòng<tr><td>2<td></table><p>Sáu.",
        [("| STT | Việc |", True, "1,1"), ("| 1 | một việc dài hai dòng |", False, "1,1"), ("| 2 | |", False, "1,1")],
    ),
    (
        " class=b",
        "<table class=b><tr><th rowspan=2>STT<th colspan=2>Kỳ<tr><th>Một<th>Hai<tr><td>1<td>3<td>4</table>",
        [
            ("| STT | Kỳ |", True, "1x2,2"),
            ("| Một | Hai |", True, "1,1"),
            ("| 1 | 3 | 4 |", False, "1,1,1"),
        ],
    ),
]


@pytest.mark.parametrize(("letterhead", "body", "expected"), TABLES)
def test_tables_as_a_browser_prints_them(browser, tmp_path, vocabulary, letterhead, body, expected):
    page = browser.new_page()
    page.set_content(STYLE + HEAD.format(letterhead) + body)
    page.pdf(path=tmp_path / "x.pdf", format="A4")
    page.close()
    made = making.imported(tmp_path / "x.pdf", vocabulary)
    rows = [each for each in made.record.provisions if each.row]
    assert [(each.text, each.row.head, _spans(each.row, each.text)) for each in rows] == expected
    assert (made.fields.number, made.fields.subject) == ("90/2020/TT-BTC", "Quy định một việc")
    said = " ".join(each.text for each in made.record.provisions)
    assert all(word in said for word in ("Hai ba bốn.", *(("Sáu.",) if "Sáu" in body else ())))


def _spans(row: Row, text: str) -> str:
    cells = text.count("|") - 1
    return ",".join(f"{across}x{down}" if down > 1 else str(across) for across, down in row.over(cells))


def test_a_table_over_pages_is_one_and_its_repeated_head_is_told_once(tmp_path):
    """As typesetters draw it: a stroke a line, and the head anew on each page."""
    rows = ", ".join(f"[{number}], [việc {number}]" for number in range(1, 31))
    source = (
        "#set page(width: 12cm, height: 10cm, margin: 1cm)\nMở đầu.\n\n"
        f"#table(columns: (2cm, 6cm), table.header([STT], [Việc]), {rows})\n\nHết."
    )
    (tmp_path / "x.typ").write_text(source, encoding="utf-8")
    received = pdf.read(typst.compile(tmp_path / "x.typ"))
    told = [(each.text, each.row is not None and each.row.head) for each in received.paragraphs]
    items = [(f"| {number} | việc {number} |", False) for number in range(1, 31)]
    assert told == [("Mở đầu.", False), ("| STT | Việc |", True), *items, ("Hết.", False)]
    assert any("hàng đầu bảng" in each for each in received.notices)


def row(text: str, page: int, head: bool = False, edges: tuple[float, ...] = (10, 50, 90)) -> Line:
    return Line(text, 10, 90, 0, 10, page, 100, Row(head), edges)


OVER = [
    # near misses: words between, other columns, the same page
    ([row("a", 0, True), Line("x", 0, 9, 0, 9, 1, 100), row("a", 1, True)], [("a", True), ("x", None), ("a", True)]),
    ([row("a", 0, True), row("a", 1, True, (10, 40, 90))], [("a", True), ("a", True)]),
    ([row("a", 0, True), row("b", 0), row("a", 0)], [("a", True), ("b", False), ("a", False)]),
    ([row("a", 0, True), row("b", 1, True), row("c", 1)], [("a", True), ("b", False), ("c", False)]),
    ([row("a", 0, True), row("a", 1, True), row("c", 1)], [("a", True), ("c", False)]),
]


@pytest.mark.parametrize(("lines", "expected"), OVER)
def test_where_a_table_goes_on(lines, expected):
    assert [(each.text, each.row and each.row.head) for each in over_pages(lines)] == expected


def grid(level: list[tuple[float, float, float]], upright: list[tuple[float, float, float]]):
    return [
        _table(*each) for each in _connected(_joined([Rule(*r) for r in level]), _joined([Rule(*r) for r in upright]))
    ]


SQUARE = [(0, 0, 100), (50, 0, 100), (100, 0, 100)]


def test_strokes_that_are_no_table():
    assert grid(SQUARE, []) == [None, None, None]  # lines below words
    assert grid(SQUARE, [(0, 0, 100), (100, 0, 100)]) == [None]  # a box
    assert grid(
        [(0, 0, 100), (50, 0, 40), (100, 0, 100)], [(0, 0, 100), (40, 50, 100), (60, 0, 60), (100, 0, 100)]
    ) == [None]


def test_strokes_of_pieces_that_meet_are_a_table():
    pieces = [(at, start, start + 50) for at in (0, 50, 100) for start in (0, 50)]
    (table,) = grid(pieces, pieces)
    assert len(set(table.cells.values())) == 4
    assert (table.cell(10, 90), table.cell(60, 10)) == (Cell(0, 0, 1, 1), Cell(1, 1, 1, 1))
    assert table.cell(120, 50) is None


def test_two_tables_are_two():
    apart = [(300 + at, start, end) for at, start, end in SQUARE]
    level = SQUARE + apart
    upright = [(at, 0 + low, 100 + low) for low in (0, 300) for at in (0, 50, 100)]
    assert len(grid(level, upright)) == 2
