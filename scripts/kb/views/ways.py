"""The ways into the plan: phases, themes, forms and bodies, each with an index and a page an entry."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from kb.model.address import short
from kb.model.document import HEADING, Provision
from kb.model.reference import Ref
from kb.model.terms import Term
from kb.views import horizon, standing, taking
from kb.views.context import FOLDERS, QUESTIONS, Context
from kb.views.provisions import document_path, excerpt
from kb.views.staged import ROW_NAME, StagedPage, block, bullets, escape, link, table, value

SINGULAR = {"phases": "phase", "themes": "theme", "forms": "form", "bodies": "body"}
MATRIX = "ma-tran.md"


def pages(context: Context) -> Iterator[StagedPage]:
    """For each way its index, then a page for each of its terms."""
    for way, terms in context.library.ways().items():
        yield _index(context, way, terms)
        for number in range(len(terms)):
            yield _page(context, way, terms, number)


def index_path(way: str) -> str:
    return f"{FOLDERS[way]}/index.md"


def term_path(way: str, term: Term) -> str:
    return f"{FOLDERS[way]}/{term.id}.md"


def cards(context: Context, way: str, page: str) -> str:
    """The terms of a way as a list of links with what each holds."""
    items = []
    for term in context.library.ways()[way]:
        count = context.count(len(context.members(term)), "unit-one", "units")
        items.append(f"{link(context.name(term), term_path(way, term), page)} *{count}*{{ .kb-sum }}")
    return block("div.kb-list.kb-sums", bullets(items))


def _index(context: Context, way: str, terms: tuple[Term, ...]) -> StagedPage:
    t, page = context.t, index_path(way)
    parts = [f"# {t[way]}", block("p.kb-subject", t[f"{way}-lead"]), cards(context, way, page)]
    if way in ("phases", "themes"):
        parts.append(link(t["matrix"], MATRIX, page))
    crumbs = ((t["home"], "index.md"),)
    edit = (f"docs/_data/{way}.yml", 1)
    return StagedPage(page, t[way], "index", "\n\n".join(parts), crumbs, edit=edit, description=t[f"{way}-lead"])


def _page(context: Context, way: str, terms: tuple[Term, ...], number: int) -> StagedPage:
    t, term = context.t, terms[number]
    page, name, members = term_path(way, term), context.name(term), context.members(term)
    parts = [block("p.kb-eyebrow", t[SINGULAR[way]]), f"# {escape(name)}", _source(context, term, page)]
    if context.language != "vi":
        parts.append(block("p.kb-unofficial", t["unofficial"]))
    parts.append(taking.line(context, taking.of_term(way, term), name, page))
    quoted = [ref.document for ref in members]
    parts += [standing.note(context, quoted, page), horizon.note(context, quoted, page)]
    parts += _excerpts(context, term, page)
    parts += [_themes(context, members, page) if way != "themes" else "", _questions(context, members, page)]
    crumbs = ((t["home"], "index.md"), (t[way], index_path(way)))
    near = [(context.name(each), term_path(way, each)) for each in terms]
    return StagedPage(
        page,
        name,
        "way",
        "\n\n".join(part for part in parts if part),
        crumbs,
        near[number - 1] if number else None,
        near[number + 1] if number + 1 < len(near) else None,
        (term.span.file, term.span.line),
        f"{t[SINGULAR[way]]}: {name}. {context.count(len(members), 'unit-one', 'units')}.",
    )


def _source(context: Context, term: Term, page: str) -> str:
    """Where the section stands that the term is, which its page then need not head with the same words again."""
    if not term.section:
        return ""
    key = term.section.document
    name = f"{context.pinpoint(term.section)}, {context.title(key)}"
    return block("p.kb-of", link(name, document_path(key), page, term.section.provision, ".kb-source"))


def sections(context: Context, term: Term) -> Iterator[tuple[str, Provision | None, list[Ref]]]:
    """The provisions of a way in order, with the document and the heading of the section in which they stand.

    No heading where that is the section that the way is, or the one before goes on, or there is none.
    """
    above = (term.section.document, term.section.provision) if term.section else None
    for (document, parent), refs in groupby(context.members(term), partial(_above, context)):
        heading = context.document(document).by_id.get(parent)
        shown = heading if heading and (document, parent) != above else None
        above = (document, parent)
        yield document, shown, list(refs)


def _above(context: Context, ref: Ref) -> tuple[str, str]:
    provision = context.provision(ref.document, ref.provision)
    if provision and provision.kind == HEADING:
        return ref.document, provision.id
    heading = context.document(ref.document).heading_of(provision) if provision else None
    return ref.document, heading.id if heading else ""


def _excerpts(context: Context, term: Term, page: str) -> Iterator[str]:
    """The provisions under the headings of the sections that they stand in."""
    for key, heading, refs in sections(context, term):
        if heading:
            yield f"## {link(heading.text, document_path(key), page, heading.id, '.kb-plain')}"
        yield from (excerpt(context, ref, page) for ref in refs)


def _themes(context: Context, members: tuple[Ref, ...], page: str) -> str:
    keys = {ref.key for ref in members}
    found = [t for t in context.library.themes if any(ref.key in keys for ref in context.members(t))]
    if not found:
        return ""
    items = [link(context.name(term), term_path("themes", term), page) for term in found]
    return f"## {context.t['related-themes']}\n\n{block('div.kb-tags', bullets(items))}"


def _questions(context: Context, members: tuple[Ref, ...], page: str) -> str:
    found = context.questions_about(members)
    if not found:
        return ""
    items = [link(context.question(key).question, f"{QUESTIONS}/{key}.md", page) for key in found]
    return f"## {context.t['related-questions']}\n\n{bullets(items)}"


def matrix(context: Context) -> StagedPage:
    """How many provisions of each phase belong to each theme."""
    t, phases = context.t, context.library.phases
    rows = []
    for theme in context.library.themes:
        cells = [_cell(context, theme, phase) for phase in phases]
        rows.append([f"{link(context.name(theme), term_path('themes', theme), MATRIX)} {{ {ROW_NAME} }}", *cells])
    head = [t["theme"], *(_column(context, phase) for phase in phases)]
    key = block("div.kb-key", bullets(_column(context, phase) for phase in phases))
    body = [f"# {t['matrix']}", block("p.kb-subject", t["matrix-note"]), key, block("div.kb-matrix", table(head, rows))]
    crumbs = ((t["home"], "index.md"), (t["phases"], index_path("phases")))
    return StagedPage(
        MATRIX,
        t["matrix"],
        "matrix",
        "\n\n".join(body),
        crumbs,
        edit=("docs/_data/themes.yml", 1),
        description=t["matrix-note"],
    )


def _column(context: Context, phase: Term) -> str:
    """The place of a phase in its document, which is all that a narrow window has room for, and its name."""
    heading = context.provision(phase.section.document, phase.section.provision) if phase.section else None
    name = link(context.name(phase), term_path("phases", phase), MATRIX)
    return f"*{short(heading, context.language)}*{{ .kb-code }} {name}" if heading else name


def _cell(context: Context, theme: Term, phase: Term) -> str:
    of_phase = {ref.key for ref in context.members(phase)}
    common = [ref for ref in context.members(theme) if ref.key in of_phase]
    if not common:
        return "–"
    label = f"{context.name(theme)}, {context.name(phase)}: {context.count(len(common), 'unit-one', 'units')}"
    attributes = f'.kb-plain aria-label="{value(label)}"'
    return link(str(len(common)), term_path("themes", theme), MATRIX, common[0].provision, attributes)
