"""Confirming a translation: its fingerprints become those of the Vietnamese words as they stand."""

from __future__ import annotations

import re
from collections.abc import Collection

from kb.model.document import fingerprint
from kb.model.library import LANGUAGES, Library

LINE = re.compile(r"(?P<head>.*\{#(?P<id>[^\s{}]+))(?:\s+of=[^\s{}]*)?(?P<tail>[^{}]*\}\s*)")
FIELD = re.compile(r"(?P<key>of|of_subject):.*?(?P<end>\r?)")


def confirmed(library: Library, file: str, text: str, provisions: Collection[str]) -> str | None:
    """The text of a translation with fresh fingerprints, or None where `file` is no translation.

    With `provisions` only those lines change; without, all of them, and the front matter too.
    """
    language, folder, name = (*file.removeprefix("docs/").split("/", 2), "", "")[:3]
    name = file.removeprefix(f"docs/{language}/").removesuffix(".md")
    if language not in LANGUAGES[1:] or not file.endswith(".md"):
        return None
    key = name.removeprefix(f"{folder}/")
    document = library.originals.get(key) if folder == "van-ban" else None
    prose = library.questions["vi"].get(key) if folder == "hoi-dap" else library.pages["vi"].get(name)
    if document is None and prose is None:
        return None
    fields = {"of": fingerprint(prose.words)} if prose else {}
    if document and document.subject:
        fields["of_subject"] = fingerprint(document.subject)
    prints = {p.id: fingerprint(p.text) for p in document.provisions} if document else {}
    lines = text.split("\n")
    return "\n".join(_line(line, prints, {} if provisions else fields, provisions) for line in lines)


def _line(line: str, prints: dict[str, str], fields: dict[str, str], provisions: Collection[str]) -> str:
    if (found := LINE.fullmatch(line)) and found["id"] in prints and (not provisions or found["id"] in provisions):
        return f"{found['head']} of={prints[found['id']]}{found['tail']}"
    if (found := FIELD.fullmatch(line)) and found["key"] in fields:
        return f"{found['key']}: {fields[found['key']]}{found['end']}"
    return line
