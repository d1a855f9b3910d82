"""Ways into the plan and questions: known terms, each in use, and every provision found by some of them."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator

from kb.check.case import Case
from kb.model.document import HEADING, within
from kb.model.finding import Finding, Span
from kb.model.library import Library, Term

# A theme that holds everything finds nothing.
WIDEST_THEME = 3
CATCH_ALL = ("khác", "other", "chung", "general", "linh tinh")


def check(case: Case) -> Iterator[Finding]:
    """Terms of the ways, then themes, then questions."""
    library = case.library
    for terms in (*library.ways().values(), library.groups):
        yield from _repeated(terms)
    yield from _unused(library)
    yield from _themes(library)
    yield from _questions(library)
    yield from _unanswered(library)
    yield from _changes(library)


def _repeated(terms: tuple[Term, ...]) -> Iterator[Finding]:
    seen: Counter[str] = Counter()
    for term in terms:
        seen[term.id] += 1
        if term.id and seen[term.id] > 1:
            yield Finding("TAX-005", term.span, f"Mã «{term.id}» dùng hai lần trong tệp.", "Đặt mã khác.")


def _unused(library: Library) -> Iterator[Finding]:
    for terms in library.ways().values():
        for term in terms:
            if not term.section and not term.provisions:
                yield Finding(
                    "TAX-002", term.span, f"«{term.id}» không có đơn vị nào.", "Thêm «provisions» hoặc xóa mục."
                )
    used = {question.group for question in library.questions["vi"].values()}
    for group in library.groups:
        if group.id not in used:
            yield Finding(
                "TAX-002", group.span, f"Nhóm «{group.id}» không có câu hỏi nào.", "Thêm câu hỏi hoặc xóa nhóm."
            )


def _themes(library: Library) -> Iterator[Finding]:
    everything = sum(
        p.kind != HEADING for document in library.originals.values() if document.held for p in document.provisions
    )
    themed = {ref.key for theme in library.themes for ref in theme.provisions}
    for theme in library.themes:
        labels = " ".join(theme.labels.values()).casefold().split()
        if theme.id in CATCH_ALL or (len(labels) <= 3 and any(word in CATCH_ALL for word in labels)):
            yield Finding(
                "TAX-004", theme.span, f"Chủ đề «{theme.id}» không nói nội dung nào.", "Đặt tên theo nội dung."
            )
        if everything and len(theme.provisions) * WIDEST_THEME > everything:
            message = f"Chủ đề «{theme.id}» chứa hơn một phần ba số đơn vị."
            yield Finding("TAX-004", theme.span, message, "Tách thành các chủ đề hẹp hơn.")
    for phase in library.phases:
        document = library.originals.get(phase.section.document) if phase.section else None
        for provision in within(document, phase.section.provision) if document else ():
            if f"{document.id}#{provision.id}" not in themed:
                message = f"{provision.id} chưa thuộc chủ đề nào."
                yield Finding("TAX-003", provision.span, message, "Thêm mã vào một chủ đề trong docs/_data/themes.yml.")


def _questions(library: Library) -> Iterator[Finding]:
    groups = sorted(group.id for group in library.groups)
    for question in library.questions["vi"].values():
        if question.group and question.group not in groups:
            near = difflib.get_close_matches(question.group, groups, 1)
            remedy = f"Gần nhất là «{near[0]}»." if near else f"Chọn một trong: {', '.join(groups)}."
            span = question.at.get("group", Span(question.path))
            yield Finding("TAX-001", span, f"Không có nhóm câu hỏi «{question.group}».", remedy)
        if not question.provisions and not question.about_site:
            message = "Câu trả lời không dựa vào đơn vị nào của văn bản."
            remedy = "Ghi «provisions:»; nếu hỏi về chính trang này thì ghi «about: site»."
            yield Finding("QA-001", question.at.get("provisions", Span(question.path)), message, remedy)
        if not question.body.strip():
            yield Finding(
                "QA-004", Span(question.path, question.body_line), "Chưa có câu trả lời.", "Viết câu trả lời."
            )
        for key in question.related:
            if key not in library.questions["vi"]:
                span = question.at.get("related", Span(question.path))
                yield Finding(
                    "TAX-001", span, f"Không có câu hỏi «{key}».", "Ghi tên tệp trong docs/vi/hoi-dap/, không có .md."
                )


def _unanswered(library: Library) -> Iterator[Finding]:
    """Every paragraph and dash of the sections that say what to do is answered by some question."""
    answered = {ref.key for question in library.questions["vi"].values() for ref in question.provisions}
    for document in library.originals.values():
        for provision in document.provisions:
            needed = provision.kind != HEADING and provision.id.startswith(("ii-", "iii-"))
            if needed and f"{document.id}#{provision.id}" not in answered:
                message = f"Chưa có câu hỏi nào trả lời bằng {provision.id}."
                yield Finding("QA-003", provision.span, message, "Thêm mã vào «provisions» của một câu hỏi.")


def _changes(library: Library) -> Iterator[Finding]:
    for change in library.changes:
        for key in change.documents:
            if key not in library.originals:
                yield Finding("LINK-001", change.span, f"Không có văn bản «{key}».", "Ghi đúng tên tệp văn bản.")
