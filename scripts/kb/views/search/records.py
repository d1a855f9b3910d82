"""What the search can find: a record for each provision, heading, document, question, term and page.

Records stand in blocks, the smallest part of the site's text that the browser reads at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kb.model.address import pinpoint, short
from kb.model.document import HEADING, TITLE, Provision, slug
from kb.model.reference import Ref
from kb.views.context import FOLDERS, QUESTIONS, Context
from kb.views.provisions import document_path
from kb.views.questions import ANSWER
from kb.views.staged import StagedPage, url
from kb.views.terms import PATH as TERMS
from kb.views.terms import anchor
from kb.views.ways import SINGULAR

PROVISION, OPENING, DOCUMENT, CITED, QUESTION, TERM, PAGE, HELP = "p", "t", "d", "c", "q", "a", "g", "b"
"""Sorts of records beside headings, whose sort is their level (`2` to `6`). A CITED document is one without text."""
WAY_PAGES = ("way", "index", "matrix", "register", "terms")
HELP_PAGES = ("page", "rule", "index-rules")
FEW = 3
SPAN = re.compile(r"\b[Tt]ừ năm (?P<first>\d{4}) đến (?:hết )?năm (?P<last>\d{4})\b")
OPENS = "mo-dau"
CODE = re.compile(r"^(?: {4}|\t).*$|`[^`\n]*`", re.MULTILINE)
MARKUP = re.compile(r"\]\([^()\s]*\)|[\[\]*#|>]|/{3,}.*|[0-9]+")


@dataclass(frozen=True, slots=True)
class Record:
    """`anchor` is an ID on the page of the block, or a whole address where the block has none.

    `title` is shown; `text` is shown and searched, `more` only searched; `facets` are keys such as `theme:bau-cu`;
    `cite` is how a passage is cited inside its document; `rests` are the addresses of what a question rests on;
    `under` is the level of the heading that this record and those behind it stand under, where that is not the last
    one: a numbered sentence behind a section, or the recipients behind the last part (0).
    """

    sort: str
    anchor: str
    title: str
    text: str
    more: str = ""
    facets: tuple[str, ...] = ()
    cite: str = ""
    rests: tuple[str, ...] = ()
    under: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """Records that are read together; `page` and `title` are those of the document that they are part of.

    `citation` is how the document is cited in full; `headings` are the levels and words of the headings above the first
    record.
    """

    page: str
    title: str
    citation: str
    facets: tuple[str, ...]
    headings: tuple[tuple[int, str], ...]
    records: tuple[Record, ...]


def blocks(context: Context, pages: list[StagedPage], size: int) -> Iterator[Block]:
    """The records of documents, questions, terms and ways, in blocks of about `size` characters."""
    for key in sorted(context.library.originals):
        yield from _document(context, key, size)
    ways = (Record(PAGE, url(each.path, context.language), each.title, "") for each in pages if each.kind in WAY_PAGES)
    for part in _parts([*_questions(context, about_site=False), *_terms(context), *ways], size):
        yield Block("", "", "", (), (), tuple(part))


def help_blocks(context: Context, pages: list[StagedPage], size: int) -> Iterator[Block]:
    """The records of what this site says of itself, which are searched apart."""
    prose = (record for page in pages if page.kind in HELP_PAGES for record in _prose(page, context.language))
    for part in _parts([*_questions(context, about_site=True), *prose], size):
        yield Block("", "", "", (), (), tuple(part))


def _document(context: Context, key: str, size: int) -> Iterator[Block]:
    original, document = context.library.originals[key], context.document(key)
    facts = [document.issuer_name or original.issuer_name, document.subject or original.subject, *document.names]
    sort = DOCUMENT if document.provisions else CITED
    title = context.dated_title(key)
    kind = (f"kind:{original.kind}",) if original.kind else ()
    about = Record(sort, "", title, " · ".join(dict.fromkeys(fact for fact in facts if fact)))
    records = [about, *_provisions(context, key)]
    stack: dict[int, str] = {}
    for part in _parts(records, size):
        above = tuple(sorted(stack.items()))
        yield Block(url(document_path(key), context.language), title, context.citation(key), kind, above, tuple(part))
        for record in part:
            if record.sort.isdecimal():
                level = int(record.sort)
                stack = {above: words for above, words in stack.items() if above < level} | {level: record.text}
            elif record.under is not None:
                stack = {above: words for above, words in stack.items() if above <= record.under}


def _provisions(context: Context, key: str) -> Iterator[Record]:
    """The records of a document's provisions, those marked that do not stand under the heading before them."""
    original, document = context.library.originals[key], context.document(key)
    last = 0
    for each in document.provisions:
        if each.id not in original.by_id:
            continue
        record = _provision(context, key, each)
        if each.kind == HEADING:
            last = each.level
        elif (level := heading.level if (heading := document.heading_of(each)) else 0) < last:
            record, last = replace(record, under=level), level
        yield record


