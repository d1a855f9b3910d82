"""Corrigenda say what they mend, and mend it: without one nothing may differ from a text of record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.check.case import Case
from kb.model.corrigendum import Corrigendum
from kb.model.document import Document
from kb.model.finding import Finding, Span
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
                yield _idle(each)
        else:
            yield from _hashes(case, document, each)


def _idle(each: Corrigendum) -> Finding:
    message = f"Đoạn «{each.provision}» của nguyên văn không có đúng một lần các chữ ở «received»."
    remedy = "Chép «received» đúng từng chữ từ nguyên văn, đủ dài để chỉ có một chỗ; ghi đúng mã đoạn ở «provision»."
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
