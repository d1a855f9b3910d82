"""What is wrong with a citation, in words: where, what is printed and what is registered, and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence

from kb.model.address import located as provision_id
from kb.model.address import pinpoint
from kb.model.citation import printed_date
from kb.model.document import Document
from kb.model.finding import Finding, Severity, Span
from kb.model.kinds import Kind, NumberVocabulary
from kb.model.library import Library
from kb.model.nearest import hint
from kb.model.reference import Located
from kb.model.verdict import DATE, ISSUER, KIND, Outcome, Verdict, date_outcome, issuer_outcome

CODES = {DATE: "XREF-002", KIND: "XREF-004", ISSUER: "XREF-005"}
NAMES = {DATE: "ngày", KIND: "tên loại", ISSUER: "cơ quan ban hành"}
SPANS = {DATE: "date_span", KIND: "kind_name_span", ISSUER: "issuer_name_span", "locator": "locator_span"}


def ambiguous(located: Located, candidates: Sequence[Document], numbers: NumberVocabulary) -> Finding:
    """Several documents have the number: which ones, and what would tell them apart."""
    reading = located.reading
    message = f"{_name(located)} có thể là nhiều văn bản: {'; '.join(map(_told, candidates))}."
    wrong = [
        f"{NAMES[field]} «{_shown(field, printed)}» không phải của văn bản nào trong số ấy"
        for field, printed, outcomes in (
            (DATE, reading.date, [date_outcome(reading, d) for d in candidates]),
            (ISSUER, reading.issuer_name, [issuer_outcome(reading, d, numbers) for d in candidates]),
        )
        if printed and all(outcome is Outcome.DIFFERS for outcome in outcomes)
    ]
    if wrong:
        remedy = f"Ở đây {' và '.join(wrong)}: sửa chỗ này, hoặc thêm văn bản thứ ba vào docs/vi/van-ban/."
        return Finding("XREF-007", located.span, message, remedy)
    telling = [
        NAMES[field]
        for field, values, printed in (
            (DATE, {document.date for document in candidates}, reading.date),
            (ISSUER, {document.issuer_name for document in candidates}, reading.issuer_name),
        )
        if len(values) > 1 and not printed
    ]
    remedy = f"Ghi thêm {' hoặc '.join(telling)}." if telling else "Bổ sung ngày và cơ quan ban hành vào danh mục."
    return Finding("XREF-007", located.span, message, remedy)


def two_readings(library: Library, located: Located, document: Document, differing: Sequence[Verdict]) -> Finding:
    """The only document of this number has another date or issuer: a slip, or a document that is not registered."""
    first = differing[0]
    printed = ", ".join(f"{NAMES[each.field]} «{_shown(each.field, each.printed)}»" for each in differing)
    registered = ", ".join(f"{NAMES[each.field]} «{_shown(each.field, each.registered)}»" for each in differing)
    message = (
        f"{_name(located)} ghi ở đây có {printed}; trong danh mục, văn bản duy nhất mang số này có {registered}. "
        "Hoặc ghi nhầm, hoặc là văn bản khác cùng số chưa có trong danh mục."
    )
    slip = f"Nếu ghi nhầm thì {_mend(library, located, document, first)}"
    remedy = f"{slip}; nếu là văn bản khác thì thêm văn bản ấy vào docs/vi/van-ban/."
    return Finding(CODES[first.field], _place(located, first.field), message, remedy, verdict=first)


def differs(library: Library, located: Located, document: Document, verdict: Verdict) -> Finding:
    """A field that says something else of the document that is meant."""
    name = NAMES[verdict.field].capitalize()
    printed, registered = (_shown(verdict.field, value) for value in (verdict.printed, verdict.registered))
    if verdict.field == KIND:
        registered = _kind(library.kinds_of[document.id], registered)
    message = f"{name} của {_name(located)} ghi ở đây là «{printed}»; danh mục ghi «{registered}»."
    mend = _mend(library, located, document, verdict)
    remedy = f"{mend[:1].upper()}{mend[1:]}."
    return Finding(CODES[verdict.field], _place(located, verdict.field), message, remedy, verdict=verdict)


def not_held(located: Located, document: Document, verdict: Verdict) -> Finding:
    """A locator into a text that is not here: neither right nor wrong."""
    message = f"Không kiểm tra được «{verdict.printed}»: chưa có toàn văn {_title(document)}."
    remedy = f"Bổ sung toàn văn tại {document.path} để kiểm tra được."
    span = _place(located, verdict.field)
    return Finding("XREF-006", span, message, remedy, Severity.NOTICE, verdict=verdict)


def no_provision(library: Library, located: Located, document: Document, verdict: Verdict) -> Finding:
    """A locator that finds nothing in a text that is here."""
    message = f"{_title(document)} không có «{verdict.printed}»."
    near = library.near_provisions(document.id).to(provision_id(verdict.printed or ""))
    found = [each._replace(word=f"«{_pinpoint(document, each.word)}»") for each in near]
    remedy = f"{hint(found)}Đối chiếu với {document.path}."
    return Finding("XREF-003", _place(located, verdict.field), message, remedy, verdict=verdict)


def _pinpoint(document: Document, name: str) -> str:
    provision = document.by_id.get(name)
    return pinpoint(document, provision, "vi") if provision else name


def _mend(library: Library, located: Located, document: Document, verdict: Verdict) -> str:
    """What to change where the citation and the register are of one document; words of record stay as they are."""
    register = f"sửa danh mục tại {_line(document, verdict.field)} nếu danh mục sai"
    own = library.originals.get(located.owner) if located.provision and located.language == "vi" else None
    if own and library.record(own):
        return f"{register} (lời văn bản ở đây là nguyên văn, không sửa)"
    return f"sửa chỗ này, hoặc {register}"


def _line(document: Document, field: str) -> str:
    span = document.place_of("issuer_name" if field == ISSUER else field)
    return f"{span.file}:{span.line}"


def _name(located: Located) -> str:
    return located.reading.canonical or f"«{' '.join(located.reading.raw.split())}»"


def _title(document: Document) -> str:
    return document.number or document.title or document.id


def _told(document: Document) -> str:
    facts = [
        f"ngày {printed_date(document.date)}" if document.date else "chưa rõ ngày",
        document.issuer_name or "chưa rõ cơ quan",
    ]
    return f"{document.id} ({', '.join(facts)})"


def _shown(field: str, value: str | None) -> str:
    return printed_date(value) if field == DATE and value else value or ""


def _kind(kinds: tuple[Kind, ...], symbol: str) -> str:
    names = [kind.vi for kind in kinds if kind.symbol]
    return f"{' hoặc '.join(names)} ({symbol})" if names else symbol


def _place(located: Located, field: str) -> Span:
    """Where the words of a field stand; the number where they are not known."""
    where = getattr(located.reading, SPANS[field])
    offset, start = where[0] if where else located.reading.start, located.reading.start
    between = located.text.count("\n", *sorted((start, offset)))
    if not between:
        return Span(located.span.file, located.span.line, located.span.column + offset - start)
    line = located.span.line + (between if offset > start else -between)
    return Span(located.span.file, line, offset - located.text.rfind("\n", 0, offset))
