"""A page for each rule of the check, from what the rule says of itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kb.model.finding import Severity
from kb.model.rule import Example, Rule
from kb.views import strings
from kb.views.context import Context
from kb.views.staged import StagedPage, block, bullets, escape, link

INDEX = "kiem-tra/index.md"
SEVERITIES = {Severity.ERROR: "rule-error", Severity.WARNING: "rule-warning", Severity.NOTICE: "rule-notice"}


def pages(context: Context, rules: Mapping[str, Rule]) -> Iterator[StagedPage]:
    """The list of rules, then a page a rule. They are for editors: the English ones only say so."""
    yield _index(context, rules)
    codes = sorted(rules)
    for number in range(len(codes)):
        yield _page(context, rules, codes, number)


def _index(context: Context, rules: Mapping[str, Rule]) -> StagedPage:
    t = context.t
    parts = [f"# {t['rules']}", block("p.kb-subject", t["rules-lead"])]
    if context.language == "vi":
        items = [f"{link(code, rules[code].path, INDEX)} {escape(rules[code].title)}" for code in sorted(rules)]
    else:
        items = [link(code, rules[code].path, INDEX) for code in sorted(rules)]
    parts.append(block("div.kb-list.kb-rules", bullets(items)))
    crumbs = ((t["home"], "index.md"),)
    edit = (strings.file("rules"), 1)
    return StagedPage(
        INDEX, t["rules"], "index-rules", "\n\n".join(parts), crumbs, edit=edit, description=t["rules-lead"]
    )


def _page(context: Context, rules: Mapping[str, Rule], codes: list[str], number: int) -> StagedPage:
    t, rule = context.t, rules[codes[number]]
    title = t["rule-title"].format(rule.code)
    body = _vietnamese(context, rule) if context.language == "vi" else t["rule-english"]
    near = [(code, rules[code].path) for code in codes]
    return StagedPage(
        rule.path,
        title,
        "rule",
        f"# {escape(title)}\n\n{body}",
        ((t["home"], "index.md"), (t["rules"], INDEX)),
        near[number - 1] if number else None,
        near[number + 1] if number + 1 < len(near) else None,
        edit=(rule.source or strings.file("rules"), 1),
        description=rule.title if context.language == "vi" else t["rule-english"],
    )


def _vietnamese(context: Context, rule: Rule) -> str:
    t = context.t
    parts = [block("p.kb-subject", escape(rule.title)), bullets(_weight(context, rule))]
    parts += [f"## {t['rule-why']}\n\n{escape(rule.why)}"]
    parts += [f"## {t['rule-remedy']}\n\n{escape(rule.remedy)}", f"## {t['rule-examples']}"]
    for example in rule.examples:
        parts.append(_example(context, example))
    return "\n\n".join(parts)


def _weight(context: Context, rule: Rule) -> Iterator[str]:
    """How much it weighs, in a draft too, and whether an editor may keep what it finds."""
    t = context.t
    yield t[SEVERITIES[rule.severity]]
    if rule.severity is Severity.ERROR:
        yield t["rule-softens" if rule.softens else "rule-firm"]
    comment = f"kb: bỏ qua {rule.code}: lý do"
    forms = (f"`<!-- {comment} -->`", f"`# {comment}`")
    yield t["rule-suppressible"].format(*forms) if rule.suppressible else t["rule-not-suppressible"]


def _example(context: Context, example: Example) -> str:
    t = context.t
    wrong, right = (words.strip("\n") or t["rule-nothing"] for words in (example.wrong, example.right))
    return "\n\n".join([
        f"{t['rule-file']} `{example.file}`",
        f"{t['rule-wrong']}\n\n{_code(wrong)}",
        f"{t['rule-right']}\n\n{_code(right)}",
    ])  # fmt: skip


def _code(words: str) -> str:
    return "\n".join("    " + _visible(line) for line in words.split("\n"))


def _visible(line: str) -> str:
    """What the eye cannot see is named by its code point."""
    hidden = {"\u200b": "⟨U+200B⟩", "\u0301": "⟨U+0301⟩"}
    return "".join(hidden.get(character, character) for character in line)
