"""The near end of the flow: the only module that reads the checkout."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from kb.model.document import Document, TextOfRecord
from kb.model.finding import Finding, Severity, Span
from kb.model.kinds import NumberVocabulary
from kb.model.library import LANGUAGES, Library, Question, refused
from kb.model.library import Page as Prose
from kb.model.memory import Memory
from kb.model.moves import settled
from kb.model.published import Published
from kb.model.suppression import Suppression
from kb.model.text import plain
from kb.parse import citing, document, encoding, misspelt, prose, published, record, suppressions, terms, vocabulary
from kb.parse.frontmatter import Node, YamlError, load
from kb.processors import one_by_one
from kb.tree import FLAT, Stamp, walk

T = TypeVar("T")

SOURCES = "docs/_source/"
DATA_FOLDER = "docs/_data/"
REGISTER = f"{DATA_FOLDER}published.yml"
NOTHING: Mapping[str, str] = MappingProxyType({})
DATA = ("kinds", "issuers", "phases", "themes", "forms", "bodies", "groups", "abbreviations", "terms", "changes")


class NotACheckout(Exception):
    """There is no mkdocs.yml here or in any folder above, or no docs/ beside it."""


def checkout(start: Path) -> Path:
    """The folder of the nearest `mkdocs.yml` upward. Raises NotACheckout."""
    for folder in (start, *start.parents):
        if (folder / "mkdocs.yml").is_file():
            return folder
    raise NotACheckout(f"Không thấy mkdocs.yml ở {start} hay thư mục cha nào.")


def read(
    root: Path, memory: Memory | None = None, overlay: Mapping[str, str] = NOTHING, spread: citing.Spread = one_by_one
) -> Library:
    """Read everything below `docs/`; what a file holds is at worst a problem of the library, never an exception.

    With the `memory` of an earlier reading only what has changed since is read anew. `overlay` maps files below
    `docs/` to texts that stand for what is on the disk, such as an editor's unsaved ones; a file need not be there.
    `spread` does what takes the longest, on several processors where that is wanted.

    Raises NotACheckout where there is no such folder, OSError where the disk refuses.
    """
    if not (root / "docs").is_dir():
        raise NotACheckout(f"Không có thư mục docs ở {root}.")
    with _uncollected():
        return _library(root, memory or Memory(), overlay, spread)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no garbage meanwhile: what is read stays, and going through it over and over takes a quarter more."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _library(root: Path, memory: Memory, overlay: Mapping[str, str], spread: citing.Spread) -> Library:
    reader = _Reader(root, memory, overlay)
    data = reader.data()
    documents = {language: reader.documents(language) for language in LANGUAGES}
    names = tuple((name, key) for key, d in documents["vi"].items() for name in d.names)
    numbers = reader.numbers(data["kinds"], data["issuers"])
    questions = {language: reader.questions(language) for language in LANGUAGES}
    register = reader.register()
    library = Library(
        documents=documents,
        questions=questions,
        pages={language: reader.pages(language) for language in LANGUAGES},
        records=reader.records(documents["vi"]),
        numbers=numbers,
        phases=terms.ways(data["phases"], reader.problems),
        themes=terms.ways(data["themes"], reader.problems),
        forms=terms.ways(data["forms"], reader.problems),
        bodies=terms.ways(data["bodies"], reader.problems),
        groups=terms.ways(data["groups"], reader.problems),
        abbreviations=(
            *terms.abbreviations(data["abbreviations"], reader.problems),
            *terms.terms(data["terms"], reader.problems),
        ),
        changes=terms.changes(data["changes"], reader.problems),
        sources=reader.sources,
        citations=tuple(citing.locate_all(documents, questions, numbers, names, memory, spread)),
        misspelt=tuple(misspelt.misspelt(reader.sources, numbers, memory)),
        problems=tuple(reader.problems),
        files=frozenset(reader.stamps),
        unreadable=frozenset(reader.unreadable),
        suppressions=tuple(reader.suppressions()),
        register=register,
    )
    return settled(library)


class _Held(NamedTuple):
    """What a file holds: its text, what was read from it, and what is wrong; None for what cannot be read."""

    text: str | None
    value: Any
    problems: tuple[Finding, ...]


class _Reader:
    def __init__(self, root: Path, memory: Memory, overlay: Mapping[str, str]) -> None:
        self.root = root
        self.memory = memory
        self.overlay = overlay
        tree = walk(root)
        self.problems: list[Finding] = tree.problems
        self.sources: dict[str, str] = {}
        self.unreadable: set[str] = tree.lost
        # By path, what changes when a file does: its stamp on the disk, or the text that stands for it.
        self.stamps: dict[str, Stamp | str] = dict(sorted({**tree.files, **overlay}.items()))

    def data(self) -> dict[str, Node]:
        """What the data files hold, by name; a file that is not there holds nothing."""
        found, absent = {}, []
        for name in DATA:
            file = f"{DATA_FOLDER}{name}.yml"
            if file in self.stamps:
                found[name] = self._parsed(file, lambda text, _, file=file: load(text, file))
            elif not refused(file, self.unreadable):
                absent.append(file)
            found[name] = found.get(name) or Node([], Span(file))
        whole = len(absent) == len(DATA)
        for file in [DATA_FOLDER.rstrip("/")] if whole else absent:
            message = f"Thiếu thư mục {file} với {len(DATA)} tệp dữ liệu." if whole else "Thiếu tệp dữ liệu."
            remedy = "Lấy lại từ lịch sử (git), hoặc tạo tệp với một danh sách rỗng: []"
            self.problems.append(Finding("META-009", Span(file), message, remedy))
        self.unreadable.update(absent)
        return found

    def register(self) -> Published:
        """The addresses that were published; none before the first release."""
        found = self._parsed(REGISTER, partial(_published, REGISTER)) if REGISTER in self.stamps else None
        return found or Published()

    def numbers(self, kinds: Node, issuers: Node) -> NumberVocabulary:
        """The vocabulary; the same object as long as it is read from the same, since citations are kept by it."""

        def make() -> _Held:
            problems: list[Finding] = []
            return _Held(None, vocabulary.numbers(kinds, issuers, problems), tuple(problems))

        held = self.memory.recall("numbers", (kinds, issuers), make)
        self.problems += held.problems
        return held.value

    def documents(self, language: str) -> dict[str, Document]:
        folder = f"{language}/van-ban"
        if language == "vi":
            return self._each(folder, document.original)
        return self._each(folder, partial(document.translation, language=language))

    def questions(self, language: str) -> dict[str, Question]:
        return self._each(f"{language}/hoi-dap", partial(prose.question, language=language))

    def pages(self, language: str) -> dict[str, Prose]:
        """Pages of our own prose: every other Markdown file, by its path below the language folder."""
        prefix, found = f"docs/{language}/", {}
        others = tuple(f"{prefix}{folder}/" for folder in FLAT)
        for file in self.stamps:
            if file.startswith(prefix) and file.endswith(".md") and not file.startswith(others):
                page = self._parsed(file, partial(_page, file, language))
                if page is not None:
                    found[file.removeprefix(prefix).removesuffix(".md")] = page
        return found

    def records(self, documents: dict[str, Document]) -> dict[str, TextOfRecord]:
        found = {}
        for key, held in documents.items():
            file = f"{SOURCES}{held.source}"
            if not held.source or file not in self.stamps:
                continue  # the rule for texts of record says so
            each = self._parsed(file, partial(_record, file))
            if each is not None:
                found[key] = each
        return found

    def suppressions(self) -> Iterator[Suppression]:
        """The comments to the check in every file that could be read; there are none in texts of record."""
        for file, text in sorted(self.sources.items()):
            if file not in self.unreadable and not file.startswith(SOURCES):
                yield from suppressions.read(text, file)

    def _each(self, folder: str, read_one: Callable[..., T]) -> dict[str, T]:
        prefix, found = f"docs/{folder}/", {}
        for file in self.stamps:
            name = file.removeprefix(prefix)
            if file.startswith(prefix) and name.endswith(".md") and "/" not in name:
                name = name.removesuffix(".md")
                each = self._parsed(file, partial(_one, read_one, file, name))
                if each is not None:
                    found[name] = each
        return found

    def _parsed(self, file: str, parse: Callable[[str, list[Finding]], T]) -> T | None:
        """What a file holds, or None where it cannot be read; the reason is then among the problems."""
        held = self.memory.recall(file, (self.root, self.stamps[file]), partial(self._held, file, parse))
        self.problems += held.problems
        if held.text is not None:
            self.sources[file] = held.text
        if held.value is None:
            self.unreadable.add(file)
        return held.value

    def _held(self, file: str, parse: Callable[[str, list[Finding]], object]) -> _Held:
        problems, text = [], None
        try:
            text = self._text(file)
            if file.startswith(SOURCES):  # received so, and held to its bytes
                problems += encoding.byte_order_mark(text, file, Severity.NOTICE)
            else:
                problems += encoding.byte_order_mark(text, file, Severity.ERROR)
                text = plain(text)
            return _Held(text, parse(text, problems), tuple(problems))
        except (encoding.NotText, YamlError) as error:
            return _Held(text, None, (*problems, error.finding))

    def _text(self, file: str) -> str:
        if file in self.overlay:
            return self.overlay[file]
        with open(f"{self.root}/{file}", "rb") as opened:
            return encoding.decode(opened.read(), file)


def _one(read_one: Callable[..., T], file: str, name: str, text: str, problems: list[Finding]) -> T:
    return read_one(text, file, name, problems=problems)


def _page(file: str, language: str, text: str, problems: list[Finding]) -> Prose:
    return prose.page(text, file, language, problems)


def _published(file: str, text: str, problems: list[Finding]) -> Published:
    return published.published(load(text, file), problems)


def _record(file: str, text: str, problems: list[Finding]) -> TextOfRecord:
    return record.read(text.encode(), file)
