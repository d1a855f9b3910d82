"""An imported text as a document of the project: front matter and provisions with their IDs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from kb.importing.fields import Fields
from kb.model.document import DOUBTFUL, TITLE, TITLE_ID, Provision, TextOfRecord
from kb.model.mending import mended
from kb.model.titlecolumns import parts, rejoined, unflattened
from kb.model.titlelines import NUMBERED, prints_number

PLAIN = re.compile(r"[^\W\d_][\w /.()-]*\w|\d[\w.]*[/-][\w/.-]*[^\W\d_][\w/.-]*|\d{4}-\d\d-\d\d|[0-9a-f]{64}")
RESERVED = ("null", "true", "false", "yes", "no", "on", "off")


@dataclass(frozen=True, slots=True)
class Written:
    """The Markdown, and how often what was mended in it, by provision."""

    text: str
    mends: dict[str, dict[str, int]]


def write(found: Fields, record: TextOfRecord, original: str, basis: Sequence[str], warnings: Sequence[str]) -> Written:
    """The document of a text of record. `original` is the SHA-256 of the received file."""
    shown = [(each, *mended(each.text)) for each in record.provisions]
    mends = {each.id: counts for each, _, counts in shown if counts}
    head = [
        "---",
        *(f"{key}: {scalar(getattr(found, key))}" for key in ("number", "kind", "issuer", "issuer_name", "place")),
        f"date: {found.date or 'null'}",
        f"subject: {scalar(found.subject)}",
        *_list("basis", basis),
        "language: vi",
        "text: held",
        f"status: {found.status}",
        f"source: {scalar(f'{found.id}.txt')}",
        f"sha256: {record.sha256}",
        f"original_sha256: {original}",
        *_list("warnings", warnings),
        *_number(found.number, record.provisions),
        *_mended(mends),
        "---",
    ]
    body = [_provision(each, text) for each, text, _ in shown]
    return Written("\n".join(head) + "\n\n" + "\n\n".join(body) + "\n", mends)


def scalar(text: str | None) -> str:
    """A value as YAML has it; quoted where it could be read otherwise."""
    if not text:
        return "null"
    if PLAIN.fullmatch(text) and text.lower() not in RESERVED:
        return text
    return json.dumps(text, ensure_ascii=False)


def _list(key: str, values: Sequence[str]) -> Iterator[str]:
    yield f"{key}:" if values else f"{key}: []"
    yield from (f"  - {scalar(each)}" for each in values)


def _number(number: str | None, provisions: Sequence[Provision]) -> Iterator[str]:
    """The number as it was received, where it is given otherwise."""
    title = next((each for each in provisions if each.kind == TITLE), None)
    if not number or title is None:
        return
    lines = title.text.split("\n")
    if any(prints_number(part, number) for part in parts([mended(line)[0] for line in lines])):
        return
    broken = (f"{one} {other}" for one, other in pairwise(lines) if rejoined(mended(one)[0], mended(other)[0]))
    whole = (line for line in lines if any(map(NUMBERED.match, unflattened(mended(line)[0]))))
    received = next(chain(broken, whole), None)
    if received:
        yield from (
            "normalisations:",
            f"  - provision: {TITLE_ID}",
            f"    received: {json.dumps(received, ensure_ascii=False)}",
            f"    shown: {json.dumps(number, ensure_ascii=False)}",
            "    vi: Ngoài phần nguyên văn, số và ký hiệu được ghi theo dạng chuẩn.",
            "    en: Outside the text itself the number is given in its normal form.",
        )


def _mended(mends: dict[str, dict[str, int]]) -> Iterator[str]:
    if mends:
        yield "mended:"
    for provision, counts in mends.items():
        yield f"  - provision: {provision}"
        yield f"    what: {scalar(', '.join(f'{what} {count}' for what, count in counts.items()))}"


def _provision(provision: Provision, text: str) -> str:
    if provision.kind == TITLE:
        return f"::: {{#{provision.id}}}\n{text}\n:::"
    review = f" {DOUBTFUL}" if provision.doubtful else ""
    layout = provision.row.written if provision.row else ""
    return f"{provision.marker}{' '.join(text.split())} {{#{provision.id}{layout}{review}}}"
