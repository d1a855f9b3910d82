"""What has become of documents: the relations between them hold together, each is stated, and citing heeds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import partial

from kb.check.case import Case
from kb.check.metadata import VOCABULARY
from kb.check.own import own
from kb.model.citation import printed_date
from kb.model.citing import Resolved, candidates, resolve
from kb.model.document import Document, Relation
from kb.model.finding import Finding, Severity, Span
from kb.model.library import Library
from kb.model.nearest import hint
from kb.model.reference import Located
from kb.model.standing import Standing, cycles, over_since, relations, standing

# Documents between an old one and the present one that a message names.
SHOWN = 3


def check(case: Case) -> Iterator[Finding]:
    """The fields of the register first, then what cites a document that is over, where nothing is wrong with that."""
    doubted, unclear = set(), set()
    for document in case.library.originals.values():
        for field, relation in relations(document):
            found = [*_other(case, document, field, relation), *_stated(case, document, relation)]
            if found:
                (unclear if field == "amended_by" else doubted).add(document.id)
            yield from found
    for ring in cycles(case.library):
        doubted |= set(ring)
        yield _ring(case, ring)
    if case.sound(*VOCABULARY):
        yield from _citing(case, doubted)
        yield from _citing_half(case, doubted | unclear)


def _other(case: Case, document: Document, field: str, relation: Relation) -> Iterator[Finding]:
    """The document that replaces or amends is registered, another one, and not an earlier one."""
    key = relation.document
    if key is None or case.only_translated(key) or case.gone("van-ban", key):
        return
    other = case.library.originals.get(key)
    if not document.hidden and (said := case.unpublished(key, relation.span)):
        yield said
    elif other is None:
        message = f"Văn bản «{key}» ghi ở «{field}» không có trong danh mục."
        near = hint(case.library.near_documents.to(key))
        yield Finding(
            "REL-001", relation.span, message, f"{near}Ghi đúng tên tệp trong docs/vi/van-ban/, không có .md."
        )
    elif other is document and field == "amended_by":
        yield Finding("REL-002", relation.span, f"{key} không sửa đổi chính nó được.", "Ghi văn bản sửa đổi nó.")
    elif other.date and document.date and other.date < document.date:
        message = f"{key} (ngày {printed_date(other.date)}) có trước văn bản này (ngày {printed_date(document.date)})."
        yield Finding("REL-005", relation.span, message, "Kiểm tra hai ngày; có thể hai văn bản ghi ngược nhau.")


def _ring(case: Case, ring: Sequence[str]) -> Finding:
    relation = case.library.originals[ring[0]].replaced_by
    message = f"Các văn bản thay thế nhau thành vòng: {' → '.join((*ring, ring[0]))}."
    return Finding("REL-002", relation.span, message, "Bỏ «replaced_by» ở văn bản đang có hiệu lực.")


def _stated(case: Case, document: Document, relation: Relation) -> Iterator[Finding]:
    """A relation stands in a provision that is here and names both documents, or in one whose text is not here."""
    owner, mark, provision = relation.stated_by.partition("#")
    source = case.library.originals.get(owner)
    if case.only_translated(owner) or case.gone("van-ban", owner):
        return
    if not document.hidden and (said := case.unpublished(owner, relation.source)):
        if owner != relation.document:  # which is said where it stands as that
            yield said
        return
    remedy = "Ghi đoạn nêu điều này: mã văn bản, dấu #, mã đoạn; văn bản chưa có toàn văn thì chỉ ghi mã văn bản."
    if source is None:
        message, near = f"Không có văn bản «{owner}» nêu điều này.", hint(case.library.near_documents.to(owner))
    elif not source.held and mark:
        message, near = f"{owner} chưa có toàn văn nên không có đoạn «{provision}».", ""
    elif source.held and not mark:
        message, near = f"{owner} có toàn văn: ghi rõ đoạn nào nêu điều này.", ""
    elif mark and provision not in case.library.known_ids[owner]:
        message = f"Không có đoạn «{relation.stated_by}»."
        near = hint(case.library.near_provisions(owner).to(provision))
    else:
        if mark and (unnamed := _unnamed(case, document, relation)):
            names = " và ".join(sorted(unnamed))
            message = f"Đoạn {relation.stated_by} không viện dẫn {names} nên không nêu điều này."
            yield Finding("REL-003", relation.source, message, remedy)
        return
    yield Finding("REL-003", relation.source, message, f"{near}{remedy}")


def _unnamed(case: Case, document: Document, relation: Relation) -> set[str]:
    """The documents of a relation that the provision stated to say so does not cite; its own needs no citation."""
    owner, _, provision = relation.stated_by.partition("#")
    faulty = case.deviates(relation.stated_by) or provision not in case.library.originals[owner].by_id
    if faulty or not case.sound(*VOCABULARY):
        return set()
    cited = {
        found.id
        for located in case.library.cited_in(relation.stated_by)
        if located.language == "vi"
        for found in candidates(resolve(located, case.library))
    }
    # One that is not registered is said to be missing, and that is all.
    named = {document.id, relation.document} & case.library.originals.keys()
    return named - {owner} - cited


def _citing(case: Case, doubted: Set[str]) -> Iterator[Finding]:
    """Citations of documents that are over: a warning in our prose, and in words of record a notice or nothing."""
    library = case.library
    known = library.originals.keys() - doubted
    over = {key: found for key in library.originals if key in known and (found := standing(key, library)).over}
    if not over:
        return
    known_over = case.memory.same("over", tuple(over.items()))
    for file, citations in library.cited_by_file.items():
        yield from case.kept(file, (citations, known_over), partial(_in_file, case, citations, over), file)
    for question in library.questions["vi"].values():
        first = {ref.document: ref.span for ref in reversed(question.provisions) if ref.document in over}
        yield from (_over(case, key, over[key], span) for key, span in first.items())


def _in_file(case: Case, citations: Iterable[Located], over: Mapping[str, Standing]) -> Iterator[Finding]:
    for located in citations:
        resolution = resolve(located, case.library) if located.language == "vi" else None
        if not isinstance(resolution, Resolved) or resolution.document.id not in over:
            continue
        key = resolution.document.id
        if not located.provision:
            yield _over(
                case, key, over[key], located.span, Severity.NOTICE if _quoted(case, located) else Severity.WARNING
            )
        elif _after(case, located, key, over[key]):
            yield _over(case, key, over[key], located.span, Severity.NOTICE)


def _quoted(case: Case, located: Located) -> bool:
    """Whether our prose quotes the citation: what it should rather say is not for it to choose."""
    span = located.span
    end = span.column - 1 + len(located.reading.raw.split("\n")[0])
    return not own(case.library, span.file).holds(span.line, span.column - 1, end)


def _after(case: Case, located: Located, key: str, found: Standing) -> bool:
    """Whether a document cites another one that was over by then, or may have been.

    What was written before is history: the words are right as of their day, and nobody may change them. What replaces
    a document, or says so, has to name it.
    """
    citing, since = case.library.originals[located.owner], over_since(key, case.library)
    place = f"{located.owner}#{located.provision}"
    stating = {relation.stated_by for _, relation in relations(case.library.originals[key])}
    if citing.id in (key, *found.trail) or place in stating or case.deviates(place):
        return False
    return not (citing.date and since and citing.date < since)


def _over(case: Case, key: str, found: Standing, span: Span, severity: Severity = Severity.WARNING) -> Finding:
    library = case.library
    name = _called(library.originals[key])
    remedy = "Cố ý viện dẫn văn bản cũ thì ghi ở cuối dòng: <!-- kb: bỏ qua REL-004: lý do -->."
    if severity is Severity.NOTICE:
        remedy = "Lời văn bản và lời trích giữ nguyên, không sửa; để biết khi dùng đoạn này."
    if found.trail:
        *between, last = (_called(library.originals[each]) for each in found.trail)
        through = f" (qua {', '.join(between[:SHOWN])}{', …' * (len(between) > SHOWN)})" if between else ""
        message = f"{name} đã được thay thế; văn bản hiện nay theo danh mục là {last}{through}."
        if found.expired:
            message += f" Văn bản ấy hết hiệu lực từ {printed_date(found.expired.date)}."
        if amending := _amending(library, library.originals[found.trail[-1]]):
            message += f" Văn bản ấy đã được sửa đổi bởi {_listed(amending)}."
        remedy = remedy if severity is Severity.NOTICE else f"Viện dẫn {last}. {remedy}"
    else:
        message = f"{name} hết hiệu lực từ {printed_date(found.expired.date)}; chưa rõ văn bản nào thay thế."
    return Finding("REL-004", span, message, remedy, severity)


def _citing_half(case: Case, doubted: Set[str]) -> Iterator[Finding]:
    """Citations of a document that is amended, in our prose that says nothing of what amends it: once in a file."""
    library = case.library
    amended = {key: found for key, each in library.originals.items() if (found := _amending(library, each))}
    for key in amended.keys() & (doubted | {key for key in amended if standing(key, library).over}):
        del amended[key]
    for citations in library.cited_by_file.values() if amended else ():
        cited: dict[str, Located] = {}
        for located in citations:
            ours = not located.provision and located.language == "vi"
            if ours and isinstance(resolution := resolve(located, library), Resolved):
                cited.setdefault(resolution.document.id, located)
        for key in sorted(cited.keys() & amended.keys()):
            told = {each.id for each in amended[key]} <= cited.keys()
            if not told and not _quoted(case, cited[key]):
                yield _half(library.originals[key], amended[key], cited[key].span)


def _half(document: Document, amending: Sequence[Document], span: Span) -> Finding:
    message = f"{_called(document)} đã được sửa đổi bởi {_listed(amending)}, mà trang này không viện dẫn."
    on_purpose = "Cố ý chỉ viện dẫn văn bản gốc thì ghi ở cuối dòng: <!-- kb: bỏ qua REL-004: lý do -->."
    return Finding("REL-004", span, message, f"Viện dẫn cả {_listed(amending)}. {on_purpose}", Severity.WARNING)


def _amending(library: Library, document: Document) -> list[Document]:
    """What amends a document, each followed to its own present end."""
    known = [each.document for each in document.amended_by if each.document in library.originals]
    ends = dict.fromkeys((standing(key, library).trail or (key,))[-1] for key in known)
    return [library.originals[key] for key in ends]


def _listed(documents: Iterable[Document]) -> str:
    return ", ".join(map(_called, documents))


def _called(document: Document) -> str:
    """The number with its date, since numbers begin anew each year."""
    name = document.number or document.title or document.id
    return f"{name} ngày {printed_date(document.date)}" if document.number and document.date else name
