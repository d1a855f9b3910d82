"""What every report is made from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kb.model.finding import Finding
from kb.model.rule import Rule

# A file name that is not UTF-8 reaches us with lone surrogates, which no output can encode.
SURROGATE = re.compile("[\ud800-\udfff]")

# Characters that would move a cursor, colour a terminal, break a line or turn its direction, as something to see.
VISIBLE = {
    **{code: 0x2400 + code for code in range(0x20) if code != 0x09},
    0x7F: 0x2421,
    **dict.fromkeys([*range(0x80, 0xA0), 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], 0xFFFD),
}


@dataclass(frozen=True, slots=True)
class Contents:
    """Sorted findings, and what may be said of them besides."""

    findings: tuple[Finding, ...]
    sources: Mapping[str, str]
    rules: Mapping[str, Rule]
    base: str
    colour: bool

    @classmethod
    def of(
        cls,
        findings: Iterable[Finding],
        sources: Mapping[str, str],
        rules: Mapping[str, Rule],
        base: str,
        *,
        colour: bool,
    ) -> Contents:
        return cls(tuple(sorted(map(_encodable, findings), key=_order)), sources, rules, base, colour)

    @property
    def standing(self) -> tuple[Finding, ...]:
        """Those that count: without the ones that an editor keeps in place."""
        return tuple(finding for finding in self.findings if finding.suppressed is None)

    def page(self, code: str) -> str | None:
        """The address of the rule's page; None where there is no site or no such rule."""
        rule = self.rules.get(code)
        if not self.base or rule is None:
            return None
        return f"{self.base.rstrip('/')}/{rule.path.removesuffix('.md')}/"

    def words(self, finding: Finding) -> str:
        """All that the finding says, line by line, for forms that have one field for it."""
        lines = [finding.message, *finding.told, f"Cách sửa: {finding.remedy}"]
        if page := self.page(finding.code):
            lines.append(f"Xem: {page}")
        return "\n".join(lines)


def _order(finding: Finding) -> tuple:
    return (*finding.sort_key(), finding.severity.value, finding.details, finding.remedy)


def _encodable(finding: Finding) -> Finding:
    return replace(
        finding,
        span=finding.span._replace(file=_whole(finding.span.file)),
        message=_whole(finding.message),
        remedy=_whole(finding.remedy),
        details=tuple(map(_whole, finding.details)),
    )


def _whole(text: str) -> str:
    return SURROGATE.sub("\ufffd", text)
