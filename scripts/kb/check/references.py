"""Every citation resolves, and says of the document what the register says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial

from kb.check import citations as words
from kb.check.case import Case
from kb.check.dates_between import date_of_another
from kb.check.duplicates import same_document
from kb.check.metadata import STATED, VOCABULARY
from kb.model.citation import Citation, Mention
from kb.model.citing import Ambiguous, Doubtful, Missing, candidates, resolve
from kb.model.document import Document, slug
from kb.model.finding import Finding, Span
from kb.model.kinds import NumberVocabulary
from kb.model.library import Library
from kb.model.naming import said
from kb.model.nearest import hint
from kb.model.organs import more, shortened
from kb.model.reference import Located
from kb.model.verdict import DATE, ISSUER, KIND, LOCATOR, Outcome, Verdict

# So many numbers of the same kind are worth reading when one of them is meant.
MOST = 4


def check(case: Case) -> Iterator[Finding]:
    """The citations of every provision and answer, field by field."""
    if not case.sound(*VOCABULARY):
        return  # citations are read by that vocabulary
    for file, citations in case.library.cited_by_file.items():
        yield from case.kept(file, (citations,), partial(_file, case, citations), near=file)


def _file(case: Case, citations: Sequence[Located]) -> Iterator[Finding]:
    for located in citations:
        if case.deviates(f"{located.owner}#{located.provision}") and located.language == "vi":
            continue
        resolution = resolve(located, case.library)
        found = candidates(resolution)
        if found and found[0].hidden and not _hidden(case, located):
            yield case.unpublished(found[0].id, located.span)
        elif isinstance(resolution, Missing | Ambiguous):
            # A name that is not registered is no citation, and a text of record has more documents than it numbers.
            if not isinstance(located.reading, Mention):
                yield from _undecided(case, located, resolution)
            elif isinstance(resolution, Missing) and not located.provision:
                yield from _unnumbered(case, located, citations)
        else:
            yield from _compared(case, located, resolution.document, isinstance(resolution, Doubtful), citations)


def _hidden(case: Case, located: Located) -> bool:
    """Whether the citation stands in a document that is not published either."""
    return bool(located.provision) and located.owner in case.library.hidden


def _undecided(case: Case, located: Located, resolution: Missing | Ambiguous) -> Iterator[Finding]:
    if isinstance(resolution, Ambiguous):
        if same_document(resolution.candidates):
            return  # the second file says so
        yield words.ambiguous(located, resolution.candidates, case.library.numbers)
    elif not _said(case, located.reading.canonical):
        yield _missing(case.library, located)


def _unnumbered(case: Case, located: Located, others: Sequence[Located]) -> Iterator[Finding]:
    """A short form in our own words whose number no document of the kind has; what is also cited in full is said
    there.
    """
    mention = located.reading
    if mention.form != "short" or mention.year or case.misnamed(mention.kind):
        return
    same = [document for document in case.library.originals.values() if document.kind == mention.kind]
    known = sorted(document.number for document in same if document.number and not document.hidden)
    full = {(each.reading.kind, each.reading.number) for each in others if isinstance(each.reading, Citation)}
    if known and (mention.kind, mention.number) not in full and not any(case.unsure(document) for document in same):
        message = f"Danh mục không có văn bản nào là «{' '.join(mention.raw.split())}»."
        listed = ", ".join(known[:MOST]) + (" …" if len(known) > MOST else "")
        remedy = f"Cùng tên loại có {listed}: sửa số, hoặc thêm văn bản vào docs/vi/van-ban/."
        yield Finding("XREF-001", located.span, message, remedy)


def _said(case: Case, number: str) -> bool:
    """Whether that is said elsewhere: a document of this address is registered after all, and something wrong with its
    number, or it is one that several places miss.
    """
    originals = case.library.originals
    return slug(number) in case.absent_numbers or any(
        key not in originals or not originals[key].number or case.doubtful(originals[key], "number")
        for key in case.library.addressed(number)
    )


def _missing(library: Library, located: Located) -> Finding:
    number = located.reading.canonical
    remedy = f"{hint(library.near_numbers.to(number))}Sửa số, hoặc thêm văn bản vào docs/vi/van-ban/."
    message, details = f"Văn bản {number} không có trong danh mục.", ()
    if symbol := _unknown_issuer(located.reading.issuer, library.numbers):
        details = (f"Ký hiệu cơ quan «{symbol}» chưa có trong docs/_data/issuers.yml; nếu đúng thì thêm vào đó.",)
    return Finding("XREF-001", located.span, message, remedy, details=details)


@lru_cache(maxsize=4096)
def _unknown_issuer(symbol: str | None, numbers: NumberVocabulary) -> str | None:
    """The symbol of an issuer, where the vocabulary has no part of it (`BNV-CCVC` is an office of BNV)."""
    parts = {re.sub(r"\d+[A-Z]?$", "", part) for part in (symbol or "").split("-")}  # QH14 is QH and its term
    known = {each for issuer in numbers.issuers for each in (issuer.symbol, *issuer.symbols)}
    return symbol if symbol and symbol not in known and not parts & known else None


def _compared(
    case: Case, located: Located, document: Document, doubtful: bool, others: Sequence[Located]
) -> Iterator[Finding]:
    """What differs. Where it may be another document that is meant, only that is said."""
    verdicts = case.library.judged(located.reading, document)
    differing = [
        verdict
        for verdict in verdicts
        if verdict.outcome is Outcome.DIFFERS
        and not case.doubtful(document, STATED.get(verdict.field, ""))
        and not (verdict.field == KIND and case.deviates(document.stated_by))
        and not (verdict.field == DATE and date_of_another(case.library, located, others))
        and not (verdict.field == ISSUER and _excused(case, located, document))
    ]
    identity = [verdict for verdict in differing if verdict.field in (DATE, ISSUER)]
    if doubtful and identity:
        yield words.two_readings(case.library, located, document, identity)
        return
    for verdict in differing:
        yield _differs(case.library, located, document, verdict)
    if verdicts[-1].outcome is Outcome.TEXT_NOT_HELD:
        yield words.not_held(located, document, verdicts[-1])


def _excused(case: Case, located: Located, document: Document) -> bool:
    if case.misnamed_issuer(located.reading.issuer_name or ""):
        return True
    own = _unnamed(case, located, document) or _cut(case, located) or _short(case, located, document)
    return own or _so_called(case.library, located.reading.issuer_name or "", document)


def _so_called(library: Library, printed: str, document: Document) -> bool:
    """Whether the document itself gives its issuer this name, which says more than that of the register."""
    texts = [each.text for each in library.required(document)] if more(printed, document.issuer_name or "") else []
    return said(printed, texts)


def _short(case: Case, located: Located, document: Document) -> bool:
    """Whether the issuer is said for short: in our own words, and before the verb (`Đảng ủy ban hành …`) in any."""
    printed, registered = located.reading.issuer_name or "", document.issuer_name or ""
    where = located.reading.issuer_name_span
    if located.provision and not (where and where[0] < located.reading.start):
        return False
    translation = case.library.documents[located.language].get(document.id) if located.language != "vi" else None
    english = translation.issuer_name.split() if translation and translation.issuer_name else ()
    return shortened(printed, registered) or set(printed.split()) < set(english)


def _cut(case: Case, located: Located) -> bool:
    """Whether a translated name may be split: this line, or the one below it, is said to be wrong."""
    file, line = located.span.file, located.span.line
    return located.language != "vi" and case.wrong(Span(file, line), Span(file, line + 2))


def _unnamed(case: Case, located: Located, document: Document) -> bool:
    """Whether nobody can say what the issuer is called in the language of the citation."""
    if located.language == "vi":
        return False
    translation = case.library.documents[located.language].get(document.id)
    return translation is None or not translation.issuer_name or case.doubtful(translation, "issuer_name")


def _differs(library: Library, located: Located, document: Document, verdict: Verdict) -> Finding:
    if verdict.field == LOCATOR:
        return words.no_provision(library, located, document, verdict)
    return words.differs(library, located, document, verdict)
