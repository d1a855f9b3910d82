"""Documents and their provisions, as authored and as received."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property, lru_cache
from itertools import takewhile
from typing import NamedTuple

from kb.model.finding import Span
from kb.model.mending import mended
from kb.model.rows import Row

TITLE = "title"
HEADING = "heading"
DASH = "dash"
PARAGRAPH = "paragraph"

TITLE_ID = "tieu-de"
# Texts of record lie here, as they were received.
SOURCES = "docs/_source/"
# Behind the ID of what an import could not place, until an editor has looked at it.
DOUBTFUL = "xem-lai"

PUBLISHED = "published"
DRAFT = "draft"
WITHHELD = "withheld"
STATUSES = (PUBLISHED, DRAFT, WITHHELD)

# tieu-de · mo-dau-p1 · ii · ii-2.3 · ii-2.3-p1 · ii-1.1-3 · i-2.a · ii-1.n3 · muc-2 · chuong-i
# chuong-i-muc-2 · dieu-5.2.d · noi-nhan-1 · chu-ky-p1 · chu-thich-1 · kem-theo-1-dieu-2 · ii-1-lan-2
_COUNT = r"(?:[1-9]\d*[a-z]{0,2}|n?[1-9]\d*|[a-z]{1,2})"
_UNIT = rf"(?:phan|chuong|tieu-muc|muc|dieu)-(?:thu-[a-z]+|[ivxlc]+|{_COUNT})(?:\.{_COUNT})*"
_ROMAN = rf"[ivxlc]+(?:\.{_COUNT})*"
_PLAIN = r"[1-9]\d*(?:\.[1-9]\d*)*(?:\.(?:n[1-9]\d*|[a-z]{1,2}))*"
PROVISION_ID = re.compile(
    rf"{TITLE_ID}"
    r"|(?:kem-theo-[1-9]\d*-)?(?:"
    r"(?:mo-dau|noi-nhan|chu-ky)-[pg]?[1-9]\d*"
    r"|chu-thich-[1-9]\d*"
    rf"|(?:{_UNIT}|{_ROMAN})(?:-{_UNIT})*(?:-{_ROMAN})?(?:-{_PLAIN})?(?:-lan-[1-9]\d*)?(?:-[pg]?[1-9]\d*)?"
    r")"
)

# A paragraph that is counted and has no label: `ii-1.1-p1`
COUNTED = re.compile(r"-p[1-9]\d*\Z|\Achu-thich-")


# The last piece of an ID: `ii-1`, where that stands a second time, and a dash of it.
INNERMOST = re.compile(r"[-.][^-.]+(?:-lan-[1-9]\d*)?\Z")

# Blanks before another blank, and those at the end of a line.
SUPERFLUOUS = re.compile(r" (?= )|[ \t]+(?=\n|\Z)")


# Kept, since most texts are the same when they are checked again.
@lru_cache(maxsize=1 << 18)
def fingerprint(text: str) -> str:
    """First 12 hex digits of the SHA-256 of the words of `text`; a translation carries that of its original.

    The words are those in NFC without superfluous blanks: no translation follows either.
    """
    words = unicodedata.normalize("NFC", text)
    if "  " in words or "\t" in words or " \n" in words or words.endswith(" "):
        words = SUPERFLUOUS.sub("", words)
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def slug(text: str, separator: str = "-") -> str:
    """A name in addresses: without marks, and with `đ` kept as `d` (`Đường dẫn` → `duong-dan`)."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return separator.join(re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c))))


# A tuple with names, as all of which there are tens of thousands: a frozen dataclass takes four times as long to make.
class Provision(NamedTuple):
    """The smallest unit that can be cited.

    `id` is empty where the author wrote none; `level` is the heading level (2 to 4) or 0;
    `text` is without list or heading marker; the lines of a title block are joined by a line feed.
    `span` points at the first character of the text; `translates` is the fingerprint that a translated
    provision carries, or None; `doubtful` says that an import could not place it and no editor has looked at it;
    `row` is None where it is no row of a table; `quoted` says that it is a paragraph of an article of another document.
    """

    id: str
    kind: str
    level: int
    text: str
    span: Span
    translates: str | None = None
    doubtful: bool = False
    row: Row | None = None
    quoted: bool = False

    @property
    def marker(self) -> str:
        """What its line begins with in Markdown."""
        if self.kind == HEADING:
            return "#" * self.level + " "
        # What begins like a quotation would be read as one.
        quoted = self.kind == PARAGRAPH and (self.quoted or self.text.startswith(">"))
        return "- " if self.kind == DASH else "> " if quoted else ""

    @property
    def parent(self) -> str:
        """ID of what a dash or paragraph stands under; the ID itself for other kinds."""
        if self.labelled or self.kind not in (DASH, PARAGRAPH):
            return self.id if self.kind != PARAGRAPH else self.id.rpartition(".")[0]
        return self.id.rpartition("-")[0]

    @property
    def labelled(self) -> bool:
        """Whether it has a label of its own and is no heading: `dieu-5.2.d`, which others stand under."""
        return self.kind == PARAGRAPH and COUNTED.search(self.id) is None

    @property
    def lines(self) -> range:
        """The lines of the file on which the words stand."""
        return range(self.span.line, self.span.line + self.text.count("\n") + 1)


