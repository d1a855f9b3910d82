"""The checks: functions from the library to findings, and the one that runs them all."""

from __future__ import annotations

from kb.check import alignment, fidelity, links, metadata, references, secrecy, structure, taxonomy, text, translations
from kb.check.case import Case
from kb.model.finding import Finding
from kb.model.library import Library

CHECKS = (metadata, structure, references, links, text, translations, taxonomy)


def run(library: Library) -> list[Finding]:
    """All findings, sorted by place; each fault once."""
    found = list(library.problems)
    found += fidelity.records(library)
    found += secrecy.check(library)
    deviating = set()
    for document, deviation in fidelity.deviations(library):
        found.append(fidelity.finding(library, document, deviation))
        # What stands after a gap is reported at, but sound.
        at = None if deviation.kind == alignment.MISSING else deviation.actual
        wrong = (deviation.expected, at, deviation.other)
        deviating |= {f"{document.id}#{provision.id}" for provision in wrong if provision and provision.id}
    case = Case(library, frozenset(deviating))
    for check in CHECKS:
        found += check.check(case)
    return sorted(set(found), key=Finding.sort_key)
