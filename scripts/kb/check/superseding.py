"""What a text says has become of another document, and the entry of that one does not say yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from kb.check.case import Case
from kb.check.metadata import VOCABULARY
from kb.model.document import Document
from kb.model.finding import Finding, Severity
from kb.model.reference import Located
from kb.model.superseding import Said, superseded

DOES = {
    "replaced_by": "{by} thay thế {document}",
    "amended_by": "{by} sửa đổi {document}",
    "expired": "{document} hết hiệu lực",
}


def check(case: Case) -> Iterator[Finding]:
    """Each held text whose words are as they were received: once a document of which something is said."""
    if not case.sound(*VOCABULARY):
        return  # citations are read by that vocabulary
    for document in case.library.originals.values():
        cited = case.library.cited_by_file.get(document.path, ())
        if document.held and not document.hidden and cited and case.sound(document.path):
            yield from case.kept(
                document.path, (document, cited), partial(_document, case, document, cited), document.path
            )


def _document(case: Case, document: Document, cited: Sequence[Located]) -> Iterator[Finding]:
    missing: dict[str, Said] = {}
    for said in superseded(case.library, document, cited):
        if not case.deviates(f"{document.id}#{said.provision.id}") and _lacks(case, said):
            known = missing.setdefault(said.document.id, said)
            # That it is over weighs more than that a part of it was changed.
            if known.field == "amended_by" != said.field:
                missing[said.document.id] = said
    yield from (_finding(document, said) for said in missing.values())


def _lacks(case: Case, said: Said) -> bool:
    """Whether the entry says nothing of it, and nothing is wrong there."""
    entry = said.document
    told = bool(entry.replaced_by or entry.expired)
    if said.field == "amended_by":
        told = told or any(each.document == said.by.id for each in entry.amended_by)
    return not told and case.sound(entry.path) and not case.unsure(entry)


def _finding(owner: Document, said: Said) -> Finding:
    document, by = (each.number or each.id for each in (said.document, said.by))
    fact = DOES[said.field].format(by=by, document=document)
    message = f"Đoạn này nêu {fact}, mà mục của {document} trong danh mục chưa ghi."
    stated = f"stated_by: {owner.id}#{said.provision.id}"
    entry = f"document: {said.by.id}, {stated}"
    lines = {
        "replaced_by": f"replaced_by: {{{entry}}}",
        "amended_by": f"amended_by: [{{{entry}}}]",
        "expired": f"expired: {{date: năm-tháng-ngày, {stated}}}, với ngày hết hiệu lực",
    }
    remedy = f"Ghi vào phần đầu của {said.document.path}: {lines[said.field]}."
    if said.field == "amended_by" and said.document.amended_by:
        remedy = f"Ghi vào phần đầu của {said.document.path}, thêm vào «amended_by»: {{{entry}}}."
    return Finding("REL-006", said.span, message, remedy, Severity.NOTICE)
