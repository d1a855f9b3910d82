"""From text to citations: find numbers, decide, then look around each for date, issuer and locator."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Set
from dataclasses import dataclass
from typing import NamedTuple

from kb.model.citation import Citation, Mention
from kb.model.kinds import NumberVocabulary
from kb.parse.citations.accept import accept
from kb.parse.citations.around import Around, around
from kb.parse.citations.canonical import canonical, kind_and_issuer
from kb.parse.citations.context import Left, Name, left, lists
from kb.parse.citations.dates import calls
from kb.parse.citations.lexicon import Lexicon, lexicon
from kb.parse.citations.mentions import POINTING, Taken, mentions
from kb.parse.citations.normalise import Working, squeezed, working
from kb.parse.citations.numbers import Number, numbers
from kb.parse.citations.rows import date_cells

# In an address a number is a slug: nobody can say where it was cut.
ADDRESS = re.compile(r"(?:https?://|www\.)[^\s()<>\[\]\"]+", re.IGNORECASE)


# What OCR prints for the figures of a year: `2O16`, `20l9`
FIGURES = str.maketrans("OQlI", "0011")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text cites, in the order of the text."""

    citations: tuple[Citation, ...]
    mentions: tuple[Mention, ...]


class Found(NamedTuple):
    """A number that was accepted, with what stands before it."""

    number: Number
    left: Left


def read(text: str, vocabulary: NumberVocabulary, names: tuple[tuple[str, str], ...] = ()) -> Reading:
    """Read the citations of Vietnamese official documents in a text.

    Offsets are code points of `text` as given, whatever its normal form; nothing in it needs to be cleaned before.
    `names` holds pairs of a wording and a key, for documents that are cited without a number; such a citation
    comes back as a mention with that key. Reading takes time in proportion to the length of the text.

    >>> reading = read("khoản 2 Điều 5 Nghị định số 30/2020/NĐ–CP ngày 05-3-2020 của Chính phủ", vocabulary)
    >>> found = reading.citations[0]
    >>> found.raw, found.canonical, found.date, found.issuer_name, found.locator
    ('30/2020/NĐ–CP', '30/2020/NĐ-CP', '2020-03-05', 'Chính phủ', 'khoản 2 Điều 5')
    >>> read("Kế hoạch này thay thế Kế hoạch số 26.", vocabulary).mentions[1].form
    'short'
    """
    work, known = working(text), lexicon(vocabulary)
    if work.figure == len(work.text) and not names and not any(word in work.text for word in POINTING):
        return Reading((), ())
    found = _found(work, known, _addresses(text, work.source))
    citations, taken, cell = [], [], date_cells(work.text)
    floor, earlier = 0, None
    for index, (number, before) in enumerate(found):
        ceiling = max(number.end, _begin(found[index + 1].left)) if index + 1 < len(found) else len(work.text)
        surroundings = around(work.text, floor, before, number.end, ceiling, known, earlier, cell(number.start, floor))
        floor, earlier = surroundings.end, surroundings.date.iso if surroundings.date else None
        citation = _citation(text, work, number, before, surroundings, known)
        citations.append(citation)
        symbol = citation.canonical.removeprefix(number.number)
        taken.append(Taken(number.start, number.end, surroundings.start, surroundings.end, symbol))
    return Reading(tuple(citations), mentions(text, work, known, taken, names))


def _found(work: Working, known: Lexicon, in_address: Callable[[int], bool]) -> list[Found]:
    """The numbers that are document numbers.

    A number that is cited in one place is a citation in every other, too: in the first column of a register, in a note.
    So is one with the same symbol of several parts: it was an organ's there, and is here. What is called a form in one
    place is none in another, where no type word stands right before it.
    """
    found, refused, forms = _sifted(work, known, in_address, frozenset())
    again = {_key(one.number) for one in found} & {_key(number) for number in refused} if refused else ()
    if again:
        found, _, forms = _sifted(work, known, in_address, again)
    return [one for one in found if one.left.adjacent or _whole(one.number) not in forms] if forms else found


