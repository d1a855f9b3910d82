"""What each rule says of itself. One source: the help pages, the reports and the test of every example."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kb.check.catalogue import addresses, corrigenda, documents, facts, files, prose, references, relations, words
from kb.model.rule import Rule

# Of what these find, a document that is still being written may have nothing either: marks of secrecy, a text of record
# that is not the registered one, files that cannot be read, and what would bring a hidden document to the site.
FIRM = frozenset(
    {
        *("SEC-001", "SRC-001", "META-007", "META-008", "META-009", "TEXT-006", "XREF-008"),
        *("FILE-001", "FILE-002", "FILE-004", "FILE-005", "FILE-006"),
    }
)

# What an editor may keep, with a reason: findings of judgement, after which the page is still sound. Not what hides a
# mark of secrecy or a change in the words of record, nor what leaves a link, a field or a file that cannot be used.
SUPPRESSIBLE = frozenset(
    {
        *(
            "META-004",
            "META-005",
            "META-011",
            "REL-004",
            "TAX-002",
            "TAX-004",
            "TAX-008",
            "TEXT-001",
            "TEXT-002",
            "TEXT-003",
        ),
        "TEXT-008",
        *("XREF-001", "XREF-002", "XREF-003", "XREF-004", "XREF-005", "XREF-006", "XREF-007"),
        *("QUOTE-001", "QUOTE-002"),
    }
)

FAMILIES = (addresses, corrigenda, documents, facts, files, prose, references, relations, words)

RULES: Mapping[str, Rule] = {
    rule.code: replace(rule, softens=rule.code not in FIRM, suppressible=rule.code in SUPPRESSIBLE, source=source)
    for source, rule in sorted(
        ((f"scripts/{family.__name__.replace('.', '/')}.py", rule) for family in FAMILIES for rule in family.RULES),
        key=lambda each: each[1].code,
    )
}
