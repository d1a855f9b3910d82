"""The near end of the flow: the only module that reads the checkout."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import yaml

from kb.model.document import Document, TextOfRecord
from kb.model.finding import Finding, Span
from kb.model.library import LANGUAGES, Library, Question
from kb.model.library import Page as Prose
from kb.parse import citing, document, prose, record, terms, vocabulary
from kb.parse.frontmatter import Node, YamlError, load

T = TypeVar("T")

DATA = ("kinds", "issuers", "phases", "themes", "forms", "bodies", "groups", "abbreviations", "terms", "changes")


class NotACheckout(Exception):
    """There is no mkdocs.yml here or in any folder above, or no docs/ beside it."""


def checkout(start: Path) -> Path:
    """The folder of the nearest `mkdocs.yml` upward. Raises NotACheckout."""
    for folder in (start, *start.parents):
        if (folder / "mkdocs.yml").is_file():
            return folder
    raise NotACheckout(f"Không thấy mkdocs.yml ở {start} hay thư mục cha nào.")


def setting(root: Path, *names: str) -> str:
    """A word that `mkdocs.yml` holds under `names`, e.g. `setting(root, "extra", "forge")`; empty where it has none."""
    # Composed, not constructed: the file holds tags that only MkDocs knows.
    try:
        node = yaml.compose((root / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return ""  # MkDocs says what is wrong when it builds
    for name in names:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        node = next((value for key, value in pairs if key.value == name), None)
    return node.value if isinstance(node, yaml.ScalarNode) else ""


def read(root: Path) -> Library:
    """Read everything below `docs/`; what a file holds is at worst a problem of the library, never an exception.

    Raises NotACheckout where there is no such folder, OSError where the disk refuses.
    """
    if not (root / "docs").is_dir():
        raise NotACheckout(f"Không có thư mục docs ở {root}.")
    reader = _Reader(root)
    data = {name: reader.data(name) for name in DATA}
    documents = {language: reader.documents(language) for language in LANGUAGES}
    names = tuple((name, key) for key, d in documents["vi"].items() for name in d.names)
    numbers = vocabulary.numbers(data["kinds"], data["issuers"], reader.problems)
    questions = {language: reader.questions(language) for language in LANGUAGES}
    return Library(
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
        citations=tuple(citing.locate_all(documents, questions, numbers, names)),
        problems=tuple(reader.problems),
        files=reader.files,
        unreadable=frozenset(reader.unreadable),
    )


class _Reader:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Finding] = []
        self.sources: dict[str, str] = {}
        self.unreadable: set[str] = set()
        paths = sorted(path for path in (root / "docs").rglob("*") if path.is_file())
        self.files = frozenset(path.relative_to(root).as_posix() for path in paths)

    def data(self, name: str) -> Node:
        file = f"docs/_data/{name}.yml"
        nothing = Node([], Span(file))
        if file not in self.files:
            remedy = "Lấy lại tệp từ lịch sử (git) hoặc tạo tệp với một danh sách rỗng: []"
            self._unreadable(file, Finding("META-009", Span(file), "Thiếu tệp dữ liệu.", remedy))
            return nothing
        return self._parsed(file, lambda text: load(text, file)) or nothing

    def documents(self, language: str) -> dict[str, Document]:
        if language == "vi":
            return self._each("vi/van-ban", lambda text, file, name: document.original(text, file, name, self.problems))
        return self._each(
            f"{language}/van-ban",
            lambda text, file, name: document.translation(text, file, name, language, self.problems),
        )

    def questions(self, language: str) -> dict[str, Question]:
        return self._each(
            f"{language}/hoi-dap", lambda text, file, name: prose.question(text, file, name, language, self.problems)
        )

    def pages(self, language: str) -> dict[str, Prose]:
        """Pages of our own prose: every other Markdown file, by its path below the language folder."""
        prefix, found = f"docs/{language}/", {}
        for file in sorted(self.files):
            if file.startswith(prefix) and file.endswith(".md") and "/van-ban/" not in file and "/hoi-dap/" not in file:
                page = self._parsed(file, partial(prose.page, path=file, language=language, problems=self.problems))
                if page is not None:
                    found[file.removeprefix(prefix).removesuffix(".md")] = page
        return found

    def records(self, documents: dict[str, Document]) -> dict[str, TextOfRecord]:
        found = {}
        for key, held in documents.items():
            file = f"docs/_source/{held.source}"
            if not held.source or file not in self.files:
                continue  # the rule for texts of record says so
            try:
                raw = (self.root / file).read_bytes()
                found[key] = record.read(raw, file)
                self.sources[file] = raw.decode("utf-8")
            except UnicodeDecodeError as error:
                self._unreadable(file, _not_utf8(file, error))
        return found

    def _each(self, folder: str, read_one: Callable[[str, str, str], T]) -> dict[str, T]:
        prefix, found = f"docs/{folder}/", {}
        for file in sorted(self.files):
            name = file.removeprefix(prefix)
            if file.startswith(prefix) and name.endswith(".md") and "/" not in name:
                name = name.removesuffix(".md")
                each = self._parsed(file, partial(read_one, file=file, name=name))
                if each is not None:
                    found[name] = each
        return found

    def _parsed(self, file: str, parse: Callable[[str], T]) -> T | None:
        """What a file holds, or None where it cannot be read; the reason is then among the problems."""
        try:
            text = (self.root / file).read_bytes().decode("utf-8").replace("\r\n", "\n")
            self.sources[file] = text
            return parse(text)
        except UnicodeDecodeError as error:
            self._unreadable(file, _not_utf8(file, error))
        except YamlError as error:
            self._unreadable(file, error.finding)
        return None

    def _unreadable(self, file: str, finding: Finding) -> None:
        self.unreadable.add(file)
        self.problems.append(finding)


def _not_utf8(file: str, error: UnicodeDecodeError) -> Finding:
    line = error.object[: error.start].count(b"\n") + 1
    message = f"Tệp không phải UTF-8 (byte thứ {error.start + 1})."
    return Finding("TEXT-006", Span(file, line), message, "Lưu lại tệp theo bảng mã UTF-8.")
