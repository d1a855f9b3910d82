"""What data files give as the words of a text stands in the provisions that they name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kb.check.case import Case
from kb.check.initials import agree
from kb.check.metadata import VOCABULARY
from kb.model.citation import Citation
from kb.model.document import Document, Provision
from kb.model.finding import Finding
from kb.model.kinds import Issuer, Kind
from kb.model.library import LANGUAGES, Library
from kb.model.naming import said
from kb.model.quotation import ELIDED, compare, plain
from kb.model.reference import Ref
from kb.model.terms import Abbreviation, Term

SYMBOL = re.compile(r"[^\W\d_]+")


def check(case: Case) -> Iterator[Finding]:
    """Terms and bodies, then abbreviations."""
    library = case.library
    wrong = [
        finding
        for term in library.abbreviations
        if term.role == "term" and _sure(case, term)
        for finding in _term(case, term)
    ]
    yield from wrong
    for body in library.bodies:
        if not body.section and _sure(case, body):
            fields = {language: (language, name) for language, name in body.labels.items()}
            yield from list(_words(case, fields, body.provisions, body)) or _unlisted(case, body)
    yield from _abbreviations(case, terms=not wrong)


def _sure(case: Case, entry: Term | Abbreviation) -> bool:
    """Whether the provisions of an entry are those that were meant."""
    return not any(case.wrong_line(span) for key, span in entry.at.items() if key.startswith("provisions."))


def _term(case: Case, term: Abbreviation) -> Iterator[Finding]:
    fields = {
        key: (language, words[language])
        for language in LANGUAGES
        for key, words in (("term" if language == "vi" else f"{language}_term", term.short), (language, term.labels))
        if words.get(language)
    }
    if not term.provisions and case.sound(term.span.file):
        message = f"«{term.short['vi']}» chưa ghi đoạn nào có lời này."
        span = term.at.get("provisions", term.span)
        yield Finding("WORD-001", span, message, "Thêm «provisions» với mã các đoạn có lời này.")
        return
    yield from _words(case, fields, term.provisions, term)


def _words(
    case: Case, fields: Mapping[str, tuple[str, str]], refs: Sequence[Ref], entry: Term | Abbreviation
) -> Iterator[Finding]:
    """The words of each field, in their language, stand in one of the provisions, and each provision has some.

    Where words stand in another provision, it is the list of provisions that is wrong.
    """
    found = {language: [_provision(case, language, ref) for ref in refs] for language in LANGUAGES}
    named = {language: held for language, held in found.items() if held and None not in held}
    idle = [
        ref
        for index, ref in enumerate(refs if named.keys() == found.keys() else ())
        if not any(_says(words, [named[language][index].text]) for language, words in fields.values())
    ]
    for ref in idle:
        message = f"{ref.provision} không có lời nào của mục này."
        yield Finding("WORD-001", ref.span, message, "Ghi mã của đoạn có lời ấy, hoặc bỏ dòng này.")
    where = ", ".join(ref.provision for ref in refs)
    for key, (language, words) in fields.items() if not idle else ():
        if language in named and not _says(words, [each.text for each in named[language]]):
            other = _elsewhere(case.library, language, words)
            message = f"«{words}» không có trong đoạn được dẫn ({where})."
            remedy = f"Thêm {other} vào «provisions» của mục này." if other else "Chép đúng lời của văn bản."
            yield Finding("WORD-001", entry.at.get("provisions" if other else key, entry.span), message, remedy)
            if other:
                return  # what else the list leaves out may stand there, too


def _says(words: str, texts: Sequence[str]) -> bool:
    """Whether one of the texts has these words, whole or shortened with an ellipsis."""
    return said(words, map(plain, texts)) or compare(words, [("", text) for text in texts]).verdict == ELIDED


def _unlisted(case: Case, body: Term) -> Iterator[Finding]:
    """A body has a duty wherever a text names it."""
    listed = {ref.key for ref in body.provisions}
    for key in sorted({ref.document for ref in body.provisions}):
        document = case.library.originals.get(key)
        for each in case.library.required(document) if document and body.labels.get("vi") else ():
            provision = f"{key}#{each.id}"
            unlisted = provision not in listed and not case.deviates(provision)
            if unlisted and said(body.labels["vi"], [each.text]):
                message = f"{each.id} nêu «{body.labels['vi']}» mà mục này không ghi."
                remedy = f"Thêm {key}#{each.id} vào «provisions» của mục này."
                yield Finding("WORD-001", body.at.get("provisions", body.span), message, remedy)
                return


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
            if _says(words, [each.text]):
                return f"{key}#{each.id}"
    return None


def _abbreviations(case: Case, terms: bool) -> Iterator[Finding]:
    """What is said to be printed in a text is, a symbol is part of a number, and it has the name of the vocabulary.

    `terms` tells whether the short forms of the texts can be relied on.
    """
    library = case.library
    documents = library.originals.values()
    if not case.complete or not case.all_sure:
        return  # what is missing may have been the one that prints it
    symbols = {symbol for document in documents for symbol in SYMBOL.findall(document.number or "")}
    for entry in library.abbreviations:
        if entry.role == "term" or not (short := entry.short["vi"]):
            continue
        symbol = short in symbols and not (entry.role == "search" and _stands_for_another(library, entry))
        printed = symbol or _printed(library, short)
        place = entry.at.get("kind", entry.span)
        if entry.role == "search" and printed and not case.wrong_line(place):
            message = f"«{short}» có trong văn bản hay trong số, ký hiệu, mà «kind» ghi là chỉ dùng khi tìm."
            remedy = f"Ghi kind: {'number-symbol' if symbol else 'text'}"
            yield Finding("WORD-004", place, message, remedy)
        elif entry.role != "search" and not printed and not _cited(library, short):
            what = "văn bản nào được giữ" if entry.role == "text" else "số, ký hiệu nào trong danh mục"
            remedy = "Sửa chữ, hoặc ghi «kind: search» nếu chỉ người tìm gõ."
            yield Finding("WORD-004", entry.at.get("short", entry.span), f"«{short}» không có trong {what}.", remedy)
        elif entry.role != "number-symbol":
            yield from _other_letters(entry, short)
        elif case.sound(*VOCABULARY) and not _unsure(case, short):
            yield from _named_otherwise(library, entry, terms)


def _unsure(case: Case, symbol: str) -> bool:
    """Whether the kind or issuer of that symbol is what is wrong, or missing."""
    of_kind = (document for document in case.library.originals.values() if document.kind == symbol)
    return (
        case.misnamed(symbol)
        or case.misnamed_issuer(symbol)
        or any(case.doubtful(document, "kind") for document in of_kind)
    )


def _other_letters(entry: Abbreviation, short: str) -> Iterator[Finding]:
    words = entry.labels.get("vi")
    if words and not any(agree(short, each) for each in entry.labels.values()):
        message = f"Chữ của «{short}» không phải là chữ đầu của những tiếng trong «{words}»."
        yield Finding("WORD-005", entry.at.get("short", entry.span), message, "Sửa từ viết tắt, hoặc lời giải thích.")


def _holders(library: Library, symbol: str) -> list[Kind | Issuer]:
    return [e for e in (*library.numbers.kinds, *library.numbers.issuers) if symbol in (e.symbol, *e.symbols)]


def _stands_for_another(library: Library, entry: Abbreviation) -> bool:
    """Whether readers who type it mean something else than the symbol in numbers: TT is `thông tư` there."""
    held = _holders(library, entry.short["vi"])
    return bool(held) and not any(entry.labels.get("vi") in each.names for each in held)


def _named_otherwise(library: Library, entry: Abbreviation, terms: bool) -> Iterator[Finding]:
    """A symbol stands for a kind or an organ, by a name that the vocabulary has; in English by the name beside it."""
    symbol, name, english = entry.short["vi"], entry.labels.get("vi", ""), entry.labels.get("en", "")
    held = _holders(library, symbol)
    short = {each.short["vi"]: each.short["en"] for each in library.abbreviations if each.role == "term" and terms}
    names = {spelling: short.get(spelling) for each in held for spelling in each.spellings}
    names |= {each.vi: each.en for each in held}
    if held and name and name not in names:
        told = ", ".join(f"«{each.vi}»" for each in held)
        message = f"«{symbol}» ghi là «{name}», kinds.yml và issuers.yml ghi là {told}."
        remedy = f"Ghi vi: {held[0].vi}" if len(held) == 1 else "Ghi một trong các tên ấy"
        remedy += "; nếu kinds.yml hay issuers.yml sai thì sửa ở đó."
        yield Finding("WORD-005", entry.at.get("vi", entry.span), message, remedy)
    elif (due := names.get(name)) and english and english != due:
        message = f"«{symbol}» ghi bằng tiếng Anh là «{english}», nơi khác trong danh mục ghi là «{due}»."
        yield Finding("WORD-005", entry.at.get("en", entry.span), message, f"Ghi en: {due}, hoặc sửa ở nơi kia.")


def _printed(library: Library, short: str) -> bool:
    """Whether a text has it as a word: neither in a number nor as the name of a column, where `TT` means another."""
    whole = re.compile(rf"(?<![\w/-]){re.escape(short)}(?![\w/-])")
    return any(
        short in each.text and whole.search(each.text) and not _names_columns(document, each.id)
        for document in library.originals.values()
        for each in library.required(document)
    )


def _cited(library: Library, symbol: str) -> bool:
    """Whether a number that is cited has it: where no document has that number, it is the document that is missing."""
    readings = (located.reading for located in library.citations)
    return any(isinstance(each, Citation) and symbol in SYMBOL.findall(each.canonical) for each in readings)


def _names_columns(document: Document, name: str) -> bool:
    found = document.by_id.get(name)
    return found is not None and found.row is not None and found.row.head
