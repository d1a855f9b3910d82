"""The near end of the flow: the library that the files of a checkout make."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from kb.files import Files
from kb.model.corrigendum import Corrigendum, corrected
from kb.model.document import SOURCES, Document, TextOfRecord
from kb.model.finding import Finding, Span
from kb.model.garbage import uncollected
from kb.model.kinds import NumberVocabulary
from kb.model.library import LANGUAGES, Library, refused
from kb.model.memory import Memory
from kb.model.moves import settled
from kb.model.prose import Page as Prose
from kb.model.prose import Question
from kb.model.published import Published
from kb.model.suppression import Suppression
from kb.model.terms import Entry
from kb.parse import citing, corrigenda, document, misspelt, prose, published, record, suppressions, terms, vocabulary
from kb.parse.frontmatter import Node, load
from kb.processors import one_by_one
from kb.tree import FLAT

T = TypeVar("T")

DATA_FOLDER = "docs/_data/"
REGISTER = f"{DATA_FOLDER}published.yml"
CORRIGENDA = f"{DATA_FOLDER}corrigenda.yml"
NOTHING: Mapping[str, str] = MappingProxyType({})
WAYS = ("phases", "themes", "forms", "bodies", "groups")
ENTRIES: Mapping[str, Callable[[Node, list[Finding]], tuple[Entry, ...]]] = {
    **dict.fromkeys(WAYS, terms.ways),
    "abbreviations": terms.abbreviations,
    "terms": terms.terms,
    "changes": terms.changes,
}
DATA = ("kinds", "issuers", *ENTRIES)


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

    Raises NotACheckout where there is no such folder or a link in its place, OSError where the disk refuses.
    """
    if not (root / "docs").is_dir():
        raise NotACheckout(f"Không có thư mục docs ở {root}.")
    if (root / "docs").is_symlink():
        raise NotACheckout(f"docs ở {root} là liên kết tượng trưng; kho không đi theo. Thay nó bằng chính thư mục.")
    with uncollected():
        library = _library(root, memory or Memory(), overlay, spread)
        # Nor later: what was read is in no circle, so it goes when nobody holds it.
        gc.freeze()
        return library


def _library(root: Path, memory: Memory, overlay: Mapping[str, str], spread: citing.Spread) -> Library:
    files = Files(root, memory, overlay)
    reader = _Reader(files)
    data = reader.data()
    documents = {language: reader.documents(language) for language in LANGUAGES}
    names = tuple((name, key) for key, d in documents["vi"].items() for name in d.names)
    numbers = reader.numbers(data["kinds"], data["issuers"])
    questions = {language: reader.questions(language) for language in LANGUAGES}
    pages = {language: reader.pages(language) for language in LANGUAGES}
    register = reader.register()
    mended = reader.corrigenda()
    records, idle = corrected(reader.records(documents["vi"]), mended)
    entries = {name: read_entries(data[name], files.problems) for name, read_entries in ENTRIES.items()}
    in_files = {f"{DATA_FOLDER}{name}.yml": found for name, found in entries.items()}
    documents["vi"] = {key: _called(document, numbers) for key, document in documents["vi"].items()}
    citing_texts = citing.Texts(documents, questions, pages, in_files)
    library = Library(
        documents=documents,
        questions=questions,
        pages=pages,
        records=records,
        numbers=numbers,
        **{way: entries[way] for way in WAYS},
        abbreviations=entries["abbreviations"] + entries["terms"],
        changes=entries["changes"],
        sources=files.sources,
        citations=tuple(citing.locate_all(citing_texts, numbers, names, memory, spread)),
        misspelt=tuple(misspelt.misspelt(files.sources, numbers, memory)),
        problems=tuple(files.problems),
        files=frozenset(files.stamps),
        unreadable=frozenset(files.unreadable),
        suppressions=tuple(reader.suppressions()),
        register=register,
        corrigenda=mended,
        idle=idle,
        unused=files.unused(),
    )
    return settled(library)


def _called(document: Document, numbers: NumberVocabulary) -> Document:
    """The document with the symbol of its kind, where the field gives the name since several kinds have that symbol."""
    kind = numbers.called(document.kind) if document.kind else None
    return replace(document, kind=kind.key, called=kind.vi) if kind else document


