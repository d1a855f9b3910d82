"""Where a finding stands in a field that runs on over several lines: its value has them as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kb.model.finding import Finding, Span
from kb.model.text import closing


def placed(findings: Iterable[Finding], sources: Mapping[str, str]) -> Iterator[Finding]:
    """Each finding, in a field on the line where its place is. `sources` has the text of each file by its name."""
    held: dict[str, Sequence[str]] = {}
    for finding in findings:
        file = finding.span.file
        if file not in held:
            held[file] = _fields(file, sources.get(file, ""))
        yield _in(held[file], finding)


def _fields(file: str, source: str) -> Sequence[str]:
    """The lines of a file that hold fields: its front matter, or all of a data file."""
    lines = source.split("\n")
    return lines[: closing(lines)] if file.endswith(".md") else lines


def _in(lines: Sequence[str], finding: Finding) -> Finding:
    line, column = finding.span.line, finding.span.column
    while line < len(lines) and column > len(lines[line - 1]) + 1:
        column += len(lines[line]) - len(lines[line].lstrip()) - len(lines[line - 1]) - 1
        line += 1
    if line == finding.span.line:
        return finding
    return replace(finding, span=Span(finding.span.file, line, column))
