"""What a document says of itself holds together, and agrees with the title block of its text of record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from itertools import chain

from kb.check.case import Case
from kb.model.citation import Citation
from kb.model.citing import meant, resolve
from kb.model.document import TITLE, Document, slug
from kb.model.finding import Finding
from kb.model.kinds import Issuer, Kind, NumberVocabulary
from kb.model.labels import HYPHEN
from kb.model.mending import mended
from kb.model.nearest import Near, Nearest, hint
from kb.model.reference import Located
from kb.model.titleblock import read
from kb.model.titlecolumns import parts
from kb.model.titlelines import ABBREVIATED, HOUR
from kb.model.verdict import DATE, ISSUER, KIND, Outcome

NUMBER = re.compile(r"(?P<number>\d+[a-zA-Z]?)(?:/(?P<year>\d{4}))?(?P<separator>[-/])(?P<symbol>\S+)")
LETTER = "CV"
VOCABULARY = ("docs/_data/kinds.yml", "docs/_data/issuers.yml")
# The fields of a citation to those of the register.
STATED = {DATE: "date", KIND: "kind", ISSUER: "issuer_name"}
ADDRESS_END = re.compile(r"(?:-\d{4})?")
REMEDY = "Đối chiếu với phần tiêu đề của nguyên văn và với docs/_data/kinds.yml, issuers.yml."
DASHES = re.compile(f"[{HYPHEN}]")
DAY = re.compile(r"ngày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{4})")


def check(case: Case) -> Iterator[Finding]:
    """What is stated elsewhere first: a field that is wrong there is not judged again."""
    library = case.library
    for document in library.originals.values():
        stating = () if document.held else tuple(library.cited_in(document.stated_by or ""))
        source = (document, library.record(document), stating)
        yield from case.kept(document.path, source, partial(_document, case, document, stating), document.path)
    yield from case.kept("", (), partial(_basis, case))


def _document(case: Case, document: Document, stating: Iterable[Located]) -> Iterable[Finding]:
    faults: dict[str, Finding] = {}
    agreement = _agreement(case, document, stating)
    found = (_vocabulary(case, document), agreement, _number(case, document), _held(document))
    for key, finding in chain.from_iterable(found):
        if not case.doubtful(document, key):
            faults.setdefault(key, finding)
    if {"kind", "issuer"} & faults.keys() and "number" in faults and faults["number"].code == "META-004":
        del faults["number"]
    return faults.values()


@lru_cache(maxsize=8)
def _symbols(numbers: NumberVocabulary) -> tuple[frozenset[str], frozenset[str]]:
    """Those of the kinds and those of the issuers."""
    kinds = frozenset(kind.key for kind in numbers.kinds)
    return kinds, frozenset(symbol for issuer in numbers.issuers for symbol in (issuer.symbol, *issuer.symbols))


def _vocabulary(case: Case, document: Document) -> Iterator[tuple[str, Finding]]:
    numbers = case.library.numbers
    kinds, issuers = _symbols(numbers)
    for key, value, known, entries in (
        ("kind", document.kind, kinds, numbers.kinds),
        ("issuer", document.issuer, issuers, numbers.issuers),
    ):
        if value and value not in known and case.sound(f"docs/_data/{key}s.yml"):
            message = f"Chưa có «{value}» trong docs/_data/{key}s.yml."
            near = hint(_symbol(value, entries) or Nearest(known).to(value))
            remedy = f"{near}Sửa «{key}», hoặc thêm mục mới vào docs/_data/{key}s.yml."
            yield key, Finding("META-005", document.place_of(key), message, remedy)


def _symbol(name: str, entries: tuple[Kind, ...] | tuple[Issuer, ...]) -> list[Near]:
    """The symbols of the entries that have this name, where a name is written for a symbol."""
    wanted = " ".join(name.casefold().split())
    named = [each for each in entries if each.symbol and wanted in (each.vi.casefold(), each.en.casefold())]
    return [Near(0, each.symbol, f"ký hiệu của «{each.vi}»") for each in named]


def _number(case: Case, document: Document) -> Iterator[tuple[str, Finding]]:
    """The number has the form of one, its symbol holds kind and issuer, and it makes the name of the file."""
    place = document.place_of("number")
    if not document.number:
        if not document.held and case.sound(document.path) and re.match(r"\d", document.id):
            message = f"Tên tệp «{document.id}» có số, ký hiệu mà «number» để trống."
            yield "number", Finding("META-011", place, message, "Ghi «number», hoặc đổi tên tệp.")
        return
    found = NUMBER.fullmatch(document.number)
    if not found:
        message = f"«{document.number}» không phải là số, ký hiệu."
        yield "number", Finding("META-004", place, message, "Ghi như 26-KH/BTGTW hoặc 30/2020/NĐ-CP.")
        return
    symbol, numbers = found["symbol"], case.library.numbers
    # Of these kinds a number shows nothing.
    silent = {kind.key for kind in numbers.kinds if not kind.symbol}
    if found["separator"] == "/" and not found["year"]:
        silent.add(LETTER)  # `123/BTC-CST`; of the Party's letters it is shown
    for key, value, known in (("kind", document.kind, numbers.kinds), ("issuer", document.issuer, numbers.issuers)):
        wanted = {value, *(s for each in known if each.symbol == value for s in each.symbols)} if value else set()
        if wanted and value not in silent and not case.doubtful(document, key) and not _holds(symbol, wanted):
            message = f"Số {document.number} không đi với {key} «{value}»: ký hiệu là «{symbol}»."
            # A number that the name of the file has, too, is rather right; a file name has no capitals.
            only_case = any(_holds(symbol.upper(), {value.upper()}) for value in wanted)
            wrong = key if _addressed(document) and not only_case else "number"
            yield wrong, Finding("META-004", document.place_of(wrong), message, REMEDY)
            return
    address = document.id.removeprefix(slug(document.number))
    remedy = "Sửa chỗ này, hoặc đổi tên tệp: số, ký hiệu viết thường không dấu và năm ban hành, như 23-kh-duk-2021.md."
    if not _addressed(document):
        message = f"Số {document.number} không hợp với tên tệp «{document.id}»."
        yield "number", Finding("META-011", place, message, remedy)
    elif address and document.date and address != f"-{document.date[:4]}":
        message = f"Ngày {document.date} không hợp với tên tệp «{document.id}»."
        yield "date", Finding("META-011", document.place_of("date"), message, remedy)


def _addressed(document: Document) -> bool:
    """Whether the name of the file is that of the number."""
    start = slug(document.number or "")
    return document.id.startswith(start) and ADDRESS_END.fullmatch(document.id, len(start)) is not None


def _holds(symbol: str, wanted: set[str]) -> bool:
    """Whether one of the symbols is a part of a number's symbol; a term may follow it (QH13)."""
    parts = "|".join(map(re.escape, sorted(wanted)))
    return bool(re.search(rf"(?:^|[-/])(?:{parts})\d*(?:$|[-/])", symbol))


