"""What an English text says of a document around its number, in the words of the Vietnamese register.

`Plan No. 26-KH/BTGTW dated 5 May 2021 of the Central Commission for Propaganda and Education`: the number is read as in
Vietnamese; kind, date and issuer stand in English words and come back under their Vietnamese names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from kb.model.citation import Citation, Span
from kb.model.kinds import NumberVocabulary
from kb.parse.citations import english_dates, english_places

Pairs = tuple[tuple[str, str], ...]
Said = tuple[str, Span]
"""What is said of a document, and where."""

NUMBER_WORD = re.compile(r"(?:\s+(?:nos?\.?|numbers?|№))?\s*\Z", re.IGNORECASE)
WORD = re.compile(r"[\w’'&-]+")
REACH = 60
# `On 6 May 2021, the Secretariat issued the Plan …`
ISSUED = re.compile(r"\s+(?:has\s+|had\s+)?(?:issued|adopted|promulgated|signed|approved)\s+(?:the\s+|its\s+)?\Z")
FAR = 160
# Only what is known is an issuer in the next cell of a table.
CELL = re.compile(r"[ ]*\|[ ]*(?=[A-Z])")
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
        kinds.setdefault(plain(kind.en), []).append((kind.symbol, kind.vi))
    names: dict[str, list[str]] = {}
    for issuer in numbers.issuers:
        names.setdefault(plain(issuer.en), []).append(issuer.vi)
    known = {english: found[0] for english, found in names.items()}
    known |= {plain(english): vi for english, vi in issuers if len(names.get(plain(english), ())) != 1}
    return Vocabulary({name: tuple(found) for name, found in kinds.items()}, known)


def in_english(text: str, citations: Sequence[Citation], known: Vocabulary) -> Iterator[Citation]:
    """The citations of an English text, each with what the text says around its number.

    >>> text = "Directive No. 05-CT/TW dated 15 May 2016 of the Political Bureau on learning"
    >>> [(c.kind_name, c.date, c.issuer_name) for c in in_english(text, read(text, numbers).citations, known)]
    [('chỉ thị', '2016-05-15', 'Bộ Chính trị')]
    """
    floor, place = 0, english_places.reader(text)
    for index, citation in enumerate(citations):
        ceiling = citations[index + 1].start if index + 1 < len(citations) else len(text)
        kind = _kind(text, floor, citation, known)
        begin = kind[1][0] if kind else citation.start
        dated, issuer = dated_and_issued(text, citation.end, ceiling, known)
        by = _by(text, floor, begin, known)
        dated = dated or (english_dates.before(text, floor, by[1][0]) if by else None)
        issuer = issuer or by
        located = place(floor, begin)
        behind = [span[1] for _, span in filter(None, (dated, issuer)) if span[0] > citation.start]
        floor = max(citation.end, *behind, 0)
        yield citation._replace(
            kind_name=kind[0] if kind else None,
            kind_name_span=kind[1] if kind else None,
            date=dated[0] if dated else None,
            date_span=dated[1] if dated else None,
            issuer_name=issuer[0] if issuer else None,
            issuer_name_span=issuer[1] if issuer else None,
            locator=located[0] if located else None,
            locator_span=located[1] if located else None,
            context_span=(begin, floor),
        )


def dated_and_issued(text: str, end: int, ceiling: int, known: Vocabulary) -> tuple[Said | None, Said | None]:
    """Date and issuer that stand behind a number, in either order, each with its place."""
    at, dated = english_dates.behind(text, end, ceiling)
    issuer = _issuer(text, at, ceiling, known)
    if issuer and not dated:
        _, dated = english_dates.behind(text, issuer[1][1], ceiling)
    return dated, issuer


def _by(text: str, floor: int, begin: int, known: Vocabulary) -> Said | None:
    """The issuer that stands before the verb of issuing, where the vocabulary has it."""
    verb = ISSUED.search(text, max(floor, begin - REACH), begin)
    if not verb:
        return None
    for word in WORD.finditer(text, max(floor, verb.start() - FAR), verb.start()):
        if named := known.issuers.get(plain(text[word.start() : verb.start()])):
            return named, (word.start(), verb.start())
    return None


def _kind(text: str, floor: int, citation: Citation, known: Vocabulary) -> tuple[str, Span] | None:
    """The type word before the number; one name may stand for several kinds, and the symbol tells which."""
    floor = max(floor, citation.start - REACH)
    end = NUMBER_WORD.search(text, floor, citation.start).start()
    starts = [found.start() for found in WORD.finditer(text, floor, end)]
    for start in starts[-4:]:
        if found := known.kinds.get(plain(text[start:end])):
            name = next((vi for symbol, vi in found if symbol == citation.kind), found[0][1])
            return name, (_narrowed(text, start, starts), end)
    return None


def _narrowed(text: str, start: int, starts: Sequence[int]) -> int:
    """Where `Action Programme` begins: the word before in capitals, if it has them not from beginning a sentence."""
    before = [at for at in starts if at < start]
    narrowing = len(before) > 1 and text[before[-1]].isupper() and "." not in text[before[-2] : start]
    return before[-1] if narrowing else start


def _issuer(text: str, at: int, ceiling: int, known: Vocabulary) -> tuple[str, Span] | None:
    """The issuer that is named from `at` on; one that nobody knows keeps its English name."""
    lead = LEAD.match(text, at, ceiling) or CELL.match(text, at, ceiling)
    name = NAME.match(text, lead.end(), ceiling) if lead else None
    if not name:
        return None
    start, end = name.span()
    words = [(start + word.start(), start + word.end()) for word in WORD.finditer(name[0])]
    for _, stop in reversed(words):
        named = known.issuers.get(plain(text[start:stop]))
        if named and (stop == end or GOES_ON.match(text, stop)):
            return named, (start, stop)
    if lead[0].strip() == "|":
        return None
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


def plain(name: str) -> str:
    """A name as the vocabulary has it."""
    return " ".join(name.casefold().split())
