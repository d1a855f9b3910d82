"""What an Akoma Ntoso file says of its document: identifiers in the sense of FRBR, and who made what of it."""

from __future__ import annotations

from lxml import etree

from kb.model.document import Document, slug
from kb.views.context import Context

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
LANGUAGES = {"vi": "vie", "en": "eng"}
# Whoever made the file: a site has no name of its own among organisations.
EDITOR, ISSUER = "editor", "issuer"


def work(document: Document) -> str | None:
    """The address of a document as a work, whatever its language; None where its date is not known.

    >>> work(plan)
    '/akn/vn/doc/kh/2021-05-17/23-kh-duk-2021'
    """
    kind = f"{slug(document.kind)}/" if document.kind else ""
    return f"/akn/vn/doc/{kind}{document.date}/{document.id}" if document.date else None


def meta(context: Context, doc: etree._Element, original: Document) -> None:
    document = context.document(original.id)
    uri, language, date = work(original), LANGUAGES[context.language], original.date
    expression, received = (f"{uri}/{each}@{date}" for each in (language, LANGUAGES["vi"]))
    head = add(doc, "meta")
    identification = add(head, "identification", source=f"#{EDITOR}")
    level = _level(identification, "FRBRWork", f"{uri}/!main", uri, date, "issued", ISSUER)
    add(level, "FRBRcountry", value="vn")
    if original.kind:
        add(level, "FRBRsubtype", value=slug(original.kind))
    if original.number:
        add(level, "FRBRnumber", value=original.number)
    add(level, "FRBRname", value=context.title(original.id))
    author = ISSUER if context.language == "vi" else EDITOR
    level = _level(identification, "FRBRExpression", f"{expression}/!main", expression, date, "version", author)
    add(level, "FRBRlanguage", language=language)
    # Where the text is not held there is nothing of which this could be the translation.
    if context.language != "vi" and original.held:
        told = {"href": received, "fromLanguage": LANGUAGES["vi"], "authoritative": "false", "by": f"#{EDITOR}"}
        add(level, "FRBRtranslation", **told)
    made = context.today or date
    _level(identification, "FRBRManifestation", f"{expression}/!main.xml", f"{expression}.xml", made, "made", EDITOR)
    references = add(head, "references", source=f"#{EDITOR}")
    issuer = document.issuer_name or original.issuer_name or original.issuer or context.t["unknown"]
    add(references, "TLCOrganization", eId=EDITOR, href="/akn/ontology/organization/vn/site", showAs=context.t["site"])
    add(references, "TLCOrganization", eId=ISSUER, href="/akn/ontology/organization/vn/issuer", showAs=issuer)


def _level(parent: etree._Element, name: str, this: str, uri: str, date: str, what: str, author: str):
    level = add(parent, name)
    add(level, "FRBRthis", value=this)
    add(level, "FRBRuri", value=uri)
    add(level, "FRBRdate", date=date, name=what)
    add(level, "FRBRauthor", href=f"#{author}")
    return level


def add(parent: etree._Element, tag: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", attributes)