def _held(document: Document) -> Iterator[tuple[str, Finding]]:
    if not document.held and document.provisions:
        message = "«text» ghi chưa có toàn văn mà tệp có nội dung: nội dung ấy không được đối chiếu với nguyên văn nào."
        remedy = "Ghi «text: held» cùng «source» và «sha256», hoặc bỏ nội dung."
        yield "text", Finding("META-012", document.place_of("text"), message, remedy)
    elif document.held and document.at.keys() & {"text", "source", "sha256"} == {"text"} and not document.provisions:
        message = "«text» ghi có toàn văn mà tệp không có nội dung, «source» và «sha256»."
        remedy = "Ghi «text: not-held», hoặc thêm toàn văn."
        yield "text", Finding("META-012", document.place_of("text"), message, remedy)


def _agreement(case: Case, document: Document, stating: Iterable[Located]) -> Iterator[tuple[str, Finding]]:
    """A text that is held says in its title block what it is; of another one we know what the citing words say."""
    if not case.sound(*VOCABULARY):
        return
    if document.held:
        where, stated = "phần tiêu đề của nguyên văn", _title_block(case, document)
    else:
        where, stated = f"{document.stated_by}", _citing_words(case, document, stating)
    if document.called and stated.get("kind"):
        stated |= {"kind": stated["kind"].lower()}
    for key, printed in stated.items():
        value = document.called or document.kind if key == "kind" else getattr(document, key)
        if value and printed and value != printed:
            message = f"«{key}» ghi «{value}», {where} ghi «{printed}»."
            yield key, Finding("META-010", document.place_of(key), message, f"Ghi đúng như {where}: {printed}")


