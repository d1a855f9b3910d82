"""What a document says of itself holds together, and agrees with the title block of its text of record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.check.case import Case
from kb.model.document import TITLE, Document
from kb.model.finding import Finding
from kb.model.kinds import Kind

NUMBER = re.compile(r"(?P<number>\d+[a-zA-Z]?)(?:/(?P<year>\d{4}))?(?P<separator>[-/])(?P<symbol>\S+)")
REMEDY = "Đối chiếu với phần tiêu đề của nguyên văn và với docs/_data/kinds.yml, issuers.yml."
DAY = re.compile(r"ngày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{4})")


def check(case: Case) -> Iterator[Finding]:
    """Kind and issuer are known and make the number; the fields agree with the title block."""
    for document in case.library.originals.values():
        yield from _vocabulary(case, document)
        yield from _number(document)
        if document.held:
            yield from _title_block(case, document)
    yield from _basis(case)


def _vocabulary(case: Case, document: Document) -> Iterator[Finding]:
    numbers = case.library.numbers
    kinds = {kind.symbol for kind in numbers.kinds}
    issuers = {symbol for issuer in numbers.issuers for symbol in (issuer.symbol, *issuer.symbols)}
    for key, value, known in (("kind", document.kind, kinds), ("issuer", document.issuer, issuers)):
        if value and value not in known:
            message = f"Chưa có «{value}» trong docs/_data/{key}s.yml."
            remedy = f"Sửa «{key}», hoặc thêm mục mới vào docs/_data/{key}s.yml."
            yield Finding("META-005", document.place_of(key), message, remedy)


def _number(document: Document) -> Iterator[Finding]:
    if not document.number:
        return
    found = NUMBER.fullmatch(document.number)
    if not found:
        message = f"«{document.number}» không phải là số, ký hiệu."
        yield Finding("META-004", document.place_of("number"), message, "Ghi như 26-KH/BTGTW hoặc 30/2020/NĐ-CP.")
        return
    symbol = found["symbol"]
    for key, value in (("kind", document.kind), ("issuer", document.issuer)):
        if value and value not in re.split(r"[-/]", symbol) and value not in symbol:
            message = f"Số {document.number} không đi với {key} «{value}»: ký hiệu là «{symbol}»."
            yield Finding("META-004", document.place_of("number"), message, REMEDY)
            return


def _title_block(case: Case, document: Document) -> Iterator[Finding]:
    record = case.library.records.get(document.id)
    block = next((p for p in record.provisions if p.kind == TITLE), None) if record else None
    if block is None or f"{document.id}#tieu-de" in case.deviating or record.sha256 != document.sha256:
        return
    stated = _stated(block.text, case.library.numbers.kinds)
    for key, printed in stated.items():
        value = getattr(document, key)
        if value and printed and value != printed:
            message = f"«{key}» ghi «{value}», phần tiêu đề của nguyên văn ghi «{printed}»."
            yield Finding("META-010", document.place_of(key), message, f"Ghi {key}: {printed}")


def _stated(block: str, kinds: tuple[Kind, ...]) -> dict[str, str | None]:
    """Number, date, place, kind and subject as a title block prints them; None where it does not."""
    lines = block.split("\n")
    number = next((m[1] for line in lines if (m := re.match(r"Số:?\s*(.+)", line))), None)
    dated = next((line for line in lines if DAY.search(line)), "")
    day = DAY.search(dated)
    names = {kind.vi.upper(): kind.symbol for kind in kinds}
    at = next((i for i, line in enumerate(lines) if line in names), None)
    return {
        "number": re.sub(r"\s+", "", number) if number else None,
        "date": f"{day['year']}-{int(day['month']):02d}-{int(day['day']):02d}" if day else None,
        "place": dated[: day.start()].strip(" ,") if day else None,
        "kind": None if at is None else names[lines[at]],
        "subject": None if at is None else " ".join(lines[at + 1 :]) or None,
    }


def _basis(case: Case) -> Iterator[Finding]:
    """A basis and a stating provision must be there; the date in a document's id is that of the document."""
    originals = case.library.originals
    for document in originals.values():
        for basis in document.basis:
            if basis not in originals:
                message = f"Căn cứ «{basis}» không có trong danh mục văn bản."
                yield Finding(
                    "XREF-001", document.place_of("basis"), message, "Ghi đúng tên tệp trong docs/vi/van-ban/."
                )
        if document.stated_by:
            owner, _, provision = document.stated_by.partition("#")
            if provision not in case.library.known_ids.get(owner, ()):
                message = f"Không có đơn vị «{document.stated_by}»."
                yield Finding("XREF-003", document.place_of("stated_by"), message, "Ghi mã của đơn vị nêu văn bản này.")
