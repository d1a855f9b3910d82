"""Pages to be taken along as PDF files: tagged, with bookmarks and embedded fonts, set by Typst."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import lru_cache
from itertools import takewhile
from pathlib import Path

import typst

from kb.export.taken import LOCALES, TABLE, Line, Taken, placed
from kb.model import layout
from kb.model.document import TITLE
from kb.views import strings

TEMPLATE = Path(__file__).with_name("paper.typ")
# PDF/UA: what it asks for is what readers with a screen reader need.
STANDARD = "ua-1"


@dataclass(frozen=True, slots=True)
class Edition:
    """What a file is made of, as its foot tells: the commit where it is exactly one, and its date (ISO); else None."""

    commit: str | None
    day: str | None


def pdf(taken: Taken, edition: Edition, fonts: Path) -> bytes:
    """The file; the same page and edition give the same bytes. `fonts` is the folder of the TrueType files."""
    told = {"taken": json.dumps(content(taken, edition), ensure_ascii=False)}
    try:
        return _compiler(fonts).compile(sys_inputs=told, format="pdf", pdf_standards=[STANDARD])
    except typst.TypstError:
        # A letter that no font has: such a file keeps to no standard, but it is there, and has its tags.
        return _compiler(fonts).compile(sys_inputs=told, format="pdf")


def content(taken: Taken, edition: Edition) -> dict[str, object]:
    """All that the template sets, as JSON knows it."""
    t = strings.STRINGS[taken.language]
    found = asdict(taken)
    for piece, original in zip(found["pieces"], taken.pieces, strict=True):
        del piece["lines"]
        if piece["kind"] == TITLE:
            piece["head"] = layout.head(piece["text"].split("\n"))._asdict()
        if piece["kind"] == TABLE:
            piece.update(_table(original.lines))
    locale = LOCALES[taken.language].split("-")
    day = [int(part) for part in edition.day.split("-")] if edition.day else None
    return {
        **found,
        "version": _version(taken.language, edition),
        "day": day,
        "sheet": t["paper-page"],
        "locale": locale,
    }


def _table(lines: tuple[Line, ...]) -> dict[str, object]:
    """The cells with their places: those of the rows that name the columns, and those of the others."""
    places, width = placed(lines)
    rows = [
        [
            {"x": at.column, "y": y, "columns": at.columns, "down": at.down, "words": words}
            for at, words in zip(row, line.cells, strict=True)
        ]
        for y, (row, line) in enumerate(zip(places, lines, strict=True))
    ]
    heads = sum(1 for _ in takewhile(lambda line: line.row.head, lines))
    return {"columns": width, "head": rows[:heads], "body": rows[heads:]}


def _version(language: str, edition: Edition) -> str:
    """The release and its date as far as they are known."""
    t = strings.STRINGS[language]
    if not edition.day:
        return ""
    day = strings.date(edition.day, language)
    return t["paper-version"].format(edition.commit[:12], day) if edition.commit else t["paper-built"].format(day)


@lru_cache
def _compiler(fonts: Path) -> typst.Compiler:
    # Fonts of the machine would make the file another one elsewhere.
    held = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[fonts])
    return typst.Compiler(TEMPLATE, root=TEMPLATE.parent, font_paths=held)
