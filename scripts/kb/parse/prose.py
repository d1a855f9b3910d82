"""Questions and pages: the Markdown files of our own prose."""

from __future__ import annotations

from kb.model.finding import Finding
from kb.model.prose import Page, Question
from kb.parse.document import front_matter
from kb.parse.suppressions import without


def question(text: str, path: str, name: str, language: str, problems: list[Finding]) -> Question:
    """Read a question file. A translation has `question` and `of` only; the rest is the original's."""
    fields, first_line, body = front_matter(text, path, problems)
    translated = language != "vi"
    result = Question(
        id=name,
        path=path,
        language=language,
        question=fields.text("question", required=True) or "",
        body=without(body),
        body_line=first_line,
        group=None if translated else fields.text("group", required=True),
        provisions=() if translated else fields.refs("provisions"),
        related=() if translated else fields.texts("related"),
        about_site=not translated and fields.choice("about", ("site",)) == "site",
        translates=fields.text("of", required=True) if translated else None,
        at=fields.at,
        formerly=() if translated else fields.texts("formerly"),
    )
    fields.finish()
    return result


def page(text: str, path: str, language: str, problems: list[Finding]) -> Page:
    """Read a page of our own prose."""
    fields, first_line, body = front_matter(text, path, problems)
    title = fields.text("title", required=True) or ""
    translates = fields.text("of", required=True) if language != "vi" else None
    result = Page(path, language, title, without(body), first_line, translates, fields.at)
    fields.finish()
    return result
