"""What a check is given: the library, and what has been found to be wrong already."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from kb.model.document import DRAFT, Document, fingerprint
from kb.model.finding import Edit, Finding, Span
from kb.model.library import YEAR, Library
from kb.model.memory import Memory
from kb.model.moves import Moves

T = TypeVar("T")


@dataclass(frozen=True)
class Case:
    """What other checks pass over, since one fault is one finding.

    `deviating` are the keys (`document#provision`) of provisions with a finding of fidelity, `judged` the lines
    (file and number) on which they stand; `faulty` are the places of the errors that were found before,
    `edits` what would mend a part of what was found; `absent` are pages that are not there, by their path below the
    language folder, where that is said once for all. `check` is the name of the one that is given the case, `memory`
    what it found before.
    """

    library: Library
    deviating: frozenset[str]
    judged: frozenset[tuple[str, int]]
    faulty: frozenset[Span]
    edits: tuple[Edit, ...] = ()
    absent: frozenset[str] = frozenset()
    check: str = ""
    memory: Memory = field(default_factory=Memory)

    def kept(self, file: str, source: tuple[object, ...], make: Callable[[], Iterable[T]]) -> tuple[T, ...]:
        """What the check makes of a file, as long as `source` and what other files are held against have not changed.

        Beside `source` it may depend on the face of the library and on what this case says, not on the words of other
        files.
        """
        return self.memory.recall((self.check, file), (*source, self._around), lambda: tuple(make()))

    @cached_property
    def _around(self) -> tuple[object, ...]:
        found = (self.deviating, self.judged, self.faulty, self.edits, self.absent)
        return self.memory.same(self.check, (self.library.face, self._problem_files, *found))

    def unpublished(self, key: str, span: Span) -> Finding | None:
        """The finding that something published speaks of this document at this place, where nothing may."""
        document = self.library.originals.get(key)
        if document is None or not document.hidden:
            return None
        status = "còn là bản thảo" if document.status == DRAFT else "đang được giữ lại"
        message = f"Văn bản {key} {status} (status: {document.status}) nên trang đã công bố không được nhắc tới."
        remedy = f"Bỏ chỗ này, hoặc công bố văn bản: xóa dòng «status» tại {document.path}."
        return Finding("XREF-008", span, message, remedy)

    def only_translated(self, key: str) -> bool:
        """Whether the original of a document is what is missing: that is said where its translation stands."""
        return key not in self.library.originals and any(key in held for held in self.library.documents.values())

    def quoted(self, file: str) -> frozenset[int]:
        """The lines of a file on which provisions of an original stand."""
        return self._quoted.get(file, frozenset())

    def gone(self, folder: str, key: str) -> bool:
        """Whether a document or question is not there and that is said once for all places that name it."""
        return f"{folder}/{key}.md" in self.absent

    def doubtful(self, document: Document, key: str) -> bool:
        """Whether something is wrong with a field of the register itself, or with what it is held against."""
        if key == "kind" and self.misnamed(document.kind):
            return True
        place = document.at.get(key)
        return place is not None and self.wrong_line(place)

    def misnamed(self, key: str | None) -> bool:
        """Whether the list of kinds itself is wrong about the kind of that symbol, or has another for it."""
        kinds = self.library.numbers.kinds
        mine = [kind for kind in kinds if kind.key == key] or [kind for kind in kinds if kind.symbol]
        return any(self.wrong_line(place) for kind in mine for place in kind.at.values())

    def misnamed_issuer(self, name: str) -> bool:
        """Whether the list of issuers is wrong about an organ of that name."""
        issuers = (issuer for issuer in self.library.numbers.issuers if name in (issuer.symbol, issuer.vi))
        return any(self.wrong_line(place) for issuer in issuers for place in issuer.at.values())

    def unsure(self, document: Document) -> bool:
        """Whether its number may be wrong: citations of it then do not find it."""
        return self.doubtful(document, "number") or (not document.number and document.id[:1].isdigit())

    @cached_property
    def complete(self) -> bool:
        """Whether all documents are there, and nothing is wrong with which of their texts are held."""
        library = self.library
        whole = all(held.keys() <= library.originals.keys() for held in library.documents.values())
        missed = any(path.startswith("van-ban/") for path in self.absent)
        return whole and not missed and not any(self.doubtful(each, "text") for each in library.originals.values())

    def follows(self, of: str | None, file: str, words: str) -> bool:
        """Whether a fingerprint is of words in a file as they stand, or with their numbers and letters mended."""
        return of == fingerprint(words) or of == fingerprint(self._mended(file, words))

    def faultless(self, file: str) -> bool:
        """Whether no error was found in a file."""
        return file not in self._files

    def wrong(self, first: Span, last: Span) -> bool:
        """Whether an error was found between two places of a file, or at the beginning of one of their lines."""
        return any(
            first.line <= span.line <= last.line
            and (span.column == 1 or (first.line, first.column) <= (span.line, span.column) <= (last.line, last.column))
            for span in self._places.get(first.file, ())
        )

    def wrong_line(self, span: Span) -> bool:
        """Whether an error was found on the line of a place."""
        return (span.file, span.line) in self._lines

    @cached_property
    def _places(self) -> Mapping[str, list[Span]]:
        places: dict[str, list[Span]] = {}
        for span in self.faulty:
            places.setdefault(span.file, []).append(span)
        return places

    @cached_property
    def moves(self) -> Moves:
        """Where published addresses have moved."""
        return Moves.of(self.library)

    @cached_property
    def absent_numbers(self) -> frozenset[str]:
        """The addresses that the numbers of absent documents make (23-kh-duk)."""
        keys = {path.removeprefix("van-ban/").removesuffix(".md") for path in self.absent}
        return frozenset(address for key in keys for address in (key, YEAR.sub("", key)))

    @cached_property
    def _quoted(self) -> Mapping[str, frozenset[int]]:
        return {
            document.path: frozenset(line for provision in document.provisions for line in provision.lines)
            for document in self.library.originals.values()
        }

    def _mended(self, file: str, words: str) -> str:
        lines = self.library.sources[file].split("\n")
        for edit in self.edits:
            if edit.span.file == file and edit.new.strip():
                start = edit.span.column - 1
                words = words.replace(lines[edit.span.line - 1][start : start + edit.length], edit.new)
        return words

    @cached_property
    def _problem_files(self) -> frozenset[str]:
        return frozenset(problem.span.file for problem in self.library.problems if problem.blocks)

    @cached_property
    def _problems(self) -> list[str]:
        return sorted(self._problem_files)

    @cached_property
    def _lines(self) -> frozenset[tuple[str, int]]:
        return frozenset((span.file, span.line) for span in self.faulty)

    @cached_property
    def _files(self) -> frozenset[str]:
        return frozenset(span.file for span in self.faulty)

    def sound(self, *folders: str) -> bool:
        """Whether nothing is wrong in the fields of any file at or below these paths: only then is a list whole."""
        return not any(self._problem_below(folder) or self._problem_above(folder) for folder in folders)

    def _problem_below(self, folder: str) -> bool:
        at = bisect_left(self._problems, folder)
        return at < len(self._problems) and self._problems[at].startswith(folder)

    def _problem_above(self, folder: str) -> bool:
        above = folder.rpartition("/")[0]
        while above and above not in self._problem_files:
            above = above.rpartition("/")[0]
        return above != ""
