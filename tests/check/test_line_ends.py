"""Line ends and byte order marks: no fault in what we write, a named one in a text of record, never a cascade."""

from __future__ import annotations

import hashlib

import pytest

from kb.model.finding import Severity
from tests.check.plan import FILE as PLAN

RECORD = "docs/_source/23-kh-duk-2021.txt"
AUTHORED = [
    PLAN,
    PLAN.replace("/vi/", "/en/"),
    "docs/vi/hoi-dap/in-trang.md",
    "docs/en/hoi-dap/in-trang.md",
    "docs/vi/gioi-thieu.md",
    "docs/vi/van-ban/26-kh-btgtw-2021.md",
    "docs/_data/themes.yml",
    "docs/_data/kinds.yml",
]


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
@pytest.mark.parametrize("file", AUTHORED)
def test_other_line_ends_are_no_fault(checkout, file, ending):
    assert checkout.faults({file: checkout.texts[file].replace("\n", ending)}) == []


@pytest.mark.parametrize("file", AUTHORED)
def test_some_lines_that_end_otherwise_are_no_fault(checkout, file):
    assert checkout.faults({file: checkout.texts[file].replace("\n", "\r\n", 5)}) == []


@pytest.mark.parametrize("file", AUTHORED)
def test_a_byte_order_mark_is_named_as_such_and_hides_nothing(checkout, file):
    assert checkout.faults({file: "\ufeff" + checkout.texts[file]}) == [(file, 1, "TEXT-007")]


def test_other_faults_of_the_file_are_still_found(checkout):
    text = checkout.texts[PLAN].replace("theo dõi, kiểm tra", "theo doi, kiểm tra")
    line = checkout.line(PLAN, "theo dõi, kiểm tra")
    expected = [(PLAN, 1, "TEXT-007"), (PLAN, line, "FID-001")]
    assert checkout.faults({PLAN: "\ufeff" + text.replace("\n", "\r\n")}) == expected


SLIPS = [
    (lambda text: text.replace("\n", "\r\n"), "ký tự xuống dòng (đã đăng ký: LF, tệp hiện có: CRLF)"),
    (lambda text: text.replace("\n", "\r\n", 3), "ký tự xuống dòng (đã đăng ký: LF, tệp hiện có: CRLF)"),
    (lambda text: text.replace("\n", "\r"), "ký tự xuống dòng (đã đăng ký: LF, tệp hiện có: CR)"),
    (lambda text: "\ufeff" + text, "dấu BOM ở đầu tệp (thừa)"),
    (lambda text: text.rstrip("\n") if text.endswith("\n") else text + "\n", "dòng trống cuối tệp"),
    (lambda text: "\ufeff" + text.replace("\n", "\r\n"), "CRLF) và dấu BOM ở đầu tệp (thừa)"),
]


@pytest.mark.parametrize(("change", "words"), SLIPS)
def test_a_record_in_which_no_word_has_changed_says_what_has(checkout, change, words):
    (finding,) = [
        f for f in checkout.findings({RECORD: change(checkout.texts[RECORD])}) if f.severity is Severity.ERROR
    ]
    assert (finding.span.file, finding.code) == (PLAN, "SRC-001")
    assert words in finding.message


def test_a_changed_word_is_no_matter_of_line_ends(checkout):
    text = checkout.texts[RECORD].replace("theo dõi, kiểm tra", "theo doi, kiểm tra").replace("\n", "\r\n")
    (finding,) = [f for f in checkout.findings({RECORD: text}) if f.severity is Severity.ERROR]
    assert "xuống dòng" not in finding.message


@pytest.mark.parametrize("change", [change for change, _ in SLIPS])
def test_a_record_that_was_received_and_registered_so_is_right(checkout, change):
    record = change(checkout.texts[RECORD])
    was, now = (hashlib.sha256(text.encode()).hexdigest() for text in (checkout.texts[RECORD], record))
    changes = {RECORD: record, PLAN: checkout.texts[PLAN].replace(was, now)}
    assert checkout.faults(changes) == []
    notices = [(f.span.file, f.code) for f in checkout.findings(changes) if f.severity is Severity.NOTICE]
    assert notices == ([(RECORD, "TEXT-007")] if record.startswith("\ufeff") else [])
