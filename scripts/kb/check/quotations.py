"""What our prose puts between quotation marks are the very words of a held text, and of the passage that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from kb.check.case import Case
from kb.check.prose import Block, Link, blocks, provision
from kb.model.document import Provision
from kb.model.finding import Finding, Span
from kb.model.library import LANGUAGES
from kb.model.naming import said
from kb.model.prose import Page, Question
from kb.model.quotation import ABSENT, ALTERED, ELIDED, EXACT, FOLDED, Comparison, compare, faithful, words
from kb.model.reference import Ref

PAIRS = {"“": "”", "«": "»"}
STRAIGHT = '"'
MARK = re.compile('[“”«»"]')
# Between the name of a passage and its words no sentence ends.
SENTENCE_END = re.compile(r"[.!?](?=\s)")
JOINED = re.compile(r"\s*(?:[,;]|,?\s*(?:và|and))(?:\s+the)?\s*", re.IGNORECASE)
# `“[Đảng ủy Khối] tổ chức …”`: who or what it is, where the quoted words leave that to what stands above them
ADDED = re.compile(r"\[(?P<words>[^\[\]…]*[^\W\d_][^\[\]…]*)\]\s*")
AT = re.compile(r"[^.!?“”«»\"]{0,60}(?<!\w)(?:ở|tại|trong|thuộc|in|under|from)\s+(?:the\s+)?", re.IGNORECASE)
# On a page about the site so many words are a passage; fewer may be the name of a button.
WORDS = 6

Extent = tuple[int, int]


def check(case: Case) -> Iterator[Finding]:
    """Answers, where whatever is quoted must be held; then pages, which also quote the words of the interface."""
    library = case.library
    for language in LANGUAGES:
        held = _Held(case, language)
        for key, question in library.questions[language].items():
            original = library.questions["vi"].get(key)
            named = original.provisions if original else ()
            if any(map(_quotes, blocks(question))) and all(held.sound(ref.key) for ref in named):
                yield from _prose(held, question, named)
        for page in library.pages[language].values():
            yield from _prose(held, page, ())


class _Held:
    """The words that may be quoted in a language: those of a document that is not published are not among them."""

    def __init__(self, case: Case, language: str) -> None:
        self.case, self.language = case, language
        self._kept: dict[str, dict[str, Provision]] = {}

    @cached_property
    def texts(self) -> list[tuple[str, str]]:
        """All of them, each with its key `document#provision`."""
        return [
            (f"{key}#{name}", found.text)
            for key in self.case.library.documents[self.language]
            for name, found in self._provisions(key).items()
        ]

    def provision(self, key: str) -> Provision | None:
        """The provision `document#provision`."""
        document, _, name = key.partition("#")
        return self._provisions(document).get(name)

    def shown(self, key: str) -> Provision:
        """The provision from where its words can be copied: after a corrigendum the text of record has not those."""
        document, _, name = key.partition("#")
        library = self.case.library
        mended = any((each.document, each.provision) == (document, name) for each in library.corrigenda)
        authored = library.documents[self.language][document].by_id.get(name) if mended else None
        return authored or self.provision(key)

    def _provisions(self, key: str) -> dict[str, Provision]:
        """Those of a document that may be quoted, by their IDs."""
        if key not in self._kept:
            library = self.case.library
            document, original = library.documents[self.language].get(key), library.originals.get(key)
            shown = document and original and original.held and not original.hidden
            each = (library.required(original) if self.language == "vi" else document.provisions) if shown else ()
            self._kept[key] = {p.id: p for p in reversed(each)}
        return self._kept[key]

    def sound(self, key: str) -> bool:
        """Whether the words of a provision are there, and nothing is wrong with them.

        Those of a translation may be what a slip has left of them, told elsewhere in its file.
        """
        found = self.provision(key)
        return found is not None and (self.language == "vi" or self.case.faultless(found.span.file))

    def within(self, key: str) -> Iterator[tuple[str, str]]:
        """The words of a provision and, where it is a heading, of those below it."""
        document, _, name = key.partition("#")
        for each, found in self._provisions(document).items():
            if each == name or each.startswith((f"{name}-", f"{name}.")):
                yield f"{document}#{each}", found.text

    def above(self, key: str) -> list[str]:
        """The words of a provision and of the headings in which it stands."""
        document, _, name = key.partition("#")
        held = self._provisions(document).items()
        return [found.text for each, found in held if each == name or name.startswith((f"{each}-", f"{each}."))]

    def compare(self, quoted: str, named: Sequence[str]) -> Comparison:
        """With the words that are named, then with all."""
        found = compare(quoted, [(key, self.provision(key).text) for key in named])
        same = found.verdict in (EXACT, FOLDED) and faithful(quoted, found)
        return found if same else compare(quoted, self.texts)


def _prose(held: _Held, prose: Question | Page, named: tuple[Ref, ...]) -> Iterator[Finding]:
    for block in blocks(prose):
        spans, unpaired = marked(block)
        if unpaired is not None:
            message = f"Dấu «{block.text[unpaired]}» đứng một mình: không rõ lời trích từ đâu đến đâu."
            yield Finding("QUOTE-003", block.span(unpaired), message, "Thêm dấu ngoặc kép còn thiếu.")
            continue
        for start, end in spans:
            # Of a wrong number or letter in it more is said there.
            if held.case.wrong(block.span(start), block.span(end)):
                continue
            quoted, keys = block.text[start:end], [ref.key for ref in named]
            found = held.compare(quoted, keys)
            if _wrong(quoted, found, bool(named)):
                if not _completed(held, quoted, keys):
                    yield from _differs(held, block.span(start + found.at), quoted, found)
            elif named and found.source:
                yield from _elsewhere(held, block, (start, end), prose.path, found.source)


def _quotes(block: Block) -> bool:
    return block.quoted or MARK.search(block.text) is not None


def marked(block: Block) -> tuple[list[Extent], int | None]:
    """Where quoted words begin and end, without their marks; and a mark that has lost the other one.

    Marks inside quoted words belong to these.
    """
    text, open_marks, found = block.text, [], []
    for at, mark in ((each.start(), each[0]) for each in MARK.finditer(text)):
        if open_marks and mark == open_marks[-1][1]:
            start, _ = open_marks.pop()
            if not open_marks:
                found.append((start + 1, at))
        elif mark in PAIRS:
            open_marks.append((at, PAIRS[mark]))
        elif mark in PAIRS.values():
            return found, at
        elif mark == STRAIGHT and not open_marks and STRAIGHT in text[at + 1 :]:
            open_marks.append((at, STRAIGHT))
    if open_marks:
        return found, open_marks[0][0]
    whole = len(text.rstrip())
    return [(0, whole)] if block.quoted and found != [(1, whole - 1)] else found, None


def _wrong(quoted: str, found: Comparison, strict: bool) -> bool:
    """Whether a quotation is none; where words of the interface are quoted too, only what is near may be one."""
    likely = strict or found.verdict in (FOLDED, ELIDED) or (found.verdict == ALTERED and len(words(quoted)) >= WORDS)
    return likely and not faithful(quoted, found)


def _completed(held: _Held, quoted: str, named: Sequence[str]) -> bool:
    """Whether nothing but words in brackets is added, and these stand in the passage or in the headings above it."""
    added = [" ".join(each["words"].split()) for each in ADDED.finditer(quoted)]
    bare = ADDED.sub("", quoted)
    found = held.compare(bare, named)
    known = held.above(found.source) if added and found.source and faithful(bare, found) else []
    return bool(known) and all(said(each, known) for each in added)


def _differs(held: _Held, span: Span, quoted: str, found: Comparison) -> Iterator[Finding]:
    if found.source is None:
        message = f"«{quoted}» không có trong đoạn nào của văn bản được giữ."
        remedy = "Chép đúng lời của văn bản; nếu không phải lời trích thì bỏ dấu ngoặc kép."
        yield Finding("QUOTE-001", span, message, remedy)
    elif held.sound(found.source):
        source = held.provision(found.source)
        what = "nguyên văn" if held.language == "vi" else "bản dịch"
        message = f"Lời trích khác {what} của {source.id} từ «{_word(quoted, found.at)}»."
        details = (f"Văn bản:    {found.words}", f"Đang trích: {quoted}")
        place = held.shown(found.source).span
        remedy = f"Chép lại đúng lời ở {place.file}:{place.line}, hoặc bỏ dấu ngoặc kép."
        if ADDED.search(quoted):
            remedy += " Chữ thêm vào, kể cả trong ngoặc vuông, để ngoài dấu ngoặc kép."
        yield Finding("QUOTE-001", span, message, remedy, details=details)


def _word(quoted: str, at: int) -> str:
    """The word in which an offset lies, or the one behind it."""
    at += quoted[at : at + 1].isspace()
    rest = quoted[quoted.rfind(" ", 0, at) + 1 :].split()
    return rest[0] if rest else quoted


def _elsewhere(held: _Held, block: Block, extent: Extent, file: str, source: str) -> Iterator[Finding]:
    """The sentence leads to a passage, and the words are those of another one."""
    links = _claims(block, extent)
    claimed = [target for link in links if (target := provision(link, file)) and target[1]]
    keys = [f"{document}#{anchor}" for document, anchor in claimed]
    wrong = any(held.case.wrong(block.span(link.start), block.span(link.end)) for link in links)
    if not keys or source in keys or wrong or not all(held.sound(key) for key in keys):
        return
    texts = [each for key in keys for each in held.within(key)]
    if compare(block.text[slice(*extent)], texts).verdict in (ALTERED, ABSENT):
        names = ", ".join(anchor for _, anchor in claimed)
        message = f"Lời trích không có trong đoạn mà câu này dẫn tới ({names})."
        remedy = f"Lời này ở {source}: sửa liên kết, hoặc sửa lời trích."
        yield Finding("QUOTE-002", block.span(extent[0]), message, remedy)


def _claims(block: Block, extent: Extent) -> list[Link]:
    """The links that say where quoted words stand: around them, in brackets behind, else before, in the sentence; also
    the one behind (`“…” ở [mục 1]`), where nothing else is quoted before it.
    """
    text, (start, end) = block.text, extent
    nearest = [
        link for link in block.links if link.start <= start < link.end or text[end + 1 : link.start].strip() == "("
    ]
    if nearest:
        return nearest
    links = [link for link in block.links if link.end <= start and not text[: link.start].endswith("(")]
    claims: list[Link] = []
    behind = [link for link in block.links if link.start > end and AT.fullmatch(text, end + 1, link.start)]
    for link in reversed(links):
        between = text[link.end : claims[0].start if claims else start]
        if SENTENCE_END.search(between) or (claims and not JOINED.fullmatch(between)):
            break
        claims.insert(0, link)
    return [*claims, *behind] if claims else claims
