"""The checks: functions from the library to findings, and the one that runs them all."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from kb.check import (
    absent,
    addresses,
    answers,
    basis,
    cited_links,
    corrigenda,
    dates,
    deviating,
    duplicates,
    fidelity,
    links,
    marks,
    markup,
    metadata,
    misnamed,
    named,
    pinpoints,
    places,
    quotations,
    references,
    register,
    relations,
    secrecy,
    sections,
    shown,
    structure,
    superseding,
    suppressions,
    taxonomy,
    text,
    translated_fields,
    translated_prose,
    translations,
    unmade,
    untranslated,
    wording,
    writing,
)
from kb.check.case import Case
from kb.check.faults import Faults
from kb.check.gathering import gathered
from kb.check.placing import placed
from kb.check.weight import weighed
from kb.model.finding import Finding
from kb.model.garbage import uncollected
from kb.model.library import Library
from kb.model.memory import Memory

# Each file by itself, then what files say of one another. Quotations are judged where nothing else is wrong with them
# or with the words that they quote, and the translation of prose last.
ALONE = (
    places,
    text,
    writing,
    markup,
    marks,
    duplicates,
    misnamed,
    metadata,
    structure,
    addresses,
    dates,
    untranslated,
)
TOGETHER = (
    register,
    basis,
    corrigenda,
    translations,
    translated_fields,
    named,
    references,
    relations,
    superseding,
    links,
    unmade,
    pinpoints,
    cited_links,
    taxonomy,
    sections,
    wording,
    shown,
    quotations,
    answers,
    translated_prose,
)


def run(library: Library, memory: Memory | None = None) -> list[Finding]:
    """All findings, sorted by place; each fault once. With the `memory` of an earlier run only what may have changed is
    looked at again.

    A document that must not be here is all that is said: the words of other findings could repeat it. Where a file
    cannot be read, what other files say of it is not judged.
    """
    if secret := list(secrecy.check(library)):
        return sorted(set(secret), key=Finding.sort_key)
    with uncollected():
        others = _others(library, memory or Memory())
    found = _explained(library, [*others, *suppressions.faults(library)])
    found += suppressions.unused(library, found)
    found = placed((weighed(finding, library) for finding in found), library.sources)
    return sorted(set(gathered(found)), key=Finding.sort_key)


def _explained(library: Library, found: list[Finding]) -> list[Finding]:
    """Without what a false letter, or a comment in the words of a document, has made of its line."""
    letters = {_line(each) for each in found if each.code in ("TEXT-001", "TEXT-002", "TEXT-004") and each.blocks}
    commented = suppressions.in_words(library)
    return [
        each
        for each in found
        if (each.code.startswith("TEXT-") or _line(each) not in letters)
        and (each.code.startswith("SUP-") or _line(each) not in commented)
    ]


def _line(finding: Finding) -> tuple[str, int]:
    return (finding.span.file, finding.span.line)


def _alone(library: Library, problem: Finding) -> Finding:
    """A file that could not be read, with what that costs: a check that was not made is not passed."""
    if not problem.blocks or problem.span.file not in library.unreadable:
        return problem
    return replace(problem, details=(*problem.details, "Chừng nào còn vậy thì chưa kiểm tra được các tệp với nhau."))


def _others(library: Library, memory: Memory) -> list[Finding]:
    held = suppressions.kept(library)
    found = [*map(partial(_alone, library), library.problems), *fidelity.records(library)]
    keys, judged = set(), set()
    for document, deviations in fidelity.deviations(library, memory):
        for deviation in deviations:
            # What a corrigendum that names the wrong place was to explain is said there, where it is looked at.
            if library.unreadable or not corrigenda.meant(library, document, deviation):
                found.append(deviating.finding(library, document, deviation))
            wrong = (*deviation.expected, *deviation.actual, *deviation.other)
            keys |= {f"{document.id}#{provision.id}" for provision in wrong if provision.id}
            authored = (*deviation.actual, *deviation.other)
            judged |= {(document.path, line) for provision in authored for line in provision.lines}
        # After a gap with renumbering an ID has the words of another provision, which is no fault of its own.
        received = {provision.id: provision.text for provision in library.records[document.id].provisions}
        keys |= {f"{document.id}#{p.id}" for p in document.provisions if p.id and received.get(p.id) != p.text}
    case = Case(library, Faults(keys, judged), memory=memory)
    missing = {} if library.unreadable else absent.absent(case)
    found += absent.findings(missing, library)
    for check in ALONE if library.unreadable else (*ALONE, *TOGETHER):
        spans = (finding.span for finding in found if finding.blocks)
        edits = (edit for finding in found for edit in finding.mends)
        faults = memory.same(("faults", check.__name__), Faults(keys, judged, spans, edits))
        case = replace(case, faults=faults, absent=frozenset(missing), check=check.__name__)
        found += (suppressions.marked(finding, held) for finding in check.check(case))
    return found
