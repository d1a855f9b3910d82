"""What a review says, part by part, in the words that all its forms for people share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kb.model.finding import Span
from kb.model.review import ADDED, ALTERED, CONFIRMED, MOVED, REMOVED, Cited, Record, Review, Suspect, Touched
from kb.model.sidebyside import Lines
from kb.model.wordwise import EQUAL, Step

VERBS = {ADDED: "Thêm", REMOVED: "Bỏ", ALTERED: "Sửa", MOVED: "Đổi mã", CONFIRMED: "Xác nhận lại, lời không đổi"}
NAMED = {"citation": "viện dẫn", "question": "căn cứ của", "link": "liên kết", "term": "danh mục", "field": "trường"}
LANGUAGES = {"en": "tiếng Anh"}
TITLE = "Báo cáo xem xét {}..{}"
NOTHING = "Không có gì thay đổi."
SECRET = "Có tệp mang dấu mật hoặc hạn chế lưu hành; báo cáo này không in lời nào của thay đổi:"
UNBUILT = "Nội dung trước hoặc sau thay đổi có lỗi, nên không dàn được trang để so."
FIRST = "Nguyên văn hoặc mã của nguyên văn thay đổi"
# So many words are shown around those that differ.
AROUND = 12
CUT = "…"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of a part: what became of it, its name and place, remarks, the words side by side, who speaks of it."""

    verb: str
    name: str
    span: Span | None = None
    remarks: tuple[str, ...] = ()
    lines: Lines = ()
    backlinks: tuple[tuple[str, Span], ...] = ()
    alarming: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Things of one sort; `count` is None where it is not known how many."""

    title: str
    count: int | None
    entries: tuple[Entry, ...]

    @property
    def heading(self) -> str:
        return self.title if self.count is None else f"{self.title} ({self.count})"


def parts(review: Review) -> list[Part]:
    """The parts that hold something; texts of record stand first."""
    each = [
        (FIRST, map(_record, review.records)),
        ("Thông tin về văn bản", map(_touched, review.documents)),
        ("Đoạn của văn bản", map(_touched, review.provisions)),
        ("Bản dịch cần xem lại", map(_suspect, review.suspects)),
        ("Bản dịch", map(_touched, review.translations)),
        ("Viện dẫn", map(_cited, review.citations)),
        ("Câu hỏi", map(_touched, review.questions)),
        ("Trang viết", map(_touched, review.pages)),
        ("Danh mục dùng chung", map(_touched, review.terms)),
    ]
    told = [Part(title, len(entries), entries) for title, entries in ((title, tuple(held)) for title, held in each)]
    unbuilt = (Entry("Chưa rõ", UNBUILT),) if review.unbuilt else ()
    count = None if unbuilt else len(review.site)
    told.append(Part("Trang dựng ra khác trước", count, unbuilt or tuple(_named(review.site))))
    told.append(Part("Tệp khác", len(review.files), tuple(_named(review.files))))
    return [part for part in told if part.entries]


def counts(found: list[Part]) -> str:
    """How much each part holds, in one line."""
    return " · ".join(f"{part.title}: {part.count}" for part in found if part.count is not None)


def shortened(lines: Lines) -> Iterator[tuple[Step, ...]]:
    """The lines with words that are the same cut down to those around what differs."""
    for line in lines:
        last = len(line) - 1
        yield tuple(
            _cut(step, before=number > 0, after=number < last) if step.op == EQUAL else step
            for number, step in enumerate(line)
        )


def sides(lines: Lines, said: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Old and new words of each line in the marks that Markdown and HTML share; `said` makes words safe there."""
    for line in shortened(lines):
        old = (said(s.old) if s.op == EQUAL else f"<del>{said(s.old)}</del>" for s in line if s.old)
        new = (said(s.new) if s.op == EQUAL else f"<ins>{said(s.new)}</ins>" for s in line if s.new)
        yield " ".join(old), " ".join(new)


def _cut(step: Step, *, before: bool, after: bool) -> Step:
    words = step.old.split()
    if len(words) <= AROUND * (before + after) + 1:
        return step
    begin, end = words[:AROUND] if before else [], words[-AROUND:] if after else []
    text = " ".join([*begin, CUT, *end])
    return Step(step.op, text, text)


def _touched(each: Touched) -> Entry:
    remarks = [f"Mã: {each.key}" + (f" (trước là {each.formerly})" if each.formerly else "")]
    if each.kind == MOVED and "#" in each.key and not each.lines:
        remarks.append("Lời không đổi.")
    return Entry(VERBS[each.kind], each.name, each.span, tuple(remarks), each.lines, _speaking(each))


def _speaking(each: Touched) -> tuple[tuple[str, Span], ...]:
    return tuple((f"{NAMED[one.kind]} {one.name}", one.span) for one in each.backlinks)


def _record(each: Record) -> Entry:
    unknown = "không có"
    remarks = [f"SHA-256 của tệp: {each.old or unknown} → {each.new or unknown}"]
    if each.registered != each.new:
        remarks.append(f"Mã đang đăng ký: {each.registered or unknown}")
    if each.kind != ADDED:
        remarks.append(
            "KHÔNG CÓ ĐÍNH CHÍNH: ghi một mục ở docs/_data/corrigenda.yml với mã cũ («from»), mã mới («to») và lý do."
            if each.reason is None
            else f"Đính chính: {each.reason}"
        )
    return Entry(VERBS[each.kind], each.name, each.span, tuple(remarks), each.lines, alarming=each.unexplained)


def _suspect(each: Suspect) -> Entry:
    verb = "Chưa dịch" if each.missing else "Không còn khớp"
    return Entry(verb, f"{each.name} ({LANGUAGES.get(each.language, each.language)})", each.span, (), each.lines)


def _cited(each: Cited) -> Entry:
    verb = "Thêm" if each.old is None else "Bỏ" if each.new is None else "Dẫn tới chỗ khác"
    sides = [side or "không rõ văn bản nào" for side in (each.old, each.new) if side is not None]
    return Entry(verb, f"«{each.text}» trong {each.name}", each.span, (f"Dẫn tới: {' → '.join(sides)}",))


def _named(held: tuple[tuple[str, str], ...]) -> Iterator[Entry]:
    """One entry for all of which the same has become."""
    for kind in dict.fromkeys(kind for _, kind in held):
        yield Entry(VERBS[kind], ", ".join(name for name, other in held if other == kind))
