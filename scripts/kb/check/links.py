"""Internal links and anchors in our prose, and references to provisions in front matter and data."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kb.check.case import Case
from kb.model.finding import Finding, Span
from kb.model.library import Library, Ref

MARKDOWN = MarkdownIt("commonmark").enable("table")
# Pages that views make and that editors may link to.
GENERATED = ("giai-doan/", "chu-de/", "hinh-thuc/", "co-quan/", "van-ban/index.md", "hoi-dap/index.md")
SINGLE = ("index.md", "ma-tran.md", "thuat-ngu.md")


def check(case: Case) -> Iterator[Finding]:
    """Links in questions and pages, in both languages; then references by ID."""
    library = case.library
    for held in (library.questions, library.pages):
        for by_key in held.values():
            for prose in by_key.values():
                for target, span in _links(prose.body, prose.path, prose.body_line):
                    yield from _link(library, prose.language, prose.path, target, span)
    for ref in _references(library):
        yield from reference(library, ref)


def reference(library: Library, ref: Ref) -> Iterator[Finding]:
    """A reference to a provision must find it."""
    if ref.document not in library.originals:
        message = f"Không có văn bản «{ref.document}»."
        yield Finding("LINK-001", ref.span, message, "Ghi đúng tên tệp trong docs/vi/van-ban/, không có .md.")
    elif ref.provision not in library.known_ids[ref.document]:
        message = f"Văn bản {ref.document} không có đơn vị «{ref.provision}»."
        yield Finding("LINK-002", ref.span, message, "Ghi đúng mã đơn vị, xem cuối mỗi dòng của văn bản.")


def _references(library: Library) -> Iterator[Ref]:
    for terms in (*library.ways().values(), library.groups):
        for term in terms:
            yield from term.provisions
            if term.section:
                yield term.section
    for entry in library.abbreviations:
        yield from entry.provisions
    for question in library.questions["vi"].values():
        yield from question.provisions


def _links(body: str, file: str, first_line: int) -> Iterator[tuple[str, Span]]:
    lines = body.split("\n")
    for token in MARKDOWN.parse(body):
        if token.type != "inline":
            continue
        start = token.map[0] if token.map else 0
        for offset, target in _targets(token):
            number = start + offset
            column = lines[number].find(f"]({target}") + 1 if number < len(lines) else 0
            yield target, Span(file, first_line + number, max(column, 1))


def _targets(token: Token) -> Iterator[tuple[int, str]]:
    offset = 0
    for child in token.children or ():
        offset += child.type in ("softbreak", "hardbreak")
        if child.type in ("link_open", "image"):
            yield offset, str(child.attrGet("href") or child.attrGet("src") or "")


def _link(library: Library, language: str, file: str, target: str, span: Span) -> Iterator[Finding]:
    if "://" in target or target.startswith(("//", "mailto:")):
        message = f"Liên kết ra ngoài trang: {target}."
        yield Finding("LINK-003", span, message, "Mạng nội bộ không ra được internet; ghi nguồn bằng chữ.")
        return
    path, _, fragment = target.partition("#")
    folder = f"docs/{language}/"
    found = posixpath.normpath(posixpath.join(posixpath.dirname(file), path)) if path else file
    below = found.removeprefix(folder)
    if not found.startswith(folder) or not _exists(library, found, below):
        yield Finding("LINK-001", span, f"Liên kết tới tệp không có: {target}.", "Sửa đường dẫn tới tệp .md.")
        return
    name = posixpath.basename(below).removesuffix(".md")
    if fragment and below.startswith("van-ban/") and fragment not in library.known_ids.get(name, ()):
        yield Finding("LINK-002", span, f"Không có «#{fragment}» trong {below}.", "Ghi đúng mã đơn vị của văn bản.")


def _exists(library: Library, file: str, below: str) -> bool:
    if file in library.files or below in SINGLE or below in GENERATED:
        return True
    folders = {"giai-doan": "phases", "chu-de": "themes", "hinh-thuc": "forms", "co-quan": "bodies"}
    folder, _, name = below.partition("/")
    terms = library.ways().get(folders.get(folder, ""), ())
    return bool(terms) and name in {"index.md", *(f"{term.id}.md" for term in terms)}
