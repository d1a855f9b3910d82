"""What a file is held against: all that is known of the documents of which it speaks, and how every one is found."""

from dataclasses import replace

import pytest

from kb import reading
from kb.model.document import Relation
from kb.model.faces import Faces
from kb.model.finding import Span
from tests.folders import CONTENT

PLAN, GUIDE, OTHER, PROGRAM, DIRECTIVE = (
    "23-kh-duk-2021",
    "169-hd-btgtw-2021",
    "26-kh-btgtw-2021",
    "07-ctr-duk-2021",
    "05-ct-tw-2016",
)
ANSWER = "docs/vi/hoi-dap/chi-thi-05.md"
WORDS = (CONTENT / ANSWER).read_text(encoding="utf-8")
RELATION = {"date": None, "stated_by": PLAN, "span": Span("x"), "source": Span("x")}


@pytest.fixture(scope="module")
def library():
    return reading.read(CONTENT)


def changed(library, key, **fields):
    originals = {**library.originals, key: replace(library.originals[key], **fields)}
    return replace(library, documents={**library.documents, "vi": originals})


def counts(library, file, key):
    """Whether another subject of a document is seen in what a file is held against."""
    return Faces(library).near(file) != Faces(changed(library, key, subject="xanh")).near(file)


NEAR = [
    (f"docs/vi/van-ban/{OTHER}.md", DIRECTIVE, False),
    ("docs/vi/gioi-thieu.md", DIRECTIVE, False),
    (ANSWER, GUIDE, False),
    # its own, what it cites by number or name, in both languages
    (f"docs/vi/van-ban/{OTHER}.md", OTHER, True),
    (f"docs/en/van-ban/{OTHER}.md", OTHER, True),
    (f"docs/vi/van-ban/{PLAN}.md", GUIDE, True),
    (f"docs/en/van-ban/{PLAN}.md", GUIDE, True),
    (f"docs/vi/van-ban/{PLAN}.md", "nq-dai-hoi-xiii-dang", True),
    # what states it; what an answer rests on, and where it leads
    (f"docs/vi/van-ban/{PROGRAM}.md", PLAN, True),
    (ANSWER, PLAN, True),
    ("docs/vi/hoi-dap/chua-co-toan-van.md", GUIDE, True),
]


@pytest.mark.parametrize(("file", "key", "expected"), NEAR)
def test_which_documents_are_near_to_a_file(library, file, key, expected):
    assert counts(library, file, key) is expected


@pytest.mark.parametrize(("words", "expected"), [("Xem Kế hoạch 07.", False), ("Xem Chương trình hành động 07.", True)])
def test_a_short_form_is_near_to_what_it_may_mean(words, expected):
    library = reading.read(CONTENT, overlay={ANSWER: f"{WORDS}\n{words}\n"})
    assert counts(library, ANSWER, PROGRAM) is expected


@pytest.mark.parametrize("field", ["replaced_by", "amended_by", "expired"])
def test_what_has_replaced_a_document_is_near_to_what_cites_it(library, field):
    relation = Relation(document=GUIDE, **RELATION)
    over = changed(library, DIRECTIVE, **{field: (relation,) if field == "amended_by" else relation})
    assert not counts(library, ANSWER, GUIDE)
    assert counts(over, ANSWER, GUIDE)


def test_its_basis_and_those_that_have_its_number_are_near_to_a_document(library):
    file = f"docs/vi/van-ban/{OTHER}.md"
    assert not counts(library, file, DIRECTIVE)
    assert counts(changed(library, OTHER, basis=(DIRECTIVE,)), file, DIRECTIVE)
    number = library.originals[OTHER].number
    assert counts(changed(library, DIRECTIVE, number=number), file, DIRECTIVE)


def test_another_text_of_record_is_seen(library):
    record = replace(library.records[PLAN], sha256="0")
    other = replace(library, records={**library.records, PLAN: record})
    assert Faces(library).near(ANSWER) != Faces(other).near(ANSWER)
    assert Faces(library).whole != Faces(other).whole


FOUND_BY = [
    ({"subject": "xanh"}, False),
    ({"date": "2000-01-01"}, False),
    ({"number": "9-KH/TU"}, True),
    ({"kind": "X"}, True),
    ({"called": "xanh"}, True),
    ({"names": ("xanh",)}, True),
    ({"held": False}, True),
    ({"status": "draft"}, True),
    ({"formerly": ("x",)}, True),
    ({"path": "x"}, True),
    ({"at": {}}, True),
]


@pytest.mark.parametrize(("fields", "expected"), FOUND_BY)
def test_by_what_documents_are_found(library, fields, expected):
    other = changed(library, PLAN, **fields)
    assert (Faces(library).found_by != Faces(other).found_by) is expected
    assert Faces(library).whole != Faces(other).whole
