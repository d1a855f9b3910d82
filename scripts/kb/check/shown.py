"""What a page shows of a held text outside its provisions: as the text has it, else listed, and its last year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from kb.check.case import Case
from kb.model.document import TITLE, Document, Provision
from kb.model.finding import Finding
from kb.model.library import Library
from kb.model.mending import mended
from kb.model.titlecolumns import parts
from kb.model.titlelines import ABBREVIATED, prints_number

# `title` is no normalisation: a title block never prints kind and number as one.
SHOWN = ("number", "issuer_name", "place", "subject")
LISTED = (*SHOWN, "title")
YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")


def check(case: Case) -> Iterator[Finding]:
    """Document by document; what is not listed only where everything that is listed is right."""
    library = case.library
    for document in library.originals.values():
        source = (document, library.record(document), library.phases)
        yield from case.kept(document.path, source, partial(_document, case, document), document.path)


def _document(case: Case, document: Document) -> Iterator[Finding]:
    yield from list(_normalisations(case, document)) or _unlisted(case, document)
    yield from _horizon(case, document)


def _normalisations(case: Case, document: Document) -> Iterator[Finding]:
    """What was received stands in the text of record, line by line, and what is shown is what pages show."""
    shown = {value for key in LISTED if (value := getattr(document, key))}
    doubtful = any(case.doubtful(document, key) for key in LISTED) or not (document.number and document.issuer_name)
    record = case.library.record(document)
    texts = {each.id: each for each in record.provisions} if record else {}
    for each in document.normalisations:
        found, received = texts.get(each.provision), " ".join(each.received.split())
        if found and received and not _printed(received, found.text):
            message = f"«{each.received}» không phải là cả dòng nào trong {each.provision} của nguyên văn."
            remedy = f"Chép đúng từng ký tự, trọn dòng, từ {record.path}; «provision» là mã của đoạn có dòng ấy."
            field = "provision" if any(_printed(received, other.text) for other in record.provisions) else "received"
            yield Finding("WORD-002", each.at.get(field, document.place_of("normalisations")), message, remedy)
        if each.shown and each.shown not in shown and not doubtful:
            message = f"«{each.shown}» không phải là điều trang ghi về văn bản."
            remedy = "Ghi đúng như trường «number», «issuer_name», «place» hoặc «subject» ở trên, hoặc bỏ mục này."
            yield Finding("WORD-002", each.at.get("shown", document.place_of("normalisations")), message, remedy)


def _unlisted(case: Case, document: Document) -> Iterator[Finding]:
    """What the title block prints otherwise is listed, with what was received."""
    record = case.library.record(document)
    block = next((each for each in record.provisions if each.kind == TITLE), None) if record else None
    if block is None or not case.sound(document.path):
        return
    listed = {each.shown for each in document.normalisations}
    missing = [
        (key, value)
        for key in SHOWN
        if (value := getattr(document, key))
        and value not in listed
        and not case.doubtful(document, key)
        and not _titled(key, value, mended(block.text)[0] if block.id in document.mended else block.text)
    ]
    if missing:
        told = ", ".join(f"{key} «{value}»" for key, value in missing)
        message = f"Phần tiêu đề của nguyên văn không ghi đúng như {told}, mà «normalisations» không nêu."
        remedy = f"Thêm vào «normalisations» một mục cho mỗi điều ấy, «received» chép từ {record.path}, kèm lý do."
        yield Finding("WORD-002", document.place_of("normalisations"), message, remedy)


def _titled(key: str, value: str, block: str) -> bool:
    """Whether a title block prints a field as it is given, but for its case: lines of their own, but for the place."""
    lines = parts(block.split("\n"))
    words, text = value.casefold(), "\n".join(lines).casefold()
    if key == "number":
        return any(prints_number(line, words) for line in lines)
    if key == "subject":
        text = ABBREVIATED.sub("", text)
    if key == "place":
        return any(line.startswith(f"{words},") for line in text.split("\n"))
    return _printed(words, text)


def _printed(words: str, text: str) -> bool:
    """Whether words are whole lines of a text, one or some that follow one another."""
    starts, at = set(), 0
    lines = [" ".join(line.split()) for line in text.split("\n")]
    for line in lines:
        starts.add(at)
        at += len(line) + 1
    flat, found = " ".join(lines), -1
    while (found := flat.find(words, found + 1)) >= 0:
        if found in starts and (found + len(words) + 1 in starts or found + len(words) == len(flat)):
            return True
    return False


def _horizon(case: Case, document: Document) -> Iterator[Finding]:
    """The last year that the provision states; a document with phases has the one of their last heading."""
    last = _last_phase(case.library, document)
    years = YEAR.findall(last.text) if last else []
    if not document.horizon:
        if years and case.sound(document.path, "docs/_data/phases.yml"):
            message = f"{last.id}, giai đoạn cuối, nêu đến năm {max(years)} mà văn bản không ghi «horizon»."
            remedy = f"Ghi horizon: {{year: {max(years)}, provision: {last.id}}}"
            yield Finding("WORD-003", document.place_of("horizon"), message, remedy)
        return
    year, name = document.horizon
    found = next((each for each in case.library.required(document) if each.id == name), None)
    if found and str(year) != max(YEAR.findall(found.text), default=""):
        message = f"{name} không ghi năm {year} là năm cuối."
        remedy = "Ghi năm cuối mà đoạn ấy nêu, hoặc ghi đúng mã đoạn nêu năm này."
        field = "provision" if years and str(year) == max(years) else "year"
        yield Finding("WORD-003", document.place_of(f"horizon.{field}"), message, remedy)


def _last_phase(library: Library, document: Document) -> Provision | None:
    """The heading of the last phase that a document sets."""
    held = {f"{document.id}#{each.id}": each for each in library.required(document)}
    sections = [phase.section.key for phase in library.phases if phase.section]
    return next((held[key] for key in reversed(sections) if key in held), None)
