"""What has become of a document: a finding for each link that does not hold, and what citing an old document gives."""

from __future__ import annotations

import re

import pytest

from kb.model.finding import Severity
from tests.check.chain import amended_by, expired, held, key, path, registered, replaced_by, undated

QUESTION = "docs/vi/hoi-dap/ai-kiem-tra-don-doc.md"
ENGLISH = QUESTION.replace("/vi/", "/en/")
A, B, C = (71, 2018), (72, 2019), (73, 2020)
a, b, c = key(*A), key(*B), key(*C)


def chain(of_a: str = "", of_b: str = "", of_c: str = "") -> dict[str, str]:
    """Three documents without their texts, with further fields."""
    return registered(*A, of_a) | registered(*B, of_b) | registered(*C, of_c)


def codes(checkout, files: dict[str, str]) -> list[tuple[str, str]]:
    found = checkout.findings(files)
    return [(f.span.file, f.code) for f in found if f.code != "TRANS-002"]


LINKS = [
    # what holds
    (chain(), []),
    (chain(replaced_by(b, b)), []),
    (chain(replaced_by(b, b), replaced_by(c, c)), []),
    (chain(replaced_by(b, c)), []),  # a third one, whose text is not here, says so
    (chain(amended_by((b, b), (c, c))), []),
    (chain(expired("2019-12-31", a)), []),
    # a link that leads nowhere
    (chain(replaced_by("72-kh-btgtw-2091", b)), [(path(*A), "REL-001")]),
    (chain(amended_by(("không-có", b))), [(path(*A), "REL-001")]),
    # a ring
    (chain(replaced_by(a, b)), [(path(*A), "REL-002")]),
    (chain(amended_by((a, b))), [(path(*A), "REL-002")]),
    # the source
    (chain(replaced_by(b, "72-kh-btgtw")), [(path(*A), "REL-003")]),
    (chain(replaced_by(b, f"{b}#mo-dau-p1")), [(path(*A), "REL-003")]),
    (chain(expired("2019-12-31", "23-kh-duk-2021")), [(path(*A), "REL-003")]),
    (chain(expired("2019-12-31", "23-kh-duk-2021#ii-1.9")), [(path(*A), "REL-003")]),
    (chain(expired("2019-12-31", "23-kh-duk-2021#ii-1.1-1")), [(path(*A), "REL-003")]),
    # the order of dates
    (chain("", replaced_by(a, a)), [(path(*B), "REL-005")]),
    (chain("", amended_by((a, a))), [(path(*B), "REL-005")]),
    # fields
    (chain("replaced_by: 72-kh-btgtw-2019\n"), [(path(*A), "META-002")]),
    (chain(f"replaced_by:\n  document: {b}\n"), [(path(*A), "META-001")]),
    (chain("expired: 2019-12-31\n"), [(path(*A), "META-002")]),
    (chain(expired("31/12/2019", a)), [(path(*A), "META-003")]),
    (chain(replaced_by(b, b) + "replaced_on: 2019-03-02\n"), [(path(*A), "META-006")]),
]


@pytest.mark.parametrize(("files", "expected"), LINKS)
def test_links(checkout, files, expected):
    assert codes(checkout, files) == expected


def test_a_ring_is_one_finding(checkout):
    ring = chain(replaced_by(b, b), replaced_by(c, c), replaced_by(a, a))
    # All of one day, or the dates would be a fault of their own; so the names of the files do not go with them.
    same = {file: re.sub(r"date: \d{4}", "date: 2018", text) for file, text in ring.items()}
    found = [f for f in checkout.findings(same) if f.code.startswith("REL")]
    assert [(f.span.file, f.code) for f in found] == [(path(*A), "REL-002")]
    assert f"{a} → {b} → {c} → {a}" in found[0].message


NAMED = f"Kế hoạch này thay thế Kế hoạch số {A[0]}-KH/BTGTW ngày 02/3/{A[1]}."
STATED = [
    (NAMED, f"{b}#mo-dau-p1", []),
    (f"Thay thế Kế hoạch số {A[0]}-KH/BTGTW.", f"{b}#mo-dau-p1", []),
    (NAMED, b, ["REL-003"]),  # its text is here: which provision?
    ("Kế hoạch này thay thế các kế hoạch trước.", f"{b}#mo-dau-p1", ["REL-003"]),
    (NAMED.replace("71-", "26-").replace(" ngày 02/3/2018", ""), f"{b}#mo-dau-p1", ["REL-003"]),
    (NAMED, f"{b}#tieu-de", ["REL-003"]),
    (NAMED, f"{b}#mo-dau-p2", ["REL-003"]),
]


