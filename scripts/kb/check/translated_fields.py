"""What the front matter of a translation says stands so in the translation of the words that state it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from kb.check.case import Case
from kb.check.metadata import VOCABULARY
from kb.check.named import lacking
from kb.model.citation import Citation
from kb.model.citing import meant, resolve, span_of
from kb.model.document import TITLE, Document, opening_of
from kb.model.finding import Finding
from kb.model.issuing import contradicted
from kb.model.library import LANGUAGES, Library
from kb.model.naming import among, said, same, unlisted, whole
from kb.model.quotation import plain
from kb.model.reference import Located
from kb.model.subject import stated

FIELDS = ("subject", "issuer_name", "place")


def check(case: Case) -> Iterator[Finding]:
    """Each translation, where neither it nor its original nor the words that state it are in doubt."""
    if not case.sound(*VOCABULARY):
        return  # citations are read by that vocabulary
    library, unnamed = case.library, lacking(case)
    for language in LANGUAGES[1:]:
        for key, translation in library.documents[language].items():
            original = library.originals.get(key)
            shown = original and not original.hidden and case.faultless(original.path)
            if shown and case.faultless(translation.path):
                source = translation if original.held else _owner(library, original, language)
                if source and case.faultless(source.path):
                    missing = unnamed.get((key, language), ())
                    misnamed = _named(library, original, translation, missing)
                    yield from misnamed
                    cited = library.cited_by_file.get(source.path, ())
                    stating = (original, translation, source, cited, bool(misnamed))
                    said = partial(_said, library, original, translation, source, bool(misnamed))
                    yield from case.kept(translation.path, stating, said)


def _owner(library: Library, original: Document, language: str) -> Document | None:
    return library.documents[language].get((original.stated_by or "").partition("#")[0])


def _said(
    library: Library, original: Document, translation: Document, source: Document, misnamed: bool
) -> Iterator[Finding]:
    """The title, where nothing is wrong with the names, then the other fields."""
    if not misnamed:
        yield from _titles(library, original, translation, source)
    for field in FIELDS:
        yield from _field(library, original, translation, source, field)


def _field(
    library: Library, original: Document, translation: Document, source: Document, field: str
) -> Iterator[Finding]:
    vietnamese, words = getattr(original, field), getattr(translation, field)
    span = translation.place_of(field)
    if vietnamese and not words:
        # A subject is said to be missing where its fingerprint is looked at.
        if field != "subject":
            yield Finding("TRANS-001", span, f"Chưa dịch «{field}».", f"Dịch: {vietnamese}")
    elif words and not vietnamese:
        message = f"«{field}» ghi «{words}», bản tiếng Việt không ghi."
        yield Finding("TRANS-005", span, message, f"Ghi {field}: null, hoặc bổ sung bản tiếng Việt.")
    elif words and not (_in_own_text if original.held else _where_cited)(library, original, source, field, words):
        where = "phần mở đầu của bản dịch" if original.held else f"bản dịch của {original.stated_by}"
        yield Finding("TRANS-005", span, f"«{field}» ghi «{words}», {where} ghi khác.", "Ghi đúng như ở đó.")


def _in_own_text(library: Library, original: Document, source: Document, field: str, words: str) -> bool:
    """Title block and opening of a text that is held."""
    opening = opening_of(source.provisions)
    lines = [line for p in opening if p.kind == TITLE for line in p.text.split("\n")]
    if field == "subject":
        return any(same(plain(" ".join(lines[start:])), words) for start in range(len(lines)))
    if field == "place":
        return any(line.startswith(f"{words},") for line in lines)
    texts = [p.text for p in opening if p.kind != TITLE]
    return contradicted(words, "\n".join(lines), texts, source.language) is None


def _where_cited(library: Library, original: Document, source: Document, field: str, words: str) -> bool:
    """The provision that states a document; one whose translation leaves the number out says nothing of it."""
    citing = _citing(library, original, source)
    if field == "place":
        return False
    if field == "issuer_name":
        spans = [located.reading.issuer_name_span for located in citing]
        printed = [located.text[slice(*span)] if span else None for located, span in zip(citing, spans, strict=True)]
        if citing and words not in printed and original.issuer_name in _organs(library, words):
            # The vocabulary has it as the register does: what names another organ there is wrong, and is said there.
            return any(name and _organs(library, name) for name in printed)
        return not citing or words in printed
    found = [stated(each.text, span_of(each)[1], words, source.language) for each in citing]
    return not citing or any(each is not None and each.agrees for each in found)


def _organs(library: Library, english: str) -> set[str]:
    """All Vietnamese names of the organs of the vocabulary that have this English name, whole or with a short form."""
    whole = {english}
    for term in library.abbreviations:
        if (short := term.short.get("en")) and (full := term.labels.get("en")) and short in english:
            whole.add(english.replace(short, full))
    return {name for issuer in library.numbers.issuers if issuer.en in whole for name in issuer.names}


def _citing(library: Library, original: Document, source: Document) -> Sequence[Located]:
    return [
        located
        for located in library.cited_in(original.stated_by or "")
        if located.language == source.language
        and isinstance(located.reading, Citation)
        and meant(resolve(located, library)) is original
    ]


def _named(library: Library, original: Document, translation: Document, missing: Sequence[str]) -> list[Finding]:
    """The first thing that is wrong with the names: those that there are, then those that there are not.

    `missing` are the provisions that name the document in Vietnamese only.
    """
    remedy = "Ghi đúng như trong bản dịch."
    held = library.documents[translation.language].values()
    texts = [provision.text for document in held for provision in document.provisions] if translation.names else []
    for index, name in enumerate(translation.names):
        if not said(name, texts):
            message = f"Không đoạn dịch nào gọi tên như «{name}»."
            return [Finding("TRANS-005", translation.place_of(f"names.{index}"), message, remedy)]
    title, span = translation.title, translation.place_of("names")
    for field in ("title", "names"):
        if getattr(original, field) and not getattr(translation, field):
            return [Finding("TRANS-001", translation.place_of(field), f"Chưa dịch «{field}».", remedy)]
    if translation.names and title and not among(title, translation.names):
        if unlisted(title, translation.names, texts):
            return [Finding("TRANS-005", span, f"«names» không có «{title}» là tên ghi ở «title».", remedy)]
    elif translation.names and missing:
        message = f"«names» thiếu cách gọi trong bản dịch của {missing[0]}, là đoạn nêu văn bản này."
        return [Finding("TRANS-005", span, message, "Thêm cách gọi trong bản dịch ấy, hoặc dịch đủ tên ở đó.")]
    return []


def _titles(library: Library, original: Document, translation: Document, source: Document) -> Iterator[Finding]:
    title = translation.title
    if not title:
        return
    if not original.number:
        wrong = translation.names and not among(title, translation.names)
        message = f"«title» ghi «{title}», không có trong «names»."
    elif original.held:
        wrong = not _numbered(library, original, translation)
        message = f"«title» ghi «{title}», không phải tên loại và số {original.number}."
    else:
        stating = source.by_id.get((original.stated_by or "").partition("#")[2])
        said = stating is not None and original.number in stating.text
        wrong = original.number not in title or (said and not whole(title, stating.text))
        message = f"Bản dịch của {original.stated_by} không gọi văn bản này là «{title}»."
    if wrong:
        yield Finding("TRANS-005", translation.place_of("title"), message, "Ghi đúng như trong bản dịch.")


def _numbered(library: Library, original: Document, translation: Document) -> bool:
    """Whether the title is the kind, by its name in the vocabulary or in the title block, and the number."""
    if not translation.title.endswith(original.number):
        return False
    words = translation.title.removesuffix(original.number).strip().removesuffix("No.").strip().casefold()
    kinds = {kind.en.casefold() for kind in library.numbers.kinds if kind.symbol and kind.symbol == original.kind}
    block = (p.text for p in opening_of(translation.provisions) if p.kind == TITLE)
    return words in kinds or words in {line.casefold() for text in block for line in text.split("\n")}
