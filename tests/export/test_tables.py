"""Tables that are taken along: a Word file is imported again with the same rows, a PDF holds their words in order."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.export import pdf, taken, word
from kb.importing.word import read as imported
from kb.model.document import HEADING, PARAGRAPH, Provision
from kb.model.finding import Span
from kb.model.reference import Ref
from kb.model.rows import Row, cells
from kb.model.terms import Term
from kb.parse import body
from kb.views.context import Context
from tests.export.test_paper import NONE, faces, page, read

__all__ = ["faces"]

KEY = "23-kh-duk-2021"
LINES = """
## I. MỘT {#i}

Trước. {#i-p1}

| TT | Việc | Lúc | {#i-p2 dau-bang o=1x2,1x2,2}

| đầu | cuối | {#i-p3 dau-bang}

| A. Nhóm | {#i-p4 o=4}

| 1 | một a|b \\| c | | 2021 | {#i-p5}

| 2 | hai | 2020 | | {#i-p6}

| Tên | Lượng | {#i-p7 dau-bang}

| ba | 3 | {#i-p8}

Sau. {#i-p9}
"""


@pytest.fixture(scope="module")
def provisions() -> tuple[Provision, ...]:
    return tuple(body.provisions(LINES, "docs/vi/van-ban/x.md", 1, []))


@pytest.fixture(scope="module")
def changed(library, provisions):
    """The library with a document of these rows, of which a theme has two."""
    document = replace(library.originals[KEY], provisions=provisions)
    originals = {**library.originals, KEY: document}
    # Its translation says nothing of how rows lie.
    bare = tuple(each._replace(row=each.row and Row(place=1, table=1)) for each in provisions)
    english = {**library.documents["en"], KEY: replace(library.documents["en"][KEY], provisions=bare)}
    held = tuple(Ref(KEY, f"i-p{number}", Span("x")) for number in (5, 2, 9))
    theme = Term("mot-viec", {"vi": "Một việc", "en": "One thing"}, None, held, Span("x"))
    documents = {**library.documents, "vi": originals, "en": english}
    return replace(library, documents=documents, citations=(), themes=(theme,))


@pytest.fixture(scope="module")
def pieces(changed):
    return {
        language: next(each for each in taken.taken(Context(changed, language, None)) if each.path.endswith(KEY)).pieces
        for language in ("vi", "en")
    }


@pytest.mark.parametrize("language", ["vi", "en"])
def test_neighbouring_rows_are_one_table(pieces, language):
    kinds = [each.kind for each in pieces[language]]
    assert kinds[:5] == [HEADING, PARAGRAPH, taken.TABLE, taken.TABLE, PARAGRAPH]
    first, second = (each.lines for each in pieces[language] if each.kind == taken.TABLE)
    assert [len(each.cells) for each in first] == [3, 2, 1, 4, 4]
    assert [each.row.head for each in first] == [True, True, False, False, False]
    assert [each.cells for each in second] == [("Tên", "Lượng"), ("ba", "3")]


def test_a_word_file_is_imported_again_with_the_same_rows(pieces, provisions):
    made = word.docx(page(*pieces["vi"], whole=True))
    rows = [each for each in imported(made).paragraphs if each.row]
    assert [(each.text, each.row) for each in rows] == [
        (each.text, replace(each.row, place=0, table=0, spans=each.row.spans or ((1, 1),) * len(row.cells)))
        for each, row in zip([each for each in provisions if each.row], _lines(pieces), strict=True)
    ]
    names = Document(io.BytesIO(made)).tables[0].rows[0].cells[1].paragraphs[0]
    assert (names.style.name, names.runs[0].bold) == ("Cell", True)


def test_a_row_by_itself_has_its_cells_and_its_source(changed, faces):
    context = Context(changed, "vi", None)
    (theme,) = (each for each in taken.taken(context) if each.path.endswith("mot-viec"))
    rows = [each for each in theme.pieces if each.kind == taken.TABLE]
    assert [line.cells for each in rows for line in each.lines] == [
        ("TT", "Việc", "Lúc"),
        ("1", "một a|b | c", "", "2021"),
    ]
    assert all(each.citation.startswith("hàng thứ") for each in rows)
    opened = Document(io.BytesIO(word.docx(theme)))
    assert [cell.text for cell in opened.tables[1].rows[0].cells] == ["1", "một a|b | c", "", "2021"]
    sources = [each for each in opened.paragraphs if each.text in {f"({row.citation})" for row in rows}]
    assert [each.style.name for each in sources] == ["Citation"] * 2
    told = read(pdf.pdf(theme, NONE, faces))
    assert "1 một a|b | c 2021 (hàng thứ" in told
    assert "| 1 |" not in told + "".join(each.text for each in opened.paragraphs)


def _lines(pieces):
    return [line for each in pieces["vi"] for line in each.lines]


def test_a_pdf_has_the_cells_in_order(faces, pieces):
    told = read(pdf.pdf(page(*pieces["vi"], whole=True), NONE, faces))
    assert "đầu cuối A. Nhóm 1 một a|b | c 2021 2 hai 2020 Tên Lượng ba 3 Sau." in told


SPANS = st.tuples(st.integers(1, 3), st.integers(1, 3))


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 2), st.lists(st.lists(SPANS, min_size=1, max_size=3), min_size=1, max_size=4))
def test_whatever_rows_say_of_themselves_there_is_a_file(faces, heads, laid):
    lines = tuple(
        taken.Line(Row(at < heads, tuple(each)), tuple(f"w{at}{number}" for number, _ in enumerate(each)))
        for at, each in enumerate(laid)
    )
    one = page(taken.Piece(taken.TABLE, "", lines=lines), whole=True)
    told = read(pdf.pdf(one, NONE, faces))
    assert all(told.count(word) == 1 for line in lines for word in line.cells)
    again = [cells(each.text) for each in imported(word.docx(one)).paragraphs if each.row]
    # What places words in one column is no table.
    assert [tuple(filter(None, row)) for row in again] == [line.cells for line in lines] or max(map(len, laid)) == 1
