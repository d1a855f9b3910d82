"""Every provision, question and page has a translation, and the translation is of the words as they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kb.check import alignment
from kb.check.alignment import Deviation, compare
from kb.check.case import Case
from kb.model.document import Document, Provision, fingerprint
from kb.model.finding import Finding, Span
from kb.model.library import LANGUAGES

CONFIRM = "Xem lại bản dịch; nếu vẫn đúng thì chạy «.venv/bin/kb confirm {file}» hoặc ghi {field}{now}."


def check(case: Case) -> Iterator[Finding]:
    """Documents provision by provision, then questions and pages as a whole."""
    for language in LANGUAGES[1:]:
        yield from _documents(case, language)
        yield from _prose(case, case.library.questions, language)
        yield from _prose(case, case.library.pages, language)


def _documents(case: Case, language: str) -> Iterator[Finding]:
    library, translations = case.library, case.library.documents[language]
    for key, original in library.originals.items():
        translation = translations.get(key)
        if translation is None:
            yield _no_file(original.path, language)
            continue
        if case.doubtful(original, "text"):
            continue
        if not case.doubtful(original, "subject"):
            yield from _subject(case, original, translation)
        required = library.required(original)
        for deviation in compare(required, translation.provisions, words=False):
            yield _deviation(translation, deviation)
        yield from _suspect(case, original, required, translation)
    for key in translations.keys() - library.originals.keys():
        span = Span(translations[key].path)
        yield Finding(
            "TRANS-003", span, "Bản dịch của văn bản không có trong docs/vi/van-ban/.", "Xóa tệp hoặc đổi tên."
        )


def _no_file(path: str, language: str) -> Finding:
    file = path.replace("docs/vi/", f"docs/{language}/", 1)
    return Finding("TRANS-004", Span(path), f"Chưa có bản dịch {file}.", "Thêm tệp đó theo mẫu trong CONTRIBUTING.md.")


def _subject(case: Case, original: Document, translation: Document) -> Iterator[Finding]:
    if not original.subject or not case.sound(translation.path):
        return
    if not translation.subject:
        yield Finding("TRANS-001", Span(translation.path), "Chưa dịch trích yếu («subject»).", "Thêm «subject».")
    elif translation.subject_of != (now := fingerprint(original.subject)):
        message = "Trích yếu tiếng Việt đã đổi từ khi được dịch."
        remedy = f"Xem lại «subject»; nếu vẫn đúng thì ghi of_subject: {now}."
        yield Finding("TRANS-002", translation.place_of("of_subject"), message, remedy)


def _deviation(translation: Document, deviation: Deviation) -> Finding:
    expected, actual = deviation.expected, deviation.actual
    last = translation.provisions[-1].span if translation.provisions else Span(translation.path)
    place = actual.span if actual else last
    span = Span(place.file, place.line, 1)
    if deviation.kind == alignment.MISSING:
        return Finding(
            "TRANS-001", span, f"Chưa dịch {expected.id} (phải đứng trước chỗ này).", f"Dịch: {expected.text}"
        )
    if deviation.kind == alignment.EXTRA:
        name = actual.id or "(không có mã)"
        return Finding("TRANS-003", span, f"Dòng {name} không dịch đoạn nào của văn bản.", "Xóa dòng hoặc sửa mã.")
    if deviation.kind == alignment.FORM:
        remedy = "Dùng cùng ký hiệu đầu dòng với bản tiếng Việt."
        return Finding("STRUCT-002", span, f"{expected.id} khác dạng với bản tiếng Việt.", remedy)
    if deviation.kind == alignment.RENAMED:
        message = f"Mã «{actual.id}» không đúng; theo bản tiếng Việt là {expected.id}."
        return Finding("STRUCT-001", span, message, f"Ghi {{#{expected.id} of=…}} ở cuối dòng.")
    message = f"Ở đây phải là {expected.id}, theo thứ tự của bản tiếng Việt."
    return Finding("TRANS-003", span, message, "Xếp lại cho đúng thứ tự.")


def _suspect(
    case: Case, original: Document, required: tuple[Provision, ...], translation: Document
) -> Iterator[Finding]:
    """Against the words that must stand there: what is wrong with those that do stand there is said once, there."""
    sources = {provision.id: provision for provision in required}
    for provision in translation.provisions:
        # A line that stands there once too often is said to.
        source = sources.get(provision.id) if translation.by_id.get(provision.id) is provision else None
        if source is None or f"{original.id}#{provision.id}" in case.deviating:
            continue
        now = fingerprint(source.text)
        if provision.translates != now:
            message = f"Bản tiếng Việt của {provision.id} đã đổi từ khi được dịch."
            if provision.translates is None:
                message = f"Bản dịch của {provision.id} không ghi dịch từ chữ nào (of=…)."
            details = (f"Tiếng Việt: {source.text}", f"Bản dịch:   {provision.text}")
            remedy = CONFIRM.format(file=translation.path, field="of=", now=now)
            yield Finding("TRANS-002", provision.span, message, remedy, details=details)


def _prose(case: Case, held: Mapping[str, Mapping], language: str) -> Iterator[Finding]:
    """Questions and pages alike: a file for each, with the fingerprint of the Vietnamese words."""
    originals, translations = held["vi"], held[language]
    for key, original in originals.items():
        translation = translations.get(key)
        if translation is None:
            yield _no_file(original.path, language)
        elif not case.faultless(original.path):
            continue  # mending it may give the translated words back
        elif translation.translates and translation.translates != (now := fingerprint(original.words)):
            span = translation.at.get("of", Span(translation.path))
            message = f"{original.path} đã đổi từ khi được dịch."
            yield Finding("TRANS-002", span, message, CONFIRM.format(file=translation.path, field="of: ", now=now))
    for key in translations.keys() - originals.keys():
        message = "Bản dịch của một trang không có ở bản tiếng Việt."
        yield Finding("TRANS-003", Span(translations[key].path), message, "Xóa tệp hoặc đổi tên.")
