"""The files of a synthetic checkout, line by line."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from kb.model.document import fingerprint
from tests.corpus.papers import Paper, Provision

DASH = "- "


def record(provisions: Sequence[Provision]) -> list[str]:
    """The text of record, as it is received."""
    return [line for each in provisions for line in (_received(each), "")]


def _received(provision: Provision) -> str:
    return (DASH if provision.place.mark == DASH else "") + provision.text


def vietnamese(paper: Paper, provisions: Sequence[Provision], received: str, stated_by: str | None) -> list[str]:
    """The document as it is authored."""
    basis = [each.cited.target.id for each in provisions[:2] if each.cited]
    lines = [
        "---",
        f"number: {paper.number}",
        f"kind: {paper.kind}",
        f"issuer: {paper.issuer}",
        f"issuer_name: {paper.issuer_name}",
        f"place: {'Hà Nội' if paper.places else 'null'}",
        f"date: {paper.date.isoformat()}",
        f"subject: {paper.subject if paper.places else 'null'}",
        *(("basis:", *(f"  - {each}" for each in basis)) if basis else ("basis: []",)),
        *_fate(paper),
        "language: vi",
    ]
    if not paper.places:
        return [*lines, "text: not-held", *([f"stated_by: {stated_by}"] if stated_by else []), "---", ""]
    sha256 = hashlib.sha256(received.encode()).hexdigest()
    lines += [f"status: {paper.status}"] if paper.status else []
    lines += ["text: held", f"source: {paper.id}.txt", f"sha256: {sha256}", "---", ""]
    return lines + _body(provisions, [each.text for each in provisions], [""] * len(provisions))


def _fate(paper: Paper) -> list[str]:
    if not paper.fate:
        return []
    field, by, since = paper.fate.field, paper.fate.by, paper.fate.since
    said = f"date: {since.isoformat()}" if field == "expired" else f"document: {by}"
    begin = "  - " if field == "amended_by" else "    "
    return [f"{field}:", f"{begin}{said}", f"    stated_by: {by}#mo-dau-p1"]


def english(paper: Paper, provisions: Sequence[Provision]) -> list[str]:
    """The translation: short words, true fingerprints."""
    lines = [
        "---",
        f"title: Document No. {paper.number}",
        f"subject: {f'Synthetic document {paper.id}' if paper.places else 'null'}",
        f"issuer_name: Issuer {paper.issuer}",
        f"place: {'Ha Noi' if paper.places else 'null'}",
        *([f"of_subject: {fingerprint(paper.subject)}"] if paper.places else []),
        "---",
        "",
    ]
    title = f"Issuer {paper.issuer}\nHa Noi, that day\nDocument\nSynthetic document {paper.id}"
    words = [f"{each.place.label}Words of a synthetic translation" for each in provisions]
    words[:1] = [title] if provisions else []
    return lines + _body(provisions, words, [f" of={fingerprint(each.text)}" for each in provisions])


def _body(provisions: Sequence[Provision], words: list[str], attributes: list[str]) -> list[str]:
    lines = []
    for each, text, more in zip(provisions, words, attributes, strict=True):
        name = f"{{#{each.place.id}{more}}}"
        if each.place.id == "tieu-de":
            lines += [f"::: {name}", *text.split("\n"), ":::", ""]
        else:
            lines += [f"{each.place.mark}{text} {name}", ""]
    return lines


def question(index: int, papers: Sequence[Paper]) -> tuple[list[str], list[str]]:
    """A question on some documents, and its translation; every provision that says what to do is in it."""
    needed = [
        f"{paper.id}#{place.id}"
        for paper in papers
        for place in paper.places
        if not place.label and place.id.startswith(("ii-", "iii-"))
    ]
    asked = f"Những văn bản thử nhóm {index} ghi gì?"
    files = [f"../van-ban/{paper.id}.md" for paper in papers]
    answer = [f"Xem [phần II]({file}#ii) và [toàn văn]({file})." for file in files]
    translated = [f"See [part II]({file}#ii)." for file in files]
    head = ["---", f"question: {asked}", "group: thu", "provisions:", *(f"  - {each}" for each in needed), "---"]
    lines = [*head, *answer, ""]
    return lines, ["---", f"question: Question {index}", f"of: {asked_and_answered(lines)}", "---", *translated, ""]


def asked_and_answered(lines: Sequence[str]) -> str:
    """The fingerprint of a question and its answer, by which its translation knows them."""
    body = lines[lines.index("---", 1) + 1 : -1]
    return fingerprint("\n".join([lines[1].removeprefix("question: "), *body]))


def linked(provisions: Sequence[Provision]) -> list[str]:
    """The words of a document with every citation a link: what a checker of links needs to do the same work."""
    lines = []
    for each in provisions:
        text = each.text
        if each.cited:
            text = f"{each.before}[{each.cited}]({each.cited.target.id}.md){each.after}"
        lines += [f"{each.place.mark}{text}", ""]
    return lines
