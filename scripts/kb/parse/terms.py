"""The data files that editors keep: ways into the plan, abbreviations, changes."""

from __future__ import annotations

from collections.abc import Iterator

from kb.model.finding import Finding
from kb.model.terms import Abbreviation, Change, Term
from kb.parse.fields import Fields
from kb.parse.frontmatter import Node


def items(root: Node, problems: list[Finding]) -> Iterator[Fields]:
    """The entries of a data file, which is a list of mappings."""
    if not isinstance(root.value, list):
        remedy = "Mỗi mục bắt đầu bằng «- »; xem các mục khác trong tệp."
        problems.append(Finding("META-002", root.span, "Tệp phải là một danh sách.", remedy))
        return
    for node in root.value:
        yield Fields(node, problems)


def ways(root: Node, problems: list[Finding]) -> tuple[Term, ...]:
    """Phases, themes, forms, bodies or groups of questions."""
    return tuple(_term(fields) for fields in items(root, problems))


def abbreviations(root: Node, problems: list[Finding]) -> tuple[Abbreviation, ...]:
    """Abbreviations, each with what it stands for."""
    return tuple(_abbreviation(fields) for fields in items(root, problems))


def terms(root: Node, problems: list[Finding]) -> tuple[Abbreviation, ...]:
    """Short forms and terms, each with its full form in the plan's words."""
    return tuple(_short_form(fields) for fields in items(root, problems))


def changes(root: Node, problems: list[Finding]) -> tuple[Change, ...]:
    """The list of changes, newest first."""
    return tuple(_change(fields) for fields in items(root, problems))


def _term(fields: Fields) -> Term:
    section = fields.ref("section")
    term = Term(
        id=fields.text("id", required=True) or "",
        labels=fields.labels(required="section" not in fields.at),
        section=section,
        provisions=fields.refs("provisions"),
        span=fields.span,
        at=fields.at,
    )
    fields.finish()
    return term


def _abbreviation(fields: Fields) -> Abbreviation:
    short = fields.text("short", required=True) or ""
    role = fields.choice("kind", ("text", "number-symbol", "search"), required=True) or "search"
    aliases = fields.texts("aliases")
    labels = fields.labels(required=True)
    result = Abbreviation({"vi": short, "en": short}, labels, role, (), fields.span, fields.at, aliases)
    fields.finish()
    return result


def _short_form(fields: Fields) -> Abbreviation:
    short = {"vi": fields.text("term", required=True) or "", "en": fields.text("en_term", required=True) or ""}
    result = Abbreviation(
        short, fields.labels(required=True), "term", fields.refs("provisions"), fields.span, fields.at
    )
    fields.finish()
    return result


def _change(fields: Fields) -> Change:
    date = fields.date("date", required=True) or ""
    result = Change(date, fields.labels(required=True), fields.texts("documents"), fields.span, fields.at)
    fields.finish()
    return result
