"""A provision on a page: its words with the citations linked, and beside it what belongs to it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from kb.model.address import pinpoint, short
from kb.model.citing import span_of, targets
from kb.model.document import HEADING, TITLE, Document, Provision
from kb.model.reference import Located, Ref
from kb.model.rows import Row, places, unescaped
from kb.views.backlinks import with_words
from kb.views.context import FOLDERS, QUESTIONS, Context, document_path
from kb.views.staged import block, details, escape, facts, link

LINK = re.compile(r"\[[^\[\]]*\]\([^()\s]*\)")


def words(context: Context, document: Document, provision: Provision, page: str, part: str = "") -> str:
    """The staged line or block of a provision: its exact words, with links over its citations.

    `part` names what begins with it and has no heading.
    """
    aliases = context.library.originals[document.id].aliases if page == document_path(document.id) else {}
    old = ",".join(sorted(each for each, now in aliases.items() if now == provision.id))
    was = f" was={old}" if old else ""
    named = f' part="{part}"' if part else ""
    ending = f" {{#{provision.id} doc={document.id}{was}{named}{_laid(context, document, provision, page)}}}"
    if provision.kind == TITLE:
        lines = "\n".join(map(escape, provision.text.split("\n")))
        return f"::: {ending.strip()}\n{lines}\n:::"
    return provision.marker + linked(context, document, provision, page) + ending


def row_of(context: Context, key: str, provision: Provision) -> Row | None:
    """How a row of a document lies on its table: a translation's as that of its original; None for what is none."""
    original = context.library.originals[key].by_id.get(provision.id)
    return provision.row and (original.row if original and original.row else provision.row)


def in_tables(context: Context, key: str, provisions: Iterable[Provision]) -> list[list[Provision]]:
    """Provisions of a document one by one, the rows of a table together."""
    groups: list[list[Provision]] = []
    for each in provisions:
        row = row_of(context, key, each)
        if row and row.place > 1 and groups and groups[-1][-1].row:
            groups[-1].append(each)
        else:
            groups.append([each])
    return groups


def _laid(context: Context, document: Document, provision: Provision, page: str) -> str:
    row = row_of(context, document.id, provision)
    if row is None:
        return ""
    # Outside its document it stands in a table of its own.
    begins = row.place == 1 or page != document_path(document.id)
    return f" row={'first-' if begins else ''}{'head' if row.head else 'body'}{replace(row, head=False).written}"


def linked(context: Context, document: Document, provision: Provision, page: str) -> str:
    """The words of a provision as Markdown, each certain citation a link to its document or provision."""
    text, done, links = provision.text, 0, []
    for located in citations(context, document, provision):
        start, end = span_of(located)
        path, fragment = _target(context, located)
        # A link to the page itself would be noise: "Kế hoạch này" stays plain.
        if start >= done and path and (fragment or path != page):
            links.append((start, end, path, fragment))
            done = end
    if provision.row is None:
        return _part(text, (0, len(text)), links, page, escape)
    # A link over several cells is one in each of them.
    cells = (_part(text, place, links, page, lambda words: escape(unescaped(words))) for place in places(text))
    return " ".join(each for cell in cells for each in ("|", cell) if each) + " |"


def _part(
    text: str,
    place: tuple[int, int],
    links: Sequence[tuple[int, int, str, str]],
    page: str,
    shown: Callable[[str], str],
) -> str:
    """The words between two offsets, with what links lie over them."""
    done, end = place
    parts = []
    for first, last, path, fragment in links:
        begins, ends = max(first, done), min(last, end)
        if begins < ends:
            parts += [shown(text[done:begins]), cite(text[begins:ends], path, page, fragment)]
            done = ends
    return "".join(parts) + shown(text[done:end])


def cite(text: str, path: str, page: str, fragment: str = "") -> str:
    """A link to a document or provision, with the key of its preview card."""
    key = posixpath.basename(path).removesuffix(".md") + (f"#{fragment}" if fragment else "")
    return link(text, path, page, fragment, f'.kb-cite data-card="{key}"')