@dataclass(frozen=True, slots=True)
class Normalisation:
    """A deviation from the text of record that readers see outside the provisions; `reasons` by language.

    `at` maps a field to the place of its value.
    """

    provision: str
    received: str
    shown: str
    reasons: Mapping[str, str]
    at: Mapping[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Relation:
    """What has become of a document: another one (`document`) replaces or amends it, or it expired on `date`.

    `stated_by` is the provision (`document#provision`) that says so, or the id of a document that does and whose text
    is not held; `span` is the place of the document or date, `source` that of `stated_by`.
    """

    document: str | None
    date: str | None
    stated_by: str
    span: Span
    source: Span


class Held:
    """What has provisions."""

    provisions: tuple[Provision, ...]

    @cached_property
    def clauses(self) -> int:
        """How many provisions are no headings."""
        return sum(p.kind != HEADING for p in self.provisions)


@dataclass(frozen=True)
class Document(Held):
    """One document in one language; facts that are not known are None.

    `held` says whether the full text is here; `source` names the file of the text of record; `status` is that of
    the original, in which a translation shares;
    `kind` is a symbol, `called` the name where the field gives that since the symbol stands for several kinds;
    `names` are the wordings by which a document without a number is cited;
    `mended` tells by provision which stray characters an import has mended, `original_sha256` is that of the file which
    was imported, `warnings` are what an editor has to look at;
    `aliases` map provision IDs of old to those of now, `formerly` are ids that the document had;
    `at` maps a front matter key (`date`, `horizon.year`) to the place of its value.
    """

    id: str
    path: str
    language: str
    held: bool
    status: str = PUBLISHED
    number: str | None = None
    kind: str | None = None
    called: str | None = None
    issuer: str | None = None
    issuer_name: str | None = None
    place: str | None = None
    date: str | None = None
    subject: str | None = None
    title: str | None = None
    names: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    stated_by: str | None = None
    replaced_by: Relation | None = None
    amended_by: tuple[Relation, ...] = ()
    expired: Relation | None = None
    source: str | None = None
    sha256: str | None = None
    horizon: tuple[int, str] | None = None
    subject_of: str | None = None
    normalisations: tuple[Normalisation, ...] = ()
    mended: Mapping[str, str] = field(default_factory=dict)
    original_sha256: str | None = None
    warnings: tuple[str, ...] = ()
    provisions: tuple[Provision, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    formerly: tuple[str, ...] = ()
    at: Mapping[str, Span] = field(default_factory=dict)

    @property
    def hidden(self) -> bool:
        """Whether the site must show nothing of it."""
        return self.status != PUBLISHED

    def place_of(self, key: str) -> Span:
        """Where the value of a front matter key stands; the top of the file where it is missing."""
        return self.at.get(key, Span(self.path))

    def without_strays(self, received: tuple[Provision, ...]) -> tuple[Provision, ...]:
        """The provisions of its text of record as it must have them: no stray characters where it says so."""
        if not self.mended:
            return received
        return tuple(p._replace(text=mended(p.text)[0]) if p.id in self.mended else p for p in received)

    @cached_property
    def face(self) -> tuple[object, ...]:
        """All that other files can say something about, save the words of its provisions: two faces may be compared."""
        own = tuple(getattr(self, each.name) for each in fields(self) if each.name != "provisions")
        return (*own, tuple((each.id, each.kind) for each in self.provisions))

    @cached_property
    def by_id(self) -> Mapping[str, Provision]:
        """Provisions by ID, old IDs too; the first one where an ID stands twice."""
        living = {p.id: p for p in reversed(self.provisions) if p.id}
        return {old: living[now] for old, now in self.aliases.items() if now in living} | living

    @cached_property
    def ids(self) -> frozenset[str]:
        """The IDs of its provisions, old ones too."""
        return frozenset((*(p.id for p in self.provisions if p.id), *self.aliases))

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each provision stands among all, by its ID; the first one where an ID stands twice."""
        return {p.id: place for place, p in reversed(list(enumerate(self.provisions)))}

    @cached_property
    def below(self) -> Mapping[str, list[Provision]]:
        """Dashes and paragraphs by the ID of the heading that they stand under."""
        found: dict[str, list[Provision]] = {}
        for provision in self.provisions:
            if provision.kind in (DASH, PARAGRAPH):
                found.setdefault(provision.parent, []).append(provision)
        return found

    def heading_of(self, provision: Provision) -> Provision | None:
        """The innermost heading that a dash or paragraph stands under; a numbered sentence is none.

        None for what stands under none: the opening, recipients, signature, notes.
        """
        name = provision.id
        while shorter := INNERMOST.sub("", name):
            if shorter == name:
                return None
            name = shorter
            if (found := self.by_id.get(name)) and found.kind == HEADING:
                return found
        return None


def within(provisions: Iterable[Provision], section: str) -> list[Provision]:
    """The dashes and paragraphs of a section and of the sections below it, in order."""
    below = (f"{section}-", f"{section}.")
    return [p for p in provisions if p.kind in (DASH, PARAGRAPH) and p.id.startswith(below)]


def opening_of(provisions: Iterable[Provision]) -> tuple[Provision, ...]:
    """What stands before the first heading: the title block, and what the document rests on."""
    return tuple(takewhile(lambda each: each.kind != HEADING, provisions))


@dataclass(frozen=True)
class TextOfRecord(Held):
    """A received text: its file, the SHA-256 of its bytes, and the provisions read from it."""

    path: str
    sha256: str
    provisions: tuple[Provision, ...]

    @cached_property
    def ids(self) -> frozenset[str]:
        """The IDs of its provisions."""
        return frozenset(p.id for p in self.provisions)
