"""Every question and page has a translation, and the translation is of the words as they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kb.check.case import Case
from kb.check.renamed import check_files
from kb.check.translations import CONFIRM
from kb.model.document import fingerprint
from kb.model.finding import Finding, Span
from kb.model.library import LANGUAGES


def check(case: Case) -> Iterator[Finding]:
    """As a whole: nobody can say which sentence translates which."""
    for language in LANGUAGES[1:]:
        yield from _prose(case, case.library.questions, language)
        yield from _prose(case, case.library.pages, language)


def _prose(case: Case, held: Mapping[str, Mapping], language: str) -> Iterator[Finding]:
    """Questions and pages alike: a file for each, with the fingerprint of the Vietnamese words."""
    originals, translations = held["vi"], held[language]
    for key, original in originals.items():
        translation = translations.get(key)
        if translation is None:
            continue
        if original.body.strip() and not translation.body.strip():
            remedy = f"Dịch nội dung của {original.path}."
            yield Finding("TRANS-001", Span(translation.path, translation.body_line), "Chưa dịch nội dung.", remedy)
        # Mending what is wrong with the original may give the translated words back.
        elif not case.faultless(original.path) or not translation.translates:
            continue
        elif not case.follows(translation.translates, original.path, original.words):
            span = translation.at.get("of", Span(translation.path))
            message = f"{original.path} đã đổi từ khi được dịch."
            remedy = CONFIRM.format(file=translation.path, field="of: ", now=fingerprint(original.words))
            yield Finding("TRANS-002", span, message, remedy)
    yield from check_files(case, held, language)
