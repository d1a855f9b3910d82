"""A review in the form that its reader takes: Markdown for a forge, a page for a browser, JSON for a program."""

from __future__ import annotations

from kb.model.review import Review
from kb.report.review import markdown, page, record

_FORMS = {"md": markdown.render, "html": page.render, "json": record.render}
FORMS = tuple(_FORMS)


def render(form: str, review: Review) -> str:
    """The review in one of FORMS, without a final newline."""
    return _FORMS[form](review)
