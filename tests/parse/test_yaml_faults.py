"""What YAML does not take is said in Vietnamese, at its place, whatever the library says."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kb.model.finding import Finding
from kb.parse.frontmatter import YamlError, load

FAULTS = [
    ('a: "x', (1, 4), "thiếu dấu nháy đóng"),
    ("a: 'x\nb: y\n", (1, 4), "thiếu dấu nháy đóng"),
    ("a: [x\nb: y", (2, 2), "danh sách [ ] thiếu dấu phẩy hoặc dấu ]"),
    ("a: {x\n", (2, 1), "khối { } thiếu dấu phẩy hoặc dấu }"),
    ("a: b: c", (1, 5), "dấu hai chấm đứng ở chỗ không dùng được"),
    ("a: x\n b: y", (2, 3), "dấu hai chấm đứng ở chỗ không dùng được"),
    ("- a\nb", (2, 1), "thiếu dấu hai chấm sau tên trường"),
    ("a: x\n- b", (2, 1), "dòng này không có dạng «tên: giá trị», hoặc thụt lề sai"),
    ("- a\n b: c\n", (2, 3), "dấu hai chấm đứng ở chỗ không dùng được"),
    ("- - a\n  b: c", (2, 3), "dòng này không phải là mục «- » của danh sách phía trên, hoặc thụt lề sai"),
    ("a: - b", (1, 4), "dấu «- » của danh sách đứng ở chỗ không dùng được"),
    ("a:\n\t- b", (2, 1), "thụt lề bằng tab"),
    ("\ta: b", (1, 1), "thụt lề bằng tab"),
    ("a: |\n\tx\n b", (2, 1), "thụt lề bằng tab"),
    ("a: @x", (1, 4), "ký tự này không mở đầu được một giá trị"),
    ("a: `x`", (1, 4), "ký tự này không mở đầu được một giá trị"),
    ("a: %x", (1, 4), "ký tự này không mở đầu được một giá trị"),
    ("a: ]", (1, 4), "thiếu giá trị"),
    ("a: &", (1, 5), "thiếu tên sau & hoặc *"),
    ("a: x\x01", (1, 5), "có ký tự điều khiển không nhìn thấy"),
    ("ế: ế\nb: ế\x00", (2, 5), "có ký tự điều khiển không nhìn thấy"),
    ('a: "\\q"', (1, 5), "ký tự sau dấu \\ trong dấu nháy kép không dùng được"),
    ('a: "\\xZZ"', (1, 7), "mã ký tự sau dấu \\ không phải là số hệ mười sáu"),
    ("a: !x!y z", (1, 4), "thẻ (!) chưa được định nghĩa"),
    ("a: >x\n b", (1, 5), "sau | hoặc > chỉ được xuống dòng"),
    ("a: |0\n b", (1, 5), "mức thụt lề sau | hoặc > không được là 0"),
    ("%NO\n---\na: b", (1, 4), "không có lệnh % ấy"),
    ("{a: b}}", (1, 7), "chỉ được có một khối, hoặc dòng này thụt lề sai"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "fact"), FAULTS)
def test_a_fault_and_where_it_is(text, place, fact):
    with pytest.raises(YamlError) as caught:
        load(text, "f")
    finding = caught.value.finding
    assert (finding.message, finding.code) == (f"YAML không đọc được: {fact}.", "META-007")
    assert (finding.span.line, finding.span.column) == place


PIECES = st.lists(
    st.sampled_from(
        ["a", "ế", ":", ": ", "- ", "\n", "  ", "\t", '"', "'", "[", "]", "{", "}", ",", "&a ", "*a", "!", "!!x ", "|",
         ">", "%", "@", "#", "---", "...", "?", "\\", "\x00", "\x7f", "\ufeff", "\u2028", "<", "0", "YAML 1.1", "TAG"]
    ),
    max_size=12,
).map("".join)  # fmt: skip
# The library's own words, and those of Python.
ENGLISH = re.compile(r"\b(?:found|did|could|expected|while|not|the|in|is|are|line|character|allowed|unacceptable)\b")


@given(PIECES)
@example("%YAML 9.9\n---\na")
@example("? [a\n: b")
@example("a: !<x")
@example("\\")
def test_no_word_of_the_library_reaches_an_editor(text):
    for finding in refused(text):
        said = finding.message.replace(text, "")
        assert not ENGLISH.search(said), said
        assert 1 <= finding.span.line <= text.count("\n") + 1


def refused(text: str) -> list[Finding]:
    try:
        load(text, "f")
    except YamlError as error:
        return [error.finding]
    return []
