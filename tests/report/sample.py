"""Findings of each severity, for the golden files, and strategies for findings nobody would write."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import strategies as st

from kb.model.finding import Finding, Severity, Span
from kb.model.rule import Rule
from kb.model.verdict import FIELDS, Outcome, Verdict

BASE = "https://kb.example/"
PLAN = "docs/vi/van-ban/23-kh-duk-2021.md"
QUESTION = "docs/vi/hoi-dap/câu hỏi, 100%.md"

SOURCES = {
    PLAN: "---\nnumber: 23-KH/ĐUK\n---\n\n"
    "- Tuyên truyền Chương trình hành đông số 07-CTr/ĐUK ngày 19/01/2021 của Đảng ủy Khối các cơ quan Trung ương thực "
    "hiện Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng. {#ii-1.1-3}\n",
    QUESTION: "---\nquestion: Ai?\n---\n\tTheo Điều 999 của Quy chế này.\n",
    "docs/vi/gioi-thieu.md": "# Giới thiệu\n",
}

RULES = {
    "FID-001": Rule(
        "FID-001",
        Severity.ERROR,
        "Đúng nguyên văn",
        "Nội dung đã công bố phải đúng từng ký tự với nguyên văn.\nSai một chữ là sai.",
        "Chép lại đúng nguyên văn.",
        (),
    ),
    "XREF-003": Rule(
        "XREF-003",
        Severity.WARNING,
        "Điều được dẫn phải có",
        "Người đọc phải tìm được nơi được dẫn.",
        "Sửa số điều.",
        (),
    ),
}

FINDINGS = (
    Finding(
        "XREF-003",
        Span(QUESTION, 4, 7),
        "Văn bản đích không có Điều 999: {#dieu-999}.",
        "Kiểm tra số điều; gần nhất là Điều 99.",
        Severity.WARNING,
        verdict=Verdict("locator", Outcome.DIFFERS, "Điều 999", None),
        also=(Span(PLAN, 5, 3), Span(QUESTION, 9, 2)),
    ),
    Finding(
        "FID-001",
        Span(PLAN, 5, 35),
        "ii-1.1-3 khác nguyên văn từ ký tự thứ 33.",
        "Chép lại đúng nguyên văn từ docs/_source/23-kh-duk-2021.txt:38.",
        details=("Nguyên văn: … hành động …", "Đang ghi:   … hành đông …"),
    ),
    Finding(
        "XREF-003",
        Span(PLAN, 5, 60),
        "Văn bản đích không có Điều 998.",
        "Kiểm tra số điều.",
        suppressed="điều này đã bãi bỏ",
    ),
    Finding(
        "META-009",
        Span("docs/_data/kinds.yml"),
        "Thiếu tệp dữ liệu.",
        "Lấy lại tệp từ lịch sử (git).",
        Severity.NOTICE,
    ),
)

TEXT = st.text(max_size=40)
CODES = st.from_regex(r"[A-Z]{2,6}-[0-9]{3}", fullmatch=True)
# A name may hold anything but a slash or NUL; a space in front is how the text form shows what belongs to a finding.
FILES = st.text(st.characters(exclude_characters="/\0", codec="utf-8"), min_size=1, max_size=20).filter(
    lambda name: not name.startswith(" ")
)
PLACES = st.integers(min_value=1, max_value=10_000)

FINDING = st.builds(
    Finding,
    code=st.one_of(st.sampled_from(sorted(RULES)), CODES),
    span=st.builds(Span, FILES, PLACES, PLACES),
    message=TEXT,
    remedy=TEXT,
    severity=st.sampled_from(Severity),
    details=st.lists(TEXT, max_size=2).map(tuple),
    suppressed=st.none() | TEXT,
    verdict=st.none()
    | st.builds(Verdict, st.sampled_from(FIELDS), st.sampled_from(Outcome), st.none() | TEXT, st.none() | TEXT),
    also=st.lists(st.builds(Span, FILES, PLACES, PLACES), max_size=7, unique=True).map(tuple),
)
FOUND = st.lists(FINDING, max_size=5)


def counting(found: Iterable[Finding]) -> list[Finding]:
    """Without those that an editor keeps in place."""
    return [each for each in found if each.suppressed is None]
