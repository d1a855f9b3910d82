"""What tells one finding from another across runs, so that a forge knows which are new."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator

from kb.model.finding import Finding


def fingerprints(findings: Iterable[Finding]) -> Iterator[str]:
    """One for each finding, all different.

    Places are left out: a line put in above must not make every finding below it a new one. Findings that say the
    same of the same file are told apart by their order.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    for finding in findings:
        same = (finding.code, finding.span.file, finding.message)
        seen[same] += 1
        yield hashlib.sha256(json.dumps([*same, seen[same]]).encode()).hexdigest()[:32]
