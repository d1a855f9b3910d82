"""Corrigenda say what they mend, and mend it: without one nothing may differ from a text of record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.check.alignment import ALTERED, Deviation
from kb.check.case import Case
from kb.model.corrigendum import Corrigendum
from kb.model.document import Document, Provision
from kb.model.finding import Finding, Span
from kb.model.library import Library
from kb.model.nearest import hint

HASH = re.compile(r"[0-9a-f]{64}")


def check(case: Case) -> Iterator[Finding]:
    """Each entry of the data file; what it lacks was said when it was read."""
    library = case.library
    for each in library.corrigenda:
        document = library.originals.get(each.document)
        if not each.document or case.gone("van-ban", each.document):
            continue
        if document is None or not document.source:
            message = f"Không có văn bản «{each.document}» có nguyên văn trong kho."
            near = hint(library.near_documents.to(each.document))
            remedy = f"{near}Ghi đúng tên tệp trong docs/vi/van-ban/, không có .md."
            yield Finding("COR-001", _place(each, "document"), message, remedy)
        elif each.of_words:
            if each in library.idle and each.received and each.shown:
                yield _idle(library, each)
        else:
            yield from _hashes(case, document, each)


def meant(library: Library, document: Document, deviation: Deviation) -> bool:
    """Whether a corrigendum that mends nothing was to explain an altered provision: it has the wrong ID or words."""
    if deviation.kind != ALTERED:
        return False
    expected, actual = deviation.expected[0], deviation.actual[0]
    return any(
        each.document == document.id and each.shown and _explains(each, expected, actual.text) for each in library.idle
    )


def _explains(each: Corrigendum, expected: Provision, actual: str) -> bool:
    """Whether the words it shows are all that differs, and either what was received or the provision is as it says."""
    before, _, after = actual.partition(each.shown or "")
    room = len(expected.text) - len(before) - len(after)
    if room < 0 or not (expected.text.startswith(before) and expected.text.endswith(after)):
        return False
    received = expected.text[len(before) : len(before) + room]
    return len(actual) > len(before) and (received == each.received or expected.id == each.provision)


def _idle(library: Library, each: Corrigendum) -> Finding:
    message = f"Đoạn «{each.provision}» của nguyên văn không có đúng một lần các chữ ở «received»."
    remedy = "Chép «received» đúng từng chữ từ nguyên văn, đủ dài để chỉ có một chỗ; ghi đúng mã đoạn ở «provision»."
    holding = [p.id for p in library.records[each.document].provisions if each.fits(p)]
    if len(holding) == 1:
        return Finding("COR-001", _place(each, "provision"), message, f"Ghi provision: {holding[0]}")
    return Finding("COR-001", _place(each, "received"), message, remedy)


def _hashes(case: Case, document: Document, each: Corrigendum) -> Iterator[Finding]:
    """What was replaced, and by what: the last entry of a document leads to the hash that it registers."""
    others = {other.before for other in case.library.corrigenda if other.document == each.document}
    for name, value in (("from", each.before), ("to", each.after)):
        if value and not HASH.fullmatch(value):
            remedy = "Ghi mã mà lệnh sha256sum cho: 64 chữ số thập lục phân."
            yield Finding("COR-001", _place(each, name), f"«{name}» không phải là mã SHA-256.", remedy)
            return
    if each.before and each.after and each.after not in others | {document.sha256}:
        message = f"Mã ở «to» không phải là mã đang đăng ký của {document.path}."
        remedy = f"Ghi mã ở «sha256» của văn bản: {document.sha256}."
        yield Finding("COR-001", _place(each, "to"), message, remedy)


def _place(each: Corrigendum, name: str) -> Span:
    return each.at.get(name, each.span)
