"""What is there twice: a document in two files, a question in two, two pages with one title, an entry of a list."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import partial
from typing import NamedTuple, TypeVar

from kb.check.case import Case
from kb.check.links import held_against
from kb.model.document import Document, slug
from kb.model.finding import Finding, Span
from kb.model.library import LANGUAGES, Library

T = TypeVar("T")


class Page(NamedTuple):
    """A page with a title of its own; `key` is the same in both languages."""

    key: str
    title: str
    span: Span


def check(case: Case) -> Iterator[Finding]:
    """Each but the first names the first: of documents the one whose file is named after its number."""
    yield from case.kept("", held_against(case.library), partial(_all, case.library))
    yield from _entries(case.library)


def _all(library: Library) -> Iterator[Finding]:
    yield from _documents(library)
    told: set[str] = set()
    for language in LANGUAGES:
        for first, page in _again(_pages(library.published, language), lambda each: _folded(each.title)):
            # In a translation only what is no echo of the original.
            if page.key not in told:
                told.add(page.key)
                yield _page(first, page)


def same_document(documents: Iterable[Document]) -> bool:
    """Whether these are files of one document: its number, date and issuer."""
    return len({_identity(document) for document in documents}) == 1


def _documents(library: Library) -> Iterator[Finding]:
    numbered = [document for document in library.originals.values() if document.number]
    numbered.sort(key=lambda document: (document.id != _address(document), document.id))
    for first, document in _again(numbered, _identity):
        message = f"Văn bản {document.number} đã có ở {first.path}: cùng số, ngày và cơ quan ban hành."
        remedy = "Giữ một tệp và xóa tệp kia; nếu là hai văn bản thì sửa số, ngày hoặc cơ quan ban hành."
        yield Finding("META-013", document.place_of("number"), message, remedy)


def _identity(document: Document) -> tuple[str | None, ...]:
    # One symbol may stand for several organs.
    return document.number, document.date, document.issuer, document.issuer_name


def _address(document: Document) -> str:
    return slug(f"{document.number} {(document.date or '')[:4]}")


def _pages(library: Library, language: str) -> Iterator[Page]:
    """Questions, pages of prose, documents with a title of their own, and the ways."""
    for key, question in library.questions[language].items():
        yield Page(f"hoi-dap/{key}", question.question, question.at.get("question", Span(question.path)))
    for key, page in library.pages[language].items():
        yield Page(key, page.title, page.at.get("title", Span(page.path)))
    for key, document in library.documents[language].items():
        original = library.originals.get(key)
        # Documents of one number are shown with their dates.
        shared = original is not None and len(library.by_number.get(original.number, ())) > 1
        if document.title and not shared:
            yield Page(f"van-ban/{key}", document.title, document.place_of("title"))
    for way, terms in library.ways().items():
        for term in terms:
            yield Page(f"{way}/{term.id}", term.labels.get(language, ""), term.span)


def _entries(library: Library) -> Iterator[Finding]:
    """What a list of words has twice: one symbol may stand for several names, but not twice for the same."""
    kinds, issuers = library.numbers.kinds, library.numbers.issuers
    words = [each for each in library.abbreviations if each.short["vi"]]
    named = [(each.at.get("vi"), f"{each.symbol or ''} {each.vi}".strip()) for each in (*kinds, *issuers)]
    named += [(each.at.get("vi"), f"{each.short['vi']} {each.labels.get('vi', '')}") for each in words]
    placed = [(span, name) for span, name in named if span]
    for (first, _), (span, name) in _again(placed, lambda each: (each[0].file, _folded(each[1]))):
        yield Finding("TAX-005", span, f"«{name}» đã có ở dòng {first.line}.", "Xóa một trong hai mục.")


def _page(first: Page, page: Page) -> Finding:
    if first.key.startswith("hoi-dap/") and page.key.startswith("hoi-dap/"):
        message = f"Câu hỏi này đã có ở {first.span.file}:{first.span.line}."
        remedy = "Gộp hai câu trả lời vào một tệp rồi xóa tệp kia, hoặc hỏi rõ chỗ khác nhau."
        return Finding("QA-005", page.span, message, remedy)
    message = f"Tiêu đề «{page.title}» đã dùng cho một trang khác, ở {first.span.file}:{first.span.line}."
    return Finding("TAX-007", page.span, message, "Đặt tiêu đề khác, để hai trang không lẫn với nhau.")


def _folded(title: str) -> str:
    """A title without what the eye passes over: case, spacing, closing punctuation."""
    return " ".join(unicodedata.normalize("NFC", title).casefold().split()).rstrip(" ?.…!")


def _again(items: Iterable[T], key: Callable[[T], Hashable]) -> Iterator[tuple[T, T]]:
    """Each item whose key was there before, behind the first one that had it."""
    seen: dict[Hashable, T] = {}
    for item in items:
        first = seen.setdefault(key(item), item)
        if first is not item and key(item):
            yield first, item
