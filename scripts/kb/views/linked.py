"""Pages for programs: documents and questions in the words of schema.org, CSL and BibTeX, as far as facts are known."""

from __future__ import annotations

import json
from typing import Any

from kb.model.document import Document
from kb.model.prose import Question
from kb.views.context import Context
from kb.views.staged import bare, block, details

SCHEMA = "https://schema.org"
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# What begins something else in BibTeX.
SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "#$%&_{}"})

Record = dict[str, Any]


def legislation(context: Context, document: Document) -> Record:
    """A document as `Legislation`: https://schema.org/Legislation."""
    issuer = _issuer(context, document)
    return _known({
        "@context": SCHEMA,
        "@type": "Legislation",
        "name": context.title(document.id),
        "legislationIdentifier": document.number,
        "legislationType": context.kind(document) if document.kind else None,
        "legislationDate": document.date,
        "legislationPassedBy": {"@type": "Organization", "name": issuer} if issuer else None,
        "description": context.document(document.id).subject or document.subject,
        "inLanguage": document.language,
    })  # fmt: skip


def faq(context: Context, question: Question) -> Record:
    """A question with its answer as `FAQPage`: https://schema.org/FAQPage."""
    answer = {"@type": "Answer", "text": bare(question.body)}
    asked = {"@type": "Question", "name": question.question, "acceptedAnswer": answer}
    return {"@context": SCHEMA, "@type": "FAQPage", "inLanguage": context.language, "mainEntity": [asked]}


def snippets(context: Context, document: Document) -> str:
    """A disclosure with the document for programs that manage references."""
    forms = (("CSL-JSON", "json", csl(context, document)), ("BibTeX", "bibtex", bibtex(context, document)))
    blocks = [f"**{name}**\n\n```{language}\n{text}\n```" for name, language, text in forms]
    # References are to the original.
    return details(context.t["snippets"], block("div[lang=vi]", *blocks))


def csl(context: Context, document: Document) -> str:
    """One item of CSL-JSON (schema 1.0.2)."""
    issuer = _issuer(context, document)
    item = _known({
        "id": document.id,
        "type": "legislation",
        "title": _title(context, document),
        "number": document.number,
        "author": [{"literal": issuer}] if issuer else None,
        "issued": {"date-parts": [[int(part) for part in document.date.split("-")]]} if document.date else None,
        "publisher-place": document.place,
        "language": document.language,
    })  # fmt: skip
    lines = ",\n".join(f'  "{name}": {json.dumps(value, ensure_ascii=False)}' for name, value in item.items())
    return f"[{{\n{lines}\n}}]"


def bibtex(context: Context, document: Document) -> str:
    """One entry of BibTeX, in the letters that it is in."""
    year, month, day = document.date.split("-") if document.date else (None, None, None)
    issuer = _issuer(context, document)
    fields = {
        "title": f"{{{{{_title(context, document).translate(SPECIAL)}}}}}",
        "author": f"{{{{{issuer.translate(SPECIAL)}}}}}" if issuer else None,
        "number": f"{{{document.number.translate(SPECIAL)}}}" if document.number else None,
        "year": year,
        "month": MONTHS[int(month) - 1] if month else None,
        "day": str(int(day)) if day else None,
        "address": f"{{{document.place.translate(SPECIAL)}}}" if document.place else None,
        "langid": "{vietnamese}",
    }
    lines = ",\n".join(f"  {name} = {value}" for name, value in fields.items() if value)
    return f"@misc{{{document.id},\n{lines}\n}}"


def _title(context: Context, document: Document) -> str:
    """Its name, and its subject as it is printed: references are to the original."""
    return ". ".join(part for part in (context.title(document.id), document.subject) if part)


def _issuer(context: Context, document: Document) -> str | None:
    return context.document(document.id).issuer_name or document.issuer_name


def _known(record: Record) -> Record:
    return {name: value for name, value in record.items() if value is not None}
