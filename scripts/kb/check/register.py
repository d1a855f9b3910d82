"""The register says of a document whose text is not held what held texts state of it: all of that, and no more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from kb.check.case import Case
from kb.check.metadata import VOCABULARY
from kb.check.named import lacking
from kb.model.citation import Citation
from kb.model.citing import candidates, meant, resolve
from kb.model.document import TITLE, Document, opening_of
from kb.model.finding import Finding
from kb.model.issuing import contradicted
from kb.model.kinds import NumberVocabulary
from kb.model.library import Library
from kb.model.naming import among, said, unlisted, whole
from kb.model.reference import Located
from kb.model.standing import relations
from kb.model.subject import Stated, stated

FIELDS = ("kind", "issuer", "issuer_name", "place", "date")
EMPTY = "Ghi null: điều không văn bản nào được giữ nêu thì để trống."


def check(case: Case) -> Iterator[Finding]:
    """The issuer of each text that is held; of a document that is only cited its names, its place, then its fields."""
    if not case.sound(*VOCABULARY) or not case.complete:
        return  # citations are read by that vocabulary, and found in texts that are there
    library, citing, unnamed = case.library, _citing(case), lacking(case)
    related = _related(library)
    for document in library.originals.values():
        yield from case.kept(
            document.path, (library.record(document),), partial(_issuer, case, document), document.path
        )
        unsure = case.unsure(document) or case.doubtful(document, "stated_by") or case.deviates(document.stated_by)
        if document.held or document.hidden or unsure or not case.sound(document.path):
            continue
        found = citing.get(document.id, ())
        if not document.stated_by and not found and document.id in related:
            continue
        # Where a name is missing, what is said under it is not found; the rule for names says so.
        wrong = list(_names(case.library, document))
        if not wrong and (document.id, "vi") not in unnamed:
            wrong = list(_stating(document, found)) or list(_title(case, document, found))
            # What a number means, what stands before it in the same text may tell.
            texts = (library.cited_by_file[file] for file in dict.fromkeys(each.span.file for each in found))
            source = (document, *found, *texts)
            wrong = wrong or case.kept(f"fields of {document.path}", source, partial(_fields, case, document, found))
        yield from wrong


def _related(library: Library) -> set[str]:
    """Documents that are registered for what they have done to others: no text that is held need state them."""
    found = [relation for document in library.originals.values() for _, relation in relations(document)]
    return {key for each in found for key in (each.document, each.stated_by.partition("#")[0]) if key}


def _issuer(case: Case, document: Document) -> Iterator[Finding]:
    """The rest of its front matter a held text says in its title block, and that is compared with the other fields."""
    record, name = case.library.record(document), document.issuer_name
    if record is None or not name or case.doubtful(document, "issuer_name"):
        return
    opening = opening_of(record.provisions)
    title = "\n".join(each.text for each in opening if each.kind == TITLE)
    other = contradicted(name, title, [each.text for each in opening if each.kind != TITLE], "vi")
    if other:
        message = f"«issuer_name» ghi «{name}», phần mở đầu của nguyên văn ghi «{other}»."
        yield Finding("META-010", document.place_of("issuer_name"), message, f"Ghi đúng như nguyên văn: {other}")
    elif other is not None:
        message = f"Phần mở đầu của nguyên văn không có tên «{name}»."
        remedy = f"Ghi tên cơ quan ban hành đúng như ở đầu {record.path}."
        yield Finding("META-010", document.place_of("issuer_name"), message, remedy)


def _citing(case: Case) -> Mapping[str, list[Located]]:
    """The citations in held texts by each document that they mean or may mean; none in words that deviate."""
    found: dict[str, list[Located]] = {}
    for file, citations in case.library.cited_by_file.items():
        for key, located in case.kept(f"in {file}", (citations,), partial(_cited, case, citations), file):
            found.setdefault(key, []).append(located)
    return found


def _cited(case: Case, citations: Iterable[Located]) -> Iterator[tuple[str, Located]]:
    library = case.library
    for located in citations:
        owner = library.originals.get(located.owner) if located.language == "vi" and located.provision else None
        if owner and owner.held and not case.deviates(_key(located)):
            for each in candidates(resolve(located, library)):
                if each is not owner and not each.held:
                    yield each.id, located


def _key(located: Located) -> str:
    return f"{located.owner}#{located.provision}"


def _names(library: Library, document: Document) -> Iterator[Finding]:
    """Wordings by which a document is cited are wordings of held texts; without a number it has some."""
    names, title, span = document.names, document.title, document.place_of("names")
    texts = [p.text for held in library.originals.values() for p in library.required(held)] if names else []
    wrong = [index for index, name in enumerate(names) if not said(name, texts)]
    for index in wrong:
        message = f"Không văn bản nào được giữ gọi tên như «{names[index]}»."
        remedy = "Chép đúng cách gọi trong văn bản viện dẫn."
        yield Finding("REG-002", document.place_of(f"names.{index}"), message, remedy)
    if document.number or wrong:
        return
    if not names:
        message = "Văn bản không có số thì viện dẫn nhận ra nó theo tên gọi: «names» để trống."
        remedy = f"Ghi names: [{title or 'cách gọi trong văn bản viện dẫn'}]"
        yield Finding("REG-001", span, message, remedy)
    elif title and unlisted(title, names, texts):
        message = f"«names» không có «{title}» là tên ghi ở «title»."
        yield Finding("REG-001", span, message, f"Thêm vào «names»: {title}")


def _title(case: Case, document: Document, citing: Sequence[Located]) -> Iterator[Finding]:
    """The title is one of the names; with a number it is what the stating provision calls the document."""
    library = case.library
    title, span = document.title, document.place_of("title")
    if not document.number:
        if not title:
            yield Finding(
                "REG-001", span, "Văn bản không có số thì phải có «title».", f"Ghi title: {document.names[0]}"
            )
        elif not among(title, document.names):
            remedy = f"Ghi một cách gọi, như: {document.names[0]}"
            yield Finding("REG-002", span, f"«title» ghi «{title}», không có trong «names».", remedy)
    elif title:
        text = _provision_text(library, document.stated_by)
        if document.number not in title or (text is not None and not whole(title, text)):
            message = f"{document.stated_by} không gọi văn bản này là «{title}»."
            yield Finding("REG-002", span, message, "Chép đúng cách gọi cùng số, ký hiệu, hoặc bỏ «title».")
    elif not case.doubtful(document, "kind"):
        called = [name for located in citing if (name := located.reading.kind_name)]
        kinds = {kind.vi.casefold() for kind in library.numbers.kinds if kind.symbol and kind.symbol == document.kind}
        if (
            called
            and kinds
            and not any(name.casefold() in {*kinds, (document.kind or "").casefold()} for name in called)
        ):
            message = f"«title» để trống, mà văn bản viện dẫn gọi là «{called[0]} số {document.number}»."
            yield Finding("REG-001", span, message, f"Ghi title: {called[0]} số {document.number}")


def _provision_text(library: Library, key: str | None) -> str | None:
    owner, _, name = (key or "").partition("#")
    document = library.originals.get(owner)
    return next((p.text for p in library.required(document) if p.id == name), None) if document else None


def _stating(document: Document, citing: Sequence[Located]) -> Iterator[Finding]:
    """The provision that `stated_by` names speaks of the document."""
    if document.stated_by and any(_key(located) == document.stated_by for located in citing):
        return
    span = document.place_of("stated_by")
    there = list(dict.fromkeys(map(_key, citing)))
    hint = f"Ghi «stated_by: {there[0]}»." if there else "Bỏ văn bản này khỏi danh mục, hoặc thêm văn bản nêu nó."
    if document.stated_by:
        yield Finding("REG-003", span, f"{document.stated_by} không nêu văn bản này.", hint)
    elif there:
        yield Finding("REG-003", span, "Chưa ghi đoạn nào nêu văn bản này.", hint)
    else:
        yield Finding("REG-003", span, "Không văn bản nào được giữ nêu văn bản này.", hint)


def _fields(case: Case, document: Document, citing: Sequence[Located]) -> Iterator[Finding]:
    """Field by field; nothing where it is not certain that this document is meant."""
    if not all(meant(resolve(located, case.library)) is document for located in citing):
        return
    for field in FIELDS:
        if case.doubtful(document, field):
            continue
        value = getattr(document, field)
        told = [(each, located) for located in citing for each in _told(field, document, located, case.library.numbers)]
        if value is None and told:
            yield _left_empty(document, field, *told[0])
        elif value is not None and not told:
            yield _invented(document, field, value)
        elif value is not None and field == "kind" and not document.number and value not in {each for each, _ in told}:
            printed, located = told[0]
            message = f"«kind» ghi «{value}», {_key(located)} gọi là {printed}."
            yield Finding("META-010", document.place_of("kind"), message, f"Ghi kind: {printed}")
    # What is said of the subject begins behind the name of the issuer.
    if not any(case.doubtful(document, field) for field in ("subject", "issuer_name")):
        yield from _subject(document, citing)
    if document.basis and not case.doubtful(document, "basis"):
        yield _invented(document, "basis", ", ".join(document.basis))


def _told(field: str, document: Document, located: Located, numbers: NumberVocabulary) -> Iterator[str]:
    """What a citation states for a field; the place of issue it never does."""
    reading = located.reading
    if field == "kind":
        words = reading.kind_name or reading.raw
        symbols = [reading.kind] if reading.kind else _kinds(words, numbers)
        yield from (symbol for symbol in symbols if symbol)
    elif field != "place":
        if value := getattr(reading, field):
            yield value
        elif field == "issuer_name" and document.issuer_name:
            behind = located.text[reading.end :]
            if re.match(rf"[\s,]*(?:của|do)\s+{re.escape(document.issuer_name)}(?!\w)", behind):
                yield document.issuer_name


def _kinds(words: str, numbers: NumberVocabulary) -> list[str | None]:
    """The symbols of the kind with whose name some words begin; of several names the longest."""
    plain = " ".join(words.casefold().split())
    named = [
        (name.casefold(), kind.symbol)
        for kind in numbers.kinds
        for name in kind.names
        if re.match(rf"{re.escape(name.casefold())}(?!\w)", plain)
    ]
    longest = max((len(name) for name, _ in named), default=0)
    return [symbol for name, symbol in named if len(name) == longest]


def _subject(document: Document, citing: Sequence[Located]) -> Iterator[Finding]:
    found = [(each, located) for located in citing if (each := _said(document, located))]
    if document.subject is None and found:
        yield _left_empty(document, "subject", found[0][0].words, found[0][1])
    elif document.subject is not None and not found:
        yield _invented(document, "subject", document.subject)
    elif document.subject is not None and not any(each.agrees for each, _ in found):
        words, where = found[0][0].words, _key(found[0][1])
        message = f"«subject» ghi «{document.subject}», {where} ghi «{words}»."
        yield Finding("META-010", document.place_of("subject"), message, f"Ghi đúng như {where}: {words}")


def _said(document: Document, located: Located) -> Stated | None:
    """What is said of the subject behind a number, with date and issuer."""
    reading = located.reading
    if not isinstance(reading, Citation):
        return None
    end = reading.context_span[1] if reading.context_span else reading.end
    return stated(located.text, end, document.subject, located.language)


def _left_empty(document: Document, field: str, value: str, located: Located) -> Finding:
    message = f"«{field}» để trống, mà {_key(located)} nêu «{value}»."
    return Finding("REG-001", document.place_of(field), message, f"Ghi {field}: {value}")


def _invented(document: Document, field: str, value: str) -> Finding:
    message = f"«{field}» ghi «{value}», không văn bản nào được giữ nêu điều đó."
    return Finding("REG-002", document.place_of(field), message, EMPTY if field != "basis" else "Ghi basis: []")
