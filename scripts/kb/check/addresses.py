"""What was published can still be reached: an address that is no more leads to what stood there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from kb.check.case import Case
from kb.model.document import Document
from kb.model.finding import Finding, Span
from kb.model.library import Library
from kb.model.moves import Moves

SHOWN = 5
# What stands in addresses: a name of a page, an ID of a provision.
NAME = re.compile(r"(?!index$)[a-z0-9]+(?:-[a-z0-9]+)*")
ID = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")


def gone(library: Library) -> dict[str, Span]:
    """Pages that were published and are there no more under any name, by their path, and where the register says so."""
    moves, register = Moves.of(library), library.register
    documents = {key for held in library.documents.values() for key in held} | moves.documents.keys()
    questions = {key for held in library.questions.values() for key in held} | moves.questions.keys()
    lost = [f"van-ban/{key}" for key in register.documents if key not in documents]
    lost += [f"hoi-dap/{key}" for key in register.questions if key not in questions]
    return {f"{path}.md": register.at[path] for path in lost}


def check(case: Case) -> Iterator[Finding]:
    """Provisions of documents that are there, then what the front matter says of old addresses."""
    library, moves = case.library, case.moves
    for old, provisions in library.register.documents.items():
        document = library.originals.get(moves.documents.get(old, old))
        if document is not None:
            yield from _provisions(library, document, provisions)
    for document in library.originals.values():
        yield from _aliases(library, document)
    yield from _formerly(library.originals, "văn bản")
    yield from _formerly(library.questions["vi"], "câu hỏi")


def _provisions(library: Library, document: Document, published: tuple[str, ...]) -> Iterator[Finding]:
    lost = [each for each in published if each not in library.known_ids[document.id]]
    if lost:
        names = ", ".join(lost[:SHOWN]) + (f" và {len(lost) - SHOWN} mã nữa" if len(lost) > SHOWN else "")
        message = f"{len(lost)} mã đã công bố không còn dẫn tới đâu: {names}."
        remedy = f"Ghi ở «aliases» của {document.path}, mỗi mã một dòng: «{lost[0]}: mã hiện nay của đoạn ấy»."
        yield Finding("ADDR-001", document.place_of("aliases"), message, remedy)


def _aliases(library: Library, document: Document) -> Iterator[Finding]:
    if not document.aliases:
        return
    living = library.known_ids[document.id] - document.aliases.keys()
    authored = {provision.id for provision in document.provisions}
    for old, now in document.aliases.items():
        if not ID.fullmatch(old):
            remedy = "Mã cũ gồm chữ thường không dấu, chữ số, dấu chấm và gạch nối; bỏ dòng này nếu chưa từng có mã ấy."
            yield Finding("ADDR-002", document.place_of("aliases"), f"«{old}» không thể là mã của một đoạn.", remedy)
        elif old in authored:
            message = f"«{old}» là mã của một đoạn hiện có, không thể cũng là mã cũ của {now}."
            yield Finding("ADDR-002", document.place_of("aliases"), message, "Bỏ dòng này.")
        elif now not in living:
            message = f"Mã cũ «{old}» dẫn tới «{now}», văn bản không có đoạn ấy."
            yield Finding("ADDR-002", document.place_of("aliases"), message, "Ghi mã hiện nay của đoạn ấy.")


def _formerly(held: Mapping[str, object], kind: str) -> Iterator[Finding]:
    claimed = Counter(old for each in held.values() for old in each.formerly)
    for each in held.values():
        for old in each.formerly:
            span = each.at.get("formerly", Span(each.path))
            if not NAME.fullmatch(old):
                remedy = "Tên cũ gồm chữ thường không dấu, chữ số và gạch nối; bỏ nếu tệp chưa từng có tên ấy."
                yield Finding("ADDR-002", span, f"«{old}» không thể là tên của một {kind}.", remedy)
            elif old in held:
                message = f"«{old}» là tên của một {kind} hiện có, không thể cũng là tên cũ của tệp này."
                yield Finding("ADDR-002", span, message, "Bỏ tên ấy.")
            elif claimed[old] > 1:
                claimed[old] = 1  # once for both
                yield Finding("ADDR-002", span, f"Hai tệp cùng nhận tên cũ «{old}».", "Chỉ giữ ở một tệp.")
