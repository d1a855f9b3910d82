"""Pages that are not there and that several places lead to: one fault, however many places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial

from kb.check import links
from kb.check.addresses import gone
from kb.check.case import Case
from kb.check.gathering import original_first
from kb.model.citation import Citation
from kb.model.citing import Missing, resolve
from kb.model.document import slug
from kb.model.finding import Finding, Span
from kb.model.library import YEAR, Library
from kb.model.nearest import hint
from kb.model.standing import relations

KINDS = {"van-ban": "văn bản", "hoi-dap": "câu hỏi"}

Places = Mapping[str, tuple[Span, ...]]
"""The path of a page below the language folder, and where it is named, in order."""


def absent(case: Case) -> Places:
    """The pages that are not there in any language and that more than one place names.

    A page that one place names is rather misspelt there, and so is a number that names no document; the check of that
    place says so.
    """
    named: dict[str, set[Span]] = defaultdict(set)
    for path, span in case.kept("", links.held_against(case.library), partial(_named, case)):
        named[path].add(span)
    for path, span in _cited(case.library, named.keys()):
        named[path].add(span)
    lost = gone(case.library)
    for path, span in lost.items():
        named[path].add(span)
    # A page that was published is missed first of all by the register.
    return {
        path: tuple(sorted(spans, key=lambda span, path=path: (span != lost.get(path), original_first(span))))
        for path, spans in named.items()
        if len(spans) > 1 or path in lost
    }


def findings(places: Places, library: Library) -> Iterator[Finding]:
    """One for each page, at the first place that names it."""
    for path, spans in places.items():
        folder, _, name = path.removesuffix(".md").partition("/")
        kind, near = KINDS.get(folder, "trang"), library.near_documents.to(name) if folder == "van-ban" else ()
        message = f"Không có {kind} «{name or folder}» mà {len(spans)} chỗ dẫn tới."
        remedy = f"{hint(near)}Lấy lại docs/vi/{path} từ lịch sử (git), hoặc sửa mọi chỗ dẫn tới nó."
        code = "LINK-001"
        if spans[0] == library.register.at.get(path.removesuffix(".md")):
            code, message = "ADDR-001", f"{kind.capitalize()} «{name}» đã công bố mà không còn."
            remedy = f"Lấy lại docs/vi/{path} từ lịch sử (git); đã đổi tên thì ghi «formerly: [{name}]» ở tệp mới."
        yield Finding(code, spans[0], message, remedy, also=spans[1:])


def _named(case: Case) -> Iterator[tuple[str, Span]]:
    """What is named by its ID or address, and is not there."""
    library = case.library
    yield from links.broken(case)
    documents = [(ref.document, ref.span) for _, ref in links.references(library)]
    for document in library.originals.values():
        documents += [(basis, document.place_of("basis")) for basis in document.basis]
        if document.stated_by:
            documents.append((document.stated_by.partition("#")[0], document.place_of("stated_by")))
        for _, relation in relations(document):
            documents.append((relation.stated_by.partition("#")[0], relation.source))
            if relation.document:
                documents.append((relation.document, relation.span))
    documents += [(key, change.span) for change in library.changes for key in change.documents]
    known = frozenset(key for held in library.documents.values() for key in held)
    for key, span in documents:
        if key not in known:
            yield f"van-ban/{key}.md", span
    for question in library.questions["vi"].values():
        for key in question.related:
            if not any(key in held for held in library.questions.values()):
                yield f"hoi-dap/{key}.md", question.at.get("related", Span(question.path))


def _cited(library: Library, named: Iterator[str]) -> Iterator[tuple[str, Span]]:
    """Citations by number of documents that are also named by their ID."""
    keys = [path.removeprefix("van-ban/").removesuffix(".md") for path in named if path.startswith("van-ban/")]
    addresses = {address: key for key in keys for address in (key, YEAR.sub("", key))}
    for located in library.citations if addresses else ():
        if isinstance(located.reading, Citation) and isinstance(resolve(located, library), Missing):
            key = addresses.get(slug(located.reading.canonical))
            if key:
                yield f"van-ban/{key}.md", located.span
