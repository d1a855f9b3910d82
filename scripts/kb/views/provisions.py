"""A provision on a page: its words with the citations linked, and beside it what belongs to it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable

from kb.model.address import locate, pinpoint, short
from kb.model.citing import span_of, targets
from kb.model.document import DASH, HEADING, TITLE, Document, Provision
from kb.model.library import Located, Ref
from kb.views.context import DOCUMENTS, FOLDERS, QUESTIONS, Context
from kb.views.staged import block, bullets, details, escape, link

TARGETS = re.compile(r"\]\([^()\s]*\)")
LINK = re.compile(r"\[[^\[\]]*\]\([^()\s]*\)")
BRACKETS = re.compile(r"[\[\]]")


def document_path(key: str) -> str:
    return f"{DOCUMENTS}/{key}.md"


def words(context: Context, document: Document, provision: Provision, page: str) -> str:
    """The staged line or block of a provision: its exact words, with links over its citations."""
    ending = f" {{#{provision.id} doc={document.id}}}"
    if provision.kind == TITLE:
        return f"::: {ending.strip()}\n{escape(provision.text)}\n:::"
    marker = {HEADING: "#" * provision.level + " ", DASH: "- "}.get(provision.kind, "")
    return marker + linked(context, document, provision, page) + ending


def linked(context: Context, document: Document, provision: Provision, page: str) -> str:
    """The words of a provision as Markdown, each certain citation a link to its document or provision."""
    text, done, parts = provision.text, 0, []
    for located in _citations(context, document, provision):
        start, end = span_of(located)
        if start < done:
            continue
        path, fragment = _target(context, located)
        # A link to the page itself would be noise: "Kế hoạch này" stays plain.
        if path and path != page:
            parts += [escape(text[done:start]), cite(text[start:end], path, page, fragment)]
            done = end
    return "".join(parts) + escape(text[done:])


def cite(text: str, path: str, page: str, fragment: str = "") -> str:
    """A link to a document or provision, with the key of its preview card."""
    key = posixpath.basename(path).removesuffix(".md") + (f"#{fragment}" if fragment else "")
    return link(text, path, page, fragment, f'.kb-cite data-card="{key}"')


def _citations(context: Context, document: Document, provision: Provision) -> list[Located]:
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
    for key in targets(located, context.library):
        locator = getattr(located.reading, "locator", None)
        original = context.library.originals[key]
        provision = locate(original, locator) if locator and original.provisions else None
        return document_path(key), provision.id if provision else ""
    return "", ""


def tools(context: Context, ref: Ref, page: str, extra: Iterable[str] = ()) -> str:
    """What stands beside a provision: its anchor, its place, and who refers to it."""
    original = context.library.originals[ref.document]
    provision = original.by_id[ref.provision]
    name = pinpoint(original, provision, context.language)
    label = context.t["link-to"].format(name)
    label_short = short(provision, context.language)
    anchor = link(label_short, page, page, ref.provision, f'.kb-anchor aria-label="{label_short}: {label}"')
    lines = [anchor]
    if page != document_path(ref.document):
        source = f"{name}, {context.title(ref.document)}"
        lines = [link(source, document_path(ref.document), page, ref.provision, ".kb-source")]
    related = bullets([*extra, *_related(context, ref, page)])
    summary = context.t["related"]
    count = related.count("\n") + 1
    return block("div.kb-tools", " ".join(lines), details(f"{summary} ({count})", related) if related else "")


def _related(context: Context, ref: Ref, page: str) -> Iterable[str]:
    for way, singular in (("phases", "phase"), ("forms", "form"), ("bodies", "body"), ("themes", "theme")):
        for term in context.ways_of[way].get(ref.key, ()):
            path = f"{FOLDERS[way]}/{term.id}.md"
            if path != page:
                yield f"{context.t[singular]}: {link(context.name(term), path, page, attributes='.kb-tag')}"
    for key in context.questions_of.get(ref.key, ()):
        path = f"{QUESTIONS}/{key}.md"
        if path != page:
            yield f"{context.t['questions']}: {link(context.question(key).question, path, page)}"
    for located in context.citing_provision.get(ref.key, ()):
        yield f"{context.t['cited-by']} {place(context, located, page)}: “{escape(quoted(located))}”"


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


def place(context: Context, located: Located, page: str) -> str:
    """A link to where a citation stands."""
    if located.owner in context.library.originals and located.provision:
        ref = Ref(located.owner, located.provision, located.span)
        text = f"{context.pinpoint(ref)}, {context.title(located.owner)}"
        return link(text, document_path(located.owner), page, located.provision, ".kb-source")
    return link(context.question(located.owner).question, f"{QUESTIONS}/{located.owner}.md", page)


def quoted(located: Located, around: int = 60) -> str:
    """The citing words: the citation with what stands round it on its line, cut at word boundaries.

    Prose has one sentence a line, with links in Markdown; of these only the words are shown.
    """
    start, end = span_of(located)
    head = _words(located.text[located.text.rfind("\n", 0, start) + 1 : start])
    tail = _words(located.text[end:].partition("\n")[0])
    left = head.rfind(" ", 0, len(head) - around) + 1 if len(head) > around else 0
    right = tail.find(" ", around) if len(tail) > around else -1
    shown = head[left:] + _words(located.text[start:end]) + (tail[:right] if right >= 0 else tail)
    return ("… " if left else "") + " ".join(shown.split()) + (" …" if right >= 0 else "")


def _words(markdown: str) -> str:
    """Markdown prose without its link targets; half a link at a cut counts as one."""
    return BRACKETS.sub("", TARGETS.sub("]", markdown)) if "](" in markdown or "[" in markdown else markdown
