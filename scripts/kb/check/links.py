"""Internal links and anchors in our prose, and references to provisions in front matter and data."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache, partial
from itertools import pairwise

from markdown_it.token import Token

from kb.check.case import Case
from kb.check.catalogue import RULES
from kb.check.tokens import SCRIPT, tokens
from kb.model.document import Document, slug
from kb.model.finding import Finding, Span
from kb.model.library import LANGUAGES, Library
from kb.model.nearest import Near, Nearest, hint
from kb.model.pictures import is_one
from kb.model.reference import Ref

# Pages that views make and that editors may link to.
WAYS = {"giai-doan": "phases", "chu-de": "themes", "hinh-thuc": "forms", "co-quan": "bodies"}
OUTSIDE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
FAR = 10_000
GENERATED = (
    *("index.md", "ma-tran.md", "thuat-ngu.md", "tim-kiem.md", "doi-chieu.md", "so-trich.md", "thay-doi.md"),
    *(f"{folder}/index.md" for folder in (*WAYS, "van-ban", "hoi-dap", "kiem-tra")),
    *(rule.path for rule in RULES.values()),
)


def check(case: Case) -> Iterator[Finding]:
    """Links in questions and pages, in both languages; then references by ID."""
    yield from case.kept("", held_against(case.library), partial(_check, case))


def held_against(library: Library) -> tuple[object, ...]:
    """All beside the face of a library that leads somewhere, and to which something may lead."""
    terms = (library.ways(), library.groups, library.abbreviations, library.changes)
    return (library.questions, library.pages, library.files, *terms)


def _check(case: Case) -> Iterator[Finding]:
    library = case.library
    pages = Nearest(_pages(library))
    for language, file, target, span in _all(library):
        yield from _link(case, pages, language, file, target, span)
    for owner, ref in references(library):
        yield from _reference(case, owner, ref)


def broken(case: Case) -> Iterator[tuple[str, Span]]:
    """The pages that links lead to and that are not there, by their path below the language folder."""
    for language, file, target, span in _all(case.library):
        found = _file(file, target)
        below = found.removeprefix(f"docs/{language}/")
        page = below != found and below.endswith(".md") and not OUTSIDE.match(target)
        if page and not _exists(case, found, below):
            yield below, span


def _all(library: Library) -> Iterator[tuple[str, str, str, Span]]:
    """Every link in our prose: the language, the file, the target as written, and the place."""
    for held in (library.questions, library.pages):
        for by_key in held.values():
            for prose in by_key.values():
                for target, span in _links(prose.body, prose.path, prose.body_line):
                    yield prose.language, prose.path, target, span


def _file(file: str, target: str) -> str:
    """The file that a link in another one means."""
    path = target.partition("#")[0]
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), path)) if path else file


def _reference(case: Case, owner: Document | None, ref: Ref) -> Iterator[Finding]:
    """A reference to a provision must find it; where only a translation is left, that is said there."""
    library = case.library
    document = library.originals.get(ref.document)
    if document and not document.hidden and ref.provision in library.known_ids[document.id]:
        return  # as nearly all do
    if not (owner and owner.hidden) and (said := case.unpublished(ref.document, ref.span)):
        yield said
        return
    if case.only_translated(ref.document):
        return
    if case.gone("van-ban", ref.document):
        return
    if document is None:
        message = f"Không có văn bản «{ref.document}»."
        near = hint(library.near_documents.to(ref.document))
        yield Finding("LINK-001", ref.span, message, f"{near}Ghi đúng tên tệp trong docs/vi/van-ban/, không có .md.")
    elif ref.provision not in library.known_ids[ref.document]:
        message = f"Văn bản {ref.document} không có đoạn «{ref.provision}»."
        near = hint(library.near_provisions(ref.document).to(ref.provision))
        yield Finding("LINK-002", ref.span, message, f"{near}Ghi đúng mã đoạn, xem cuối mỗi dòng của văn bản.")


def references(library: Library) -> Iterator[tuple[Document | None, Ref]]:
    """All references by ID, each with the document in which it stands, if in one."""
    for terms in (*library.ways().values(), library.groups):
        for term in terms:
            yield from ((None, ref) for ref in (*term.provisions, term.section) if ref)
    for entry in (*library.abbreviations, *library.questions["vi"].values()):
        yield from ((None, ref) for ref in entry.provisions)
    for document in library.originals.values():
        if document.horizon:
            yield document, Ref(document.id, document.horizon[1], document.place_of("horizon.provision"))
        for each in document.normalisations:
            if each.provision:
                yield document, Ref(document.id, each.provision, each.at["provision"])


# Kept, since two checks ask for them, and most texts are the same when they are checked again.
@lru_cache(maxsize=1 << 14)
def _links(body: str, file: str, first_line: int) -> tuple[tuple[str, Span], ...]:
    return tuple(_found(body, file, first_line))


def _found(body: str, file: str, first_line: int) -> Iterator[tuple[str, Span]]:
    lines = [*body.split("\n"), ""]
    for token in tokens(body):
        if token.type != "inline":
            continue
        start, line, at = token.map[0] if token.map else 0, -1, 0
        for offset, target in _targets(token):
            number = min(start + offset, len(lines) - 1)
            if number != line:
                line, at = number, 0
            # Behind the link before it, and not far: what is written in another form is not looked for to the end.
            found = lines[line].find(f"]({target}", at, at + FAR)
            yield target, Span(file, first_line + line, max(found, at) + 1)
            at = max(found + 1, at)


def _targets(token: Token) -> Iterator[tuple[int, str]]:
    offset = 0
    for child in token.children or ():
        offset += child.type in ("softbreak", "hardbreak")
        if child.type in ("link_open", "image"):
            yield offset, str(child.attrGet("href") or child.attrGet("src") or "")


def _link(case: Case, pages: Nearest, language: str, file: str, target: str, span: Span) -> Iterator[Finding]:
    if SCRIPT.match(target):
        return  # no link: said where script is looked for
    if OUTSIDE.match(target):
        message = f"Liên kết ra ngoài trang: {target}."
        yield Finding("LINK-003", span, message, "Mạng nội bộ không ra được internet; ghi nguồn bằng chữ.")
        return
    library = case.library
    fragment, folder, found = target.partition("#")[2], f"docs/{language}/", _file(file, target)
    below = found.removeprefix(folder)
    if below in case.absent or (is_one(found) and found in library.files and _page(file)):
        return
    if not target or not found.startswith(folder) or not _exists(case, found, below):
        here = posixpath.dirname(file)
        close = _from_elsewhere(pages, language, target) or pages.to(below)
        near = [each._replace(word=posixpath.relpath(f"{folder}{each.word}", here)) for each in close]
        what = "tệp không lên trang" if found in library.files else "tệp không có"
        message = f"Liên kết tới {what}: {target}."
        yield Finding("LINK-001", span, message, f"{hint(near)}Sửa đường dẫn tới tệp .md.")
        return
    below = _now(case, below)
    if said := case.unpublished(_document(below), span):
        yield said
        return
    known = _anchors(library, language, below.removesuffix(".md"))
    if fragment and known is not None and fragment not in known:
        message = f"Không có «#{fragment}» trong {below}."
        nearest = library.near_provisions(key) if (key := _document(below)) else _nearest(known)
        remedy = f"{hint(nearest.to(fragment))}Ghi đúng mã đoạn của văn bản, hay tiêu đề không dấu của trang."
        yield Finding("LINK-002", span, message, remedy)


def _from_elsewhere(pages: Nearest, language: str, target: str) -> tuple[Near, ...]:
    """The page that a path means which is written as from another folder, from the root, or as Windows has it."""
    path = target.partition("#")[0].replace("%5C", "/").lstrip("./").removeprefix("docs/").removeprefix(f"{language}/")
    return (Near(0, path, "đường dẫn tính từ thư mục của tệp này"),) if path in pages.known else ()


def _page(file: str) -> bool:
    """Whether a file is a page of our own: what an answer says is on other pages too."""
    return "/hoi-dap/" not in file


def _now(case: Case, below: str) -> str:
    """The page of a document or question that has moved, by its present path."""
    folder, _, name = below.removesuffix(".md").partition("/")
    moved = {"van-ban": case.moves.documents, "hoi-dap": case.moves.questions}.get(folder, {})
    return f"{folder}/{moved[name]}.md" if name in moved else below


def _document(below: str) -> str:
    """The id of the document whose page this is; empty for other pages."""
    folder, _, name = below.partition("/")
    return name.removesuffix(".md") if folder == "van-ban" else ""


def _anchors(library: Library, language: str, name: str) -> frozenset[str] | None:
    """The anchors of a document or of a page of prose; None for a page that views make, judged when it is built."""
    if key := _document(name):
        return library.known_ids.get(key)
    page = library.pages[language].get(name)
    return _headings(page.body) if page else None


# Kept, since the links of a page are looked up one by one.
@lru_cache(maxsize=1024)
def _headings(body: str) -> frozenset[str]:
    seen: Counter[str] = Counter()
    found = set()
    for opening, inline in pairwise(tokens(body)):
        if opening.type == "heading_open":
            name = slug("".join(child.content for child in inline.children or ()))
            found.add(f"{name}_{seen[name]}" if seen[name] else name)
            seen[name] += 1
    return frozenset(found)


@lru_cache(maxsize=64)
def _nearest(known: frozenset[str]) -> Nearest:
    return Nearest(known)


def _pages(library: Library) -> Iterator[str]:
    """The pages that may be linked to, by their path below the language folder."""
    yield from GENERATED
    yield from (f"van-ban/{key}.md" for key in library.published.originals)
    yield from (f"hoi-dap/{key}.md" for key in library.questions["vi"])
    yield from (f"{key}.md" for key in library.pages["vi"])
    ways = library.ways()
    yield from (f"{folder}/{term.id}.md" for folder, way in WAYS.items() for term in ways[way])


def _exists(case: Case, file: str, below: str) -> bool:
    library = case.library
    # A page that stands in one language only is said to be missing where it stands.
    others = (f"docs/{language}/{below}" for language in LANGUAGES)
    if _now(case, below) != below:
        return True
    if below in GENERATED or (below.endswith(".md") and any(other in library.files for other in others)):
        return True
    folder, _, name = below.partition("/")
    way = WAYS.get(folder, "")
    terms = library.ways().get(way, ())
    return name in {f"{term.id}.md" for term in terms} or bool(way and not case.sound(f"docs/_data/{way}.yml"))
