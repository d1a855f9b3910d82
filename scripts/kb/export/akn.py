"""Documents as Akoma Ntoso 3.0 (OASIS LegalDocML): structure, citations, and identifiers in the sense of FRBR."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from kb.export import akn_stated
from kb.export.akn_meta import NAMESPACE, add, meta, work
from kb.model import layout
from kb.model.citing import span_of, targets
from kb.model.document import DASH, HEADING, TITLE, Document, Provision, opening_of, slug
from kb.model.rows import places, unescaped
from kb.model.text import holdable
from kb.views.context import Context
from kb.views.provisions import citations, in_tables, row_of

# By the level of the heading; and how the naming convention shortens them.
LEVELS = {2: ("part", "part"), 3: ("section", "sec"), 4: ("subsection", "subsec")}
NUMBERED = re.compile(r"(?P<number>(?:[IVXLC]+|\d+(?:\.\d+)*)\.)\s+(?P<heading>.+)", re.DOTALL)
WORDS = ("p", "num", "heading")


def akn(context: Context, key: str) -> str | None:
    """The file of a document in the language of the context; None where its date is not known.

    The schema wants a date of every work, and that of anything else would be read as the day of issue.
    """
    original = context.library.originals[key]
    if not work(original):
        return None
    root = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap={None: NAMESPACE})
    doc = add(root, "doc", name=slug(original.kind or "doc"), contains="originalVersion")
    meta(context, doc, original)
    if original.held:
        _text(context, doc, original)
    else:
        akn_stated.facts(context, doc, original)
    _indent(root)
    return etree.tostring(root, encoding="unicode") + "\n"


def _text(context: Context, doc: etree._Element, original: Document) -> None:
    document = context.document(original.id)
    provisions = [each for each in document.provisions if each.id in original.by_id]
    opening = opening_of(provisions)
    writing = _Writing(context, document)
    writing.opening(doc, opening)
    body = add(doc, "mainBody")
    writing.sections(body, provisions[len(opening) :], "")
    if not len(body):
        add(body, "p")


class _Writing:
    """The words of one document as elements."""

    def __init__(self, context: Context, document: Document) -> None:
        self.context, self.document = context, document

    def opening(self, doc: etree._Element, provisions: Sequence[Provision]) -> None:
        """The title block as preface, what stands before the first heading as preamble."""
        for provision in provisions:
            if provision.kind == TITLE:
                preface = add(doc, "preface", eId="preface", wId=provision.id)
                for line, role in _roles(provision.text.split("\n")):
                    paragraph = add(preface, "p")
                    (add(paragraph, role) if role else paragraph).text = holdable(line)
        rest = [each for each in provisions if each.kind != TITLE]
        if rest:
            self._plain(add(doc, "preamble", eId="preamble"), rest)

    def sections(self, parent: etree._Element, provisions: Sequence[Provision], above: str) -> None:
        """What stands below a heading (or the top): its own paragraphs and dashes, then the sections below it."""
        first = next((n for n, each in enumerate(provisions) if each.kind == HEADING), len(provisions))
        own, below = provisions[:first], provisions[first:]
        if own and not below and all(each.kind != DASH for each in own):
            self._plain(add(parent, "content", eId=_joined(above, "content")), own)
        else:
            self._items(parent, own, above, last=not below)
        for group in _groups(below):
            heading = group[0]
            tag, short = LEVELS.get(heading.level, LEVELS[4])
            found = NUMBERED.fullmatch(heading.text)
            # By its ID, which stands once, and not by its number, which may be a slip.
            eid = _joined(above, f"{short}_{heading.id.rpartition('-')[2]}")
            element = add(parent, tag, eId=eid, wId=heading.id)
            if found:
                add(element, "num").text = found["number"]
            self._words(add(element, "heading"), heading, len(heading.text) - len(found["heading"]) if found else 0)
            self.sections(element, group[1:], eid) if group[1:] else add(add(element, "content"), "p")

    def _items(self, parent: etree._Element, own: Sequence[Provision], above: str, last: bool) -> None:
        """Dashes; paragraphs before the first one lead in, those behind the last one close."""
        dashes = [n for n, each in enumerate(own) if each.kind == DASH]
        begin = dashes[0] if dashes else len(own)
        end = dashes[-1] + 1 if dashes and last else len(own)
        if begin:
            self._plain(add(parent, "intro", eId=_joined(above, "intro")), own[:begin])
        for number, group in enumerate(self._grouped(own[begin:end]), 1):
            provision = group[0]
            tag = "indent" if provision.kind == DASH else "paragraph"
            eid = _joined(above, f"{tag}_{number}")
            named = {} if provision.row else {"wId": provision.id}
            element = add(parent, tag, eId=eid, **named)
            if provision.kind == DASH:
                add(element, "num").text = "-"
            content = add(element, "content", eId=f"{eid}__content")
            if provision.row:
                self._table(content, group, 1)
            else:
                self._words(add(content, "p"), provision)
        if own[end:]:
            self._plain(add(parent, "wrapUp", eId=_joined(above, "wrapup")), own[end:])

    def _grouped(self, provisions: Sequence[Provision]) -> list[list[Provision]]:
        return in_tables(self.context, self.document.id, provisions)

    def _plain(self, parent: etree._Element, provisions: Sequence[Provision]) -> None:
        for number, group in enumerate(self._grouped(provisions), 1):
            if group[0].row:
                self._table(parent, group, number)
            else:
                self._words(add(parent, "p", eId=f"{parent.get('eId')}__p_{number}", wId=group[0].id), group[0])

    def _table(self, parent: etree._Element, rows: Sequence[Provision], number: int) -> None:
        eid = f"{parent.get('eId')}__table_{number}"
        table = add(parent, "table", eId=eid)
        for at, provision in enumerate(rows, 1):
            row = row_of(self.context, self.document.id, provision)
            line = add(table, "tr", eId=f"{eid}__tr_{at}", wId=provision.id)
            held = places(provision.text)
            for (start, end), (columns, down) in zip(held, row.over(len(held)), strict=True):
                spans = {"colspan": str(columns)} if columns > 1 else {}
                spans |= {"rowspan": str(down)} if down > 1 else {}
                self._words(add(add(line, "th" if row.head else "td", **spans), "p"), provision, start, end)

    def _words(self, element: etree._Element, provision: Provision, start: int = 0, stop: int | None = None) -> None:
        """The words between two offsets, certain citations of other documents as references."""
        text, done, last = provision.text[:stop], start, None
        shown = unescaped if provision.row else str
        for located in citations(self.context, self.document, provision):
            begin, end = span_of(located)
            cited = next(iter(targets(located, self.context.library)), None)
            uri = work(self.context.library.originals[cited]) if cited and cited != self.document.id else None
            if uri and done <= begin < len(text):
                _append(element, last, shown(text[done:begin]))
                last, done = add(element, "ref", href=uri), min(end, len(text))
                last.text = holdable(text[begin:done])
        _append(element, last, shown(text[done:]))


def _roles(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The lines of a title block, each with the element that says what it is, if one does."""
    head = layout.head(lines)
    yield from ((line, "docNumber" if n and n == len(head.left) - 1 else "") for n, line in enumerate(head.left))
    yield from ((line, "") for line in head.right)
    yield from ((line, "docType") for line in head.kind)
    yield from ((line, "docTitle") for line in head.subject)


def _groups(provisions: Sequence[Provision]) -> list[list[Provision]]:
    """Provisions by the highest headings among them, the first of which they begin with."""
    top, groups = min((each.level for each in provisions if each.kind == HEADING), default=0), []
    for each in provisions:
        if not groups or (each.kind == HEADING and each.level <= top):
            groups.append([])
        groups[-1].append(each)
    return groups


def _joined(above: str, own: str) -> str:
    return f"{above}__{own}" if above else own


def _append(element: etree._Element, last: etree._Element | None, text: str) -> None:
    if last is None:
        element.text = (element.text or "") + holdable(text)
    else:
        last.tail = (last.tail or "") + holdable(text)


def _indent(element: etree._Element, depth: int = 0) -> None:
    """Begin a line for each element, except where words stand beside elements."""
    if len(element) and etree.QName(element).localname not in WORDS:
        element.text = "\n" + "  " * (depth + 1)
        for child in element:
            _indent(child, depth + 1)
            child.tail = element.text
        child.tail = "\n" + "  " * depth
