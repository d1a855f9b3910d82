"""A name or symbol in the lists of kinds and issuers that nobody uses, while those who use it agree on another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from functools import partial
from itertools import chain
from typing import NamedTuple

from kb.check.case import Case
from kb.model.citation import Citation
from kb.model.document import TITLE, TextOfRecord, opening_of
from kb.model.finding import Finding
from kb.model.kinds import Kind
from kb.model.library import Library
from kb.model.nearest import Nearest
from kb.model.reference import Located

FILE = "docs/_data/kinds.yml"
ISSUERS = "docs/_data/issuers.yml"
ABBREVIATIONS = "docs/_data/abbreviations.yml"
# One document or entry that disagrees may itself be wrong; two that agree with each other are not.
AGREEING = 2


Called = tuple[tuple[str, str], ...]
"""Numbers, and what citations call their documents."""


class Said(NamedTuple):
    """What begins with what a document is called: its names and citations of it; and the lines of its title block."""

    called: list[str]
    title: list[str]


def check(case: Case) -> Iterator[Finding]:
    """Entries of the lists that every document of the kind or issuer contradicts."""
    if case.sound(ISSUERS, ABBREVIATIONS) and case.faultless(ISSUERS):
        yield from _issuers(case)
    if not case.sound(FILE, ABBREVIATIONS) or not case.faultless(FILE):
        return
    library = case.library
    by_file = library.cited_by_file.items()
    called = {file: case.by_itself(file, (found,), partial(_called, found)) for file, found in by_file}
    # Asked here, not there: else all of it would hang on the errors in every document.
    kinds = frozenset(key for key, each in library.originals.items() if each.kind and not case.doubtful(each, "kind"))
    source = (called, library.records, library.abbreviations, kinds)
    yield from case.kept("", source, partial(_check, library, called.values(), kinds))


def _check(library: Library, called: Iterable[Called], sure: Set[str]) -> Iterator[Finding]:
    cited: dict[str, set[str]] = {}
    for number, name in chain.from_iterable(called):
        cited.setdefault(number, set()).add(name)
    kinds: dict[str, dict[str, Said]] = {}
    for document in library.originals.values():
        if document.id in sure:
            names = (*document.names, *sorted(cited.get(document.number or "", ())))
            said = _texts(names, library.record(document))
            kinds.setdefault(document.kind, {})[document.id] = said
    for key, texts in sorted(kinds.items()):
        entries = [each for each in library.numbers.kinds if each.key == key]
        found = _name(library, key, entries, texts) if entries else _symbol(library, key, texts)
        if found:
            yield found


def _name(library: Library, key: str, entries: list[Kind], texts: Mapping[str, Said]) -> Finding | None:
    unused = [each for each in entries if not any(_begin(said, each) for said in texts.values())]
    for kind in unused:
        agreed = _agreed(library, key, kind, texts)
        mine = len(entries) == 1 or (len(agreed) == 1 and Nearest([kind.vi]).letters(next(iter(agreed))))
        if mine and len(agreed) == 1 and "vi" in kind.at:
            name, by = next(iter(agreed.items()))
            message = f"Không nơi nào gọi văn bản loại {key} là «{kind.vi}»: {by} gọi là «{name}»."
            return Finding("WORD-005", kind.at["vi"], message, f"Ghi vi: {name}")
    return None


def _agreed(library: Library, key: str, kind: Kind, texts: Mapping[str, Said]) -> dict[str, str]:
    """What is no known name of a kind and what several call this one; each with who does."""
    label = _label(library, key)
    kinds = library.numbers.kinds
    every = {name.casefold() for each in kinds for name in each.names}
    # What begins with the name of another kind is of that kind: then the documents are wrong, each by itself.
    others = tuple(f"{name.casefold()} " for each in kinds if each.key != key for name in each.names)
    length = len(kind.vi.split())
    calling: dict[str, list[str]] = {}
    for one, said in texts.items():
        for name in {" ".join(words.split()[:length]) for words in (*said.called, *said.title)} - every:
            if not name.startswith(others):
                calling.setdefault(name, []).append(one)
    if label and label not in every:
        calling.setdefault(label, []).append(ABBREVIATIONS)
    near = Nearest(calling).letters(kind.vi.casefold())
    agreed = {name: by for name, by in calling.items() if len(by) >= AGREEING}
    # Title blocks begin with much else; what they say counts where that is one slip away.
    called = {" ".join(words.split()[:length]) for said in texts.values() for words in said.called} | {label}
    meant = {each.word for each in near} & agreed.keys() or called & agreed.keys()
    return {name: ", ".join(agreed[name][:AGREEING]) for name in meant}


def _symbol(library: Library, key: str, texts: Mapping[str, Said]) -> Finding | None:
    """The one entry that no document uses and whose name all of several have that say another symbol."""
    if not key[:1].isupper():
        # No symbol begins so: the documents are wrong.
        return None
    used = {each.kind for each in library.originals.values()}
    named = [
        kind
        for kind in library.numbers.kinds
        if kind.symbol and kind.symbol not in used and all(_begin(said, kind) for said in texts.values())
    ]
    if len(named) != 1 or "symbol" not in named[0].at:
        return None
    agreeing = [*sorted(texts), *([ABBREVIATIONS] if _label(library, key) == named[0].vi.casefold() else [])]
    if len(agreeing) < AGREEING:
        return None
    by = ", ".join(agreeing[:AGREEING])
    message = f"Không văn bản nào có loại «{named[0].symbol}»: {by} ghi {named[0].vi} là «{key}»."
    return Finding("WORD-005", named[0].at["symbol"], message, f"Ghi symbol: {key}")


def _label(library: Library, key: str) -> str:
    """What the list of abbreviations says that a symbol is."""
    return next((each.labels.get("vi", "").casefold() for each in library.abbreviations if each.short["vi"] == key), "")


def _issuers(case: Case) -> Iterator[Finding]:
    """Names that are one slip away from what several documents with the symbol say of themselves."""
    library = case.library
    known = {name for each in library.numbers.issuers for name in each.names}
    named: dict[str, dict[str, str]] = {}
    for document in library.originals.values():
        if document.issuer_name and not case.doubtful(document, "issuer_name"):
            named.setdefault(document.issuer_name, {})[document.id] = (document.number or "").partition("/")[2]
    unknown = named.keys() - known
    nearest = Nearest(unknown)
    # Most often there is none, and looking for what is near to each issuer takes long.
    for issuer in library.numbers.issuers if unknown else ():
        if issuer.vi in named or "vi" not in issuer.at:
            continue
        near = [each.word for each in nearest.letters(issuer.vi)]
        if len(near) != 1:
            continue
        by = [key for key, symbol in named[near[0]].items() if symbol == issuer.symbol]
        by += [ABBREVIATIONS] if _label(library, issuer.symbol) == near[0].casefold() else []
        if len(by) >= AGREEING:
            told = ", ".join(by[:AGREEING])
            message = f"Không nơi nào gọi cơ quan {issuer.symbol} là «{issuer.vi}»: {told} gọi là «{near[0]}»."
            yield Finding("WORD-005", issuer.at["vi"], message, f"Ghi vi: {near[0]}")


def _called(citations: Iterable[Located]) -> Iterator[tuple[str, str]]:
    """What citations call the documents of a number, each name once."""
    readings = (each.reading for each in citations if each.language == "vi" and isinstance(each.reading, Citation))
    yield from dict.fromkeys((each.canonical, each.kind_name) for each in readings if each.kind_name)


def _texts(called: Iterable[str], record: TextOfRecord | None) -> Said:
    title = "\n".join(each.text for each in opening_of(record.provisions) if each.kind == TITLE) if record else ""
    return Said(_plain(called), _plain(title.split("\n")))


def _plain(texts: Iterable[str]) -> list[str]:
    return [" ".join(each.casefold().split()) for each in texts if each.strip()]


def _begin(said: Said, kind: Kind) -> bool:
    names = [name.casefold() for name in kind.names]
    return any(f"{text} ".startswith(f"{name} ") for text in (*said.called, *said.title) for name in names)
