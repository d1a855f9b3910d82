"""Rules for addresses that were published."""

from __future__ import annotations

from kb.check.catalogue.documents import ERROR, PLAN
from kb.model.rule import Example, Rule

REGISTER = "docs/_data/published.yml"

RULES = (
    Rule(
        "ADDR-001", ERROR, "Địa chỉ đã công bố không còn dẫn tới đâu",
        "Mã đoạn và tên trang đã công bố nằm trong viện dẫn và văn bản của người khác; chúng không được mất.",
        "Ghi mã cũ ở «aliases», tên tệp cũ ở «formerly», hoặc lấy lại tệp từ lịch sử (git).",
        (
            Example(REGISTER, "documents:\n  23-kh-duk-2021: ii-1 ii-1.1-9\nquestions: []\n", ""),
            Example(REGISTER, "documents:\n  12-kh-duk-2021: ii-1\nquestions: []\n", ""),
        ),
    ),
    Rule(
        "ADDR-002", ERROR, "Mã cũ hoặc tên cũ ghi sai",
        "Một địa chỉ chỉ dẫn tới một chỗ, và chỗ ấy phải có.",
        "Bỏ dòng ấy, hoặc ghi đúng mã hiện nay.",
        (Example(PLAN, "language: vi\naliases:\n  ii-1.1-9: ii-1.1-8\n", "language: vi\n"),),
    ),
)  # fmt: skip
