"""Findings as text."""

from __future__ import annotations

from collections.abc import Iterable

from kb.model.finding import Finding, Severity

INDENT = " " * 6
MARK = {Severity.ERROR: "", Severity.WARNING: "Cảnh báo: ", Severity.NOTICE: "Lưu ý: "}
NAMES = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.NOTICE: "lưu ý"}


def as_text(findings: Iterable[Finding]) -> str:
    """One block a finding: `file:line:column CODE message`, what is compared, and how to mend it."""
    lines = []
    for each in findings:
        span = each.span
        lines.append(f"{span.file}:{span.line}:{span.column} {each.code} {MARK[each.severity]}{each.message}")
        lines += [f"{INDENT}{detail}" for detail in each.details]
        lines.append(f"{INDENT}Cách sửa: {each.remedy}")
    return "\n".join(lines)


def summary(findings: Iterable[Finding]) -> str:
    """How many of each severity, in one line."""
    counts = dict.fromkeys(Severity, 0)
    for each in findings:
        counts[each.severity] += 1
    told = [f"{number} {NAMES[severity]}" for severity, number in counts.items() if number]
    return ", ".join(told) if told else "Không có lỗi."
