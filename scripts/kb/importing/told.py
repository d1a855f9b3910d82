"""What an import has to tell: the fields that were read, what was mended, what an editor has to look at."""

from __future__ import annotations

from collections import Counter

from kb.importing.making import Imported
from kb.model.document import DASH, DRAFT, HEADING, PUBLISHED
from kb.model.mending import ALIKE, BLANK, HIDDEN, SOFT

NAMES = {SOFT: "gạch nối mềm", HIDDEN: "ký tự ẩn", ALIKE: "chữ trông giống chữ Đ, đ", BLANK: "dấu cách thừa hoặc lạ"}
STATUSES = {PUBLISHED: "sẽ lên trang", DRAFT: "bản thảo"}
FIELDS = {
    "number": "Số, ký hiệu", "kind": "Tên loại", "issuer_name": "Cơ quan", "place": "Nơi ban hành", "date": "Ngày",
    "subject": "Trích yếu",
}  # fmt: skip


def report(made: Imported) -> str:
    """The report, in Vietnamese, one line a fact."""
    provisions = made.record.provisions
    kinds = Counter(each.kind for each in provisions)
    lines = [f"{name}: {getattr(made.fields, key) or 'để trống'}" for key, name in FIELDS.items()]
    lines += [f"Tình trạng: {STATUSES[made.fields.status]}"]
    lines.append(f"Đoạn: {len(provisions)}, trong đó {kinds[HEADING]} tiêu đề, {kinds[DASH]} gạch đầu dòng.")
    mends: Counter[str] = Counter()
    for counts in made.written.mends.values():
        mends.update(counts)
    lines += [f"Đã chuẩn hóa: {NAMES[what]}: {count} chỗ." for what, count in mends.items()]
    lines += [f"Ghi chú: {each}" for each in made.notices]
    lines += [f"Cảnh báo: {each}" for each in made.warnings]
    return "\n".join(lines)
