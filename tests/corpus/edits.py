"""Slips to sow in files: what each changes, and the one finding that it must give."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from tests.corpus.faults import Ground, whole
from tests.corpus.papers import Paper

LOOKALIKES = {"a": "а", "o": "о", "e": "е", "c": "с"}  # each to its Cyrillic twin
DASH = re.compile(r"- (?P<words>.+) \{#(?P<id>(?P<parent>\S+)-(?P<number>\d+))(?: of=(?P<of>\S+))?\}")


@dataclass(frozen=True, slots=True)
class Edit:
    """A slip in a file; `change` gives the line of the finding in `found_in`.

    `translated` says that the words are right as far as they go, and were so when they were translated.
    """

    code: str
    change: Callable[[list[str], Ground], int]
    file: str = "vi"
    found_in: str = "vi"
    translated: bool = False


def _dash(lines: list[str], ground: Ground, last: bool = False) -> int:
    """A dash that another one follows, or (last) does not."""
    dashes = [n for n, line in enumerate(lines[:-2]) if DASH.fullmatch(line)]
    return ground.rng.choice([n for n in dashes if bool(DASH.match(lines[n + 2])) is not last])


def _in_dash(change: Callable[[str], str]) -> Callable[[list[str], Ground], int]:
    """A dash, other than what it was."""

    def edit(lines: list[str], ground: Ground) -> int:
        at = _dash(lines, ground)
        changed = change(lines[at])
        assert changed != lines[at]
        lines[at] = changed
        return at + 1

    return edit


def _deleted(lines: list[str], ground: Ground) -> int:
    """It is missed at the provision that stands after the gap."""
    at = _dash(lines, ground)
    del lines[at : at + 2]
    return at + 1


def _swapped(lines: list[str], ground: Ground) -> int:
    at = _dash(lines, ground)
    lines[at], lines[at + 2] = lines[at + 2], lines[at]
    return at + 1


def _added(lines: list[str], ground: Ground) -> int:
    at = _dash(lines, ground, last=True)
    found = DASH.fullmatch(lines[at])
    lines[at + 1 : at + 1] = ["", f"- Nắng mưa xanh rừng. {{#{found['parent']}-{int(found['number']) + 1}}}"]
    return at + 3


def _field(name: str, change: Callable[[str, Ground], str]) -> Callable[[list[str], Ground], int]:
    """Another value of a field of the front matter, or of the first item of its list."""

    def edit(lines: list[str], ground: Ground) -> int:
        at = next(n for n, line in enumerate(lines) if line.startswith(f"{name}:"))
        at += lines[at] == f"{name}:"
        head, mark, value = lines[at].partition("- " if lines[at].startswith("  - ") else ": ")
        lines[at] = head + mark + change(value, ground)
        return at + 1

    return edit


def _said(field: str, said: str, stated_by: str, found: int = 0) -> Callable[[list[str], Ground], int]:
    """What is said to have become of a document, and the provision that states it; the one or other is at fault."""

    def edit(lines: list[str], ground: Ground) -> int:
        own = next(line for line in lines if line.startswith("source: ")).removeprefix("source: ").removesuffix(".txt")
        nobody = ground.unknown(own)
        at = lines.index("language: vi")
        begin = "  - " if field == "amended_by" else "    "
        block = [f"{field}:", f"{begin}{said}", f"    stated_by: {stated_by}"]
        lines[at:at] = [line.format(own=own, nobody=nobody, **ground.names) for line in block]
        return at + 2 + found

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


def _listed(provision: str) -> Callable[[list[str], Ground], int]:
    """A provision more that is said to answer the question."""

    def edit(lines: list[str], ground: Ground) -> int:
        at = lines.index("provisions:") + 1
        lines.insert(at, f"  - {provision.format(**ground.names)}")
        return at + 1

    return edit


def _cites(choose: Callable[[Ground], Paper]) -> Callable[[list[str], Ground], int]:
    """The answer cites a document, rightly."""
    return lambda lines, ground: _answer(lambda line: f"{line} Thêm: {whole(choose(ground))}.")(lines, ground)


def _answer(change: Callable[[str], str]) -> Callable[[list[str], Ground], int]:
    """A line of the answer to a question."""

    def edit(lines: list[str], ground: Ground) -> int:
        at = ground.rng.choice([n for n, line in enumerate(lines) if line.startswith("Xem ")])
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
    "unknown basis": Edit("XREF-001", _field("basis", lambda value, ground: ground.unknown(value))),
    "registered date": Edit("META-010", _field("date", lambda value, _: f"{value[:-2]}{int(value[-2:]) % 28 + 1:02d}")),
    "amended by none": Edit("REL-001", _said("amended_by", "document: {nobody}", "{own}#tieu-de")),
    "amended by itself": Edit("REL-002", _said("amended_by", "document: {own}", "{own}#tieu-de")),
    "amended by an earlier one": Edit("REL-005", _said("amended_by", "document: {first}", "{first}")),
    "amended, not stated": Edit("REL-003", _said("amended_by", "document: {last}", "{own}#tieu-de", 1)),
    "amended by a draft": Edit("XREF-008", _said("amended_by", "document: {draft}", "{draft}#mo-dau-p1")),
    "replaced by none, it says": Edit("LINK-001", _said("replaced_by", "document: {nobody}", "{nobody}")),
    "replaced by itself": Edit("REL-002", _said("replaced_by", "document: {own}", "{own}#tieu-de")),
    "replaced by an earlier one": Edit("REL-005", _said("replaced_by", "document: {first}", "{first}")),
    "replaced, not stated": Edit("REL-003", _said("replaced_by", "document: {last}", "{own}#tieu-de", 1)),
    "replaced by one held back": Edit("XREF-008", _said("replaced_by", "document: {withheld}", "{withheld}#i")),
    "expired, not stated": Edit("REL-003", _said("expired", "date: 2031-12-31", "{own}#ix", 1)),
    "SHA-256": Edit("SRC-001", _field("sha256", lambda value, _: value[::-1])),
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
    "no provision": Edit("LINK-002", _field("provisions", lambda value, _: f"{value}9")),
    "draft in the list": Edit("XREF-008", _listed("{draft}#i")),
    "replaced in the list": Edit("REL-004", _listed("{replaced_by}#i")),
    "draft": Edit("XREF-008", _cites(lambda ground: ground.hidden["draft"])),
    "withheld": Edit("XREF-008", _cites(lambda ground: ground.hidden["withheld"])),
    "replaced": Edit("REL-004", _cites(lambda ground: ground.over["replaced_by"]), translated=True),
    "expired": Edit("REL-004", _cites(lambda ground: ground.over["expired"]), translated=True),
}
