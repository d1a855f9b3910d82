"""Findings as SARIF 2.1.0, for forges and editors that show results of static analysis."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import quote

from kb.model.finding import Finding, Severity, Span
from kb.report.contents import Contents
from kb.report.fingerprint import fingerprints

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}
# Paths are relative to the checkout; whoever reads the report knows where that is.
ROOT = "%SRCROOT%"
# What is linked here must be whole (§3.49.12); without the address of a site the messages name the page from its root.
ABSOLUTE = re.compile(r"https?://")
# Grows when fingerprints are made in another way.
FINGERPRINT = "kbFinding/v1"


def render(contents: Contents) -> str:
    codes = sorted({*contents.rules, *(finding.code for finding in contents.findings)})
    index = {code: number for number, code in enumerate(codes)}
    driver: dict[str, Any] = {"name": "kb", "rules": [_rule(code, contents) for code in codes]}
    if ABSOLUTE.match(contents.base):
        driver["informationUri"] = contents.base
    marks = fingerprints(contents.findings)
    run = {
        "tool": {"driver": driver},
        "language": "vi",
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, index[finding.code], mark, contents)
            for finding, mark in zip(contents.findings, marks, strict=True)
        ],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(code: str, contents: Contents) -> dict[str, Any]:
    rule = contents.rules.get(code)
    if rule is None:
        return {"id": code}
    described = {
        "id": code,
        "shortDescription": _message(rule.title),
        "fullDescription": _message(rule.why),
        "help": _message(f"{rule.why}\n\nCách sửa: {rule.remedy}"),
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }
    if (page := contents.page(code)) and ABSOLUTE.match(page):
        described["helpUri"] = page
    return described


def _result(finding: Finding, index: int, mark: str, contents: Contents) -> dict[str, Any]:
    result = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": _message(contents.words(finding)),
        "locations": [_location(finding.span)],
        "partialFingerprints": {FINGERPRINT: mark},
        # In all results or in none (§3.27.23).
        "suppressions": _suppressions(finding.suppressed),
    }
    if finding.also:
        result["relatedLocations"] = [_location(span) for span in finding.also]
    return result


def _location(span: Span) -> dict[str, Any]:
    place = {
        "artifactLocation": {"uri": quote(span.file), "uriBaseId": ROOT},
        "region": {"startLine": span.line, "startColumn": span.column},
    }
    return {"physicalLocation": place}


def _suppressions(reason: str | None) -> list[dict[str, str]]:
    return [] if reason is None else [{"kind": "inSource", "status": "accepted", "justification": reason}]


def _message(text: str) -> dict[str, str]:
    # A brace alone would open a placeholder (§3.11.5), and our messages name IDs such as {#ii-1.1}.
    return {"text": text.replace("{", "{{").replace("}", "}}")}
