"""From what git remembers to what readers are told: the versions of each document laid against each other.

A version that was a draft, held back or marked as secret was never shown, and is not shown now: it counts as not there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from kb.log import Log, Logged
from kb.model import secrecy
from kb.model.document import PUBLISHED, Document
from kb.model.history import ADDED, ALTERED, MOVED, REMOVED, UNKNOWN, Altered, Event, History, Release
from kb.model.library import LANGUAGES, Library
from kb.model.moves import Moves
from kb.model.pairing import pairs
from kb.model.stated import stated
from kb.model.text import plain
from kb.parse import document
from kb.parse.frontmatter import YamlError

FOLDER = "van-ban/"
ASKED = "hoi-dap/"
# What readers are told of the front matter; the rest is for editors.
FIELDS = (
    *("number", "kind", "issuer", "issuer_name", "place", "date", "subject", "title", "basis", "held"),
    *("replaced_by", "amended_by", "expired", "sha256"),
)
TRANSLATED = ("title", "subject", "issuer_name", "place")

Version = Document | str | None
"""A version of a document: read, or the name of its text where that needed no reading; None where it is not there."""


def history(log: Log | None, library: Library) -> History:
    """The history of all that the library publishes; `UNKNOWN` without a log."""
    if log is None:
        return UNKNOWN
    told = _Told(log, library.published)
    first = log.commits[:1] if not log.whole else ()
    for logged in log.commits:
        told.commit(logged, silent=logged in first)
    return History(
        known=True,
        since=first[0].day if first else None,
        releases=tuple(Release(*each) for each in log.releases),
        documents={language: _newest(told.documents[language]) for language in LANGUAGES},
        prose={language: _newest(told.prose[language]) for language in LANGUAGES},
    )


def _newest(found: Mapping[str, list[Event]]) -> dict[str, tuple[Event, ...]]:
    return {key: tuple(reversed(events)) for key, events in found.items()}


class _Told:
    """What has been told up to a commit, and which text each file had."""

    def __init__(self, log: Log, library: Library) -> None:
        self.log, self.library, self.moves = log, library, Moves.of(library)
        self.texts: dict[str, dict[str, str]] = defaultdict(dict)
        self.read: dict[tuple[str, str], Version] = {}
        self.documents: dict[str, dict[str, list[Event]]] = defaultdict(lambda: defaultdict(list))
        self.prose: dict[str, dict[str, list[Event]]] = defaultdict(lambda: defaultdict(list))

    def commit(self, logged: Logged, *, silent: bool) -> None:
        """Go one commit on; a `silent` one is where memory begins."""
        touched = defaultdict(list)
        for entry in logged.entries:
            _, language, below = entry.path.split("/", 2)
            touched[self._key(below.removesuffix(".md"))].append((language, below, entry))
        for key, entries in touched.items():
            before = {language: self._version(key, language) for language in LANGUAGES}
            for language, below, entry in entries:
                held = self.texts[f"{language}/{key}"]
                held.pop(below, None)
                if entry.new:
                    held[below] = entry.new
            after = {language: self._version(key, language) for language in LANGUAGES}
            for language in LANGUAGES if not silent else ():
                moved = self._moved(key, language, entries)
                self._tell(logged, key, language, before[language], after[language], moved=moved)

    def _key(self, below: str) -> str:
        """The present path of a file."""
        if below.startswith(FOLDER):
            return FOLDER + self.moves.documents.get(below.removeprefix(FOLDER), below.removeprefix(FOLDER))
        if below.startswith(ASKED):
            return ASKED + self.moves.questions.get(below.removeprefix(ASKED), below.removeprefix(ASKED))
        return below

    @staticmethod
    def _moved(key: str, language: str, entries: list) -> bool:
        """Whether the file has come under its present name, and gone under another."""
        names = [(below == f"{key}.md", bool(entry.new)) for own, below, entry in entries if own == language]
        return (True, True) in names and (False, False) in names

    def _version(self, key: str, language: str) -> Version:
        """What readers of a language were shown; of a translation nothing where the original was not shown."""
        held = self.texts.get(f"{language}/{key}")
        if not held:
            return None
        name = held.get(f"{key}.md") or next(iter(held.values()))
        if not key.startswith(FOLDER):
            return name
        shown = self._document(key.removeprefix(FOLDER), language, name)
        return shown if language == "vi" or self._version(key, "vi") else None

    def _document(self, key: str, language: str, name: str) -> Version:
        if (key, name) not in self.read:
            text = self.log.texts.get(name)
            self.read[key, name] = name if text is None else _read(key, language, plain(text))
        return self.read[key, name]

    def _tell(self, logged: Logged, key: str, language: str, old: Version, new: Version, *, moved: bool) -> None:
        if old == new and not moved:
            return
        kind = ADDED if old is None else REMOVED if new is None else MOVED if moved else ALTERED
        own = (logged.commit, logged.day, logged.why, logged.release, kind)
        if not key.startswith(FOLDER):
            if key.removeprefix(ASKED) in self._held(key, language):
                self.prose[language][key].append(Event(*own))
            return
        provisions, fields = (), ()
        if isinstance(old, Document) and isinstance(new, Document):
            provisions, fields = _altered(old, new), _fields(old, new, FIELDS if language == "vi" else TRANSLATED)
            if not (provisions or fields or moved):
                return
        if key.removeprefix(FOLDER) in self.library.documents[language]:
            self.documents[language][key.removeprefix(FOLDER)].append(Event(*own, provisions, fields))

    def _held(self, key: str, language: str) -> Mapping[str, object]:
        """What there is now of its sort."""
        return self.library.questions[language] if key.startswith(ASKED) else self.library.pages[language]


def _read(key: str, language: str, text: str) -> Document | None:
    """A version of a document, as far as it can be read and could be shown."""
    if secrecy.marked_line(text):
        return None
    path = f"docs/{language}/{FOLDER}{key}.md"
    try:
        if language == "vi":
            found = document.original(text, path, key, [])
        else:
            found = document.translation(text, path, key, language, [])
    except YamlError:
        return None
    return found if found.status == PUBLISHED else None


def _altered(old: Document, new: Document) -> tuple[Altered, ...]:
    found = []
    for pair in pairs(old, new):
        one, other = (each.text if each else None for each in pair)
        if one != other or pair.moved:
            here = pair.new or pair.old
            found.append(Altered(here.id, pair.old.id if pair.moved else "", one, other))
    return tuple(found)


def _fields(old: Document, new: Document, names: tuple[str, ...]) -> tuple[tuple[str, str, str], ...]:
    both = ((name, stated(old, name), stated(new, name)) for name in names)
    return tuple(each for each in both if each[1] != each[2])
