"""A file → a document and its text of record; the only module that goes all the way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from kb.importing import confined, office, opening
from kb.importing.fields import Fields, fields
from kb.importing.received import Received, Refused
from kb.importing.writing import Written, write
from kb.model.document import HEADING, PARAGRAPH, TITLE, Provision, TextOfRecord, opening_of
from kb.model.kinds import NumberVocabulary
from kb.model.library import Library
from kb.model.mending import mended
from kb.model.resting import rested
from kb.model.rows import Row, begins, is_row
from kb.model.secrecy import SPELLED, marked_line
from kb.model.titlecolumns import unflattened
from kb.parse import record

SECRET = "Văn bản mang dấu mật hoặc hạn chế lưu hành: không nhập, không ghi gì. Hãy báo người phụ trách bảo vệ bí mật."
REPEATED = re.compile(r"([^\w\n])\1{3,}")
# In a header that has run together a mark has no line of its own.
AT_EDGE = re.compile(r"(?<!BẢO)(?<!BÍ)(?<!CƠ)(?:^|\s)(?:(?:TỐI|TUYỆT)\s+)?MẬT$|^(?:(?:TỐI|TUYỆT)\s+)?MẬT\s")
SPACED = re.compile(r"(?:\S )+\S")
NOTE = re.compile(r"^\[\^\d+\]: ")
AGAIN = re.compile(r"-lan-[1-9]\d*$")
LONG = 90
CLOSING = ("chu-ky", "noi-nhan")
MOST_CHARACTERS = 2_500_000
MOST_PARAGRAPHS = 50_000
LONGEST_PARAGRAPH = 200_000
# Longer than any line that a mark stands alone on.
LONGEST_MARK = 1500


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file has become: its fields, its SHA-256, its text of record, the Markdown, and what has to be told."""

    fields: Fields
    original: str
    source: str
    record: TextOfRecord
    written: Written
    warnings: tuple[str, ...]
    notices: tuple[str, ...]


def imported(path: Path, vocabulary: NumberVocabulary) -> Imported:
    """Read a file and make a document of it. Raises Refused where it is not imported, OSError as the disk does."""
    raw = opening.load(path)
    kind = opening.kind_of(raw, path.name)
    if kind in (opening.OLD_WORD, opening.OPEN_DOCUMENT):
        received = confined.read(opening.WORD, office.converted(raw, kind))
    else:
        received = confined.read(kind, raw)
    return made(received, sha256(raw).hexdigest(), vocabulary)


def made(received: Received, original: str, vocabulary: NumberVocabulary) -> Imported:
    """The document of what was received. Raises Refused for a secrecy mark and for a text without words."""
    lines = [unicodedata.normalize("NFC", each.text) for each in received.paragraphs]
    if (
        len(lines) > MOST_PARAGRAPHS
        or sum(map(len, lines)) > MOST_CHARACTERS
        or max(map(len, lines), default=0) > LONGEST_PARAGRAPH
    ):
        raise Refused("Văn bản quá dài; không nhập.")
    if not any(character.isalpha() for line in lines for character in line):
        raise Refused("Tệp không có chữ nào.")
    if secret([*lines, *received.aside]):
        raise Refused(SECRET)
    found = fields(lines, [each.centred for each in received.paragraphs], vocabulary, received.aside)
    source = "\n".join(lines) + "\n"
    text = record.read(source.encode(), f"docs/_source/{found.id}.txt")
    rows = {number: each.row for number, each in enumerate(received.paragraphs, 1) if each.row}
    text = replace(text, provisions=tuple(_marked(text.provisions, rows)))
    warnings = (*found.warnings, *received.warnings, *_unplaced(text.provisions))
    written = write(found, text, original, (), warnings)
    return Imported(found, original, source, text, written, warnings, tuple(received.notices))


def resting(made: Imported, library: Library) -> Imported:
    """The same document, which says on which registered ones it rests; `library` is that of the checkout with it."""
    document = library.originals.get(made.fields.id)
    basis = tuple(rested(library, document, opening_of(document.provisions))) if document else ()
    written = write(made.fields, made.record, made.original, basis, made.warnings)
    return replace(made, written=written)


def secret(texts: list[str]) -> bool:
    """Whether any text carries a mark: on a line, in a column of a header, or spaced out letter by letter."""
    for text in texts:
        for line in NOTE.sub("", mended(text)[0]).split("\n"):
            # A frame may have any length.
            if _marks(REPEATED.sub(r"\1\1\1", line)):
                return True
    return False


def _marks(line: str) -> bool:
    if len(line) > LONGEST_MARK:
        return SPELLED.search(line) is not None  # a paragraph: no mark stands alone in it
    columns = unflattened(line)
    alone = any(marked_line(each) for each in (line, *columns, *_unspaced(line)))
    return alone or (len(columns) > 1 and any(AT_EDGE.search(each) for each in columns))


def _unspaced(line: str) -> list[str]:
    return [re.sub(r"(?<=\S) (?=\S(?: |$))", "", line)] if SPACED.fullmatch(line.strip()) else []


def _marked(provisions: tuple[Provision, ...], rows: Mapping[int, Row]) -> Iterator[Provision]:
    """The provisions, those marked that have no certain place in the structure; of a table its first row.

    `rows` tells by its line how a row lies on its table.
    """
    last = None
    for each in provisions:
        row = rows.get(each.span.line, Row()) if is_row(each.text) else None
        first = row is not None and begins(row, last)
        doubtful = first or _is_odd(each) or _is_repeated(each)
        last = row
        yield each._replace(doubtful=doubtful, row=row)


def _is_odd(provision: Provision) -> bool:
    return provision.id.startswith(CLOSING) and len(provision.text) > 2 * LONG


def _is_repeated(provision: Provision) -> bool:
    return AGAIN.search(provision.id) is not None


def _unplaced(provisions: tuple[Provision, ...]) -> list[str]:
    """What stands in the text without a place in its structure."""
    rows = [each for each in provisions if each.row]
    odd = [each.id for each in provisions if _is_odd(each)]
    repeated = [each.id for each in provisions if _is_repeated(each)]
    told = []
    if rows:
        tables = [each.id for each in rows if each.doubtful]
        told.append(f"Xem lại hàng đầu và ô gộp của mỗi bảng: {', '.join(tables[:10])} ({len(rows)} hàng).")
    if odd:
        told.append(f"Chưa rõ chỗ của đoạn sau phần ký; lời vẫn giữ nguyên: {', '.join(odd[:10])}.")
    if repeated:
        told.append(f"Số mục lặp lại trong nguyên văn, mã có thêm «-lan-»: {', '.join(repeated[:10])}.")
    if not any(each.kind == HEADING for each in provisions):
        told += [] if any(each.kind == PARAGRAPH for each in provisions) else ["Không thấy phần nội dung nào."]
    if not any(each.kind == TITLE for each in provisions):
        told.append("Không thấy phần đầu (cơ quan, số, ngày, tên loại) của văn bản.")
    return told
