"""What a held text rests on, by its own opening words, is what its front matter says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from kb.check.case import Case
from kb.check.metadata import VOCABULARY
from kb.model.citing import candidates, resolve
from kb.model.document import Document, Provision, opening_of
from kb.model.finding import Finding
from kb.model.resting import rested


def check(case: Case) -> Iterator[Finding]:
    """Each held text whose opening is as it was received."""
    if not case.sound(*VOCABULARY):
        return  # citations are read by that vocabulary
    for document in case.library.originals.values():
        source = (document, case.library.record(document), case.library.cited_by_file.get(document.path, ()))
        yield from case.kept(document.path, source, partial(_document, case, document), document.path)


def _document(case: Case, document: Document) -> Iterator[Finding]:
    opening = opening_of(case.library.required(document))
    sound = not any(case.deviates(f"{document.id}#{each.id}") for each in opening)
    sound = sound and case.sound(document.path) and not case.doubtful(document, "basis")
    sound = sound and not any(case.gone("van-ban", key) or case.only_translated(key) for key in document.basis)
    if opening and sound and not document.hidden:
        yield from _agreement(case, document, opening)


def _agreement(case: Case, document: Document, opening: Sequence[Provision]) -> Iterator[Finding]:
    library = case.library
    rests = rested(library, document, opening)
    named: set[str] = set()
    for provision in opening:
        cited = library.cited_in(f"{document.id}#{provision.id}")
        named |= {
            each.id
            for located in cited
            if located.language == "vi"
            for each in candidates(resolve(located, library))
            if each is not document
        }
    missing = [key for key in rests if key not in document.basis]
    registered = (key for key in document.basis if key not in named and key in library.originals)
    extra = [key for key in registered if not case.unsure(library.originals[key])]
    if not missing and not extra:
        return
    parts = [f"đoạn {rests[missing[0]]} nêu căn cứ {', '.join(missing)} mà «basis» không ghi"] if missing else []
    parts += [f"phần mở đầu của văn bản không nêu căn cứ {', '.join(extra)}"] if extra else []
    message = "; ".join(parts)
    right = [*rests, *(key for key in document.basis if key in named and key not in rests)]
    remedy = f"Ghi basis: [{', '.join(right)}]"
    yield Finding("REG-004", document.place_of("basis"), f"{message[:1].upper()}{message[1:]}.", remedy)
