"""Findings for people: the place and the fact on one line, then what is compared, the words, and how to mend them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from kb.model.finding import Finding, Severity
from kb.report.contents import VISIBLE, Contents
from kb.report.excerpt import excerpt

INDENT = " " * 6
MARK = {Severity.ERROR: "", Severity.WARNING: "Cảnh báo: ", Severity.NOTICE: "Lưu ý: "}
NAMES = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.NOTICE: "lưu ý"}

# Select Graphic Rendition parameters, by severity: bold red, bold yellow, bold cyan.
HUES = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTICE: "1;36"}
BOLD = "1"

# Rules on secrecy marks: of the document that they find, no word is repeated.
SECRECY = "SEC-"


def render(contents: Contents) -> str:
    """One block a finding; its first line, `file:line:column CODE message`, can be found by grep."""
    told: list[str] = []
    for file, findings in groupby(contents.standing, lambda finding: finding.span.file):
        lines = contents.sources.get(file, "").split("\n")
        for finding in findings:
            told += _block(finding, lines, contents)
    return "\n".join(told)


def summary(findings: Iterable[Finding]) -> str:
    """How many of each severity, and how many are kept in place, in one line."""
    counts = dict.fromkeys(Severity, 0)
    kept = 0
    for each in findings:
        if each.suppressed is None:
            counts[each.severity] += 1
        else:
            kept += 1
    told = [f"{number} {NAMES[severity]}" for severity, number in counts.items() if number]
    tail = f" ({kept} đã bỏ qua, có lý do)" if kept else ""
    return (", ".join(told) if told else "Không có lỗi.") + tail


def _block(finding: Finding, lines: list[str], contents: Contents) -> Iterator[str]:
    span, hue = finding.span, HUES[finding.severity]
    place = f"{span.file}:{span.line}:{span.column}".translate(VISIBLE)
    code, message = (text.translate(VISIBLE) for text in (finding.code, MARK[finding.severity] + finding.message))
    if contents.colour:
        place, code = _painted(place, BOLD), _painted(code, hue)
    yield f"{place} {code} {message}"
    for detail in finding.told:
        yield from _indented(detail)
    if line := _line(finding, lines):
        shown, caret = excerpt(line, span.column)
        yield f"{INDENT}| {shown}"
        yield f"{INDENT}| {' ' * caret}{_painted('^', hue) if contents.colour else '^'}"
    yield from _indented(f"Cách sửa: {finding.remedy}")
    if page := contents.page(finding.code):
        yield f"{INDENT}Xem: {page}"


def _indented(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        yield INDENT + line.translate(VISIBLE)


def _line(finding: Finding, lines: list[str]) -> str:
    """The line that the finding is about; empty where it must not be shown or there is nothing on it to see."""
    if finding.code.startswith(SECRECY) or finding.span.line > len(lines):
        return ""
    return lines[finding.span.line - 1].rstrip()


def _painted(text: str, hue: str) -> str:
    return f"\x1b[{hue}m{text}\x1b[0m"
