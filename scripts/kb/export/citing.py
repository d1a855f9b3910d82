"""Citations of a passage as JSON: what `kb cite` writes, and the same as a Python function."""

from __future__ import annotations

import json
from math import isfinite
from typing import Any

from kb.model.citation import Citation, Mention
from kb.model.citing import Missing, Resolution, Resolved, candidates, resolve_all
from kb.model.document import Document
from kb.model.library import Library
from kb.parse.citations import read

FIELDS = (
    "start", "end", "raw", "canonical", "number", "year", "kind", "issuer", "date", "issuer_name", "locator",
)  # fmt: skip


class NotAPassage(ValueError):
    """A line is not a JSON object with a string `text`."""


def cite(text: str, library: Library) -> dict[str, list[dict[str, Any]]]:
    """The citations and mentions in a text, resolved against the register of a library.

    A library is what the files of a checkout make, read once for any number of texts:

    >>> from pathlib import Path
    >>> from kb import reading
    >>> from kb.export.citing import cite
    >>> library = reading.read(Path("."))
    >>> [found] = cite("theo mục III Hướng dẫn số 169-HD/BTGTW ngày 22/01/2021", library)["citations"]
    >>> found["start"], found["end"], found["raw"], found["date"], found["locator"]
    (26, 38, '169-HD/BTGTW', '2021-01-22', 'mục III')
    >>> found["resolution"], found["document"]
    ('resolved', '169-hd-btgtw-2021')

    `text` may be in any normal form, with any line breaks. Returns `citations` (documents named by number) and
    `mentions` (by themselves, by a short form, or by name), each a list in order of place, of objects with

    - `start`, `end`, `raw`: the number as written, of a mention its words: `text[start:end]` is `raw`. Offsets count
      the code points of `text` as given, from 0, which are the characters of a `str`, not bytes or UTF-16 units;
    - `canonical`, `number`, `year`, `kind`, `issuer`: the normal form of the number, and its parts, `year` an `int`;
    - `date` (ISO 8601), `issuer_name`, `locator` (in the order and spelling as printed);
    - `resolution`: `resolved`, `ambiguous` or `missing`; `document`: the id of the one document meant, else None;
      `candidates`: the ids of those that may be meant. What differs from the only candidate in date or issuer is
      ambiguous, a slip or another document; so is a mention behind which a document may stand that is not registered;
    - `verdicts`: how the citation compares with the only candidate, None where there is none or more than one. Of
      each of `kind, number, date, issuer, locator` it has `verdict` (`agrees`, `differs`, `not-stated`, `not-known`,
      `text-not-held`), `printed` and `registered`;
    - of a mention `form`: `self` (`Kế hoạch này`, which is missing, since a text does not say whose it is), `above`
      (`Kế hoạch nêu trên`), `short` (`Chỉ thị 05`) or `name`.

    What the text does not say is None. Any `str` is read, in time proportional to its length, and raises nothing;
    `reading.read` raises `reading.NotACheckout` where there is no content.
    """
    library = library.published
    citations, mentions = [], []
    for found, resolution in readings(text, library):
        told = entry(found, resolution, library)
        if isinstance(found, Mention):
            mentions.append({**told, "form": found.form})
        else:
            citations.append(told)
    return {"citations": citations, "mentions": mentions}


def readings(text: str, library: Library) -> list[tuple[Citation | Mention, Resolution]]:
    """The citations and mentions in a text in order of place, each with what it means in a library."""
    names = tuple((name, key) for key, document in library.originals.items() for name in document.names)
    reading = read(text, library.numbers, names)
    found = sorted((*reading.citations, *reading.mentions), key=lambda each: each.start)
    return list(zip(found, resolve_all(found, library), strict=True))


def row(line: bytes | str, library: Library) -> str:
    """One line of `kb cite`: a JSON object `{"id", "text"}` in, `{"id", "citations", "mentions"}` out.

    Raises NotAPassage where the line is no such object.
    """
    try:
        passage = json.loads(line, parse_float=_number, parse_constant=_number)
    except (ValueError, RecursionError) as error:
        raise NotAPassage("không phải JSON.") from error
    if not isinstance(passage, dict) or not isinstance(passage.get("text"), str):
        raise NotAPassage("phải là một đối tượng JSON có «text» là chuỗi chữ.")
    return json.dumps({"id": passage.get("id"), **cite(passage["text"], library)}, ensure_ascii=False)


def _number(written: str) -> float:
    """A number that can be written again: JSON has no `NaN`, nor what `1e999` is read as. Raises ValueError."""
    if not isfinite(number := float(written)):
        raise ValueError(written)
    return number


def entry(found: Citation | Mention, resolution: Resolution, library: Library) -> dict[str, Any]:
    """One citation or mention as `cite` gives it."""
    told = {field: getattr(found, field) for field in FIELDS}
    possible = candidates(resolution)
    told["resolution"] = "missing" if isinstance(resolution, Missing) else "ambiguous"
    told["document"] = None
    if isinstance(resolution, Resolved):
        told |= {"resolution": "resolved", "document": resolution.document.id}
    told["candidates"] = [document.id for document in possible]
    told["verdicts"] = _verdicts(found, possible[0], library) if len(possible) == 1 else None
    return told


def _verdicts(found: Citation | Mention, document: Document, library: Library) -> dict[str, dict[str, str | None]]:
    verdicts = library.judged(found, document)
    return {verdict.field: verdict.record() for verdict in verdicts}
