"""A text that has arrived for a document which was only registered: what its entry says beyond the text stays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from kb.importing.making import Imported
from kb.importing.received import Refused
from kb.model.document import PUBLISHED
from kb.model.library import Library
from kb.model.text import FENCE, closing

# What no text says of itself.
KEPT = ("title", "names", "replaced_by", "amended_by", "expired", "aliases", "formerly")
# What a text may leave out; its entry may know it from another document.
SAID = ("number", "kind", "issuer", "issuer_name", "place", "date", "subject")
KEY = re.compile(r"(?P<key>\w+):")
NULL = re.compile(r"\w+:\s*null\s*(?:#.*)?")


def registered(made: Imported, library: Library) -> str | None:
    """The file of the entry that waits for this text; None where there is none, or it has a text already.

    Raises Refused where the text has another day: a number is given anew, and by others.
    """
    document = library.originals.get(made.fields.id)
    if document is None or document.held:
        return None
    if document.date and made.fields.date and document.date != made.fields.date:
        dates = f"danh mục ghi ngày {document.date}, tệp ghi ngày {made.fields.date}"
        raise Refused(
            f"Không bổ sung vào {document.path}: {dates}. Sửa ngày ở đó, hay đổi tên tệp ấy nếu là văn bản khác."
        )
    return document.path


def completed(made: Imported, entry: str) -> Imported:
    """The document with what the entry, the text of its file, has beside: an entry that is held back stays so."""
    fields = dict(_fields(entry))
    lines = made.written.text.split("\n")
    end = closing(lines)
    head = [line for each in lines[1:end] for line in _known(each, fields)]
    kept = [line for key in KEPT for line in fields.get(key, ())]
    text = "\n".join([FENCE, *head, *kept, *lines[end:]])
    return replace(made, written=replace(made.written, text=text))


def _known(line: str, fields: Mapping[str, list[str]]) -> list[str]:
    """A line of the new front matter, or the field of the entry that stays in its place."""
    key = line.partition(":")[0]
    if (key in SAID and NULL.fullmatch(line)) or (key == "status" and line == f"status: {PUBLISHED}"):
        return fields.get(key, [line])
    return [line]


def _fields(entry: str) -> Iterator[tuple[str, list[str]]]:
    """The lines of each field, by its key: a list or a mapping goes over several."""
    lines = entry.split("\n")
    field: list[str] = []
    for line in lines[1 : closing(lines)]:
        if found := KEY.match(line):
            field = [line]
            yield found["key"], field
        else:
            field.append(line)
