"""A document whose text is not held as Akoma Ntoso: what others state of it, and that nothing more is here."""

from __future__ import annotations

from lxml import etree

from kb.export.akn_meta import add, work
from kb.export.taken import known
from kb.model.document import Document
from kb.model.finding import Span
from kb.model.reference import Ref
from kb.model.text import holdable
from kb.views.context import Context

ELEMENTS = {
    "number": "docNumber", "kind": "docType", "issuer": "docAuthority", "date": "docDate", "subject": "docTitle",
}  # fmt: skip
# As the schema has it: words that the document itself does not have, and content that whoever made this does not know.
EDITORIAL, UNKNOWN = {"status": "editorial"}, {"status": "unknown"}


def facts(context: Context, doc: etree._Element, original: Document) -> None:
    """A preface of facts, each with its name, and a body that says that the text is not held."""
    preface = add(doc, "preface", eId="preface", **EDITORIAL)
    _stated_by(context, preface, original)
    for name, value in known(context, original.id).items():
        paragraph = add(preface, "p")
        paragraph.text = f"{context.t[name]}: "
        if value and name in ELEMENTS:
            dated = {"date": original.date} if name == "date" else {}
            add(paragraph, ELEMENTS[name], **dated).text = holdable(value)
        else:
            paragraph.text += holdable(value or context.t["unknown"])
    body = add(doc, "mainBody", **UNKNOWN)
    add(add(body, "p", **EDITORIAL), "remark", **EDITORIAL).text = context.t["text-not-held"]


def _stated_by(context: Context, preface: etree._Element, original: Document) -> None:
    """The provision from which the facts are, as the page tells it."""
    if not original.stated_by:
        return
    document, _, name = original.stated_by.partition("#")
    before, after = context.t["stated-by"].split("{}")
    remark = add(add(preface, "p"), "remark", **EDITORIAL)
    remark.text = before
    uri = work(context.library.originals[document])
    reference = add(remark, "ref", href=uri) if uri else add(remark, "inline", name="document")
    reference.text = f"{context.pinpoint(Ref(document, name, Span('')))}, {context.citation(document)}"
    reference.tail = after
