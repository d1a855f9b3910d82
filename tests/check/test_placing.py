"""A finding stands on the line of its words, where a field runs on; never anywhere else in the file."""

from __future__ import annotations

import pytest

from kb.check.placing import placed
from kb.model.finding import Finding, Span

MARKDOWN = "---\ntitle: một hai\n  ba bốn\n---\nLời.\n\nLời sau.\n"
DATA = "- vi: một hai\n    ba bốn\n  en: b\n"


@pytest.mark.parametrize(
    ("file", "line", "column", "expected"),
    [
        ("docs/vi/a.md", 2, 8, (2, 8)),
        # the end of a line is a place of it
        ("docs/vi/a.md", 2, 15, (2, 15)),
        ("docs/vi/a.md", 2, 16, (3, 3)),
        ("docs/vi/a.md", 2, 19, (3, 6)),
        # where the ID of a line would stand, behind its end
        ("docs/vi/a.md", 5, 6, (5, 6)),
        ("docs/vi/a.md", 5, 7, (5, 7)),
        ("docs/vi/a.md", 3, 99, (3, 99)),
        ("docs/_data/a.yml", 1, 15, (2, 5)),
        ("docs/_data/a.yml", 3, 8, (3, 8)),
        ("docs/vi/is-not-there.md", 1, 8, (1, 8)),
    ],
)
def test_where_a_finding_stands(file, line, column, expected):
    sources = {"docs/vi/a.md": MARKDOWN, "docs/_data/a.yml": DATA}
    [found] = placed([Finding("X-001", Span(file, line, column), "", "")], sources)
    assert (found.span.line, found.span.column) == expected
