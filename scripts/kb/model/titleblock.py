"""The block at the head of an official document: where it ends, and what it prints."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kb.model.labels import RULE
from kb.model.titlecolumns import Piece, divided
from kb.model.titlelines import (
    ADDRESSED,
    DRAFT,
    KIND,
    MOTTO,
    NUMBERED,
    PLACED,
    SUBJECT,
    begins_body,
    is_anchor,
    is_mark,
    iso,
    upper,
)
from kb.model.titlesubject import OPENER, below_kind

BODY_END = re.compile(r"[.;:…!?”\"]$")
PART = re.compile(r"[IVXLC]+\. ")


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """What a block prints; None or empty for what it does not. `end` is the first line behind it.

    `kind` and `subject` are as printed; `issuer` are the lines of the issuing body, its parent's first; `owner` is
    what stands between kind and subject (`CỦA BỘ CHÍNH TRỊ`); `blank` says that the number or the date was left open.
    """

    end: int = 0
    number: str | None = None
    date: str | None = None
    place: str | None = None
    kind: str | None = None
    owner: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    issuer: tuple[str, ...] = ()
    draft: bool = False
    blank: bool = False
    letter: bool = False
    """An official letter: no kind, the subject under the number."""


def read(lines: Sequence[str], centred: Sequence[bool] = ()) -> TitleBlock:
    """Read the block that a document begins with; `lines` hold no empty one.

    Where it is known which lines are centred, they tell where the subject ends.
    """
    pieces = divided(lines)
    anchors = _anchors(pieces)
    if not anchors:
        return TitleBlock(_plain_end(lines))
    after = anchors[-1] + 1
    kind = _kind_at(pieces, anchors[0], after)
    number = next((found for each in pieces if (found := NUMBERED.match(each.text))), None)
    dated = next((PLACED.match(pieces[at].text) for at in anchors if PLACED.match(pieces[at].text)), None)
    known = _printed(number, dated) | {
        "issuer": _issuer(pieces, anchors),
        "draft": any(DRAFT.match(each.text) for each in pieces[: max(after, kind or 0) + 1]),
    }
    if kind is None or _addressed_before(pieces, kind):
        return _letter(pieces, anchors, known, len(lines))
    owner, subject, end = below_kind(pieces, kind + 1, centred)
    name, whose, about = _kind_line(pieces[kind].text)
    end_line = pieces[end].line if end < len(pieces) else len(lines)
    end_line = max(end_line, pieces[max(after, kind + 1) - 1].line + 1)
    return TitleBlock(end=end_line, kind=name, owner=(*whose, *owner), subject=(*about, *subject), **known)


def _plain_end(lines: Sequence[str]) -> int:
    """Without any sign of a header: the lines before the first that ends as running text does."""
    return next((at for at, line in enumerate(lines) if BODY_END.search(line) or PART.match(line)), len(lines))


def _anchors(pieces: Sequence[Piece]) -> list[int]:
    """Where number, date and the names of Party and State stand; a later number or date is that of another document."""
    found: list[int] = []
    found += [at for at, each in enumerate(pieces) if NUMBERED.match(each.text)][:1]
    # A line that holds a day and no place may go on from a subject that names another document.
    dates = [(not match["place"], at) for at, each in enumerate(pieces) if (match := PLACED.match(each.text))]
    found += [at for _, at in sorted(dates)[:1]]
    mottoes = [at for at, each in enumerate(pieces) if MOTTO.search(each.text) and len(each.text) < 120]
    found += [at for at in mottoes if at < mottoes[0] + 8]
    return sorted(set(found))


def _kind_at(pieces: Sequence[Piece], first: int, after: int) -> int | None:
    """Where the kind stands: the first line in capitals behind all else of the header."""
    for at in range(after, min(after + 10, len(pieces))):
        text = pieces[at].text
        if begins_body(text) or SUBJECT.match(text):
            break
        if (upper(text) and not is_mark(text) and not MOTTO.search(text)) or KIND.fullmatch(text.upper()):
            return at
    spelled = (at for at in range(first, len(pieces)) if KIND.match(pieces[at].text) and upper(pieces[at].text[:9]))
    return next((at for at in spelled if not begins_body(pieces[at].text)), None)


def _addressed_before(pieces: Sequence[Piece], kind: int) -> bool:
    """A letter may hold a line in capitals far below: it is no kind behind an address."""
    return any(ADDRESSED.match(each.text) for each in pieces[:kind])


def _kind_line(text: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """The kind, whose it is and what it is about, where one line holds several: `NGHỊ QUYẾT CỦA BỘ CHÍNH TRỊ`."""
    found = KIND.match(text)
    rest = text[found.end() :].strip() if found else ""
    if rest.startswith("CỦA "):
        return text[: found.end()], (rest,), ()
    if SUBJECT.match(rest.capitalize()):
        return text[: found.end()], (), (rest,)
    return text.strip(" :"), (), ()


def _printed(number: re.Match[str] | None, dated: re.Match[str] | None) -> dict[str, object]:
    printed = number["number"].strip() if number else None
    # `Số:      -KH/ĐU`: a number that has not been given
    open_number = bool(printed is not None and not re.match(r"\d", printed))
    day = iso(dated) if dated else None
    place = dated["place"] if dated else None
    return {
        "number": None if open_number else printed,
        "date": day,
        "place": place.strip(" ,.(") if place else None,
        "blank": open_number or bool(dated and not day),
    }


def _issuer(pieces: Sequence[Piece], anchors: Sequence[int]) -> tuple[str, ...]:
    """The lines in capitals that stand before the number, without the names of Party and State."""
    number = next((at for at in anchors if NUMBERED.match(pieces[at].text)), anchors[-1])
    found: list[str] = []
    for piece in pieces[:number]:
        text = piece.text.strip(" *")
        if not upper(text) or MOTTO.search(text) or is_mark(text) or RULE.fullmatch(text):
            continue
        if found and (re.match(r"(?:VÀ|CÁC|-|–)\s", text) or re.search(r"(?:\sVÀ|,|-|–)$", found[-1])):
            found[-1] = f"{found[-1]} {text}"
        else:
            found.append(text)
    return tuple(found)


def _letter(pieces: Sequence[Piece], anchors: Sequence[int], known: dict[str, object], length: int) -> TitleBlock:
    """An official letter, or a block without a kind: the subject stands under the number."""
    after = anchors[-1] + 1
    number = next((at for at, each in enumerate(pieces) if NUMBERED.match(each.text)), None)
    start = next((at for at, each in enumerate(pieces[: after + 6]) if SUBJECT.match(each.text)), None)
    if start is None and number is not None:
        start = number + 1
    subject: list[str] = []
    end = after
    for at in range(start if start is not None else len(pieces), len(pieces)):
        text = pieces[at].text
        # Where the columns stand row by row, the other one comes between the lines of a subject.
        if at < after and (at in anchors or RULE.fullmatch(text)):
            continue
        elsewhere = bool(subject) and at not in anchors  # the number or day of another document
        if (
            (is_anchor(text) and not elsewhere)
            or RULE.fullmatch(text)
            or begins_body(text)
            or upper(text)
            or DRAFT.match(text)
        ):
            break
        if BODY_END.search(text) or (subject and OPENER.match(text) and at >= after):
            break
        subject.append(text)
        end = max(end, at + 1)
    end_line = pieces[end].line if end < len(pieces) else length
    return TitleBlock(end=end_line, subject=tuple(subject), letter=True, **known)
