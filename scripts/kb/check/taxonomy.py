"""Ways into the plan and questions: known terms, each in use, and every provision found by some of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from kb.check.answers import mistaken
from kb.check.case import Case
from kb.model.document import HEADING, slug, within
from kb.model.finding import Finding, Span
from kb.model.library import Library
from kb.model.nearest import Nearest, hint
from kb.model.prose import Question
from kb.model.reference import Ref
from kb.model.terms import Term

# A theme that holds everything finds nothing.
WIDEST_THEME = 3
# Of so many names an editor still finds the one that is meant.
MOST_NAMED = 20
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
PLAIN = "Chỉ dùng chữ thường không dấu, chữ số và gạch nối."
# A name that is made of these says nothing: `Nội dung khác`, `Other matters`. Without marks, as in addresses.
CATCH_ALL = frozenset(("khac", "chung", "linh", "tinh", "other", "others", "general", "miscellaneous"))
FILLERS = frozenset(
    ("cac", "nhung", "noi", "dung", "viec", "van", "de", "chu", "va", "matters", "topics", "content", "and")
)


def check(case: Case) -> Iterator[Finding]:
    """Terms of the ways, then themes, then questions."""
    library = case.library
    for terms in (*library.ways().values(), library.groups):
        yield from _repeated(case, terms)
    yield from _names(library)
    yield from _unused(case)
    yield from _groups(case)
    yield from _themes(library)
    whole = all(_known(theme.provisions, library.known_ids) for theme in library.themes)
    if whole and case.sound("docs/_data/themes.yml", "docs/_data/phases.yml"):
        yield from _themeless(library)
    yield from _questions(case)
    if _all_questions(case):
        yield from _unanswered(case)
    yield from _changes(case)


def _repeated(case: Case, terms: tuple[Term, ...]) -> Iterator[Finding]:
    seen: Counter[str] = Counter()
    faulty = {term.id for term in terms if term.span in case.faults.at(term.span.file).spans}
    for term in terms:
        seen[term.id] += 1
        if term.id and seen[term.id] > 1 and term.id not in faulty:
            yield Finding("TAX-005", term.span, f"Mã «{term.id}» dùng hai lần trong tệp.", "Đặt mã khác.")


def _names(library: Library) -> Iterator[Finding]:
    """What becomes part of an address is plain, and no folder looks like a language."""
    for terms in (*library.ways().values(), library.groups):
        for term in terms:
            if term.id and not NAME.fullmatch(term.id):
                yield Finding("TAX-006", term.span, f"Mã «{term.id}» không dùng được làm địa chỉ.", PLAIN)
    for held in (library.originals, library.questions["vi"], library.pages["vi"]):
        for key, each in held.items():
            first, *rest = key.split("/")
            if not all(NAME.fullmatch(part) for part in (first, *rest)):
                yield Finding("TAX-006", Span(each.path), f"Tên «{key}» không dùng được làm địa chỉ.", PLAIN)
            elif rest and len(first) == 2:
                message = f"Thư mục «{first}» có hai chữ cái nên bị hiểu là mã ngôn ngữ và không lên trang."
                yield Finding("TAX-006", Span(each.path), message, "Đổi tên thư mục cho dài hơn hai chữ cái.")


def _unused(case: Case) -> Iterator[Finding]:
    for terms in case.library.ways().values():
        for term in terms:
            if not term.section and not term.provisions and case.sound(term.span.file):
                span = term.at.get("provisions", term.at.get("section", term.span))
                yield Finding("TAX-002", span, f"«{term.id}» không có đoạn nào.", "Thêm «provisions» hoặc xóa mục.")


def _groups(case: Case) -> Iterator[Finding]:
    """Groups that no question names, and groups that only questions name; a slip that makes both is one of them."""
    questions, groups = case.library.questions["vi"].values(), sorted(group.id for group in case.library.groups)
    if not case.sound("docs/_data/groups.yml"):
        return
    known, named = Nearest(groups), Counter(question.group for question in questions if question.group)
    unknown = Counter({group: count for group, count in named.items() if group not in known.known})
    nearest = Nearest(unknown)
    for group in case.library.groups if _all_questions(case) else ():
        if group.id in named:
            continue
        near = [each for each in nearest.to(group.id) if each.word in unknown]
        slip = near[0].word if near else ""
        if unknown[slip] != 1:
            unknown.pop(slip, None)
            remedy = f"{hint(near)}Thêm câu hỏi hoặc xóa nhóm."
            yield Finding("TAX-002", group.span, f"Nhóm «{group.id}» không có câu hỏi nào.", remedy)
    for group in unknown:
        first, *others = (question for question in questions if question.group == group)
        # What one term lacks is one fault, however often the term is used.
        also = f" ({_choice([Path(each.path).name for each in others])} cũng ghi vậy)" if others else ""
        message = f"Không có nhóm câu hỏi «{group}»{also}."
        remedy = f"{hint(known.to(group))}Chọn một trong: {_choice(groups)}."
        yield Finding("TAX-001", first.at.get("group", Span(first.path)), message, remedy)


def _choice(names: list[str]) -> str:
    return ", ".join((*names[:MOST_NAMED], *(["…"] if len(names) > MOST_NAMED else [])))


def _themes(library: Library) -> Iterator[Finding]:
    held = (document for document in library.originals.values() if document.held and not document.hidden)
    everything = sum((library.record(document) or document).clauses for document in held)
    for theme in library.themes:
        names = (frozenset(slug(name).split("-")) - FILLERS for name in (theme.id, *theme.labels.values()))
        if any(name and name <= CATCH_ALL for name in names):
            yield Finding(
                "TAX-004", theme.span, f"Chủ đề «{theme.id}» không nói nội dung nào.", "Đặt tên theo nội dung."
            )
        if everything and len(theme.provisions) * WIDEST_THEME > everything:
            message = f"Chủ đề «{theme.id}» chứa hơn một phần ba số đoạn."
            yield Finding("TAX-004", theme.span, message, "Tách thành các chủ đề hẹp hơn.")


def _themeless(library: Library) -> Iterator[Finding]:
    """Every paragraph and dash of a phase has a theme; those of a document that have none lack perhaps the same one."""
    themed = {ref.key for theme in library.themes for ref in theme.provisions}
    missing: dict[str, dict[str, Span]] = {}
    for phase in library.phases:
        document = library.originals.get(phase.section.document) if phase.section else None
        for provision in within(library.required(document), phase.section.provision) if document else ():
            authored = document.by_id.get(provision.id)
            if authored and f"{document.id}#{provision.id}" not in themed:
                missing.setdefault(document.id, {})[provision.id] = authored.span
    for lines in missing.values():
        message = f"{_choice(list(lines))} chưa thuộc chủ đề nào."
        remedy = "Thêm mã vào một chủ đề trong docs/_data/themes.yml."
        yield Finding("TAX-003", min(lines.values(), key=lambda span: span.line), message, remedy)


def _all_questions(case: Case) -> bool:
    """Whether every question is known with what it rests on: a faulty one may be the one that is looked for."""
    questions = case.library.questions
    return (
        case.sound("docs/vi/hoi-dap/")
        and all(held.keys() <= questions["vi"].keys() for held in questions.values())
        and all(q.about_site or _rests(case, q) for q in questions["vi"].values())
    )


def _rests(case: Case, question: Question) -> bool:
    """Whether all that a question rests on is there."""
    ids = case.library.known_ids
    key, file = f"known to {question.path}", question.path
    return all(case.kept(key, (question,), lambda: (_known(question.provisions, ids),), file))


def _known(refs: tuple[Ref, ...], ids: Mapping[str, frozenset[str]]) -> bool:
    return bool(refs) and all(ref.provision in ids.get(ref.document, ()) for ref in refs)


def _questions(case: Case) -> Iterator[Finding]:
    library = case.library
    known = Nearest(library.questions["vi"])
    for question in library.questions["vi"].values():
        if not question.provisions and not question.about_site and case.sound(question.path):
            message = "Câu trả lời không dựa vào đoạn nào của văn bản."
            remedy = "Ghi «provisions:»; nếu hỏi về chính trang này thì ghi «about: site»."
            yield Finding("QA-001", question.at.get("provisions", Span(question.path)), message, remedy)
        if not question.body.strip():
            yield Finding(
                "QA-004", Span(question.path, question.body_line), "Chưa có câu trả lời.", "Viết câu trả lời."
            )
        for key in question.related:
            if not any(key in held for held in library.questions.values()) and not case.gone("hoi-dap", key):
                span = question.at.get("related", Span(question.path))
                remedy = f"{hint(known.to(key))}Ghi tên tệp trong docs/vi/hoi-dap/, không có .md."
                yield Finding("TAX-001", span, f"Không có câu hỏi «{key}».", remedy)


def _unanswered(case: Case) -> Iterator[Finding]:
    """Every paragraph and dash of the sections that say what to do is answered by some question.

    Of documents that phases, forms or bodies are made from: the others are there to be looked up. One to which an
    answer leads that names another is said to be meant there.
    """
    library = case.library
    ways = (*library.phases, *library.forms, *library.bodies)
    guided = {term.section.document for term in ways if term.section}
    rested_on = (ref for question in library.questions["vi"].values() for ref in question.provisions)
    answered = {ref.key for ref in rested_on if ref.document in guided}
    answered.update(key for _, others in mistaken(case) for key in others)
    for document in (each for key, each in library.originals.items() if key in guided):
        for provision in library.required(document):
            needed = provision.kind != HEADING and provision.id.startswith(("ii-", "iii-"))
            authored = document.by_id.get(provision.id)
            if needed and authored and f"{document.id}#{provision.id}" not in answered:
                message = f"Chưa có câu hỏi nào trả lời bằng {provision.id}."
                yield Finding("QA-003", authored.span, message, "Thêm mã vào «provisions» của một câu hỏi.")


def _changes(case: Case) -> Iterator[Finding]:
    for change in case.library.changes:
        for index, key in enumerate(change.documents):
            span = change.at.get(f"documents.{index}", change.span)
            if said := case.unpublished(key, span):
                yield said
            elif not any(key in d for d in case.library.documents.values()) and not case.gone("van-ban", key):
                near = hint(case.library.near_documents.to(key))
                message = f"Không có văn bản «{key}»."
                yield Finding("LINK-001", span, message, f"{near}Ghi đúng tên tệp văn bản.")
