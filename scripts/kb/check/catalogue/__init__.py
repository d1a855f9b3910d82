"""What each rule says of itself. One source: the help pages, the reports and the test of every example."""

from __future__ import annotations

from collections.abc import Mapping

from kb.check.catalogue import documents, references, words
from kb.model.rule import Rule

# Of what these find, a document that is still being written may have nothing either: marks of secrecy, a text of record
# that is not the registered one, files that cannot be read, and what would bring a hidden document to the site.
FIRM = frozenset(("SEC-001", "SRC-001", "META-007", "META-008", "META-009", "TEXT-006", "XREF-008"))

RULES: Mapping[str, Rule] = {
    rule.code: rule for rule in sorted((*documents.RULES, *references.RULES, *words.RULES), key=lambda rule: rule.code)
}
