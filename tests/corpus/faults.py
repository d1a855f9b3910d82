"""Faults to sow: what each changes, and the one finding that it must give."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random
from typing import NamedTuple

from tests.corpus.papers import Paper, Provision
from tests.corpus.words import ISSUERS, KINDS

LOOKALIKES = {"a": "а", "o": "о", "e": "е", "c": "с"}  # each to its Cyrillic twin
DASH = re.compile(r"- (?P<words>.+) \{#(?P<id>(?P<parent>\S+)-(?P<number>\d+))(?: of=(?P<of>\S+))?\}")


class Fault(NamedTuple):
    """A finding that there must be."""

    file: str
    line: int
    code: str


@dataclass(frozen=True, slots=True)
class Content:
    """A fault in the received words themselves; `change` gives the index of the provision that has it."""

    code: str
    change: Callable[[list[Provision], Plan], int]


@dataclass(frozen=True, slots=True)
class Edit:
    """A slip in a file; `change` gives the line of the finding in `found_in`."""

    code: str
    change: Callable[[list[str], Random], int]
    file: str = "vi"
    found_in: str = "vi"


class Plan:
    """Which document and which question gets which fault."""

    def __init__(self, papers: list[Paper], questions: int, each: int, rng: Random) -> None:
        self.rng = rng
        self.shared = [paper for paper in papers if paper.shared]
        alone = [paper.id for paper in papers if paper.places and not paper.shared]
        sorts = [sort for sort in (*CONTENT, *EDITS) for _ in range(each)]
        self.documents = dict(zip(rng.sample(alone, len(sorts)), sorts, strict=True))
        sorts = [sort for sort in QUESTIONS for _ in range(each)]
        self.questions = dict(zip(rng.sample(range(1, questions + 1), len(sorts)), sorts, strict=True))


def _citing(provisions: list[Provision], plan: Plan) -> int:
    """A dash that cites a document which is held and has its number for itself."""
    fit = [
        n
        for n, p in enumerate(provisions)
        if p.place.mark == "- " and p.cited and p.cited.target.places and not p.cited.target.shared
    ]
    return plan.rng.choice(fit)


def _says(field: str, value: Callable[[Paper], object]) -> Callable[[list[Provision], Plan], int]:
    def change(provisions: list[Provision], plan: Plan) -> int:
        at = _citing(provisions, plan)
        cited = provisions[at].cited
        provisions[at] = replace(provisions[at], cited=replace(cited, **{field: value(cited.target)}))
        return at

    return change


def _undecided(provisions: list[Provision], plan: Plan) -> int:
    """Two documents have the number, and the date is that of neither."""
    at = _citing(provisions, plan)
    target = plan.rng.choice(plan.shared)
    cited = replace(
        provisions[at].cited,
        target=target,
        locator="",
        kind_name=KINDS[target.kind],
        number=target.number,
        date=_other_day(target),
    )
    provisions[at] = replace(provisions[at], cited=cited)
    return at


def _other_day(paper: Paper) -> datetime.date:
    return paper.date + datetime.timedelta(1 if paper.date.day < 28 else -1)


def _other_kind(paper: Paper) -> str:
    return next(name for symbol, name in KINDS.items() if symbol != paper.kind)


def _other_issuer(paper: Paper) -> str:
    return next(name for _, name in reversed(ISSUERS) if name != paper.issuer_name)


CONTENT = {
    "wrong date": Content("XREF-002", _says("date", _other_day)),
    "wrong kind": Content("XREF-004", _says("kind_name", _other_kind)),
    "wrong issuer": Content("XREF-005", _says("issuer_name", _other_issuer)),
    "missing number": Content("XREF-001", _says("number", lambda paper: f"9{paper.number}")),
    "missing provision": Content("XREF-003", _says("locator", lambda _: "gạch đầu dòng thứ mười, mục 1, phần II")),
    "missing part": Content("XREF-003", _says("locator", lambda _: "phần IX")),
    "undecided": Content("XREF-007", _undecided),
}


def _dash(lines: list[str], rng: Random, last: bool = False) -> int:
    """A dash that another one follows, or (last) does not."""
    dashes = [n for n, line in enumerate(lines[:-2]) if DASH.fullmatch(line)]
    return rng.choice([n for n in dashes if bool(DASH.match(lines[n + 2])) is not last])


def _in_dash(change: Callable[[str], str]) -> Callable[[list[str], Random], int]:
    """A dash, other than what it was."""

    def edit(lines: list[str], rng: Random) -> int:
        at = _dash(lines, rng)
        changed = change(lines[at])
        assert changed != lines[at]
        lines[at] = changed
        return at + 1

    return edit


def _deleted(lines: list[str], rng: Random) -> int:
    """It is missed at the provision that stands after the gap."""
    at = _dash(lines, rng)
    del lines[at : at + 2]
    return at + 1


def _swapped(lines: list[str], rng: Random) -> int:
    at = _dash(lines, rng)
    lines[at], lines[at + 2] = lines[at + 2], lines[at]
    return at + 1


def _added(lines: list[str], rng: Random) -> int:
    at = _dash(lines, rng, last=True)
    found = DASH.fullmatch(lines[at])
    lines[at + 1 : at + 1] = ["", f"- Nắng mưa xanh rừng. {{#{found['parent']}-{int(found['number']) + 1}}}"]
    return at + 3


def _field(name: str, change: Callable[[str], str]) -> Callable[[list[str], Random], int]:
    """Another value of a field of the front matter, or of the first item of its list."""

    def edit(lines: list[str], rng: Random) -> int:
        at = next(n for n, line in enumerate(lines) if line.startswith(f"{name}:"))
        at += lines[at] == f"{name}:"
        head, mark, value = lines[at].partition("- " if lines[at].startswith("  - ") else ": ")
        lines[at] = head + mark + change(value)
        return at + 1

    return edit


def _amended(by: Callable[[str], str]) -> Callable[[list[str], Random], int]:
    """A document that is said, in its own title block, to be amended by another one."""

    def edit(lines: list[str], rng: Random) -> int:
        name = next(line for line in lines if line.startswith("source: ")).removeprefix("source: ").removesuffix(".txt")
        at = lines.index("language: vi")
        lines[at:at] = ["amended_by:", f"  - document: {by(name)}", f"    stated_by: {name}#tieu-de"]
        return at + 2

    return edit


def _word(line: str) -> str:
    """One word twice."""
    words = line.split(" ")
    return " ".join([*words[:4], words[3], *words[4:]])


def _cyrillic(line: str) -> str:
    """The first a, o, e or c is another one."""
    return re.sub("[aoec]", lambda found: LOOKALIKES[found[0]], line, count=1)


def _next_id(line: str) -> str:
    """The ID of the next dash, which then stands twice."""
    return re.sub(r"\d+(?=\}$)", lambda number: str(int(number[0]) + 1), line)


def _answer(change: Callable[[str], str]) -> Callable[[list[str], Random], int]:
    """A line of the answer to a question."""

    def edit(lines: list[str], rng: Random) -> int:
        at = rng.choice([n for n, line in enumerate(lines) if line.startswith("Xem ")])
        changed = change(lines[at])
        assert changed != lines[at]
        lines[at] = changed
        return at + 1

    return edit


EDITS = {
    "altered word": Edit("FID-001", _in_dash(_word)),
    "look-alike": Edit("FID-001", _in_dash(_cyrillic)),
    "invisible": Edit("FID-001", _in_dash(lambda line: line[:9] + "\u200b" + line[9:])),
    "deleted": Edit("FID-002", _deleted),
    "swapped": Edit("FID-004", _swapped),
    "added": Edit("FID-003", _added),
    "same ID": Edit("STRUCT-001", _in_dash(_next_id)),
    "no ID": Edit("STRUCT-001", _in_dash(lambda line: line[: line.rindex(" {#")])),
    "no dash": Edit("STRUCT-002", _in_dash(lambda line: line.removeprefix("- "))),
    "unknown basis": Edit("XREF-001", _field("basis", lambda value: f"9{value}")),
    "registered date": Edit("META-010", _field("date", lambda value: f"{value[:-2]}{int(value[-2:]) % 28 + 1:02d}")),
    "amended by none": Edit("REL-001", _amended(lambda name: f"9{name}")),
    "amended by itself": Edit("REL-002", _amended(lambda name: name)),
    "SHA-256": Edit("SRC-001", _field("sha256", lambda value: value[::-1])),
    "suspect translation": Edit("TRANS-002", _in_dash(lambda line: re.sub("of=.", "of=x", line)), "en", "en"),
    "not translated": Edit("TRANS-001", _deleted, "en", "en"),
}
QUESTIONS = {
    "no file": Edit("LINK-001", _answer(lambda line: line.replace("-", "-9", 1))),
    "no anchor": Edit("LINK-002", _answer(lambda line: line.replace("#ii", "#ix"))),
    "outside": Edit("LINK-003", _answer(lambda line: f"{line} [Xa](https://example.vn/)")),
    "look-alike": Edit("TEXT-002", _answer(_cyrillic)),
    "invisible": Edit("TEXT-004", _answer(lambda line: line.replace("Xem", "Xe\u200bm"))),
    "HTML": Edit("TEXT-005", _answer(lambda line: line.replace("Xem", "<b>Xem</b>"))),
    "no reason": Edit("SUP-001", _answer(lambda line: f"{line} <!-- kb: bỏ qua XREF-001 -->")),
    "never kept": Edit("SUP-002", _answer(lambda line: f"{line} <!-- kb: bỏ qua LINK-001: nghỉ trưa -->")),
    "kept for nothing": Edit("SUP-003", _answer(lambda line: f"{line} <!-- kb: bỏ qua XREF-001: nghỉ trưa -->")),
    "no provision": Edit("LINK-002", _field("provisions", lambda value: f"{value}9")),
}