def _provision(context: Context, key: str, provision: Provision) -> Record:
    sort = {HEADING: str(provision.level), TITLE: OPENING}.get(provision.kind, PROVISION)
    ref = f"{key}#{provision.id}"
    terms = [(way, term) for way in FOLDERS for term in context.ways_of[way].get(ref, ())]
    questions = [context.question(each) for each in context.questions_of.get(ref, ())]
    more = [context.name(term) for way, term in terms if way in ("themes", "bodies")]
    more += [context.t[SINGULAR[way]] for way, term in terms if term.section and term.section.key == ref]
    own = context.library.originals[key]
    above = own.by_id[provision.id] if provision.kind == HEADING else own.heading_of(provision)
    more += _years(above.text) if above else []
    # The site calls `basis` what an opening names, whatever word it uses for it.
    more += [context.t["basis"]] if provision.parent == OPENS and context.library.originals[key].basis else []
    more += [each.question for each in questions if _is_about(context, each.id, provision)]
    return Record(
        sort,
        provision.id,
        short(provision, context.language),
        provision.text.replace("\n", " "),
        " · ".join(more),
        tuple(f"{way}:{term.id}" for way, term in terms),
        pinpoint(context.library.originals[key], context.library.originals[key].by_id[provision.id], context.language),
    )


def _years(text: str) -> list[str]:
    """The years between those that Vietnamese words name: who asks for one of them means what the words are of."""
    found = SPAN.search(text)
    return [str(year) for year in range(int(found["first"]) + 1, int(found["last"]))] if found else []


def _is_about(context: Context, question: str, provision: Provision) -> bool:
    """Whether a question says something of a provision that it rests on: one of few, or the heading of the others."""
    refs = context.library.questions["vi"][question].provisions
    return len(refs) <= FEW or provision.kind == HEADING


def _questions(context: Context, *, about_site: bool) -> Iterator[Record]:
    for key, original in sorted(context.library.questions["vi"].items()):
        if original.about_site is about_site:
            address = f"{url(f'{QUESTIONS}/{key}.md', context.language)}#{ANSWER}"
            facets = _facets_of(context, original.provisions)
            rests = tuple(
                f"{url(document_path(r.document), context.language)}#{r.provision}" for r in original.provisions
            )
            yield Record(
                QUESTION,
                address,
                context.question(key).question,
                "",
                " ".join(_years(original.question)),
                facets,
                "",
                rests,
            )


def _address(context: Context, ref: Ref) -> str:
    return f"{url(document_path(ref.document), context.language)}#{ref.provision}"


def _facets_of(context: Context, refs: tuple[Ref, ...]) -> tuple[str, ...]:
    found = (f"{way}:{term.id}" for way in FOLDERS for ref in refs for term in context.ways_of[way].get(ref.key, ()))
    return tuple(dict.fromkeys(found))


def _terms(context: Context) -> Iterator[Record]:
    for entry in context.library.abbreviations:
        address = f"{url(TERMS, context.language)}#{anchor(entry)}"
        yield Record(TERM, address, entry.short[context.language], entry.labels[context.language])


def _prose(page: StagedPage, language: str) -> Iterator[Record]:
    """A page of our own, a record for each of its sections. What stands as an example is not searched."""
    address, text = url(page.path, language), CODE.sub(" ", page.body).partition("\n")[2]
    head, *sections = re.split(r"^## ", text, flags=re.MULTILINE) if page.kind == "page" else (text,)
    yield Record(HELP, address, page.title, _words(head))
    for section in sections:
        title, _, words = section.partition("\n")
        yield Record(HELP, f"{address}#{slug(title)}", f"{page.title}: {title.strip()}", _words(words))


def _words(markdown: str) -> str:
    return " ".join(MARKUP.sub(" ", markdown).split())


def _parts(records: list[Record], size: int) -> Iterator[list[Record]]:
    part: list[Record] = []
    length = 0
    for record in records:
        if part and length > size:
            yield part
            part, length = [], 0
        part.append(record)
        length += len(record.text) + len(record.title) + len(record.more) + sum(map(len, record.rests)) + 20
    if part:
        yield part
