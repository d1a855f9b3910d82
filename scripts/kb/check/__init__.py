"""The checks: functions from the library to findings, and the one that runs them all."""

from __future__ import annotations

from kb.check import (
    deviating,
    fidelity,
    links,
    markup,
    metadata,
    references,
    secrecy,
    structure,
    taxonomy,
    text,
    translations,
)
from kb.check.case import Case
from kb.check.weight import weighed
from kb.model.finding import Finding, Severity
from kb.model.library import Library

# Each file by itself, then what files say of one another. A translation is judged last: by words that are sound.
ALONE = (text, markup, metadata, structure)
TOGETHER = (references, links, taxonomy, translations)


def run(library: Library) -> list[Finding]:
    """All findings, sorted by place; each fault once.

    A document that must not be here is all that is said: the words of other findings could repeat it. Where a file
    cannot be read, what other files say of it is not judged.
    """
    found = list(secrecy.check(library)) or _explained(_others(library))
    return sorted({weighed(finding, library) for finding in found}, key=Finding.sort_key)


def _explained(found: list[Finding]) -> list[Finding]:
    """Without what a letter that is not what it looks like has made of its line."""
    letters = {
        (finding.span.file, finding.span.line)
        for finding in found
        if finding.code in ("TEXT-001", "TEXT-002", "TEXT-004") and finding.severity is Severity.ERROR
    }
    return [f for f in found if f.code.startswith("TEXT-") or (f.span.file, f.span.line) not in letters]


def _others(library: Library) -> list[Finding]:
    found = [*library.problems, *fidelity.records(library)]
    keys, judged = set(), set()
    for document, deviation in fidelity.deviations(library):
        found.append(deviating.finding(library, document, deviation))
        wrong = (*deviation.expected, *deviation.actual, *deviation.other)
        keys |= {f"{document.id}#{provision.id}" for provision in wrong if provision.id}
        authored = (*deviation.actual, *deviation.other)
        judged |= {(document.path, line) for provision in authored for line in provision.lines}
    for check in ALONE if library.unreadable else (*ALONE, *TOGETHER):
        faulty = frozenset(finding.span for finding in found if finding.severity is Severity.ERROR)
        found += check.check(Case(library, frozenset(keys), frozenset(judged), faulty))
    return found
