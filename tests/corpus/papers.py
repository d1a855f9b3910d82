"""The documents of the synthetic corpus: what each is, how it is divided, and what its provisions say."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from random import Random

from tests.corpus.words import ISSUERS, KINDS, LEADS, ORDINALS, SYLLABLES

ROMAN = ("I", "II", "III", "IV", "V")
FIRST_DAY = datetime.date(2000, 1, 1)
DAYS = 9000
# One document in so many is registered only, its text not held.
NOT_HELD_EACH = 10
# One in so many has the number of an earlier document, which another organ issued in another year.
SHARED_EACH = 20
CITING = 0.74
# By date, one in so many early documents is over or amended, and one in so many late ones is not published.
FATE_EACH = 8
FATES = ("replaced_by", "expired", "amended_by")
STATUSES = ("draft", "withheld")
SLUG = str.maketrans("/đ", "-d")


@dataclass(frozen=True, slots=True)
class Place:
    """One provision of a document before it has words; `mark` is what its line begins with in Markdown."""

    id: str
    mark: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """What a document is. A register entry alone has no places."""

    number: str
    kind: str
    issuer: str
    issuer_name: str
    date: datetime.date
    subject: str
    shared: bool
    places: tuple[Place, ...]
    status: str = ""
    fate: Fate | None = None
    names: Paper | None = None  # the document whose fate its opening states

    @property
    def plain(self) -> bool:
        """Whether it has a text and a number of its own, and nothing is said of it or of another one in it."""
        return bool(self.places) and not (self.shared or self.status or self.fate or self.names)

    @property
    def over(self) -> bool:
        return self.fate is not None and self.fate.field != "amended_by"

    @property
    def id(self) -> str:
        return f"{self.number.lower().translate(SLUG)}-{self.date.year}"


@dataclass(frozen=True, slots=True)
class Fate:
    """What has become of a document: the field that says so, the document that states it, and the day from which."""

    field: str
    by: str
    since: datetime.date


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation: what it says of the document that it means."""

    target: Paper
    locator: str
    kind_name: str
    number: str
    date: datetime.date
    issuer_name: str
    spelled: bool

    def __str__(self) -> str:
        day, month, year = self.date.day, self.date.month, self.date.year
        date = f"{day:02d} tháng {month} năm {year}" if self.spelled else f"{day:02d}/{month}/{year}"
        locator = f"{self.locator} " if self.locator else ""
        return f"{locator}{self.kind_name} số {self.number} ngày {date} của {self.issuer_name}"


@dataclass(frozen=True, slots=True)
class Provision:
    """A place with its words, and the citation between them."""

    place: Place
    before: str
    cited: Cited | None = None
    after: str = ""

    @property
    def text(self) -> str:
        return f"{self.before}{self.cited}{self.after}" if self.cited else self.before


def papers(count: int, rng: Random) -> list[Paper]:
    """So many documents, each with a key of its own: number, date and issuer."""
    made: list[Paper] = []
    counters: dict[tuple[str, str], int] = {}
    for index in range(count):
        places = () if index % NOT_HELD_EACH == NOT_HELD_EACH - 1 else _places(rng)
        if index % SHARED_EACH == SHARED_EACH - 4 and (twin := _twin(made, places, rng)):
            made[twin[0]], second = twin[1:]
            made.append(second)
            continue
        kind, (symbol, name) = rng.choice(tuple(KINDS)), rng.choice(ISSUERS)
        counters[kind, symbol] = counters.get((kind, symbol), 0) + 1
        number = f"{counters[kind, symbol]:02d}-{kind}/{symbol}"
        date = FIRST_DAY + datetime.timedelta(rng.randrange(DAYS))
        made.append(Paper(number, kind, symbol, name, date, _words(rng, 8, 14), False, places))
    return _with_fates(made)


