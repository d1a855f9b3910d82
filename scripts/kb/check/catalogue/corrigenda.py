"""Rules for corrigenda."""

from __future__ import annotations

from kb.check.catalogue.documents import ERROR
from kb.model.rule import Example, Rule

FILE = "docs/_data/corrigenda.yml"
HELD = "- document: 23-kh-duk-2021\n  date: 2026-12-01\n  vi: Lý do.\n  en: The reason.\n"
HASHES = f"  from: {'a' * 64}\n  to: {'b' * 64}\n"

RULES = (
    Rule(
        "COR-001", ERROR, "Đính chính không khớp với nguyên văn",
        "Lời trên trang chỉ được khác nguyên văn khi có một đính chính nói rõ chỗ nào, vì sao; đính chính không khớp"
        " với chỗ nào thì không nói được điều ấy.",
        "Chép đúng các chữ đã nhận, đúng mã đoạn, đúng mã SHA-256.",
        (
            Example(FILE, f"{HELD}  provision: iii-1-1\n  received: đạo chỉ\n  shown: Chỉ đạo\n", ""),
            Example(FILE, HELD.replace("23-kh", "12-kh") + HASHES, ""),
            Example(FILE, HELD + HASHES, ""),
        ),
    ),
)  # fmt: skip
