"""Every provision has a translation, and the translation is of the words as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise

from kb.check import alignment
from kb.check.alignment import Deviation, compare
from kb.check.case import Case
from kb.check.renamed import check_files
from kb.model.document import HEADING, Document, Provision, fingerprint
from kb.model.finding import Finding, Span
from kb.model.library import LANGUAGES

# Of a long run only so many provisions are shown.
SHOWN = 3
# The number of a heading as printed: `II.`, `2.`, `2.3.`, `Điều 5.`, `Article 5.`, `Part II.`
NUMBER = re.compile(r"(?:[^\W\d]+ )?([IVXLC]+|\d+(?:\.\d+)*[a-zđ]?)[.:)]? ")
CONFIRM = "Xem lại bản dịch; nếu vẫn đúng thì chạy «.venv/bin/kb confirm {file}» hoặc ghi {field}{now}."


def check(case: Case) -> Iterator[Finding]:
    """Documents, provision by provision."""
    for language in LANGUAGES[1:]:
        yield from _documents(case, language)


def _documents(case: Case, language: str) -> Iterator[Finding]:
    library, translations = case.library, case.library.documents[language]
    for key, original in library.originals.items():
        if translation := translations.get(key):
            source = (original, translation, library.record(original), library.sources.get(original.path))
            make = partial(_document, case, original, translation)
            yield from case.kept(translation.path, source, make, translation.path)
    yield from check_files(case, library.documents, language)


def _document(case: Case, original: Document, translation: Document) -> Iterator[Finding]:
    if case.doubtful(original, "text"):
        return
    if not case.doubtful(original, "subject"):
        yield from _subject(case, original, translation)
    yield from _provisions(case, original, translation)


def _subject(case: Case, original: Document, translation: Document) -> Iterator[Finding]:
    if not original.subject or not case.sound(translation.path):
        return
    if not translation.subject:
        span = translation.place_of("subject")
        yield Finding("TRANS-001", span, "Chưa dịch trích yếu («subject»).", f"Dịch: {original.subject}")
    elif not case.follows(translation.subject_of, original.path, original.subject):
        message = "Trích yếu tiếng Việt đã đổi từ khi được dịch."
        remedy = f"Xem lại «subject»; nếu vẫn đúng thì ghi of_subject: {fingerprint(original.subject)}."
        yield Finding("TRANS-002", translation.place_of("of_subject"), message, remedy)


def _provisions(case: Case, original: Document, translation: Document) -> Iterator[Finding]:
    """Against the words that must stand there: what is wrong with those that do stand there is said once, there.

    A translation has other words, but each provision carries the fingerprint of those that it translates.
    """
    required = case.library.required(original)
    sources = {provision.id: provision.text for provision in required}
    deviations: list[Deviation] = []
    if not _whole(required, translation.provisions):
        printed = [provision._replace(text=fingerprint(provision.text)) for provision in required]
        translated = [provision._replace(text=provision.translates or "") for provision in translation.provisions]
        words = {provision.span: provision.text for provision in translation.provisions}
        deviations = compare(printed, translated)
        for deviation in _without_torn(deviations, translated):
            if deviation.kind != alignment.ALTERED:
                yield _deviation(translation, deviation, sources)
            elif not case.deviates(f"{original.id}#{deviation.expected[0].id}"):
                yield _suspect(translation, deviation, sources, words)
    told = {
        provision.span for deviation in deviations for provision in (deviation.place, *deviation.actual) if provision
    }
    headings = (each for each in translation.provisions if each.kind == HEADING)
    yield from _renumbered((each for each in headings if each.span not in told), sources)


def _whole(required: Sequence[Provision], translated: Sequence[Provision]) -> bool:
    """Whether all provisions are translated as they stand, in their order: nearly all files are."""
    return len(required) == len(translated) and all(
        (one.id, one.kind, one.level) == (other.id, other.kind, other.level)
        and fingerprint(one.text) == other.translates
        for one, other in zip(required, translated, strict=True)
    )


def _renumbered(headings: Iterable[Provision], sources: Mapping[str, str]) -> Iterator[Finding]:
    """Headings whose number is another one than in Vietnamese."""
    for provision in headings:
        number = NUMBER.match(f"{sources.get(provision.id, '')} ")
        printed = NUMBER.match(f"{provision.text} ")
        if number and number[1] != (printed[1] if printed else ""):
            message = f"Tiêu đề {provision.id} không mang số «{number[1]}» như bản tiếng Việt."
            yield Finding("STRUCT-002", provision.span, message, f"Tiếng Việt: {sources[provision.id]}")


def _without_torn(deviations: list[Deviation], translated: list[Provision]) -> Iterator[Deviation]:
    """Without the wrong form of a line that has swallowed the one before it, or has lost its beginning to that one."""
    before = {other.span: one for one, other in pairwise(translated)}
    swallowing = {deviation.place for deviation in deviations if deviation.kind == alignment.MISSING}
    extra = {line for deviation in deviations if deviation.kind == alignment.EXTRA for line in deviation.actual}
    for deviation in deviations:
        if deviation.kind == alignment.FORM:
            first, expected = before.get(deviation.place.span), deviation.expected[0]
            lost = first in extra and not first.id and (first.kind, first.level) == (expected.kind, expected.level)
            if lost or deviation.place in swallowing:
                continue
        yield deviation


def _deviation(translation: Document, deviation: Deviation, sources: Mapping[str, str]) -> Finding:
    run = deviation.expected
    last = translation.provisions[-1].span if translation.provisions else Span(translation.path)
    span = Span(translation.path, deviation.place.span.line if deviation.place else last.line)
    names = ", ".join(each.id for each in run)
    match deviation.kind:
        case alignment.MISSING:
            before = "phải đứng trước chỗ này" if deviation.place else "phải đứng ở cuối"
            message = f"Chưa dịch {names} ({before})."
            if len(run) > 1:
                message = f"Chưa dịch {len(run)} đoạn liền nhau ({before}): {run[0].id} … {run[-1].id}."
            if not translation.provisions:
                message = f"Chưa dịch đoạn nào; bản tiếng Việt có {len(run)} đoạn."
            shown = [f"Tiếng Việt: {sources[each.id]}" for each in run[:SHOWN]]
            if len(run) > SHOWN:
                shown.append(f"… và {len(run) - SHOWN} đoạn nữa.")
            remedy = f"Dịch vào đúng chỗ, cuối mỗi dòng ghi {{#{run[0].id} of=…}}."
            return Finding("TRANS-001", span, message, remedy, details=tuple(shown))
        case alignment.EXTRA:
            lines = deviation.actual
            what = f"Dòng {lines[0].id or '(không có mã)'}" if len(lines) == 1 else f"{len(lines)} dòng, từ dòng này,"
            return Finding("TRANS-003", span, f"{what} không dịch đoạn nào của văn bản.", "Xóa, hoặc sửa mã.")
        case alignment.FORM:
            remedy = "Dùng cùng ký hiệu đầu dòng với bản tiếng Việt."
            return Finding("STRUCT-002", span, f"{names} khác dạng với bản tiếng Việt.", remedy)
        case alignment.RENAMED | alignment.EXCHANGED:
            wrong = ", ".join(each.id or "(không có mã)" for each in deviation.actual)
            message = f"Mã «{wrong}» không đúng; theo bản tiếng Việt là {names}."
            return Finding("STRUCT-001", span, message, f"Ghi {{#{run[0].id} of=…}} ở cuối dòng.")
        case _:
            message = f"Ở đây phải là {run[0].id}, theo thứ tự của bản tiếng Việt."
            return Finding("TRANS-003", span, message, "Xếp lại cho đúng thứ tự.")


def _suspect(
    translation: Document, deviation: Deviation, sources: Mapping[str, str], words: Mapping[Span, str]
) -> Finding:
    (source,), (provision,) = deviation.expected, deviation.actual
    message = f"Bản tiếng Việt của {source.id} đã đổi từ khi được dịch."
    if not provision.text:
        message = f"Bản dịch của {source.id} không ghi dịch từ chữ nào (of=…)."
    details = (f"Tiếng Việt: {sources[source.id]}", f"Bản dịch:   {words[provision.span]}")
    remedy = CONFIRM.format(file=translation.path, field="of=", now=source.text)
    return Finding("TRANS-002", provision.span, message, remedy, details=details)