def _with_fates(made: list[Paper]) -> list[Paper]:
    """Some early documents are over or amended, as the next one states; some late ones are not published."""
    alone = sorted((paper for paper in made if paper.plain), key=lambda paper: paper.date)
    changed: dict[str, Paper] = {}
    for turn, at in enumerate(range(0, len(alone) // 2 - 1, FATE_EACH)):
        first, second, last = alone[at], alone[at + 1], alone[-1 - at]
        first = replace(first, fate=Fate(FATES[turn % len(FATES)], second.id, second.date))
        changed[first.id], changed[second.id] = first, replace(second, names=first)
        changed[last.id] = replace(last, status=STATUSES[turn % len(STATUSES)])
    return [changed.get(paper.id, paper) for paper in made]


def _twin(made: list[Paper], places: tuple[Place, ...], rng: Random) -> tuple[int, Paper, Paper] | None:
    """A document without a twin whose symbol stands for several organs, and a new one with its number."""
    index = rng.randrange(len(made))
    for at in (*range(index, len(made)), *range(index)):
        first = made[at]
        others = [name for symbol, name in ISSUERS if symbol == first.issuer and name != first.issuer_name]
        if others and not first.shared:
            moved = first.date + datetime.timedelta(370 if first.date.year < 2012 else -370)
            second = replace(
                first, issuer_name=others[0], date=moved, subject=_words(rng, 8, 14), shared=True, places=places
            )
            return at, replace(first, shared=True), second
    return None


def _places(rng: Random) -> tuple[Place, ...]:
    """Parts, sections, some with subsections; dashes below the lowest, some with a paragraph before."""
    places = [Place("tieu-de", ""), Place("mo-dau-p1", "")]
    for part in range(3):
        roman = ROMAN[part]
        places.append(Place(roman.lower(), "## ", f"{roman}. "))
        for section in range(1, rng.randint(2, 4)):
            name = f"{roman.lower()}-{section}"
            places.append(Place(name, "### ", f"{section}. "))
            if rng.random() < 0.4:
                for below in range(1, rng.randint(3, 4)):
                    label = f"{section}.{below}"
                    places.append(Place(f"{roman.lower()}-{label}", "#### ", f"{label}. "))
                    places += _leaf(f"{roman.lower()}-{label}", rng)
            else:
                places += _leaf(name, rng)
    return tuple(places)


def _leaf(parent: str, rng: Random) -> list[Place]:
    lead = [Place(f"{parent}-p1", "")] if rng.random() < 0.3 else []
    return lead + [Place(f"{parent}-{number}", "- ") for number in range(1, rng.randint(4, 8))]


def provisions(paper: Paper, every: list[Paper], rng: Random) -> list[Provision]:
    """The words of a document, with correct citations of the others."""
    cited = [each for each in every if citable(each, paper.date)]
    first = [Provision(place, _title(paper)) for place in paper.places[:1]]
    opening = [_item(place, paper, [_stated(paper, every)], rng, 1.0) for place in paper.places[1:2]]
    rest = [
        Provision(place, place.label + _capital(_words(rng, 5, 9)))
        if place.label
        else _item(place, paper, cited, rng, CITING)
        for place in paper.places[2:]
    ]
    return first + opening + rest


def citable(cited: Paper, day: datetime.date) -> bool:
    """Whether a document of that day may cite another one, and nothing is found."""
    return not cited.status and not (cited.over and cited.fate.since <= day)


def _stated(paper: Paper, every: list[Paper]) -> Paper:
    """The document that a text cites in its opening: one whose fate it states, or in turn those whose text is not held.

    So each of these is stated.
    """
    if paper.names:
        return paper.names
    entries = [each for each in every if not each.places] or [each for each in every if each is not paper]
    return entries[next(n for n, each in enumerate(every) if each is paper) % len(entries)]


def _title(paper: Paper) -> str:
    date = f"{paper.date.day:02d} tháng {paper.date.month:02d} năm {paper.date.year}"
    lines = (paper.issuer_name.upper(), "*", f"Số {paper.number}", "ĐẢNG CỘNG SẢN VIỆT NAM")
    return "\n".join((*lines, f"Hà Nội, ngày {date}", KINDS[paper.kind].upper(), paper.subject))


def _item(place: Place, paper: Paper, held: list[Paper], rng: Random, citing: float) -> Provision:
    target = rng.choice(held)
    if target is paper or rng.random() >= citing:
        return Provision(place, f"{_capital(_words(rng, 14, 24))}.")
    before = f"{_capital(_words(rng, 3, 7))} {rng.choice(LEADS)} "
    return Provision(place, before, _cited(target, rng), f", {_words(rng, 3, 8)}.")


def _cited(target: Paper, rng: Random) -> Cited:
    name, spelled = KINDS[target.kind], rng.random() < 0.2
    return Cited(target, _locator(target, rng), name, target.number, target.date, target.issuer_name, spelled)


def _locator(target: Paper, rng: Random) -> str:
    """A provision that is there, in citation form; or none, for the document as a whole."""
    if not target.places or rng.random() < 0.5:
        return ""
    place = rng.choice([place for place in target.places if place.mark])
    part, _, below = place.id.partition("-")
    number, _, item = below.partition("-")
    units = [f"phần {part.upper()}"]
    if number:
        units.append(f"mục {number.partition('.')[0]}")
    if "." in number:
        units.append(f"tiểu mục {number}")
    if item:
        units.append(f"gạch đầu dòng thứ {ORDINALS[int(item) - 1]}")
    return ", ".join(reversed(units))


def _words(rng: Random, least: int, most: int) -> str:
    return " ".join(rng.choices(SYLLABLES, k=rng.randint(least, most)))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
