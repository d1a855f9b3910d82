"""What a change touches, for those who review it."""

from __future__ import annotations

from dataclasses import dataclass

from kb.model.finding import Span
from kb.model.sidebyside import Lines

ADDED, REMOVED, ALTERED, MOVED = "added", "removed", "altered", "moved"
CONFIRMED = "confirmed"
"""A translation whose fingerprint is new and whose words are not."""


@dataclass(frozen=True, slots=True)
class Backlink:
    """A place that speaks of something: in what way (`kind`), what it is called, and where it is written."""

    kind: str
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Touched:
    """One thing that is not as before: ADDED, REMOVED, ALTERED, MOVED or CONFIRMED.

    `key` is its present name, `formerly` its name before where that was another; `name` is how people call it; `span`
    is its place in the later version, in the earlier one where it is REMOVED; `backlinks` speak of it in the later one.
    """

    kind: str
    key: str
    name: str
    span: Span
    lines: Lines = ()
    formerly: str = ""
    backlinks: tuple[Backlink, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """A text of record that is not as before; `old` and `new` are the hashes of its file, None where there is none.

    `registered` is the hash that the document states now; `reason` is that of the corrigendum that explains the
    change, None where there is none; a text that is only added needs none.
    """

    kind: str
    document: str
    name: str
    span: Span
    old: str | None
    new: str | None
    registered: str | None
    reason: str | None
    lines: Lines

    @property
    def unexplained(self) -> bool:
        return self.kind != ADDED and self.reason is None


@dataclass(frozen=True, slots=True)
class Suspect:
    """A translation that no longer fits the Vietnamese words, or that is `missing`, and `lines`, what became of those.

    `span` is the place of the translation, of the Vietnamese where there is none.
    """

    key: str
    name: str
    language: str
    missing: bool
    span: Span
    lines: Lines


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation that is new, gone, or means something else: `old` and `new` name what it means, None where it is not
    there, empty where nothing certain is meant."""

    key: str
    name: str
    text: str
    old: str | None
    new: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Review:
    """All that a change touches, each part in order of place.

    `secret` are files with a mark of secrecy before or after; of such a change nothing else is told. `site` are the
    addresses of pages that come, go or change, `unbuilt` says that errors of the check leave them
    unknown; `files` is what is told nowhere else.
    """

    base: str
    head: str
    secret: tuple[str, ...] = ()
    leaking: bool = False
    """Whether a marked file is there after the change."""
    records: tuple[Record, ...] = ()
    documents: tuple[Touched, ...] = ()
    provisions: tuple[Touched, ...] = ()
    suspects: tuple[Suspect, ...] = ()
    translations: tuple[Touched, ...] = ()
    citations: tuple[Cited, ...] = ()
    questions: tuple[Touched, ...] = ()
    pages: tuple[Touched, ...] = ()
    terms: tuple[Touched, ...] = ()
    site: tuple[tuple[str, str], ...] = ()
    unbuilt: bool = False
    files: tuple[tuple[str, str], ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing at all is touched."""
        return not any((self.secret, self.records, self.documents, self.provisions, self.suspects, self.translations,
                        self.citations, self.questions, self.pages, self.terms, self.site, self.files))  # fmt: skip

    @property
    def unexplained(self) -> tuple[Record, ...]:
        """The texts of record that changed without a corrigendum."""
        return tuple(each for each in self.records if each.unexplained)

    @property
    def fails(self) -> bool:
        """Whether it must not be merged as it is."""
        return self.leaking or bool(self.unexplained)
