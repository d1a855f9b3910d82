"""The lines of a title block, those taken apart into which its columns have run together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.model.alphabet import LOWER, UPPER
from kb.model.labels import HYPHEN
from kb.model.titlelines import FREEDOM, KIND, MOTTO, PARTY, STATE, begins_body, is_anchor

LONGEST_HEAD = 70
LONGEST_FLAT = 1200
_SPLIT = re.compile(
    rf"(?P<motto>{PARTY}|{STATE}|{FREEDOM})"
    rf"|(?P<number>(?<!\w)(?:Số|SỐ)\s*:?\s*\d[\d\s]*[-–—/]\s*(?:\d{{4}}\s*/\s*)?[A-ZĐ][\wĐđ]*(?:\s?[-–—/.&]\s?[A-ZĐ][\wĐđ]*)*)"
    rf"|(?P<date>(?<!\w)(?:(?:[{UPPER}][{LOWER}.]*\s+){{0,4}}[{UPPER}][{LOWER}.]*\s*,\s*)?ngày\s*\d{{1,2}}\s*(?:tháng|[/.-])\s*\d{{1,2}}\s*(?:năm|[/.-])\s*\d{{4}})"
    rf"|(?P<rule>[-–—_=]{{3,}}|(?<=\s)\*(?=\s))"
)
HEADED = (
    MOTTO,
    re.compile(r"(?:Số|SỐ|số)\s*:?\s*[\d.…_/-]"),
    re.compile(r"ngày.{0,40}tháng.{0,40}năm|\w,\s*ngày\s*[\d.…]+\s*[/-].{0,16}\d\W*$"),
)
_WIDE = re.compile(r"[ \u00a0]*(?:\t|[ \u00a0]{4})[ \t\u00a0]*")
# Around the blanks of a number or a date that was left open.
_OPEN = re.compile(r"(?:[Ss]ố|SỐ)\s*:?$|(?:ngày|tháng|năm)$")
_FILLED = re.compile(r"[\d.…]")
# A number that a narrow column has broken.
_BEGUN = re.compile(rf"\W*(?:Số|SỐ|số)\b\s*[:.]?\s*\d[\w\s/{HYPHEN}]{{0,40}}")
_JOINT = re.compile(rf"[{HYPHEN}/]")
_ENDED = re.compile(rf"[{HYPHEN}/]?\s?[{UPPER}]\w{{0,14}}(?:\s?[{HYPHEN}/]\s?[{UPPER}]\w{{0,14}}){{0,3}}")
_GOES_ON = re.compile(r"(?:tháng|năm)\b|[-–—/]\s*[^\W_]")


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    line: int


def divided(lines: Sequence[str]) -> list[Piece]:
    """The lines of the head, those divided into which several columns have run together."""
    found: list[Piece] = []
    for number, line in enumerate(lines[:LONGEST_HEAD]):
        if found and (whole := rejoined(found[-1].text, line)):
            found[-1] = Piece(whole, found[-1].line)
            continue
        found += [Piece(piece, number) for piece in unflattened(line)]
        if number > 3 and any(begins_body(piece.text) for piece in found[-1:]) and _anchored(found):
            # What the subject needs to see of the body.
            found += [Piece(line, at) for at, line in enumerate(lines[number + 1 : number + 3], number + 1)]
            break
    return found


def _anchored(pieces: Sequence[Piece]) -> bool:
    return any(is_anchor(piece.text) for piece in pieces)


def unflattened(line: str) -> list[str]:
    """A line into which the columns of a header have run together, in its parts; any other line as it is.

    >>> unflattened("BỘ TÀI CHÍNH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    ['BỘ TÀI CHÍNH', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']
    """
    found = [each for each in _SPLIT.finditer(line) if each.lastgroup != "rule"] if len(line) < LONGEST_FLAT else []
    if not found:
        return [line]
    # A number or a date in a sentence is no header.
    if not any(each.lastgroup == "motto" for each in found) and not (
        len(found) > 1 and len(line) < 160 and not re.match(rf"[{UPPER}]?[{LOWER}]", line.removeprefix("Số"))
    ):
        return [line]
    parts, at = [], 0
    for each in _SPLIT.finditer(line):
        parts += [*_kind_apart(line[at : each.start()]), each[0]]
        at = each.end()
    parts += _kind_apart(line[at:])
    return [part.strip() for part in parts if part.strip()]


def parts(lines: Sequence[str]) -> list[str]:
    """All lines of a block in their parts, a broken number as one."""
    found: list[str] = []
    for line in lines:
        if found and (whole := rejoined(found[-1], line)):
            found[-1] = whole
        else:
            found += unflattened(line)
    return found


def rejoined(line: str, following: str) -> str | None:
    """A number of two lines as one; None where the first ends none or the second does not go on with it.

    >>> rejoined("Số: 123/SNV-", "TCCB"), rejoined("Số: 12/QĐ", "LUẬT")
    ('Số: 123/SNV-TCCB', None)
    """
    line, following = line.rstrip(), following.strip()
    if not (_BEGUN.fullmatch(line) and _ENDED.fullmatch(following)) or KIND.fullmatch(following):
        return None
    # One of the two has the hyphen or stroke at which the number was broken.
    once = bool(_JOINT.match(line[-1])) != bool(_JOINT.match(following))
    return line + following if once else None


def columns(line: str) -> list[str]:
    """A line of a header whose columns stand apart by tabs or many blanks; any other line in one piece.

    >>> columns("Số:      -KH/ĐU        Hà Nội, ngày      tháng      năm 2026")
    ['Số:      -KH/ĐU', 'Hà Nội, ngày      tháng      năm 2026']
    """
    if len(line) >= LONGEST_FLAT or not any(each.search(line) for each in HEADED):
        return [" ".join(line.split("\t"))]
    line = line.strip()
    parts, start = [], 0
    for gap in _WIDE.finditer(line):
        rest = line[gap.end() :]
        if not (_GOES_ON.match(rest) or (_OPEN.search(line[start : gap.start()]) and _FILLED.match(rest))):
            parts.append(line[start : gap.start()])
            start = gap.end()
    return [*parts, line[start:]]


def _kind_apart(rest: str) -> Iterator[str]:
    """What follows a flattened header: the kind in capitals, then the subject."""
    if not KIND.match(rest.strip()):
        yield rest
        return
    words = rest.split()
    capitals = next((at for at, word in enumerate(words) if any(c.islower() for c in word)), len(words))
    yield " ".join(words[:capitals])
    yield " ".join(words[capitals:])
