"""What a reader takes along of a page: its words in order, each with where it comes from, before any file format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape

from markdown_it import MarkdownIt

from kb.model.document import DASH, PARAGRAPH, Provision
from kb.model.finding import Span
from kb.model.reference import Ref
from kb.model.rows import Placed, Row, cells, grid
from kb.model.terms import Term
from kb.model.text import holdable
from kb.views import horizon, standing, strings, taking
from kb.views.context import Context, document_path
from kb.views.provisions import in_tables, row_of
from kb.views.questions import INDEX, grouped
from kb.views.staged import bare
from kb.views.ways import SINGULAR, sections

SECTION, ANSWER, ITEM, FACT, NOTE = "section", "answer", "item", "fact", "note"
"""Words that are not of a document, beside its kinds of provisions: a heading, a paragraph or an item of an answer, a
fact, and a note of the site's."""
TABLE = "table"
"""Rows of a document, which are one thing on paper."""
# Languages as programs for paper know them.
LOCALES = {"vi": "vi-VN", "en": "en-GB"}
ESCAPED = re.compile(r"\\(?=[^\w\s])")
READER = MarkdownIt("commonmark")


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: how it lies on it, and the words of its cells."""

    row: Row
    cells: tuple[str, ...]


def placed(lines: Sequence[Line]) -> tuple[list[list[Placed]], int]:
    """Where the cells of a table lie, row by row, and how many columns it has."""
    found = grid([line.row for line in lines], [len(line.cells) for line in lines])
    return found, max(each.column + each.columns for row in found for each in row)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one paragraph. `kind` is that of a provision or one of the above, `level` that of a heading from 1;
    `citation` says where a provision comes from, `label` names a fact, `lines` are those of a table; all are else
    empty.
    """

    kind: str
    text: str
    level: int = 0
    citation: str = ""
    label: str = ""
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """One page to be taken along; `path` is below the language folder, without an ending.

    `lead` says what it is; `running` names it in few words; `banner` is to be read on every sheet. A whole document
    begins with its own title block, and its title is for programs only.
    """

    path: str
    language: str
    title: str
    lead: str
    running: str
    banner: str
    whole: bool
    pieces: tuple[Piece, ...]


def taken(context: Context) -> list[Taken]:
    """All that can be taken along in the language of a context, by path: documents, ways into the plan, groups."""
    found = [_document(context, key) for key in context.library.originals]
    found += [_way(context, way, term) for way, terms in context.library.ways().items() for term in terms]
    found += [_group(context, group, keys) for group, keys in grouped(context) if keys]
    return sorted(found, key=lambda each: each.path)


def _document(context: Context, key: str) -> Taken:
    original, page = context.library.originals[key], document_path(key)
    notes = standing.lines(context, [key], page)
    if original.held:
        provisions = [each for each in context.document(key).provisions if each.id in original.by_id]
        pieces = list(_whole(context, key, provisions))
        # A document comes as itself: what the site has to say of it stands behind it.
        pieces += _notes([*notes, *horizon.lines(context, [key], page)])
    else:
        pieces = [*_notes([*notes, context.t["text-not-held"]]), *_facts(context, key), *_citing(context, key)]
    lead = context.document(key).subject or original.subject or ""
    path = taking.of_document(key)
    return _made(context, path, context.title(key), lead, context.dated_title(key), pieces, original.held)


def _whole(context: Context, key: str, provisions: Iterable[Provision]) -> Iterator[Piece]:
    """Provisions as they stand in their document, rows in their tables."""
    for group in in_tables(context, key, provisions):
        if group[0].row:
            yield Piece(TABLE, "", lines=tuple(_line(context, key, each) for each in group))
        else:
            yield Piece(group[0].kind, group[0].text, group[0].level - 1)


def _line(context: Context, key: str, provision: Provision) -> Line:
    return Line(row_of(context, key, provision), tuple(map(holdable, cells(provision.text))))


