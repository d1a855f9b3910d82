"""Documents that held texts cite by a name: each is in the register, under every name that it is given."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from kb.check.case import Case
from kb.check.metadata import VOCABULARY
from kb.model.citing import meant, resolve, span_of
from kb.model.document import Document, Provision, fingerprint
from kb.model.finding import Finding, Severity
from kb.model.library import LANGUAGES, Library
from kb.model.naming import unnumbered

SHOWN = 3
Lacking = Mapping[tuple[str, str], list[str]]
"""By the id of a document and a language, the provisions that name it in another language only, in order."""


def check(case: Case) -> Iterator[Finding]:
    """What a held text names and the register does not have: one finding a text, since many names may be of one."""
    originals = case.library.originals.values()
    if not case.sound(*VOCABULARY) or not case.complete or case.doubted("names"):
        return  # what is missing or wrong may be what is named
    unnamed = {key: places for (key, language), places in lacking(case).items() if language == "vi"}
    for key, places in unnamed.items():
        if case.faultless(case.library.originals[key].path) and all(map(partial(_faultless, case), (key, *places))):
            message = f"«names» thiếu cách gọi mà {places[0]} dùng: bản dịch của đoạn ấy có nêu văn bản này."
            span = case.library.originals[key].place_of("names")
            yield Finding("REG-001", span, message, "Thêm vào «names» cách gọi trong đoạn ấy.")
    told = frozenset(place for places in unnamed.values() for place in places)
    for document in originals:
        source = (document, case.library.record(document), case.library.cited_by_file.get(document.path, ()), told)
        if not document.hidden:
            yield from case.kept(document.path, source, partial(_unregistered, case, document, told), document.path)


def _faultless(case: Case, place: str) -> bool:
    """Whether nothing is wrong with the translations of a document, or of the one that a provision is of."""
    owner = place.partition("#")[0]
    held = (case.library.documents[language].get(owner) for language in LANGUAGES[1:])
    return all(each is None or case.faultless(each.path) for each in held)


def _unregistered(case: Case, document: Document, told: frozenset[str]) -> Iterator[Finding]:
    """The names in a text that are in no entry; `told` are the provisions of which that is said already."""
    cited: dict[str, list[tuple[int, int]]] = {}
    for located in case.library.cited_by_file.get(document.path, ()):
        cited.setdefault(located.text, []).append(span_of(located))
    # By words, since IDs may be those of other provisions; what is not there word for word is said to be missing.
    there = {provision.text for provision in document.provisions}
    found: dict[str, Provision] = {}
    for provision in case.library.required(document):
        key = f"{document.id}#{provision.id}"
        if provision.text in there and not case.deviates(key) and key not in told:
            for name in _names(case.library, document, provision, sorted(cited.get(provision.text, ()))):
                found.setdefault(name, provision)
    if not found:
        return
    (name, first), *others = found.items()
    place = document.by_id.get(first.id)
    message = f"{first.id} nêu «{name}», chưa có trong danh mục văn bản."
    remedy = "Thêm văn bản (number: null), hoặc thêm cách gọi này vào «names» của văn bản ấy."
    listed = ", ".join(f"«{name}» ({provision.id})" for name, provision in others[:SHOWN])
    more = f" và {len(others) - SHOWN} cách gọi nữa" if len(others) > SHOWN else ""
    details = (f"Cũng chưa có: {listed}{more}.",) if others else ()
    span = place.span if place else document.place_of("text")
    yield Finding("REG-005", span, message, remedy, Severity.WARNING, details=details)


def _names(
    library: Library, document: Document, provision: Provision, cited: Sequence[tuple[int, int]]
) -> Iterator[str]:
    """What is named in a provision where nothing is cited."""
    for start, end in unnumbered(provision.text, library.numbers, document.subject or ""):
        before = bisect_left(cited, (end,)) - 1
        if before < 0 or cited[before][1] <= start:
            yield " ".join(provision.text[start:end].split())


def lacking(case: Case) -> Lacking:
    """Where a text names a document, and its translation does not, or the other way round: a name is not registered."""
    library = case.library
    named: dict[tuple[str, str], dict[str, None]] = {}
    for located in library.named:
        place = f"{located.owner}#{located.provision}"
        if located.provision:
            document = meant(resolve(located, library))
            if document and not case.deviates(place) and _confirmed(library, located.owner, located.provision):
                named.setdefault((document.id, located.language), {})[place] = None
    return {
        (key, other): missing
        for (key, language), places in named.items()
        for other in LANGUAGES
        if other != language and (missing := [each for each in places if each not in named.get((key, other), ())])
    }


def _confirmed(library: Library, document: str, name: str) -> bool:
    """Whether a provision stands in every language, with the same words that were translated."""
    original = library.provision("vi", document, name)
    translations = [library.provision(language, document, name) for language in LANGUAGES[1:]]
    return original is not None and all(
        each is not None and each.translates == fingerprint(original.text) for each in translations
    )
