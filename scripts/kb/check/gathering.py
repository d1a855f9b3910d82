"""One fault that many places show is told once, at the first of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kb.model.finding import Finding, Severity, Span

WEIGHT = (Severity.ERROR, Severity.WARNING, Severity.NOTICE)
# What a document that is not there, or not yet to be shown, makes of each place that cites it.
GATHERED = frozenset({"META-005", "XREF-001", "XREF-008"})


def gathered(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings of the same words about the same document become one; what an editor keeps in place stays by itself."""
    alike: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.code in GATHERED and finding.suppressed is None:
            alike[finding.code, finding.message].append(finding)
        else:
            yield finding
    for several in alike.values():
        first, *others = sorted(set(several), key=_order)
        yield replace(first, also=tuple(dict.fromkeys(each.span for each in others)))


def _order(finding: Finding) -> tuple[int, bool, Span]:
    return (WEIGHT.index(finding.severity), *original_first(finding.span))


def original_first(span: Span) -> tuple[bool, Span]:
    """The order in which places are told: a translation follows what it translates."""
    return (span.file.startswith("docs/en/"), span)
