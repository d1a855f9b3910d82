"""What a check is given: the library, and what has been found to be wrong already."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from kb.check.faults import Faults
from kb.model.document import DRAFT, Document, fingerprint
from kb.model.finding import Finding, Span
from kb.model.kinds import Issuer, Kind
from kb.model.library import YEAR, Library
from kb.model.memory import Memory
from kb.model.moves import Moves

T = TypeVar("T")


@dataclass(slots=True)
class _Made:
    """What a check made of a file, and what from; what was wrong then, and the places of that which it asked about."""

    source: tuple[object, ...]
    around: tuple[object, ...]
    near: tuple[object, ...]
    value: tuple[Any, ...] = ()
    asked: frozenset[str] = frozenset()
    faults: Faults | None = None


@dataclass(frozen=True)
class Case:
    """What other checks pass over, since one fault is one finding.

    `faults` are what was found before; `absent` are pages that are not there, by their path below the language folder,
    where that is said once for all. `check` is the name of the one that is given the case, `memory` what it found
    before.
    """

    library: Library
    faults: Faults
    absent: frozenset[str] = frozenset()
    check: str = ""
    memory: Memory = field(default_factory=Memory)

    def kept(
        self, key: str, source: tuple[object, ...], make: Callable[[], Iterable[T]], near: str = ""
    ) -> tuple[T, ...]:
        """What the check makes of something, as long as `source` and what files are held against have not changed.

        Beside `source` it may depend on the faces of the library and on what this case says, not on the words of other
        files; with a file as `near`, of the faces only on that by which documents are found and on those near to it.
        What was found to be wrong counts only in the files that were asked about.
        """
        held = self._made.get(key)
        if held is None or held.source != source or not self._as_then(held, near):
            held = self._made[key] = _Made(source, self._around, self._near(near))
        if held.faults is not self.faults:
            if held.faults is None or not self.faults.same(held.faults, held.asked):
                held.value, held.asked = self.faults.noted(make)
            held.faults = self.faults
        return held.value

    def by_itself(self, file: str, source: tuple[object, ...], make: Callable[[], Iterable[T]]) -> tuple[T, ...]:
        """The same where nothing but `source` counts: neither other files nor what was found to be wrong."""
        return self.memory.recall((self.check, file), source, lambda: tuple(make()))

    def _as_then(self, held: _Made, near: str) -> bool:
        """Whether what files are held against is as it was when something was made, as far as that counts."""
        if held.around is self._around:
            return True
        now = self._near(near)
        if not near or held.near != now:
            return False
        held.around, held.near = self._around, now
        return True

    def _near(self, file: str) -> tuple[object, ...]:
        return (self._found_by, self.library.faces.near(file)) if file else ()

    @cached_property
    def _made(self) -> dict[str, _Made]:
        return self.memory.recall(self.check, (), dict)

    @cached_property
    def _around(self) -> tuple[object, ...]:
        return self.memory.same("around", (self.library.faces.whole, self._problem_files, self.absent))

    @cached_property
    def _found_by(self) -> tuple[object, ...]:
        return self.memory.same("found by", (self.library.faces.found_by, self._problem_files, self.absent))

    def deviates(self, key: str | None) -> bool:
        """Whether the words of a provision (`document#provision`) are not those of the text of record."""
        return key is not None and key in self.faults.at(key.partition("#")[0]).deviating

    def judged(self, file: str) -> Set[int]:
        """The lines of a file of which fidelity has spoken."""
        return self.faults.at(file).judged

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
        if not any(self.faults.at(file).lines for file in self._kinds_files):
            return False
        mine = [kind for kind in kinds if kind.key == key] or [kind for kind in kinds if kind.symbol]
        return self._wrong_entries(mine)

    def misnamed_issuer(self, name: str) -> bool:
        """Whether the list of issuers is wrong about an organ of that name."""
        return self._wrong_entries(each for each in self.library.numbers.issuers if name in (each.symbol, each.vi))

    def _wrong_entries(self, entries: Iterable[Kind | Issuer]) -> bool:
        return any(self.wrong_line(place) for entry in entries for place in entry.at.values())

    @cached_property
    def _kinds_files(self) -> Set[str]:
        return {place.file for kind in self.library.numbers.kinds for place in kind.at.values()}

    def unsure(self, document: Document) -> bool:
        """Whether its number may be wrong: citations of it then do not find it."""
        return self.doubtful(document, "number") or _unnumbered(document)

    @cached_property
    def all_sure(self) -> bool:
        """Whether that is so of no document; as `complete`, not for what is kept."""
        return not self.doubted("number") and not any(map(_unnumbered, self.library.originals.values()))

    @cached_property
    def complete(self) -> bool:
        """Whether all documents are there, and nothing is wrong with which of their texts are held.

        Told once, so it is not for what is kept: that would not be noted to hang on it.
        """
        library = self.library
        whole = all(held.keys() <= library.originals.keys() for held in library.documents.values())
        missed = any(path.startswith("van-ban/") for path in self.absent)
        return whole and not missed and not self.doubted("text")

    def doubted(self, key: str) -> bool:
        """Whether an error stands at a field in any document; as `complete`, not for what is kept."""
        originals = self.library.originals.values()
        return any(self.doubtful(each, key) for each in originals if each.path in self.faults.files)

    def follows(self, of: str | None, file: str, words: str) -> bool:
        """Whether a fingerprint is of words in a file as they stand, or with their numbers and letters mended."""
        return of == fingerprint(words) or of == fingerprint(self._mended(file, words))

    def faultless(self, file: str) -> bool:
        """Whether no error was found in a file."""
        return not self.faults.at(file).spans

    def wrong(self, first: Span, last: Span) -> bool:
        """Whether an error was found between two places of a file, or at the beginning of one of their lines."""
        return any(
            first.line <= span.line <= last.line
            and (span.column == 1 or (first.line, first.column) <= (span.line, span.column) <= (last.line, last.column))
            for span in self.faults.at(first.file).spans
        )

    def wrong_line(self, span: Span) -> bool:
        """Whether an error was found on the line of a place."""
        return span.line in self.faults.at(span.file).lines

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
        for edit in self.faults.at(file).edits:
            if edit.new.strip():
                start = edit.span.column - 1
                words = words.replace(lines[edit.span.line - 1][start : start + edit.length], edit.new)
        return words

    @cached_property
    def _problem_files(self) -> frozenset[str]:
        return frozenset(problem.span.file for problem in self.library.problems if problem.blocks)

    @cached_property
    def _problems(self) -> list[str]:
        return sorted(self._problem_files)

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


def _unnumbered(document: Document) -> bool:
    """Whether its number is missing: its address begins with one."""
    return not document.number and document.id[:1].isdigit()