def citations(context: Context, document: Document, provision: Provision) -> list[Located]:
    """The citations in a provision, in order of place."""
    found = context.citations_in.get((document.id, provision.id), ())
    return sorted(found, key=span_of)


def linked_prose(context: Context, owner: str, markdown: str, page: str) -> str:
    """Prose with its certain citations linked, as far as they stand in no link already."""
    links = [found.span() for found in LINK.finditer(markdown)]
    done, parts = 0, []
    for located in sorted(context.citations_in.get((owner, ""), ()), key=span_of):
        start, end = span_of(located)
        path, fragment = _target(context, located)
        inside = any(start < stop and begin < end for begin, stop in links)
        if path and path != page and start >= done and not inside:
            parts += [markdown[done:start], cite(markdown[start:end], path, page, fragment)]
            done = end
    return "".join(parts) + markdown[done:]


def _target(context: Context, located: Located) -> tuple[str, str]:
    """The page and the provision that a citation leads to; a document that names itself as a whole leads nowhere."""
    if ref := context.cited(located):
        return document_path(ref.document), ref.provision
    return next(((document_path(key), "") for key in targets(located, context.library)), ("", ""))


def tools(context: Context, ref: Ref, page: str, extra: Sequence[tuple[str, list[str]]] = ()) -> str:
    """What stands beside a provision: its anchor, its place, and who refers to it."""
    return block("div.kb-tools", anchor(context, ref, page), *folds(context, ref, page, extra))


def anchor(context: Context, ref: Ref, page: str) -> str:
    """The link to a provision where it stands, or to where it comes from."""
    original = context.library.originals[ref.document]
    provision = original.by_id[ref.provision]
    name = pinpoint(original, provision, context.language)
    if page != document_path(ref.document):
        source = f"{name}, {context.title(ref.document)}"
        return link(source, document_path(ref.document), page, ref.provision, ".kb-source")
    place, label = short(provision, context.language), context.t["link-to"].format(name)
    return link(place, page, page, ref.provision, f'.kb-anchor aria-label="{place}: {label}"')


def folds(context: Context, ref: Ref, page: str, extra: Sequence[tuple[str, list[str]]], of: str = "") -> list[str]:
    """Who refers to a provision; `of` names it where that does not stand beside it."""
    related, citing = _related(context, ref, page), context.citing_provision.get(ref.key, ())
    count = len(extra) + sum(len(links) for _, links in related)
    made = [
        _fold(of + context.t["related"], count, facts([*extra, *related])),
        _fold(of + context.t["cited-by"], len(citing), with_words(context, ref.document, citing, page)),
    ]
    return [fold for fold in made if fold]


def _fold(name: str, count: int, body: str) -> str:
    return details(f"{name} ({count})", body) if count else ""


def _related(context: Context, ref: Ref, page: str) -> list[tuple[str, list[str]]]:
    """The ways and questions that hold a provision, by name."""
    groups = []
    for way, singular in (("phases", "phase"), ("forms", "form"), ("bodies", "body"), ("themes", "theme")):
        terms = [(context.name(term), f"{FOLDERS[way]}/{term.id}.md") for term in context.ways_of[way].get(ref.key, ())]
        groups.append((context.t[singular], [link(*term, page) for term in terms if term[1] != page]))
    asked = [(context.question(key).question, f"{QUESTIONS}/{key}.md") for key in context.questions_of.get(ref.key, ())]
    return [*groups, (context.t["questions"], [link(*each, page) for each in asked if each[1] != page])]


def excerpt(context: Context, ref: Ref, page: str) -> str:
    """A provision shown outside its document: its words, and where they come from."""
    document = context.document(ref.document)
    provision = context.provision(ref.document, ref.provision)
    if provision is None:
        return ""
    if provision.kind == HEADING:  # a heading inside an excerpt must not break the outline of the page
        text = linked(context, document, provision, page)
        return f"{text} {{#{provision.id} doc={document.id}}}\n\n{tools(context, ref, page)}"
    return f"{words(context, document, provision, page)}\n\n{tools(context, ref, page)}"
