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

    `text` may be in any normal form; `start` and `end` count its code points as given and hold the number as written.
    Returns `citations` (documents named by number) and `mentions` (by themselves, by a short form, or by name), each a
    list in order of place. Every entry has `start, end, raw, canonical, number, year, kind, issuer, date (ISO),
    issuer_name, locator` (None where the text does not say), `resolution` (`resolved`, `ambiguous` or `missing`),
    `document`, the id of the one document meant, or None, and `candidates`, the ids of those that have the number.
    `verdicts` compares the citation with the only candidate: for each of `kind, number, date, issuer, locator` an
    object with `verdict` (`agrees`, `differs`, `not-stated`, `not-known`, `text-not-held`), `printed` and
    `registered`; None where there is no candidate or more than one. Where date or issuer differ from those of the only
    candidate, the citation is ambiguous: a slip, or another document. A mention also has `form`. Never raises on any
    text.

    >>> cite("Kế hoạch số 26-KH/BTGTW ngày 05/5/2021", library)["citations"][0]["document"]
    '26-kh-btgtw-2021'
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
