"""What a reader of document numbers needs to know of kinds and issuers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kb.model.finding import Span

# The name of a kind whose number shows none, and a word for a document of any kind.
GENERIC = "văn bản"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document. One symbol may stand for several kinds (QĐ: quyết định, quy định)."""

    symbol: str | None
    """`None` where the number never shows the kind: `Luật số 45/2019/QH14`."""
    vi: str
    en: str
    spellings: tuple[str, ...] = ()
    """Other wordings of the name, as they are printed."""
    symbols: tuple[str, ...] = ()
    """Other symbols that are in use for this kind."""
    alone: bool = False
    """The symbol makes a number without an issuer: `08/2016/AL`."""
    at: Mapping[str, Span] = field(default_factory=dict, compare=False)
    """Where its fields stand, for those of a checkout."""

    @property
    def key(self) -> str:
        """What a document of this kind says in its field: the symbol, else the name."""
        return self.symbol or self.vi

    @property
    def names(self) -> tuple[str, ...]:
        """Its Vietnamese name and other wordings of it."""
        return (self.vi, *self.spellings)


@dataclass(frozen=True, slots=True)
class Issuer:
    """An organ that issues documents. One symbol may stand for several organs (TW, ĐUK, TU)."""

    symbol: str
    vi: str
    en: str
    spellings: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    alone: bool = False
    """The symbol makes a number without a kind: `84-CP`, `85/2015/QH13`."""
    at: Mapping[str, Span] = field(default_factory=dict, compare=False)
    """Where its fields stand, for those of a checkout."""

    @property
    def names(self) -> tuple[str, ...]:
        """Its Vietnamese name and other wordings of it."""
        return (self.vi, *self.spellings)


# Compared by identity: a vocabulary is loaded once, and hashing it for each text would cost more than reading.
@dataclass(frozen=True, slots=True, eq=False)
class NumberVocabulary:
    """Kinds and issuers, as an editor keeps them."""

    kinds: tuple[Kind, ...]
    issuers: tuple[Issuer, ...]

    def written(self, kind: Kind) -> str:
        """What a document of this kind says in its field: its key, or its name where that is the key of another one."""
        first = next((each for each in self.kinds if each.key == kind.key), kind)
        return kind.key if first is kind else kind.vi

    def called(self, words: str) -> Kind | None:
        """The kind that a field means by a name, where its key is the key of another one: `quy định`, `thông tri`."""
        return next((kind for kind in self.kinds if kind.vi == words and self.written(kind) == words != kind.key), None)
