"""Findings as a Code Quality report, which GitLab shows beside the lines of a merge request."""

from __future__ import annotations

import json

from kb.model.finding import Severity
from kb.report.contents import Contents
from kb.report.fingerprint import fingerprints

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTICE: "info"}


def render(contents: Contents) -> str:
    """A JSON list. Of findings with one fingerprint GitLab shows the first, so all differ."""
    issues = [
        {
            "description": contents.words(finding),
            "check_name": finding.code,
            "fingerprint": mark,
            "severity": SEVERITIES[finding.severity],
            "location": {"path": finding.span.file, "lines": {"begin": finding.span.line}},
        }
        for finding, mark in zip(contents.standing, fingerprints(contents.standing), strict=True)
    ]
    return json.dumps(issues, ensure_ascii=False, indent=2)
