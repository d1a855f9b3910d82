"""Questions and answers: an index by group, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator

from kb.model.prose import Question
from kb.model.terms import Term
from kb.views import horizon, linked, standing, taking
from kb.views.context import FOLDERS, QUESTIONS, Context
from kb.views.provisions import document_path, excerpt, linked_prose
from kb.views.staged import StagedPage, block, bullets, escape, facts, link, plain
from kb.views.ways import SINGULAR, term_path

INDEX = f"{QUESTIONS}/index.md"
ANSWER = "tra-loi"
"""The ID of the answer on the page of a question."""


def pages(context: Context) -> Iterator[StagedPage]:
    """The index, then one page a question; neighbours are those of its group."""
    yield _index(context)
    for _, keys in grouped(context):
        for number in range(len(keys)):
            yield _page(context, keys, number)


def grouped(context: Context) -> list[tuple[Term, list[str]]]:
    """(group, question ids), groups in the order of the data file, questions by id."""
    questions = context.library.questions["vi"]
    return [
        (group, sorted(key for key, q in questions.items() if q.group == group.id)) for group in context.library.groups
    ]


def _index(context: Context) -> StagedPage:
    t = context.t
    parts = [f"# {t['questions']}", block("p.kb-subject", t["questions-lead"])]
    for group, keys in grouped(context):
        items = [link(context.question(key).question, f"{QUESTIONS}/{key}.md", INDEX) for key in keys]
        parts += [f"## {escape(context.name(group))}", block("div.kb-list", bullets(items))]
        parts.append(taking.line(context, taking.of_group(group), context.name(group), INDEX) if keys else "")
    crumbs = ((t["home"], "index.md"),)
    body = "\n\n".join(part for part in parts if part)
    edit = ("docs/_data/groups.yml", 1)
    return StagedPage(INDEX, t["questions"], "index", body, crumbs, edit=edit, description=t["questions-lead"])


def _page(context: Context, keys: list[str], number: int) -> StagedPage:
    t, key = context.t, keys[number]
    page, original, shown = f"{QUESTIONS}/{key}.md", context.library.questions["vi"][key], context.question(key)
    answer = linked_prose(context, key, shown.body, page).strip()
    parts = [
        block("p.kb-eyebrow", t["questions"]),
        f"# {escape(shown.question)}",
        block(f"div#{ANSWER}.kb-answer", answer),
    ]
    if original.about_site:
        parts.append(block("p.kb-note", t["about-site"]))
    quoted = [ref.document for ref in original.provisions]
    parts += [standing.note(context, quoted, page), horizon.note(context, quoted, page)]
    if original.provisions:
        parts.append(f"## {t['words']}")
        if context.language != "vi":
            parts.append(block("p.kb-unofficial", t["unofficial"]))
        parts += [excerpt(context, ref, page) for ref in original.provisions]
    parts.append(_related(context, original, page))
    near = [(context.question(each).question, f"{QUESTIONS}/{each}.md") for each in keys]
    return StagedPage(
        page,
        shown.question,
        "question",
        "\n\n".join(part for part in parts if part),
        ((t["home"], "index.md"), (t["questions"], INDEX)),
        near[number - 1] if number else None,
        near[number + 1] if number + 1 < len(near) else None,
        (shown.path, 1),
        plain(shown.body),
        linked=linked.faq(context, shown),
    )


def _related(context: Context, question: Question, page: str) -> str:
    """Other questions (named by the author, then those on the same provisions) and the ways into the plan."""
    named = [key for key in question.related if key in context.library.questions["vi"]]
    same = [key for key in context.questions_about(question.provisions) if key not in (*named, question.id)]
    groups = []
    for way in FOLDERS:
        terms = {term.id: term for ref in question.provisions for term in context.ways_of[way].get(ref.key, ())}
        links = [link(context.name(t), term_path(way, t), page) for t in terms.values()]
        groups.append((context.t[SINGULAR[way]], links))
    documents = sorted({ref.document for ref in question.provisions})
    groups.append((context.t["document"], [link(context.title(d), document_path(d), page) for d in documents]))
    asked = [link(context.question(key).question, f"{QUESTIONS}/{key}.md", page) for key in [*named, *same[:5]]]
    groups.append((context.t["questions"], asked))
    return f"## {context.t['related']}\n\n{facts(groups)}" if any(links for _, links in groups) else ""