@pytest.mark.parametrize(("words", "stated_by", "expected"), STATED)
def test_the_provision_that_is_said_to_state_it_names_the_document(checkout, words, stated_by, expected):
    files = registered(*A, replaced_by(b, stated_by)) | held(*B, words)
    assert [code for _, code in codes(checkout, files)] == expected


def test_where_a_third_document_states_it_both_are_named(checkout):
    both = "Kế hoạch số 72-KH/BTGTW thay thế Kế hoạch số 71-KH/BTGTW."
    for words, expected in ((both, []), ("Kế hoạch số 71-KH/BTGTW đã được thay thế.", ["REL-003"])):
        files = registered(*A, replaced_by(b, f"{c}#mo-dau-p1")) | registered(*B) | held(*C, words)
        assert [code for _, code in codes(checkout, files) if code != "REL-004"] == expected


def test_a_document_may_state_its_own_end(checkout):
    words = "Kế hoạch này thực hiện đến hết ngày 31/12/2019."
    assert codes(checkout, held(*A, words, expired("2019-12-31", f"{a}#mo-dau-p1"))) == []


def cited(checkout, files: dict[str, str], words: str, end: str = "") -> list:
    change = checkout.edited(QUESTION, "Theo [", f"Theo {words} [")
    if end:
        lines = change[QUESTION].split("\n")
        at = next(number for number, line in enumerate(lines) if words in line)
        lines[at] += end
        change[QUESTION] = "\n".join(lines)
    return [f for f in checkout.findings(files | change) if f.code != "TRANS-002"]


OLD = chain(replaced_by(b, b), replaced_by(c, c))
AMENDED = chain(amended_by((b, b)))
OF_B, OF_C = (f"{number}-KH/BTGTW ngày 02/3/{year}" for number, year in (B, C))
IN_PROSE = [
    ("Kế hoạch số 73-KH/BTGTW", OLD, None),
    ("Kế hoạch số 71-KH/BTGTW", chain(), None),
    # amended, it goes on, together with what amends it
    ("Kế hoạch số 71-KH/BTGTW, được Kế hoạch số 72-KH/BTGTW sửa đổi,", AMENDED, None),
    ("Kế hoạch số 72-KH/BTGTW", AMENDED, None),
    ("“Kế hoạch số 71-KH/BTGTW”", AMENDED, None),
    ("Kế hoạch số 71-KH/BTGTW và Kế hoạch 71", AMENDED, f"đã được sửa đổi bởi {OF_B}, mà"),
    ("Kế hoạch số 71-KH/BTGTW", chain(amended_by((b, b)), replaced_by(c, c)), "được sửa đổi bởi 73-KH/BTGTW ngày"),
    ("Kế hoạch số 72-KH/BTGTW", OLD, f"văn bản hiện nay theo danh mục là {OF_C}."),
    ("Kế hoạch số 71-KH/BTGTW", OLD, f"văn bản hiện nay theo danh mục là {OF_C} (qua {OF_B})."),
    ("Kế hoạch 71,", OLD, f"văn bản hiện nay theo danh mục là {OF_C} (qua {OF_B})."),
    ("Kế hoạch số 71-KH/BTGTW", chain(replaced_by(b, b), amended_by((c, c))), f"ấy đã được sửa đổi bởi {OF_C}."),
    ("Kế hoạch số 71-KH/BTGTW", chain(expired("2019-12-31", a)), "hết hiệu lực từ 31/12/2019; chưa rõ văn bản nào"),
    (
        "Kế hoạch số 71-KH/BTGTW", chain(replaced_by(b, b), expired("2020-06-30", b)),
        f"là {OF_B}. Văn bản ấy hết hiệu lực từ 30/6/2020.",
    ),
]  # fmt: skip
DOUBTFUL = [
    # what is wrong with it is said where it is written, and not once more at each citation
    (chain("", replaced_by(a, a)), ["REL-005"]),
    (chain("", replaced_by(c, "72-kh-btgtw")), ["REL-003"]),
    (chain("", expired("2019-12-31", "23-kh-duk-2021")), ["REL-003"]),
    (chain("", replaced_by(b, b)), ["REL-002"]),
    # what is sound beside it holds
    (chain("", replaced_by(c, c) + amended_by((a, a))), ["REL-004", "REL-005"]),
    (chain(replaced_by(b, "không-có"), replaced_by(c, c)), ["REL-003", "REL-004"]),
]


