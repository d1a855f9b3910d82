"""What an English text says of a document around its number, in the words of the Vietnamese register.

`Plan No. 26-KH/BTGTW dated 5 May 2021 of the Central Commission for Propaganda and Education`: the number is read as in
Vietnamese; kind, date and issuer stand in English words and come back under their Vietnamese names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from kb.model.citation import Citation, Span
from kb.model.kinds import NumberVocabulary

Pairs = tuple[tuple[str, str], ...]

NUMBER_WORD = re.compile(r"(?:\s+(?:nos?\.?|numbers?|№))?\s*\Z", re.IGNORECASE)
WORD = re.compile(r"[\w’'&-]+")
REACH = 60
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = r"[A-Z][a-z]{2,8}\.?"
NTH = r"\d{1,2}(?:st|nd|rd|th)?"
DATED = re.compile(
    r"[\s,]*\(?\s*(?:(?:dated|issued\s+on|signed\s+on|of|on|from)\s+)?(?P<date>"
    rf"(?P<day>{NTH})\s+(?P<month>{MONTH}),?\s+(?P<year>\d{{4}})"
    rf"|(?P<later_month>{MONTH})\s+(?P<later_day>{NTH}),?\s+(?P<later_year>\d{{4}})"
    r"|(?P<plain_day>\d{1,2})/(?P<plain_month>\d{1,2})/(?P<plain_year>\d{4}))(?!\w)"
)
LEAD = re.compile(r"[\s,)]*(?:issued\s+by|of|by|from)\s+(?:the\s+)?(?=[A-Z])")
# A name goes on over small words as long as another capital follows.
NAME = re.compile(r"[A-Z][\w’'&-]*(?:,?\s+(?:(?:of|the|and|for|on|in)\s+){0,2}[A-Z][\w’'&-]*)*")
# A longer name may begin with a shorter one: `Political Bureau of the Party`, but not `Government Office`.
GOES_ON = re.compile(r",|\s+(?:of|and)\b")
SMALL = frozenset({"and", "the", "of", "for"})


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """English names in small letters: kinds to symbol and Vietnamese name, issuers to the latter."""

    kinds: Mapping[str, tuple[tuple[str | None, str], ...]]
    issuers: Mapping[str, str]


@lru_cache(maxsize=4)
def vocabulary(numbers: NumberVocabulary, issuers: Pairs) -> Vocabulary:
    """The names of the vocabulary, and pairs of English and Vietnamese names from the register.

    Where an English name stands for several issuers, the one of the register is meant.
    """
    kinds: dict[str, list[tuple[str | None, str]]] = {}
    for kind in numbers.kinds:
        kinds.setdefault(_plain(kind.en), []).append((kind.symbol, kind.vi))
    names: dict[str, list[str]] = {}
    for issuer in numbers.issuers:
        names.setdefault(_plain(issuer.en), []).append(issuer.vi)
    known = {english: found[0] for english, found in names.items()}
    known |= {_plain(english): vi for english, vi in issuers if len(names.get(_plain(english), ())) != 1}
    return Vocabulary({name: tuple(found) for name, found in kinds.items()}, known)


def in_english(text: str, citations: Sequence[Citation], known: Vocabulary) -> Iterator[Citation]:
    """The citations of an English text, each with what the text says around its number.

    >>> text = "Directive No. 05-CT/TW dated 15 May 2016 of the Political Bureau on learning"
    >>> [(c.kind_name, c.date, c.issuer_name) for c in in_english(text, read(text, numbers).citations, known)]
    [('chỉ thị', '2016-05-15', 'Bộ Chính trị')]
    """
    floor = 0
    for index, citation in enumerate(citations):
        ceiling = citations[index + 1].start if index + 1 < len(citations) else len(text)
        kind = _kind(text, floor, citation, known)
        at, dated = _date(text, citation.end, ceiling)
        issuer = _issuer(text, at, ceiling, known)
        if issuer and not dated:
            _, dated = _date(text, issuer[1][1], ceiling)
        floor = max(citation.end, *(span[1] for _, span in filter(None, (dated, issuer))), 0)
        yield citation._replace(
            kind_name=kind[0] if kind else None,
            kind_name_span=kind[1] if kind else None,
            date=dated[0] if dated else None,
            date_span=dated[1] if dated else None,
            issuer_name=issuer[0] if issuer else None,
            issuer_name_span=issuer[1] if issuer else None,
            context_span=(kind[1][0] if kind else citation.start, floor),
        )


def _kind(text: str, floor: int, citation: Citation, known: Vocabulary) -> tuple[str, Span] | None:
    """The type word before the number; one name may stand for several kinds, and the symbol tells which."""
    floor = max(floor, citation.start - REACH)
    end = NUMBER_WORD.search(text, floor, citation.start).start()
    starts = [found.start() for found in WORD.finditer(text, floor, end)]
    for start in starts[-4:]:
        if found := known.kinds.get(_plain(text[start:end])):
            name = next((vi for symbol, vi in found if symbol == citation.kind), found[0][1])
            return name, (_narrowed(text, start, starts), end)
    return None


def _narrowed(text: str, start: int, starts: Sequence[int]) -> int:
    """Where `Action Programme` begins: the word before in capitals, if it has them not from beginning a sentence."""
    before = [at for at in starts if at < start]
    narrowing = len(before) > 1 and text[before[-1]].isupper() and "." not in text[before[-2] : start]
    return before[-1] if narrowing else start


def _date(text: str, at: int, ceiling: int) -> tuple[int, tuple[str, Span] | None]:
    """Where the text goes on, and a date from `at` on, as ISO; none where the calendar has no such day."""
    found = DATED.match(text, at, ceiling)
    if not found:
        return at, None
    form = next(prefix for prefix in ("", "later_", "plain_") if found[f"{prefix}day"])
    day, month, year = (found[f"{form}{part}"] for part in ("day", "month", "year"))
    try:
        number = int(month) if month.isdigit() else MONTHS.index(month[:3].lower()) + 1
        iso = date(int(year), number, int(day.rstrip("stndrh"))).isoformat()
    except ValueError:
        return found.end(), None
    return found.end(), (iso, found.span("date"))


def _issuer(text: str, at: int, ceiling: int, known: Vocabulary) -> tuple[str, Span] | None:
    """The issuer that is named from `at` on; one that nobody knows keeps its English name."""
    lead = LEAD.match(text, at, ceiling)
    name = NAME.match(text, lead.end(), ceiling) if lead else None
    if not name:
        return None
    start, end = name.span()
    words = [(start + word.start(), start + word.end()) for word in WORD.finditer(name[0])]
    for _, stop in reversed(words):
        named = known.issuers.get(_plain(text[start:stop]))
        if named and (stop == end or GOES_ON.match(text, stop)):
            return named, (start, stop)
    for before, (begin, _) in pairwise(words):
        if _begins_kind(text[begin:end], known):
            end = before[1]
            break
    named = text[start:end]
    return re.sub(r"(?:\s+(?:and|of|the|for))+\Z", "", named), (start, end)


def _begins_kind(text: str, known: Vocabulary) -> bool:
    """Whether the next words are a type word: another citation begins there."""
    words = [word.casefold() for word in WORD.findall(text)[:3]]
    return any(" ".join(words[:count]) in known.kinds for count in range(1, len(words) + 1))


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
