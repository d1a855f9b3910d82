"""Findings as diagnostics, and their mends as actions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from lsprotocol import types

from kb.check.catalogue import RULES
from kb.lsp.positions import Positions
from kb.mend import apart
from kb.model.finding import Edit, Finding, Severity
from kb.model.rule import Rule

SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTICE: types.DiagnosticSeverity.Information,
}
SOURCE = "kb"
# Another place that a finding names: `docs/vi/van-ban/26-kh-btgtw-2021.md:6`
ELSEWHERE = re.compile(r"(?P<file>docs/[^\s:«»]+):(?P<line>\d+)")
MEND_ALL = "Sửa mọi chỗ chắc chắn trong tệp này"

Text = Callable[[str], Positions]
Uri = Callable[[str], str]


def diagnostic(finding: Finding, text: Text, uri: Uri, page: str | None) -> types.Diagnostic:
    """A finding in its file; `page` is the address of the rule's page, where there is one."""
    positions = text(finding.span.file)
    return types.Diagnostic(
        range=_range(finding, positions),
        message="\n".join((finding.message, *finding.told, f"Cách sửa: {finding.remedy}")),
        severity=SEVERITIES[finding.severity],
        code=finding.code,
        code_description=types.CodeDescription(page) if page else None,
        source=SOURCE,
        related_information=list(_elsewhere(finding, text, uri)) or None,
    )


def page(code: str, base: str, site: Path) -> str | None:
    """Where the page of a rule is: on the site at its address, else in the site as it was built here."""
    rule = RULES.get(code)
    if rule is None:
        return None
    path = rule.path.removesuffix(".md")
    built = site / path / "index.html"
    if base:
        return f"{base.rstrip('/')}/{path}/"
    return built.as_uri() if built.is_file() else None


def rules_at(findings: Iterable[Finding], position: types.Position, positions: Positions) -> list[Rule]:
    """The rules whose findings stand at a position, each once."""
    found = ((finding.code, _range(finding, positions)) for finding in findings)
    codes = {code for code, at in found if at.start <= position <= at.end}
    return [rule for code, rule in RULES.items() if code in codes]


def rule_words(rule: Rule) -> str:
    """A rule in a few lines of Markdown."""
    return f"**{rule.code}** {rule.title}\n\n{rule.why}\n\nCách sửa: {rule.remedy}"


def actions(
    findings: Iterable[Finding], asked: types.Range, positions: Positions, uri: str
) -> Iterator[types.CodeAction]:
    """What mends the findings of one file on the lines asked about, and what mends all of the file."""
    held = [finding for finding in findings if _edits(finding.mends)]
    for finding in held:
        at = _range(finding, positions)
        if at.start.line <= asked.end.line and asked.start.line <= at.end.line:
            change = _change(finding.mends, positions, uri)
            yield types.CodeAction(finding.remedy, types.CodeActionKind.QuickFix, edit=change, is_preferred=True)
    if held:
        every = _change((edit for finding in held for edit in finding.mends), positions, uri)
        yield types.CodeAction(MEND_ALL, types.CodeActionKind.SourceFixAll, edit=every)


def _edits(edits: Iterable[Edit]) -> list[Edit]:
    """Without those that change only the file, not its text: a byte order mark."""
    return [edit for edit in apart(edits) if edit.length or edit.new]


def _change(edits: Iterable[Edit], positions: Positions, uri: str) -> types.WorkspaceEdit:
    changes = [
        types.TextEdit(positions.range(edit.span.line, edit.span.column, edit.span.column + edit.length), edit.new)
        for edit in _edits(edits)
    ]
    return types.WorkspaceEdit(changes={uri: changes})


def _range(finding: Finding, positions: Positions) -> types.Range:
    """From the place of a finding to the end of what it mends there, else of the word, else of the line."""
    line, column = finding.span.line, finding.span.column
    end = finding.end(positions.line(line))
    return positions.range(line, min(column, end), end)


def _elsewhere(finding: Finding, text: Text, uri: Uri) -> Iterator[types.DiagnosticRelatedInformation]:
    for said in (finding.message, *finding.told, finding.remedy):
        for found in ELSEWHERE.finditer(said):
            positions, line = text(found["file"]), int(found["line"])
            at = positions.range(line, 1, len(positions.line(line)) + 1)
            yield types.DiagnosticRelatedInformation(types.Location(uri(found["file"]), at), said)
