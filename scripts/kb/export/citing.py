"""Citations of a passage as JSON: what `kb cite` writes, and the same as a Python function."""

from __future__ import annotations

import json
from typing import Any

from kb.model.citation import Citation, Mention
from kb.model.citing import Ambiguous, Resolved, resolve_all
from kb.model.library import Library
from kb.parse.citations import read

FIELDS = (
    "start", "end", "raw", "canonical", "number", "year", "kind", "issuer", "date", "issuer_name", "locator",
)  # fmt: skip


class NotAPassage(ValueError):
    """A line is not a JSON object with a string `text`."""


def cite(text: str, library: Library) -> dict[str, list[dict[str, Any]]]:
    """The citations and mentions in a text, resolved against the register of a library.

    `text` may be in any normal form; `start` and `end` count its code points as given and hold the number as written.
    Returns `citations` (documents named by number) and `mentions` (by themselves, by a short form, or by name), each a
    list in order of place. Every entry has `start, end, raw, canonical, number, year, kind, issuer, date (ISO),
    issuer_name, locator` (None where the text does not say), `resolution` (`resolved`, `ambiguous` or `missing`) and
    `document`, the id of the one document meant, or None; a mention also has `form`. Never raises on any text.

    >>> cite("Kế hoạch số 26-KH/BTGTW ngày 05/5/2021", library)["citations"][0]["document"]
    '26-kh-btgtw-2021'
    """
    library = library.published
    names = tuple((name, key) for key, document in library.originals.items() for name in document.names)
    reading = read(text, library.numbers, names)
    readings = sorted((*reading.citations, *reading.mentions), key=lambda found: found.start)
    resolutions = dict(zip(map(id, readings), resolve_all(readings, library), strict=True))
    return {
        "citations": [_entry(found, resolutions[id(found)]) for found in reading.citations],
        "mentions": [{**_entry(found, resolutions[id(found)]), "form": found.form} for found in reading.mentions],
    }


def row(line: bytes | str, library: Library) -> str:
    """One line of `kb cite`: a JSON object `{"id", "text"}` in, `{"id", "citations", "mentions"}` out.

    Raises NotAPassage where the line is no such object.
    """
    try:
        passage = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise NotAPassage("không phải JSON.") from error
    if not isinstance(passage, dict) or not isinstance(passage.get("text"), str):
        raise NotAPassage("phải là một đối tượng JSON có «text» là chuỗi chữ.")
    return json.dumps({"id": passage.get("id"), **cite(passage["text"], library)}, ensure_ascii=False)


def _entry(found: Citation | Mention, resolution: object) -> dict[str, Any]:
    entry = {field: getattr(found, field) for field in FIELDS}
    entry["resolution"] = "ambiguous" if isinstance(resolution, Ambiguous) else "missing"
    entry["document"] = None
    if isinstance(resolution, Resolved):
        entry |= {"resolution": "resolved", "document": resolution.document.id}
    return entry
