"""What an editor keeps in place, rule by rule and with a reason; and comments that keep nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kb.check.catalogue import RULES
from kb.model.finding import Finding, Severity
from kb.model.library import Library
from kb.model.suppression import Place, Suppression

Key = tuple[str, int, str]
FORM = "Ghi ở cuối dòng: <!-- kb: bỏ qua XREF-002: lý do --> trong trang viết, # kb: bỏ qua TAX-004: lý do trong YAML."


def kept(library: Library) -> Mapping[Key, Suppression]:
    """The comments that hold, by file, line and rule; of two that say the same the first."""
    found: dict[Key, Suppression] = {}
    for each in library.suppressions:
        if _fault(each) is None:
            found.setdefault(_key(each), each)
    return found


def marked(finding: Finding, held: Mapping[Key, Suppression]) -> Finding:
    """The finding, with the reason where an editor keeps what it is about."""
    each = held.get((finding.span.file, finding.span.line, finding.code))
    return replace(finding, suppressed=each.reason) if each else finding


def faults(library: Library) -> Iterator[Finding]:
    """Comments that hold nothing, since something is wrong with them."""
    for each in library.suppressions:
        if fault := _fault(each):
            yield fault


def unused(library: Library, found: Iterable[Finding]) -> Iterator[Finding]:
    """Comments on lines in which their rule finds nothing; not said where rules could not look at everything."""
    if library.unreadable or any(problem.blocks for problem in library.problems):
        return
    used = {(finding.span.file, finding.span.line, finding.code) for finding in found if finding.suppressed}
    for each in library.suppressions:
        if _fault(each) is None and _key(each) in used:
            used.remove(_key(each))
        elif _fault(each) is None:
            message = f"Không có gì để bỏ qua: {each.code} không tìm thấy gì ở dòng này."
            yield Finding("SUP-003", each.span, message, "Xóa chú thích này.", Severity.WARNING)


def in_words(library: Library) -> frozenset[tuple[str, int]]:
    """The files and lines of comments in the words of documents: what those are compared with has none."""
    found = (each.span for each in library.suppressions if each.place is Place.WORDS)
    return frozenset((span.file, span.line) for span in found)


def _key(suppression: Suppression) -> Key:
    return (suppression.span.file, suppression.span.line, suppression.code)


def _fault(each: Suppression) -> Finding | None:
    if each.place is Place.WORDS:
        message = "Lời văn bản và bản dịch của nó không mang chú thích nào."
        return Finding("SUP-001", each.span, message, "Xóa chú thích này.")
    if each.place is Place.ELSEWHERE:
        return Finding("SUP-001", each.span, "Chú thích bỏ qua không ở cuối dòng mà nó nói tới.", FORM)
    if not each.code:
        return Finding("SUP-001", each.span, "Chú thích bỏ qua không đúng mẫu.", FORM)
    if not any(letter.isalpha() for letter in each.reason):
        return Finding("SUP-001", each.span, f"Chú thích bỏ qua {each.code} không nêu lý do.", FORM)
    if each.code not in RULES:
        return Finding("SUP-002", each.span, f"Không có quy tắc «{each.code}».", "Chép lại mã trong thông báo của lỗi.")
    if not RULES[each.code].suppressible:
        message = f"Không được bỏ qua {each.code}."
        return Finding("SUP-002", each.span, message, "Sửa lỗi ấy theo hướng dẫn của quy tắc, rồi xóa chú thích này.")
    return None
