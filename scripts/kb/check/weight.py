"""How much a finding weighs where it stands: less in a document that is still being written."""

from __future__ import annotations

from dataclasses import replace

from kb.check.catalogue import FIRM
from kb.model.finding import Finding, Severity
from kb.model.library import Library


def weighed(finding: Finding, library: Library) -> Finding:
    """The finding as it counts: in a draft an error is a warning, save what no draft may have either."""
    softer = finding.span.file in library.drafts and finding.code not in FIRM
    if softer and finding.severity is Severity.ERROR:
        return replace(finding, severity=Severity.WARNING)
    return finding