def known(context: Context, key: str) -> dict[str, str | None]:
    """What is known of a document whose text is not held, by the names that facts have in the words of the site."""
    original, shown = context.library.originals[key], context.document(key)
    return {
        "number": original.number,
        "kind": context.kind(original) if original.kind else None,
        "issuer": shown.issuer_name or original.issuer_name,
        "place": shown.place or original.place,
        "date": strings.date(original.date, context.language) if original.date else None,
        "subject": shown.subject or original.subject,
    }


def _facts(context: Context, key: str) -> Iterator[Piece]:
    t = context.t
    yield from (Piece(FACT, value or t["unknown"], label=t[name]) for name, value in known(context, key).items())


def _citing(context: Context, key: str) -> Iterator[Piece]:
    """The provisions in which it is cited: all that is held of what documents say of it."""
    places = dict.fromkeys((each.owner, each.provision) for each in context.citing.get(key, ()))
    if places:
        yield Piece(SECTION, context.t["cited-by"], 1)
        yield from _passages(context, (Ref(*place, Span("")) for place in places))


def _way(context: Context, way: str, term: Term) -> Taken:
    name, lead = context.name(term), context.t[SINGULAR[way]]
    documents = [ref.document for ref in context.members(term)]
    page = f"{taking.of_term(way, term)}.md"
    pieces = _notes([*standing.lines(context, documents, page), *horizon.lines(context, documents, page)])
    for _, heading, refs in sections(context, term):
        pieces += [Piece(SECTION, heading.text, 1)] if heading else []
        pieces += _passages(context, refs)
    if term.section:
        lead = f"{lead}: {context.pinpoint(term.section)}, {context.citation(term.section.document)}"
    return _made(context, taking.of_term(way, term), name, lead, f"{context.t[SINGULAR[way]]}: {name}", pieces)


def _group(context: Context, group: Term, keys: Iterable[str]) -> Taken:
    name, asked = context.name(group), [context.library.questions["vi"][key] for key in keys]
    documents = [ref.document for question in asked for ref in question.provisions]
    pieces = _notes([*standing.lines(context, documents, INDEX), *horizon.lines(context, documents, INDEX)])
    for question in asked:
        shown = context.question(question.id)
        pieces += [Piece(SECTION, shown.question, 1), *prose(shown.body), *_passages(context, question.provisions)]
    title = f"{context.t['questions']}: {name}"
    return _made(context, taking.of_group(group), name, f"{context.t['questions']}. {context.t['site']}", title, pieces)


def _made(
    context: Context, path: str, title: str, lead: str, running: str, pieces: Iterable[Piece], whole: bool = False
) -> Taken:
    banner = "" if context.language == "vi" else context.t["unofficial"]
    held = tuple(replace(each, text=holdable(each.text)) for each in pieces)
    return Taken(path, context.language, holdable(title), holdable(lead), holdable(running), banner, whole, held)


def _passages(context: Context, refs: Iterable[Ref]) -> Iterator[Piece]:
    """Provisions outside their document, each with its citation in full."""
    for ref in refs:
        if provision := context.provision(ref.document, ref.provision):
            citation = f"{context.pinpoint(ref)}, {context.citation(ref.document)}"
            if provision.row:
                # As on the page: its cells, in a table of its own.
                yield Piece(TABLE, "", citation=citation, lines=(_line(context, ref.document, provision),))
            else:
                yield Piece(_apart(provision), provision.text, citation=citation)


def _apart(provision: Provision) -> str:
    """A heading or a title block among passages is one of them, and must not break their outline."""
    return provision.kind if provision.kind == DASH else PARAGRAPH


def _notes(lines: Iterable[str]) -> list[Piece]:
    return [Piece(NOTE, unescape(ESCAPED.sub("", bare(line)))) for line in lines]


def prose(markdown: str) -> Iterator[Piece]:
    """The paragraphs and items of an answer without their markup."""
    depth = 0
    for token in READER.parse(markdown):
        if token.type in ("list_item_open", "list_item_close"):
            depth += token.nesting
        elif token.type == "inline":
            yield Piece(ITEM if depth else ANSWER, "".join(_words(token)))
        elif token.type in ("fence", "code_block"):
            yield Piece(ANSWER, token.content.strip())


def _words(token) -> Iterator[str]:
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            yield " "
        elif child.type == "image":
            yield from _words(child)
        else:
            yield child.content
