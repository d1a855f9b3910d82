"""What became of a pasted passage, sentence by sentence, for a reader in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kb.model.citation import printed_date

VERDICTS = {
    "exact": "đúng nguyên văn",
    "folded": "đúng lời, khác cách viết",
    "elided": "đúng lời, có lược bớt",
    "altered": "KHÁC NGUYÊN VĂN",
    "absent": "KHÔNG CÓ trong văn bản được giữ",
    "misattributed": "ĐÚNG LỜI, GHI SAI CHỖ",
}
RESOLUTIONS = {
    "missing": "số không có trong danh mục",
    "ambiguous": "không rõ là văn bản nào, hoặc ghi sai ngày, cơ quan",
}
FIELDS = {"kind": "tên loại", "number": "số", "date": "ngày", "issuer": "cơ quan ban hành"}
DIFFERS = "differs"
NOTHING = "Không có câu nào để đối chiếu."


def as_text(found: Mapping[str, list[Mapping[str, Any]]]) -> str:
    """The result of `kb.export.quoting.quote` as lines; citations only where something is wrong with them."""
    lines = [line for number, each in enumerate(found["sentences"], 1) for line in _sentence(number, each)]
    lines += [f"Viện dẫn «{each['raw']}»: {fault}." for each in found["citations"] for fault in _faults(each)]
    return "\n".join(lines or [NOTHING])


def slips(citation: Mapping[str, Any]) -> list[str]:
    """What a citation says otherwise than the register, of the only document that it may mean."""
    verdicts = citation["verdicts"] or {}
    wrong = {field: each for field, each in verdicts.items() if each["verdict"] == DIFFERS}
    told = [
        f"ghi {name} {_shown(field, wrong[field]['printed'])}, danh mục ghi {_shown(field, wrong[field]['registered'])}"
        for field, name in FIELDS.items()
        if field in wrong
    ]
    return told + [f"văn bản không có «{each['printed']}»" for field, each in wrong.items() if field not in FIELDS]


def _faults(citation: Mapping[str, Any]) -> list[str]:
    resolution = RESOLUTIONS.get(citation["resolution"])
    return slips(citation) or ([resolution] if resolution else [])


def _shown(field: str, value: str) -> str:
    return printed_date(value) if field == "date" else f"«{value}»"


def _sentence(number: int, each: Mapping[str, Any]) -> Iterator[str]:
    place = f" ({each['document']}#{each['provision']})" if each["provision"] else ""
    yield f"{number}. {VERDICTS[each['verdict']]}{place}: {' '.join(each['text'].split())}"
    if each["verdict"] == "misattributed":
        yield f"   Đoạn chép ghi: {each['claimed']}"
    for step in each["diff"] or ():
        if step["op"] != "equal":
            yield f"   {_change(step)}"


def _change(step: Mapping[str, str]) -> str:
    if step["op"] == "delete":
        return f"Văn bản có «{step['source']}», đoạn chép không có."
    if step["op"] == "insert":
        return f"Đoạn chép thêm «{step['quoted']}»."
    return f"Văn bản ghi «{step['source']}», đoạn chép ghi «{step['quoted']}»."
