"""Findings in the form that their reader takes: a person at a terminal, a forge, another program.

Everything here is a pure function to a string; the shell prints it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kb.model.finding import Finding
from kb.model.rule import Rule
from kb.report import github, gitlab, junit, records, sarif, text
from kb.report.contents import Contents
from kb.report.text import summary

__all__ = ["FORMS", "render", "summary"]

_FORMS = {
    "text": text.render,
    "json": records.render,
    "sarif": sarif.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "junit": junit.render,
}
FORMS = tuple(_FORMS)


def render(
    form: str,
    findings: Sequence[Finding],
    sources: Mapping[str, str],
    rules: Mapping[str, Rule],
    colour: bool = False,
    base: str = "",
) -> str:
    """The findings in one of FORMS, sorted by place, without a final newline.

    `sources` maps a file to its text and `rules` a code to its rule; either may lack what a finding names, which
    is then said without. `base` is the address of the site, below which the rules have their pages; empty leaves
    links out. `colour` is for terminals and matters to text alone.
    """
    return _FORMS[form](Contents.of(findings, sources, rules, base, colour=colour))
