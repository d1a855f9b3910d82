"""Findings as workflow commands, which GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from kb.model.finding import Finding, Severity
from kb.report.contents import Contents

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "notice"}

# The sign of the escape itself is among them, so one pass over the text is right and two are not.
VALUE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = VALUE | str.maketrans({":": "%3A", ",": "%2C"})


def render(contents: Contents) -> str:
    """One line a finding."""
    return "\n".join(_command(finding, contents) for finding in contents.standing)


def _command(finding: Finding, contents: Contents) -> str:
    span, rule = finding.span, contents.rules.get(finding.code)
    properties = {
        "file": span.file,
        "line": span.line,
        "col": span.column,
        "title": f"{finding.code} {rule.title}" if rule else finding.code,
    }
    told = ",".join(f"{name}={str(value).translate(PROPERTY)}" for name, value in properties.items())
    return f"::{COMMANDS[finding.severity]} {told}::{contents.words(finding).translate(VALUE)}"
