"""A document with a secrecy mark or a limit on circulation never reaches the site."""

from __future__ import annotations

from collections.abc import Iterator

from kb.model.document import SOURCES
from kb.model.finding import Finding, Span
from kb.model.library import Library
from kb.model.secrecy import marked_line

PAGES = ("docs/vi/", "docs/en/")
REMEDY = (
    "Không đưa văn bản này lên trang: xóa tệp, và báo người phụ trách bảo vệ bí mật. Nội dung không được in lại ở đây."
)


def check(library: Library) -> Iterator[Finding]:
    """Documents, answers and pages in both languages, texts of record, and whatever else lies there and makes no page
    yet; none of their words is repeated.

    A mark that stands in a text of record and in what is made of it is one fault.
    """
    records = {document.source: key for key, document in library.originals.items() if document.source}
    places: dict[str, list[Span]] = {}
    for file, text in sorted({**library.sources, **library.unused}.items()):
        ours = file.startswith((*PAGES, SOURCES)) or file in library.unused
        if ours and (line := marked_line(text)):
            record = file.startswith(SOURCES)
            name = file.removeprefix(SOURCES) if record else file.removesuffix(".md").split("/", 2)[-1]
            key = f"van-ban/{records.get(name, name.removesuffix('.txt'))}" if record else name
            places.setdefault(key, []).append(Span(file, line))
    for first, *others in places.values():
        yield Finding("SEC-001", first, "Văn bản mang dấu mật hoặc hạn chế lưu hành.", REMEDY, also=tuple(others))