@pytest.mark.parametrize(("words", "files", "message"), IN_PROSE)
def test_citing_an_old_document_in_our_prose(checkout, words, files, message):
    found = cited(checkout, files, words)
    if message is None:
        assert found == []
        return
    [finding] = found
    assert (finding.code, finding.severity, finding.span.file) == ("REL-004", Severity.WARNING, QUESTION)
    assert message in finding.message


@pytest.mark.parametrize(("files", "expected"), DOUBTFUL)
def test_citing_a_document_of_which_something_wrong_is_said(checkout, files, expected):
    assert sorted(f.code for f in cited(checkout, files, "Kế hoạch số 72-KH/BTGTW")) == expected


def test_citing_it_on_purpose_is_marked_in_place(checkout):
    comment = " <!-- kb: bỏ qua REL-004: câu này hỏi về kế hoạch cũ -->"
    [finding] = cited(checkout, OLD, "Kế hoạch số 71-KH/BTGTW", comment)
    assert (finding.code, finding.suppressed) == ("REL-004", "câu này hỏi về kế hoạch cũ")


def test_an_answer_that_rests_on_an_old_document(checkout):
    files = held(*A, "Các đơn vị trồng cây.", replaced_by(b, b)) | registered(*B)
    change = checkout.edited(
        QUESTION, "[23-kh-duk-2021#iii-2-4]", f"[23-kh-duk-2021#iii-2-4, {a}#mo-dau-p1, {a}#tieu-de]"
    )
    found = [f for f in checkout.findings(files | change) if f.code != "TRANS-002"]
    assert [(f.code, f.severity, f.span.file) for f in found] == [("REL-004", Severity.WARNING, QUESTION)]


WORDS = "Theo Kế hoạch số 71-KH/BTGTW, các đơn vị trồng cây."
UNDATED = OLD | undated(*B, replaced_by(c, c))
IN_RECORD = [
    # written before: history
    ((80, 2018), OLD, []),
    ((80, 2018), chain(expired("2019-12-31", a)), []),
    # written when it was over already
    ((80, 2019), OLD, [("REL-004", Severity.NOTICE)]),  # of the same day as what replaced it
    ((80, 2020), OLD, [("REL-004", Severity.NOTICE)]),
    ((80, 2020), chain(expired("2019-12-31", a)), [("REL-004", Severity.NOTICE)]),
    # nobody can say
    ((80, 2018), UNDATED, [("REL-004", Severity.NOTICE)]),
]  # fmt: skip


@pytest.mark.parametrize(("document", "files", "expected"), IN_RECORD)
def test_citing_an_old_document_in_words_of_record(checkout, document, files, expected):
    found = checkout.findings(files | held(*document, WORDS))
    # What the document rests on is not its basis here: that is the business of another rule.
    here = [f for f in found if f.span.file == path(*document) and f.code != "REG-004"]
    assert [(f.code, f.severity) for f in here] == expected


def test_the_document_that_replaces_another_may_name_it(checkout):
    files = registered(*A, replaced_by(b, f"{b}#mo-dau-p1")) | held(*B, NAMED)
    assert checkout.findings(files) == []


def test_a_hidden_document_replaces_nothing_that_is_published(checkout):
    draft = {
        file: text.replace("language: vi\n", "language: vi\nstatus: draft\n") for file, text in registered(*B).items()
    }
    for stated_by in (a, b):  # said once where it is both what replaces, and what says so
        files = registered(*A, replaced_by(b, stated_by)) | draft
        assert codes(checkout, files) == [(path(*A), "XREF-008")]
