"""What each rule says of itself. One source: the help pages, the reports and the test of every example."""

from __future__ import annotations

from collections.abc import Mapping

from kb.check.catalogue import documents, references, words
from kb.model.rule import Rule

RULES: Mapping[str, Rule] = {
    rule.code: rule for rule in sorted((*documents.RULES, *references.RULES, *words.RULES), key=lambda rule: rule.code)
}
