"""The files that an editor begins with: what is known filled in, what is not left empty. Pure functions to texts."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Mapping
from pathlib import PurePath

import yaml

from kb.model.document import TITLE, Provision, fingerprint, slug
from kb.parse import record

# The width beyond which YAML would fold a line: never.
WIDE = 1 << 20


def document_id(number: str | None, title: str | None, date: str | None) -> str:
    """The address: number and year (`26-kh-btgtw-2021`), the year once; without a number the name."""
    name = slug(number or title or "")
    year = (date or "").partition("-")[0]
    return f"{name}-{year}" if number and year and year not in name.split("-") else name


def document(fields: Mapping[str, str | None], names: Iterable[str], received: bytes | None, source: str) -> str:
    """A document as a draft; with its text as received, the provisions that this makes.

    Raises UnicodeDecodeError, and ValueError where the date is none.
    """
    known = ("number", "kind", "issuer", "issuer_name", "place", "date", "subject")
    head: dict[str, object] = {name: fields.get(name) or None for name in known}
    if day := fields.get("date"):
        head["date"] = datetime.date.fromisoformat(day)  # without quotation marks
    if not head["number"]:
        head |= {"title": fields.get("title"), "names": [*names]}
    head |= {"basis": [], "language": "vi", "text": "held" if received else "not-held"}
    body = ""
    if received:
        read = record.read(received, source)
        head |= {"source": PurePath(source).name, "sha256": hashlib.sha256(received).hexdigest()}
        body = "\n\n".join(map(_provision, read.provisions)) + "\n"
    head["status"] = "draft"
    return f"---\n{_yaml(head)}---\n{'' if not body else chr(10)}{body}"


def _provision(each: Provision) -> str:
    if each.kind == TITLE:
        return f"::: {{#{each.id}}}\n{each.text}\n:::"
    return f"{each.marker}{each.text} {{#{each.id}}}"


def question(asked: str, group: str, provisions: Iterable[str], answer: str) -> str:
    """A question with what its answer rests on; one that rests on nothing is about the site."""
    rests = [*provisions]
    on = {"provisions": rests} if rests else {"about": "site"}
    return f"---\n{_yaml({'question': asked, 'group': group, **on})}---\n{answer.strip()}\n"


def translated_question(asked: str, answer: str, original: str, words: str) -> str:
    """Its translation, of the words `original` and `words`."""
    of = fingerprint(f"{original}\n{words.strip()}")
    return f"---\n{_yaml({'question': asked, 'of': of})}---\n{answer.strip()}\n"


def theme(name: str, english: str, provisions: Iterable[str]) -> str:
    """An entry for the end of the list of themes."""
    return _yaml([{"id": slug(name), "vi": name, "en": english, "provisions": [*provisions]}])


def _yaml(value: object) -> str:
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDE)


class _Dumper(yaml.SafeDumper):
    """Lists stand under their names, as editors write them, and dates without quotation marks."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, indentless=False)
