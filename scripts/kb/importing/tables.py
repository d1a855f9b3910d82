"""Tables of a Word file: those that only place the header and the signature, and those that hold data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from kb.importing.decoding import Decoder
from kb.importing.grid import Place
from kb.importing.received import Paragraph
from kb.importing.story import Block
from kb.model.alphabet import UPPER
from kb.model.labels import begins
from kb.model.mending import mended
from kb.model.outline import OFFICE
from kb.model.rows import Row
from kb.model.rows import row as joined
from kb.model.titlecolumns import columns
from kb.model.titlelines import ADDRESSED, MOTTO, NUMBERED, PLACED, upper

SIGNING = re.compile(
    rf"\s*(?:Nơi nhận|(?:T/?M|K/?T|T/?L|TUQ|Q)\.?\s+[{UPPER}]{{2}}|\((?:[Đđ]ã ký|[Kk]ý))"
    r"|.*\n\s*(?:Nơi nhận|\((?:[Đđ]ã ký|[Kk]ý))",
    re.S,
)
EARLY = 6


def placed(blocks: list[Block], decoder: Decoder) -> list[Paragraph]:
    """Blocks as paragraphs in order; a table of data is one paragraph a row."""
    found: list[Paragraph] = []
    for place, block in enumerate(blocks):
        if block.rows is None:
            found += lines(block, decoder, len(found) < 2 * EARLY)
            continue
        held = [[(_cell(each.blocks, decoder), each.place) for each in row] for row in block.rows]
        cells = [[cell for cell, place in row if not place.goes_on] for row in held]
        words = ["\n".join(each.text for each in cell) for row in cells for cell in row]
        if _is_layout(words, place, max(map(len, cells), default=0)) or _signs(words, place, len(blocks)):
            found += [each for row in cells for cell in row for each in cell]
        else:
            texts = [[(" ".join(each.text for each in cell), place) for cell, place in row] for row in held]
            found += _data(texts, block.heads)
    return found


def _data(rows: list[list[tuple[str, Place]]], heads: int) -> Iterator[Paragraph]:
    """The rows of a table of data that have words.

    The rows that Word repeats name the columns, else the first one; with it those that its cells reach into.
    """
    heads = sum(any(text for text, _ in row) for row in rows[:heads])
    laid = list(_laid([row for row in rows if any(text for text, _ in row)]))
    reached = max((down for row in laid[:1] for _, (_, down) in row), default=0)
    heads = max(heads, reached) if len(laid) > max(heads, reached) else 0
    for number, row in enumerate(laid):
        yield Paragraph(joined(text for text, _ in row), row=Row(number < heads, tuple(spans for _, spans in row)))


def _laid(rows: list[list[tuple[str, Place]]]) -> list[list[tuple[str, tuple[int, int]]]]:
    """The cells of each row, over how many columns and rows each goes; one that goes on from above is none."""
    counted: list[list[tuple[str, Place, list[int]]]] = []
    above: dict[tuple[int, int], list[int]] = {}
    for row in rows:
        counted.append([])
        here: dict[tuple[int, int], list[int]] = {}
        for text, place in row:
            key = (place.column, place.columns)
            if place.goes_on and key in above:
                here[key] = above[key]
                here[key][0] += 1
            else:
                here[key] = [1]
                counted[-1].append((text, place, here[key]))
        above = here
    return [[(text, (place.columns, down[0])) for text, place, down in row] for row in counted]


def noted(notes: list[list[Block]], decoder: Decoder) -> list[Paragraph]:
    """Footnotes, each one paragraph behind its number."""
    words = (" ".join(each.text for block in _flat(note) for each in lines(block, decoder, False)) for note in notes)
    return [Paragraph(f"[^{number}]: {text}") for number, text in enumerate(words, 1)]


def _is_layout(words: list[str], place: int, columns: int) -> bool:
    if columns < 2:
        return True
    words = [mended(each)[0] for each in words]
    printed = [line for each in words for line in each.split("\n")]
    header = any(MOTTO.search(line) or NUMBERED.match(line) or PLACED.match(line) for line in printed)
    # What is attached has a header of its own.
    inner = any(MOTTO.fullmatch(line.strip()) for line in printed)
    addressed = any(ADDRESSED.match(each) for each in words)
    return addressed or inner or (place < EARLY and header) or any(SIGNING.match(each) for each in words)


def _signs(words: list[str], place: int, blocks: int) -> bool:
    """Whether a table in the last part of a text holds an office and a name, and nothing long."""
    late = (
        place > blocks * 0.6 and len(words) <= 6 and all(len(line) < 90 for each in words for line in each.split("\n"))
    )
    return late and any(OFFICE.match(each.strip()) and upper(each.strip().split("\n")[0]) for each in words)


def _cell(blocks: list[Block], decoder: Decoder) -> list[Paragraph]:
    return [each for block in _flat(blocks) for each in lines(block, decoder, True)]


def _flat(blocks: list[Block]) -> Iterator[Block]:
    """The paragraphs of a cell, those of tables in it too."""
    for block in blocks:
        if block.rows is None:
            yield block
        else:
            for cell in chain.from_iterable(block.rows):
                yield from _flat(cell.blocks)


def lines(block: Block, decoder: Decoder, apart: bool) -> list[Paragraph]:
    """A paragraph; several where line breaks in it divide what is no running text."""
    found: list[str] = []
    for line in decoder.text(block.pieces).split("\n"):
        parts = [" ".join(line.split("\t"))]
        if apart:
            parts = columns(line)
        for part in parts:
            if found and found[-1] and not apart and not block.centred and not begins(part):
                found[-1] = f"{found[-1].rstrip()} {part.lstrip()}"
            else:
                found.append(part)
    return [Paragraph(each.strip(), block.centred) for each in found if each.strip()]