def _key(number: Number) -> tuple[object, ...]:
    return number.parts if len(number.parts) > 1 else _whole(number)


def _whole(number: Number) -> tuple[object, ...]:
    return number.number, number.year, number.parts


def _sifted(
    work: Working, known: Lexicon, in_address: Callable[[int], bool], cited: Set[tuple[object, ...]]
) -> tuple[list[Found], list[Number], Set[tuple[object, ...]]]:
    """Document numbers, what has only their form, and the numbers of forms.

    The members of a list share what stands before the first.
    """
    text = work.text
    found: list[Found] = []
    refused: list[Number] = []
    forms: set[tuple[object, ...]] = set()
    form_end = -1
    for number in numbers(work, known):
        last = found[-1] if found else None
        floor = last.number.end if last else 0
        # A committee's own number is part of the symbol: `KH-BCĐ 138/CP`
        if number.start < floor or in_address(number.start):
            continue
        before = left(text, floor, number.start, number.parts[0], known)
        if last and before.name is None and lists(text, floor, number.start):
            before = before._replace(name=_shared(last, number.parts[0], known), adjacent=True, listed=True)
        if form_end >= 0 and lists(text, form_end, number.start):
            before = before._replace(form=True)
        if _accepted(text, number, before, known) or (_key(number) in cited and not before.form):
            found.append(Found(number, before))
        elif before.form:
            form_end = number.end
            forms.add(_whole(number))
        elif not before.other:
            refused.append(number)
    return found, refused, forms


def _accepted(text: str, number: Number, before: Left, known: Lexicon) -> bool:
    if accept(number, before, known):
        return True
    called = calls(text, number.end) or (len(number.parts) == 1 and _in_cell(text, number))
    return called and accept(number, before, known, dated=True)


def _in_cell(text: str, number: Number) -> bool:
    """Alone in a cell of a table, `| 1023/LĐLĐ |`, a number with so many figures counts documents."""
    sides = text[max(0, number.start - 3) : number.start].strip(" "), text[number.end : number.end + 3].strip(" ")
    return len(number.number) > 2 and sides[0][-1:] == sides[1][:1] == "|"


def _shared(last: Found, first: str, known: Lexicon) -> Name | None:
    """The type word of a list, for a further member: not for `Thông báo số 12-TB/TU; số 24-QĐ/TU`."""
    name = last.left.name
    return None if name is None or (first in known.kinds and first not in name.symbols) else name


def _begin(before: Left) -> int:
    return before.start if before.name is None or before.listed else before.name.start


def _addresses(text: str, source: Callable[[int], int]) -> Callable[[int], bool]:
    spans = [match.span() for match in ADDRESS.finditer(text)] if "://" in text or "www." in text else []
    if not spans:
        return lambda offset: False
    starts = [start for start, _ in spans]

    def inside(offset: int) -> bool:
        at = source(offset)
        index = bisect_right(starts, at) - 1
        return index >= 0 and at < spans[index][1]

    return inside


def _citation(text: str, work: Working, number: Number, before: Left, found: Around, known: Lexicon) -> Citation:
    given = work.given
    start, end = given((number.start, number.end))
    form = canonical(number, known)
    kind, issuer = kind_and_issuer(number, form, known)
    name = before.name
    year = int(number.year.translate(FIGURES)) if number.year else None
    return Citation(
        start=start,
        end=end,
        raw=text[start:end],
        canonical=form,
        number=number.number,
        year=year if year is None or year > 99 else year + (1900 if year >= 45 else 2000),
        kind=kind,
        issuer=issuer,
        date=found.date.iso if found.date else None,
        issuer_name=found.organ.name if found.organ else None,
        locator=found.located.locator if found.located else None,
        kind_name=squeezed(work.text[name.start : name.end]) if name else None,
        date_span=given(found.date.span) if found.date else None,
        issuer_name_span=given(found.organ.span) if found.organ else None,
        locator_span=given(found.located.span) if found.located else None,
        kind_name_span=given((name.start, name.end)) if name else None,
        context_span=given((found.start, found.end)),
    )
