"""What data files and front matter give as the words of a text stands in the provisions that they name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kb.check.case import Case
from kb.model.document import Document, Provision
from kb.model.finding import Finding, Span
from kb.model.library import LANGUAGES, Library
from kb.model.quotation import compare, faithful
from kb.model.reference import Ref
from kb.model.terms import Abbreviation, Term

# What a page shows of a document outside its provisions.
SHOWN = ("number", "issuer_name", "place", "subject", "title")
SYMBOL = re.compile(r"[^\W\d_]+")


def check(case: Case) -> Iterator[Finding]:
    """Terms and bodies, then abbreviations, then what documents say of their own text."""
    library = case.library
    for term in library.abbreviations:
        if term.role == "term":
            yield from _term(case, term)
    for body in library.bodies:
        if not body.section:
            fields = {language: (language, name) for language, name in body.labels.items()}
            yield from _words(case, fields, body.provisions, body)
    yield from _abbreviations(case)
    for document in library.originals.values():
        yield from _normalisations(case, document)
        yield from _horizon(library, document)


def _term(case: Case, term: Abbreviation) -> Iterator[Finding]:
    fields = {
        key: (language, words[language])
        for language in LANGUAGES
        for key, words in (("term" if language == "vi" else f"{language}_term", term.short), (language, term.full))
        if words.get(language)
    }
    if not term.provisions and case.sound(term.span.file):
        message = f"«{term.short['vi']}» chưa ghi đoạn nào có lời này."
        yield Finding("WORD-001", term.span, message, "Thêm «provisions» với mã các đoạn có lời này.")
        return
    yield from _words(case, fields, term.provisions, term)


def _words(
    case: Case, fields: Mapping[str, tuple[str, str]], refs: Sequence[Ref], entry: Term | Abbreviation
) -> Iterator[Finding]:
    """The words of each field, in their language, stand in one of the provisions.

    Where they do in no language, it is the provisions that are wrong.
    """
    wrong = []
    for key, (language, words) in fields.items():
        named = [_provision(case, language, ref) for ref in refs]
        if named and None not in named and not faithful(words, compare(words, [(p.id, p.text) for p in named])):
            wrong.append((key, language, words))
    if len({language for _, language, _ in wrong}) > 1:
        wrong = [("provisions", *wrong[0][1:])]
    where = ", ".join(ref.provision for ref in refs)
    for key, language, words in wrong:
        message = f"«{words}» không có trong đoạn được dẫn ({where})."
        other = _elsewhere(case.library, language, words)
        remedy = f"Thêm {other} vào «provisions» của mục này." if other else "Chép đúng lời của văn bản."
        yield Finding("WORD-001", entry.at.get(key, entry.span), message, remedy)


def _provision(case: Case, language: str, ref: Ref) -> Provision | None:
    """A provision whose words can be relied on."""
    library = case.library
    original = library.originals.get(ref.document)
    if original is None or not original.held:
        return None
    if language == "vi":
        return next((p for p in library.required(original) if p.id == ref.provision), None)
    found = library.provision(language, ref.document, ref.provision)
    # Where a translation is split or joined, other provisions hold the words than say so.
    return found if found and case.faultless(found.span.file) else None


def _elsewhere(library: Library, language: str, words: str) -> str | None:
    for key, document in library.documents[language].items():
        original = library.originals.get(key)
        for each in (library.required(original) if language == "vi" else document.provisions) if original else ():
            if faithful(words, compare(words, [("", each.text)])):
                return f"{key}#{each.id}"
    return None


def _abbreviations(case: Case) -> Iterator[Finding]:
    """What is said to be printed in a text is, and a symbol is part of a number."""
    library = case.library
    documents = library.originals.values()
    if not case.complete or any(case.doubtful(document, "number") for document in documents):
        return  # what is missing may have been the one that prints it
    symbols = {symbol for document in documents for symbol in SYMBOL.findall(document.number or "")}
    for entry in library.abbreviations:
        short = entry.short["vi"]
        if entry.role == "number-symbol" and short in symbols:
            continue
        if entry.role in ("text", "number-symbol") and short and not _printed(library, short):
            what = "văn bản nào được giữ" if entry.role == "text" else "số, ký hiệu nào trong danh mục"
            remedy = "Sửa chữ, hoặc ghi «kind: search» nếu chỉ người tìm gõ."
            yield Finding("WORD-004", entry.at.get("short", entry.span), f"«{short}» không có trong {what}.", remedy)


def _printed(library: Library, short: str) -> bool:
    whole = re.compile(rf"(?<!\w){re.escape(short)}(?!\w)")
    return any(
        short in each.text and whole.search(each.text)
        for document in library.originals.values()
        for each in library.required(document)
    )


def _normalisations(case: Case, document: Document) -> Iterator[Finding]:
    """What was received stands in the text of record, and what is shown is what pages show."""
    shown = {value for key in SHOWN if (value := getattr(document, key))}
    doubtful = any(case.doubtful(document, key) for key in SHOWN) or not (document.number and document.issuer_name)
    record = case.library.record(document)
    texts = {p.id: p.text for p in record.provisions} if record else {}
    for each in document.normalisations:
        text = texts.get(each.provision)
        if text is not None and each.received and each.received not in text:
            message = f"«{each.received}» không có trong {each.provision} của nguyên văn."
            remedy = f"Chép đúng từng ký tự từ {record.path}."
            yield Finding("WORD-002", _at(each.at, "received", document), message, remedy)
        if each.shown and each.shown not in shown and not doubtful:
            message = f"«{each.shown}» không phải là điều trang ghi về văn bản."
            remedy = "Ghi đúng như trường «number», «issuer_name», «place» hoặc «subject» ở trên, hoặc bỏ mục này."
            yield Finding("WORD-002", _at(each.at, "shown", document), message, remedy)


def _at(places: Mapping[str, Span], key: str, document: Document) -> Span:
    return places.get(key, document.place_of("normalisations"))


def _horizon(library: Library, document: Document) -> Iterator[Finding]:
    if not document.horizon:
        return
    year, name = document.horizon
    found = next((p for p in library.required(document) if p.id == name), None)
    if found and not re.search(rf"(?<!\d){year}(?!\d)", found.text):
        message = f"{name} không ghi năm {year}."
        remedy = "Ghi năm cuối mà đoạn ấy nêu, hoặc ghi đúng mã đoạn nêu năm này."
        yield Finding("WORD-003", document.place_of("horizon.year"), message, remedy)
