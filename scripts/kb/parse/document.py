"""A document file read into a frozen Document."""

from __future__ import annotations

from kb.model.document import PUBLISHED, STATUSES, Document, Normalisation, Relation
from kb.model.finding import Finding, Span
from kb.parse import body
from kb.parse.fields import TEMPLATE, Fields
from kb.parse.frontmatter import YamlError, load, split


def front_matter(text: str, path: str, problems: list[Finding]) -> tuple[Fields, int, str]:
    """The fields of a Markdown file, the line on which its body begins, and the body. Raises YamlError."""
    head, first_line, rest = split(text, path)
    node = load(head, path, 2)
    if not isinstance(node.value, dict) or not node.value:
        raise YamlError(Finding("META-007", Span(path), "Phần đầu tệp phải gồm các trường «tên: giá trị».", TEMPLATE))
    return Fields(node, problems), first_line, rest


def original(text: str, path: str, name: str, problems: list[Finding]) -> Document:
    """Read a Vietnamese document. Faults go to `problems`; a faulty field reads as not known. Raises YamlError."""
    fields, first_line, rest = front_matter(text, path, problems)
    text_held = fields.choice("text", ("held", "not-held"), required=True)
    # Where that is not known, no field is missed, and the text is looked at all the same. Where nothing of a text is
    # here, a check says so of `text`, instead of each field that a text would have.
    needed = text_held == "held" and bool(fields.at.keys() & {"source", "sha256"} or rest.strip())
    held = text_held != "not-held"
    fields.choice("language", ("vi",), required=True)
    document = Document(
        id=name,
        path=path,
        language="vi",
        held=held,
        status=fields.choice("status", STATUSES) or PUBLISHED,
        number=fields.text("number", required=needed),
        kind=fields.text("kind", required=needed),
        issuer=fields.text("issuer", required=needed),
        issuer_name=fields.text("issuer_name", required=needed),
        place=fields.text("place", required=needed),
        date=fields.date("date", required=needed),
        subject=fields.text("subject", required=needed),
        title=fields.text("title"),
        names=fields.texts("names"),
        basis=fields.texts("basis"),
        stated_by=_key(fields, "stated_by"),
        replaced_by=_relation(fields.child("replaced_by"), "document"),
        amended_by=tuple(
            relation
            for node in fields.nodes("amended_by")
            if (relation := _relation(Fields(node, problems), "document"))
        ),
        expired=_relation(fields.child("expired"), "date"),
        source=fields.text("source", required=needed),
        sha256=fields.text("sha256", required=needed),
        horizon=_horizon(fields),
        normalisations=tuple(_normalisation(Fields(node, problems)) for node in fields.nodes("normalisations")),
        mended=_mended(fields, problems),
        original_sha256=fields.text("original_sha256"),
        warnings=fields.texts("warnings"),
        provisions=tuple(body.provisions(rest, path, first_line, problems)),
        aliases=fields.words("aliases"),
        formerly=fields.texts("formerly"),
        at=fields.at,
    )
    fields.finish()
    return document


def translation(text: str, path: str, name: str, language: str, problems: list[Finding]) -> Document:
    """Read the translation of a document: its own words for title and subject, and its provisions."""
    fields, first_line, rest = front_matter(text, path, problems)
    document = Document(
        id=name,
        path=path,
        language=language,
        held=bool(rest.strip()),
        title=fields.text("title"),
        subject=fields.text("subject"),
        subject_of=fields.text("of_subject"),
        issuer_name=fields.text("issuer_name"),
        place=fields.text("place"),
        names=fields.texts("names"),
        provisions=tuple(body.provisions(rest, path, first_line, problems)),
        at=fields.at,
    )
    fields.finish()
    return document


def _key(fields: Fields, key: str) -> str | None:
    ref = fields.ref(key)
    return ref.key if ref else None


def _relation(fields: Fields | None, what: str) -> Relation | None:
    """Another document, or a date, and where that is stated; `what` is the field that says which."""
    if fields is None:
        return None
    document = fields.text("document", required=True) if what == "document" else None
    date = fields.date("date", required=True) if what == "date" else None
    stated_by = fields.text("stated_by", required=True)
    fields.finish()
    if not stated_by or not (document or date):
        return None
    return Relation(document, date, stated_by, fields.at[what], fields.at["stated_by"])


def _horizon(fields: Fields) -> tuple[int, str] | None:
    child = fields.child("horizon")
    if child is None:
        return None
    year, provision = child.number("year", required=True), child.text("provision", required=True)
    child.finish()
    fields.at |= {f"horizon.{key}": span for key, span in child.at.items()}
    return (year, provision) if year and provision else None


def _normalisation(fields: Fields) -> Normalisation:
    provision, received, shown = (fields.text(key, required=True) or "" for key in ("provision", "received", "shown"))
    normalisation = Normalisation(provision, received, shown, fields.labels(required=True), fields.at)
    fields.finish()
    return normalisation


def _mended(fields: Fields, problems: list[Finding]) -> dict[str, str]:
    """What was mended when the document was imported, by provision."""
    found: dict[str, str] = {}
    for node in fields.nodes("mended"):
        each = Fields(node, problems)
        provision, what = each.text("provision", required=True), each.text("what", required=True)
        each.finish()
        if provision and what:
            found[provision] = what
    return found