class _Reader:
    """What the files hold, kind by kind."""

    def __init__(self, files: Files) -> None:
        self.files = files

    def data(self) -> dict[str, Node]:
        """What the data files hold, by name; a file that is not there holds nothing."""
        found, absent = {}, []
        for name in DATA:
            file = f"{DATA_FOLDER}{name}.yml"
            if file in self.files.stamps:
                found[name] = self.files.parsed(file, lambda text, _, file=file: load(text, file))
            elif not refused(file, self.files.unreadable):
                absent.append(file)
            found[name] = found.get(name) or Node([], Span(file))
        whole = len(absent) == len(DATA)
        for file in [DATA_FOLDER.rstrip("/")] if whole else absent:
            message = f"Thiếu thư mục {file} với {len(DATA)} tệp dữ liệu." if whole else "Thiếu tệp dữ liệu."
            remedy = "Lấy lại từ lịch sử (git), hoặc tạo tệp với một danh sách rỗng: []"
            self.files.problems.append(Finding("META-009", Span(file), message, remedy))
        self.files.unreadable.update(absent)
        return found

    def register(self) -> Published:
        """The addresses that were published; none before the first release."""
        found = self.files.parsed(REGISTER, partial(_published, REGISTER)) if REGISTER in self.files.stamps else None
        return found or Published()

    def corrigenda(self) -> tuple[Corrigendum, ...]:
        """The records of corrections; none where nothing was ever corrected."""
        found = CORRIGENDA in self.files.stamps and self.files.parsed(CORRIGENDA, partial(_corrigenda, CORRIGENDA))
        return found or ()

    def numbers(self, kinds: Node, issuers: Node) -> NumberVocabulary:
        """The vocabulary; the same object as long as it is read from the same, since citations are kept by it."""

        def make() -> tuple[NumberVocabulary, list[Finding]]:
            problems: list[Finding] = []
            return vocabulary.numbers(kinds, issuers, problems), problems

        found, problems = self.files.memory.recall("numbers", (kinds, issuers), make)
        self.files.problems += problems
        return found

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
        for file in self.files.stamps:
            if file.startswith(prefix) and file.endswith(".md") and not file.startswith(others):
                page = self.files.parsed(file, partial(_page, file, language))
                if page is not None:
                    found[file.removeprefix(prefix).removesuffix(".md")] = page
        return found

    def records(self, documents: dict[str, Document]) -> dict[str, TextOfRecord]:
        found = {}
        for key, held in documents.items():
            file = f"{SOURCES}{held.source}"
            if not held.source or file not in self.files.stamps:
                continue  # the rule for texts of record says so
            each = self.files.parsed(file, partial(_record, file))
            if each is not None:
                found[key] = each
        return found

    def suppressions(self) -> Iterator[Suppression]:
        """The comments to the check in every file that could be read; there are none in texts of record."""
        for file, text in sorted(self.files.sources.items()):
            if file not in self.files.unreadable and not file.startswith(SOURCES):
                comments = partial(_comments, text, file)
                yield from self.files.memory.recall(("comments", file), (text,), comments)

    def _each(self, folder: str, read_one: Callable[..., T]) -> dict[str, T]:
        prefix, found = f"docs/{folder}/", {}
        for file in self.files.stamps:
            name = file.removeprefix(prefix)
            if file.startswith(prefix) and name.endswith(".md") and "/" not in name:
                name = name.removesuffix(".md")
                each = self.files.parsed(file, partial(_one, read_one, file, name))
                if each is not None:
                    found[name] = each
        return found


def _one(read_one: Callable[..., T], file: str, name: str, text: str, problems: list[Finding]) -> T:
    return read_one(text, file, name, problems=problems)


def _page(file: str, language: str, text: str, problems: list[Finding]) -> Prose:
    return prose.page(text, file, language, problems)


def _published(file: str, text: str, problems: list[Finding]) -> Published:
    return published.published(load(text, file), problems)


def _corrigenda(file: str, text: str, problems: list[Finding]) -> tuple[Corrigendum, ...]:
    return corrigenda.corrigenda(load(text, file), problems)


def _comments(text: str, file: str) -> tuple[Suppression, ...]:
    return tuple(suppressions.read(text, file))


def _record(file: str, text: str, problems: list[Finding]) -> TextOfRecord:
    return record.read(text.encode(), file)