def _title_block(case: Case, document: Document) -> dict[str, str | None]:
    record = case.library.record(document)
    block = next((p for p in record.provisions if p.kind == TITLE), None) if record else None
    # Stray characters are listed as mended.
    text = block and (mended(block.text)[0] if block.id in document.mended else block.text)
    return _stated(text, case.library.numbers, document.called is not None) if text else {}


def _citing_words(case: Case, document: Document, stating: Iterable[Located]) -> dict[str, str | None]:
    """The fields in which the provision that states a document contradicts the register."""
    if case.deviates(document.stated_by):
        return {}
    library = case.library
    return {
        STATED[verdict.field]: verdict.printed
        for located in stating
        if located.language == "vi"
        and isinstance(located.reading, Citation)
        and meant(resolve(located, library)) is document
        for verdict in library.judged(located.reading, document)
        if verdict.outcome is Outcome.DIFFERS and verdict.field in STATED
    }


def _stated(block: str, numbers: NumberVocabulary, named: bool) -> dict[str, str | None]:
    """Number, date, place, kind and subject as a title block prints them; None where it does not.

    The kind by its key, or by its name where a document gives that.
    """
    lines = parts(block.split("\n"))
    number = next((m[1] for line in lines if (m := re.match(r"Số:?\s*(.+)", line))), None)
    dated = next((line for line in lines if DAY.search(line)), "")
    day = DAY.search(dated)
    names = {kind.vi.upper(): kind.vi if named else kind.key for kind in numbers.kinds}
    at = next((i for i, line in enumerate(lines) if line in names), None)
    below = () if at is None else lines[at + 1 :]
    return {
        "number": re.sub(r"\s+", "", DASHES.sub("-", number)) if number else None,
        "date": f"{day['year']}-{int(day['month']):02d}-{int(day['day']):02d}" if day else None,
        "place": HOUR.sub("", dated[: day.start()]).strip(" ,") if day else None,
        "kind": None if at is None else names[lines[at]],
        "subject": None if at is None else ABBREVIATED.sub("", " ".join(read(lines).subject or below)) or None,
    }


def _basis(case: Case) -> Iterator[Finding]:
    """A basis and a stating provision must be there, and on the site where the document is."""
    for document in case.library.originals.values():
        for basis in document.basis:
            yield from _related(case, document, "basis", basis)
        if document.stated_by:
            yield from _related(case, document, "stated_by", document.stated_by)


def _related(case: Case, document: Document, field: str, key: str) -> Iterator[Finding]:
    """A document, or with a `#` a provision, that a field of a document names."""
    owner, mark, provision = key.partition("#")
    span = document.place_of(field)
    if not document.hidden and (said := case.unpublished(owner, span)):
        yield said
    elif case.only_translated(owner) or case.gone("van-ban", owner):
        return
    elif not mark and owner not in case.library.originals:
        message = f"Căn cứ «{owner}» không có trong danh mục văn bản."
        near = hint(case.library.near_documents.to(owner))
        yield Finding("XREF-001", span, message, f"{near}Ghi đúng tên tệp trong docs/vi/van-ban/.")
    elif mark and provision not in case.library.known_ids.get(owner, ()):
        known = owner in case.library.originals
        near = case.library.near_provisions(owner).to(provision) if known else case.library.near_documents.to(owner)
        yield Finding("XREF-003", span, f"Không có đoạn «{key}».", f"{hint(near)}Ghi mã của đoạn nêu văn bản này.")
