"""Findings as JSON, in the form that `findings.schema.json` describes."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from kb.model.finding import Finding, Severity
from kb.report.contents import Contents

VERSION = 1


def render(contents: Contents) -> str:
    counts = Counter(finding.severity for finding in contents.standing)
    report = {
        "version": VERSION,
        "findings": [_record(finding, contents) for finding in contents.findings],
        "summary": {
            **{severity.value: counts[severity] for severity in Severity},
            "suppressed": len(contents.findings) - len(contents.standing),
        },
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _record(finding: Finding, contents: Contents) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "file": finding.span.file,
        "line": finding.span.line,
        "column": finding.span.column,
        "message": finding.message,
        "details": list(finding.details),
        "also": [span._asdict() for span in finding.also],
        "remedy": finding.remedy,
        "rule": contents.page(finding.code),
        "suppressed": finding.suppressed,
        "verdict": {"field": finding.verdict.field, **finding.verdict.record()} if finding.verdict else None,
    }
